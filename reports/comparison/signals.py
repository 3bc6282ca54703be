"""Signals of early warning: what to look at, and how often chance alone would call."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reports.comparison.standing import (
    Anlass,
    Bereich,
    Einordnung,
    Richtungsurteil,
    Status,
    Trend,
)
from reports.domain.angabe import Wert
from reports.domain.katalog import Richtung
from reports.domain.schwellen import Schwellen

_UNGUENSTIG = {
    Richtung.MEHR_BELASTUNG: Richtungsurteil.STEIGEND,
    Richtung.WENIGER_BELASTUNG: Richtungsurteil.FALLEND,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilanz:
    """What the tests of one area have come to.

    Attributes:
        geprueft: Kennzahlen with at least one test.
        pruefungen: all tests, of status and of trend.
        auffaellig: Kennzahlen with a signal.
    """

    geprueft: int
    pruefungen: int
    auffaellig: int

    @property
    def ruhig(self) -> int:
        """Tested Kennzahlen without a signal."""
        return self.geprueft - self.auffaellig


def status_test(
    wert: Wert, region: Wert, status: Status | None, bereich: Bereich | None, schwellen: Schwellen
) -> bool | None:
    """Whether the status is a reason for a signal; None where that cannot be tested.

    Args:
        wert: the value of the Kommune.
        region: the value of the Region.
        status: the class of the Kommune.
        bereich: the interval of the value at the error of the thresholds.
        schwellen: the thresholds.
    """
    if status is None or bereich is None or region.wert is None:
        return None
    if not _enough(wert, schwellen):
        return None
    return status is Status.AUFFAELLIG and not bereich.holds(region.wert)


def trend_test(
    trend: Trend, werte: Sequence[Wert], richtung: Richtung, schwellen: Schwellen
) -> bool | None:
    """Whether the trend is a reason for a signal; None where that cannot be tested.

    Args:
        trend: the result of the five-year test.
        werte: its five values.
        richtung: of the Kennzahl.
        schwellen: the thresholds.
    """
    if trend.urteil is Richtungsurteil.NICHT_BERECHENBAR or richtung not in _UNGUENSTIG:
        return None
    if not all(_enough(wert, schwellen) for wert in werte):
        return None
    if trend.urteil is not _UNGUENSTIG[richtung]:
        return False
    first, last = (wert.genau or Fraction(0) for wert in (werte[0], werte[-1]))
    change = 100 * (last - first) if richtung is Richtung.MEHR_BELASTUNG else 100 * (first - last)
    return change >= Fraction(schwellen.mindestaenderung) * first


def anlaesse_of(*, status: bool | None, trend: bool | None) -> tuple[Anlass, ...]:
    """The reasons for a signal that the two tests give."""
    tests = ((Anlass.STATUS, status), (Anlass.TREND, trend))
    return tuple(anlass for anlass, found in tests if found)


def bilanz_of(einordnungen: Iterable[Einordnung]) -> Bilanz:
    """How the tests of one area have come out."""
    own = list(einordnungen)
    return Bilanz(
        geprueft=sum(found.geprueft > 0 for found in own),
        pruefungen=sum(found.geprueft for found in own),
        auffaellig=sum(found.signal is not None for found in own),
    )


def fehlalarme(pruefungen: int, schwellen: Schwellen) -> Fraction:
    """How many of the tests chance alone would set off at most, were there nothing else.

    A signal looks to one side only, so half of the two-sided error would do for large numbers; the
    whole of it also covers that the intervals of small numbers are not exact.
    """
    return pruefungen * Fraction(schwellen.irrtum) / 100


def _enough(wert: Wert, schwellen: Schwellen) -> bool:
    """Whether the cases are many, and so are, of a part of a whole, those that are not in it.

    An interval is as unsafe for the share of three who are missing as for that of three who came.
    """
    zaehler, others = wert.zaehler or 0, (wert.nenner or 0) - (wert.zaehler or 0)
    return min(zaehler, others if others >= 0 else zaehler) >= schwellen.mindestfaelle
