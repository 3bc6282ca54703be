"""Released values → finished cells."""

from collections.abc import Iterable
from dataclasses import replace

from reports.domain.angabe import Aenderung, Wert
from reports.domain.katalog import Art, Formelart, Katalog, Kennzahl
from reports.domain.zeichen import DARSTELLUNG, Zeichen
from reports.profile.marks import BUCHSTABEN, KLAMMERN, Marke, marken_of
from reports.profile.numbers import (
    NBSP,
    sign_cell,
    unit_of_change,
    with_unit,
    write_number,
    write_signed,
)
from reports.profile.tablemodel import Stueck, Zelle

_KLEINE_BASIS = Marke.KLEINE_BASIS.value.gesprochen


def value_cell(kennzahl: Kennzahl, wert: Wert) -> Zelle:
    """The value without its unit and with its marks, or its sign."""
    if wert.gerundet is None:
        return sign_cell(wert.zeichen or Zeichen.FEHLT)
    return _marked(_written(kennzahl, wert.gerundet), _marken(wert))


def value_with_unit(kennzahl: Kennzahl, wert: Wert) -> Zelle:
    """The value with its unit and its marks, or its sign."""
    if wert.gerundet is None:
        return value_cell(kennzahl, wert)
    return _marked(with_unit(_written(kennzahl, wert.gerundet), kennzahl), _marken(wert))


def _marken(figure: Wert | Aenderung) -> tuple[Marke, ...]:
    return marken_of(figure.kennzeichen, bruch=figure.eingeschraenkt)


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
    write = write_signed if kennzahl.formel is Formelart.ENTWICKLUNG else write_number
    marken = marken_of(wert.zaehler_kennzeichen, bruch=wert.eingeschraenkt)
    return _marked(write(wert.zaehler, merkmale[0].dezimalen), marken)


def change_cell(kennzahl: Kennzahl, aenderung: Aenderung, *, rundung: bool = False) -> Zelle:
    """The change with its unit; a limited comparison stands in brackets.

    Args:
        kennzahl: what changes.
        aenderung: its change.
        rundung: whether the printed values give another difference, which takes a mark.
    """
    if aenderung.absolut is None:
        return sign_cell(aenderung.zeichen or Zeichen.FEHLT)
    marken = (*_marken(aenderung), *((Marke.RUNDUNG,) if rundung else ()))
    text = write_signed(aenderung.absolut, kennzahl.nachkommastellen)
    if kennzahl.formel is Formelart.ANZAHL:
        return _count_change(text, aenderung, marken)
    return _marked(f"{text}{NBSP}{unit_of_change(kennzahl)}", marken)


def _count_change(text: str, aenderung: Aenderung, marken: tuple[Marke, ...]) -> Zelle:
    if aenderung.prozent is not None:
        percent = f"{write_signed(aenderung.prozent, 1)}{NBSP}%"
        if not aenderung.kleine_basis:
            return _marked(f"{text}; {percent}", marken)
        figure = Stueck(f"{text}; ({percent})", f"{text}; {percent}, {_KLEINE_BASIS}")
        return _pieced(figure, (*marken, Marke.KLEINE_BASIS))
    sign = aenderung.prozent_zeichen or Zeichen.SINNLOS
    shown = DARSTELLUNG[sign]
    figure = Stueck(f"{text}; {shown.druck}", f"{text}, in Prozent: {shown.gesprochen}")
    cell = _pieced(figure, marken)
    return replace(cell, zeichen=(sign, *marken))


def _marked(text: str, marken: tuple[Marke, ...]) -> Zelle:
    """A written figure with its marks; »k« stands in place of a rounded zero."""
    if Marke.GERUNDET_NULL in marken:
        rounded = Marke.GERUNDET_NULL.value
        return _pieced(Stueck(rounded.druck, rounded.gesprochen), marken)
    return _pieced(Stueck(text), marken) if marken else Zelle(text=text)


def _pieced(figure: Stueck, marken: tuple[Marke, ...]) -> Zelle:
    """The figure, brackets around it with their reasons, and the letters behind it."""
    reasons = [marke.value.gesprochen for marke in marken if marke in KLAMMERN]
    letters = [Stueck(m.value.druck, m.value.gesprochen) for m in marken if m in BUCHSTABEN]
    inside = [Stueck("("), figure, Stueck(")", ", ".join(reasons))] if reasons else [figure]
    behind = [Stueck(" "), *letters] if letters else []
    said = (figure.gesprochen or figure.text, *reasons, *(letter.gesprochen for letter in letters))
    return Zelle(
        text=NBSP.join(_joined(part) for part in (inside, letters) if part),
        gesprochen=", ".join(said),
        zeichen=marken,
        stuecke=(*inside, *behind),
    )


def _joined(stuecke: Iterable[Stueck]) -> str:
    return "".join(stueck.text for stueck in stuecke)
