"""A figure is written in German print, from an integer that is rounded already."""

import random
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from zahlen import kennzahl

from reports.domain.katalog import Formelart
from reports.domain.zeichen import DARSTELLUNG, Zeichen
from reports.measures.rounding import rounded_quotient
from reports.profile.numbers import (
    sign_cell,
    unit_of_change,
    with_unit,
    write_number,
    write_signed,
)

MINUS, NBSP = "\u2212", "\u00a0"


@pytest.mark.parametrize(
    ("einheiten", "dezimalen", "gedruckt"),
    [
        (0, 0, "0"),
        (0, 1, "0,0"),
        (7, 0, "7"),
        (999, 0, "999"),
        (1000, 0, "1.000"),
        (12345, 1, "1.234,5"),
        (-12345, 1, f"{MINUS}1.234,5"),
        (1173891, 0, "1.173.891"),
        (5, 2, "0,05"),
        (-4, 1, f"{MINUS}0,4"),
        (123456789, 2, "1.234.567,89"),
    ],
)
def test_a_number_is_written_in_german_print(einheiten: int, dezimalen: int, gedruckt: str) -> None:
    assert write_number(einheiten, dezimalen) == gedruckt


@pytest.mark.parametrize(
    ("einheiten", "dezimalen", "gedruckt"),
    [
        (0, 0, "±0"),
        (0, 1, "±0,0"),
        (5, 1, "+0,5"),
        (-5, 1, f"{MINUS}0,5"),
        (67672, 0, "+67.672"),
        (-1344, 0, f"{MINUS}1.344"),
    ],
)
def test_a_change_always_carries_its_sign(einheiten: int, dezimalen: int, gedruckt: str) -> None:
    assert write_signed(einheiten, dezimalen) == gedruckt


@given(st.integers(-(10**18), 10**18), st.integers(0, 4))
def test_what_is_written_reads_back_as_the_same_number(einheiten: int, dezimalen: int) -> None:
    text = write_number(einheiten, dezimalen)

    plain = text.replace(".", "").replace(",", ".").replace(MINUS, "-")
    assert Decimal(plain) == Decimal(einheiten).scaleb(-dezimalen)
    assert all(len(group) == 3 for group in text.partition(",")[0].split(".")[1:])


def written(zaehler: list[int], nenner: list[int], dezimalen: int) -> list[str]:
    """Quotients as the program rounds and writes them."""
    frame = pl.DataFrame({"z": zaehler, "n": nenner})
    units = frame.select(rounded_quotient(pl.col("z") * 10**dezimalen, pl.col("n"))).to_series()
    return [write_number(unit, dezimalen) for unit in units]


def oracle(exact: Fraction, dezimalen: int) -> str:
    """The same print from Decimal's own rounding and Python's own grouping."""
    places = Decimal(1).scaleb(-dezimalen)
    value = Decimal(exact.numerator) / Decimal(exact.denominator)
    rounded = value.quantize(places, ROUND_HALF_UP)
    text = f"{abs(rounded):,.{dezimalen}f}".translate(str.maketrans(",.", ".,"))
    return f"{MINUS}{text}" if rounded < 0 else text


@pytest.mark.parametrize("dezimalen", [0, 1, 2])
def test_ten_thousand_random_quotients_are_written_as_exact_arithmetic_does(dezimalen: int) -> None:
    rng = random.Random(20221122 + dezimalen)  # noqa: S311 (repeatable cases, no secret)
    zaehler = [rng.randint(-(10**7), 10**7) for _ in range(10_000)]
    nenner = [rng.choice([2, 4, 5, 8, 16, 25, 40, rng.randint(1, 10**5)]) for _ in range(10_000)]

    found = written(zaehler, nenner, dezimalen)

    exact = [Fraction(z, n) for z, n in zip(zaehler, nenner, strict=True)]
    assert found == [oracle(value, dezimalen) for value in exact]


def test_a_small_negative_number_never_becomes_a_negative_zero() -> None:
    assert written([-4, -1, -49], [100, 1000, 1000], 1) == ["0,0", "0,0", "0,0"]


def test_a_percentage_is_held_together_by_a_no_break_space() -> None:
    assert with_unit("12,3", kennzahl("x", "a", "b")) == f"12,3{NBSP}%"


def test_no_unit_is_torn_from_its_number() -> None:
    miete = kennzahl("x", "a", formel=Formelart.GELIEFERT, einheit="EUR je m²")

    assert with_unit("7,21", miete) == f"7,21{NBSP}EUR{NBSP}je{NBSP}m²"


def test_a_count_stands_without_unit() -> None:
    assert with_unit("1.234", kennzahl("x", "a")) == "1.234"


@pytest.mark.parametrize(
    ("formel", "einheit", "gedruckt"),
    [
        ("prozent", "%", "%-Pkt."),
        ("je_100", "je 100", "Punkte"),
        ("je_1000", "je 1.000", f"je{NBSP}1.000"),
        ("mittelwert", "EUR", "EUR"),
        ("geliefert", "%", "%-Pkt."),
        ("geliefert", "Jahre", "Jahre"),
        ("anzahl", "Personen", ""),
    ],
)
def test_a_change_has_the_unit_of_a_difference(formel: str, einheit: str, gedruckt: str) -> None:
    assert unit_of_change(kennzahl("x", "a", formel=formel, einheit=einheit)) == gedruckt


@pytest.mark.parametrize("sign", Zeichen)
def test_every_sign_has_a_print_and_words_for_the_ear(sign: Zeichen) -> None:
    cell = sign_cell(sign)

    assert cell.zeichen == (sign,)
    assert cell.text.strip()
    assert len(cell.gesprochen) > len(cell.text)


def test_no_two_signs_are_printed_alike() -> None:
    for texts in (
        {shown.druck for shown in DARSTELLUNG.values()},
        {shown.csv for shown in DARSTELLUNG.values()},
    ):
        assert len(texts) == len(Zeichen)


@pytest.mark.parametrize(
    ("sign", "druck"),
    [
        (Zeichen.GESPERRT, "*"),
        (Zeichen.GEHEIM_QUELLE, "·"),
        (Zeichen.UNSICHER, "/"),
        (Zeichen.SPAETER, "…"),
        (Zeichen.SINNLOS, "x"),
    ],
)
def test_signs_are_printed_as_official_tables_print_them(sign: Zeichen, druck: str) -> None:
    assert sign_cell(sign).text == druck
