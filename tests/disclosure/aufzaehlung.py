"""The slow truth about small tables: every table that fits, every suppression there is."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from rechentafeln import cost

from reports.disclosure.tabelle import Beziehung, Lage, Spielraum, Tabelle, Zelle

Bilder = NDArray[np.int64]  # one row for each table that fits, one column for each cell


def fitting(tabelle: Tabelle, gesperrt: frozenset[int], deckel: int) -> Bilder:
    """Every table of whole numbers up to *deckel* that fits what is seen.

    Cells are filled in one after the other; whatever cannot be completed any more is dropped.
    """
    ranges = [_range(z, place in gesperrt, deckel) for place, z in enumerate(tabelle.zellen)]
    found = np.zeros((1, 0), dtype=np.int64)
    for place, values in enumerate(ranges):
        found = np.column_stack(
            [np.repeat(found, len(values), axis=0), np.tile(values, len(found))]
        )
        for beziehung in tabelle.beziehungen:
            if place in dict(beziehung.terme):
                found = found[_possible(found, beziehung, ranges)]
    return found


def interval(tabelle: Tabelle, gesperrt: frozenset[int], zelle: int) -> Spielraum:
    """The interval of a cell; a bound that gives way with the lid is none."""
    low, high = (
        [function(fitting(tabelle, gesperrt, lid)[:, zelle]) for lid in _lids(tabelle)]
        for function in (np.min, np.max)
    )
    return Spielraum(
        int(low[0]) if low[0] == low[1] else None, int(high[0]) if high[0] == high[1] else None
    )


def unsafe(tabelle: Tabelle, gesperrt: frozenset[int]) -> frozenset[int]:
    """The cells whose protection a suppression lacks."""
    found = fitting(tabelle, gesperrt, _lids(tabelle)[0])
    low, high = found.min(axis=0), found.max(axis=0)
    return frozenset(
        place
        for place, zelle in enumerate(tabelle.zellen)
        if _demands(zelle, suppressed=place in gesperrt)
        and not _is_wide(zelle, int(low[place]), int(high[place]))
    )


def least_cost(tabelle: Tabelle) -> float | None:
    """The cost of the cheapest sufficient suppression, by trying all; None where there is none."""
    printed = frozenset(p for p, z in enumerate(tabelle.zellen) if z.lage is Lage.GEDRUCKT)
    forced = frozenset(place for place in printed if tabelle.zellen[place].klein)
    if any(tabelle.zellen[place].klein for place in unsafe(tabelle, printed)):
        return None
    patterns = [forced | more for more in _subsets(sorted(printed - forced))]
    for pattern in sorted(patterns, key=lambda pattern: cost(tabelle, pattern)):
        if not unsafe(tabelle, pattern):
            return cost(tabelle, pattern)
    return None


def unprotectable(tabelle: Tabelle) -> frozenset[int]:
    """The secrets that no suppression protects without uncovering a cell that is none."""
    printed = frozenset(p for p, z in enumerate(tabelle.zellen) if z.lage is Lage.GEDRUCKT)
    secrets = frozenset(place for place, zelle in enumerate(tabelle.zellen) if zelle.klein)
    found = (unsafe(tabelle, (secrets & printed) | more) for more in _subsets(sorted(printed)))
    return secrets.intersection(*(bad for bad in found if bad <= secrets))


def _lids(tabelle: Tabelle) -> tuple[int, int]:
    """Figures so far above all others that every demand can be met below them."""
    most = max(abs(zelle.wert or 0) + zelle.minimum for zelle in tabelle.zellen)
    return most + 1, most + 2


def _range(zelle: Zelle, suppressed: bool, deckel: int) -> list[int]:  # noqa: FBT001 (positional by nature)
    """The figures that a cell may have."""
    if zelle.lage is Lage.BEKANNT or (zelle.lage is Lage.GEDRUCKT and not suppressed):
        return [zelle.wert or 0]
    low = -deckel if zelle.mindestens is None else zelle.mindestens
    return list(range(low, deckel + 1))


def _possible(found: Bilder, beziehung: Beziehung, ranges: list[list[int]]) -> NDArray[np.bool_]:
    """Which of the tables begun can still fulfil a relation."""
    low, high = np.zeros(len(found)), np.zeros(len(found))
    for place, weight in beziehung.terme:
        filled = place < found.shape[1]
        ends = (found[:, place],) * 2 if filled else (ranges[place][0], ranges[place][-1])
        low = low + np.minimum(weight * ends[0], weight * ends[1])
        high = high + np.maximum(weight * ends[0], weight * ends[1])
    fits = np.ones(len(found), dtype=np.bool_)
    if beziehung.unten is not None:
        fits &= high >= beziehung.unten
    if beziehung.oben is not None:
        fits &= low <= beziehung.oben
    return fits


def _demands(zelle: Zelle, *, suppressed: bool) -> bool:
    unseen = suppressed or zelle.lage is Lage.INNEN
    return unseen and zelle.minimum > 0 and (zelle.klein or suppressed)


def _is_wide(zelle: Zelle, low: int, high: int) -> bool:
    reaches = zelle.mindestens is None or high >= zelle.minimum
    return reaches and high - low >= zelle.minimum - 1


def _subsets(places: list[int]) -> Iterator[frozenset[int]]:
    for size in range(len(places) + 1):
        yield from map(frozenset, combinations(places, size))
