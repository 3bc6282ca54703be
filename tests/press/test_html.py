"""The page as HTML, and what becomes of it in print."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from shutil import copytree

import beispiel
import pypdfium2
import pytest
from lxml.html import HtmlElement, document_fromstring
from PIL import Image

from reports.errors import DruckFehler
from reports.press.html import render
from reports.press.pdf import write_pdf
from reports.press.preflight import preflight
from reports.profile.model import Profil
from reports.profile.tablemodel import Tabellenart

ROOT = Path(__file__).parents[2]
LAYOUTS, STYLES = ROOT / "layouts", ROOT / "styles"
MILLIMETRE = 72 / 25.4
HIDDEN = {"schluessel", "dateiname", "id", "art", "spine"}
IN_PICTURES = {"eigen", "andere", "region", "enden"}  # the labels of a picture
NARROWEST, BOUND, TOP, BOTTOM, HEIGHT = 18.0, 25.0, 20.0, 22.0, 297.0


def seite() -> HtmlElement:
    return document_fromstring(render(beispiel.profil(), layouts=LAYOUTS))


def texts(value: object) -> Iterator[str]:
    """Every text of a page model that a reader must meet."""
    if isinstance(value, str):
        yield value
    for part in parts(value):
        yield from texts(part)


def parts(value: object) -> Iterator[object]:
    """What a value of the page model holds, but for keys and names of files."""
    if isinstance(value, tuple):
        yield from value
    if is_dataclass(value):
        yield from (
            getattr(value, part.name)
            for part in fields(value)
            if part.name not in HIDDEN | IN_PICTURES
        )


def plain(text: str) -> str:
    """Text without the kinds of spaces."""
    return " ".join(text.split())


def png(width: float, height: float) -> bytes:
    """A grey picture of that many millimetres at 300 pixels an inch."""
    target = BytesIO()
    size = (round(width / 25.4 * 300), round(height / 25.4 * 300))
    Image.new("RGB", size, "lightgrey").convert("P").save(target, "PNG", bits=8)
    return target.getvalue()


def test_every_text_of_the_page_model_stands_on_the_page() -> None:
    page = seite()
    attributes = " ".join(value for node in page.iter() for value in node.attrib.values())
    shown = plain(f"{page.text_content()} {attributes}")

    assert [text for text in texts(beispiel.profil()) if plain(text) not in shown] == []


def test_the_head_names_language_title_and_subject() -> None:
    page = seite()

    assert page.get("lang") == "de"
    assert page.findtext("head/title") == beispiel.profil().titel
    assert beispiel.profil().hinweis in page.xpath("string(//meta[@name='description']/@content)")


def test_headings_start_with_the_name_and_skip_no_level() -> None:
    levels = [int(node.tag[1]) for node in seite().iter("h1", "h2", "h3", "h4")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(after - before for before, after in pairwise(levels)) == 1


def test_a_sign_says_what_it_means() -> None:
    abbreviations = {(node.text, node.get("title")) for node in seite().iter("abbr")}

    assert abbreviations == {
        ("–", "nichts vorhanden"),
        ("·", "Wert unbekannt oder geheim"),
        ("*", "aus Datenschutzgründen gesperrt"),
        ("…", "Angabe folgt später"),
        ("/", "Wert nicht sicher genug"),
        ("x", "Aussage nicht sinnvoll"),
    }


def test_a_chart_is_named_by_its_id_and_told_in_words() -> None:
    pictures = [(node.get("src"), node.get("alt")) for node in seite().iter("img")]
    profil = beispiel.profil()
    strips = [
        row.id for table in profil.vergleich.tabellen if table.spine for row in table.spine.zeilen
    ]

    every = ("lage", "beispiel", *strips, *(bild.id for bild in profil.bilder[2:]))
    assert [name for name, _ in pictures] == [f"bild:{name}" for name in every]
    assert tuple(alt for _, alt in pictures) == profil.alttexte


def test_a_table_has_caption_heads_and_no_empty_cell() -> None:
    tables = list(seite().iter("table"))

    assert len(tables) == 10
    for table in tables:
        assert table.findtext("caption")
        assert {node.get("scope") for node in table.iterfind("thead/tr/th")} == {"col"}
        heads = table.findall("tbody/tr/th")
        assert {node.get("scope") for node in heads} == ({"row"} if heads else set())
        assert all(node.text_content().strip() for node in table.iter("td", "th"))


def test_no_cell_ends_in_a_space() -> None:
    """WeasyPrint 70 breaks a line too early where a text fits but the space after it does not."""
    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", render(beispiel.profil(), layouts=LAYOUTS))

    assert [cell for cell in cells if re.search(r"\s(<|$)", cell)] == []


def test_ids_are_unique() -> None:
    ids = seite().xpath("//@id")

    assert len(ids) == len(set(ids))


def test_what_the_model_lacks_leaves_no_empty_line() -> None:
    kachel = replace(beispiel.kachel("Fläche", "5", "*"), veraenderung=None, vergleich="", rang="")
    page = document_fromstring(
        render(replace(beispiel.profil(), kacheln=(kachel,)), layouts=LAYOUTS)
    )

    lines = [node.get("class") for node in page.xpath("//li[@class='kachel']//p")]
    assert lines == ["titel", "stand", "wert"]


def test_text_is_never_read_as_markup() -> None:
    html = render(replace(beispiel.profil(), name='<b>"Uetze" & Co</b>'), layouts=LAYOUTS)

    assert "&lt;b&gt;&#34;Uetze&#34; &amp; Co&lt;/b&gt;</h1>" in html


def test_every_kind_of_table_has_widths_of_its_own() -> None:
    css = (STYLES / "bausteine" / "tabelle.css").read_text("utf-8")

    assert [art for art in Tabellenart if f".{art}" not in css] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("{{ k.stand }}", "{{ k.standd }}"), ("{{ k.stand }}", "{{ stand }}"), ("endif", "ende")],
)
def test_a_mistake_in_a_template_is_named_by_file_and_line(
    tmp_path: Path, old: str, new: str
) -> None:
    template = copytree(LAYOUTS, tmp_path / "layouts") / "bausteine" / "kachel.html"
    template.write_text(template.read_text("utf-8").replace(old, new, 1), "utf-8")

    with pytest.raises(DruckFehler, match=r"D-LAYOUT.*kachel\.html, Zeile \d+"):
        render(beispiel.profil(), layouts=tmp_path / "layouts")


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    folder = copytree(LAYOUTS, tmp_path / "layouts")
    (folder / "bausteine" / "legende.html").unlink()

    with pytest.raises(DruckFehler, match=r"bausteine/legende\.html"):
        render(beispiel.profil(), layouts=folder)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DruckFehler, match=re.escape(str(tmp_path))):
        render(beispiel.profil(), layouts=tmp_path)


@pytest.fixture(scope="module")
def profil() -> Profil:
    return beispiel.profil()


@pytest.fixture(scope="module")
def pdf(profil: Profil) -> bytes:
    """The example in print; the renderer's complaints would stop it."""
    bilder = {bild.id: png(134.1, 38) for bild in profil.bilder}
    spines = (table.spine for table in profil.vergleich.tabellen if table.spine)
    bilder |= {row.id: png(38.1, 4.9) for spine in spines for row in spine.zeilen}
    return write_pdf(render(profil, layouts=LAYOUTS), styles=STYLES, bilder=bilder)


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> Iterator[list[pypdfium2.PdfPage]]:
    document = pypdfium2.PdfDocument(pdf)
    yield list(document)
    document.close()


def test_the_shipped_layouts_pass_preflight(pdf: bytes, profil: Profil) -> None:
    preflight(pdf, profil)

    assert pdf.startswith(b"%PDF-1.7")


def boxes(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right and top of each run of text, in millimetres."""
    text = page.get_textpage()
    for index in range(text.count_rects()):
        left, bottom, right, top = (edge / MILLIMETRE for edge in text.get_rect(index))
        yield left, bottom, right, top


def test_text_keeps_to_the_type_area_with_the_wide_margin_at_the_binding(
    pages: list[pypdfium2.PdfPage],
) -> None:
    """Right pages are bound at their left; half a millimetre is what a letter may overhang."""
    for number, page in enumerate(pages, 1):
        left, right = (BOUND, NARROWEST) if number % 2 else (NARROWEST, BOUND)
        for start, _, end, _ in boxes(page):
            assert start > left - 0.5, f"Seite {number}"
            assert end < 210 - right + 0.5, f"Seite {number}"


def test_the_body_does_not_run_into_head_and_footer(pages: list[pypdfium2.PdfPage]) -> None:
    for page in pages:
        edges = [edge for _, bottom, _, top in boxes(page) for edge in (bottom, top)]
        foot = [edge for edge in edges if edge < BOTTOM]
        body = [edge for edge in edges if BOTTOM <= edge <= HEIGHT - TOP]
        assert max(foot) < BOTTOM - 3
        assert min(body, default=HEIGHT) > BOTTOM  # the front of the last sheet may be empty


def outline(pdf: bytes) -> list[tuple[int, str, int]]:
    """Level, title and page number, from 0, of each bookmark."""
    document = pypdfium2.PdfDocument(pdf)
    found = [
        (item.level, item.get_title(), item.get_dest().get_index()) for item in document.get_toc()
    ]
    document.close()
    return found


def test_bookmarks_lead_to_the_name_the_chapters_and_their_parts(pdf: bytes) -> None:
    marks = [(level, title) for level, title, _ in outline(pdf)]

    assert marks[:14] == [
        (0, "Neustadt am Rübenberge"),
        (1, "Inhalt"),
        (1, "So ist dieses Profil zu lesen"),
        (1, "Seit der letzten Ausgabe"),
        (1, "Zeichen"),
        (1, "Alle Kennzahlen im Vergleich"),
        (2, "Kapitel 1, Neustadt am Rübenberge"),
        (2, "Kapitel 2, Neustadt am Rübenberge"),
        (1, "Alle Kommunen auf einen Blick"),
        (2, "Tafel kacheln-1"),
        (2, "Welche Kennzahl welche Nummer hat"),
        (1, "Bevölkerung"),
        (2, "Veränderung 2011–2022"),
        (2, "Bevölkerung: So sind die Kennzahlen zu lesen"),
    ]
    assert marks[-2:] == [(1, "Zu dieser Ausgabe"), (2, "Notizen")]


def test_a_profile_fills_whole_sheets(pages: list[pypdfium2.PdfPage]) -> None:
    """The last page is the back of a sheet."""
    assert len(pages) % 2 == 0
    assert "Zu dieser Ausgabe" in pages[-1].get_textpage().get_text_range()


def test_a_chapter_starts_on_a_fresh_page(pdf: bytes, pages: list[pypdfium2.PdfPage]) -> None:
    every = [(title, page) for level, title, page in outline(pdf) if level == 1]
    chapters = [(title, page) for title, page in every if page > every[1][1]]

    assert len(chapters) == 8
    for title, number in chapters:
        body = pages[number].get_textpage().get_text_bounded(top=(HEIGHT - TOP) * MILLIMETRE)
        assert plain(body).startswith(title)


def test_the_head_of_a_table_is_repeated_on_each_of_its_pages(
    pages: list[pypdfium2.PdfPage],
) -> None:
    texts = [plain(page.get_textpage().get_text_range()) for page in pages]
    ledger = [text for text in texts if re.search(r"\bBEV\d\d\b", text)]

    assert len(ledger) > 1
    assert all("Nr. Kennzahl Stand Für dieses Gebiet Quelle Anm." in text for text in ledger)
