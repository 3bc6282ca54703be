"""The place of each Kommune among all Kommunen with a released value."""

from collections import Counter
from collections.abc import Mapping

from reports.comparison.standing import Rang
from reports.domain.angabe import Wert

VIERTEL = 4


def rank_kommunen(werte: Mapping[str, Wert]) -> dict[str, Rang]:
    """The ranks by key of the Kommune; one whose value is a sign has none and is not counted.

    Nobody has one where a single Kommune has a value: there is nothing to compare it with.
    Values rank as they are printed, so that equal printed figures never have different places;
    »k«, more than nothing, stands above 0.

    Args:
        werte: by key of the Kommune, all of one Kennzahl and year.
    """
    groessen = {key: wert.groesse for key, wert in werte.items() if wert.groesse is not None}
    if len(groessen) == 1:
        return {}
    haeufigkeit = Counter(groessen.values())
    plaetze: dict[int, int] = {}
    for platz, groesse in enumerate(sorted(groessen.values(), reverse=True), start=1):
        plaetze.setdefault(groesse, platz)
    return {
        key: Rang(
            rang=plaetze[groesse],
            bis=plaetze[groesse] + haeufigkeit[groesse] - 1,
            anzahl=len(groessen),
            viertel=quantil(plaetze[groesse], len(groessen), VIERTEL),
        )
        for key, groesse in groessen.items()
    }


def quantil(rang: int, anzahl: int, teile: int) -> int | None:
    """In which of *teile* equal parts a competition rank from 1 lies; None for fewer areas.

    The rule of PHEindicatormethods, ``floor((Q+1) - ceil(((n+1) - rank) / (n/Q)))``, in integers,
    which never reaches its corrected case 0.
    """
    if anzahl < teile:
        return None
    return teile + 1 + (rang - anzahl - 1) * teile // anzahl
