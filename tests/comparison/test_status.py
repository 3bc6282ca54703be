"""The class of a Kommune by its distance to the Region, and how it has moved."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from zahlen import SCHWELLEN

from reports.comparison.standing import Dynamik, Status
from reports.comparison.status import abstaende, dynamik_of, status_of
from reports.domain.katalog import Richtung
from reports.domain.schwellen import Schwellen

MEHR, WENIGER, NEUTRAL = Richtung.MEHR_BELASTUNG, Richtung.WENIGER_BELASTUNG, Richtung.NEUTRAL
STILL, NAH, FERN = Status.UNAUFFAELLIG, Status.BEOBACHTEN, Status.AUFFAELLIG

# With one more around a Region of 5 the spread is near 5, whoever is missing.
ZWANZIG = [0.0] * 10 + [10.0] * 10


def named(werte: Sequence[float]) -> dict[str, float]:
    return {str(place): wert for place, wert in enumerate(werte)}


def replaced(**anders: object) -> Schwellen:
    return structs.replace(SCHWELLEN, **anders)


def last_status(werte: Sequence[float], region: float, richtung: Richtung = MEHR) -> Status:
    return list(status_of(named(werte), region, richtung, SCHWELLEN).values())[-1]


def last_dynamik(moves: Sequence[float], region: float, richtung: Richtung = MEHR) -> Dynamik:
    """The class of the last of Kommunen that all started at 100."""
    then = dict.fromkeys(named(moves), 100.0)
    now = {key: 100 + move for key, move in named(moves).items()}
    found = dynamik_of(now, then, region=(50, 50 + region), richtung=richtung, schwellen=SCHWELLEN)
    return list(found.values())[-1]


def naive(werte: Mapping[str, float], region: float) -> dict[str, Status]:
    """The rule as it is told: the class with all, and again with each one left out."""
    return {key: naive_one(key, werte, region) for key in werte}


def naive_one(key: str, werte: Mapping[str, float], region: float) -> Status:
    classes = set()
    for missing in (None, *werte):
        kept = [wert for name, wert in werte.items() if name != missing]
        mean = sum(kept) / len(kept)
        spread = sqrt(sum((wert - mean) ** 2 for wert in kept) / len(kept))
        if werte[key] == region and not spread:
            return Status.GRENZFALL
        z = (werte[key] - region) / (spread or 1e-300)
        classes.add(STILL if z < 1 else NAH if z < 1.5 else FERN)
    return classes.pop() if len(classes) == 1 else Status.GRENZFALL


def test_the_distance_is_counted_in_population_standard_deviations() -> None:
    """Their squares are 16, 4, 0, 4, 16, so the spread is the root of 8."""
    found = abstaende(named([4, 6, 8, 10, 12]), 8)

    expected = [-sqrt(2), -sqrt(2) / 2, 0, sqrt(2) / 2, sqrt(2)]
    assert list(found.values()) == pytest.approx(expected, rel=1e-9)


def test_the_distance_is_counted_from_the_region_and_not_from_the_mean() -> None:
    assert abstaende(named([4, 6, 8, 10, 12]), 4)["0"] == 0


@pytest.mark.parametrize("werte", [[0.1] * 7, [0.1 + 0.2, 0.3, 0.3]])
def test_values_all_alike_have_no_distance(werte: list[float]) -> None:
    """Nor do those that only binary fractions tell apart."""
    assert abstaende(named(werte), 0.5) == {}
    assert status_of(named(werte), 0.5, MEHR, SCHWELLEN) == {}


def test_no_values_have_no_distance() -> None:
    assert abstaende({}, 1) == {}


@pytest.mark.parametrize(
    ("last", "status"), [(5, STILL), (-9, STILL), (9.5, STILL), (11.5, NAH), (14, FERN)]
)
def test_the_class_grows_with_the_distance_towards_more_burden(last: float, status: Status) -> None:
    assert last_status([*ZWANZIG, last], 5) is status


@pytest.mark.parametrize(
    ("last", "status"), [(5, STILL), (19, STILL), (0.5, STILL), (-1.5, NAH), (-4, FERN)]
)
def test_where_little_is_a_burden_the_class_grows_downwards(last: float, status: Status) -> None:
    assert last_status([*ZWANZIG, last], 5, WENIGER) is status


@pytest.mark.parametrize(
    ("region", "status"),
    [(6, STILL), (5.3, Status.GRENZFALL), (4.9, NAH), (3, Status.GRENZFALL), (2, FERN)],
)
def test_a_class_that_hangs_on_one_kommune_is_a_borderline_case(
    region: float, status: Status
) -> None:
    """The spread is 4,33 without a Kommune at 0 and 5 without one at 10."""
    assert last_status([0, 0, 10, 10, 10], region) is status


def test_a_kommune_apart_from_others_that_are_all_alike_stands_out() -> None:
    """Without it there is no spread: the limit of ever smaller spreads."""
    found = status_of(named([5, 5, 5, 5, 9]), 5.5, MEHR, SCHWELLEN)

    assert list(found.values()) == [STILL, STILL, STILL, STILL, FERN]


def test_a_kommune_like_the_region_is_a_borderline_case_where_the_others_have_no_spread() -> None:
    found = status_of(named([5, 5, 5, 5, 9]), 5, MEHR, SCHWELLEN)

    assert list(found.values()) == [Status.GRENZFALL] * 4 + [FERN]


def test_a_neutral_kennzahl_is_never_judged() -> None:
    assert status_of(named([*ZWANZIG, 30]), 5, NEUTRAL, SCHWELLEN) == {}


def test_too_few_kommunen_are_not_classed() -> None:
    werte = named([4.0, 6.0, 20.0])

    assert len(status_of(werte, 6, MEHR, replaced(mindestkommunen=3))) == 3
    assert status_of(werte, 6, MEHR, replaced(mindestkommunen=4)) == {}


def test_the_thresholds_are_the_ones_of_the_edition() -> None:
    werte = named([*ZWANZIG, 14.0])
    strict = replaced(beobachten=Decimal(2), auffaellig=Decimal(3))

    assert status_of(werte, 5, MEHR, SCHWELLEN)["20"] is FERN
    assert status_of(werte, 5, MEHR, strict)["20"] is STILL


VIELE = st.lists(st.integers(0, 400), min_size=3, max_size=25)


@given(werte=VIELE, region=st.integers(0, 400))
def test_leaving_one_out_agrees_with_leaving_out_each_in_turn(
    werte: list[int], region: int
) -> None:
    if len(set(werte)) == 1:
        assert status_of(named(werte), region, MEHR, SCHWELLEN) == {}
    else:
        assert status_of(named(werte), region, MEHR, SCHWELLEN) == naive(named(werte), region)


@given(werte=VIELE, region=st.integers(0, 400), order=st.randoms(use_true_random=False))
def test_the_order_of_the_kommunen_does_not_matter(
    werte: list[int], region: int, order: Random
) -> None:
    turned = list(named(werte).items())
    order.shuffle(turned)

    expected = status_of(named(werte), region, MEHR, SCHWELLEN)
    assert status_of(dict(turned), region, MEHR, SCHWELLEN) == expected


@given(werte=VIELE, region=st.integers(0, 400), scale=st.sampled_from([0.5, 4, 1024]))
def test_the_unit_does_not_matter(werte: list[int], region: int, scale: float) -> None:
    scaled = {key: scale * wert for key, wert in named(werte).items()}

    expected = status_of(named(werte), region, MEHR, SCHWELLEN)
    assert status_of(scaled, scale * region, MEHR, SCHWELLEN) == expected


@given(werte=VIELE, region=st.integers(0, 400))
def test_turning_values_and_direction_changes_nothing(werte: list[int], region: int) -> None:
    turned = {key: -wert for key, wert in named(werte).items()}

    expected = status_of(named(werte), region, MEHR, SCHWELLEN)
    assert status_of(turned, -region, WENIGER, SCHWELLEN) == expected


@pytest.mark.parametrize(
    ("last", "dynamik"),
    [
        (14, Dynamik.UNGUENSTIGER),
        (5, Dynamik.GLEICH),
        (-4, Dynamik.GUENSTIGER),
    ],
)
def test_a_kommune_moves_against_the_region_or_with_it(last: float, dynamik: Dynamik) -> None:
    assert last_dynamik([*ZWANZIG, last], 5) is dynamik


@pytest.mark.parametrize("region", [5.3, 14.7])
def test_a_movement_that_hangs_on_one_kommune_is_a_borderline_case(region: float) -> None:
    """The spread is 4,33 without a Kommune at 0 and 5 without one at 10."""
    assert last_dynamik([0, 0, 10, 10, 10], region) is Dynamik.GRENZFALL


def test_where_little_is_a_burden_falling_behind_is_unfavourable() -> None:
    assert last_dynamik([*ZWANZIG, -4], 5, WENIGER) is Dynamik.UNGUENSTIGER
    assert last_dynamik([*ZWANZIG, 14], 5, WENIGER) is Dynamik.GUENSTIGER


def test_a_kommune_without_the_earlier_value_has_no_dynamics_and_no_part_in_the_spread() -> None:
    now = {"a": 4.0, "b": 6.0, "c": 14.0, "neu": 900.0}
    then = dict.fromkeys("abc", 0.0)

    found = dynamik_of(now, then, region=(0, 6), richtung=MEHR, schwellen=SCHWELLEN)
    del now["neu"]

    assert set(found) == set("abc")
    assert found == dynamik_of(now, then, region=(0, 6), richtung=MEHR, schwellen=SCHWELLEN)


def test_too_few_kommunen_with_both_years_have_no_dynamics() -> None:
    now, then = {"a": 4.0, "b": 6.0}, {"a": 1.0, "c": 1.0}

    assert dynamik_of(now, then, region=(0, 6), richtung=MEHR, schwellen=SCHWELLEN) == {}


def test_the_same_change_everywhere_is_no_movement() -> None:
    """In binary fractions 10,3 − 10,2 and 5,3 − 5,2 are not the same."""
    then = {"a": 10.2, "b": 5.2, "c": 2.2}
    now = {"a": 10.3, "b": 5.3, "c": 2.3}

    assert dynamik_of(now, then, region=(6.2, 6.3), richtung=MEHR, schwellen=SCHWELLEN) == {}


def test_a_neutral_kennzahl_has_no_dynamics() -> None:
    then = dict.fromkeys(named(ZWANZIG), 0.0)
    now = named(ZWANZIG)

    assert dynamik_of(now, then, region=(0, 5), richtung=NEUTRAL, schwellen=SCHWELLEN) == {}


def test_a_class_that_hangs_on_the_region_without_one_kommune_is_not_told() -> None:
    """Without the largest Kommune the Region is where the others are."""
    werte = named([*[50.0 + n for n in range(20)], 30.0])
    mehr = status_of(werte, 45, MEHR, SCHWELLEN)
    ohne = status_of(werte, 45, MEHR, SCHWELLEN, {"20": 62.0})

    assert mehr["19"] is FERN
    assert ohne["19"] is Status.GRENZFALL
