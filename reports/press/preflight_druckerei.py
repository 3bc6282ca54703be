"""Whether a finished PDF may go to a printing house: its boxes, its inks, its norm."""

from collections.abc import Iterator

import pikepdf

from reports.press.variante import ANSCHNITT, PUNKT_JE_MM, RAND

SEITE = (0.0, 0.0, 210 * PUNKT_JE_MM, 297 * PUNKT_JE_MM)
TOLERANZ = 0.5  # points
FARBEN = "rg RG g G k K cs CS sc SC scn SCN sh"
GTS = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"


def press_faults(pdf: pikepdf.Pdf, *, with_profile: bool) -> Iterator[str]:
    """What is wrong with *pdf*, printed with or without the profile of a printing condition."""
    yield from _box_faults(pdf)
    yield from _ink_faults(pdf, "/DeviceCMYK" if with_profile else "/DeviceGray")
    yield from _norm_faults(pdf, with_profile=with_profile)
    if any("/Annots" in page for page in pdf.pages):
        yield "Auf den Seiten liegen Verweise oder Kommentare, die PDF/X verbietet."


def _box_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every page is cut to A4, bleeds 3 mm, and has room for the crop marks around."""
    wanted = {"/TrimBox": 0, "/BleedBox": ANSCHNITT, "/MediaBox": RAND}
    for number, page in enumerate(pdf.pages, 1):
        for box, beyond in wanted.items():
            if not _is_around(page.obj.get(box), beyond * PUNKT_JE_MM):
                yield f"Auf Seite {number} stimmt die {box[1:]} nicht."


def _is_around(box: pikepdf.Object | None, beyond: float) -> bool:
    """Whether a box goes that many points beyond A4 on every side."""
    if box is None:
        return False
    left, bottom, right, top = SEITE
    wanted = (left - beyond, bottom - beyond, right + beyond, top + beyond)
    return all(
        abs(float(edge) - goal) < TOLERANZ for edge, goal in zip(box.as_list(), wanted, strict=True)
    )


def _ink_faults(pdf: pikepdf.Pdf, space: str) -> Iterator[str]:
    """Text, lines and pictures are in *space* and no other."""
    allowed = {"/DeviceCMYK": {"k", "K"}, "/DeviceGray": {"g", "G"}}[space]
    for number, page in enumerate(pdf.pages, 1):
        used = {str(command.operator) for command in pikepdf.parse_content_stream(page, FARBEN)}
        if used - allowed:
            yield f"Seite {number} setzt Farben, die keine Druckfarben sind."
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image":
            _, found, *_ = item.ColorSpace.as_list()
            if found != space:
                yield f"Ein Bild hat den Farbraum {str(found)[1:]} statt {space[1:]}."


def _norm_faults(pdf: pikepdf.Pdf, *, with_profile: bool) -> Iterator[str]:
    """With a profile the file is PDF/X-4 and carries it; without one it claims nothing."""
    with pdf.open_metadata() as xmp:
        if xmp.get(GTS) != ("PDF/X-4" if with_profile else None):
            yield "Die Datei ist nicht richtig als PDF/X-4 gekennzeichnet."
    intents = pdf.Root.get("/OutputIntents", pikepdf.Array()).as_list()
    if [_condition(intent) for intent in intents] != [("/GTS_PDFX", b"CMYK")] * with_profile:
        yield "Die Druckbedingung der Datei ist nicht die des Druckprofils."


def _condition(intent: pikepdf.Object) -> tuple[str, bytes]:
    """What an output intent is for, and the colour space of its profile."""
    return str(intent.S), intent.DestOutputProfile.read_bytes()[16:20]
