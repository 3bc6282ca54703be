"""What WeasyPrint leaves undone in the structure of a tagged PDF.

``finish`` is handed to WeasyPrint's public ``finisher`` hook, which runs after all objects exist
and before they are written.
"""

from typing import Any
from urllib.parse import unquote

import pydyf

from reports.errors import Befund, DruckFehler
from reports.press.structure import Baum

SPRICH = "sprich:"
PUNKT_JE_PIXEL = 0.75
WRAPPERS = {"/Span", "/NonStruct"}
PLAIN = {"Type", "S", "P", "Pg", "K"}  # what an element has that only holds its content

PDFUA = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


def finish(_document: object, pdf: Any) -> None:
    """Make the structure of *pdf* what PDF/UA-1 readers can use; the finisher of WeasyPrint."""
    baum = Baum(pdf)
    _declare_pdfua(baum)
    finish_structure(baum)


def finish_structure(baum: Baum) -> None:
    """Make the tree say what it shows, whatever norm the file follows."""
    _label_pages(baum)
    _speak_signs(baum)
    _drop_empty_spans(baum)
    _lift_plain(baum)
    _join_tables(baum)
    _scope_heads(baum)
    _index_heads(baum)
    _place_figures(baum)
    _release_margins(baum)


def _declare_pdfua(baum: Baum) -> None:
    """Name PDF/UA-1 in the XMP, which has room for one variant only in WeasyPrint.

    PDF/A accepts a property of a foreign schema only together with the schema's description.
    """
    xmp = baum.at(baum.pdf.catalog["Metadata"])
    xmp.stream = [part.replace(b"</rdf:RDF>", PDFUA.strip().encode()) for part in xmp.stream]


def _label_pages(baum: Baum) -> None:
    """Let the viewer count pages from 1, as the footers do."""
    decimal = pydyf.Dictionary({"S": "/D"})
    baum.pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, decimal])})


def _speak_signs(baum: Baum) -> None:
    """Turn each carrier link into a Span whose expansion text is what a screen reader says.

    Expansion text leaves the extracted text as it is printed, unlike a replacement text.
    """
    carriers = {}
    for element in baum.all("/Link"):
        for kid in _link_kids(baum, element):
            link = baum.at(kid)["Obj"]
            target = baum.at(link).get("A", {}).get("URI", pydyf.String()).string
            if target.startswith(SPRICH):
                spoken = unquote(target.removeprefix(SPRICH))
                element.update({"S": "/Span", "E": pydyf.String(spoken)})
                element["K"].remove(kid)
                baum.at(kid).clear()
                carriers[link] = element.reference
    _remove_links(baum, set(carriers), set(carriers.values()))


def _drop_empty_spans(baum: Baum) -> None:
    """Take out the Spans without content that a line break leaves at the end of a text."""
    for element in baum.all("/Span"):
        if not element["K"]:
            baum.remove(element)


def _lift_plain(baum: Baum) -> None:
    """Put the content of elements that say nothing of it into the element around them.

    They are a third of all elements: WeasyPrint makes one for every line of text. They stay where
    content and elements would stand side by side, which some readers put out of order.
    """
    entries = dict(zip(baum.pdf.page_references, baum.parents[1::2], strict=False))
    for parent in reversed(list(baum.walk(baum.root))):  # the innermost first
        kids = [kid for part in parent["K"] for kid in _inside(baum, part, parent)]
        if kids != list(parent["K"]) and len({type(kid) for kid in kids}) == 1:
            parent["K"] = pydyf.Array(kids)
            for kid in baum.kids(parent):
                kid["P"] = parent.reference
            for mcid in kids:
                if isinstance(mcid, int):
                    entries[parent["Pg"]][mcid] = parent.reference


def _inside(baum: Baum, kid: Any, parent: Any) -> list[Any]:
    """What stands inside a kid that only holds its content, on the same page; else the kid."""
    element = baum.at(kid) if isinstance(kid, bytes) else {}
    plain = element.get("S") in WRAPPERS and element.keys() <= PLAIN
    if not plain or element["Pg"] != parent.get("Pg"):
        return [kid]
    holds = _link_kids(baum, element) or baum.kids(element, "/Caption")
    return [kid] if holds else list(element["K"])


def _link_kids(baum: Baum, element: Any) -> list[bytes]:
    """References to the objects that tie *element* to its link annotations."""
    references = [kid for kid in element["K"] if isinstance(kid, bytes)]
    return [kid for kid in references if baum.at(kid).get("Type") == "/OBJR"]


def _remove_links(baum: Baum, links: set[bytes], elements: set[bytes]) -> None:
    """Take the annotations *links* off the pages and their *elements* out of the parent tree."""
    for page in baum.pages:
        rest = [link for link in page.pop("Annots", ()) if link not in links]
        if rest:
            page["Annots"] = pydyf.Array(rest)
    nums = baum.parents
    pairs = zip(nums[::2], nums[1::2], strict=True)
    nums[:] = [part for pair in pairs if not _in(pair[1], elements) for part in pair]
    for link in links:
        baum.at(link).clear()


def _in(entry: object, elements: set[bytes]) -> bool:
    """Whether a parent tree entry is one of *elements* and not a page's list."""
    return isinstance(entry, bytes) and entry in elements


def _join_tables(baum: Baum) -> None:
    """Make one Table of the parts into which page breaks cut it.

    Only the first part has the caption, which every table must have. The repeated heads fall out
    of the tree and become artifacts in :func:`_release_margins`.
    """
    first: Any = None
    for table in baum.all("/Table"):
        if baum.kids(table, "/Caption"):
            first = table
        else:
            _append(baum, first, table)


def _append(baum: Baum, first: Any, part: Any) -> None:
    """Move the rows of *part* to the end of *first*; DruckFehler where *first* has no heads."""
    own = _head_ids(baum, first)
    if not own:
        raise DruckFehler([_torn_off()])
    heads = dict(zip(_head_ids(baum, part), own, strict=True))
    for body in baum.kids(part, "/TBody"):
        body["P"] = first.reference
        first["K"].append(body.reference)
        for cell in baum.walk(body):
            if cell["S"] == "/TD":
                ids = [heads.get(key.string, key.string) for key in cell["A"].get("Headers", ())]
                cell["A"]["Headers"] = pydyf.Array(pydyf.String(key) for key in ids)
    baum.remove(part)


def _torn_off() -> Befund:
    return Befund(
        code="D-TABELLE",
        ort="WeasyPrint",
        text="Von einer Tabelle steht auf einer Seite nur die Überschrift.",
        abhilfe="In styles/ der Tabelle erlauben, zwischen ihren Zeilen umzubrechen.",
    )


def _head_ids(baum: Baum, table: Any) -> list[str]:
    """The identifiers of a table's column heads, from left to right."""
    heads = baum.kids(table, "/THead")
    return [cell["ID"].string for head in heads for cell in baum.walk(head) if cell["S"] == "/TH"]


def _scope_heads(baum: Baum) -> None:
    """Say of each header cell whether it heads a column or a row; WeasyPrint leaves it open."""
    for table in baum.all("/Table"):
        for section in baum.kids(table):
            scope = "/Column" if section["S"] == "/THead" else "/Row"
            for cell in baum.walk(section):
                if cell["S"] == "/TH":
                    cell["A"]["Scope"] = scope


def _index_heads(baum: Baum) -> None:
    """List the identified cells in the root: without IDTree nobody can resolve Headers."""
    cells = sorted(baum.all("/TH"), key=lambda cell: cell["ID"].string)
    names = pydyf.Array(part for cell in cells for part in (cell["ID"], cell.reference))
    if names:
        baum.root["IDTree"] = pydyf.Dictionary({"Names": names})


def _place_figures(baum: Baum) -> None:
    """Give each Figure its place in points from the lower edge; WeasyPrint writes CSS pixels."""
    for figure in baum.all("/Figure"):
        height = baum.at(figure["Pg"])["TrimBox"][3]
        left, top, right, bottom = (PUNKT_JE_PIXEL * edge for edge in figure["A"]["BBox"])
        figure["A"]["BBox"] = pydyf.Array((left, height - bottom, right, height - top))


def _release_margins(baum: Baum) -> None:
    """Turn what hangs nowhere in the tree into artifacts: margin boxes and repeated heads.

    WeasyPrint marks them as content of elements that no element contains.
    """
    alive = {element.reference for element in baum.walk(baum.root)}
    nums = baum.parents
    for page, entries in zip(baum.pages, nums[1::2], strict=False):
        dead = {mcid for mcid, entry in enumerate(entries) if entry not in alive}
        for mcid in dead:
            entries[mcid] = "null"
        _mark_pagination(baum.at(page["Contents"]).stream, dead)
    for element in baum.objects("/StructElem"):
        if element.reference not in alive:
            element.clear()


def _mark_pagination(stream: list[Any], dead: set[int]) -> None:
    """Rewrite the marked content *dead* of a page as pagination artifacts."""
    for place, item in enumerate(stream):
        if isinstance(item, dict) and item.get("MCID") in dead:
            stream[place - 1] = "/Artifact"
            stream[place] = pydyf.Dictionary({"Type": "/Pagination"})
