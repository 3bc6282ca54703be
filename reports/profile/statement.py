"""What a sentence of a profile states, and the released cells that it rests on."""

from dataclasses import dataclass
from enum import StrEnum


class Satzart(StrEnum):
    """The kind of a sentence, which decides when it is true."""

    HOECHSTER = "höchster Wert"
    NIEDRIGSTER = "niedrigster Wert"
    UEBER = "über"
    UNTER = "unter"
    GESTIEGEN = "gestiegen"
    GESUNKEN = "gesunken"
    NAHEZU_UNVERAENDERT = "nahezu unverändert"
    UNVERAENDERT = "unverändert"
    TREND_STEIGEND = "Trend steigend"
    TREND_FALLEND = "Trend fallend"
    SPANNE = "Spanne"
    BILANZ = "Bilanz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleg:
    """One released cell that a sentence rests on.

    Attributes:
        gebiet: key of the area.
        gedruckt: the value as the sentence prints it.
    """

    gebiet: str
    kennzahl: str
    jahr: int
    zaehler: int
    nenner: int | None
    gedruckt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Satz:
    """A sentence with its kind and what proves it."""

    art: Satzart
    text: str
    belege: tuple[Beleg, ...]
