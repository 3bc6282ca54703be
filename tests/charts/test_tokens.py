"""Tokens of the style sheet."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from reports.charts.theme import Fonts, Lengths, Markers, Strokes, Theme
from reports.charts.tokens import Tokens, read_tokens
from reports.errors import DruckFehler

STYLES = Path(__file__).parents[2] / "styles"


class Watched(Mapping[str, str]):
    """Tokens that note which of them were asked for."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self.values_ = values
        self.used: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.used.add(name)
        return self.values_[name]

    def __contains__(self, name: object) -> bool:
        return name in self.values_

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_)

    def __len__(self) -> int:
        return len(self.values_)


def sheet(folder: Path, content: str) -> Path:
    """A folder with a ``tokens.css`` of this content."""
    (folder / "tokens.css").write_text(f"/* a */ :root {{ {content} }}", "utf-8")
    return folder


def test_tokens_are_the_custom_properties_without_dashes(tmp_path: Path) -> None:
    """Comments and spaces around values do not count."""
    folder = sheet(tmp_path, "--schrift:  Arial ; /* b */ --rand-oben: 20mm; color: red")

    assert read_tokens(folder)["schrift"] == "Arial"
    assert read_tokens(folder)["rand-oben"] == "20mm"


def test_an_inch_of_millimetres_is_72_points() -> None:
    """25.4 mm are an inch, an inch is 72 pt."""
    tokens = Tokens({"breite": "25.4mm", "muster": "4pt 2pt", "zeile": "1.15"})

    assert tokens.size("breite") == pytest.approx(72)
    assert tokens.points("muster") == (4, 2)
    assert tokens.size("zeile") == 1.15


def test_a_token_that_is_missing_is_named() -> None:
    """The message says which."""
    with pytest.raises(DruckFehler, match="--farbe-eigen"):
        Tokens({}).text("farbe-eigen")


@pytest.mark.parametrize("value", ["3em", "breit", "-1mm", "1mm dick"])
def test_a_length_in_another_unit_is_refused(value: str) -> None:
    """A chart knows millimetres and points."""
    with pytest.raises(DruckFehler, match=value):
        Tokens({"rand": value}).points("rand")


def test_every_token_of_charts_is_used() -> None:
    """A token that nothing reads would be a promise that nothing keeps."""
    tokens = Watched(read_tokens(STYLES))
    for part in (Lengths, Fonts, Strokes, Markers):
        part.read(Tokens(tokens))

    unused = {name for name in tokens if "diagramm" in name} - tokens.used
    assert unused == {"diagramm-zeile"}, "which Theme itself reads"


def test_two_charts_fit_side_by_side_in_the_type_area(theme: Theme) -> None:
    """167 mm are 473.4 points."""
    assert 2 * theme.length.panel <= 473
    assert theme.length.panel == 229


def test_no_text_is_smaller_than_8_5_points_and_no_line_thinner_than_half_a_point(
    theme: Theme,
) -> None:
    """What an office printer still prints legibly."""
    fonts, strokes = theme.font, theme.stroke

    sizes = [style.size for style in (fonts.small, fonts.own, fonts.other)]
    widths = [strokes.grid.width, strokes.axis.width, strokes.bruch.width, strokes.other.width]
    assert min(sizes) >= 8.5
    assert min(widths) >= 0.5


def test_own_and_other_differ_without_colour(theme: Theme) -> None:
    """Dash, weight, shape and filling tell the lines apart in grey."""
    assert theme.stroke.other.dash
    assert not theme.stroke.own.dash
    assert theme.stroke.own.width > theme.stroke.other.width
    assert theme.marker.own.shape != theme.marker.other.shape
    assert theme.marker.other.fill == theme.paper
