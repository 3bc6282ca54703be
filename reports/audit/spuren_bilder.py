"""Traces in charts: points, bands, spines and axes that released values alone do not give."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor, isclose

from reports.audit.spuren_daten import deutsch_von, spur
from reports.audit.spuren_seitenbilder import Diagramm, Linie, Spinezeile, Strich
from reports.audit.spuren_wortschatz import Seite
from reports.errors import Befund

_MEISTE_ABSTAENDE = 4
_WENIGSTE_ABSTAENDE = 2
_GENAU = 1e-9
_FREMDE_LAGE = "Die Lage der Kommunen ist nicht die freigegebene."


def bild_spuren(seite: Seite) -> Iterator[Befund]:
    """The traces in the positions of all charts of a page."""
    for diagramm in seite.profil.diagramme:
        yield from _of_lines(diagramm, seite.in_diagramm(diagramm), seite)
    beispiel = seite.profil.beispiel
    if beispiel and not _is_spine(beispiel.zeile, seite):
        yield spur(f"{seite.ort}, Bild {beispiel.id}", _FREMDE_LAGE)
    for tabelle in seite.profil.tabellen:
        for zeile in tabelle.spine.zeilen if tabelle.spine else ():
            if not _is_spine(zeile, seite):
                yield spur(f"{seite.ort}, Tabelle {tabelle.id}, Bild {zeile.id}", _FREMDE_LAGE)


def gebiete_of(linie: Linie, kennzahl: str, seite: Seite) -> list[str]:
    """The areas whose released values are exactly the points of the line.

    The own line is that of the page; any other area may stand beside it.
    """
    freigabe = seite.freigabe
    drawn = {punkt.jahr: punkt.wert for punkt in linie.punkte if punkt.wert is not None}
    own = seite.profil.schluessel
    areas = [own] if linie.art == "eigen" else [key for key in freigabe.namen if key != own]
    years = {punkt.jahr for punkt in linie.punkte}
    return [
        key
        for key in areas
        if {j: w for j, w in freigabe.werte(key, kennzahl).items() if j in years} == drawn
    ]


def _of_lines(diagramm: Diagramm, ort: str, seite: Seite) -> Iterator[Befund]:
    kennzahl = seite.freigabe.titel.get(diagramm.titel)
    if kennzahl is None:
        yield spur(ort, "Das Bild zeigt eine Kennzahl, von der nichts freigegeben ist.")
        return
    for linie in diagramm.linien:
        areas = gebiete_of(linie, kennzahl, seite)
        if not areas:
            yield spur(ort, f"Die Punkte der Linie »{linie.name}« sind nicht die freigegebenen.")
    if any(_ends_of(s.jahr, kennzahl, seite) != (s.unten, s.oben) for s in diagramm.spannweiten):
        yield spur(ort, "Die Spannweite der Kommunen ist nicht die freigegebene.")
    yield from _of_axis(diagramm, kennzahl, ort, seite)


def _of_axis(diagramm: Diagramm, kennzahl: str, ort: str, seite: Seite) -> Iterator[Befund]:
    points = [p.wert for linie in diagramm.linien for p in linie.punkte if p.wert is not None]
    points += [end for s in diagramm.spannweiten for end in (s.unten, s.oben)]
    stellen = seite.freigabe.kennzahlen[kennzahl].nachkommastellen
    if not _is_tight(diagramm.striche, points, stellen):
        yield spur(ort, "Die Achse ist nicht die kleinste, die die gezeigten Punkte fasst.")
    if any(strich.text != deutsch_von(strich.wert, stellen) for strich in diagramm.striche):
        yield spur(ort, "An der Achse steht etwas anderes als die Lage ihrer Striche.")


def _ends_of(jahr: int, kennzahl: str, seite: Seite) -> tuple[float, float] | None:
    """The least and the greatest released value of the Kommunen."""
    of_year = (seite.freigabe.werte(key, kennzahl).get(jahr) for key in seite.freigabe.kommunen)
    known = [wert for wert in of_year if wert is not None]
    return (min(known), max(known)) if known else None


def _is_spine(zeile: Spinezeile, seite: Seite) -> bool:
    """Whether a row shows the released places, and nothing of a Kommune that has none."""
    freigabe, own = seite.freigabe, seite.profil.schluessel
    kennzahl = zeile.id.removeprefix("spine-")
    places = {
        key: float(row["platz"])
        for key in freigabe.kommunen
        if (row := freigabe.vergleiche.get((key, kennzahl))) and row["platz"]
    }
    mine = places.pop(own, None)
    return zeile.eigen == mine and list(zeile.andere) == sorted(places.values())


def _is_tight(striche: Sequence[Strich], points: Sequence[float], stellen: int) -> bool:
    """Whether the ticks are the least that hold all points, whichever way these are cut to units.

    A point may miss a whole unit by its binary fraction alone.
    """
    ticks = [round(strich.wert * 10**stellen) for strich in striche]
    places = [point * 10**stellen for point in points]
    if not places:
        return not ticks
    if len(ticks) <= _WENIGSTE_ABSTAENDE:
        return False
    if not all(isclose(s.wert * 10**stellen, tick) for s, tick in zip(striche, ticks, strict=True)):
        return False
    low, high = min(places), max(places)
    return any(
        _is_least(ticks, first, last)
        for first in {floor(low), floor(low + _GENAU)}
        for last in {ceil(high), ceil(high - _GENAU)}
    )


def _is_least(ticks: Sequence[int], low: int, high: int) -> bool:
    """Whether even, round ticks hold both ends closely and those of the next smaller step cannot.

    The outer spaces hold an end each, unless there are as few as there may be. All in units of the
    last decimal.
    """
    step = ticks[1] - ticks[0]
    shortest = len(ticks) - 1 == _WENIGSTE_ABSTAENDE
    return (
        all(after - before == step for before, after in pairwise(ticks))
        and ticks[0] <= low < ticks[1]
        and high <= ticks[-1]
        and (shortest or high > ticks[-2])
        and len(ticks) - 1 <= _MEISTE_ABSTAENDE
        and _needs(step, low, high)
    )


def _needs(step: int, low: int, high: int) -> bool:
    """Whether the step is 1, 2 or 5 times a power of ten, and the next smaller one is too small."""
    power = 10 ** (len(str(step)) - 1)
    smaller = {power: power // 2, 2 * power: power, 5 * power: 2 * power}.get(step)
    if smaller is None or not smaller:
        return smaller is not None
    return bool(-(-high // smaller) - low // smaller > _MEISTE_ABSTAENDE)
