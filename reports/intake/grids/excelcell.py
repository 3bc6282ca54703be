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

_FEHLER = {"#N/A": "#NV", "#VALUE!": "#WERT!", "#REF!": "#BEZUG!", "#NUM!": "#ZAHL!"}
_RAUSCHEN = 1e-9  # what binary fractions may add to a whole number
_STELLEN = Context(prec=12)  # digits of a fraction that are not noise
# What a number format prints as it stands: "…", \x, blanks _x, fillings *x, conditions […].
_WOERTLICH = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]')
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
    if "%" in _WOERTLICH.sub("", number_format):
        return Feld(f"{_printed(number.scaleb(2))} %", Inhalt.PROZENT, number)
    return Feld(_printed(number), Inhalt.ZAHL, number)


def _without_noise(value: float) -> Decimal:
    """The decimal number that was meant by a binary fraction."""
    if abs(value - round(value)) < _RAUSCHEN:
        return Decimal(round(value))
    return _STELLEN.create_decimal(repr(value)).normalize()


def _printed(number: Decimal) -> str:
    whole = number == number.to_integral_value()
    return f"{number.to_integral_value() if whole else number.normalize():f}".replace(".", ",")
