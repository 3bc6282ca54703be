"""Everything an attacker knows, as bounds of unknown counts and linear relations between them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil, floor, inf, isfinite
from typing import NamedTuple

_FAST = 1e-6


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
        gelesen: whether somebody has published it, so that nobody has to work it out.
        reihen: relations.
        widersprueche: counts of which the publications tell what cannot be.
    """

    plaetze: dict[Groesse, int] = field(default_factory=dict)
    unten: list[float] = field(default_factory=list)
    oben: list[float] = field(default_factory=list)
    gelesen: list[bool] = field(default_factory=list)
    reihen: list[Reihe] = field(default_factory=list)
    widersprueche: list[Groesse] = field(default_factory=list)

    def place(self, groesse: Groesse, *, saldo: bool = False) -> int:
        """The place of a count; a new one is at least zero, a balance anything."""
        found = self.plaetze.get(groesse)
        if found is None:
            found = self.plaetze[groesse] = len(self.unten)
            self.unten.append(-inf if saldo else 0.0)
            self.oben.append(inf)
            self.gelesen.append(False)
        return found

    def learn(self, groesse: Groesse, wert: int) -> None:
        """Somebody has published that the count is exactly this."""
        place = self.place(groesse)
        self.unten[place] = self.oben[place] = float(wert)
        self.gelesen[place] = True

    def narrow(self, groesse: Groesse, unten: float = -inf, oben: float = inf) -> None:
        """The count, unless it is published, is a whole number between these."""
        place = self.place(groesse)
        if self.gelesen[place]:
            return
        least = ceil(unten - _FAST) if isfinite(unten) else unten
        most = floor(oben + _FAST) if isfinite(oben) else oben
        low, high = max(self.unten[place], least), min(self.oben[place], most)
        if low > high:
            self.widersprueche.append(groesse)
        else:
            self.unten[place], self.oben[place] = low, high

    def knows(self, groesse: Groesse) -> int | None:
        """The count where somebody has published it."""
        place = self.plaetze.get(groesse)
        return None if place is None or not self.gelesen[place] else int(self.unten[place])

    def relate(
        self, terme: Iterable[tuple[Groesse, int]], unten: float = 0.0, oben: float = 0.0
    ) -> None:
        """The weighted sum lies between two bounds; nothing to note where all of it is known."""
        named = list(terme)
        if all(self.knows(groesse) is not None for groesse, _ in named):
            return
        places = tuple((self.place(groesse), weight) for groesse, weight in named)
        self.reihen.append(Reihe(places, unten, oben))
