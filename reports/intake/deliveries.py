"""Reads delivered files of every format into rows of Bestand, with every problem of a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from reports.domain.frames import Bestand
from reports.domain.katalog import Merkmal
from reports.domain.quelle import Dateiformat, Lieferdatei, Quelle, Wertspalte
from reports.errors import Befund, EingabeFehler, Sammlung, Stelle
from reports.intake.cells import ZellenError
from reports.intake.corrections import Korrekturen
from reports.intake.grids.archive import read_bytes
from reports.intake.interpret import SPALTEN, Deuter, Zeile, delivered_merkmal
from reports.intake.keys import Schluesselwerk
from reports.intake.lieferzelle import Auszug, Spaltenfund
from reports.intake.signs import Deutungen
from reports.intake.sources import path_of, place_in_profile
from reports.intake.tables.auszug import Fundort, read_auszug
from reports.intake.units import unit_problems
from reports.intake.witnesses import Zeugnis, head_problems, lone_witness, time_problems
from reports.reading import Fund, file_hash, grouped

_SCHEMA = Bestand.create_empty().schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesung:
    """What one file gave.

    Attributes:
        datei: the file, below the input folder.
        quelle: the source's name.
        blatt: the sheet that was read, empty for a text file.
        sha256: of the file.
        zahlen: how many figures it gave.
        zeichen: how many signs in place of figures.
        uebersprungen: what was left out, in the words of the report → how often.
    """

    datei: str
    quelle: str
    blatt: str
    sha256: str
    zahlen: int
    zeichen: int
    uebersprungen: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leser:
    """Reads files against one catalogue and one set of areas.

    Attributes:
        sammlung: every problem of every file read so far.
    """

    merkmale: Mapping[str, Merkmal]
    werk: Schluesselwerk
    korrekturen: Korrekturen
    sammlung: Sammlung = field(default_factory=Sammlung)

    def read(
        self, eingabe: Path, quelle: Quelle, datei: Lieferdatei
    ) -> tuple[pl.DataFrame, Lesung] | None:
        """Rows of Bestand and what the file gave, None where it has errors."""
        with self.sammlung.catching():
            return self._read(eingabe, quelle, datei)
        return None

    def _read(
        self, eingabe: Path, quelle: Quelle, datei: Lieferdatei
    ) -> tuple[pl.DataFrame, Lesung]:
        pfad = path_of(quelle, datei)
        _check_merkmale(self.merkmale, quelle, datei)
        _check_namen(self.werk, quelle, datei)
        inner, content = read_bytes(eingabe / pfad, pfad)
        ort = read_auszug(content, datei, pfad, self.werk)
        deuter = Deuter(
            merkmale=self.merkmale,
            korrekturen=self.korrekturen,
            deutungen=Deutungen(quelle, datei),
            quelle=quelle,
            datei=datei,
        )
        rows = _rows(ort, deuter, pfad)
        stelle = Stelle(pfad, ort.blatt)
        befunde = [*_whole_problems(ort.auszug, f"{datei.name} {inner}", deuter, rows, stelle)]
        if befunde:
            raise EingabeFehler([*ort.befunde, *befunde])
        self.sammlung.befunde += ort.befunde
        frame = _frame(rows, quelle, pfad, ort.blatt)
        return frame, _lesung(frame, quelle, ort, file_hash(eingabe / pfad))


def _check_merkmale(merkmale: Mapping[str, Merkmal], quelle: Quelle, datei: Lieferdatei) -> None:
    """Raise EingabeFehler when the profile names a Merkmal that cannot be delivered."""
    sammlung = Sammlung()
    for name in dict.fromkeys(spalte.merkmal for spalte in datei.spalte):
        try:
            delivered_merkmal(name, merkmale)
        except ZellenError as fehler:
            sammlung.add(
                Befund(
                    code=fehler.code,
                    ort=place_in_profile(quelle, datei),
                    text=str(fehler),
                    abhilfe=fehler.abhilfe,
                )
            )
    sammlung.stop_on_errors()


def _check_namen(werk: Schluesselwerk, quelle: Quelle, datei: Lieferdatei) -> None:
    """Raise EingabeFehler when the profile gives a name to an area that there is not."""
    sammlung = Sammlung()
    for name, key in datei.tabellenform.namen.items():
        if werk.key_of(key) is None:
            sammlung.add(
                Befund(
                    code="E-QUELLE",
                    ort=place_in_profile(quelle, datei),
                    text=f"Der Schlüssel »{key}« zu »{name}« gehört zu keinem Gebiet.",
                    abhilfe="Ihn unter tabellenform.namen berichtigen; ist die Zeile kein Gebiet,"
                    " sie unter summen nennen.",
                )
            )
    sammlung.stop_on_errors()


def _rows(ort: Fundort, deuter: Deuter, pfad: str) -> list[Zeile]:
    """The rows of a file; EingabeFehler when one of its rows or cells is wrong."""
    read = [deuter.read(zelle) for zelle in ort.auszug.zellen]
    funde = [*ort.auszug.funde, *(one for one in read if isinstance(one, Fund))]
    if funde:
        raise EingabeFehler([*ort.befunde, *grouped(pfad, ort.blatt, funde)])
    return [one for one in read if not isinstance(one, Fund)]


def _whole_problems(
    auszug: Auszug, name: str, deuter: Deuter, rows: Sequence[Zeile], stelle: Stelle
) -> Iterator[Befund]:
    """What is wrong with a file whose rows are all good."""
    if not rows:
        yield Befund(
            code="E-FEHLT",
            ort=stelle,
            text="Die Datei enthält keine einzige Zahl.",
            abhilfe="Die Zahlen ergänzen oder die Datei und ihren Abschnitt [[datei]] entfernen.",
        )
        return
    datei, merkmale = deuter.datei, deuter.merkmale
    zeugnis = Zeugnis(
        name=name,
        titel=auszug.vorspann,
        koepfe=[found.koepfe for found in auszug.spalten],
        nebenjahre=datei.nebenjahre,
    )
    found = [merkmale[merkmal] for merkmal in dict.fromkeys(row[2] for row in rows)]
    yield from time_problems(zeugnis, {row[1] for row in rows}, found, stelle)
    yield from deuter.deutungen.idle_problems()
    if datei.format is Dateiformat.TABELLE:
        declared = {spalte.jahr for spalte in datei.spalte if spalte.jahr is not None}
        yield from lone_witness(zeugnis, declared, stelle)
    for spalte, one in zip(datei.spalte, auszug.spalten, strict=False):
        yield from _column_problems(spalte, one, auszug.vorspann, deuter, stelle)


def _column_problems(
    spalte: Wertspalte,
    found: Spaltenfund,
    titel: Sequence[str],
    deuter: Deuter,
    stelle: Stelle,
) -> Iterator[Befund]:
    """An entry of the profile that no row meets, or whose unit or year the file names otherwise."""
    if not found.zeilen:
        conditions = "".join(f", {head} = »{text}«" for head, text in spalte.nur.items())
        yield Befund(
            code="E-FEHLT",
            ort=stelle,
            text=f"Für die Spalte »{spalte.kopf}«{conditions} hat die Datei keine einzige Zeile.",
            abhilfe="Schreibweise in der Datei und unter [[datei.spalte]] vergleichen.",
        )
    merkmal = deuter.merkmale[spalte.merkmal]
    yield from unit_problems(titel, found.koepfe, spalte, merkmal, stelle)
    yield from head_problems(found.koepfe, spalte, merkmal, deuter.datei.nebenjahre, stelle)


def _frame(rows: Sequence[Zeile], quelle: Quelle, pfad: str, blatt: str) -> pl.DataFrame:
    schema = {name: _SCHEMA[name] for name in SPALTEN}
    whole_file = {"quelle": quelle.zitat, "datei": pfad, "blatt": blatt}
    return (
        pl.DataFrame(rows, schema=schema, orient="row")
        .with_columns(pl.lit(text).alias(name) for name, text in whole_file.items())
        .select(_SCHEMA.names())
    )


def _lesung(frame: pl.DataFrame, quelle: Quelle, ort: Fundort, sha256: str) -> Lesung:
    return Lesung(
        datei=frame["datei"][0],
        quelle=quelle.zitat,
        blatt=ort.blatt,
        sha256=sha256,
        zahlen=frame["wert"].count(),
        zeichen=frame["zeichen"].count(),
        uebersprungen=ort.auszug.uebersprungen,
    )
