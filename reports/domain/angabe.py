"""One figure as it is looked up: a value or a change, or the sign in its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from reports.domain.zeichen import Kennzeichen, Zeichen

OHNE_KENNZEICHEN = Kennzeichen(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wert:
    """A released value, or the sign in its place; see the frame ``Freigabe``."""

    zaehler: int | None = None
    nenner: int | None = None
    wert: float | None = None
    gerundet: int | None = None
    zeichen: Zeichen | None = None
    kennzeichen: Kennzeichen = OHNE_KENNZEICHEN
    zaehler_kennzeichen: Kennzeichen = OHNE_KENNZEICHEN
    eingeschraenkt: bool = False
    stichtag: str = ""
    quelle: str = ""

    @property
    def gerundet_null(self) -> bool:
        """Whether it is more than nothing although its figure is 0."""
        return Kennzeichen.GERUNDET_NULL in self.kennzeichen

    @property
    def genau(self) -> Fraction | None:
        """Zähler by Nenner, which orders the values of one Kennzahl exactly; None for a sign."""
        return None if self.zaehler is None else Fraction(self.zaehler, self.nenner or 1)

    @property
    def groesse(self) -> int | None:
        """Orders values of one Kennzahl as they are printed: »k«, more than nothing, is above 0."""
        return None if self.gerundet is None else 2 * self.gerundet + self.gerundet_null


@dataclass(frozen=True, slots=True, kw_only=True)
class Aenderung:
    """A released change, or the signs in its place; see the frame ``Veraenderung``."""

    von: int | None
    bis: int | None
    absolut: int | None
    zeichen: Zeichen | None
    prozent: int | None
    prozent_zeichen: Zeichen | None
    kleine_basis: bool = False
    kennzeichen: Kennzeichen = OHNE_KENNZEICHEN
    eingeschraenkt: bool = False


NICHT_GELIEFERT = Wert(zeichen=Zeichen.FEHLT)

Werte = Mapping[tuple[str, int, str], Wert]  # by key of the area, year and id of the Kennzahl
