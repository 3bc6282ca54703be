"""What is a signal, what is tested at all, and how many signals may be false."""

from decimal import Decimal
from fractions import Fraction

import pytest
from msgspec import structs
from zahlen import SCHWELLEN

from reports.comparison.signals import (
    Bilanz,
    anlaesse_of,
    bilanz_of,
    fehlalarme,
    status_test,
    trend_test,
)
from reports.comparison.standing import (
    Anlass,
    Bereich,
    Einordnung,
    Richtungsurteil,
    Signal,
    Status,
    Trend,
)
from reports.domain.angabe import NICHT_GELIEFERT, Wert
from reports.domain.katalog import Richtung

MEHR, WENIGER, NEUTRAL = Richtung.MEHR_BELASTUNG, Richtung.WENIGER_BELASTUNG, Richtung.NEUTRAL
STEIGEND = Trend(urteil=Richtungsurteil.STEIGEND, von=2016, bis=2020)
FALLEND = Trend(urteil=Richtungsurteil.FALLEND, von=2016, bis=2020)
KEINER = Trend(urteil=Richtungsurteil.KEINER, von=2016, bis=2020)
NICHT = Trend(urteil=Richtungsurteil.NICHT_BERECHENBAR)
BEREICH = Bereich(unten=8.5, oben=11.6)


def share(zaehler: int, nenner: int = 1000) -> Wert:
    return Wert(zaehler=zaehler, nenner=nenner, wert=100 * zaehler / nenner)


def by_status(
    status: Status | None = Status.AUFFAELLIG,
    region: Wert | None = None,
    zaehler: int = 100,
    bereich: Bereich | None = BEREICH,
) -> bool | None:
    """A Kommune at 10 % beside a Region at 7 %, unless the test says otherwise."""
    other = region or share(700, 10_000)
    return status_test(share(zaehler), other, status, bereich, SCHWELLEN)


def by_trend(
    trend: Trend, *zaehler: int, richtung: Richtung = MEHR, nenner: int = 1000
) -> bool | None:
    return trend_test(trend, [share(z, nenner) for z in zaehler], richtung, SCHWELLEN)


def found(geprueft: int, *anlaesse: Anlass) -> Einordnung:
    return Einordnung(
        rang=None,
        platz=None,
        bereich=None,
        lage=None,
        trend=NICHT,
        status=None,
        dynamik=None,
        geprueft=geprueft,
        signal=Signal(anlaesse=anlaesse, seit=None) if anlaesse else None,
    )


def test_a_steady_status_that_chance_does_not_explain_is_a_reason() -> None:
    assert by_status() is True


@pytest.mark.parametrize("status", [Status.BEOBACHTEN, Status.UNAUFFAELLIG, Status.GRENZFALL])
def test_any_other_class_is_tested_and_quiet(status: Status) -> None:
    assert by_status(status) is False


@pytest.mark.parametrize("promille", [850, 1000, 1160])
def test_a_status_that_chance_explains_is_tested_and_quiet(promille: int) -> None:
    """The Region lies inside the interval, its ends included."""
    assert by_status(region=share(promille, 10_000)) is False


@pytest.mark.parametrize(("zaehler", "result"), [(29, None), (30, True)])
def test_a_status_is_tested_from_the_smallest_number_of_cases(
    zaehler: int, *, result: bool | None
) -> None:
    assert by_status(zaehler=zaehler) is result


@pytest.mark.parametrize(("others", "result"), [(29, None), (30, True)])
def test_of_a_whole_the_others_count_like_the_cases(others: int, *, result: bool | None) -> None:
    """3 of 1 000 without a place are no safer a figure than 3 of 1 000 with one."""
    found = status_test(
        share(1000 - others), share(990), Status.AUFFAELLIG, Bereich(unten=95, oben=98), SCHWELLEN
    )

    assert found is result


def test_a_rate_above_its_nenner_has_no_others() -> None:
    """More jobs than people of working age."""
    found = status_test(
        share(1010), share(990), Status.AUFFAELLIG, Bereich(unten=95, oben=108), SCHWELLEN
    )

    assert found is False


def test_without_class_interval_or_region_there_is_no_test_of_status() -> None:
    assert by_status(None) is None
    assert by_status(bereich=None) is None
    assert by_status(region=NICHT_GELIEFERT) is None


def test_a_sign_is_not_tested() -> None:
    assert status_test(NICHT_GELIEFERT, share(70), Status.AUFFAELLIG, BEREICH, SCHWELLEN) is None


def test_a_trend_towards_more_burden_is_a_reason_in_either_direction() -> None:
    assert by_trend(STEIGEND, 100, 105, 110, 115, 120) is True
    assert by_trend(FALLEND, 120, 115, 110, 105, 100, richtung=WENIGER) is True


def test_a_trend_towards_less_burden_and_none_at_all_are_tested_and_quiet() -> None:
    assert by_trend(FALLEND, 120, 115, 110, 105, 100) is False
    assert by_trend(STEIGEND, 100, 105, 110, 115, 120, richtung=WENIGER) is False
    assert by_trend(KEINER, 100, 105, 110, 115, 120) is False


@pytest.mark.parametrize(("last", "result"), [(1099, False), (1100, True), (900, False)])
def test_a_trend_upwards_is_a_reason_from_ten_percent_of_the_first_value(
    last: int, *, result: bool
) -> None:
    assert by_trend(STEIGEND, 1000, 1000, 1000, 1000, last, nenner=10_000) is result


@pytest.mark.parametrize(("last", "result"), [(901, False), (900, True), (1100, False)])
def test_a_trend_downwards_is_a_reason_from_ten_percent_of_the_first_value(
    last: int, *, result: bool
) -> None:
    counts = (1000, 1000, 1000, 1000, last)
    assert by_trend(FALLEND, *counts, richtung=WENIGER, nenner=10_000) is result


def test_the_change_is_one_of_the_value_and_not_of_the_cases() -> None:
    """Twice as many cases among twice as many people are the same share."""
    werte = [share(50 * n, 500 * n) for n in (1, 1, 1, 2, 2)]

    assert trend_test(STEIGEND, werte, MEHR, SCHWELLEN) is False


@pytest.mark.parametrize("short", range(5))
def test_a_trend_with_a_year_of_too_few_cases_is_not_tested(short: int) -> None:
    counts = [60, 65, 70, 75, 80]
    counts[short] = 29

    assert by_trend(STEIGEND, *counts) is None


def test_what_cannot_be_computed_and_what_is_neutral_is_not_tested() -> None:
    assert by_trend(NICHT, 100, 105, 110, 115, 120) is None
    assert by_trend(STEIGEND, 100, 105, 110, 115, 120, richtung=NEUTRAL) is None


@pytest.mark.parametrize(
    ("status", "trend", "anlaesse"),
    [
        (True, True, (Anlass.STATUS, Anlass.TREND)),
        (True, None, (Anlass.STATUS,)),
        (False, True, (Anlass.TREND,)),
        (False, None, ()),
        (None, None, ()),
    ],
)
def test_each_test_that_stands_out_is_a_reason(
    *, status: bool | None, trend: bool | None, anlaesse: tuple[Anlass, ...]
) -> None:
    assert anlaesse_of(status=status, trend=trend) == anlaesse


def test_the_false_alarms_are_the_tests_by_the_error_of_one() -> None:
    """2 100 tests at 0,2 % give about four."""
    assert fehlalarme(2100, SCHWELLEN) == Fraction(42, 10)
    assert fehlalarme(0, SCHWELLEN) == 0


def test_a_larger_error_gives_more_false_alarms() -> None:
    assert fehlalarme(2100, structs.replace(SCHWELLEN, irrtum=Decimal(5))) == 105


def test_the_balance_counts_kennzahlen_and_tests() -> None:
    """Two tests of one Kennzahl are one Kennzahl, and two reasons are one signal."""
    bilanz = bilanz_of(
        [found(0), found(1), found(1, Anlass.TREND), found(2), found(2, *Anlass), found(0)]
    )

    assert bilanz == Bilanz(geprueft=4, pruefungen=6, auffaellig=2)
    assert bilanz.ruhig == 2


def test_the_balance_of_nothing_is_nothing() -> None:
    assert bilanz_of([]) == Bilanz(geprueft=0, pruefungen=0, auffaellig=0)
