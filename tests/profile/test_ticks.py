"""The marks of an axis are few, round, evenly spaced, and enclose every value."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.profile.ticks import ticks

ROUND = {factor * 10**power for factor in (1, 2, 5) for power in range(20)}


@given(st.integers(-(10**9), 10**9), st.integers(0, 10**9))
def test_ticks_enclose_all_values_in_round_even_steps(low: int, breite: int) -> None:
    marks = list(ticks(low, low + breite))

    assert marks[0] <= low
    assert low + breite <= marks[-1]
    steps = {b - a for a, b in pairwise(marks)}
    assert len(steps) == 1
    assert steps <= ROUND
    assert all(mark % step == 0 for mark in marks for step in steps)


@given(st.integers(-(10**9), 10**9), st.integers(0, 10**9))
def test_there_are_three_to_five_ticks(low: int, breite: int) -> None:
    assert 3 <= len(ticks(low, low + breite)) <= 5


@given(st.integers(-(10**6), 10**6), st.integers(8, 10**6))
def test_the_values_fill_at_least_a_third_of_the_axis(low: int, breite: int) -> None:
    marks = ticks(low, low + breite)

    assert 3 * breite >= marks[-1] - marks[0]


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [
        (65, 84, [65, 70, 75, 80, 85]),
        (-13, 22, [-20, 0, 20, 40]),
        (1042331, 1173891, [1000000, 1050000, 1100000, 1150000, 1200000]),
    ],
)
def test_known_ranges_get_the_ticks_a_person_would_choose(
    low: int, high: int, marks: list[int]
) -> None:
    assert list(ticks(low, high)) == marks
