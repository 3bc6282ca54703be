"""The released files of an edition as they lie in its folder."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec
import polars as pl

from reports.domain.formel import FormelError, parse_summe
from reports.errors import Befund, GeheimhaltungFehler

GESPERRT, VERDECKT = "*", "."  # by us, by a source

_JAHR, _TEXT, _WERT = r"\d{4}", "(?s:.*)", r"(-?\d{1,15}(\.\d{1,20})?(e-?\d{1,2})?)?"
_ORT = {"schluessel": ".+", "gebiet": _TEXT, "kennzahl": ".+", "titel": _TEXT}
_SPALTEN: Mapping[str, Mapping[str, str]] = {  # the columns of a table, and what each may hold
    "freigabe.csv": {
        "jahr": _JAHR,
        **_ORT,
        "einheit": _TEXT,
        "zaehler": _WERT,
        "nenner": _WERT,
        "wert": _WERT,
        **dict.fromkeys(("gedruckt", "zeichen", "kennzeichen", "stichtag", "quelle"), _TEXT),
    },
    "veraenderungen.csv": {
        "zeitraum": _TEXT,
        "von": f"({_JAHR})?",
        "bis": f"({_JAHR})?",
        **_ORT,
        **dict.fromkeys(("gedruckt", "zeichen", "kennzeichen", "eingeschraenkt"), _TEXT),
    },
    "vergleich.csv": {
        "jahr": _JAHR,
        **_ORT,
        **dict.fromkeys(("rang", "rang_bis", "anzahl", "viertel"), r"\d*"),
        **dict.fromkeys(("platz", "unten", "oben"), _WERT),
        **dict.fromkeys(("zur_region", "trend"), _TEXT),
        **dict.fromkeys(("trend_von", "trend_bis"), f"({_JAHR})?"),
        **dict.fromkeys(("status", "dynamik"), _TEXT),
        "pruefungen": r"\d*",
        **dict.fromkeys(("signal", "seit"), _TEXT),
    },
    "bekannt.csv": {
        "ausgabe": rf"{_JAHR}/\d{{1,9}}",
        "schluessel": ".+",
        "jahr": _JAHR,
        "summe": ".+",
        "wert": _WERT,
        "zeichen": _TEXT,
        "mitglieder": "([0-9a-f]{8})?",
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
    dezimalen: Annotated[int, msgspec.Meta(ge=0, le=6)]
    additiv: bool
    minimum: int
    nullschutz: bool
    summe: tuple[str, ...]
    fallzahl: str


class KennzahlEintrag(msgspec.Struct, frozen=True):
    """A Kennzahl; ``minimum`` and ``nullschutz`` are those of its Zähler.

    ``teilmenge`` tells that whoever is counted in the Zähler is counted in the Nenner too.
    """

    id: str
    formel: str
    zaehler: str
    nenner: str
    faktor: int
    nachkommastellen: int
    teilmenge: bool
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
    ausgabe = Ausgabe(
        beziehungen=read_beziehungen(daten),
        freigabe=read_tabelle(daten / "freigabe.csv"),
        bekannt=read_tabelle(daten / "bekannt.csv"),
        veraenderungen=read_tabelle(daten / "veraenderungen.csv"),
    )
    befunde = list(_strangers(ausgabe, daten))
    if befunde:
        raise GeheimhaltungFehler(befunde)
    return ausgabe


def _strangers(ausgabe: Ausgabe, daten: Path) -> Iterator[Befund]:
    """Areas, Kennzahlen and sums that ``beziehungen.json`` does not explain."""
    beziehungen = ausgabe.beziehungen
    known = {
        "schluessel": {gebiet.schluessel for gebiet in beziehungen.gebiete},
        "kennzahl": {kennzahl.id for kennzahl in beziehungen.kennzahlen},
    }
    tables = {
        "freigabe.csv": ausgabe.freigabe,
        "bekannt.csv": ausgabe.bekannt,
        "veraenderungen.csv": ausgabe.veraenderungen,
    }
    for name, table in tables.items():
        for column in known.keys() & set(table.columns):
            if not known[column].issuperset(table[column]):
                text = f"In der Spalte »{column}« steht etwas, das beziehungen.json nicht kennt."
                yield _strange(daten / name, text)
    merkmale = {merkmal.id for merkmal in beziehungen.merkmale}
    if not all(_is_sum(text, merkmale) for text in ausgabe.bekannt["summe"].unique()):
        text = "In der Spalte »summe« steht etwas, das beziehungen.json nicht kennt."
        yield _strange(daten / "bekannt.csv", text)


def _is_sum(text: str, merkmale: Collection[str]) -> bool:
    """Whether it is a signed sum of Merkmale."""
    try:
        return set(parse_summe(text).merkmale) <= set(merkmale)
    except FormelError:
        return False


def read_beziehungen(daten: Path) -> Beziehungen:
    """How the figures in a folder hang together; GeheimhaltungFehler where nothing tells."""
    path = daten / "beziehungen.json"
    try:
        beziehungen = msgspec.json.decode(_bytes(path), type=Beziehungen)
    except msgspec.MsgspecError as fehler:
        raise GeheimhaltungFehler([_missing(path)]) from fehler
    merkmale = {merkmal.id for merkmal in beziehungen.merkmale}
    formulas = [text for merkmal in beziehungen.merkmale for text in merkmal.summe]
    formulas += [s for k in beziehungen.kennzahlen for s in (k.zaehler, k.nenner or k.zaehler)]
    formulas += [name for z in beziehungen.zerlegungen for name in (z.ganzes, *z.teile)]
    if not all(_is_sum(text, merkmale) for text in formulas):
        text = "Eine Formel ist keine Summe von Merkmalen der Datei."
        raise GeheimhaltungFehler([_strange(path, text)])
    return beziehungen


def read_tabelle(path: Path) -> pl.DataFrame:
    """A released CSV file, every column as text, nothing where a field is empty.

    Raises:
        GeheimhaltungFehler: it is missing, is no CSV file, has other columns, or something in one
            that no edition writes there.
    """
    try:
        table = pl.read_csv(_bytes(path), infer_schema=False).fill_null("")
    except pl.exceptions.PolarsError as fehler:
        raise GeheimhaltungFehler([_missing(path)]) from fehler
    columns = _SPALTEN[path.name]
    if table.columns != list(columns):
        text = f"Die Spalten sind andere als die einer Ausgabe: {', '.join(columns)}."
        raise GeheimhaltungFehler([_strange(path, text)])
    for column, form in columns.items():
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
