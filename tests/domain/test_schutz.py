"""Which counts are secrets, worked out by hand from the rules."""

from dataclasses import replace
from decimal import Decimal

import pytest
from zahlen import katalog, kennzahl, merkmal

from reports.domain.formel import parse_summe
from reports.domain.katalog import Art, Zerlegung
from reports.domain.schutz import KEINER, Schutz, schutz_of, schutz_of_summe, schutz_of_zaehler


@pytest.mark.parametrize(
    ("schutz", "geheim"),
    [
        (Schutz(3, null=False), {1, 2}),
        (Schutz(3, null=True), {0, 1, 2}),
        (Schutz(5, null=False), {1, 2, 3, 4}),
        (KEINER, set()),
    ],
)
def test_secrets_are_the_counts_below_the_minimum(schutz: Schutz, geheim: set[int]) -> None:
    assert {wert for wert in range(7) if schutz.covers(wert)} == geheim


def test_of_two_protections_each_holds_where_it_is_the_stronger() -> None:
    assert Schutz(5, null=False) | Schutz(3, null=True) == Schutz(5, null=True)


def divided(ganzes: str, *teile: str) -> Zerlegung:
    return Zerlegung(
        titel="Geschlecht", ganzes=ganzes, teile=teile, vollstaendig=True, toleranz=Decimal(0)
    )


def test_every_count_is_protected_and_no_amount_and_no_rate() -> None:
    cat = katalog(
        merkmal("kosten", art=Art.BETRAG), merkmal("quote", art=Art.QUOTE), merkmal("alo")
    )

    assert schutz_of(cat) == {"alo": Schutz(3, null=False)}


def test_a_count_takes_the_strongest_demand_of_the_kennzahlen_that_count_it() -> None:
    cat = katalog(
        kennzahl("a", "sucht", mindestfallzahl=5), kennzahl("b", "sucht + alo", nullschutz=True)
    )

    assert schutz_of(cat) == {"sucht": Schutz(5, null=True), "alo": Schutz(3, null=True)}


def test_parts_are_protected_like_their_whole_however_deep() -> None:
    cat = katalog(
        kennzahl("a", "sucht", mindestfallzahl=5),
        merkmal("sucht_m", "jung + alt"),
        merkmal("sucht_w"),
    )

    found = schutz_of(replace(cat, zerlegungen=(divided("sucht", "sucht_m", "sucht_w"),)))

    assert {name: schutz.minimum for name, schutz in found.items()} == dict.fromkeys(
        ("sucht", "sucht_m", "sucht_w", "jung", "alt"), 5
    )


def test_a_merkmal_may_set_its_own_minimum() -> None:
    cat = katalog(kennzahl("a", "sucht", mindestfallzahl=5), merkmal("sucht", mindestfallzahl=10))

    assert schutz_of(cat) == {"sucht": Schutz(10, null=False)}


def test_a_sum_is_protected_like_all_that_it_is_made_of() -> None:
    schutz = {"a": Schutz(3, null=True), "b": Schutz(5, null=False)}

    assert schutz_of_summe(parse_summe("a - b + fremd"), schutz) == Schutz(5, null=True)


def test_a_zaehler_is_protected_as_its_kennzahl_demands_as_well() -> None:
    asked = kennzahl("k", "a", mindestfallzahl=4, nullschutz=True)

    assert schutz_of_zaehler(asked, {"a": Schutz(3, null=False)}) == Schutz(4, null=True)


def test_a_zaehler_that_is_an_amount_has_no_protection() -> None:
    asked = kennzahl("anteil_wasser", "boden_wasser", mindestfallzahl=3)

    assert schutz_of_zaehler(asked, {"a": Schutz(3, null=False)}) == KEINER
