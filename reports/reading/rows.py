"""CSV files into rows, and the findings in rows into Befunde."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.errors import EingabeFehler, Stelle
from reports.reading.files import read_text
from reports.reading.findings import Fund, grouped
from reports.reading.messages import refusal


@dataclass(frozen=True, slots=True)
class CsvZeile:
    """One record of a CSV file with the line it starts at."""

    nummer: int
    felder: Mapping[str, str]


def read_csv(path: Path, ort: str, kopf: Sequence[str]) -> Iterator[CsvZeile]:
    """The records of a semicolon CSV whose header is exactly *kopf*; line ends are LF or CRLF.

    Raises:
        EingabeFehler: another header or, after the last good record, every record that is empty,
            repeats the header, has too few or too many fields, or an open quote.
    """
    records = _records(read_text(path, ort))
    _, header = next(records, (1, None))
    if header != list(kopf):
        raise refusal(
            "E-KOPF",
            Stelle(ort, zelle="Zeile 1"),
            f"Die Kopfzeile lautet »{';'.join(header or ())}«.",
            f"Erwartet ist »{';'.join(kopf)}« (Trennzeichen Semikolon).",
        )
    funde: list[Fund] = []
    for nummer, record in records:
        row = _row(nummer, record, kopf)
        if isinstance(row, Fund):
            funde.append(row)
        else:
            yield row
    if funde:
        raise EingabeFehler(grouped(ort, "", funde))


def _records(text: str) -> Iterator[tuple[int, list[str] | None]]:
    """Each record with the line it starts at, None for one that is no record."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    while True:
        start = reader.line_num + 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error:
            record = None
        yield start, record


def _row(nummer: int, record: list[str] | None, kopf: Sequence[str]) -> CsvZeile | Fund:
    where = f"Zeile {nummer}"
    if record is None:
        return Fund(
            zelle=where,
            code="E-TRENN",
            text="Ein Anführungszeichen ist nicht geschlossen oder steht mitten im Feld.",
            abhilfe="Anführungszeichen paarweise um ein ganzes Feld setzen.",
        )
    if not any(field.strip() for field in record):
        text, abhilfe = "Die Zeile ist leer.", "Leere Zeilen löschen."
        return Fund(zelle=where, code="E-ZEILE", text=text, abhilfe=abhilfe)
    if record == list(kopf):
        text, abhilfe = "Die Kopfzeile steht hier ein weiteres Mal.", "Diese Zeile löschen."
        return Fund(zelle=where, code="E-ZEILE", text=text, abhilfe=abhilfe)
    if len(record) != len(kopf):
        return _ragged(nummer, record, len(kopf))
    return CsvZeile(nummer, dict(zip(kopf, record, strict=True)))


def _ragged(nummer: int, record: list[str], expected: int) -> Fund:
    return Fund(
        zelle=f"Zeile {nummer}",
        code="E-TRENN",
        text=f"Die Zeile hat {len(record)} statt {expected} Felder: »{';'.join(record)}«.",
        abhilfe="Fehlende oder überzählige Semikolons berichtigen.",
        ursache=f"{len(record)} Felder",
    )
