"""Scales, and labels that make room for each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.charts.placing import Scale, spread
from reports.errors import DruckFehler

things = st.lists(
    st.tuples(st.floats(-20, 120), st.floats(1, 20)), max_size=6
).filter(lambda pairs: sum(extent for _, extent in pairs) <= 100)  # fmt: skip


@given(things)
def test_nothing_overlaps_and_nothing_leaves_the_room(pairs: list[tuple[float, float]]) -> None:
    """Whatever is wished for, also outside the room."""
    found = spread([c for c, _ in pairs], [e for _, e in pairs], 0, 100)

    edges = sorted((c - e / 2, c + e / 2) for c, (_, e) in zip(found, pairs, strict=True))
    ends = [0, *(end for _, end in edges)]
    starts = [*(start for start, _ in edges), 100]
    assert all(end <= start + 1e-9 for end, start in zip(ends, starts, strict=True))


@given(things)
def test_the_order_is_kept(pairs: list[tuple[float, float]]) -> None:
    """What wants to be higher stands higher."""
    found = spread([c for c, _ in pairs], [e for _, e in pairs], 0, 100)

    order = sorted(range(len(pairs)), key=lambda index: pairs[index][0])
    assert [found[index] for index in order] == sorted(found)


def test_what_has_room_stays_in_its_place() -> None:
    """Only neighbours in conflict move."""
    assert spread([10, 50, 90], [10, 10, 10], 0, 100) == (10, 50, 90)


def test_two_at_the_same_place_part_evenly() -> None:
    """The first above, the second below."""
    assert spread([50, 50], [10, 10], 0, 100) == (45, 55)


def test_a_pair_at_the_edge_moves_inwards() -> None:
    """Neither is cut off."""
    assert spread([99, 99], [10, 10], 0, 100) == (85, 95)


def test_too_many_for_the_room_are_refused() -> None:
    """Overlapping texts cannot be read."""
    with pytest.raises(DruckFehler, match="2 Beschriftungen"):
        spread([50, 50], [60, 60], 0, 100)


def test_a_scale_is_linear() -> None:
    """A quarter of the values is a quarter of the way, upwards too."""
    assert Scale(0, 8, 100, 20)(2) == 80


def test_equal_values_lie_in_the_middle() -> None:
    """There is no way to divide by."""
    assert Scale(5, 5, 0, 100)(5) == 50
