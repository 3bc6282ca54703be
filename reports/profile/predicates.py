"""When a sentence is true: its kind's predicate, on the exact and on the printed values.

A reader who compares only what is printed must come to the same result, so that »gestiegen« never
stands beside two equal figures.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reports.comparison.standing import Bereich, Richtungsurteil
from reports.domain.angabe import Wert
from reports.profile.statement import Satzart


@dataclass(frozen=True, slots=True, kw_only=True)
class Aussage:
    """What a sentence would state.

    Attributes:
        werte: released values: the own one first, or the earlier before the later one.
        bereich: the interval of the first value.
        urteil: the result of the five-year test between both values.
    """

    werte: tuple[Wert, ...]
    bereich: Bereich | None = None
    urteil: Richtungsurteil | None = None

    def both(self, holds: Callable[[Sequence[Fraction | int]], bool]) -> bool:
        """Whether a condition holds for the exact and for the printed values."""
        exact = [wert.genau for wert in self.werte if wert.genau is not None]
        printed = [wert.groesse for wert in self.werte if wert.groesse is not None]
        whole = len(exact) == len(printed) == len(self.werte)
        return whole and holds(exact) and holds(printed)


def _is_highest(aussage: Aussage) -> bool:
    return aussage.both(lambda values: all(values[0] > other for other in values[1:]))


def _is_lowest(aussage: Aussage) -> bool:
    return aussage.both(lambda values: all(values[0] < other for other in values[1:]))


def _is_above(aussage: Aussage) -> bool:
    """Higher than the Region, which lies outside of the interval."""
    bereich, region = aussage.bereich, aussage.werte[1].wert
    outside = bereich is not None and region is not None and region < bereich.unten
    return outside and _has_fallen(aussage)


def _is_below(aussage: Aussage) -> bool:
    """Lower than the Region, which lies outside of the interval."""
    bereich, region = aussage.bereich, aussage.werte[1].wert
    outside = bereich is not None and region is not None and region > bereich.oben
    return outside and _has_risen(aussage)


def _has_risen(aussage: Aussage) -> bool:
    return aussage.both(lambda values: values[0] < values[1])


def _has_fallen(aussage: Aussage) -> bool:
    return aussage.both(lambda values: values[0] > values[1])


def _is_nearly_unchanged(aussage: Aussage) -> bool:
    first, last = aussage.werte
    return first.groesse == last.groesse and first.genau != last.genau


def _is_unchanged(aussage: Aussage) -> bool:
    return aussage.both(lambda values: values[0] == values[1])


def _trends_up(aussage: Aussage) -> bool:
    return aussage.urteil is Richtungsurteil.STEIGEND and _has_risen(aussage)


def _trends_down(aussage: Aussage) -> bool:
    return aussage.urteil is Richtungsurteil.FALLEND and _has_fallen(aussage)


def _spans(aussage: Aussage) -> bool:
    """The first two are the lowest and the highest, each alone."""
    return aussage.both(
        lambda values: (
            all(values[0] < other < values[1] for other in values[2:]) and values[0] < values[1]
        )
    )


PRAEDIKATE: Mapping[Satzart, Callable[[Aussage], bool]] = {
    Satzart.HOECHSTER: _is_highest,
    Satzart.NIEDRIGSTER: _is_lowest,
    Satzart.UEBER: _is_above,
    Satzart.UNTER: _is_below,
    Satzart.GESTIEGEN: _has_risen,
    Satzart.GESUNKEN: _has_fallen,
    Satzart.NAHEZU_UNVERAENDERT: _is_nearly_unchanged,
    Satzart.UNVERAENDERT: _is_unchanged,
    Satzart.TREND_STEIGEND: _trends_up,
    Satzart.TREND_FALLEND: _trends_down,
    Satzart.SPANNE: _spans,
}


def true_kind(arten: Sequence[Satzart], aussage: Aussage) -> Satzart | None:
    """The first of the kinds that is true, None where none is."""
    return next((art for art in arten if PRAEDIKATE[art](aussage)), None)
