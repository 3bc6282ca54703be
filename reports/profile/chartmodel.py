"""The charts of the page model: places to draw at, and finished texts.

Numbers here are positions and decide no printed digit.
"""

from dataclasses import dataclass
from enum import StrEnum

from reports.domain.zeichen import Zeichen
from reports.profile.marks import Marke

Druckzeichen = Zeichen | Marke  # what a legend has to explain


@dataclass(frozen=True, slots=True, kw_only=True)
class Punkt:
    """One year of a line; ``wert`` is the position, None where no value is released."""

    jahr: int
    wert: float | None


class Linienart(StrEnum):
    """Whose line it is, which decides dash, weight and marker."""

    EIGEN = "eigen"
    VERGLEICH = "vergleich"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linie:
    """A line with the text that stands at its last point.

    Attributes:
        zeichen: the marks in that text.
    """

    name: str
    art: Linienart
    punkte: tuple[Punkt, ...]
    endtext: str
    zeichen: tuple[Druckzeichen, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strich:
    """A tick of a value axis: position and finished text."""

    wert: float
    text: str


@dataclass(frozen=True, slots=True)
class Spannweite:
    """The least and the greatest value among the Kommunen in a year, as positions."""

    jahr: int
    unten: float
    oben: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Liniendiagramm:
    """A Kennzahl over the years, one of the small multiples of a chapter.

    Attributes:
        spannweiten: of the years in which enough Kommunen have a released value; none for counts.
        brueche: years with which a new, incomparable series begins; lines have a gap before them.
        einschraenkungen: years from which values compare with those before only with care.
        jahre: first and last year of the time axis, the same in all charts of a profile.
        hinweis: what stands in place of the own line where no value is released; else empty.
    """

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Spinezeile:
    """A row of a spine: where the Kommunen stand about the Region, which lies at 0.

    Attributes:
        id: names its picture.
        andere: places of the other Kommunen with a released value, from -1 to 1, ascending.
        eigen: place of the profile's own area, None where none is released or it has none.
        gewertet: whether right means better; else it means higher.
    """

    id: str
    andere: tuple[float, ...]
    eigen: float | None
    gewertet: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Spine:
    """The pictures beside the rows of a table, drawn together and cut into strips."""

    id: str
    zeilen: tuple[Spinezeile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spinebeispiel:
    """One row of a spine, large, with what its marks mean.

    Attributes:
        titel: the Kennzahl and its Stand.
        eigen: what stands at the own mark; empty without one.
        andere: what stands at the mark of another Kommune.
        region: what stands at the middle.
        enden: what it means to lie far to the left and far to the right.
    """

    id: str
    titel: str
    zeile: Spinezeile
    eigen: str
    andere: str
    region: str
    enden: tuple[str, str]
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kartenkachel:
    """A Kommune on a tile map.

    Attributes:
        spalte: its column from the west, from 1; ``reihe`` is its row from the north.
        name: as printed; may hold soft hyphens; empty where tiles have no names.
        text: what stands below the name; empty without.
        stufe: its fill, from 0 (paper) to 4 (dark).
        eigen: whether it is the profile's own.
    """

    spalte: int
    reihe: int
    name: str
    text: str
    stufe: int
    eigen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Kachelkarte:
    """All Kommunen as equal tiles that lie like the Kommunen on a map.

    Attributes:
        breite: width in points.
        lesehilfe: one sentence on how to read it; empty where there is none.
    """

    id: str
    titel: str
    kartenkacheln: tuple[Kartenkachel, ...]
    breite: int
    alt: str
    lesehilfe: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Balken:
    """One side of a step of a pyramid.

    Attributes:
        wert: percent of all inhabitants a year of age, as a position; None where none is released.
        vergleich: the same of the area of the outline.
        zeichen: what stands in place of the bar; empty where there is one.
    """

    wert: float | None
    vergleich: float | None
    zeichen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pyramidenstufe:
    """A step of a pyramid, from one age up to, and without, another."""

    von: int
    bis: int
    maenner: Balken
    frauen: Balken


@dataclass(frozen=True, slots=True, kw_only=True)
class Pyramide:
    """The Altersaufbau: bars of one area, men to the left, and the outline of another.

    Attributes:
        eigen: whose bars; ``vergleich`` is whose outline.
        einheit: what the scale counts.
        stufen: from the youngest on, each up to the next.
        ende: where the scale of both sides ends: the longest bar of all areas of the edition.
        striche: of that scale, from 0.
    """

    id: str
    titel: str
    einheit: str
    eigen: str
    vergleich: str
    stufen: tuple[Pyramidenstufe, ...]
    ende: float
    striche: tuple[Strich, ...]
    alt: str


Diagramm = Liniendiagramm | Spinebeispiel | Kachelkarte | Pyramide
