"""The test for a trend over five years, after the »recent trends« of Fingertips.

A trend is told when the test finds more than chance and no single year decides about its
direction.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum, log

from reports.comparison.interval import bereich_of, z_of, zaehlung_of
from reports.comparison.standing import Bereich, Richtungsurteil, Trend
from reports.domain.angabe import NICHT_GELIEFERT, Wert
from reports.domain.katalog import Formelart, Katalog, Kennzahl
from reports.domain.zeit import TRENDJAHRE

GEWICHT = 0.95  # confidence of the intervals that weigh the years
BREITE = 3.92  # of such an interval, in standard errors


@dataclass(frozen=True, slots=True, kw_only=True)
class Punkt:
    """One year of a trend: its place from 1, its figure, and the weight of the figure."""

    zeit: int
    wert: float
    gewicht: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reihe:
    """Five years as they are tested, the points of the fit and the test statistic."""

    punkte: tuple[Punkt, ...]
    chi2: float


def anteilsreihe(zaehler: Sequence[int], nenner: Sequence[int]) -> Reihe:
    """The test of shares: their chi-squared statistic for a trend, fitted on their logits.

    Every Zähler lies above 0 and below its Nenner.
    """
    logits = (log(c / (n - c)) for c, n in zip(zaehler, nenner, strict=True))
    punkte = tuple(
        Punkt(zeit=zeit, wert=logit, gewicht=1.0) for zeit, logit in enumerate(logits, start=1)
    )
    return Reihe(punkte=punkte, chi2=_chi2(zaehler, nenner))


def _chi2(zaehler: Sequence[int], nenner: Sequence[int]) -> float:
    """Exact but for the last division: all sums are integers."""
    alle, faelle = sum(nenner), sum(zaehler)
    mal_zeit = sum(t * n for t, n in enumerate(nenner, start=1))
    moment = alle * sum(t * c for t, c in enumerate(zaehler, start=1)) - faelle * mal_zeit
    streuung = alle * sum(t * t * n for t, n in enumerate(nenner, start=1)) - mal_zeit**2
    return alle * moment**2 / (faelle * (alle - faelle) * streuung)


def gewichtete_reihe(werte: Sequence[float], bereiche: Sequence[Bereich]) -> Reihe:
    """The test of other values, each weighted by its interval at 95 %, in the values' unit."""
    punkte = tuple(
        Punkt(zeit=zeit, wert=wert, gewicht=(BREITE / (bereich.oben - bereich.unten)) ** 2)
        for zeit, (wert, bereich) in enumerate(zip(werte, bereiche, strict=True), start=1)
    )
    return Reihe(punkte=punkte, chi2=steigung(punkte) ** 2 * _streuung(punkte))


def steigung(punkte: Sequence[Punkt]) -> float:
    """The slope of the weighted line through the points, in the unit of their figures by year.

    It is exactly 0 where all figures are equal.
    """
    mitte, tiefster = _mitte(punkte), min(p.wert for p in punkte)
    moment = fsum(p.gewicht * (p.zeit - mitte) * (p.wert - tiefster) for p in punkte)
    return moment / _streuung(punkte)


def _mitte(punkte: Sequence[Punkt]) -> float:
    return fsum(p.gewicht * p.zeit for p in punkte) / fsum(p.gewicht for p in punkte)


def _streuung(punkte: Sequence[Punkt]) -> float:
    mitte = _mitte(punkte)
    return fsum(p.gewicht * (p.zeit - mitte) ** 2 for p in punkte)


def urteil_of(reihe: Reihe, *, sicherheit: float) -> Richtungsurteil:
    """Rising or falling when chance cannot explain it and no year left out turns the slope."""
    if reihe.chi2 <= z_of(sicherheit) ** 2:
        return Richtungsurteil.KEINER
    fits = (reihe.punkte, *combinations(reihe.punkte, len(reihe.punkte) - 1))
    slopes = [steigung(punkte) for punkte in fits]
    if min(slopes) > 0:
        return Richtungsurteil.STEIGEND
    return Richtungsurteil.FALLEND if max(slopes) < 0 else Richtungsurteil.KEINER


def trend_of(  # noqa: PLR0913 (a test needs all of it, each named)
    kennzahl: Kennzahl,
    jahre: Mapping[int, Wert],
    stand: int,
    bruchjahre: Collection[int],
    katalog: Katalog,
    *,
    sicherheit: float,
) -> Trend:
    """The test of the five years of an area that end with *stand*, their values by year.

    It cannot be computed across a break (*bruchjahre* are the first years after the breaks of the
    series, comparable or not), nor when a year is missing or a sign, has no interval of chance, or
    is a share of nobody or of everybody. *sicherheit*, from 0 to 1, is the probability with which
    chance alone gives no trend.
    """
    von = stand - TRENDJAHRE + 1
    werte = [jahre.get(jahr, NICHT_GELIEFERT) for jahr in range(von, stand + 1)]
    broken = any(von < jahr <= stand for jahr in bruchjahre)
    reihe = None if broken else _reihe(kennzahl, werte, katalog)
    if reihe is None:
        return Trend(urteil=Richtungsurteil.NICHT_BERECHENBAR)
    return Trend(urteil=urteil_of(reihe, sicherheit=sicherheit), von=von, bis=stand)


def _reihe(kennzahl: Kennzahl, werte: Sequence[Wert], katalog: Katalog) -> Reihe | None:
    zaehlungen = [z for wert in werte if (z := zaehlung_of(kennzahl, wert, katalog))]
    if len(zaehlungen) < TRENDJAHRE:
        return None
    if kennzahl.formel is Formelart.PROZENT and all(c <= n for c, n in zaehlungen):
        return _share_series(zaehlungen)
    bereiche = [bereich_of(kennzahl, wert, katalog, sicherheit=GEWICHT) for wert in werte]
    return gewichtete_reihe(
        [c * kennzahl.faktor / n for c, n in zaehlungen], [b for b in bereiche if b is not None]
    )


def _share_series(zaehlungen: Sequence[tuple[int, int]]) -> Reihe | None:
    if any(c in {0, n} for c, n in zaehlungen):
        return None
    return anteilsreihe([c for c, _ in zaehlungen], [n for _, n in zaehlungen])
