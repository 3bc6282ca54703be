"""The released files of an edition as they lie in its folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
import polars as pl

from reports.errors import Befund, GeheimhaltungFehler

GESPERRT = "*"

_JAHR, _TEXT, _WERT = r"\d{4}", "(?s:.*)", r"(-?\d+(\.\d+)?)?"
_ZEILE = {"schluessel": ".+", "gebiet": _TEXT, "kennzahl": ".+", "titel": _TEXT}
_DRUCK = {"gedruckt": _TEXT, "zeichen": _TEXT, "kennzeichen": _TEXT}
_VERGLICHEN = (
    *("rang", "rang_bis", "anzahl", "viertel", "platz", "unten", "oben", "zur_region", "trend"),
    *("status", "dynamik", "pruefungen", "signal", "seit"),
)
_SPALTEN: Mapping[str, Mapping[str, str]] = {  # what each column of a released table may hold
    "freigabe.csv": {"jahr": _JAHR}
    | _ZEILE
    | {"zaehler": _WERT, "nenner": _WERT, "wert": _WERT}
    | _DRUCK,
    "veraenderungen.csv": {"zeitraum": _TEXT, "von": f"({_JAHR})?", "bis": f"({_JAHR})?"}
    | _ZEILE
    | _DRUCK,
    "vergleich.csv": {"jahr": _JAHR, "trend_von": f"({_JAHR})?", "trend_bis": f"({_JAHR})?"}
    | _ZEILE
    | dict.fromkeys(_VERGLICHEN, _TEXT),
    "bekannt.csv": {
        "ausgabe": rf"{_JAHR}/\d+",
        "schluessel": ".+",
        "jahr": _JAHR,
        "summe": ".+",
        "wert": _WERT,
        "zeichen": _TEXT,
    },
}


class GebietEintrag(msgspec.Struct, frozen=True):
    """An area; a Kommune has no members."""

    schluessel: str
    name: str
    mitglieder: tuple[str, ...]


class MerkmalEintrag(msgspec.Struct, frozen=True):
    """A Merkmal; ``minimum`` is the smallest count that is no secret, 0 where nothing is one.

    ``fallzahl`` is the count that a rate is made of, empty where nobody tells it.
    """

    id: str
    art: str
    dezimalen: int
    additiv: bool
    minimum: int
    nullschutz: bool
    summe: tuple[str, ...]
    fallzahl: str


class KennzahlEintrag(msgspec.Struct, frozen=True):
    """A Kennzahl; ``minimum`` and ``nullschutz`` are those of its Zähler."""

    id: str
    formel: str
    zaehler: str
    nenner: str
    faktor: int
    nachkommastellen: int
    minimum: int
    nullschutz: bool


class ZerlegungEintrag(msgspec.Struct, frozen=True):
    """Parts of a whole."""

    ganzes: str
    teile: tuple[str, ...]
    vollstaendig: bool
    toleranz: float
    von: int | None
    bis: int | None


class GesamtzahlEintrag(msgspec.Struct, frozen=True):
    """A source's own total of the Region."""

    merkmal: str
    jahr: int
    wert: float
    toleranz: float


class NaeherungEintrag(msgspec.Struct, frozen=True):
    """A figure of a group that is only nearly the sum of its Kommunen."""

    schluessel: str
    merkmal: str
    jahr: int
    toleranz: float


class Beziehungen(msgspec.Struct, frozen=True):
    """``beziehungen.json``: which edition it is, and how its figures hang together."""

    ausgabe: str
    gebiete: tuple[GebietEintrag, ...]
    merkmale: tuple[MerkmalEintrag, ...]
    kennzahlen: tuple[KennzahlEintrag, ...]
    zerlegungen: tuple[ZerlegungEintrag, ...]
    gesamtzahlen: tuple[GesamtzahlEintrag, ...]
    naeherungen: tuple[NaeherungEintrag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ausgabe:
    """What a folder tells of its figures.

    Attributes:
        freigabe: the released values, a row each.
        bekannt: the counts that this edition or an earlier one has told or suppressed.
        veraenderungen: the changes of the values.
    """

    beziehungen: Beziehungen
    freigabe: pl.DataFrame
    bekannt: pl.DataFrame
    veraenderungen: pl.DataFrame

    def earlier(self) -> "Ausgabe":
        """What was known without this edition."""
        own = pl.col("ausgabe") == self.beziehungen.ausgabe
        return Ausgabe(
            beziehungen=self.beziehungen,
            freigabe=self.freigabe.clear(),
            bekannt=self.bekannt.filter(~own),
            veraenderungen=self.veraenderungen.clear(),
        )


def read_ausgabe(daten: Path) -> Ausgabe:
    """The released figures in a folder; GeheimhaltungFehler where a file cannot be read."""
    return Ausgabe(
        beziehungen=read_beziehungen(daten),
        freigabe=read_tabelle(daten / "freigabe.csv"),
        bekannt=read_tabelle(daten / "bekannt.csv"),
        veraenderungen=read_tabelle(daten / "veraenderungen.csv"),
    )


def read_beziehungen(daten: Path) -> Beziehungen:
    """How the figures in a folder hang together; GeheimhaltungFehler where nothing tells."""
    path = daten / "beziehungen.json"
    try:
        return msgspec.json.decode(_bytes(path), type=Beziehungen)
    except msgspec.MsgspecError as fehler:
        raise GeheimhaltungFehler([_missing(path)]) from fehler


def read_tabelle(path: Path) -> pl.DataFrame:
    """A released CSV file, every column as text, nothing where a field is empty.

    Raises:
        GeheimhaltungFehler: it is missing, is no CSV file, lacks a column, or has something in one
            that no edition writes there.
    """
    try:
        table = pl.read_csv(_bytes(path), infer_schema=False).fill_null("")
    except pl.exceptions.PolarsError as fehler:
        raise GeheimhaltungFehler([_missing(path)]) from fehler
    for column, form in _SPALTEN[path.name].items():
        if column not in table.columns:
            raise GeheimhaltungFehler([_strange(path, f"Die Spalte »{column}« fehlt.")])
        if not table[column].str.contains(f"^(?:{form})$").all():
            text = f"In der Spalte »{column}« steht etwas, das keine Ausgabe dort schreibt."
            raise GeheimhaltungFehler([_strange(path, text)])
    return table


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fehler:
        raise GeheimhaltungFehler([_missing(path)]) from fehler


def _missing(path: Path) -> Befund:
    text = "Die Datei fehlt oder ist nicht lesbar; ohne sie lässt sich die Ausgabe nicht prüfen."
    return _strange(path, text)


def _strange(path: Path, text: str) -> Befund:
    return Befund(
        code="G-ORDNER",
        ort=str(path),
        text=text,
        abhilfe="Den Ordner einer Ausgabe angeben, wie das Programm ihn abgelegt hat, etwa"
        " output/2022/1.",
    )
