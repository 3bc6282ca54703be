"""Defects to be planted in a finished file; each function damages the file it is handed."""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String


def walk(element: Object) -> Iterator[Object]:
    """All structure elements below one, in reading order."""
    for kid in element.get("/K", ()):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from walk(kid)


def elements(pdf: Pdf, kind: str) -> list[Object]:
    """The structure elements of one kind."""
    return [element for element in walk(pdf.Root.StructTreeRoot) if kind == element.S]


def entries(pdf: Pdf, key: str, value: str) -> list[Object]:
    """The dictionaries of the file with *value* at *key*."""
    found = (item for item in pdf.objects if isinstance(item, Dictionary))
    return [item for item in found if item.get(key) == value]


def links(pdf: Pdf) -> list[Object]:
    """The link annotations of all pages."""
    return [link for page in pdf.pages for link in page.get("/Annots", ())]


# Tables


def data_instead_of_heads(pdf: Pdf) -> None:
    for cell in walk(elements(pdf, "/Table")[1]):
        if cell.S == "/TH":
            cell.S = Name.TD


def head_without_scope(pdf: Pdf) -> None:
    del elements(pdf, "/TH")[4].A["/Scope"]


def table_in_two_parts(pdf: Pdf) -> None:
    """The second part has no caption, as the renderer leaves it at the end of a page."""
    table = elements(pdf, "/Table")[1]
    body = table.K[-1]
    part = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Table, P=table.P))
    rest = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TBody, P=part))
    part.K, rest.K, body.K = Array([rest]), Array(list(body.K)[-3:]), Array(list(body.K)[:-3])
    for row in rest.K:
        row.P = rest
    table.P.K.append(part)


def table_as_paragraph(pdf: Pdf) -> None:
    elements(pdf, "/Table")[1].S = Name.P


def caption_as_paragraph(pdf: Pdf) -> None:
    table = elements(pdf, "/Table")[1]
    next(kid for kid in table.K if kid.S == "/Caption").S = Name.P


# Pictures


def figure_without_alt(pdf: Pdf) -> None:
    del elements(pdf, "/Figure")[2]["/Alt"]


def alt_of_three_characters(pdf: Pdf) -> None:
    elements(pdf, "/Figure")[2].Alt = String("Abb")


def alt_of_700_characters(pdf: Pdf) -> None:
    figure = elements(pdf, "/Figure")[2]
    figure.Alt = String((str(figure.Alt) * 7)[:700])


def figure_as_paragraph(pdf: Pdf) -> None:
    elements(pdf, "/Figure")[2].S = Name.P


def smoothed_picture(pdf: Pdf) -> None:
    picture = next(picture for page in pdf.pages for picture in page.get_images().values())
    picture.Interpolate = True


# Headings, paragraphs and links


def heading_level_skipped(pdf: Pdf) -> None:
    elements(pdf, "/H2")[1].S = Name.H4


def first_heading_missing(pdf: Pdf) -> None:
    elements(pdf, "/H1")[0].S = Name.P


def link_without_words(pdf: Pdf) -> None:
    del links(pdf)[0]["/Contents"]


def link_outside_of_the_text(pdf: Pdf) -> None:
    del links(pdf)[0]["/StructParent"]


def tabs_in_any_order(pdf: Pdf) -> None:
    page = next(page for page in pdf.pages if "/Annots" in page)
    del page["/Tabs"]


def drawing_without_mark(pdf: Pdf) -> None:
    content = pdf.pages[1].Contents.read_bytes()
    pdf.pages[1].Contents = pdf.make_stream(content + b"\n0 0 9 9 re f")


def element_of_unknown_kind(pdf: Pdf) -> None:
    elements(pdf, "/P")[0].S = Name.Absatz


def sections_swapped(pdf: Pdf) -> None:
    whole = elements(pdf, "/Document")[0]
    first, second, *rest = whole.K
    whole.K = Array([second, first, *rest])


# The document


def without_language(pdf: Pdf) -> None:
    del pdf.Root["/Lang"]


def without_title(pdf: Pdf) -> None:
    del pdf.docinfo["/Title"]
    with pdf.open_metadata(update_docinfo=False) as xmp:
        del xmp["dc:title"]


def file_name_in_the_window(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def without_marks(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def with_suspects(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


def without_tree(pdf: Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def pdfua_not_declared(pdf: Pdf) -> None:
    with pdf.open_metadata(update_docinfo=False) as xmp:
        del xmp["pdfuaid:part"]


def pdfa_of_a_lower_level(pdf: Pdf) -> None:
    with pdf.open_metadata(update_docinfo=False) as xmp:
        xmp["pdfaid:conformance"] = "B"


def without_output_intent(pdf: Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def script_on_opening(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.beep(0);"))


# Fonts and pages


def font_not_embedded(pdf: Pdf) -> None:
    del entries(pdf, "/Type", "/FontDescriptor")[0]["/FontFile2"]


def glyphs_without_letters(pdf: Pdf) -> None:
    font = next(font for font in entries(pdf, "/Type", "/Font") if "/ToUnicode" in font)
    del font["/ToUnicode"]


def page_of_another_size(pdf: Pdf) -> None:
    pdf.pages[3].MediaBox = Array([0, 0, 612, 792])


def page_lost(pdf: Pdf) -> None:
    del pdf.pages[-1]


# What only somebody who has it read to them would notice


def cell_without_heads(pdf: Pdf) -> None:
    del elements(pdf, "/TD")[30].A["/Headers"]


def heads_without_index(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot["/IDTree"]


def cell_under_a_head_of_another_table(pdf: Pdf) -> None:
    first, second = elements(pdf, "/Table")[:2]
    foreign = next(cell for cell in walk(first) if cell.S == "/TD").A["/Headers"]
    next(cell for cell in walk(second) if cell.S == "/TD").A["/Headers"] = Array(list(foreign))


def table_in_two_with_captions(pdf: Pdf) -> None:
    table_in_two_parts(pdf)
    tables = elements(pdf, "/Table")
    whole, part = tables[1], tables[-1]
    caption = Dictionary(Type=Name.StructElem, S=Name.Caption, P=part, K=whole.K[0].K)
    part.K.insert(0, pdf.make_indirect(caption))


def footer_read_as_text(pdf: Pdf) -> None:
    """The margin of the third page joins the text at its end."""
    tree, page = pdf.Root.StructTreeRoot, pdf.pages[2]
    content = page.Contents.read_bytes()
    start = content.rindex(b"/Artifact")
    end = content.index(b"BDC", start) + 3
    number = 1 + max(int(found) for found in re.findall(rb"/MCID (\d+)", content))
    new = b"/P <</MCID %d>> BDC" % number
    page.Contents = pdf.make_stream(content[:start] + new + content[end:])
    text = Dictionary(Type=Name.StructElem, S=Name.P, P=tree.K[0], Pg=page.obj, K=Array([number]))
    tree.K[0].K.append(pdf.make_indirect(text))


def paragraph_as_artifact(pdf: Pdf) -> None:
    content = pdf.pages[0].Contents.read_bytes()
    found = re.search(rb"/\w+\s*<<[^>]*/MCID \d+[^>]*>>\s*BDC", content)
    assert found
    new = content[: found.start()] + b"/Artifact BMC" + content[found.end() :]
    pdf.pages[0].Contents = pdf.make_stream(new)


def part_left_out(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.K[0].K[-1]


def rows_swapped(pdf: Pdf) -> None:
    body = next(body for body in elements(pdf, "/TBody") if len(body.K) > 1)
    first, second, *rest = body.K
    body.K = Array([second, first, *rest])


def parts_swapped(pdf: Pdf) -> None:
    document = pdf.Root.StructTreeRoot.K[0]
    first, second, *rest = document.K
    document.K = Array([second, first, *rest])


def empty_head(pdf: Pdf) -> None:
    elements(pdf, "/TH")[4].K = Array([])


def sign_without_word(pdf: Pdf) -> None:
    del next(span for span in elements(pdf, "/Span") if "/E" in span)["/E"]


def sign_with_another_word(pdf: Pdf) -> None:
    next(span for span in elements(pdf, "/Span") if "/E" in span).E = String("null")


def another_language(pdf: Pdf) -> None:
    elements(pdf, "/P")[0].Lang = String("en")


def without_bookmarks(pdf: Pdf) -> None:
    del pdf.Root["/Outlines"]


def bookmark_lost(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        chapter = next(c for c in outline.root[0].children if c.title == "Bevölkerung")
        outline.root[0].children.remove(chapter)


def dead_link(pdf: Pdf) -> None:
    links(pdf)[0].Dest = String("nirgends")


def without_page_labels(pdf: Pdf) -> None:
    del pdf.Root["/PageLabels"]


def page_labels_in_roman(pdf: Pdf) -> None:
    pdf.Root.PageLabels.Nums[1].S = Name.r


def half_transparent(pdf: Pdf) -> None:
    pdf.pages[1].Resources.ExtGState = Dictionary(Halb=Dictionary(ca=0.5))


def picture_with_a_mask(pdf: Pdf) -> None:
    streams = (item for item in pdf.objects if isinstance(item, Stream))
    image = next(stream for stream in streams if stream.get("/Subtype") == "/Image")
    image.SMask = pdf.make_stream(b"\x80")
