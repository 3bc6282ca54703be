"""Workbooks as the Bundesagentur and the offices lay them out."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from reports.domain.quelle import JAHR, Tabellenform, Wertspalte
from reports.muster.formen.schriftstueck import HINWEIS, Schriftstueck, areas
from reports.muster.plan import Sendung
from reports.muster.texte import Schreiber, stichtag_of

_TAG = datetime(2025, 1, 1)  # noqa: DTZ001 (workbooks know no time zones)
_ZAHL = re.compile(r"\d+(?:,\d+)?", re.ASCII)
_DATEN = "Daten"
_SUMME = "Insgesamt"
_BA_FUSS = "© Statistik der Bundesagentur für Arbeit"

Inhalt = str | int | float | date


def ba_jahr(sendung: Sendung, schreiber: Schreiber) -> Schriftstueck:
    """One year: titles, a head of two rows with merged cells, an extra sheet, a footer."""
    (jahr,) = sendung.jahre
    merkmale = sendung.merkmale
    texts = [schreiber.texts(merkmal, [jahr]) for merkmal in merkmale]
    body = [
        [key, name, *(_ba(one[number, jahr]) for one in texts)]
        for number, key, name in areas(schreiber)
    ]
    day = f"{date.fromisoformat(stichtag_of(merkmale[0], jahr)):%d.%m.%Y}"
    sheet, book = _ba_book(sendung, f"Stichtag: {day}")
    heads = ["Musterzahlen der Gemeinde", *("" for _ in merkmale[1:])]
    _ba_head(sheet, heads, [merkmal.titel for merkmal in merkmale])
    _append(sheet, [*body, [_BA_FUSS]])
    return Schriftstueck(
        endung=".xlsx",
        inhalt=saved(book),
        tabellenform=_ba_form(),
        spalten=tuple(
            Wertspalte(kopf=f"{heads[0]} | {m.titel}", merkmal=m.id, jahr=jahr) for m in merkmale
        ),
    )


def ba_zeitreihe(sendung: Sendung, schreiber: Schreiber) -> Schriftstueck:
    """All years: the name of each Merkmal in a cell merged over its years."""
    merkmale, jahre = sendung.merkmale, sendung.jahre
    texts = [schreiber.texts(merkmal, jahre) for merkmal in merkmale]
    body = [
        [key, name, *(_ba(one[number, jahr]) for one in texts for jahr in jahre)]
        for number, key, name in areas(schreiber)
    ]
    sheet, book = _ba_book(sendung, f"Zeitraum {sendung.zeitraum}")
    blanks = [""] * (len(jahre) - 1)
    _ba_head(sheet, [t for m in merkmale for t in (m.titel, *blanks)], [*jahre] * len(merkmale))
    _append(sheet, [*body, [_BA_FUSS]])
    return Schriftstueck(
        endung=".xlsx",
        inhalt=saved(book),
        tabellenform=_ba_form(),
        spalten=tuple(
            Wertspalte(kopf=f"{m.titel} | {JAHR}", merkmal=m.id, jahre=jahre) for m in merkmale
        ),
    )


def amt_breit(sendung: Sendung, schreiber: Schreiber) -> Schriftstueck:
    """A row for each Kommune and Merkmal, the years side by side, a line for all Kommunen."""
    jahre = sendung.jahre
    book = _book()
    sheet = _sheet(book, _DATEN)
    _append(sheet, [["AGS", "Kommune", "Angabe", *jahre]])
    for merkmal in sendung.merkmale:
        texts = schreiber.texts(merkmal, jahre)
        for number, key, name in areas(schreiber):
            figures = [_cell(texts[number, jahr]) for jahr in jahre]
            _append(sheet, [[key, name, merkmal.titel, *figures]])
        _append(sheet, [["", _SUMME, merkmal.titel, *(_cell(texts[0, jahr]) for jahr in jahre)]])
    return Schriftstueck(
        endung=".xlsx",
        inhalt=saved(book),
        tabellenform=Tabellenform(blatt=_DATEN, schluessel="AGS", name="Kommune", summen=(_SUMME,)),
        spalten=tuple(
            Wertspalte(kopf=JAHR, merkmal=m.id, nur={"Angabe": m.titel}, jahre=jahre)
            for m in sendung.merkmale
        ),
    )


def amt_lang(sendung: Sendung, schreiber: Schreiber) -> Schriftstueck:
    """A row for each figure, its day as a date."""
    book = _book()
    sheet = _sheet(book, _DATEN)
    _append(sheet, [["AGS", "Kommune", "Stichtag", "Angabe", "Anzahl"]])
    for merkmal in sendung.merkmale:
        texts = schreiber.texts(merkmal, sendung.jahre)
        for number, key, name in areas(schreiber):
            _append(
                sheet,
                [
                    [
                        key,
                        name,
                        date.fromisoformat(stichtag_of(merkmal, jahr)),
                        merkmal.titel,
                        _cell(texts[number, jahr]),
                    ]
                    for jahr in sendung.jahre
                ],
            )
    return Schriftstueck(
        endung=".xlsx",
        inhalt=saved(book),
        tabellenform=Tabellenform(blatt=_DATEN, schluessel="AGS", name="Kommune", jahr="Stichtag"),
        spalten=tuple(
            Wertspalte(kopf="Anzahl", merkmal=m.id, nur={"Angabe": m.titel})
            for m in sendung.merkmale
        ),
    )


def saved(book: Workbook) -> bytes:
    """The workbook with the same bytes every time: no clock, neither in it nor in its archive."""
    raw, fixed = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        ExcelWriter(book, archive).save()
    with (
        zipfile.ZipFile(raw) as archive,
        zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in archive.namelist():
            entry = zipfile.ZipInfo(name, date_time=_TAG.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(entry, archive.read(name))
    return fixed.getvalue()


def _book() -> Workbook:
    book = Workbook()
    del book["Sheet"]
    book.properties.created = book.properties.modified = _TAG
    return book


def _sheet(book: Workbook, title: str) -> Worksheet:
    sheet: Worksheet = book.create_sheet(title)
    return sheet


def _ba_book(sendung: Sendung, zeit: str) -> tuple[Worksheet, Workbook]:
    """A workbook with its extra sheet and the titles of its data."""
    book = _book()
    _append(_sheet(book, "Hinweise"), [[HINWEIS], [sendung.titel]])
    sheet = _sheet(book, _DATEN)
    _append(sheet, [[sendung.titel], [HINWEIS], [zeit], []])
    return sheet, book


def _ba_form() -> Tabellenform:
    return Tabellenform(blatt=_DATEN, kopfzeilen=2, schluessel="Schlüssel", name="Gemeinde")


def _ba_head(sheet: Worksheet, upper: Sequence[str], lower: Sequence[str | int]) -> None:
    """Two rows; a name above several columns is merged over them, a lone one over both rows."""
    first = sheet.max_row + 2
    for column, text in enumerate(["Schlüssel", "Gemeinde"], start=1):
        sheet.cell(first, column, text)
        sheet.merge_cells(
            start_row=first, end_row=first + 1, start_column=column, end_column=column
        )
    starts = [n for n, text in enumerate(upper) if text]
    for begin, end in zip(starts, [*starts[1:], len(upper)], strict=True):
        sheet.cell(first, begin + 3, upper[begin])
        sheet.merge_cells(
            start_row=first, end_row=first, start_column=begin + 3, end_column=end + 2
        )
    for column, head in enumerate(lower, start=3):
        sheet.cell(first + 1, column, head)


def _append(sheet: Worksheet, rows: Iterable[Sequence[Inhalt]]) -> None:
    for row in rows:
        sheet.append([None if cell == "" else cell for cell in row])


def _cell(text: str) -> Inhalt:
    """A figure as a number, everything else as text."""
    if not _ZAHL.fullmatch(text):
        return text
    return float(text.replace(",", ".")) if "," in text else int(text)


def _ba(text: str) -> Inhalt:
    """Signs of the Bundesagentur come with a blank behind."""
    cell = _cell(text)
    return f"{cell} " if isinstance(cell, str) else cell
