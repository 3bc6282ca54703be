"""One cell of a workbook: what openpyxl found in it → a field that knows its kind."""

import math
import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.formula import ArrayFormula

from reports.intake.grids.tafel import LEERES_FELD, Feld, Inhalt
from reports.intake.grids.zahlenformat import Abschnitt, section_of

_FEHLER = {"#N/A": "#NV", "#VALUE!": "#WERT!", "#REF!": "#BEZUG!", "#NUM!": "#ZAHL!"}
_RAUSCHEN = 1e-9  # what binary fractions may add to a whole number
_STELLEN = Context(prec=12)  # digits of a fraction that are not noise
# What a format may print beside the digits without saying something else than the number.
_BEIWERK = re.compile(r"[+-]?(?:€|EUR|Euro|\$)?-?", re.IGNORECASE)
_HOCHGESTELLT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read_feld(cell: Cell, formel: object) -> Feld:
    """The field that a cell is.

    Args:
        cell: one that holds something; where that is a formula, its saved result.
        formel: the same, or the formula.
    """
    value = cell.value
    if value is None:
        saved = cell.data_type == "str"  # an empty text, see the module workbook
        return LEERES_FELD if saved else Feld(_formula_text(formel), Inhalt.FORMEL)
    if cell.data_type == "e":
        return Feld(_FEHLER.get(str(value), str(value)), Inhalt.EXCELFEHLER)
    if isinstance(value, bool):
        return Feld("WAHR" if value else "FALSCH", Inhalt.WAHRHEITSWERT)
    if isinstance(value, int | float):
        return _number(value, cell.number_format)
    return _other(value)


def _formula_text(formel: object) -> str:
    """A formula as Excel shows it; that of a what-if table has no text of its own."""
    if isinstance(formel, ArrayFormula):
        return str(formel.text)
    return formel if isinstance(formel, str) else "=MEHRFACHOPERATION()"


def _other(value: object) -> Feld:
    """Days, times and texts."""
    if isinstance(value, date | time | timedelta):
        return Feld(_moment(value), Inhalt.DATUM)
    runs = value if isinstance(value, CellRichText) else [value]
    text = unescape("".join(_run(run) for run in runs))
    return Feld(unicodedata.normalize("NFC", text))


def _run(run: object) -> str:
    """A stretch of text in one font; raised digits stay apart from the figure before them."""
    if not isinstance(run, TextBlock):
        return str(run)
    text = str(run.text)
    return text.translate(_HOCHGESTELLT) if run.font.vertAlign == "superscript" else text


def _moment(value: date | time | timedelta) -> str:
    if isinstance(value, timedelta):
        hours, seconds = divmod(round(value.total_seconds()), 3600)
        return f"{hours}:{seconds // 60:02}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, datetime) and value.time() != time():
        return f"{value:%d.%m.%Y %H:%M}"
    return f"{value:%d.%m.%Y}"


def _number(value: float, number_format: str) -> Feld:
    if not math.isfinite(value):
        return Feld(_FEHLER["#NUM!"], Inhalt.EXCELFEHLER)
    number = _without_noise(value)
    section = section_of(number, number_format)
    shown = None if section is None else _shown(number, section)
    return shown or Feld(f"{_printed(number)} ({number_format})", Inhalt.VERFREMDET)


def _shown(number: Decimal, section: Abschnitt) -> Feld | None:
    """What a section shows instead of the number or with it; None where that is something else."""
    beside = "".join(section.text.split())
    if not section.ziffern:
        is_sign = beside and not any(map(str.isdigit, beside))
        return Feld(section.text) if is_sign else None
    if section.gekuerzt or not _fits(beside.removesuffix("%"), number):
        return None
    if section.prozent:
        return Feld(f"{_printed(number.scaleb(2))} %", Inhalt.PROZENT, number)
    if beside.endswith("%"):
        return Feld(f"{_printed(number)} %")
    return Feld(_printed(number), Inhalt.ZAHL, number)


def _fits(beside: str, number: Decimal) -> bool:
    """Whether text beside the digits leaves the number what it is; brackets stand for a minus."""
    if number < 0:
        return bool(_BEIWERK.fullmatch(beside.removeprefix("(").removesuffix(")")))
    return bool(_BEIWERK.fullmatch(beside)) and ("-" not in beside or number == 0)


def _without_noise(value: float) -> Decimal:
    """The decimal number that was meant by a binary fraction."""
    if abs(value - round(value)) < _RAUSCHEN:
        return Decimal(round(value))
    return _STELLEN.create_decimal(repr(value)).normalize()


def _printed(number: Decimal) -> str:
    whole = number == number.to_integral_value()
    return f"{number.to_integral_value() if whole else number.normalize():f}".replace(".", ",")
