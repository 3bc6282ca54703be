"""Nothing needs colour: pages and charts printed in grey, and once more copied on a bad machine."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import raster
from PIL import Image
from raster import PPI, contrast, copied, crop, grey
from woerter import Kasten, read_seite

from reports.charts.draw import arrange, draw
from reports.charts.sheet import Dot, Label
from reports.charts.sheet import Path as Line
from reports.charts.text import width
from reports.charts.theme import Theme
from reports.charts.tokens import Stroke
from reports.press.pdf import write_pdf
from reports.profile.chartmodel import (
    Linie,
    Linienart,
    Liniendiagramm,
    Punkt,
    Spannweite,
    Strich,
)

STYLES = Path(__file__).parents[2] / "styles"
LESBAR = 3  # to 1, what is left of the 4.5 that the palette has
DUNKEL = 150  # of 255: darker is a line, lighter is band or paper
SCALE = PPI / 72


@pytest.fixture(scope="module")
def theme() -> Theme:
    return Theme.read(STYLES)


def pale(pdf: bytes) -> Iterator[str]:
    """Words that stand out too little, in the grey print or in its copy."""
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        print_, seite = grey(page), read_seite(number, page)
        copy = copied(print_)
        for wort in seite.woerter:
            part = crop(wort.kasten, seite.kasten.oben)
            found = min(contrast(print_[part], sheet[part]) for sheet in (print_, copy))
            if found < LESBAR:
                yield f"Seite {number}: »{wort.text}« {found:.1f}:1"
    document.close()


@pytest.mark.parametrize("schluessel", ["03241012", "03241000"])
def test_every_word_of_a_profile_outlives_a_copy(schluessel: str, ausgabe: Path) -> None:
    """Of the Kommune with the longest name and of the Region."""
    (path,) = ausgabe.glob(f"*_{schluessel}_*.pdf")

    assert list(pale(path.read_bytes())) == []


@pytest.mark.parametrize(
    "style", ["color: #a0a0a0", "color: #777; background: #bbb", "color: #ddd; background: #999"]
)
def test_a_word_too_near_to_its_ground_is_found(style: str) -> None:
    """WCAG's 3:1 on paper is the grey #949494; the word without style is legible."""
    page = f"<p><span style='{style}'>blass</span></p><p>kräftig</p>"
    html = f"<html lang='de'><head><title>Probe</title></head><body>{page}</body></html>"
    found = list(pale(write_pdf(html, styles=STYLES, bilder={})))

    assert len(found) == 1
    assert "»blass«" in found[0]


def test_a_copy_is_softer_and_noisier_and_always_the_same() -> None:
    """Black and white come 15 % nearer to each other; the noise is 10 levels strong."""
    sheet = np.full((400, 400), 255, dtype=np.uint8)
    sheet[:, :200] = 55

    first, second = copied(sheet), copied(sheet)
    assert np.array_equal(first, second)
    assert np.median(first[:, :190]) == pytest.approx(127.5 - 0.85 * 72.5, abs=1)
    assert np.median(first[:, 210:]) == pytest.approx(127.5 + 0.85 * 127.5, abs=1)
    assert first[:, :190].std() == pytest.approx(10, abs=0.3)
    assert len(np.unique(np.median(first[:, 195:205], axis=0))) > 3, "the edge is soft"


def line(name: str, art: Linienart, wert: float) -> Linie:
    """A line over all years that falls slowly."""
    return Linie(
        name=name,
        art=art,
        punkte=tuple(Punkt(jahr=j, wert=wert - (j - 2002) / 10) for j in range(2002, 2022)),
        endtext=f"{name} {wert - 1.9:.1f}".replace(".", ","),
    )


@pytest.fixture(scope="module")
def bild() -> Liniendiagramm:
    """Two lines on the band of all Kommunen, with a break: all marks that a line chart has."""
    return Liniendiagramm(
        id="quote",
        titel="SGB-II-Quote",
        einheit="Prozent",
        linien=(line("Uetze", Linienart.EIGEN, 7.5), line("Region", Linienart.VERGLEICH, 9.5)),
        spannweiten=tuple(Spannweite(jahr, 2.0, 9.9) for jahr in range(2002, 2022)),
        striche=tuple(Strich(wert=wert, text=f"{wert},0") for wert in (0, 5, 10)),
        brueche=(2012,),
        einschraenkungen=(),
        jahre=(2002, 2021),
        hinweis="",
        alt="Linien zur Armut.",
    )


def prints(bild: Liniendiagramm, theme: Theme) -> tuple[raster.Grau, raster.Grau]:
    """The drawn chart in grey, and its copy."""
    grau = np.asarray(Image.open(BytesIO(draw(bild, theme))).convert("L"))
    return grau, copied(grau)


def test_every_text_of_a_chart_outlives_a_copy(bild: Liniendiagramm, theme: Theme) -> None:
    grau, kopie = prints(bild, theme)
    labels = [mark for mark in arrange(bild, theme).marks if isinstance(mark, Label)]
    found = {}
    for label in labels:
        part = crop(label_box(label, grau.shape[0] / SCALE), grau.shape[0] / SCALE)
        found[label.text] = min(contrast(grau[part], sheet[part]) for sheet in (grau, kopie))

    assert {"Bruch", "2002", "10,0"} < set(found)
    assert {text: value for text, value in found.items() if value < LESBAR} == {}


def label_box(label: Label, height: float) -> Kasten:
    """What a text takes on a chart of *height* points."""
    wide = width(label.text, label.style)
    left = label.x - {"left": 0, "center": wide / 2, "right": wide}[label.style.align]
    base = height - label.y
    top = base + 0.7 * label.style.size
    return Kasten(links=left, unten=base, rechts=left + wide, oben=top)


def dark_share(kopie: raster.Grau, bild: Liniendiagramm, theme: Theme, stroke: Stroke) -> float:
    """Which share of the lines with *stroke* is dark, where no symbol lies on them."""
    marks = arrange(bild, theme).marks
    dots = np.array([(mark.x, mark.y) for mark in marks if isinstance(mark, Dot)])
    lines = [mark.places for mark in marks if isinstance(mark, Line) and mark.style == stroke]
    places = np.concatenate([along(np.array(places)) for places in lines])
    clear = np.hypot(*(places[:, None] - dots[None]).transpose(2, 0, 1)).min(axis=1) > 5
    x, y = np.round(places[clear] * SCALE - 0.5).astype(int).T
    return float((kopie[y, x] < DUNKEL).mean())


def along(places: np.ndarray) -> np.ndarray:
    """Places on a line a pixel apart, from left to right."""
    x = np.arange(places[0, 0], places[-1, 0], 1 / SCALE)
    return np.column_stack((x, np.interp(x, *places.T)))


def test_the_lines_of_a_chart_are_told_apart_by_their_dashes(
    bild: Liniendiagramm, theme: Theme
) -> None:
    """Four points of line and two of gap: two thirds of the comparison are dark, all of the own."""
    _, kopie = prints(bild, theme)

    assert dark_share(kopie, bild, theme, theme.stroke.own) > 0.97
    assert dark_share(kopie, bild, theme, theme.stroke.other) == pytest.approx(4 / 6, abs=0.1)


def test_a_comparison_without_dashes_would_be_found(bild: Liniendiagramm, theme: Theme) -> None:
    other = replace(theme.stroke.other, dash=())
    solid = replace(theme, stroke=replace(theme.stroke, other=other))
    _, kopie = prints(bild, solid)

    assert dark_share(kopie, bild, solid, other) > 0.97


def test_the_lines_of_a_chart_are_told_apart_by_their_symbols(
    bild: Liniendiagramm, theme: Theme
) -> None:
    """The own one is filled, the other one is a ring that shows paper."""
    _, kopie = prints(bild, theme)
    dots = [mark for mark in arrange(bild, theme).marks if isinstance(mark, Dot)]
    own, other = (
        [centre(kopie, dot) for dot in dots if dot.style == marker]
        for marker in (theme.marker.own, theme.marker.other)
    )

    assert len(own) == len(other) > 1
    assert max(own) + 100 < min(other)


def centre(kopie: raster.Grau, dot: Dot) -> float:
    """The level in the middle of a symbol, over three by three pixels."""
    x, y = round(dot.x * SCALE), round(dot.y * SCALE)
    return float(np.median(kopie[y - 1 : y + 2, x - 1 : x + 2]))
