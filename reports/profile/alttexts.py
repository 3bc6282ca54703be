"""What a chart shows, in words: from the same released values, for those who cannot see it."""

from collections.abc import Sequence

from reports.domain.katalog import Kennzahl
from reports.profile.cells import value_with_unit
from reports.profile.material import Gebiet, Material, Wert

_TABELLE = "Alle Werte stehen in der Tabelle danach."


def alt_of_lines(
    thema: str, kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material
) -> str:
    """First and last value of the own line of each panel, and the breaks it crosses."""
    zeitraum = material.edition.zeitraum
    parts = "; ".join(_line(kennzahl, gebiet, material) for kennzahl in kennzahlen)
    return (
        f"Liniendiagramm zu {thema}, {gebiet.name}, {zeitraum.von} bis {zeitraum.bis}:"
        f" {parts}. {_TABELLE}"
    )


def _line(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> str:
    zeitraum = material.edition.zeitraum
    werte = {
        jahr: wert
        for jahr in range(zeitraum.von, zeitraum.bis + 1)
        if (wert := material.wert(gebiet, kennzahl, jahr)).gerundet is not None
    }
    if not werte:
        return f"{kennzahl.titel} ohne Angabe"
    first, last = min(werte), max(werte)
    start, end = (value_with_unit(kennzahl, werte[jahr]).text for jahr in (first, last))
    if first == last:
        return f"{kennzahl.titel} {end} im Jahr {last}"
    breaks = [
        jahr for jahr in material.staende[kennzahl.id].bruchjahre if zeitraum.von < jahr <= last
    ]
    course = "mit Bruch der Zeitreihe" if breaks else _course(werte[first], werte[last])
    return f"{kennzahl.titel} {course} von {start} im Jahr {first} auf {end} im Jahr {last}"


def _course(first: Wert, last: Wert) -> str:
    """The direction between two printed values."""
    if first.gerundet == last.gerundet:
        return "unverändert"
    return "gestiegen" if (first.gerundet or 0) < (last.gerundet or 0) else "gesunken"


def alt_of_dots(
    thema: str, kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material
) -> str:
    """Where the area stands highest and lowest; without an own dot, what the rows are."""
    number = "eine Kennzahl" if len(kennzahlen) == 1 else f"{len(kennzahlen)} Kennzahlen"
    start = f"Punktdiagramm zu {thema}, {number}"
    ranked = sorted(
        (material.raenge[k.id][gebiet.schluessel].rang, k.titel)
        for k in kennzahlen
        if gebiet.schluessel in material.raenge[k.id]
    )
    if not ranked:
        titles = ", ".join(kennzahl.titel for kennzahl in kennzahlen)
        return f"{start}, alle Kommunen auf je einer Skala: {titles}. {_TABELLE}"
    (high, high_title), (low, low_title) = ranked[0], ranked[-1]
    count = max(len(material.raenge[k.id]) for k in kennzahlen)
    place = f"{start}, {gebiet.name} unter {count} Kommunen:"
    if len(ranked) == 1:
        return f"{place} Rang {high} bei »{high_title}«. {_TABELLE}"
    return (
        f"{place} am weitesten oben bei »{high_title}« (Rang {high}), am weitesten unten bei"
        f" »{low_title}« (Rang {low}). {_TABELLE}"
    )
