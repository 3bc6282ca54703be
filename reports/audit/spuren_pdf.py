"""Traces in a PDF: numbers that its page model does not hold, in sight or out of it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2

from reports.audit.spuren_daten import spur, zahlen
from reports.errors import Befund

_INNEN = frozenset(
    {"/ID", "/Headers", "/Names", "/Dest", "/Registry", "/Ordering"}  # names of inner use
    | {"/Type", "/S", "/P", "/Parent", "/Pg", "/Obj"}  # kinds, and ways to other objects
    | {"/ColorSpace"}  # palettes, whose bytes are no text
    | {"/OutputIntents"}  # the printing condition, named by its ICC profile
)
_TECHNIK = re.compile(
    r"""xmlns:\w+=["'][^"']*["'] | WeasyPrint\s[\d.]+ | IEC\s61966-2-1 | ISO\s14289
    | PDF/X-4 | xmp\.did:[0-9a-f-]{36} | <xmpMM:VersionID>1<
    | <xmp:(?:Create|Modify|Metadata)Date>\d{4}-\d\d-\d\d<
    | pdfaid:part=["']\d["'] | <pdfuaid:part>\d</pdfuaid:part> | <\?xpacket[^>]*\?>""",
    re.VERBOSE,
)
_BILDTEXT = re.compile(rb"(?:tEXt|zTXt|iTXt)[A-Za-z][ -~]{1,78}\0")
_VERSTECKT = (b"/ActualText", b"/Alt", b"/E ", b"/E(")
_DATEIEN = {"/EmbeddedFile", "/Filespec", "/FileAttachment"}
_TEXT = re.compile(rb"\(|(?<!<)<(?!<)")  # how a string begins
_FREMD = "nennt eine Zahl, die das Seitenmodell nicht enthält."


def pdf_spuren(path: Path, texte: frozenset[str]) -> Iterator[Befund]:
    """The traces in a PDF.

    Args:
        path: the file.
        texte: all texts of the page model that it was printed from.
    """
    known = {zahl for text in texte for zahl in zahlen(text)}
    yield from _in_sight(path, known)
    yield from _out_of_sight(path, known, texte)
    content = path.read_bytes()
    if _BILDTEXT.search(content):
        yield spur(path.name, "Ein Bild trägt einen Text in sich.")
    if content.count(b"startxref") != 1 or not content.rstrip().endswith(b"%%EOF"):
        yield spur(path.name, "Die Datei ist nachträglich ergänzt worden.")


def _in_sight(path: Path, known: set[str]) -> Iterator[Befund]:
    with pypdfium2.PdfDocument(path) as document:
        pages = {str(number) for number in range(1, len(document) + 1)}
        for number, page in enumerate(document, start=1):
            text = page.get_textpage().get_text_range()
            if not (known | pages).issuperset(zahlen(text)):
                yield spur(f"{path.name}, Seite {number}", f"Der Text {_FREMD}")


def _out_of_sight(path: Path, known: set[str], texte: frozenset[str]) -> Iterator[Befund]:
    with pikepdf.open(path) as document:
        for key, text in _strings(document):
            if not known.issuperset(zahlen(_TECHNIK.sub(" ", text))):
                yield spur(f"{path.name}, Eintrag {key}", f"Der Eintrag {_FREMD}")
            elif key == "/Alt" and text not in texte:
                yield spur(f"{path.name}, Eintrag {key}", "Der Alternativtext ist ein anderer.")
        if document.attachments or any(map(_carries_a_file, document.objects)):
            yield spur(path.name, "An der Datei hängen weitere Dateien.")
        yield from _in_content(path, document)


def _carries_a_file(value: object) -> bool:
    """Whether an object is another file, or says that there is one."""
    if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        return False
    kinds = {str(value.get(key, "")) for key in ("/Type", "/Subtype")}
    return bool(kinds & _DATEIEN) or any(key in value for key in ("/AF", "/PieceInfo", "/EF"))


def _in_content(path: Path, document: pikepdf.Pdf) -> Iterator[Befund]:
    for number, page in enumerate(document.pages, start=1):
        if _hides_text(page):
            ort = f"{path.name}, Seite {number}"
            yield spur(ort, "Im Inhalt der Seite steht Text, den man nicht sieht.")


def _strings(document: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    """All texts outside of page content with the key they stand under."""
    yield from _strings_in("", document.trailer)
    for value in document.objects:
        if isinstance(value, pikepdf.Stream) or _TEXT.search(value.unparse(resolved=True)):
            yield from _strings_in("", value)
        if isinstance(value, pikepdf.Stream) and value.get("/Type") == "/Metadata":
            yield "/Metadata", value.read_bytes().decode("utf-8", "replace")


def _strings_in(key: str, value: object) -> Iterator[tuple[str, str]]:
    """The texts in a value; not those of objects of their own inside it."""
    if isinstance(value, pikepdf.String):
        yield key, str(value)
        return
    for name, part in _inside(key, value):
        if isinstance(part, pikepdf.Object) and not part.is_indirect:
            yield from _strings_in(name, part)


def _inside(key: str, value: object) -> Iterable[tuple[str, object]]:
    if isinstance(value, pikepdf.Array):
        return ((key, part) for part in value)
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        return ((name, part) for name, part in value.items() if name not in _INNEN)
    return ()


def _hides_text(page: pikepdf.Page) -> bool:
    contents = page.obj.get("/Contents")
    streams = contents if isinstance(contents, pikepdf.Array) else [contents]
    data = b"\n".join(s.read_bytes() for s in streams if isinstance(s, pikepdf.Stream))
    return any(word in data for word in _VERSTECKT)
