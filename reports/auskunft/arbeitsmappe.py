"""The Prüfbericht as an Excel workbook, the same bytes from the same findings."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reports.auskunft.blatt import Blatt, Feld

_TAG = datetime(2000, 1, 1)  # noqa: DTZ001 (workbooks know no time zone)
_AM = f"{_TAG:%FT%TZ}".encode()
_ZIP_TAG = (1980, 1, 1, 0, 0, 0)
_FORMELZEICHEN = ("=", "+", "-", "@", "\t", "\r")
_OBEN = Alignment(vertical="top", wrap_text=True)
_FETT = Font(bold=True)


def workbook_bytes(blaetter: Sequence[Blatt], kopf: Sequence[str]) -> bytes:
    """A workbook with a sheet for each table, the sentences of *kopf* above the first."""
    mappe = Workbook()
    mappe.remove(mappe.worksheets[0])
    mappe.properties.creator = "sozialprofil"
    mappe.properties.created = _TAG
    for blatt in blaetter:
        _fill(mappe.create_sheet(blatt.titel), blatt, kopf)
    stream = io.BytesIO()
    mappe.save(stream)
    return _repacked(stream.getvalue())


def _fill(sheet: Worksheet, blatt: Blatt, kopf: Sequence[str]) -> None:
    for row, sentence in enumerate(kopf, start=1):
        sheet.cell(row, 1, sentence).font = _FETT
    head = len(kopf) + 2
    for column, spalte in enumerate(blatt.spalten, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = spalte.breite
        sheet.cell(head, column, spalte.titel).font = _FETT
    for row, felder in enumerate(blatt.zeilen, start=head + 1):
        for column, feld in enumerate(felder, start=1):
            _write(sheet.cell(row, column), feld)
    if not blatt.zeilen:
        sheet.cell(head + 1, 1, blatt.leer)
    last = get_column_letter(len(blatt.spalten))
    sheet.auto_filter.ref = f"A{head}:{last}{head + len(blatt.zeilen)}"
    sheet.freeze_panes = f"A{head + 1}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _write(cell: Cell | MergedCell, feld: Feld) -> None:
    """A number as a number; a text as a text, even where it looks like a formula or an error."""
    cell.alignment = _OBEN
    if feld.zahl is not None:
        cell.value = feld.zahl
        cell.number_format = _number_format(feld)
        return
    cell.value = feld.druckbar
    cell.data_type = "s"
    cell.quotePrefix = feld.text.startswith(_FORMELZEICHEN)


def _number_format(feld: Feld) -> str:
    """With points of thousands and as many decimals as its text, which a year has not."""
    whole, _, decimals = feld.text.partition(",")
    plain = "0" if whole.isdigit() else "#,##0"
    return f"{plain}.{'0' * len(decimals)}" if decimals else plain


def _repacked(content: bytes) -> bytes:
    """The same workbook without the time of its making."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as found,
        zipfile.ZipFile(target, "w") as made,
    ):
        for name in found.namelist():
            part = found.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + _AM, part)
            made.writestr(zipfile.ZipInfo(name, _ZIP_TAG), part, zipfile.ZIP_DEFLATED)
    return target.getvalue()
