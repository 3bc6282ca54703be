"""The class of a Kommune among all, and how it has moved: its distance to the Region.

The distance is counted in standard deviations of the Kommunen, as the social monitorings of German
cities do, with the Region's own value as the centre. A class is told only when it stays the same
whichever Kommune is left out, of the spread and of the Region: with a few areas a single one can
make both.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from reports.comparison.standing import Dynamik, Status
from reports.domain.katalog import Richtung
from reports.domain.schwellen import Schwellen

Floats = npt.NDArray[np.float64]
NICHTS: Mapping[str, float] = MappingProxyType({})
_GLEICH = 1e-9  # values no further apart differ by their binary fractions alone
_LAST = {Richtung.MEHR_BELASTUNG: 1, Richtung.WENIGER_BELASTUNG: -1}


def abstaende(werte: Mapping[str, float], mitte: float) -> dict[str, float]:
    """The distance of each value to *mitte* in population standard deviations of all values.

    Empty where all values are the same.
    """
    spread = _spread(np.array(list(werte.values()))) if werte else 0.0
    return {key: (wert - mitte) / spread for key, wert in werte.items()} if spread else {}


def status_of(
    werte: Mapping[str, float],
    region: float,
    richtung: Richtung,
    schwellen: Schwellen,
    ohne: Mapping[str, float] = NICHTS,
) -> dict[str, Status]:
    """The class of each Kommune by its value.

    Empty for neutral Kennzahlen, for too few Kommunen, and where all values are the same.

    Args:
        werte: by key of the Kommune.
        region: the Region's value.
        richtung: of the Kennzahl.
        schwellen: from when a distance is a class of its own.
        ohne: the Region's value without the Kommune of that key, where it is another.
    """
    limits = (schwellen.beobachten, schwellen.auffaellig)
    classes = (Status.UNAUFFAELLIG, Status.BEOBACHTEN, Status.AUFFAELLIG)
    return {
        key: Status.GRENZFALL if place is None else classes[place]
        for key, place in _places(werte, region, richtung, limits, schwellen, ohne).items()
    }


def dynamik_of(  # noqa: PLR0913 (two years of Kommunen and Region, each named)
    jetzt: Mapping[str, float],
    damals: Mapping[str, float],
    *,
    region: tuple[float, float],
    richtung: Richtung,
    schwellen: Schwellen,
    ohne: Mapping[str, float] = NICHTS,
) -> dict[str, Dynamik]:
    """How each Kommune has moved against the Region since an earlier year.

    Args:
        jetzt: the values by key of the Kommune.
        damals: those of the earlier year.
        region: the Region's value then and now.
        richtung: of the Kennzahl.
        schwellen: from when a movement differs from the Region's.
        ohne: the Region's movement without the Kommune of that key, where it is another.
    """
    moves = {key: wert - damals[key] for key, wert in jetzt.items() if key in damals}
    limits = (-schwellen.beobachten, schwellen.beobachten)
    classes = (Dynamik.GUENSTIGER, Dynamik.GLEICH, Dynamik.UNGUENSTIGER)
    found = _places(moves, region[1] - region[0], richtung, limits, schwellen, ohne)
    return {
        key: Dynamik.GRENZFALL if place is None else classes[place] for key, place in found.items()
    }


def _places(  # noqa: PLR0913, PLR0917 (a distance, from where and to where)
    werte: Mapping[str, float],
    mitte: float,
    richtung: Richtung,
    limits: tuple[Decimal, ...],
    schwellen: Schwellen,
    ohne: Mapping[str, float],
) -> dict[str, int | None]:
    """How many limits each distance reaches; None where that depends on a single Kommune."""
    if richtung not in _LAST or len(werte) < schwellen.mindestkommunen:
        return {}
    last, values = _LAST[richtung], np.array(list(werte.values()))
    if not _spread(values):
        return {}
    steps = np.array([float(limit) for limit in limits])
    least, most = np.full(len(values), len(limits)), np.zeros(len(values), dtype=int)
    for centre, kept in _whole_and_without_one(werte, values, mitte, ohne):
        reached = (last * (values - centre)[:, None] >= steps * _spread(kept)).sum(axis=1)
        least, most = np.minimum(least, reached), np.maximum(most, reached)
    return {
        key: int(low) if low == high else None
        for key, low, high in zip(werte, least, most, strict=True)
    }


def _whole_and_without_one(
    keys: Iterable[str], values: Floats, mitte: float, ohne: Mapping[str, float]
) -> Iterator[tuple[float, Floats]]:
    """The centre with all values, then the centre and the values without each Kommune."""
    yield mitte, values
    for number, key in enumerate(keys):
        yield ohne.get(key, mitte), np.delete(values, number)


def _spread(values: Floats) -> float:
    """The population standard deviation; 0 for values that are all alike.

    Summed in order of size, so that the order of the Kommunen decides nothing.
    """
    if np.isclose(values.min(), values.max(), rtol=_GLEICH, atol=_GLEICH):
        return 0.0
    return float(np.sort(values).std())
