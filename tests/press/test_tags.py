"""The structure that a screen reader walks through."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import outloud
import pikepdf
import pypdfium2
import pytest
from druckprobe import FEHLT, GESPERRT, KAPITEL, drucke, druckprobe, profil, seite

from reports.edition import shipped
from reports.errors import DruckFehler
from reports.press.pdf import write_pdf

HTML = seite(profil())


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    """The printed sample."""
    with pikepdf.open(BytesIO(druckprobe())) as file:
        yield file


def elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    """The structure elements of one kind in reading order, as far as the tree reaches."""
    return [element for element in walk(pdf.Root.StructTreeRoot) if element.get("/S") == kind]


def walk(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """All elements below one."""
    for kid in element.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from walk(kid)


def test_screen_reader_checker_has_nothing_to_say(tmp_path: Path) -> None:
    """Outloud finds neither errors nor warnings."""
    path = tmp_path / "probe.pdf"
    path.write_bytes(druckprobe())

    result = outloud.check(str(path))

    assert result.error is None
    assert [finding.message for finding in result.findings] == []


def test_each_table_of_the_page_is_one_table(pdf: pikepdf.Pdf) -> None:
    """Also the one that runs over three pages, with its head and all its rows."""
    tables = elements(pdf, "/Table")

    rows = [sum(e.S == "/TR" for e in walk(table)) for table in tables]
    heads = [sum(e.S == "/THead" for e in walk(table)) for table in tables]
    assert rows == [9, 111, 9, 9, 9]
    assert heads == [1, 1, 1, 1, 1]


def test_no_element_stands_alone_around_content_that_it_says_nothing_of(
    pdf: pikepdf.Pdf,
) -> None:
    """A Span or NonStruct without attributes is there only to keep others apart."""
    for element in walk(pdf.Root.StructTreeRoot):
        kids = [kid for kid in element.get("/K", ()) if isinstance(kid, pikepdf.Dictionary)]
        if len(element.get("/K", ())) == 1 and kids and kids[0].get("/S") == "/Span":
            assert "/E" in kids[0]


def test_content_and_elements_never_stand_side_by_side(pdf: pikepdf.Pdf) -> None:
    """Some readers put them out of order; links also name their annotation."""
    for element in walk(pdf.Root.StructTreeRoot):
        if element.S != "/Link":
            assert len({isinstance(kid, int) for kid in element.get("/K", ())}) <= 1


def test_every_marked_content_belongs_to_the_element_that_lists_it(pdf: pikepdf.Pdf) -> None:
    """The parent tree leads back to the very element that holds the content."""
    tree = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    lists = dict(zip(map(int, tree[::2]), tree[1::2], strict=True))
    pages = {page.obj.objgen: lists[int(page.StructParents)] for page in pdf.pages}
    held = [
        (entry.objgen, element.objgen)
        for element in walk(pdf.Root.StructTreeRoot)
        for mcid in element.get("/K", ())
        if isinstance(mcid, int)
        for entry in [pages[element.Pg.objgen][mcid]]
    ]

    assert len(held) > 400
    assert all(entry == element for entry, element in held)


def test_rows_of_a_long_table_keep_their_order(pdf: pikepdf.Pdf) -> None:
    """Their pages follow each other."""
    numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
    rows = [e for e in walk(elements(pdf, "/Table")[1]) if e.S == "/TR"]

    pages = [numbers[row.Pg.objgen] for row in rows]

    assert pages == sorted(pages)
    assert len(set(pages)) > 2


def test_every_header_cell_says_what_it_heads(pdf: pikepdf.Pdf) -> None:
    """As many columns and rows as the HTML has."""
    scopes = Counter(str(cell.A.get("/Scope")) for cell in elements(pdf, "/TH"))

    assert scopes == {
        "/Column": HTML.count('scope="col"'),
        "/Row": HTML.count('scope="row"'),
    }


def test_every_figure_finds_its_row_and_its_column_head(pdf: pikepdf.Pdf) -> None:
    """Headers lead through the index to two cells of the same table, on later pages too."""
    names = list(pdf.Root.StructTreeRoot.IDTree.Names)
    index = {str(key): cell for key, cell in zip(names[::2], names[1::2], strict=True)}
    assert list(index) == sorted(index)
    for table in elements(pdf, "/Table"):
        own = {cell.objgen for cell in walk(table) if cell.S == "/TH"}
        for cell in (cell for cell in walk(table) if cell.S == "/TD"):
            heads = [index[str(key)] for key in cell.A.Headers]
            assert [str(head.A.Scope) for head in heads] == ["/Row", "/Column"]
            assert {head.objgen for head in heads} <= own


def test_no_element_hangs_outside_the_tree(pdf: pikepdf.Pdf) -> None:
    """Neither margin boxes nor repeated heads leave elements behind."""
    reached = {element.objgen for element in walk(pdf.Root.StructTreeRoot)}

    found = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
    elements = {item.objgen for item in found if item.get("/Type") == "/StructElem"}

    assert elements == reached


def test_running_lines_are_artifacts(pdf: pikepdf.Pdf) -> None:
    """Head, foot and page number; on later pages of a table its three repeated heads too."""
    marks = [page.Contents.read_bytes().count(b"/Type /Pagination") for page in pdf.pages]

    assert marks == [2, 3, 3, 6, 6, 3, 3, 3]


def test_all_other_text_belongs_to_an_element(pdf: pikepdf.Pdf) -> None:
    """The parent tree has an element for each marked content that is left."""
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    for number, page in enumerate(pdf.pages):
        entries = nums[nums.index(number) + 1]
        content = page.Contents.read_bytes()
        kept = [mcid for mcid, entry in enumerate(entries) if entry is not None]
        assert kept
        assert all(f"/MCID {mcid}>>".encode() in content for mcid in kept)
        assert content.count(b"/MCID ") == len(kept)


def test_a_sign_is_spoken_in_words(pdf: pikepdf.Pdf) -> None:
    """The title of each abbr is expansion text; the printed text stays as it is."""
    spoken = Counter(str(e.E) for e in elements(pdf, "/Span") if "/E" in e)

    assert spoken == {
        sign.gesprochen: HTML.count(f'title="{sign.gesprochen}"') for sign in (GESPERRT, FEHLT)
    }


def test_the_carriers_of_spoken_text_leave_no_link(pdf: pikepdf.Pdf) -> None:
    """Only the five links of the page are left, each tied to its element."""
    links = [link for page in pdf.pages for link in page.get("/Annots", ())]
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, nums[::2]), nums[1::2], strict=True))

    assert len(links) == HTML.count("<a href")
    assert {str(owners[int(link.StructParent)].S) for link in links} == {"/Link"}
    assert len(owners) == len(pdf.pages) + len(links)
    assert b"sprich" not in pdf.Root.StructTreeRoot.unparse(resolved=True)


def test_a_figure_is_where_its_picture_is(pdf: pikepdf.Pdf) -> None:
    """In points from the lower edge, as PDFium measures the picture."""
    document = pypdfium2.PdfDocument(druckprobe())
    (picture,) = document[1].get_objects(filter=[3])

    figure = elements(pdf, "/Figure")[0]

    assert [float(edge) for edge in figure.A.BBox] == pytest.approx(picture.get_bounds(), abs=0.01)
    document.close()


def test_both_standards_stand_in_one_description(pdf: pikepdf.Pdf) -> None:
    """One XMP packet names PDF/A-2a and PDF/UA-1, and describes the foreign property."""
    xmp = pdf.Root.Metadata.read_bytes()

    assert xmp.count(b"<rdf:RDF") == xmp.count(b"</rdf:RDF>") == 1
    assert xmp.count(b"<pdfuaid:part>1</pdfuaid:part>") == 1
    assert b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" in xmp


@pytest.mark.parametrize("kapitel", KAPITEL)
def test_a_table_without_a_caption_stops_the_print(kapitel: str) -> None:
    """It could be taken for a part of the table before it."""
    with pytest.raises(DruckFehler, match="D-TABELLE"):
        drucke(HTML.replace(f"<caption>Kennzahlen {kapitel}</caption>", ""))


def alone(body: str) -> str:
    """The sample's page with nothing but a heading and *body*."""
    head, rest = HTML.split("<body", 1)
    return f"{head}<body{rest[: rest.index('>')]}><h1>T</h1>{body}</body></html>"


def table(rows: str, art: str = "") -> str:
    heads = '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
    return f'<table class="{art}"><caption>K</caption>{heads}<tbody>{rows}</tbody></table>'


def test_a_caption_without_its_table_stops_the_print() -> None:
    """No row may break, and the first finds no room below the caption."""
    high = '<tr><th scope="row">a</th><td><p style="height:200mm">1</p></td></tr>'

    with pytest.raises(DruckFehler, match="D-TABELLE"):
        drucke(alone(f"<p style='height:150mm'>x</p>{table(high)}"))


def test_kommunen_that_fill_more_than_a_page_stay_one_table() -> None:
    """It starts in the middle of a page and breaks between its rows."""
    rows = '<tr><th scope="row">a</th><td>1</td></tr>' * 80
    html = alone(f"<p style='height:150mm'>x</p>{table(rows, 'tabelle kommunen')}")

    with pikepdf.open(BytesIO(write_pdf(html, styles=shipped("styles"), bilder={}))) as pdf:
        (whole,) = elements(pdf, "/Table")
        assert len(pdf.pages) == 2
        assert sum(e.S == "/TR" for e in walk(whole)) == 81
