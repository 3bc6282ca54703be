"""The spine: every Kommune on one scale with the Region in its middle, after Fingertips."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import quantiles

from reports.domain.angabe import Wert
from reports.domain.katalog import Richtung

MINDESTKOMMUNEN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Spanne:
    """The scale of one Kennzahl, from -1 to 1, with the Region at 0.

    The Kommune that is farthest from the Region lies at one end of it; all others keep their
    proportion. The right is the better end or, where nothing is judged, the higher one.

    Attributes:
        plaetze: by key of the Kommune; one whose value is a sign has none.
        schlechtester: the place farthest to the left, ``bester`` the one farthest to the right.
        unteres_viertel: the first quartile of the places, ``oberes_viertel`` the third, with both
            ends counted in (QUARTILE.INC of spreadsheets, the default of numpy).
        gewertet: whether right means better; False for neutral Kennzahlen.
    """

    plaetze: Mapping[str, float]
    schlechtester: float
    unteres_viertel: float
    oberes_viertel: float
    bester: float
    gewertet: bool


def spanne_of(werte: Mapping[str, Wert], region: Wert, richtung: Richtung) -> Spanne | None:
    """The scale of one Kennzahl and year, *werte* by key of the Kommune.

    None without a value of the Region, with values of fewer than four Kommunen, and where all of
    them equal the Region's.
    """
    plaetze = _plaetze(werte, region, richtung)
    if len(plaetze) < MINDESTKOMMUNEN:
        return None
    unteres, _, oberes = quantiles(plaetze.values(), n=4, method="inclusive")
    return Spanne(
        plaetze=plaetze,
        schlechtester=min(plaetze.values()),
        unteres_viertel=unteres,
        oberes_viertel=oberes,
        bester=max(plaetze.values()),
        gewertet=richtung is not Richtung.NEUTRAL,
    )


def _plaetze(werte: Mapping[str, Wert], region: Wert, richtung: Richtung) -> dict[str, float]:
    mitte = region.wert
    if mitte is None:
        return {}
    shown = {key: wert.wert for key, wert in werte.items() if wert.wert is not None}
    flipped = richtung is Richtung.MEHR_BELASTUNG
    abstaende = {k: mitte - wert if flipped else wert - mitte for k, wert in shown.items()}
    weitester = max(map(abs, abstaende.values()), default=0.0)
    return {key: abstand / weitester for key, abstand in abstaende.items() if weitester}
