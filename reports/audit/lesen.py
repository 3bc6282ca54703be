"""The released files of an edition as they lie in its folder."""

from dataclasses import dataclass
from pathlib import Path

import msgspec
import polars as pl

from reports.errors import Befund, GeheimhaltungFehler

GESPERRT = "*"


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
        beziehungen=_read_beziehungen(daten),
        freigabe=read_tabelle(daten / "freigabe.csv"),
        bekannt=read_tabelle(daten / "bekannt.csv"),
        veraenderungen=read_tabelle(daten / "veraenderungen.csv"),
    )


def _read_beziehungen(daten: Path) -> Beziehungen:
    path = daten / "beziehungen.json"
    try:
        return msgspec.json.decode(_bytes(path), type=Beziehungen)
    except msgspec.MsgspecError as fehler:
        raise GeheimhaltungFehler([_missing(path)]) from fehler


def read_tabelle(path: Path) -> pl.DataFrame:
    """A CSV file, every column as text, nothing where a field is empty."""
    return pl.read_csv(_bytes(path), infer_schema=False).fill_null("")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fehler:
        raise GeheimhaltungFehler([_missing(path)]) from fehler


def _missing(path: Path) -> Befund:
    return Befund(
        code="G-ORDNER",
        ort=str(path),
        text="Die Datei fehlt oder ist nicht lesbar; ohne sie lässt sich die Ausgabe nicht prüfen.",
        abhilfe="Den Ordner einer Ausgabe angeben, etwa output/2022/1.",
    )
