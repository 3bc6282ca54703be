"""Released values → finished cells."""

from reports.domain.katalog import Art, Formelart, Katalog, Kennzahl
from reports.domain.zeichen import DARSTELLUNG, Zeichen
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
    return Zelle(text=write_number(wert.gerundet, kennzahl.nachkommastellen))


def value_with_unit(kennzahl: Kennzahl, wert: Wert) -> Zelle:
    """The value with its unit, or its sign."""
    cell = value_cell(kennzahl, wert)
    return cell if cell.zeichen else Zelle(text=with_unit(cell.text, kennzahl))


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
    text = write_signed(aenderung.absolut, kennzahl.nachkommastellen)
    if kennzahl.formel is Formelart.ANZAHL:
        return _count_change(text, aenderung)
    unit = unit_of_change(kennzahl)
    return Zelle(text=_bracketed(f"{text}{NBSP}{unit}", aenderung))


def _count_change(text: str, aenderung: Aenderung) -> Zelle:
    if aenderung.prozent is None:
        sign = aenderung.prozent_zeichen or Zeichen.SINNLOS
        shown = DARSTELLUNG[sign]
        return Zelle(
            text=_bracketed(f"{text}{NBSP}({shown.druck})", aenderung),
            gesprochen=f"{text}, in Prozent: {shown.gesprochen}",
            zeichen=(sign,),
        )
    percent = f"{write_signed(aenderung.prozent, 1)}{NBSP}%"
    if aenderung.eingeschraenkt:
        return Zelle(text=f"({text}; {percent})")
    return Zelle(text=f"{text} ({percent})")


def _bracketed(text: str, aenderung: Aenderung) -> str:
    return f"({text})" if aenderung.eingeschraenkt else text
