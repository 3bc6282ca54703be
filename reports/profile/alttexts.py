"""What a chart shows, in words: from the same released values, for those who cannot see it."""

from collections.abc import Sequence

from reports.domain.angabe import Wert
from reports.domain.katalog import Kennzahl
from reports.domain.zeit import Vergleichbarkeit, Zeitraum
from reports.profile.cells import value_with_unit
from reports.profile.material import Gebiet, Material
from reports.profile.tables import rank_text

_BRUCH = {
    Vergleichbarkeit.NEIN: "mit Bruch der Zeitreihe",
    Vergleichbarkeit.EINGESCHRAENKT: "mit eingeschränkter Vergleichbarkeit",
}
_TABELLE = "Die Werte am Stand nennt die Tabelle danach, die übrigen daten/freigabe.csv."


def alt_of_lines(
    thema: str, kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material
) -> str:
    """First and last value of the own line of each panel, and the breaks it crosses."""
    zeitraum = material.edition.spanne
    parts = "; ".join(_line(kennzahl, gebiet, material) for kennzahl in kennzahlen)
    return (
        f"Liniendiagramm zu {thema}, {gebiet.name}, {zeitraum.von} bis {zeitraum.bis}:"
        f" {parts}. {_TABELLE}"
    )


def _line(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> str:
    zeitraum = material.edition.spanne
    werte = {
        jahr: wert
        for jahr in range(zeitraum.von, zeitraum.bis + 1)
        if (wert := material.wert(gebiet, kennzahl, jahr)).gerundet is not None
    }
    if not werte:
        return f"{kennzahl.titel} ohne Angabe"
    first, last = min(werte), max(werte)
    start, end = (_spoken(kennzahl, werte[jahr]) for jahr in (first, last))
    if first == last:
        return f"{kennzahl.titel} {end} im Jahr {last}"
    grade = material.staende[kennzahl.id].comparability(Zeitraum(first, last))
    course = _course(werte[first], werte[last]) if grade is None else _BRUCH[grade]
    return f"{kennzahl.titel} {course} von {start} im Jahr {first} auf {end} im Jahr {last}"


def _spoken(kennzahl: Kennzahl, wert: Wert) -> str:
    """The value inside a sentence, its marks in words between commas."""
    cell = value_with_unit(kennzahl, wert)
    return f"{cell.gesprochen}," if cell.gesprochen else cell.text


def _course(first: Wert, last: Wert) -> str:
    """The direction between two printed values."""
    start, end = ((wert.gerundet or 0, wert.gerundet_null) for wert in (first, last))
    if start == end:
        return "unverändert"
    return "gestiegen" if start < end else "gesunken"


def alt_of_dots(
    thema: str, kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material
) -> str:
    """Where the area stands highest and lowest; without an own dot, what the rows are."""
    number = "eine Kennzahl" if len(kennzahlen) == 1 else f"{len(kennzahlen)} Kennzahlen"
    start = f"Punktdiagramm zu {thema}, {number}"
    own = [(k.titel, rang) for k in kennzahlen if (rang := material.einordnung(gebiet, k).rang)]
    if not own:
        titles = ", ".join(kennzahl.titel for kennzahl in kennzahlen)
        return f"{start}, alle Kommunen auf je einer Skala: {titles}. {_TABELLE}"
    ranked = sorted(own, key=lambda entry: entry[1].rang / entry[1].anzahl)
    high, low = (f"»{titel}« ({rank_text(rang)})" for titel, rang in (ranked[0], ranked[-1]))
    if len(ranked) == 1:
        return f"{start}, {gebiet.name} unter den Kommunen: bei {high}. {_TABELLE}"
    return (
        f"{start}, {gebiet.name} unter den Kommunen: am weitesten oben bei {high}, am weitesten"
        f" unten bei {low}. {_TABELLE}"
    )
