"""The way of a figure as text, for a terminal."""

from collections.abc import Iterator
from fractions import Fraction

from reports.auskunft.belege import Beleg, Weg, Zahl
from reports.auskunft.herkunft import Herkunft, Rechnung
from reports.domain.katalog import Formelart, Kennzahl
from reports.domain.korrektur import Korrektur
from reports.domain.zeichen import DARSTELLUNG, Kennzeichen, Zeichen
from reports.profile.marks import marken_of
from reports.profile.names import write_day, write_stand
from reports.profile.numbers import write_number

_STELLEN = 8  # decimals shown of the exact value
_NUR_AMT = "Nur für das Amt: Hier steht auch, was im Druck gesperrt ist."


def herkunft_text(herkunft: Herkunft) -> str:
    """All steps from the cells to the printed string, one a line."""
    frage = herkunft.frage
    kennzahl, gebiet = frage.kennzahl, frage.gebiet
    lines = [
        _NUR_AMT,
        "",
        f"{kennzahl.titel} ({kennzahl.id}), {gebiet.name} ({gebiet.schluessel}), {frage.jahr}",
        f"Formel: {_formula(kennzahl)}",
    ]
    for rechnung in herkunft.rechnungen:
        lines += ["", *_rechnung_lines(rechnung)]
    lines += ["", *_result_lines(herkunft), "", "Dateien", *_file_lines(herkunft)]
    return "\n".join(lines)


def _formula(kennzahl: Kennzahl) -> str:
    zaehler = f"({kennzahl.zaehler})" if len(kennzahl.zaehler.terme) > 1 else str(kennzahl.zaehler)
    if kennzahl.formel is Formelart.ENTWICKLUNG:
        return f"Veränderung von {zaehler} seit dem ersten Jahr des Zeitraums in %"
    if kennzahl.nenner is None:
        return zaehler + _times(kennzahl)
    nenner = f"({kennzahl.nenner})" if len(kennzahl.nenner.terme) > 1 else str(kennzahl.nenner)
    return f"{zaehler} / {nenner}{_times(kennzahl)}"


def _rechnung_lines(rechnung: Rechnung) -> Iterator[str]:
    value = _value(rechnung.wert, rechnung.zeichen, rechnung.dezimalen)
    yield f"{rechnung.name}: {rechnung.summe} = {value}"
    for sign, zahl in rechnung.teile:
        yield from _zahl_lines(zahl, sign, 1)


def _zahl_lines(zahl: Zahl, sign: int, depth: int) -> Iterator[str]:
    indent = "  " * depth
    merkmal, marks = zahl.merkmal, _marks(zahl.kennzeichen)
    value = _value(zahl.wert, zahl.zeichen, merkmal.dezimalen)
    unit = f" {merkmal.einheit}" if zahl.wert is not None and merkmal.einheit else ""
    way = "" if zahl.beleg else f", {zahl.weg}"
    if zahl.weg is Weg.FEHLT and not zahl.teile:
        value = "keine Angabe"
    yield (
        f"{indent}{'+' if sign > 0 else '−'} {merkmal.titel} ({merkmal.id}), {zahl.gebiet.name}"
        f" {zahl.jahr}: {value}{unit}{marks}{way}"
    )
    if zahl.beleg:
        yield from (f"{indent}    {line}" for line in _beleg_lines(zahl.beleg, zahl.jahr))
    for part_sign, teil in zahl.teile:
        yield from _zahl_lines(teil, part_sign, depth + 1)


def _beleg_lines(beleg: Beleg, jahr: int) -> Iterator[str]:
    yield f"{beleg.ort}: »{beleg.roh}«, Stand {write_stand(beleg.stichtag, jahr)}"
    if beleg.korrektur:
        yield _correction(beleg.korrektur)


def _correction(korrektur: Korrektur) -> str:
    return (
        f"berichtigt in »{korrektur.neu}«: {korrektur.grund} Gemeldet von {korrektur.gemeldet} am"
        f" {write_day(korrektur.am)}."
    )


def _value(wert: int | None, zeichen: Zeichen | None, dezimalen: int) -> str:
    if wert is not None:
        return write_number(wert, dezimalen)
    shown = DARSTELLUNG[zeichen or Zeichen.FEHLT]
    return f"{shown.druck} ({shown.gesprochen})"


def _marks(kennzeichen: Kennzeichen) -> str:
    return "".join(f", {marke.value.gesprochen}" for marke in marken_of(kennzeichen))


def _result_lines(herkunft: Herkunft) -> Iterator[str]:
    kennzahl, wert = herkunft.frage.kennzahl, herkunft.wert
    if herkunft.genau is not None:
        yield f"Genau: {_calculation(herkunft)}{_decimal(herkunft.genau)}"
    if wert.gerundet is not None:
        places = kennzahl.nachkommastellen
        yield (
            f"Kaufmännisch gerundet auf {places} Nachkommastelle{'' if places == 1 else 'n'}:"
            f" {write_number(wert.gerundet, places)}"
        )
    yield f"Gedruckt: {_printed(herkunft)}"


def _printed(herkunft: Herkunft) -> str:
    cell = herkunft.gedruckt
    words = f" ({cell.gesprochen})" if cell.gesprochen else ""
    limited = (
        " Die Zahl dahinter darf das Amt nicht verlassen."
        if herkunft.wert.zeichen is Zeichen.GESPERRT
        else ""
    )
    return f"{cell.text}{words}{'.' if limited else ''}{limited}"


def _calculation(herkunft: Herkunft) -> str:
    """The numbers in the formula, and the fraction that they make; empty for a single number."""
    kennzahl, genau = herkunft.frage.kennzahl, herkunft.genau or Fraction(0)
    first, *rest = (
        write_number(rechnung.wert or 0, rechnung.dezimalen) for rechnung in herkunft.rechnungen
    )
    text = first
    if kennzahl.formel is Formelart.ENTWICKLUNG:
        text = f"({first} − {rest[0]})"
    text += f" / {rest[0]}" if rest else ""
    text += _times(kennzahl)
    parts = (write_number(part, 0) for part in (genau.numerator, genau.denominator))
    fraction = f"{'/'.join(parts)} = " if rest and genau.denominator > 1 else ""
    return "" if text == first else f"{text} = {fraction}"


def _times(kennzahl: Kennzahl) -> str:
    return "" if kennzahl.faktor == 1 else f" × {write_number(kennzahl.faktor, 0)}"


def _decimal(genau: Fraction) -> str:
    """The value with some decimals, cut off and not rounded; dots say that it goes on."""
    units = abs(genau) * 10**_STELLEN
    whole = int(units) if genau >= 0 else -int(units)
    if units.denominator > 1:
        return f"{write_number(whole, _STELLEN)}…"
    text = write_number(whole, _STELLEN).rstrip("0")
    return text.removesuffix(",")


def _file_lines(herkunft: Herkunft) -> Iterator[str]:
    files = {beleg.ort.datei: beleg for beleg in herkunft.belege()}
    for datei, beleg in sorted(files.items()):
        yield f"  {datei}, {beleg.quelle}"
        yield f"    SHA-256 {beleg.sha256}"
