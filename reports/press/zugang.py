"""Whether a screen reader gets a finished PDF whole, in its order, and with words for its signs.

Reads the bytes as a stranger would. What the validators ask for is not asked again.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf

from reports.profile.model import Profil
from reports.profile.tablemodel import Zelle

_MCID = re.compile(rb"/MCID (\d+)")
_REIHEN = ("/TBody", "/L")  # whose parts stand below each other
_HUELLEN = ("/Figure", "/Div")  # which may hold a picture, or room, and nothing to read
_DECKEND = ("/ca", "/CA")
_NICHTS = pikepdf.Dictionary()

Stelle = tuple[int, int]  # number of the page from 0, and of the marked content on it


@dataclass(frozen=True)
class Lesebaum:
    """The structure tree of a file as a screen reader walks it, and what it should tell."""

    pdf: pikepdf.Pdf
    profil: Profil

    @cached_property
    def elemente(self) -> tuple[pikepdf.Object, ...]:
        """All elements in reading order."""
        return tuple(_walk(self.pdf.Root.get("/StructTreeRoot", _NICHTS)))

    @cached_property
    def seiten(self) -> dict[tuple[int, int], int]:
        """The number of each page, from 0, by its object."""
        return {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}

    def elements(self, kind: str) -> Iterator[pikepdf.Object]:
        """The elements of one *kind*."""
        return (element for element in self.elemente if kind == element.S)

    def contents(
        self, element: pikepdf.Object, page: pikepdf.Object | None = None
    ) -> Iterator[Stelle]:
        """Where everything below *element* stands, in reading order."""
        page = element.get("/Pg", page)
        for kid in element.get("/K", ()):
            if isinstance(kid, int):
                yield self._number(page), kid
            elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
                yield self._number(kid.get("/Pg", page)), int(kid.MCID)
            elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from self.contents(kid, page)

    def _number(self, page: pikepdf.Object | None) -> int:
        """The number of a page, from 0; -1 for none of the file's."""
        return -1 if page is None else self.seiten.get(page.objgen, -1)

    @property
    def all_contents(self) -> Iterator[Stelle]:
        """Where everything stands, in reading order."""
        return self.contents(self.pdf.Root.get("/StructTreeRoot", _NICHTS))


def access_problems(pdf: pikepdf.Pdf, profil: Profil) -> Iterator[str]:
    """A sentence for each thing that keeps somebody from having *profil* read to them."""
    baum = Lesebaum(pdf, profil)
    for check in CHECKS:
        yield from check(baum)


def _walk(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in element.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _walk(kid)


def _check_tables(baum: Lesebaum) -> Iterator[str]:
    """Each table of the page model is one table, however many pages it takes."""
    found, wanted = sum(1 for _ in baum.elements("/Table")), len(baum.profil.tabellen)
    if found != wanted:
        yield f"Vorgelesen würden {found} Tabellen statt {wanted}."


def _check_headers(baum: Lesebaum) -> Iterator[str]:
    """Each cell leads to the heads of its row and its column, in its own table."""
    root = baum.pdf.Root.get("/StructTreeRoot", _NICHTS)
    names = list(root.get("/IDTree", _NICHTS).get("/Names", ()))
    heads = {str(key): head for key, head in zip(names[::2], names[1::2], strict=True)}
    for table in baum.elements("/Table"):
        parts = list(_walk(table))
        own = {part.objgen for part in parts if part.S == "/TH"}
        for cell in (part for part in parts if part.S == "/TD"):
            leads = [heads.get(str(key)) for key in cell.get("/A", _NICHTS).get("/Headers", ())]
            if not leads or any(head is None or head.objgen not in own for head in leads):
                yield "Eine Zelle führt nicht zu den Köpfen ihrer Zeile und Spalte."
                return


def _check_complete(baum: Lesebaum) -> Iterator[str]:
    """Everything that pages mark as content is read, once."""
    marked = Counter(
        (number, int(found))
        for number, page in enumerate(baum.pdf.pages)
        for found in _MCID.findall(page.Contents.read_bytes())
    )
    if Counter(baum.all_contents) != marked:
        yield "Vorgelesen würde nicht genau das, was auf den Seiten steht."


def _check_order(baum: Lesebaum) -> Iterator[str]:
    """Pages are read from the first to the last, rows and lists from above."""
    pages = [page for page, _ in baum.all_contents]
    if pages != sorted(pages):
        yield "Die Seiten würden in anderer Folge vorgelesen."
    for body in (element for element in baum.elemente if element.S in _REIHEN):
        rows = [min(baum.contents(row), default=(0, 0)) for row in body.K]
        if rows != sorted(rows):
            yield "Die Zeilen einer Tabelle oder Liste würden in anderer Folge vorgelesen."


def _check_empty(baum: Lesebaum) -> Iterator[str]:
    """Nothing that a screen reader announces is without content."""
    for element in baum.elemente:
        if element.S not in _HUELLEN and not len(element.get("/K", ())):
            yield f"Ein Element »{str(element.S)[1:]}« ist leer."


def _check_signs(baum: Lesebaum) -> Iterator[str]:
    """Each sign and mark is read with its word."""
    spoken = Counter(str(e.E) for e in baum.elements("/Span") if "/E" in e)
    wanted = Counter(
        stueck.gesprochen
        for zelle in _cells(baum.profil)
        for stueck in zelle.gesetzt
        if stueck.gesprochen
    )
    if spoken != wanted:
        yield "Ein Zeichen hätte kein oder ein anderes Wort zum Vorlesen."


def _cells(profil: Profil) -> Iterator[Zelle]:
    """All cells of a profile, in tables and outside."""
    yield from (z for t in profil.tabellen for zeile in t.zeilen for z in zeile.zellen)
    yield from (z for k in profil.kacheln for z in (k.wert, k.veraenderung) if z)
    yield from (zeile.zeichen for zeile in profil.legende)
    yield profil.einwohner


def _check_language(baum: Lesebaum) -> Iterator[str]:
    """Nothing is read in a language of its own."""
    if any("/Lang" in element for element in baum.elemente):
        yield "Ein Teil würde in einer anderen Sprache vorgelesen."


def _check_bookmarks(baum: Lesebaum) -> Iterator[str]:
    """The bookmarks name the area, its chapters and the tables of all Kennzahlen."""
    profil = baum.profil
    with baum.pdf.open_outline() as outline:
        found = set(_titles(outline.root))
    tables = (tabelle.titel for tabelle in profil.vergleich.tabellen)
    for title in (profil.name, *(thema.titel for thema in profil.themen), *tables):
        if title not in found:
            yield f"Im Verzeichnis der Lesezeichen fehlt »{title}«."


def _titles(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def _check_links(baum: Lesebaum) -> Iterator[str]:
    """Each link leads to a place in the file."""
    dests = baum.pdf.Root.get("/Names", _NICHTS).get("/Dests", _NICHTS)
    known = {str(name) for name in list(dests.get("/Names", ()))[::2]}
    for number, page in enumerate(baum.pdf.pages, 1):
        for link in page.get("/Annots", ()):
            if str(link.get("/Dest", "")) not in known:
                yield f"Ein Verweis auf Seite {number} führt nirgendwohin."


def _check_labels(baum: Lesebaum) -> Iterator[str]:
    """The viewer counts pages as the footers do."""
    nums = list(baum.pdf.Root.get("/PageLabels", _NICHTS).get("/Nums", ()))
    if nums != [0, pikepdf.Dictionary(S=pikepdf.Name.D)]:
        yield "Die Seitenzahlen im Fenster sind nicht die gedruckten."


def _check_transparency(baum: Lesebaum) -> Iterator[str]:
    """Nothing shines through anything."""
    states = (
        state for page in baum.pdf.pages for state in page.Resources.get("/ExtGState", {}).values()
    )
    clear = any(state.get(key, 1) != 1 for state in states for key in _DECKEND)
    streams = (item for item in baum.pdf.objects if isinstance(item, pikepdf.Stream))
    if clear or any("/SMask" in stream for stream in streams):
        yield "Etwas auf den Seiten ist durchsichtig."


CHECKS: tuple[Callable[[Lesebaum], Iterator[str]], ...] = (
    _check_tables,
    _check_headers,
    _check_complete,
    _check_order,
    _check_empty,
    _check_signs,
    _check_language,
    _check_bookmarks,
    _check_links,
    _check_labels,
    _check_transparency,
)
