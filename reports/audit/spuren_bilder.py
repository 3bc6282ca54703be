"""Traces in charts: points, dots and axes that released values alone do not give."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor, isclose

from reports.audit.spuren_daten import deutsch_von, spur
from reports.audit.spuren_seite import Linie, Linienbild, Punktreihe, Strich
from reports.audit.spuren_wortschatz import Seite, is_printed
from reports.errors import Befund

_MEISTE_ABSTAENDE = 4
_WENIGSTE_ABSTAENDE = 2
_GENAU = 1e-9


def bild_spuren(seite: Seite) -> Iterator[Befund]:
    """The traces in the positions of all charts of a page."""
    for diagramm in seite.profil.diagramme:
        for bild in diagramm.bilder:
            yield from _of_panel(bild, seite.in_diagramm(diagramm, bild.titel), seite)
        for reihe in diagramm.reihen:
            yield from _of_dots(reihe, seite.in_diagramm(diagramm, reihe.titel), seite)


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


def _of_panel(bild: Linienbild, ort: str, seite: Seite) -> Iterator[Befund]:
    kennzahl = seite.freigabe.titel.get(bild.titel)
    if kennzahl is None:
        yield spur(ort, "Das Bild zeigt eine Kennzahl, von der nichts freigegeben ist.")
        return
    for linie in bild.linien:
        areas = gebiete_of(linie, kennzahl, seite)
        if not areas:
            yield spur(ort, f"Die Punkte der Linie »{linie.name}« sind nicht die freigegebenen.")
    points = [p.wert for linie in bild.linien for p in linie.punkte if p.wert is not None]
    stellen = seite.freigabe.kennzahlen[kennzahl].nachkommastellen
    if not _is_tight(bild.striche, points, stellen):
        yield spur(ort, "Die Achse ist nicht die kleinste, die die gezeigten Punkte fasst.")
    if any(strich.text != deutsch_von(strich.wert, stellen) for strich in bild.striche):
        yield spur(ort, "An der Achse steht etwas anderes als die Lage ihrer Striche.")


def _is_tight(striche: Sequence[Strich], points: Sequence[float], stellen: int) -> bool:
    """Whether the ticks are the least that hold all points, whichever way these are cut to units.

    A point may miss a whole unit by its binary fraction alone.
    """
    ticks = [round(strich.wert * 10**stellen) for strich in striche]
    places = [point * 10**stellen for point in points]
    if len(ticks) <= _WENIGSTE_ABSTAENDE or not places:
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


def _of_dots(reihe: Punktreihe, ort: str, seite: Seite) -> Iterator[Befund]:
    freigabe, own = seite.freigabe, seite.profil.schluessel
    kennzahl = freigabe.titel.get(reihe.titel, "")
    stand = freigabe.staende.get(kennzahl, 0)
    shown = {
        key: wert
        for key in (*freigabe.kommunen, freigabe.region)
        if (wert := freigabe.werte(key, kennzahl).get(stand)) is not None
    }
    others = sorted(w for key, w in shown.items() if key not in {own, freigabe.region})
    if list(reihe.werte) != others:
        yield spur(ort, "Die Punkte der Kommunen sind nicht die freigegebenen.")
    if reihe.eigen != (shown.get(own) if own in freigabe.kommunen else None):
        yield spur(ort, "Der eigene Punkt ist nicht der freigegebene.")
    if reihe.region != shown.get(freigabe.region):
        yield spur(ort, "Der Punkt der Region ist nicht der freigegebene.")
    yield from _of_ends(reihe, kennzahl, ort, seite)


def _of_ends(reihe: Punktreihe, kennzahl: str, ort: str, seite: Seite) -> Iterator[Befund]:
    freigabe = seite.freigabe
    stand = freigabe.staende.get(kennzahl, 0)
    shown = {
        key: wert
        for key in freigabe.kommunen
        if (wert := freigabe.werte(key, kennzahl).get(stand)) is not None
    }
    for text, end in ((reihe.kleinster, min), (reihe.groesster, max)):
        keys = [key for key, wert in shown.items() if wert == end(shown.values())]
        if not any(is_printed(text, key, kennzahl, freigabe) for key in keys):
            yield spur(ort, "Der kleinste oder größte Wert ist nicht der freigegebene.")
    if not is_printed(reihe.eigentext, seite.profil.schluessel, kennzahl, freigabe):
        yield spur(ort, "Der Text am eigenen Punkt ist nicht der freigegebene Wert.")
