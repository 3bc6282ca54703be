"""Systems of areas, sexes, ages and years: nothing can be worked out, and the hand rule fails."""

from functools import cache
from itertools import product

from verbund import (
    JAHRE,
    Luecken,
    Verbund,
    as_delivery,
    draw,
    gaps_of,
    hand_rule,
    name_of,
    year_table,
)

from reports.disclosure.sperrung import sperren
from reports.disclosure.tabelle import Lage, Tabelle
from reports.measures.measure import measure

PROBE = range(44, 97)  # numbers of systems, of which the small ones are taken
KLEIN = 90  # cells of a small one


@cache
def systems() -> tuple[Verbund, ...]:
    """A fixed part of all systems, thirty of them."""
    return tuple(verbund for verbund in map(draw, PROBE) if len(verbund.orte()) <= KLEIN)


@cache
def tables() -> tuple[Tabelle, ...]:
    """Their last year."""
    return tuple(year_table(verbund, JAHRE[-1]) for verbund in systems())


def together(luecken: list[Luecken]) -> Luecken:
    """The gaps of several tables."""
    return Luecken(
        geheim=sum(found.geheim for found in luecken),
        genau=sum(found.genau for found in luecken),
        zu_eng=sum(found.zu_eng for found in luecken),
    )


def test_all_sums_of_a_made_up_system_hold() -> None:
    for tabelle in tables():
        for beziehung in tabelle.beziehungen:
            assert sum(weight * tabelle.zellen[p].wert for p, weight in beziehung.terme) == 0


def test_a_made_up_system_is_measured_as_its_table_says() -> None:
    verbund = draw(0)
    lieferung = as_delivery(verbund)
    messung = measure(lieferung.bestand, lieferung.katalog, (), lieferung.edition)
    measured = {
        (gebiet, name, jahr): wert
        for gebiet, name, jahr, wert in messung.haeufigkeiten.select(
            "gebiet", "merkmal", "jahr", "wert"
        ).iter_rows()
    }

    for (gebiet, geschlecht, alter), jahr in product(verbund.orte(), JAHRE):
        count = verbund.zahl((gebiet, geschlecht, alter), jahr)
        assert measured[gebiet, name_of(geschlecht, alter), jahr] == count


def test_many_counts_of_the_systems_are_small() -> None:
    werte = [zelle.wert for tabelle in tables() for zelle in tabelle.zellen]

    assert sum(wert < 5 for wert in werte) > len(werte) / 4


def test_the_hand_rule_leaves_no_row_with_a_single_gap_that_could_have_another() -> None:
    for tabelle in tables():
        gaps = hand_rule(tabelle)
        for beziehung in tabelle.beziehungen:
            row = {place for place, _ in beziehung.terme}
            free = [p for p in row - gaps if tabelle.zellen[p].lage is Lage.GEDRUCKT]
            assert len(row & gaps) != 1 or not free


def test_the_hand_rule_lets_secrets_be_worked_out() -> None:
    found = together([gaps_of(tabelle, hand_rule(tabelle)) for tabelle in tables()])

    assert found.genau > 0
    assert found.zu_eng > found.geheim / 20


def test_the_suppression_lets_no_secret_be_worked_out_or_narrowed_down() -> None:
    luecken = []
    for tabelle in tables():
        sperrung = sperren(tabelle)
        luecken.append(gaps_of(tabelle, sperrung.zellen))
        assert sperrung.offen == frozenset()

    assert together(luecken) == Luecken(
        geheim=sum(zelle.klein for tabelle in tables() for zelle in tabelle.zellen),
        genau=0,
        zu_eng=0,
    )
