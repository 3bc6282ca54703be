"""Every Häufigkeit again, figure by figure, with the cells that it is made of.

The pages' figures come from frames of all areas at once (``reports.measures``). Here the same rules
are followed for one figure at a time, so that one way checks the other.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from reports.domain.angabe import OHNE_KENNZEICHEN
from reports.domain.formel import Summe
from reports.domain.gebiet import Gebiete, Gruppe
from reports.domain.katalog import Katalog, Merkmal
from reports.domain.korrektur import Korrektur
from reports.domain.zeichen import Kennzeichen, Zeichen
from reports.errors import Stelle
from reports.intake.bestand import Eingang
from reports.profile.material import Gebiet


class Weg(StrEnum):
    """How a figure comes about, in the words of the report."""

    GELIEFERT = "geliefert"
    KOMMUNEN = "Summe der Kommunen"
    REST = "gelieferte Zahl der Region ohne die übrigen Kommunen"
    MERKMALE = "Summe von Merkmalen"
    FEHLT = "nicht geliefert"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleg:
    """A delivered cell.

    Attributes:
        roh: what stands in it.
        sha256: of its file.
    """

    ort: Stelle
    roh: str
    sha256: str
    quelle: str
    stichtag: str
    korrektur: Korrektur | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Zahl:
    """A Häufigkeit and what it is made of.

    Attributes:
        wert: in units of the Merkmal's last decimal; None where ``zeichen`` stands.
        beleg: its cell, where it is delivered.
        teile: what is added (+1) and subtracted (-1), where it is computed.
    """

    merkmal: Merkmal
    gebiet: Gebiet
    jahr: int
    weg: Weg
    wert: int | None
    zeichen: Zeichen | None
    kennzeichen: Kennzeichen = OHNE_KENNZEICHEN
    beleg: Beleg | None = None
    teile: tuple[tuple[int, "Zahl"], ...] = ()

    def belege(self) -> Iterator[Beleg]:
        """All cells that it is made of."""
        if self.beleg:
            yield self.beleg
        for _, teil in self.teile:
            yield from teil.belege()


Teile = tuple[tuple[int, Zahl], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Belegbuch:
    """All delivered figures by area, Merkmal and year, and what follows from them."""

    geliefert: Mapping[tuple[str, str, int], Zahl]
    katalog: Katalog
    gebiete: Gebiete

    def zahl(self, merkmal: Merkmal, gebiet: Gebiet, jahr: int) -> Zahl | None:
        """The Häufigkeit of an area and year; None where nothing about it was delivered."""
        if merkmal.summe:
            return self._derived(merkmal, gebiet, jahr)
        if isinstance(gebiet, Gruppe) and merkmal.additiv:
            return self._of_group(merkmal, gebiet, jahr)
        return self.geliefert.get((gebiet.schluessel, merkmal.id, jahr))

    def teile(self, summe: Summe, gebiet: Gebiet, jahr: int) -> Teile | None:
        """The figures of a signed sum; None where one of them was not delivered."""
        found = [
            (sign, self.zahl(self.katalog.merkmale[name], gebiet, jahr))
            for sign, name in summe.terme
        ]
        whole = tuple((sign, zahl) for sign, zahl in found if zahl is not None)
        return whole if len(whole) == len(found) else None

    def _derived(self, merkmal: Merkmal, gebiet: Gebiet, jahr: int) -> Zahl | None:
        for summe in merkmal.summe:
            teile = self.teile(summe, gebiet, jahr)
            if teile is not None:
                wert, zeichen = added(teile)
                return Zahl(
                    merkmal=merkmal,
                    gebiet=gebiet,
                    jahr=jahr,
                    weg=Weg.MERKMALE,
                    wert=wert,
                    zeichen=zeichen,
                    teile=teile,
                )
        return None

    def _of_group(self, merkmal: Merkmal, gruppe: Gruppe, jahr: int) -> Zahl | None:
        """The Kommunen's sum or, where one is missing, the total without the Kommunen outside."""
        inside, outside = self._kommunen(merkmal, gruppe, jahr)
        region = self._delivered(merkmal, self.gebiete.region, jahr)
        if all(zahl.weg is Weg.FEHLT for zahl in (*inside, *outside, region)):
            return None
        ways: dict[Weg, Teile] = {
            Weg.KOMMUNEN: tuple((1, zahl) for zahl in inside),
            Weg.REST: ((1, region), *((-1, zahl) for zahl in outside)),
        }
        complete = (weg for weg, teile in ways.items() if _has_values(teile))
        weg = next(complete, Weg.FEHLT)
        return Zahl(
            merkmal=merkmal,
            gebiet=gruppe,
            jahr=jahr,
            weg=weg,
            wert=None if weg is Weg.FEHLT else added(ways[weg])[0],
            zeichen=_why(inside, [region], outside) if weg is Weg.FEHLT else None,
            teile=ways.get(weg, ways[Weg.KOMMUNEN]),
        )

    def _kommunen(
        self, merkmal: Merkmal, gruppe: Gruppe, jahr: int
    ) -> tuple[list[Zahl], list[Zahl]]:
        """The figures of the Kommunen inside and outside of a group."""
        inside: list[Zahl] = []
        outside: list[Zahl] = []
        for kommune in self.gebiete.kommunen:
            side = inside if kommune.schluessel in gruppe.mitglieder else outside
            side.append(self._delivered(merkmal, kommune, jahr))
        return inside, outside

    def _delivered(self, merkmal: Merkmal, gebiet: Gebiet, jahr: int) -> Zahl:
        absent = Zahl(
            merkmal=merkmal,
            gebiet=gebiet,
            jahr=jahr,
            weg=Weg.FEHLT,
            wert=None,
            zeichen=Zeichen.FEHLT,
        )
        return self.geliefert.get((gebiet.schluessel, merkmal.id, jahr), absent)


def belegbuch(bestand: pl.DataFrame, eingang: Eingang, gebiete: Gebiete) -> Belegbuch:
    """The figures of *bestand*, all or some of those of *eingang*, each with its cell."""
    by_key = {gebiet.schluessel: gebiet for gebiet in gebiete.alle}
    hashes = {lesung.datei: lesung.sha256 for lesung in eingang.lesungen}
    corrections = {(k.ags, k.merkmal, k.jahr): k for k in eingang.korrekturen}
    delivered = {}
    for row in bestand.iter_rows(named=True):
        key = (row["gebiet"], row["merkmal"], row["jahr"])
        delivered[key] = Zahl(
            merkmal=eingang.katalog.merkmale[row["merkmal"]],
            gebiet=by_key[row["gebiet"]],
            jahr=row["jahr"],
            weg=Weg.GELIEFERT,
            wert=row["wert"],
            zeichen=Zeichen(row["zeichen"]) if row["zeichen"] else None,
            kennzeichen=Kennzeichen(row["kennzeichen"]),
            beleg=Beleg(
                ort=Stelle(row["datei"], row["blatt"], row["zelle"]),
                roh=row["roh"],
                sha256=hashes[row["datei"]],
                quelle=row["quelle"],
                stichtag=row["stichtag"],
                korrektur=corrections.get(key),
            ),
        )
    return Belegbuch(geliefert=delivered, katalog=eingang.katalog, gebiete=gebiete)


def added(teile: Teile) -> tuple[int | None, Zeichen | None]:
    """The signed sum of figures, or the first sign in precedence among them."""
    sign = first_sign(zahl.zeichen for _, zahl in teile)
    if sign:
        return None, sign
    return sum(vorzeichen * (zahl.wert or 0) for vorzeichen, zahl in teile), None


def first_sign(zeichen: Iterable[Zeichen | None]) -> Zeichen | None:
    """The one that comes first in precedence; None where there is none."""
    found = set(zeichen)
    return next((sign for sign in Zeichen if sign in found), None)


def _has_values(teile: Teile) -> bool:
    return all(zahl.wert is not None for _, zahl in teile)


def _why(*groups: Iterable[Zahl]) -> Zeichen:
    """The sign of a group's figure: delivered signs inside it before those of total and rest."""
    for group in groups:
        sign = first_sign(zahl.zeichen for zahl in group if zahl.weg is Weg.GELIEFERT)
        if sign:
            return sign
    return Zeichen.FEHLT
