"""The only place that writes a figure: German print, from integers that are rounded already."""

from decimal import Decimal

from reports.domain.katalog import Formelart, Kennzahl
from reports.domain.zeichen import DARSTELLUNG, Zeichen
from reports.profile.tablemodel import Zelle

MINUS = "\N{MINUS SIGN}"
NBSP = "\N{NO-BREAK SPACE}"


def write_number(units: int, dezimalen: int) -> str:
    """A figure given in units of its last decimal: ``-12345, 1`` is written ``−1.234,5``."""
    whole, fraction = divmod(abs(units), 10**dezimalen)
    text = f"{whole:,}".replace(",", ".")
    if dezimalen:
        text += f",{fraction:0{dezimalen}}"
    return (MINUS if units < 0 else "") + text


def write_signed(units: int, dezimalen: int) -> str:
    """A change: always with its sign, a change of nothing with ±."""
    prefix = "±" if units == 0 else "+" if units > 0 else ""
    return prefix + write_number(units, dezimalen)


def write_decimal(value: Decimal) -> str:
    """A threshold with as many decimals as it has: ``1.50`` is written ``1,5``."""
    places = max(0, -int(value.normalize().as_tuple().exponent))
    return write_number(int(value.scaleb(places)), places)


def with_unit(text: str, kennzahl: Kennzahl) -> str:
    """A written value with its unit, held together by a no-break space; counts stand alone."""
    if kennzahl.formel is Formelart.ANZAHL:
        return text
    return f"{text}{NBSP}{kennzahl.einheit.replace(' ', NBSP)}"


def unit_of_change(kennzahl: Kennzahl) -> str:
    """The unit in which a Kennzahl changes: percent changes by Prozentpunkte, never by percent."""
    if kennzahl.einheit == "%":
        return "%-Pkt."
    if kennzahl.formel is Formelart.JE_100:
        return "Punkte"
    return "" if kennzahl.formel is Formelart.ANZAHL else kennzahl.einheit.replace(" ", NBSP)


def sign_cell(zeichen: Zeichen) -> Zelle:
    """The printed sign with what a screen reader says."""
    shown = DARSTELLUNG[zeichen]
    return Zelle(text=shown.druck, gesprochen=shown.gesprochen, zeichen=(zeichen,))
