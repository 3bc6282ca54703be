"""Excel workbooks: the visible sheets with typed cells, never calculated, never guessed.

What openpyxl 3.1.5 does, and this package counts on (found out by trying):

- A formula whose result was never saved and one whose result is an empty text both have the
  value None; only the type of the cell (``str``) tells the second. A program that saves a
  made-up 0 with each formula cannot be told from one that calculates.
- A number under a date format arrives as a date, beyond the year 9999 as the error #VALUE!.
- Without ``rich_text`` the figure 12 with the raised footnote mark 1 arrives as »121«.
- Going through the rows of a sheet makes a cell for every blank one; where a forgotten format
  stretches a sheet to its last row, only a streamed sheet does not. That one knows no merged
  cells, though, and is cut off where the file declares a wrong size, so that is reset.
- What stands under the other cells of a merged range is dropped.
- The first column of a group of hidden ones stands for all of them.
- Contents it does not know make it warn; broken ones make it raise nearly any exception, and so
  does a chart sheet without a chart, which Excel does not write.
"""

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import TypeAlias

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from reports.errors import Befund, Schwere, Stelle
from reports.intake.grids.excelcell import read_feld
from reports.intake.grids.tafel import LEERES_FELD, Feld, Reihe, Tafel
from reports.reading import refusal

_SICHTBAR = "visible"
_BESONDERHEITEN = {
    ("xl/vbaProject", "xl/macrosheets/"): (
        "W-MAKRO",
        "Die Mappe enthält Makros; sie werden nicht ausgeführt.",
        "Die Datei ohne Makros als .xlsx speichern.",
    ),
    ("xl/externalLinks/",): (
        "W-VERKNUEPFT",
        "Die Mappe ist mit anderen verknüpft; gelesen werden die zuletzt gespeicherten Werte.",
        "Die Verknüpfungen in Excel lösen, so dass die Werte selbst in der Mappe stehen.",
    ),
}

# Rows of contents, with formulas in place of their results; short rows end early.
_Formeln: TypeAlias = Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class Mappe:
    """A workbook.

    Attributes:
        tafeln: its visible sheets in their order, without chart sheets. Each is a rectangle from
            A1 to its last row and column that hold anything of their own.
        befunde: warnings about what is hidden, linked or a program.
    """

    tafeln: tuple[Tafel, ...]
    befunde: tuple[Befund, ...]


def read_mappe(content: bytes, datei: str) -> Mappe:
    """The visible sheets of a workbook; hidden ones are never read.

    Args:
        content: the whole file.
        datei: the file as messages name it.

    Raises:
        EingabeFehler: the file is broken.
    """
    werte, formeln, befunde = _loaded(content, datei)
    tafeln = []
    for sheet, rows in zip(werte.worksheets, formeln, strict=True):
        if sheet.sheet_state != _SICHTBAR:
            befunde.append(_hidden_sheet(datei, sheet.title))
            continue
        tafel = _tafel(sheet, rows)
        tafeln.append(tafel)
        befunde += _hidden_parts(sheet, tafel, datei)
    return Mappe(tuple(tafeln), tuple(befunde))


def _loaded(content: bytes, datei: str) -> tuple[Workbook, list[_Formeln], list[Befund]]:
    """The workbook with its results, the formulas of its sheets, and its own peculiarities."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            werte = load_workbook(io.BytesIO(content), data_only=True, rich_text=True)
            streamed = load_workbook(io.BytesIO(content), read_only=True)
            formeln = list(_formulas(streamed))
        return werte, formeln, list(_peculiarities(content, datei))
    except Exception as fehler:
        raise refusal(
            "E-FORMAT",
            Stelle(datei),
            "Die Excel-Datei lässt sich nicht lesen; wahrscheinlich ist sie beschädigt.",
            "Die Datei in Excel öffnen und neu speichern oder noch einmal aus der Quelle holen.",
        ) from fehler


def _formulas(streamed: Workbook) -> Iterator[_Formeln]:
    for sheet in streamed.worksheets:
        sheet.reset_dimensions()
        yield list(sheet.values)


def _peculiarities(content: bytes, datei: str) -> Iterator[Befund]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
    for beginnings, (code, text, remedy) in _BESONDERHEITEN.items():
        if any(name.startswith(beginnings) for name in names):
            yield _warning(code, Stelle(datei), text, remedy)


def _tafel(sheet: Worksheet, formeln: _Formeln) -> Tafel:
    rows = [_felder(sheet, number, row) for number, row in enumerate(formeln, start=1)]
    while rows and all(feld.leer for feld in rows[-1]):
        rows.pop()
    width = max(map(_width, rows), default=0)
    rows = [[*row[:width], *[LEERES_FELD] * (width - len(row))] for row in rows]
    _fill_merged(sheet, rows, width)
    reihen = [Reihe(number, tuple(row)) for number, row in enumerate(rows, start=1)]
    return Tafel(blatt=sheet.title, reihen=reihen)


def _felder(sheet: Worksheet, number: int, formeln: Sequence[object]) -> list[Feld]:
    return [
        LEERES_FELD if formel is None else _feld(sheet.cell(number, column), formel)
        for column, formel in enumerate(formeln, start=1)
    ]


def _feld(cell: Cell | MergedCell, formel: object) -> Feld:
    return LEERES_FELD if isinstance(cell, MergedCell) else read_feld(cell, formel)


def _width(row: Sequence[Feld]) -> int:
    """How many cells there are up to the last that holds something."""
    return max((n for n, feld in enumerate(row, start=1) if not feld.leer), default=0)


def _fill_merged(sheet: Worksheet, rows: list[list[Feld]], width: int) -> None:
    """Put the content of merged ranges into all their cells, as far as the rows reach."""
    for merged in sheet.merged_cells.ranges:
        numbers = range(merged.min_row, min(merged.max_row, len(rows)) + 1)
        columns = range(merged.min_col, min(merged.max_col, width) + 1)
        for number, column in islice(product(numbers, columns), 1, None):
            content = rows[merged.min_row - 1][merged.min_col - 1]
            rows[number - 1][column - 1] = replace(content, verbunden=True)


def _hidden_sheet(datei: str, blatt: str) -> Befund:
    return _warning(
        "W-VERBORGEN",
        Stelle(datei, blatt),
        "Das Blatt ist ausgeblendet und wird nicht gelesen.",
        "Das Blatt einblenden, wenn seine Zahlen gelten sollen, sonst löschen.",
    )


def _hidden_parts(sheet: Worksheet, tafel: Tafel, datei: str) -> Iterator[Befund]:
    """One warning when rows or columns between the contents of a sheet are hidden."""
    height = len(tafel.reihen)
    width = len(tafel.reihen[0].felder) if tafel.reihen else 0
    row = any(row.hidden and number <= height for number, row in sheet.row_dimensions.items())
    columns = sheet.column_dimensions.values()
    column = any(one.hidden and (one.min or 1) <= width for one in columns)
    if row or column:
        yield _warning(
            "W-VERBORGEN",
            Stelle(datei, sheet.title),
            "Zeilen oder Spalten des Blattes sind ausgeblendet; sie werden mitgelesen.",
            "Alles einblenden und prüfen, ob es gelten soll.",
        )


def _warning(code: str, ort: Stelle, text: str, abhilfe: str) -> Befund:
    return Befund(code=code, ort=ort, text=text, abhilfe=abhilfe, schwere=Schwere.WARNUNG)
