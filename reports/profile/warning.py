"""Early warning in the page model: what to look at, by which rule, and how often it is wrong."""

from collections.abc import Sequence
from math import ceil

from reports.comparison.signals import fehlalarme
from reports.comparison.standing import Anlass, Dynamik, Signal
from reports.domain.katalog import Kennzahl
from reports.domain.schwellen import Schwellen
from reports.domain.zeichen import Zeichen
from reports.profile.cells import value_with_unit
from reports.profile.changes import change_of, dated_change
from reports.profile.changetables import trend_cell
from reports.profile.material import Gebiet, Material
from reports.profile.model import Fruehwarnung
from reports.profile.numbers import NBSP, sign_cell, write_decimal, write_number
from reports.profile.tablemodel import Spalte, Tabelle, Tabellenart, Zeile, Zelle
from reports.profile.tables import compared_with, stand_text

AUF_DER_ERSTEN_SEITE = 6
_ZEICHEN = "▲"


def fruehwarnung(gebiet: Gebiet, material: Material) -> Fruehwarnung:
    """The chapter of early warning of one area; the Region's tells how many signals each has."""
    kennzahlen = signals_of(gebiet, material)
    bilanz = material.bilanz(gebiet)
    return Fruehwarnung(
        bilanz=(
            f"Geprüft: {bilanz.geprueft}, auffällig: {bilanz.auffaellig}, ruhig: {bilanz.ruhig}."
        ),
        regel=_rule(material.edition.schwellen),
        fehlalarme=_false_alarms(bilanz.pruefungen, material.edition.schwellen),
        tabelle=_table(kennzahlen, gebiet, material) if kennzahlen else None,
        kommunen=_kommunen(material) if gebiet == material.edition.gebiete.region else None,
    )


def front_signals(gebiet: Gebiet, material: Material) -> Tabelle | None:
    """The most important signals for the first page, at most six; None where all is quiet."""
    every = signals_of(gebiet, material)
    shown = every[:AUF_DER_ERSTEN_SEITE]
    if not shown:
        return None
    selection = f" ({len(shown)} von {len(every)})" if len(shown) < len(every) else ""
    other = compared_with(gebiet, material)
    heads = ("Kennzahl", "Wert", other.kurzname, "Veränderung", "Auffällig durch")
    return Tabelle(
        id="signale",
        art=Tabellenart.SIGNALE,
        titel=f"Auffällig in {gebiet.name}{selection}",
        spalten=tuple(Spalte(titel=titel) for titel in heads),
        zeilen=tuple(
            Zeile(
                kopf=f"{_ZEICHEN}{NBSP}{kennzahl.titel}",
                zusatz=stand_text(kennzahl, material),
                zellen=(
                    value_with_unit(kennzahl, material.wert(gebiet, kennzahl)),
                    value_with_unit(kennzahl, material.wert(other, kennzahl)),
                    _movement(kennzahl, gebiet, material),
                    Zelle(text=_reason(_signal(kennzahl, gebiet, material))),
                ),
            )
            for kennzahl in shown
        ),
    )


def _movement(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Zelle:
    """The trend where it is the reason, else the change over the period, each with its start."""
    if Anlass.TREND in _signal(kennzahl, gebiet, material).anlaesse:
        return trend_cell(kennzahl, gebiet, material)
    return dated_change(kennzahl, gebiet, material) or change_of(kennzahl, gebiet, material)


def signals_of(gebiet: Gebiet, material: Material) -> list[Kennzahl]:
    """The Kennzahlen with a signal: first those with both reasons, then those that fall behind.

    Within the same weight they keep the order of the catalogue.
    """
    found = [
        kennzahl
        for kennzahl in material.katalog.kennzahlen.values()
        if kennzahl.id in material.staende and material.einordnung(gebiet, kennzahl).signal
    ]
    return sorted(found, key=lambda kennzahl: _weight(kennzahl, gebiet, material))


def _weight(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> tuple[bool, ...]:
    found = material.einordnung(gebiet, kennzahl)
    reasons = _signal(kennzahl, gebiet, material).anlaesse
    return (
        len(reasons) < len(Anlass),
        found.dynamik is not Dynamik.UNGUENSTIGER,
        Anlass.STATUS not in reasons,
    )


def _signal(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Signal:
    signal = material.einordnung(gebiet, kennzahl).signal
    if signal is None:
        raise KeyError(kennzahl.id)
    return signal


def _reason(signal: Signal) -> str:
    return " und ".join(signal.anlaesse)


def _table(kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material) -> Tabelle:
    other = compared_with(gebiet, material)
    heads = (
        "Kennzahl",
        "Wert",
        other.kurzname,
        "Auffällig durch",
        "Dynamik",
        "Trend",
        "Seit Ausgabe",
    )
    return Tabelle(
        id="auffaellig",
        art=Tabellenart.AUFFAELLIG,
        titel=f"Auffällige Kennzahlen, {gebiet.name}",
        spalten=tuple(Spalte(titel=titel) for titel in heads),
        zeilen=tuple(
            Zeile(
                kopf=f"{_ZEICHEN}{NBSP}{kennzahl.titel}",
                zusatz=stand_text(kennzahl, material),
                zellen=_cells(kennzahl, gebiet, other, material),
            )
            for kennzahl in kennzahlen
        ),
    )


def _cells(
    kennzahl: Kennzahl, gebiet: Gebiet, other: Gebiet, material: Material
) -> tuple[Zelle, ...]:
    found, signal = material.einordnung(gebiet, kennzahl), _signal(kennzahl, gebiet, material)
    return (
        value_with_unit(kennzahl, material.wert(gebiet, kennzahl)),
        value_with_unit(kennzahl, material.wert(other, kennzahl)),
        Zelle(text=_reason(signal)),
        Zelle(text=found.dynamik) if found.dynamik else sign_cell(Zeichen.SINNLOS),
        trend_cell(kennzahl, gebiet, material),
        Zelle(text=_age(signal, material)),
    )


def _age(signal: Signal, material: Material) -> str:
    """The edition that showed it first; without an earlier edition nobody knows."""
    if signal.seit is None:
        return "unbekannt"
    return f"{signal.seit} (neu)" if signal.seit == material.edition.name else signal.seit


def _kommunen(material: Material) -> Tabelle:
    """How many Kennzahlen of each Kommune were tested and stand out."""
    heads = ("Kommune", "Geprüft", "Auffällig", "Ruhig")
    return Tabelle(
        id="fruehwarnung-kommunen",
        art=Tabellenart.BILANZ,
        titel="Frühwarnung: alle Kommunen",
        spalten=tuple(Spalte(titel=titel) for titel in heads),
        zeilen=tuple(
            Zeile(
                kopf=kommune.name,
                zellen=tuple(
                    Zelle(text=str(number))
                    for number in (bilanz.geprueft, bilanz.auffaellig, bilanz.ruhig)
                ),
            )
            for kommune in material.edition.gebiete.kommunen
            for bilanz in (material.bilanz(kommune),)
        ),
    )


def _rule(schwellen: Schwellen) -> str:
    """The rule in one line."""
    return (
        f"Auffällig ({_ZEICHEN}) ist ein Wert, der mindestens {write_decimal(schwellen.auffaellig)}"
        " Standardabweichungen mehr Belastung zeigt als die Region, gleich welche Kommune man"
        f" weglässt, und dies nicht durch Zufall ({write_decimal(100 - schwellen.irrtum)}{NBSP}%);"
        " oder ein gesicherter Trend zu mehr Belastung um mindestens"
        f" {write_decimal(schwellen.mindestaenderung)}{NBSP}% des Anfangswerts; jeweils ab"
        f" {schwellen.mindestfaelle} Fällen und {schwellen.mindestfaelle} übrigen, der Abstand ab"
        f" {schwellen.mindestkommunen} Kommunen mit Wert."
    )


def _false_alarms(pruefungen: int, schwellen: Schwellen) -> str:
    expected = ceil(10 * fehlalarme(pruefungen, schwellen))
    return (
        f"Prüfungen: {pruefungen}. Wirkte überall nur der Zufall, wären davon im Mittel höchstens"
        f" {write_number(expected, 1)} Fehlalarme."
    )
