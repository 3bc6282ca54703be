"""A table to be protected: its figures, and the linear relations between them that anyone knows.

Everything here is a number; what a cell means is its ``name``, which nothing else looks into.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum, auto


class Lage(Enum):
    """Who gets to see a cell."""

    GEDRUCKT = auto()  # published, unless it is suppressed
    BEKANNT = auto()  # known whatever we do
    INNEN = auto()  # published by nobody, yet perhaps worked out


@dataclass(frozen=True, slots=True, kw_only=True)
class Zelle:
    """One figure.

    Attributes:
        name: what its user knows it by.
        wert: the figure, in units of its last decimal; None where nobody here knows it either.
        lage: who gets to see it.
        mindestens: the least that whoever does not see it takes it for: 1 for a count where zeros
            are shown, 0 where they are protected too; None for a balance.
        minimum: the smallest figure that is no secret; 0 for what needs no protection. While a cell
            with one is not seen, nobody may narrow it down to less than this, nor to fewer than
            this many figures.
        klein: whether its figure is a secret: it is never published.
        verlust: what its suppression costs.
    """

    name: Hashable
    wert: int | None
    lage: Lage = Lage.GEDRUCKT
    mindestens: int | None = 0
    minimum: int = 0
    klein: bool = False
    verlust: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Beziehung:
    """A weighted sum of cells that lies between two bounds.

    Attributes:
        terme: pairs of cell, as its place in the table, and weight.
        unten: the least that the sum is, None without a bound.
        oben: the most that it is, None without a bound.
    """

    terme: tuple[tuple[int, int], ...]
    unten: float | None = 0.0
    oben: float | None = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelle:
    """Cells and their relations."""

    zellen: tuple[Zelle, ...]
    beziehungen: tuple[Beziehung, ...]


@dataclass(frozen=True, slots=True)
class Spielraum:
    """Between which figures an attacker has to leave a cell; None without a bound."""

    unten: float | None
    oben: float | None
