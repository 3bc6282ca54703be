"""Released values → finished cells."""

from dataclasses import replace

from reports.domain.katalog import Art, Formelart, Katalog, Kennzahl
from reports.domain.zeichen import DARSTELLUNG, Zeichen
from reports.domain.zeit import Zeitraum
from reports.profile.material import Aenderung, Wert
from reports.profile.model import Zelle
from reports.profile.numbers import (
    NBSP,
    sign_cell,
    unit_of_change,
    with_unit,
    write_number,
    write_signed,
)


def value_cell(kennzahl: Kennzahl, wert: Wert) -> Zelle:
    """The value without its unit, or its sign."""
    if wert.gerundet is None:
        return sign_cell(wert.zeichen or Zeichen.FEHLT)
    return Zelle(text=_bracketed(_written(kennzahl, wert.gerundet), limited=wert.eingeschraenkt))


def value_with_unit(kennzahl: Kennzahl, wert: Wert) -> Zelle:
    """The value with its unit, or its sign."""
    if wert.gerundet is None:
        return value_cell(kennzahl, wert)
    text = with_unit(_written(kennzahl, wert.gerundet), kennzahl)
    return Zelle(text=_bracketed(text, limited=wert.eingeschraenkt))


def _written(kennzahl: Kennzahl, gerundet: int) -> str:
    write = write_signed if kennzahl.formel is Formelart.ENTWICKLUNG else write_number
    return write(gerundet, kennzahl.nachkommastellen)


def count_cell(kennzahl: Kennzahl, wert: Wert, katalog: Katalog) -> Zelle:
    """The Häufigkeit behind the value; »sinnlos« where its Zähler counts nothing."""
    if wert.zeichen is not None:
        return sign_cell(wert.zeichen)
    merkmale = [katalog.merkmale[name] for name in kennzahl.zaehler.merkmale]
    if wert.zaehler is None or any(merkmal.art is not Art.ANZAHL for merkmal in merkmale):
        return sign_cell(Zeichen.SINNLOS)
    if kennzahl.formel is Formelart.ENTWICKLUNG:
        return Zelle(text=write_signed(wert.zaehler, merkmale[0].dezimalen))
    return Zelle(text=write_number(wert.zaehler, merkmale[0].dezimalen))


def change_cell(kennzahl: Kennzahl, aenderung: Aenderung) -> Zelle:
    """The change with its unit; a limited comparison stands in brackets."""
    if aenderung.absolut is None:
        return sign_cell(aenderung.zeichen or Zeichen.FEHLT)
    return _written_change(kennzahl, aenderung, aenderung.absolut)


def dated_change_cell(kennzahl: Kennzahl, aenderung: Aenderung, usual: Zeitraum) -> Zelle:
    """The change, with the years it compares where they are not those of the whole period."""
    cell = change_cell(kennzahl, aenderung)
    if aenderung.absolut is None or aenderung.von is None or aenderung.bis is None:
        return cell
    years = Zeitraum(aenderung.von, aenderung.bis)
    return cell if years == usual else replace(cell, zusatz=str(years))


def _written_change(kennzahl: Kennzahl, aenderung: Aenderung, absolut: int) -> Zelle:
    text = write_signed(absolut, kennzahl.nachkommastellen)
    if kennzahl.formel is Formelart.ANZAHL:
        return _count_change(text, aenderung)
    unit = unit_of_change(kennzahl)
    return Zelle(text=_bracketed(f"{text}{NBSP}{unit}", limited=aenderung.eingeschraenkt))


def _count_change(text: str, aenderung: Aenderung) -> Zelle:
    limited = aenderung.eingeschraenkt
    if aenderung.prozent is not None:
        percent = f"{write_signed(aenderung.prozent, 1)}{NBSP}%"
        return Zelle(text=_bracketed(f"{text}; {percent}", limited=limited))
    sign = aenderung.prozent_zeichen or Zeichen.SINNLOS
    shown = DARSTELLUNG[sign]
    return Zelle(
        text=_bracketed(f"{text}; {shown.druck}", limited=limited),
        gesprochen=f"{text}, in Prozent: {shown.gesprochen}",
        zeichen=(sign,),
    )


def _bracketed(text: str, *, limited: bool) -> str:
    """Brackets around what a break in the series makes comparable only within limits."""
    return f"({text})" if limited else text
