"""Counts change by number and percent, rates by points, and nothing changes across a break."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zahlen import A, Zellwert, edition, gebiete, katalog, kennzahl, material, merkmal

from reports.domain.angabe import Aenderung
from reports.domain.katalog import Art, Basis, Formelart, Katalog
from reports.domain.zeichen import Zeichen
from reports.domain.zeit import Bruch, Vergleichbarkeit

ANZAHL = katalog(kennzahl("x", "alo"))
QUOTE = katalog(kennzahl("x", "alo", "bev"))
SALDO = katalog(kennzahl("x", "zu - fort"))


def break_at(jahr: int, grad: Vergleichbarkeit = Vergleichbarkeit.NEIN) -> tuple[Bruch]:
    return (Bruch(ab=jahr, vergleichbar=grad, titel="t", grund="g", merkmale=("alo",)),)


def change(
    zellen: list[Zellwert],
    verzeichnis: Katalog,
    brueche: tuple[Bruch, ...] = (),
    zeitraum: tuple[int, int] = (2011, 2022),
) -> Aenderung:
    """The change of the only Kennzahl »x« for Kommune A."""
    return material(zellen, verzeichnis, edition(*zeitraum), brueche).aenderungen[A, "x", 0]


def series(name: str, *werte: int | Zeichen) -> list[Zellwert]:
    """Figures of 2011 and the years after it."""
    return [(A, jahr, name, wert) for jahr, wert in enumerate(werte, start=2011)]


def rates(*paare: tuple[int, int]) -> list[Zellwert]:
    alo, bev = zip(*paare, strict=True)
    return series("alo", *alo) + series("bev", *bev)


def test_a_count_changes_by_number_and_by_percent() -> None:
    found = change(series("alo", 800, 700), ANZAHL)

    assert (found.von, found.bis, found.absolut, found.prozent) == (2011, 2012, -100, -125)


def test_a_rate_changes_by_points_and_never_by_percent() -> None:
    found = change(rates((8, 100), (12, 100)), QUOTE)

    assert (found.absolut, found.prozent) == (40, None)
    assert found.prozent_zeichen is Zeichen.SINNLOS


def test_the_change_is_computed_before_rounding() -> None:
    # 10,44 % and 11,46 % are printed 10,4 and 11,5; the change is 1,02, printed 1,0 and not 1,1
    assert change(rates((1044, 10_000), (1146, 10_000)), QUOTE).absolut == 10


@pytest.mark.parametrize(
    ("vorher", "nachher", "absolut", "prozent"),
    [(0, 0, 0, None), (0, 7, 7, None), (7, 0, -7, -1000), (7, 7, 0, 0)],
)
def test_from_zero_there_is_no_percentage(
    vorher: int, nachher: int, absolut: int, prozent: int | None
) -> None:
    found = change(series("alo", vorher, nachher), ANZAHL)

    assert (found.absolut, found.prozent) == (absolut, prozent)
    assert found.prozent_zeichen is (Zeichen.SINNLOS if prozent is None else None)


def test_from_a_negative_balance_there_is_no_percentage() -> None:
    zellen = series("zu", 100, 150) + series("fort", 120, 110)

    found = change(zellen, SALDO)

    assert (found.absolut, found.prozent, found.prozent_zeichen) == (60, None, Zeichen.SINNLOS)


def test_from_a_positive_to_a_negative_balance_the_percentage_is_plain_arithmetic() -> None:
    zellen = series("zu", 150, 100) + series("fort", 100, 120)

    found = change(zellen, SALDO)

    assert (found.absolut, found.prozent) == (-70, -1400)


def test_across_a_break_the_sign_stands_instead_of_a_change() -> None:
    found = change(series("alo", 800, 700), ANZAHL, break_at(2012))

    assert (found.absolut, found.prozent) == (None, None)
    assert (found.zeichen, found.prozent_zeichen) == (Zeichen.BRUCH, Zeichen.BRUCH)


@pytest.mark.parametrize("jahr", [2011, 2013])
def test_a_break_outside_the_compared_years_does_not_matter(jahr: int) -> None:
    found = change(series("alo", 800, 700), ANZAHL, break_at(jahr))

    assert (found.absolut, found.zeichen) == (-100, None)


def test_a_break_of_the_nenner_breaks_the_rate() -> None:
    bruch = Bruch(
        ab=2012,
        vergleichbar=Vergleichbarkeit.NEIN,
        titel="Zensus",
        grund="g",
        basis=Basis.FORTSCHREIBUNG,
    )
    verzeichnis = katalog(merkmal("bev", basis=Basis.FORTSCHREIBUNG), kennzahl("x", "alo", "bev"))

    assert change(rates((8, 100), (12, 100)), verzeichnis, (bruch,)).zeichen is Zeichen.BRUCH


def test_a_break_of_an_operand_breaks_the_derived_merkmal() -> None:
    verzeichnis = katalog(merkmal("summe", "alo + rest"), kennzahl("x", "summe"))
    zellen = series("alo", 10, 20) + series("rest", 10, 20)

    assert change(zellen, verzeichnis, break_at(2012)).zeichen is Zeichen.BRUCH


def test_a_limited_break_keeps_the_change_and_marks_it() -> None:
    found = change(series("alo", 800, 700), ANZAHL, break_at(2012, Vergleichbarkeit.EINGESCHRAENKT))

    assert (found.absolut, found.prozent, found.eingeschraenkt) == (-100, -125, True)


def test_a_full_break_goes_before_a_limited_one() -> None:
    brueche = break_at(2012, Vergleichbarkeit.EINGESCHRAENKT) + break_at(2012)

    assert change(series("alo", 800, 700), ANZAHL, brueche).zeichen is Zeichen.BRUCH


def test_one_year_only_shows_that_a_change_makes_no_sense() -> None:
    found = change(series("alo", 800), ANZAHL)

    assert (found.von, found.bis, found.zeichen) == (None, None, Zeichen.SINNLOS)


def test_the_ends_of_the_period_are_the_first_and_last_covered_year() -> None:
    zellen = [(A, jahr, "alo", wert) for jahr, wert in ((2010, 1), (2013, 80), (2018, 90))]

    found = change(zellen, ANZAHL, zeitraum=(2011, 2022))

    assert (found.von, found.bis, found.absolut) == (2013, 2018, 10)


@pytest.mark.parametrize("ende", ["von", "bis"])
def test_a_sign_at_one_end_replaces_the_change(ende: str) -> None:
    other = [(k, jahr, "alo", 50) for k in ("03241002", "03241003") for jahr in (2011, 2012)]
    werte = (Zeichen.UNSICHER, 700) if ende == "von" else (700, Zeichen.UNSICHER)

    assert change(series("alo", *werte) + other, ANZAHL).zeichen is Zeichen.UNSICHER


def test_a_year_missing_for_one_kommune_is_said_to_be_missing() -> None:
    other = [(k, jahr, "alo", 50) for k in ("03241002", "03241003") for jahr in (2011, 2012)]

    assert change(series("alo", 700) + other, ANZAHL).zeichen is Zeichen.FEHLT


def test_a_delivered_rate_changes_in_units_of_its_last_decimal() -> None:
    verzeichnis = katalog(
        merkmal("quote", art=Art.QUOTE, additiv=False, dezimalen=1),
        kennzahl(
            "x", "quote", formel=Formelart.GELIEFERT, nachkommastellen=1, einheit="%", additiv=False
        ),
    )

    assert change(series("quote", 86, 75), verzeichnis).absolut == -11


viele = settings(max_examples=8)
paare = st.tuples(st.integers(3, 10**7), st.integers(3, 10**7))
wechsel = st.lists(st.tuples(paare, paare), min_size=100, max_size=100)


def changes(
    faelle: Sequence[tuple[tuple[int, int], tuple[int, int]]], verzeichnis: Katalog
) -> list[Aenderung]:
    """The change of »x« in as many Kommunen as there are cases, from 2011 to 2012."""
    keys = [f"03{nummer:06}" for nummer in range(len(faelle))]
    zellen = [
        (key, jahr, name, wert)
        for key, fall in zip(keys, faelle, strict=True)
        for jahr, paar in zip((2011, 2012), fall, strict=True)
        for name, wert in zip(("alo", "bev"), paar, strict=True)
    ]
    ausgabe = replace(edition(2011, 2012), gebiete=gebiete(*keys))
    found = material(zellen, verzeichnis, ausgabe).aenderungen
    return [found[key, "x", 0] for key in keys]


def tenths(exact: Fraction) -> int:
    """A share in tenths of a percent, halves away from zero."""
    magnitude = int(abs(exact) * 1000 + Fraction(1, 2))
    return -magnitude if exact < 0 else magnitude


@viele
@given(wechsel)
def test_back_and_forth_the_change_of_a_rate_is_the_same(
    faelle: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    there = changes(faelle, QUOTE)
    back = changes([(nachher, vorher) for vorher, nachher in faelle], QUOTE)

    assert [c.absolut for c in there] == [-(c.absolut or 0) for c in back]


@viele
@given(wechsel)
def test_the_change_of_a_rate_is_the_exact_difference_rounded_once(
    faelle: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    exact = [tenths(Fraction(*nachher) - Fraction(*vorher)) for vorher, nachher in faelle]

    assert [c.absolut for c in changes(faelle, QUOTE)] == exact


@viele
@given(wechsel)
def test_the_percentage_of_a_count_is_exact(
    faelle: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    exact = [tenths(Fraction(neu - alt, alt)) for (alt, _), (neu, _) in faelle]

    assert [c.prozent for c in changes(faelle, ANZAHL)] == exact
