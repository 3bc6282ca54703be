"""What a Profil is built from: released values to look up, catalogue, edition, sources."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from reports.comparison.position import Rang, rank_kommunen
from reports.disclosure.release import Release, Stand
from reports.domain.gebiet import Gruppe, Kommune
from reports.domain.katalog import Katalog, Kennzahl
from reports.domain.quelle import Quelle
from reports.domain.zeichen import Kennzeichen, Zeichen
from reports.domain.zeit import Bruch
from reports.edition import Edition

Gebiet = Kommune | Gruppe
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Aenderung:
    """A released change, or the signs in its place; see the frame ``Veraenderung``."""

    von: int | None
    bis: int | None
    absolut: int | None
    zeichen: Zeichen | None
    prozent: int | None
    prozent_zeichen: Zeichen | None
    kennzeichen: Kennzeichen
    eingeschraenkt: bool


NICHT_GELIEFERT = Wert(zeichen=Zeichen.FEHLT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything a Profil is built from, indexed for looking up.

    Attributes:
        kennung: SHA-256 of everything the edition is made of; pages show its beginning.
        werte: by area, year and Kennzahl.
        aenderungen: by area and Kennzahl.
        raenge: by Kennzahl, then area, for the Kennzahl's Stand.
    """

    edition: Edition
    katalog: Katalog
    quellen: tuple[Quelle, ...]
    brueche: tuple[Bruch, ...]
    kennung: str
    staende: Mapping[str, Stand]
    werte: Mapping[tuple[str, int, str], Wert]
    aenderungen: Mapping[tuple[str, str], Aenderung]
    raenge: Mapping[str, Mapping[str, Rang]]

    def wert(self, gebiet: Gebiet, kennzahl: Kennzahl, jahr: int | None = None) -> Wert:
        """The value of *jahr*, or of the Kennzahl's Stand; »fehlt« where none was delivered."""
        year = self.staende[kennzahl.id].jahr if jahr is None else jahr
        return self.werte.get((gebiet.schluessel, year, kennzahl.id), NICHT_GELIEFERT)

    def aenderung(self, gebiet: Gebiet, kennzahl: Kennzahl) -> Aenderung:
        """The change over the period; »fehlt« where the area has no figure of the Kennzahl."""
        stand = self.staende[kennzahl.id]
        absent = Aenderung(
            von=stand.von,
            bis=stand.bis,
            absolut=None,
            zeichen=Zeichen.FEHLT,
            prozent=None,
            prozent_zeichen=Zeichen.FEHLT,
            kennzeichen=OHNE_KENNZEICHEN,
            eingeschraenkt=False,
        )
        return self.aenderungen.get((gebiet.schluessel, kennzahl.id), absent)

    def count_values(self, gebiet: Gebiet) -> int:
        """How many Kennzahlen have a released value for the area at their Stand."""
        shown = (self.katalog.kennzahlen[name] for name in self.staende)
        return sum(self.wert(gebiet, kennzahl).zeichen is None for kennzahl in shown)

    def covers_kommunen(self, kennzahl: Kennzahl) -> bool:
        """Whether more than one Kommune has a released value at the Stand."""
        return len(self.raenge[kennzahl.id]) > 1


def material_of(  # noqa: PLR0913 (what a profile is made of, each named)
    release: Release,
    *,
    edition: Edition,
    katalog: Katalog,
    quellen: tuple[Quelle, ...],
    brueche: tuple[Bruch, ...],
    kennung: str,
) -> Material:
    """The released values indexed for building profiles."""
    kommunen = tuple(kommune.schluessel for kommune in edition.gebiete.kommunen)
    return Material(
        edition=edition,
        katalog=katalog,
        quellen=quellen,
        brueche=brueche,
        kennung=kennung,
        staende=release.staende,
        werte={
            (row["gebiet"], row["jahr"], row["kennzahl"]): msgspec.convert(row, Wert)
            for row in release.werte.iter_rows(named=True)
        },
        aenderungen={
            (row["gebiet"], row["kennzahl"]): msgspec.convert(row, Aenderung)
            for row in release.veraenderungen.iter_rows(named=True)
        },
        raenge={
            name: rank_kommunen(release.werte, kommunen, kennzahl=name, jahr=stand.jahr)
            for name, stand in release.staende.items()
        },
    )
