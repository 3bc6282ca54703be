"""What a printing house needs and WeasyPrint leaves open: inks, boxes, no links, fixed metadata.

With the profile of a printing condition the file is PDF/X-4 in CMYK. Without one it is plain PDF in
DeviceGray and names no norm: PDF/X-4 obliges a file to say for which condition its inks are mixed,
and to make one up would be a promise that nobody has given. Grey fits any condition, and nothing
on these pages needs colour to be read.
"""

import re
from functools import partial
from io import BytesIO
from typing import Any
from uuid import NAMESPACE_OID, uuid5
from xml.etree.ElementTree import Element

import pydyf
from weasyprint import Document
from weasyprint.css import ColorProfile
from weasyprint.pdf.stream import Stream

from reports.press import tags
from reports.press.farbraum import Farbraum, farbraum_of
from reports.press.structure import Baum
from reports.press.variante import ANSCHNITT, PUNKT_JE_MM, Druck

_XMP_ID = re.compile(rb"xmp\.did:[0-9a-f-]{36}")


def without_links(root: Element) -> None:
    """Make plain text of all links: PDF/X bears none, and paper knows no click."""
    for link in root.iter("a"):
        link.attrib.pop("href", None)


def write(document: Document, druck: Druck, html: str) -> bytes:
    """Write the pages of *document*, which was laid out from *html*."""
    options: dict[str, Any] = {"pdf_tags": True, "pdf_identifier": True}
    if druck.druckprofil:
        options["pdf_variant"] = "pdf/x-4"
        document.metadata.created = document.metadata.modified = str(druck.datenstand)
        content = BytesIO(druck.druckprofil.icc)
        condition = ColorProfile(content, "", "relative-colorimetric", tuple("cmyk"))
        document.color_profiles["device-cmyk"] = condition
    finisher = partial(_finish, farbraum=farbraum_of(druck), html=html)
    pdf: bytes = document.write_pdf(finisher=finisher, **options)
    return pdf


def _finish(_document: object, pdf: Any, *, farbraum: Farbraum, html: str) -> None:
    """Make *pdf*, printed from *html*, fit for the printing house; a finisher of WeasyPrint."""
    baum = Baum(pdf)
    tags.finish_structure(baum)
    _set_bleed_boxes(baum)
    _mix_inks(baum, farbraum)
    _drop_unused_spaces(baum)
    _fix_metadata(baum, html)


def _set_bleed_boxes(baum: Baum) -> None:
    """Let the bleed end where the printing house expects it; WeasyPrint goes a little further."""
    width = ANSCHNITT * PUNKT_JE_MM
    for page in baum.pages:
        left, bottom, right, top = page["TrimBox"]
        page["BleedBox"] = pydyf.Array((left - width, bottom - width, right + width, top + width))


def _mix_inks(baum: Baum, farbraum: Farbraum) -> None:
    """Say each colour of text and lines in *farbraum*; pictures already are."""
    operators = {b"rg": farbraum.flaeche, b"RG": farbraum.linie}
    for stream in baum.pdf.objects:
        if isinstance(stream, Stream):
            stream.stream[:] = [_mixed(item, operators, farbraum) for item in stream.stream]


def _mixed(item: Any, operators: dict[bytes, str], farbraum: Farbraum) -> Any:
    """An instruction of a page, in *farbraum* where it sets a colour."""
    *levels, operator = item.split(b" ") if isinstance(item, bytes) else [b""]
    if operator not in operators:
        return item
    inks = farbraum.umrechnen(bytes(round(255 * float(level)) for level in levels))
    return " ".join((*(f"{ink / 255:.4g}" for ink in inks), operators[operator])).encode()


def _drop_unused_spaces(baum: Baum) -> None:
    """Empty WeasyPrint's list of colour spaces, of which the pages use none.

    It holds the profile of the output intent, which PDF/X forbids as a colour space of a page.
    """
    for item in baum.pdf.objects:
        if isinstance(item, pydyf.Dictionary) and "lab-d50" in item:
            item.clear()


def _fix_metadata(baum: Baum, html: str) -> None:
    """Give the file an identifier that follows from its content, and its dates in the XMP alone."""
    for key in ("CreationDate", "ModDate"):
        baum.pdf.info.pop(key, None)
    if "Metadata" in baum.pdf.catalog:
        xmp = baum.at(baum.pdf.catalog["Metadata"])
        identifier = f"xmp.did:{uuid5(NAMESPACE_OID, html)}".encode()
        xmp.stream = [_XMP_ID.sub(identifier, part) for part in xmp.stream]
