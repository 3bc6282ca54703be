"""The charts of a page as its file tells them."""

from typing import Any

import msgspec


class Teil(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the page; a field that nobody knows is refused."""


class Bild(Teil, frozen=True):
    """A picture in a cell: a row of the table's spine."""

    id: str
    alt: str


class Spinezeile(Teil, frozen=True):
    """The places of the Kommunen about the Region."""

    id: str
    andere: tuple[float, ...]
    eigen: float | None
    gewertet: bool


class Spine(Teil, frozen=True):
    """The pictures of a table."""

    id: str
    zeilen: tuple[Spinezeile, ...]


class Spinebeispiel(Teil, frozen=True):
    """A spine with labels: at the own mark, at another one, in the middle and at both ends."""

    id: str
    titel: str
    zeile: Spinezeile
    eigen: str
    andere: str
    region: str
    enden: tuple[str, str]
    alt: str

    @property
    def bild(self) -> Bild:
        """The row as a picture of its Kennzahl."""
        return Bild(self.zeile.id, self.alt)


class Punkt(Teil, frozen=True):
    """A year of a line."""

    jahr: int
    wert: float | None


class Linie(Teil, frozen=True):
    """A line."""

    name: str
    art: str
    punkte: tuple[Punkt, ...]
    endtext: str
    zeichen: tuple[Any, ...] = ()


class Strich(Teil, frozen=True):
    """A tick."""

    wert: float
    text: str


class Spannweite(Teil, frozen=True):
    """The least and the greatest value of a year."""

    jahr: int
    unten: float
    oben: float


class Diagramm(Teil, frozen=True):
    """The lines of a Kennzahl."""

    id: str
    titel: str
    einheit: str
    linien: tuple[Linie, ...]
    spannweiten: tuple[Spannweite, ...]
    striche: tuple[Strich, ...]
    brueche: tuple[int, ...]
    einschraenkungen: tuple[int, ...]
    jahre: tuple[int, int]
    hinweis: str
    alt: str


class Kartenkachel(Teil, frozen=True):
    """A Kommune on a map."""

    spalte: int
    reihe: int
    name: str
    text: str
    stufe: int
    eigen: bool


class Karte(Teil, frozen=True):
    """A map of all Kommunen."""

    id: str
    titel: str
    kartenkacheln: tuple[Kartenkachel, ...]
    breite: int
    alt: str
    lesehilfe: str = ""


class Balken(Teil, frozen=True):
    """One side of a step: percent of all inhabitants a year of age, or a sign."""

    wert: float | None
    vergleich: float | None
    zeichen: str


class Pyramidenstufe(Teil, frozen=True):
    """A step of a pyramid."""

    von: int
    bis: int
    maenner: Balken
    frauen: Balken


class Pyramide(Teil, frozen=True):
    """The Altersaufbau of an area over the outline of another."""

    id: str
    titel: str
    einheit: str
    eigen: str
    vergleich: str
    stufen: tuple[Pyramidenstufe, ...]
    ende: float
    striche: tuple[Strich, ...]
    alt: str
