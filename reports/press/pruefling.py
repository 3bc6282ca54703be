"""A finished PDF as a stranger reads it, with libraries that had no part in writing it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf
import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE  # type: ignore[attr-defined]

from reports.profile.model import Profil

PUNKT_JE_ZOLL = 72
_TRENNUNG = re.compile("[-\u00ad\u2010\u2011\ufffe]\\s*")
_KAPITEL = 1  # the level of their bookmarks


@dataclass(frozen=True, slots=True)
class Bild:
    """A picture on a page and how finely it is printed, in pixels an inch."""

    seite: int
    aufloesung: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruefling:
    """A PDF as it is examined.

    Attributes:
        seiten: the text of each page, in comparable form.
        kapitel: by the titles of bookmarks, the page that they lead to, from 1.
    """

    pdf: pikepdf.Pdf
    objekte: tuple[pikepdf.Object, ...]
    seiten: tuple[str, ...]
    bilder: tuple[Bild, ...]
    kapitel: Mapping[str, int]
    profil: Profil

    def elements(self, kind: str) -> list[pikepdf.Object]:
        """The structure elements of one *kind*, in the tree or not."""
        return [item for item in self.objekte if item.get("/S") == kind]


def read_pruefling(pdf: bytes, file: pikepdf.Pdf, profil: Profil) -> Pruefling:
    """What a stranger reads in *pdf*, which is open as *file*."""
    with pypdfium2.PdfDocument(pdf) as document:
        return Pruefling(
            pdf=file,
            objekte=tuple(item for item in file.objects if isinstance(item, pikepdf.Dictionary)),
            seiten=tuple(comparable(page.get_textpage().get_text_range()) for page in document),
            bilder=tuple(bild for n, page in enumerate(document, 1) for bild in _pictures(n, page)),
            kapitel=dict(_chapters(document)),
            profil=profil,
        )


def _chapters(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, int]]:
    """The bookmarks of chapters with their pages."""
    for mark in document.get_toc():
        target = mark.get_dest()
        page = target.get_index() if target else None
        if mark.level == _KAPITEL and page is not None:
            yield mark.get_title(), page + 1


def _pictures(seite: int, page: pypdfium2.PdfPage) -> Iterator[Bild]:
    """The pictures of a page; where width and height differ in resolution, the coarser counts."""
    for item in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = item.get_bounds()
        width, height = item.get_px_size()
        coarser = min(width / (right - left), height / (top - bottom))
        yield Bild(seite, coarser * PUNKT_JE_ZOLL)


def comparable(text: str) -> str:
    """Text without what typesetting changes: hyphens, ligatures, kinds of spaces.

    Hyphens go altogether: at a line's end nobody can tell a word's own from the typesetter's.
    """
    return " ".join(unicodedata.normalize("NFKC", _TRENNUNG.sub("", text)).split())
