"""Every word of the finished edition stands where it belongs; the rules are in ``satz``."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from ctypes import c_float, c_int
from functools import cache
from io import BytesIO
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw
from satz import Raender, left_behind, outside, over_their_column, overlapping, too_small
from schaeden import elements
from woerter import KEINE, Seite, read_blaetter, read_seiten

from reports.charts.tokens import read_tokens
from reports.press.pdf import write_pdf

STYLES = Path(__file__).parents[2] / "styles"
RAENDER = Raender.read(read_tokens(STYLES))
REGELN = ["satzspiegel", "uebereinander", "schriftgrad", "spalten", "allein", "linien", "bilder"]

# Pages with one defect each, by the rule that it breaks.
TABELLE = (
    "<table class='tabelle'><caption>Titel</caption><thead><tr><th>Kennzahl</th><th>Wert</th>"
    "<th>Rang</th></tr></thead><tbody>{}</tbody></table>"
)
ZEILE = "<tr{}><th>Uetze</th><td>{}</td><td></td></tr>"
RANG = "<tr><th>Uetze</th><td>1</td><td>2</td></tr>"
LANG = "<span style='white-space: nowrap'>achthundertneunundneunzig</span>"
SCHMAL = TABELLE.replace("'tabelle'", "'tabelle' style='width: 60mm'")
SCHADEN = {
    "satzspiegel": [
        "<p style='margin-left: 150mm; white-space: nowrap'>Regelleistungsberechtigte</p>",
        "<p style='position: absolute; top: -10mm'>Kopf</p>",
        "<p style='position: absolute; left: 200mm'>draußen</p>",
    ],
    "uebereinander": ["<p>Sofort</p><p style='margin-top: -4mm'>gleich</p>"],
    "schriftgrad": [
        "<p style='font-size: 7.5pt'>klein</p>",
        TABELLE.format("<tr style='font-size: 8.5pt'><th>Uetze</th><td>1</td><td>2</td></tr>"),
    ],
    "spalten": [SCHMAL.format(ZEILE.format("", LANG) + RANG)],
    "allein": [
        "<h2>Titel</h2><p style='break-before: page'>Text</p>",
        "<h2>Titel</h2><h3>Teil</h3><p style='break-before: page'>Text</p>",
    ],
    "linien": [
        "<p style='border-bottom: 0.25pt solid'>Haarlinie</p>",
        TABELLE.format("<tr style='border-bottom: 0.25pt solid'><th>Uetze</th></tr>" + RANG),
    ],
}


def thin(pdf: bytes) -> Iterator[str]:
    """Lines thinner than half a point.

    Rules of tables are strokes; other borders are filled paths, as wide as two of their edges lie
    apart.
    """
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            scale = abs(item.get_matrix().d)
            for width in widths(item):
                if 0.01 < width * scale < 0.499:
                    yield f"Seite {number}: Linie von {width * scale:.2f} pt"
    document.close()


def widths(path: pypdfium2.PdfObject) -> Iterator[float]:
    """Width of a stroke, or the distances of the edges of a filled path, in its own units."""
    fill, stroked = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroked)
    if stroked.value:
        width = c_float()
        raw.FPDFPageObj_GetStrokeWidth(path, width)
        yield width.value
        return
    for edges in zip(*corners(path), strict=True):
        yield from (after - before for before, after in pairwise(sorted(edges)))


def corners(path: pypdfium2.PdfObject) -> Iterator[tuple[float, float]]:
    """The points of a path."""
    x, y = c_float(), c_float()
    for index in range(raw.FPDFPath_CountSegments(path)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(path, index), x, y)
        yield x.value, y.value


def shrunk(pdf: bytes) -> Iterator[str]:
    """Charts that are not printed in their own size, which the size of their type rests on."""
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
            left, _, right, _ = item.get_bounds()
            ppi = item.get_px_size()[0] / (right - left) * 72
            if abs(ppi / 300 - 1) > 0.02:
                yield f"Seite {number}: Bild mit {ppi:.0f} statt 300 Punkten je Zoll"
    document.close()


def befunde(pdf: bytes) -> dict[str, list[str]]:
    """What is wrong with *pdf*, by rule."""
    seiten, blaetter = read_seiten(pdf), read_blaetter(pdf)
    found = (
        [text for seite in seiten for text in outside(seite, RAENDER)],
        [text for seite in seiten for text in overlapping(seite)],
        list(too_small(seiten, blaetter)),
        list(over_their_column(seiten, blaetter)),
        list(left_behind(blaetter)),
        list(thin(pdf)),
        list(shrunk(pdf)),
    )
    return dict(zip(REGELN, found, strict=True))


def of_file(path: str) -> dict[str, list[str]]:
    """What is wrong with a file; in a process of its own."""
    return befunde(Path(path).read_bytes())


@cache
def printed(inhalt: str) -> bytes:
    """A document with the sheets of the product."""
    page = f"<body data-fuss='Fuß' data-hinweis='Hinweis'>{inhalt}</body>"
    html = f"<html lang='de'><head><title>Probe</title></head>{page}</html>"
    return write_pdf(html, styles=STYLES, bilder={})


@pytest.fixture(scope="module")
def gefunden(ausgabe: Path) -> dict[str, dict[str, list[str]]]:
    """What is wrong with each file of the edition."""
    paths = [str(path) for path in sorted(ausgabe.glob("*.pdf"))]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        return dict(zip(paths, pool.map(of_file, paths), strict=True))


@pytest.mark.parametrize("regel", REGELN)
def test_the_edition_keeps_every_rule_of_composition(
    regel: str, gefunden: dict[str, dict[str, list[str]]]
) -> None:
    broken = {path: found[regel] for path, found in gefunden.items() if found[regel]}

    assert len(gefunden) == 22
    assert broken == {}


def test_the_rules_look_at_all_that_is_printed(ausgabe: Path) -> None:
    """Words, footers outside of the text and cells of tables are found in a finished file."""
    (path,) = ausgabe.glob("*_03241012_*.pdf")
    seiten, blaetter = read_seiten(path.read_bytes()), read_blaetter(path.read_bytes())
    known = {blatt.ort for blatt in blaetter}

    assert all(footer(seite) for seite in seiten)
    assert {(s.nummer, w.marke) for s in seiten for w in s.woerter if w.marke != KEINE} <= known
    assert sum(bool(blatt.inside("TD")) for blatt in blaetter) > 1000
    assert "Neustadt" in {wort.text for wort in seiten[0].woerter}


def footer(seite: Seite) -> bool:
    """Whether the number of the page stands below its text, and is no content."""
    lowest = [w for w in seite.woerter if w.kasten.oben < RAENDER.unten]
    words = [wort.text for wort in lowest if wort.marke == KEINE]
    return "Seite" in words and str(seite.nummer) in words


@pytest.mark.parametrize(
    ("regel", "inhalt"), [(regel, inhalt) for regel, all_ in SCHADEN.items() for inhalt in all_]
)
def test_a_planted_defect_breaks_its_rule(regel: str, inhalt: str) -> None:
    found = befunde(printed(inhalt))

    assert found[regel]


def test_a_caption_on_the_page_before_its_table_stands_alone() -> None:
    """The renderer lets nobody do this; so the caption takes the words of another page's text."""
    pages = f"<p>Text</p><div style='break-before: page'>{TABELLE.format(RANG)}</div>"
    with pikepdf.open(BytesIO(printed(pages))) as pdf:
        text, caption = (elements(pdf, kind)[0] for kind in ("/P", "/Caption"))
        caption.K, caption.Pg = text.K, text.Pg
        damaged = BytesIO()
        pdf.save(damaged)

    assert befunde(damaged.getvalue())["allein"] == [
        "Seite 1: Hier steht Tabellentitel ohne das, was folgt."
    ]


def test_a_page_without_defect_breaks_none() -> None:
    found = befunde(printed(f"<h2>Titel</h2><p>Sofort</p><p>gleich</p>{TABELLE.format(RANG)}"))

    assert found == {regel: [] for regel in REGELN}
