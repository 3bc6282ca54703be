"""Halves go away from zero, and no float decides a digit."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.measures.rounding import rounded_quotient

GROSS = 2**62


def rounded(zaehler: int, nenner: int) -> int | None:
    frame = pl.DataFrame({"z": [zaehler], "n": [nenner]}, schema={"z": pl.Int64, "n": pl.Int64})
    return frame.select(rounded_quotient(pl.col("z"), pl.col("n"))).item()


def half_up(value: Fraction) -> int:
    """The whole number nearest to *value*, halves away from zero, by its definition."""
    whole, rest = divmod(abs(value), 1)
    whole += rest >= Fraction(1, 2)
    return int(-whole if value < 0 else whole)


@pytest.mark.parametrize(
    ("exakt", "stellen", "gerundet"),
    [
        # Polars rounds halves to even, Python formats binary fractions, Babel rounds to even.
        ("0.5", 0, 1),
        ("2.5", 0, 3),
        ("2.675", 2, 268),
        ("0.125", 2, 13),
        ("1234567.885", 2, 123456789),
        ("-0.04", 1, 0),
        ("0.25", 1, 3),
        ("0.35", 1, 4),
        ("2.45", 1, 25),
        ("-0.5", 0, -1),
        ("-2.5", 0, -3),
        ("0.49999999999", 0, 0),
    ],
)
def test_known_traps_of_rounding_are_avoided(exakt: str, stellen: int, gerundet: int) -> None:
    value = Fraction(exakt)

    assert rounded(value.numerator * 10**stellen, value.denominator) == gerundet


@given(st.integers(-GROSS, GROSS), st.integers(-GROSS, GROSS).filter(bool))
def test_rounding_agrees_with_exact_fractions(zaehler: int, nenner: int) -> None:
    assert rounded(zaehler, nenner) == half_up(Fraction(zaehler, nenner))


@given(st.integers(-(10**15), 10**15), st.sampled_from([2, 4, 8, 20, 40, 200, 1000]))
def test_every_exact_half_goes_away_from_zero(ganz: int, nenner: int) -> None:
    zaehler = ganz * nenner + nenner // 2

    exact = Decimal(zaehler) / Decimal(nenner)
    assert rounded(zaehler, nenner) == int(exact.to_integral_value(ROUND_HALF_UP))


@given(st.integers(-GROSS, GROSS), st.integers(1, GROSS))
def test_rounding_treats_both_signs_alike(zaehler: int, nenner: int) -> None:
    assert rounded(-zaehler, nenner) == -(rounded(zaehler, nenner) or 0)


def test_shares_of_counts_round_as_exact_fractions_do() -> None:
    paare = [(z, n) for n in range(1, 201) for z in range(n + 1)]
    frame = pl.DataFrame(paare, schema=["z", "n"], orient="row")

    found = frame.select(rounded_quotient(pl.col("z") * 1000, pl.col("n"))).to_series().to_list()

    assert found == [half_up(Fraction(1000 * z, n)) for z, n in paare]


def test_a_product_of_two_large_counts_does_not_overflow() -> None:
    frame = pl.DataFrame({"z": [9_000_000_000_000_000_000]})
    big = pl.col("z").cast(pl.Int128)

    assert frame.select(rounded_quotient(big * 1000, big * 7)).item() == 143


def test_nothing_is_divided_by_zero() -> None:
    assert rounded(5, 0) is None
