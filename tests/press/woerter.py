"""The words of a finished PDF with their boxes, and where each stands in the structure tree."""

from collections.abc import Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from math import hypot

import pikepdf
import pypdfium2
from pypdfium2 import raw

KEINE = -1  # the mark of an artifact: running heads, footers, repeated heads of tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Kasten:
    """A box in points from the lower left corner of the page."""

    links: float
    unten: float
    rechts: float
    oben: float

    @property
    def flaeche(self) -> float:
        """Its area in square points."""
        return (self.rechts - self.links) * (self.oben - self.unten)

    def within(self, other: "Kasten", slack: float = 0) -> bool:
        """Whether nothing of it lies more than *slack* points outside of *other*."""
        return (
            self.links >= other.links - slack
            and self.unten >= other.unten - slack
            and self.rechts <= other.rechts + slack
            and self.oben <= other.oben + slack
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wort:
    """A word as it is printed; a hyphenated one is two.

    Attributes:
        kasten: what its ink takes, without the white above and below.
        grad: size of its type in points as printed.
        marke: number of its marked content on the page, ``KEINE`` for an artifact.
    """

    text: str
    kasten: Kasten
    grad: float
    marke: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seite:
    """A page: its number from 1, its edges, its words in the order of drawing."""

    nummer: int
    kasten: Kasten
    woerter: tuple[Wort, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blatt:
    """Marked content in reading order.

    Attributes:
        ort: number of the page and mark on it.
        vorfahren: kind and identity of the elements it stands in, from the root on.
    """

    ort: tuple[int, int]
    vorfahren: tuple[tuple[str, tuple[int, int]], ...]

    def inside(self, *kinds: str) -> tuple[int, int] | None:
        """The innermost element of one of *kinds* that it stands in."""
        found = [identity for kind, identity in self.vorfahren if kind in kinds]
        return found[-1] if found else None


def read_seiten(pdf: bytes) -> list[Seite]:
    """The pages of *pdf* with their words."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [read_seite(number, page) for number, page in enumerate(document, 1)]
    finally:
        document.close()


def read_seite(nummer: int, page: pypdfium2.PdfPage) -> Seite:
    """A page with its words."""
    textpage = page.get_textpage()
    zeichen = [_zeichen(textpage, index) for index in range(textpage.count_chars())]
    width, height = page.get_size()
    edges = Kasten(links=0, unten=0, rechts=width, oben=height)
    woerter = tuple(_wort(group) for group in _groups(zeichen))
    return Seite(nummer=nummer, kasten=edges, woerter=woerter)


def _zeichen(textpage: pypdfium2.PdfTextPage, index: int) -> Wort:
    """A character as a word of its own; a break that the reader adds has no mark and is blank."""
    left, right, bottom, top = (c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, index, byref(matrix))
    item = raw.FPDFText_GetTextObject(textpage, index)
    return Wort(
        text=chr(raw.FPDFText_GetUnicode(textpage, index)),
        kasten=Kasten(links=left.value, unten=bottom.value, rechts=right.value, oben=top.value),
        grad=raw.FPDFText_GetFontSize(textpage, index) * hypot(matrix.c, matrix.d),
        marke=raw.FPDFPageObj_GetMarkedContentID(item) if item else KEINE,
    )


def _groups(zeichen: list[Wort]) -> Iterator[list[Wort]]:
    """Runs of characters without blank, in one mark, on one line."""
    group: list[Wort] = []
    for before, char in pairwise([zeichen[0], *zeichen] if zeichen else []):
        back = char.kasten.links < before.kasten.links - char.grad / 2
        if group and (char.text.isspace() or char.marke != before.marke or back):
            yield group
            group = []
        if not char.text.isspace():
            group.append(char)
    if group:
        yield group


def _wort(zeichen: list[Wort]) -> Wort:
    """The characters together; where they differ in size, the smallest counts."""
    boxes = [char.kasten for char in zeichen]
    kasten = Kasten(
        links=min(box.links for box in boxes),
        unten=min(box.unten for box in boxes),
        rechts=max(box.rechts for box in boxes),
        oben=max(box.oben for box in boxes),
    )
    text = "".join(char.text for char in zeichen)
    grad = min(char.grad for char in zeichen)
    return Wort(text=text, kasten=kasten, grad=grad, marke=zeichen[0].marke)


def read_blaetter(pdf: bytes) -> list[Blatt]:
    """The marked content of *pdf* in reading order."""
    with pikepdf.open(BytesIO(pdf)) as file:
        pages = {page.objgen: number for number, page in enumerate(file.pages, 1)}
        return list(_leaves(file.Root.StructTreeRoot, (), pages))


def _leaves(
    element: pikepdf.Object,
    above: tuple[tuple[str, tuple[int, int]], ...],
    pages: dict[tuple[int, int], int],
) -> Iterator[Blatt]:
    """The content below *element*, whose own ancestors are *above*."""
    if "/S" in element:
        above = (*above, (str(element.S)[1:], element.objgen))
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield Blatt(ort=(pages[element.Pg.objgen], kid), vorfahren=above)
        elif "/MCID" in kid:
            yield Blatt(
                ort=(pages[kid.get("/Pg", element.get("/Pg")).objgen], int(kid.MCID)),
                vorfahren=above,
            )
        elif kid.get("/Type") != "/OBJR":
            yield from _leaves(kid, above, pages)
