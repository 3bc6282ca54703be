"""Ranks: the highest value is first, equals share a place, what is not released has none."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zahlen import A, B, C

from reports.comparison.position import quantil, rank_kommunen
from reports.comparison.standing import Rang
from reports.domain.angabe import Wert
from reports.domain.zeichen import Kennzeichen, Zeichen

VEKTOREN = tomllib.loads(Path(__file__).with_name("vektoren.toml").read_text(encoding="utf-8"))
GESPERRT = Wert(zeichen=Zeichen.GESPERRT)
UNSICHER = Wert(zeichen=Zeichen.UNSICHER)
ANGABEN = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3),
    st.one_of(st.just(GESPERRT), st.builds(Wert, gerundet=st.integers(-9, 9))),
    max_size=30,
)


def ranks(*gedruckt: int | Wert) -> dict[str, Rang]:
    """The ranks of three Kommunen by their printed values."""
    werte = [w if isinstance(w, Wert) else Wert(gerundet=w, wert=w / 10) for w in gedruckt]
    return rank_kommunen(dict(zip((A, B, C), werte, strict=True)))


def rank(rang: int, bis: int | None = None, anzahl: int = 3) -> Rang:
    return Rang(rang=rang, bis=bis or rang, anzahl=anzahl, viertel=None)


def test_the_highest_value_is_first() -> None:
    assert ranks(50, 70, 60) == {A: rank(3), B: rank(1), C: rank(2)}


def test_balances_below_zero_come_last() -> None:
    assert ranks(-3, 0, -1) == {A: rank(3), B: rank(1), C: rank(2)}


def test_equals_share_the_better_place_and_the_next_one_is_left_out() -> None:
    assert ranks(70, 70, 60) == {A: rank(1, 2), B: rank(1, 2), C: rank(3)}


def test_equals_at_the_end_share_the_second_place() -> None:
    assert ranks(60, 70, 60) == {A: rank(2, 3), B: rank(1), C: rank(2, 3)}


def test_what_is_printed_alike_has_the_same_place() -> None:
    """5,01 % and 5,04 % are both printed 5,0."""
    found = ranks(Wert(gerundet=50, wert=5.01), Wert(gerundet=50, wert=5.04), 70)

    assert found == {A: rank(2, 3), B: rank(2, 3), C: rank(1)}


@pytest.mark.parametrize("zeichen", [GESPERRT, UNSICHER])
def test_a_sign_has_no_place_and_is_not_counted(zeichen: Wert) -> None:
    assert ranks(zeichen, 70, 60) == {B: rank(1, anzahl=2), C: rank(2, anzahl=2)}


def test_more_than_nothing_stands_above_nothing() -> None:
    """What is 0 after rounding is printed »k« and not 0."""
    mehr = Wert(gerundet=0, wert=0.0, kennzeichen=Kennzeichen.GERUNDET_NULL)

    assert ranks(0, mehr, 5) == {C: rank(1), B: rank(2), A: rank(3)}


def test_nobody_has_a_place_where_nothing_is_released() -> None:
    assert ranks(GESPERRT, GESPERRT, UNSICHER) == {}


def test_nobody_has_a_place_where_one_kommune_alone_shows_a_value() -> None:
    assert ranks(GESPERRT, 70, UNSICHER) == {}


def test_quarters_begin_with_the_highest_values() -> None:
    """Of 21 Kommunen the first six are the first quarter, then five each."""
    found = rank_kommunen({str(n): Wert(gerundet=n) for n in range(1, 22)})

    assert [found[str(n)].viertel for n in (21, 16, 15, 11, 10, 6, 5, 1)] == [
        1,
        1,
        2,
        2,
        3,
        3,
        4,
        4,
    ]


def test_equals_lie_in_the_same_quarter() -> None:
    found = rank_kommunen({key: Wert(gerundet=0) for key in "abcd"})

    assert {rang.viertel for rang in found.values()} == {1}


@pytest.mark.parametrize("fall", VEKTOREN["quantil"], ids=lambda fall: fall["titel"])
def test_the_quantiles_are_the_published_ones(fall: dict) -> None:
    raenge = range(1, fall["anzahl"] + 1)

    found = [quantil(rang, fall["anzahl"], fall["teile"]) for rang in raenge]

    assert found == fall["quantile"]


def test_fewer_areas_than_parts_have_no_quantile() -> None:
    assert quantil(1, 3, 4) is None
    assert quantil(1, 4, 4) == 1


@given(st.integers(1, 12).flatmap(lambda q: st.tuples(st.just(q), st.integers(q, 2000))))
def test_quantiles_go_from_first_to_last_without_leaving_one_out(teile_anzahl: tuple) -> None:
    teile, anzahl = teile_anzahl
    found = [quantil(rang, anzahl, teile) for rang in range(1, anzahl + 1)]

    assert found == sorted(found)
    assert set(found) == set(range(1, teile + 1))


@given(ANGABEN)
def test_a_rank_is_one_more_than_the_number_of_higher_values(werte: dict[str, Wert]) -> None:
    shown = {key: wert.gerundet for key, wert in werte.items() if wert.gerundet is not None}

    found = rank_kommunen(werte)

    assert found.keys() == (shown.keys() if len(shown) > 1 else set())
    for key, rang in found.items():
        assert rang.rang == 1 + sum(andere > shown[key] for andere in shown.values())
        assert rang.bis == sum(andere >= shown[key] for andere in shown.values())
        assert rang.anzahl == len(shown)


@given(ANGABEN, st.randoms(use_true_random=False))
def test_the_order_of_the_kommunen_does_not_matter(werte: dict[str, Wert], chance: object) -> None:
    keys = list(werte)
    chance.shuffle(keys)

    assert rank_kommunen({key: werte[key] for key in keys}) == rank_kommunen(werte)
