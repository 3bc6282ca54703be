"""Everything an attacker knows, as bounds of unknown counts and linear relations between them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple


class Groesse(NamedTuple):
    """A count or amount: a sum of Merkmale, as text, of an area and year."""

    gebiet: str
    jahr: int
    form: str


@dataclass(frozen=True, slots=True)
class Reihe:
    """A weighted sum of unknowns that lies between two bounds."""

    terme: tuple[tuple[int, int], ...]
    unten: float
    oben: float


@dataclass(slots=True)
class Wissen:
    """What is known of each count.

    Attributes:
        plaetze: the place of each count.
        unten: the least that it can be, in units of its last decimal.
        oben: the most that it can be.
        reihen: relations.
    """

    plaetze: dict[Groesse, int] = field(default_factory=dict)
    unten: list[float] = field(default_factory=list)
    oben: list[float] = field(default_factory=list)
    reihen: list[Reihe] = field(default_factory=list)

    def place(self, groesse: Groesse, *, saldo: bool = False) -> int:
        """The place of a count; a new one is at least zero, a balance anything."""
        found = self.plaetze.get(groesse)
        if found is None:
            found = self.plaetze[groesse] = len(self.unten)
            self.unten.append(-inf if saldo else 0.0)
            self.oben.append(inf)
        return found

    def learn(self, groesse: Groesse, wert: int) -> None:
        """The count is exactly this."""
        place = self.place(groesse)
        self.unten[place] = self.oben[place] = float(wert)

    def narrow(self, groesse: Groesse, unten: float = -inf, oben: float = inf) -> None:
        """The count lies between these, beside what is known of it already."""
        place = self.place(groesse)
        self.unten[place] = max(self.unten[place], unten)
        self.oben[place] = min(self.oben[place], oben)

    def knows(self, groesse: Groesse) -> int | None:
        """The count where it is exactly known."""
        place = self.plaetze.get(groesse)
        if place is None or self.unten[place] != self.oben[place]:
            return None
        return int(self.unten[place])

    def relate(
        self, terme: Iterable[tuple[Groesse, int]], unten: float = 0.0, oben: float = 0.0
    ) -> None:
        """The weighted sum lies between two bounds.

        Where all of it is known and it lies outside, the sources round more than they say, and the
        bounds give way as far as needed.
        """
        named = list(terme)
        known = [self.knows(groesse) for groesse, _ in named]
        if None not in known:
            return
        places = tuple((self.place(groesse), weight) for groesse, weight in named)
        self.reihen.append(Reihe(places, unten, oben))
