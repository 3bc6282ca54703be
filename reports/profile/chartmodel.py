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


@dataclass(frozen=True, slots=True, kw_only=True)
class Linienbild:
    """One panel of a line chart, a Kennzahl over the years.

    Attributes:
        brueche: years with which a new, incomparable series begins; lines have a gap before them.
        einschraenkungen: years from which values compare with those before only with care.
        jahre: first and last year of the time axis, the same in all panels of a profile.
    """

    titel: str
    einheit: str
    linien: tuple[Linie, ...]
    striche: tuple[Strich, ...]
    brueche: tuple[int, ...]
    einschraenkungen: tuple[int, ...]
    jahre: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Punktreihe:
    """One row of a dot chart: a Kennzahl of one year, all Kommunen on a scale of their own.

    Attributes:
        werte: positions of the other Kommunen with a released value, ascending.
        eigen: position of the profile's own area, None where none is released or it has no dot.
        region: position of the Region's value.
        kleinster: printed text of the smallest value among the Kommunen.
        groesster: printed text of the largest.
        eigentext: printed text of the own value, or its sign.
        zeichen: the signs and marks in these texts.
    """

    titel: str
    stand: str
    werte: tuple[float, ...]
    eigen: float | None
    region: float | None
    kleinster: str
    groesster: str
    eigentext: str
    zeichen: tuple[Druckzeichen, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Liniendiagramm:
    """Small multiples of lines with one time axis.

    Attributes:
        lesehilfe: one sentence on how to read it; empty where there is none.
    """

    id: str
    titel: str
    bilder: tuple[Linienbild, ...]
    alt: str
    lesehilfe: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Punktdiagramm:
    """Rows of dots: where the area stands among all Kommunen.

    Attributes:
        lesehilfe: one sentence on how to read it; empty where there is none.
        eigenname: name of the area whose dot is marked; empty in the Region's own edition.
    """

    id: str
    titel: str
    eigenname: str
    reihen: tuple[Punktreihe, ...]
    alt: str
    lesehilfe: str = ""


Diagramm = Liniendiagramm | Punktdiagramm
