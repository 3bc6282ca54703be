"""CSV files into rows, and the findings in rows into Befunde."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.errors import Befund, EingabeFehler
from reports.reading.files import read_text
from reports.reading.messages import refusal


@dataclass(frozen=True, slots=True)
class CsvZeile:
    """One record of a CSV file with the line it starts at."""

    nummer: int
    felder: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fund:
    """Something wrong in a row of a file.

    Attributes:
        ursache: what findings have in common that one mending removes; else their text.
    """

    zeile: int
    code: str
    text: str
    abhilfe: str
    ursache: str = ""


def grouped(ort: str, funde: Iterable[Fund]) -> list[Befund]:
    """One Befund for each cause in a file, with its first line and the number of the others."""
    groups: dict[tuple[str, str], list[Fund]] = {}
    for fund in funde:
        groups.setdefault((fund.code, fund.ursache or fund.text), []).append(fund)
    return [
        Befund(
            code=first.code,
            ort=f"{ort}, {_lines(first, len(more))}",
            text=first.text,
            abhilfe=first.abhilfe,
        )
        for first, *more in groups.values()
    ]


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
            f"{ort}, Zeile 1",
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
        raise EingabeFehler(grouped(ort, funde))


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
    if record is None:
        return Fund(
            zeile=nummer,
            code="E-TRENN",
            text="Ein Anführungszeichen ist nicht geschlossen oder steht mitten im Feld.",
            abhilfe="Anführungszeichen paarweise um ein ganzes Feld setzen.",
        )
    if not any(field.strip() for field in record):
        text, abhilfe = "Die Zeile ist leer.", "Leere Zeilen löschen."
        return Fund(zeile=nummer, code="E-ZEILE", text=text, abhilfe=abhilfe)
    if record == list(kopf):
        text, abhilfe = "Die Kopfzeile steht hier ein weiteres Mal.", "Diese Zeile löschen."
        return Fund(zeile=nummer, code="E-ZEILE", text=text, abhilfe=abhilfe)
    if len(record) != len(kopf):
        return _ragged(nummer, record, len(kopf))
    return CsvZeile(nummer, dict(zip(kopf, record, strict=True)))


def _ragged(nummer: int, record: list[str], expected: int) -> Fund:
    return Fund(
        zeile=nummer,
        code="E-TRENN",
        text=f"Die Zeile hat {len(record)} statt {expected} Felder: »{';'.join(record)}«.",
        abhilfe="Fehlende oder überzählige Semikolons berichtigen.",
        ursache=f"{len(record)} Felder",
    )


def _lines(first: Fund, more: int) -> str:
    if more:
        return f"Zeile {first.zeile} und {more} weitere"
    return f"Zeile {first.zeile}"
