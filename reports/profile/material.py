"""What a Profil is built from: released values to look up, catalogue, edition, sources."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from reports.comparison.compare import einordnen
from reports.comparison.signals import Bilanz, bilanz_of
from reports.comparison.standing import Einordnung, Einordnungen
from reports.disclosure.release import Release, Stand
from reports.domain.angabe import NICHT_GELIEFERT, Aenderung, Wert, Werte
from reports.domain.beziehung import Gesamtzahl, Naeherung
from reports.domain.gebiet import Gruppe, Kommune
from reports.domain.katalog import Katalog, Kennzahl
from reports.domain.quelle import Quelle
from reports.domain.vorausgabe import Bekannt
from reports.domain.zeichen import Zeichen
from reports.domain.zeit import Bruch
from reports.edition import Edition

Gebiet = Kommune | Gruppe


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything a Profil is built from, indexed for looking up.

    Attributes:
        kennung: SHA-256 of everything the edition is made of; pages show its beginning.
        aenderungen: by area, Kennzahl and place of the period.
        bekannt: see :class:`Release`, like the two after it.
    """

    edition: Edition
    katalog: Katalog
    quellen: tuple[Quelle, ...]
    brueche: tuple[Bruch, ...]
    kennung: str
    staende: Mapping[str, Stand]
    werte: Werte
    aenderungen: Mapping[tuple[str, str, int], Aenderung]
    einordnungen: Einordnungen
    bekannt: tuple[Bekannt, ...]
    gesamtzahlen: tuple[Gesamtzahl, ...]
    naeherungen: tuple[Naeherung, ...]

    def wert(self, gebiet: Gebiet, kennzahl: Kennzahl, jahr: int | None = None) -> Wert:
        """The value of *jahr*, or of the Kennzahl's Stand; »fehlt« where none was delivered."""
        year = self.staende[kennzahl.id].jahr if jahr is None else jahr
        return self.werte.get((gebiet.schluessel, year, kennzahl.id), NICHT_GELIEFERT)

    def aenderung(self, gebiet: Gebiet, kennzahl: Kennzahl, zeitraum: int = 0) -> Aenderung:
        """The change over one of the periods; »fehlt« where the area has no such figure."""
        spanne = self.staende[kennzahl.id].spannen[zeitraum]
        absent = Aenderung(
            von=spanne.von if spanne else None,
            bis=spanne.bis if spanne else None,
            absolut=None,
            zeichen=Zeichen.FEHLT,
            prozent=None,
            prozent_zeichen=Zeichen.FEHLT,
        )
        return self.aenderungen.get((gebiet.schluessel, kennzahl.id, zeitraum), absent)

    def einordnung(self, gebiet: Gebiet, kennzahl: Kennzahl) -> Einordnung:
        """What comparison says of a delivered Kennzahl."""
        return self.einordnungen[gebiet.schluessel, kennzahl.id]

    def bilanz(self, gebiet: Gebiet) -> Bilanz:
        """How many Kennzahlen of the area were tested, and how many stand out."""
        return bilanz_of(self.einordnungen[gebiet.schluessel, name] for name in self.staende)

    def vergleichsgebiete(self) -> tuple[Gebiet, ...]:
        """The areas that stand beside the Region."""
        return tuple(self.edition.gebiete.named(key) for key in self.edition.vergleich)

    def count_values(self, gebiet: Gebiet) -> int:
        """How many Kennzahlen have a released value for the area at their Stand."""
        shown = (self.katalog.kennzahlen[name] for name in self.staende)
        return sum(self.wert(gebiet, kennzahl).zeichen is None for kennzahl in shown)

    def covers_kommunen(self, kennzahl: Kennzahl) -> bool:
        """Whether more than one Kommune has a released value at the Stand."""
        kommunen = self.edition.gebiete.kommunen
        return sum(self.wert(kommune, kennzahl).zeichen is None for kommune in kommunen) > 1


def material_of(  # noqa: PLR0913 (what a profile is made of, each named)
    release: Release,
    *,
    edition: Edition,
    katalog: Katalog,
    quellen: tuple[Quelle, ...],
    brueche: tuple[Bruch, ...],
    kennung: str,
) -> Material:
    """The released values indexed for building profiles, and what comparison says of them."""
    werte = {
        (row["gebiet"], row["jahr"], row["kennzahl"]): msgspec.convert(row, Wert)
        for row in release.werte.iter_rows(named=True)
    }
    return Material(
        edition=edition,
        katalog=katalog,
        quellen=quellen,
        brueche=brueche,
        kennung=kennung,
        staende=release.staende,
        werte=werte,
        aenderungen={
            (row["gebiet"], row["kennzahl"], row["zeitraum"]): msgspec.convert(row, Aenderung)
            for row in release.veraenderungen.iter_rows(named=True)
        },
        einordnungen=einordnen(
            werte,
            release.staende,
            katalog=katalog,
            gebiete=edition.gebiete,
            schwellen=edition.schwellen,
            ausgabe=edition.name,
            vorausgabe=edition.vorausgabe,
        ),
        bekannt=release.bekannt,
        gesamtzahlen=release.gesamtzahlen,
        naeherungen=release.naeherungen,
    )
