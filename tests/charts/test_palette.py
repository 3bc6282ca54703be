"""The colours of the style sheet in grey and for three kinds of colour blindness."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from diagramme import spine, voll
from farben import SEHWEISEN, contrast, lightness

from reports.charts.draw import arrange
from reports.charts.sheet import Band, Label, Sheet
from reports.charts.spine import spine_chart
from reports.charts.theme import Theme
from reports.charts.tokens import Stroke, Tokens, read_tokens

STYLES = Path(__file__).parents[2] / "styles"
TOKENS = Tokens(read_tokens(STYLES))
STUFE = 15  # of L*, which a photocopy keeps apart

# What lies side by side in a chart and is told apart by its shade.
NACHBARN = [
    ("eigen", "vergleich"),
    ("eigen", "linie"),
    ("eigen", "spannweite"),
    ("vergleich", "spannweite"),
    ("text-leise", "linie"),
    ("text-leise", "spannweite"),
    ("linie", "spannweite"),
    ("umriss", "spannweite"),
    ("eigen", "papier"),
    ("vergleich", "papier"),
    ("text-leise", "papier"),
    ("linie", "papier"),
]
SCHRIFTEN = ["text", "text-leise", "eigen", "vergleich", "umriss"]
# On the band stands the remark that there is no own line, and nothing else.
BESCHRIFTET = [(schrift, grund) for schrift in SCHRIFTEN for grund in ("papier", "flaeche")]
BESCHRIFTET.append(("eigen", "spannweite"))
STRICHE = ["eigen", "vergleich", "umriss", "linie", "text-leise"]

sehweisen = pytest.mark.parametrize("sehweise", SEHWEISEN)


def farbe(name: str) -> str:
    return TOKENS.text(f"farbe-{name}")


def strokes(theme: Theme) -> Iterator[Stroke]:
    """Every stroke of the theme, outlines of symbols included."""
    yield from (getattr(theme.stroke, field.name) for field in fields(theme.stroke))
    yield theme.marker.own.stroke
    yield theme.marker.other.stroke


@pytest.fixture(scope="module")
def boegen(theme: Theme) -> list[Sheet]:
    """A line chart with all that one can have, and a spine."""
    return [arrange(voll(), theme), spine_chart(spine(), theme)]


def test_the_formulas_give_what_their_authors_print() -> None:
    """L* of sRGB red is 53.24; 119 of 255 is middle grey; #767676 is WCAG's limit of 4.54."""
    assert lightness("#ff0000") == pytest.approx(53.24, abs=0.01)
    assert lightness("#777777") == pytest.approx(50.03, abs=0.01)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


@sehweisen
def test_every_eye_sees_grey_as_grey(sehweise: str) -> None:
    """The rows of a matrix add up to one, or it would be copied wrongly."""
    assert contrast("#808080", "#808080", sehweise) == 1
    assert lightness("#808080", sehweise) == pytest.approx(lightness("#808080"), abs=0.001)


def test_the_eyes_differ_in_red_and_blue() -> None:
    """To a protanope pure red is darker than to others, to a tritanope not."""
    assert lightness("#ff0000", "protanop") < lightness("#ff0000") - 10
    assert lightness("#ff0000", "tritanop") > lightness("#ff0000", "protanop") + 10


@sehweisen
@pytest.mark.parametrize(("one", "other"), NACHBARN)
def test_what_lies_side_by_side_differs_in_lightness(one: str, other: str, sehweise: str) -> None:
    apart = abs(lightness(farbe(one), sehweise) - lightness(farbe(other), sehweise))

    assert apart >= STUFE


def test_the_band_of_all_kommunen_stands_out_from_paper(theme: Theme, boegen: list[Sheet]) -> None:
    """It has no outline."""
    bands = [mark for sheet in boegen for mark in sheet.marks if isinstance(mark, Band)]

    assert {band.fill for band in bands} == {theme.band}
    assert lightness(theme.paper) - lightness(theme.band) >= STUFE


@sehweisen
@pytest.mark.parametrize(("schrift", "grund"), BESCHRIFTET)
def test_text_is_legible_on_paper_and_on_every_fill(
    schrift: str, grund: str, sehweise: str
) -> None:
    """4.5:1 is what WCAG 2.2 asks of text that is not large."""
    assert contrast(farbe(schrift), farbe(grund), sehweise) >= 4.5


@sehweisen
@pytest.mark.parametrize("strich", STRICHE)
def test_a_line_that_means_something_stands_out_from_paper(strich: str, sehweise: str) -> None:
    """3:1 is what WCAG 2.2 asks of graphics; only the grid is paler, which means nothing."""
    assert contrast(farbe(strich), farbe("papier"), sehweise) >= 3


def test_the_mark_of_the_region_in_a_spine_is_told_apart_by_its_weight(theme: Theme) -> None:
    """The marks of the Kommunen are nearly as light, so that shade alone would not do."""
    assert theme.stroke.region.width >= 3 * theme.stroke.kommune.width


def test_a_comparison_line_is_told_apart_from_axes_by_its_weight(theme: Theme) -> None:
    """To a deuteranope axes are nearly as light as it is: 12 L* apart."""
    stroke = theme.stroke

    assert stroke.other.width >= 2 * stroke.axis.width
    assert stroke.region.width >= 3 * max(stroke.judged.width, stroke.neutral.width)


def test_no_line_is_thinner_than_half_a_point(theme: Theme) -> None:
    assert min(stroke.width for stroke in strokes(theme)) >= 0.5
    assert min(TOKENS.size(name) for name in TOKENS.values if name.startswith("linie-")) >= 0.5


def test_no_type_of_a_chart_is_smaller_than_8_points(boegen: list[Sheet]) -> None:
    labels = [mark for sheet in boegen for mark in sheet.marks if isinstance(mark, Label)]

    assert len(labels) > 8
    assert min(label.style.size for label in labels) >= 8


def test_no_type_of_a_table_is_smaller_than_9_points() -> None:
    """Nor any other type on a page than 8."""
    sizes = [TOKENS.size(name) for name in TOKENS.values if name.startswith("grad-")]

    assert TOKENS.size("grad-tabelle") >= 9
    assert min(sizes) >= 8
