"""The released rows of an edition, indexed for those who look for traces of others."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path

import msgspec

from reports.audit.lesen import Beziehungen, KennzahlEintrag, read_beziehungen, read_tabelle
from reports.domain.zeichen import DARSTELLUNG, Zeichen
from reports.errors import Befund

GESPERRT = DARSTELLUNG[Zeichen.GESPERRT].csv
DRUCK = {shown.csv: shown.druck for shown in DARSTELLUNG.values()}
OHNE = DARSTELLUNG[Zeichen.FEHLT].druck
_ZAHL = re.compile(r"\d+(?:[.,]\d+)*")
_DEUTSCH = str.maketrans({",": ".", ".": ",", "-": "\N{MINUS SIGN}"})

Zeile = Mapping[str, str]
Reihe = Mapping[int, Zeile]  # the rows of an area and a Kennzahl by year


class Signal(msgspec.Struct, frozen=True):
    """A signal and the edition that showed it first."""

    gebiet: str
    kennzahl: str
    seit: str


class Signale(msgspec.Struct, frozen=True):
    """``signale.json``, with year and number of the edition."""

    jahr: int
    ausgabe: int
    signale: tuple[Signal, ...]


@dataclass(frozen=True, kw_only=True)
class Freigabe:
    """All released rows.

    Attributes:
        reihen: by key of the area and id of the Kennzahl.
        titel: id of the Kennzahl by its title.
        staende: the year at which pages show a Kennzahl.
        laeufe: the rows of ``veraenderungen.csv`` by area and Kennzahl.
        vergleiche: the row of ``vergleich.csv`` by area and Kennzahl.
    """

    reihen: Mapping[tuple[str, str], Reihe]
    titel: Mapping[str, str]
    staende: Mapping[str, int]
    laeufe: Mapping[tuple[str, str], tuple[Zeile, ...]]
    vergleiche: Mapping[tuple[str, str], Zeile]
    beziehungen: Beziehungen
    signale: Signale

    @cached_property
    def namen(self) -> dict[str, str]:
        """The names of the areas by key."""
        return {gebiet.schluessel: gebiet.name for gebiet in self.beziehungen.gebiete}

    @cached_property
    def kommunen(self) -> frozenset[str]:
        """The keys of the Kommunen."""
        return frozenset(g.schluessel for g in self.beziehungen.gebiete if not g.mitglieder)

    @cached_property
    def region(self) -> str:
        """The key of the group of all Kommunen."""
        groups = (g for g in self.beziehungen.gebiete if g.mitglieder)
        return next((g.schluessel for g in groups if self.kommunen <= set(g.mitglieder)), "")

    @cached_property
    def kennzahlen(self) -> dict[str, KennzahlEintrag]:
        """The Kennzahlen by id."""
        return {kennzahl.id: kennzahl for kennzahl in self.beziehungen.kennzahlen}

    def reihe(self, gebiet: str, kennzahl: str) -> Reihe:
        """The rows of the area and Kennzahl by year."""
        return self.reihen.get((gebiet, kennzahl), {})

    @cached_property
    def _werte(self) -> dict[tuple[str, str], dict[int, float]]:
        return {
            key: {
                jahr: float(zeile["wert"])
                for jahr, zeile in reihe.items()
                if zeile["wert"] and not zeile["zeichen"]
            }
            for key, reihe in self.reihen.items()
        }

    def werte(self, gebiet: str, kennzahl: str) -> Mapping[int, float]:
        """The released values by year."""
        return self._werte.get((gebiet, kennzahl), {})

    def am_stand(self, gebiet: str, kennzahl: str) -> Zeile | None:
        """The row that pages show."""
        return self.reihe(gebiet, kennzahl).get(self.staende.get(kennzahl, 0))

    def ist_gesperrt(self, gebiet: str, kennzahl: str, jahr: int) -> bool:
        """Whether the value is suppressed."""
        zeile = self.reihe(gebiet, kennzahl).get(jahr)
        return zeile is not None and zeile["zeichen"] == GESPERRT


def read_freigabe(daten: Path) -> Freigabe:
    """The released rows of the folder.

    Raises:
        GeheimhaltungFehler: a table or ``beziehungen.json`` is missing or has another form.
        OSError: ``signale.json`` is missing.
        msgspec.MsgspecError: it has another form.
    """
    vergleiche = list(read_tabelle(daten / "vergleich.csv").iter_rows(named=True))
    laeufe: dict[tuple[str, str], tuple[Zeile, ...]] = {}
    for zeile in read_tabelle(daten / "veraenderungen.csv").iter_rows(named=True):
        laeufe[_key(zeile)] = (*laeufe.get(_key(zeile), ()), zeile)
    reihen: dict[tuple[str, str], dict[int, Zeile]] = {}
    titel: dict[str, str] = {}
    for zeile in read_tabelle(daten / "freigabe.csv").iter_rows(named=True):
        reihen.setdefault(_key(zeile), {})[int(zeile["jahr"])] = zeile
        titel[zeile["titel"]] = zeile["kennzahl"]
    return Freigabe(
        reihen=reihen,
        titel=titel,
        staende={zeile["kennzahl"]: int(zeile["jahr"]) for zeile in vergleiche},
        laeufe=laeufe,
        vergleiche={_key(zeile): zeile for zeile in vergleiche},
        beziehungen=read_beziehungen(daten),
        signale=msgspec.json.decode((daten / "signale.json").read_bytes(), type=Signale),
    )


def _key(zeile: Zeile) -> tuple[str, str]:
    return zeile["schluessel"], zeile["kennzahl"]


def zahlen(text: str) -> list[str]:
    """The numbers in a text as they are written, without signs; a day is one number."""
    return _ZAHL.findall(text)


def deutsch(zahl: Decimal) -> str:
    """A number in German print."""
    return f"{zahl:,f}".translate(_DEUTSCH)


def deutsch_von(wert: float, stellen: int) -> str:
    """A position in German print with so many decimals; zero has no sign."""
    return deutsch(round(Decimal(repr(wert)), stellen) + Decimal(0))


def spur(ort: str, text: str) -> Befund:
    """A trace at a place."""
    return Befund(
        code="G-SPUR",
        ort=ort,
        text=text,
        abhilfe="Die Ausgabe nicht weitergeben; die genannte Stelle aus freigegebenen Zahlen"
        " neu erzeugen.",
    )
