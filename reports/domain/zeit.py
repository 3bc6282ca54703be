"""Periods, and breaks in series that forbid or limit a comparison across them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from reports.domain.katalog import Basis, Merkmal

TRENDJAHRE = 5  # over which a trend is tested, the year of the Stand counted in


@dataclass(frozen=True, slots=True)
class Zeitraum:
    """A period of whole years, both ends included."""

    von: int
    bis: int

    def __str__(self) -> str:
        return f"{self.von}–{self.bis}"


class Vergleichbarkeit(StrEnum):
    """Whether figures on both sides of a break may be compared."""

    NEIN = "nein"
    EINGESCHRAENKT = "eingeschraenkt"


class Bruch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A break in the series of some Merkmale.

    Attributes:
        ab: first year of the new series; the break lies between the year before and this one.
        basis: breaks every Merkmal of this base, or None.
        merkmale: ids of the Merkmale it breaks.
    """

    ab: int
    vergleichbar: Vergleichbarkeit
    titel: str
    grund: str
    basis: Basis | None = None
    merkmale: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a break of nothing."""
        if self.basis is None and not self.merkmale:
            raise ValueError("Der Bruch nennt weder »basis« noch »merkmale«.")

    def concerns(self, merkmal: Merkmal) -> bool:
        """Whether the series of *merkmal* has this break."""
        return merkmal.id in self.merkmale or merkmal.basis == self.basis

    def lies_in(self, zeitraum: Zeitraum) -> bool:
        """Whether a comparison of both ends of *zeitraum* goes across the break."""
        return zeitraum.von < self.ab <= zeitraum.bis


def comparability(brueche: Iterable[Bruch], zeitraum: Zeitraum) -> Vergleichbarkeit | None:
    """How far the ends of *zeitraum* can be compared; None where no break lies between them."""
    crossed = {bruch.vergleichbar for bruch in brueche if bruch.lies_in(zeitraum)}
    if Vergleichbarkeit.NEIN in crossed:
        return Vergleichbarkeit.NEIN
    return Vergleichbarkeit.EINGESCHRAENKT if crossed else None
