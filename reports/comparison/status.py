"""The class of a Kommune among all, and how it has moved: its distance to the Region.

The distance is counted in standard deviations of the Kommunen, as the social monitorings of German
cities do, with the Region's own value as the centre. A class is told only when it stays the same
whichever Kommune is left out: with a few areas a single one can make the spread.
"""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from math import fsum, isclose, sqrt

from reports.comparison.standing import Dynamik, Status
from reports.domain.katalog import Richtung
from reports.domain.schwellen import Schwellen

_GLEICH = 1e-9  # values no further apart differ by their binary fractions alone
_LAST = {Richtung.MEHR_BELASTUNG: 1, Richtung.WENIGER_BELASTUNG: -1}


def abstaende(werte: Mapping[str, float], mitte: float) -> dict[str, float]:
    """The distance of each value to *mitte* in population standard deviations of all values.

    Empty where all values are the same.
    """
    spread = _spread(werte.values())
    return {key: (wert - mitte) / spread for key, wert in werte.items()} if spread else {}


def status_of(
    werte: Mapping[str, float], region: float, richtung: Richtung, schwellen: Schwellen
) -> dict[str, Status]:
    """The class of each Kommune by its value.

    Empty for neutral Kennzahlen, for too few Kommunen, and where all values are the same.
    """
    limits = (schwellen.beobachten, schwellen.auffaellig)
    classes = (Status.UNAUFFAELLIG, Status.BEOBACHTEN, Status.AUFFAELLIG)
    return {
        key: Status.GRENZFALL if place is None else classes[place]
        for key, place in _places(werte, region, richtung, limits, schwellen).items()
    }


def dynamik_of(
    jetzt: Mapping[str, float],
    damals: Mapping[str, float],
    *,
    region: tuple[float, float],
    richtung: Richtung,
    schwellen: Schwellen,
) -> dict[str, Dynamik]:
    """How each Kommune has moved against the Region since an earlier year.

    Args:
        jetzt: the values by key of the Kommune.
        damals: those of the earlier year.
        region: the Region's value then and now.
        richtung: of the Kennzahl.
        schwellen: from when a movement differs from the Region's.
    """
    moves = {key: wert - damals[key] for key, wert in jetzt.items() if key in damals}
    limits = (-schwellen.beobachten, schwellen.beobachten)
    classes = (Dynamik.GUENSTIGER, Dynamik.GLEICH, Dynamik.UNGUENSTIGER)
    found = _places(moves, region[1] - region[0], richtung, limits, schwellen)
    return {
        key: Dynamik.GRENZFALL if place is None else classes[place] for key, place in found.items()
    }


def _places(
    werte: Mapping[str, float],
    mitte: float,
    richtung: Richtung,
    limits: tuple[Decimal, ...],
    schwellen: Schwellen,
) -> dict[str, int | None]:
    """How many limits each distance reaches; None where that depends on a single Kommune."""
    if richtung not in _LAST or len(werte) < schwellen.mindestkommunen:
        return {}
    turned = {key: _LAST[richtung] * z for key, z in abstaende(werte, mitte).items()}
    spreads = _spreads_without_one(list(turned.values())) if turned else ()
    return {key: _place(z, spreads, limits) for key, z in turned.items()}


def _place(abstand: float, spreads: tuple[float, ...], limits: tuple[Decimal, ...]) -> int | None:
    """The same place under the least and the greatest spread is the same under all between.

    Where leaving one out leaves no spread, the others are all alike, and it reaches every limit.
    """
    found = {sum(abstand >= float(limit) * spread for limit in limits) for spread in spreads}
    return found.pop() if len(found) == 1 else None


def _spreads_without_one(distances: Sequence[float]) -> tuple[float, float, float]:
    """The spread of all distances, which is 1, and the least and greatest without one of them.

    It is least without the one furthest from the mean, and greatest without the nearest.
    """
    mean = fsum(distances) / len(distances)
    nearest, *others = sorted(distances, key=lambda distance: abs(distance - mean))
    return 1.0, _spread([nearest, *others[:-1]]), _spread(others)


def _spread(werte: Collection[float]) -> float:
    """The population standard deviation; 0 for values that are all alike."""
    if not werte or isclose(min(werte), max(werte), rel_tol=_GLEICH, abs_tol=_GLEICH):
        return 0.0
    mean = fsum(werte) / len(werte)
    return sqrt(fsum((wert - mean) ** 2 for wert in werte) / len(werte))
