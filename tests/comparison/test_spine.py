"""The spine: the Region in the middle, the farthest Kommune at an end, the better end right."""

from dataclasses import replace
from math import copysign

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reports.comparison.spine import Spanne, spanne_of
from reports.domain.angabe import Wert
from reports.domain.katalog import Richtung
from reports.domain.zeichen import Zeichen

GESPERRT = Wert(zeichen=Zeichen.GESPERRT)
GROESSEN = st.lists(st.integers(-(10**6), 10**6), min_size=4, max_size=30)


def spanne(
    *werte: float, region: float = 10, richtung: Richtung = Richtung.WENIGER_BELASTUNG
) -> Spanne:
    named = {f"k{nummer}": Wert(wert=float(wert)) for nummer, wert in enumerate(werte)}
    found = spanne_of(named, Wert(wert=float(region)), richtung)
    assert found is not None
    return found


def places(found: Spanne) -> list[float]:
    return list(found.plaetze.values())


def test_places_keep_the_proportion_of_the_distances() -> None:
    """4 below the Region is the farthest, so that 1 below is a quarter of the way."""
    assert places(spanne(6, 9, 10, 12, 13)) == [-1, -0.25, 0, 0.5, 0.75]


def test_where_a_high_value_is_a_burden_it_lies_to_the_left() -> None:
    found = spanne(6, 9, 10, 12, 13, richtung=Richtung.MEHR_BELASTUNG)

    assert places(found) == [1, 0.25, 0, -0.5, -0.75]
    assert (found.schlechtester, found.bester) == (-0.75, 1)
    assert found.gewertet


def test_neutral_values_are_neither_flipped_nor_judged() -> None:
    found = spanne(6, 9, 10, 12, 13, richtung=Richtung.NEUTRAL)

    assert places(found) == [-1, -0.25, 0, 0.5, 0.75]
    assert not found.gewertet


def test_the_quarters_are_places_of_kommunen_where_these_divide_evenly() -> None:
    found = spanne(13, 6, 12, 10, 9)

    assert (found.unteres_viertel, found.oberes_viertel) == (-0.25, 0.5)


def test_between_two_kommunen_the_quarter_is_interpolated() -> None:
    """Places -1, 0, 0.5, 1: a quarter of three steps is 0.75, three quarters are 2.25."""
    found = spanne(6, 10, 12, 14)

    assert (found.unteres_viertel, found.oberes_viertel) == (-0.25, 0.625)


def test_a_region_beyond_all_kommunen_leaves_one_side_empty() -> None:
    found = spanne(12, 14, 16, 18)

    assert (found.schlechtester, found.bester) == (0.25, 1)


@pytest.mark.parametrize("richtung", Richtung)
def test_the_middle_has_no_minus(richtung: Richtung) -> None:
    found = spanne(6, 10, 12, 14, richtung=richtung)

    assert copysign(1, found.plaetze["k1"]) == 1


def test_a_sign_has_no_place_and_moves_no_other() -> None:
    werte = {
        key: Wert(wert=wert) for key, wert in {"a": 6.0, "b": 9.0, "c": 10.0, "d": 12.0}.items()
    }
    region = Wert(wert=10.0)

    found = spanne_of(werte | {"e": GESPERRT}, region, Richtung.NEUTRAL)

    assert found == spanne_of(werte, region, Richtung.NEUTRAL)
    assert found is not None
    assert "e" not in found.plaetze


def test_three_kommunen_have_no_scale() -> None:
    werte = {key: Wert(wert=wert) for key, wert in {"a": 6.0, "b": 9.0, "c": 12.0}.items()}

    assert spanne_of(werte | {"d": GESPERRT}, Wert(wert=10.0), Richtung.NEUTRAL) is None
    assert spanne_of({}, Wert(wert=10.0), Richtung.NEUTRAL) is None


def test_without_a_value_of_the_region_there_is_no_scale() -> None:
    werte = {key: Wert(wert=5.0) for key in "abcd"}

    assert spanne_of(werte, GESPERRT, Richtung.NEUTRAL) is None


def test_where_all_equal_the_region_there_is_no_scale() -> None:
    werte = {key: Wert(wert=5.0) for key in "abcd"}

    assert spanne_of(werte, Wert(wert=5.0), Richtung.NEUTRAL) is None


@given(GROESSEN, st.integers(-(10**6), 10**6), st.sampled_from(Richtung))
def test_one_kommune_lies_at_an_end_and_none_beyond(
    werte: list[int], region: int, richtung: Richtung
) -> None:
    assume(set(werte) != {region})
    found = spanne(*werte, region=region, richtung=richtung)

    assert max(map(abs, places(found))) == 1
    assert found.schlechtester == min(places(found))
    assert found.schlechtester <= found.unteres_viertel <= found.oberes_viertel <= found.bester


@given(GROESSEN, st.integers(-(10**6), 10**6), st.integers(1, 10**6))
def test_the_unit_of_the_values_does_not_matter(werte: list[int], region: int, faktor: int) -> None:
    assume(set(werte) != {region})
    scaled = spanne(*(faktor * wert for wert in werte), region=faktor * region)

    assert places(scaled) == pytest.approx(places(spanne(*werte, region=region)), rel=1e-12)


@given(GROESSEN, st.integers(-(10**6), 10**6))
def test_more_burden_is_the_mirror_of_less(werte: list[int], region: int) -> None:
    assume(set(werte) != {region})
    mehr = spanne(*werte, region=region, richtung=Richtung.MEHR_BELASTUNG)
    weniger = spanne(*werte, region=region)

    assert places(mehr) == [-platz for platz in places(weniger)]
    assert mehr.oberes_viertel == pytest.approx(-weniger.unteres_viertel, abs=1e-12)


@given(GROESSEN, st.integers(-(10**6), 10**6))
def test_the_quarters_are_those_of_numpy(werte: list[int], region: int) -> None:
    assume(set(werte) != {region})
    found = spanne(*werte, region=region)

    assert [found.unteres_viertel, found.oberes_viertel] == pytest.approx(
        np.quantile(places(found), [0.25, 0.75]), abs=1e-12
    )


@given(GROESSEN, st.integers(-(10**6), 10**6))
def test_the_order_of_the_kommunen_does_not_matter(werte: list[int], region: int) -> None:
    assume(set(werte) != {region})
    forward, backward = spanne(*werte, region=region), spanne(*reversed(werte), region=region)

    assert places(forward) == places(backward)[::-1]
    assert replace(forward, plaetze={}) == replace(backward, plaetze={})
