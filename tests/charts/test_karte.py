"""Every Kommune is a square, and what is in it can be read."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image
from syrupy.assertion import SnapshotAssertion
from test_draw import Svg, svg

from reports.charts.draw import arrange, draw
from reports.charts.karte import name_lines, tile_map
from reports.charts.sheet import Box, Label, Sheet
from reports.charts.text import width
from reports.charts.theme import Theme
from reports.errors import DruckFehler
from reports.profile.chartmodel import Kachelkarte, Kartenkachel

BLANK = Kartenkachel(spalte=1, reihe=1, name="", text="", stufe=0, eigen=False)
SHY = "\N{SOFT HYPHEN}"


def karte(*kacheln: Kartenkachel, breite: int = 100) -> Kachelkarte:
    """A map of these tiles."""
    return Kachelkarte(id="k", titel="Quote", kartenkacheln=kacheln, breite=breite, alt="Karte.")


def at(spalte: int, reihe: int, **anders: object) -> Kartenkachel:
    """A tile on a place."""
    return replace(BLANK, spalte=spalte, reihe=reihe, **anders)


def named(name: str, **anders: object) -> Kachelkarte:
    """A map of one tile, 48.4 points wide inside, and an empty one beside it."""
    return karte(at(1, 1, name=name, **anders), at(2, 1))


def boxes(sheet: Sheet) -> list[Box]:
    return [mark for mark in sheet.marks if isinstance(mark, Box)]


def labels(sheet: Sheet) -> list[Label]:
    return [mark for mark in sheet.marks if isinstance(mark, Label)]


def outside(box: Box) -> tuple[float, ...]:
    """The outer edges of the line around a box: left, upper, right, lower."""
    half = box.style.width / 2
    return box.x - half, box.y - half, box.x2 + half, box.y2 + half


def channels(colour: str) -> list[float]:
    """Linear red, green and blue of an sRGB colour, by IEC 61966-2-1."""
    values = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]


def luminance(colour: str) -> float:
    """The Y of CIE, 1 for white."""
    return sum(f * c for f, c in zip((0.2126, 0.7152, 0.0722), channels(colour), strict=True))


def lightness(colour: str) -> float:
    """The L* of CIE, 100 for white."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > (6 / 29) ** 3 else y * (29 / 3) ** 3


def test_tiles_are_equal_squares_in_their_columns_and_rows(theme: Theme) -> None:
    """By hand: two columns of 100 points are 50 each; 1.6 between tiles leave 48.4."""
    sheet = tile_map(karte(at(1, 1), at(2, 1), at(2, 2)), theme)

    assert (sheet.width, sheet.height) == (100, 100)
    assert [outside(box) for box in boxes(sheet)] == [
        pytest.approx(edges)
        for edges in ((0.8, 0.8, 49.2, 49.2), (50.8, 0.8, 99.2, 49.2), (50.8, 50.8, 99.2, 99.2))
    ]


def test_columns_and_rows_without_any_tile_at_the_edge_take_no_room(theme: Theme) -> None:
    near = tile_map(karte(at(1, 1), at(2, 1)), theme)
    far = tile_map(karte(at(4, 7), at(5, 7)), theme)

    assert near == far


def test_every_tile_has_an_outline_that_paper_cannot_swallow(theme: Theme) -> None:
    sheet = tile_map(karte(at(1, 1), at(2, 1, stufe=2)), theme)

    assert {box.style.colour for box in boxes(sheet)} == {theme.tile.outline.colour}
    assert 100 - lightness(theme.tile.outline.colour) > 60


def test_the_own_tile_has_a_heavy_frame_and_a_bold_name(theme: Theme) -> None:
    sheet = tile_map(named("Uetze", eigen=True, stufe=4), theme)
    frame, fill, other = boxes(sheet)

    assert frame.style.width > 2 * other.style.width
    assert fill.fill == theme.tile.fills[4]
    assert outside(frame)[0] < outside(fill)[0] < fill.x
    assert [label.style.weight for label in labels(sheet)] == [700]


def test_neighbouring_fills_differ_by_fifteen_steps_of_lightness(theme: Theme) -> None:
    """From paper to dark, so that grey print keeps them apart."""
    steps = [lightness(fill) for fill in theme.tile.fills]

    assert len(steps) == 5
    assert min(before - after for before, after in pairwise(steps)) >= 15


@pytest.mark.parametrize("stufe", range(5))
def test_a_text_can_be_read_on_its_fill(stufe: int, theme: Theme) -> None:
    """4.5 to 1, as WCAG wants of small text."""
    sheet = tile_map(named("Uetze", text="7,2", stufe=stufe), theme)
    fill = next(box.fill for box in boxes(sheet) if box.x < 50)

    assert len(labels(sheet)) == 2
    for label in labels(sheet):
        dark, light = sorted([luminance(label.style.colour), luminance(fill)])
        assert (light + 0.05) / (dark + 0.05) >= 4.5
        assert label.style.size >= 7.5


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Uetze", ["Uetze"]),
        ("Neustadt am Rübenberge", ["Neustadt am", "Rübenberge"]),
        ("Wennigsen (Deister)", ["Wennigsen", "(Deister)"]),
        (f"Barsing{SHY}hausen", ["Barsinghausen"]),
        (f"Barsinghausen{SHY}ober{SHY}land", ["Barsinghausen-", "oberland"]),
    ],
)
def test_names_break_at_spaces_and_where_they_must_at_soft_hyphens(
    name: str, lines: list[str], theme: Theme
) -> None:
    font = theme.tile.name
    limit = width("Barsinghausen-", font)

    assert name_lines(name, font, limit) == lines


def test_name_and_value_stand_below_each_other_in_the_middle(theme: Theme) -> None:
    sheet = tile_map(named("Wennigsen (Deister)", text="7,2"), theme)
    first, second, value = labels(sheet)

    assert [label.text for label in (first, second, value)] == ["Wennigsen", "(Deister)", "7,2"]
    assert {label.x for label in labels(sheet)} == {25.0}
    assert first.y < second.y < value.y
    above, below = first.y - first.style.size * 0.7, 50 - value.y  # capitals are 0.7 high
    assert above == pytest.approx(below, abs=4)  # what hangs below a line is part of it


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Samtgemeindeverband", ""),
        ("Ort", "123.456.789.012"),
        ("Alt Wedemark Neu Wedemark Hinter Wedemark Vorder Wedemark", ""),
    ],
)
def test_what_does_not_fit_into_its_tile_is_refused(name: str, text: str, theme: Theme) -> None:
    with pytest.raises(DruckFehler, match=r"E-DIAGRAMM.*Karte »Quote«.*passt nicht"):
        tile_map(named(name, text=text), theme)


def test_a_character_that_the_font_lacks_is_refused(theme: Theme) -> None:
    with pytest.raises(DruckFehler, match=r"☃ \(U\+2603\)"):
        arrange(named("☃"), theme)


@pytest.mark.parametrize("columns", [1, 2, 5, 7, 12, 32, 100])
def test_a_map_of_any_number_of_columns_keeps_inside_its_picture(
    columns: int, theme: Theme
) -> None:
    """The tiles at both ends, the own one at each in turn."""
    for own in (1, columns):
        ends = [at(n, n, eigen=n == own, stufe=4 * (n == own)) for n in {1, columns}]
        drawn = Image.open(BytesIO(draw(karte(*ends, breite=119), theme)))

        assert drawn.width == pytest.approx(119 * 300 / 72, abs=1)
        assert drawn.height == pytest.approx(drawn.width, abs=5)


@pytest.mark.parametrize("breite", [119, 255])
def test_the_own_tile_is_the_only_dark_one_in_the_picture(breite: int, theme: Theme) -> None:
    """Each tile is looked at in its middle."""
    tiles = [at(x, y, eigen=(x, y) == (2, 1), stufe=4 * ((x, y) == (2, 1)))
             for x in (1, 2, 3) for y in (1, 2, 3)]  # fmt: skip
    drawn = Image.open(BytesIO(draw(karte(*tiles, breite=breite), theme))).convert("L")
    side = drawn.width / 3

    dark = [
        (tile.spalte, tile.reihe)
        for tile in tiles
        if drawn.getpixel((int(side * (tile.spalte - 0.5)), int(side * (tile.reihe - 0.5)))) != 255
    ]
    assert dark == [(2, 1)]


def test_a_tile_map_looks_as_it_did(theme: Theme, snapshot: SnapshotAssertion) -> None:
    tiles = [at(n + 1, 1, name=f"Ort {n}", text="7,2", stufe=n) for n in range(5)]
    chart = karte(*tiles, at(2, 2, name="Uetze", text="*", eigen=True), breite=255)

    assert svg(arrange(chart, theme)) == snapshot(extension_class=Svg)
