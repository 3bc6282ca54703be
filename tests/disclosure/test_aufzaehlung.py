"""Attack and suppression against trying everything out, on hundreds of small tables by chance."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from aufzaehlung import fitting, interval, least_cost, unprotectable, unsafe
from rechentafeln import Regeln, adds_up, cost, places, two_way

from reports.disclosure.angriff import spielraum
from reports.disclosure.sperrung import sperren
from reports.disclosure.tabelle import Beziehung, Lage, Spielraum, Tabelle, Zelle

SEED = 5
Further = Callable[[random.Random, Tabelle], Tabelle]


def small_table(rnd: random.Random, zeilen: int, spalten: int) -> Tabelle:
    """A table of small figures; zeros are shown or protected, three or two is the minimum."""
    mindestens, minimum = rnd.choice([0, 1]), rnd.choice([2, 3])
    rows = {f"z{row}": rnd.choices([0, 1, 2, 3], k=spalten) for row in range(zeilen)}
    heads = [f"s{column}" for column in range(spalten)]
    plain = two_way(rows, heads, Regeln(mindestens=mindestens, minimum=minimum))
    marked = (replace(z, klein=mindestens <= (z.wert or 0) < minimum) for z in plain.zellen)
    return replace(plain, zellen=tuple(marked))


def plain(_: random.Random, tabelle: Tabelle) -> Tabelle:
    """Nothing beside the table."""
    return tabelle


def with_odd_cells(rnd: random.Random, tabelle: Tabelle) -> Tabelle:
    """Beside the table a balance of two of its cells, and one cell that is roughly another."""
    zellen, number = list(tabelle.zellen), len(tabelle.zellen)
    one, two, three = rnd.sample(range(number), 3)
    saldo = zellen[one].wert - zellen[two].wert
    zellen.append(Zelle(name="saldo", wert=saldo, mindestens=None, minimum=2))
    roughly = zellen[three].wert + rnd.choice([-1, 0, 1])
    zellen.append(Zelle(name="nahe", wert=max(0, roughly), lage=Lage.INNEN))
    beziehungen = (
        *tabelle.beziehungen,
        Beziehung(terme=((number, -1), (one, 1), (two, -1))),
        Beziehung(terme=((number + 1, -1), (three, 1)), unten=-1.0, oben=1.0),
    )
    return Tabelle(zellen=tuple(zellen), beziehungen=beziehungen)


def with_inner_part(rnd: random.Random, tabelle: Tabelle) -> Tabelle:
    """Beside the table a part of one of its cells, and the rest of it that nobody publishes."""
    place, number = rnd.randrange(len(tabelle.zellen)), len(tabelle.zellen)
    whole = tabelle.zellen[place]
    part = rnd.randint(0, whole.wert)
    minimum = whole.minimum
    rest = whole.wert - part
    zellen = (
        *tabelle.zellen,
        replace(whole, name="teil", wert=part, klein=False, lage=Lage.BEKANNT),
        Zelle(name="rest", wert=rest, lage=Lage.INNEN, minimum=minimum, klein=0 < rest < minimum),
    )
    split = adds_up(place, [number, number + 1])
    return Tabelle(zellen=zellen, beziehungen=(*tabelle.beziehungen, split))


def with_known_cells(rnd: random.Random, tabelle: Tabelle) -> Tabelle:
    """The table when half of what is no secret has been published before."""
    known = (
        replace(z, lage=Lage.BEKANNT) if not z.klein and rnd.random() < 0.5 else z
        for z in tabelle.zellen
    )
    return replace(tabelle, zellen=tuple(known))


def gaps(rnd: random.Random, tabelle: Tabelle, most: int) -> frozenset[int]:
    """Some suppressed cells: all secrets that are printed, and others by chance."""
    printed = [p for p, z in enumerate(tabelle.zellen) if z.lage is Lage.GEDRUCKT]
    return frozenset(rnd.sample(printed, min(len(printed), rnd.randint(1, most))))


def draws(number: int) -> Iterator[random.Random]:
    """Generators of chance, each with its own seed."""
    return (random.Random(f"{SEED}/{draw}") for draw in range(number))  # noqa: S311 (no secret)


def test_the_oracle_lists_the_tables_of_a_page() -> None:
    tabelle = two_way({"r": [1, 2]}, ["a", "b"], Regeln())
    gesperrt = places(tabelle, ["r|a", "r|b", "T|a", "T|b"])

    found = fitting(tabelle, gesperrt, 9)

    assert [tuple(row[:3]) for row in found] == [(0, 3, 3), (1, 2, 3), (2, 1, 3), (3, 0, 3)]


def test_the_oracle_knows_a_cell_without_a_bound() -> None:
    tabelle = two_way({"r": [1]}, ["a"], Regeln())

    assert interval(tabelle, places(tabelle, ["r|a", "T|a", "r|T", "T|T"]), 0) == (
        Spielraum(0, None)
    )


@pytest.mark.parametrize("further", [plain, with_odd_cells, with_inner_part])
def test_the_attack_finds_the_interval_of_every_table_that_fits(further: Further) -> None:
    for rnd in draws(100):
        tabelle = further(rnd, small_table(rnd, 2, rnd.choice([2, 3])))
        gesperrt = gaps(rnd, tabelle, 6)
        zelle = rnd.choice(sorted(gesperrt))

        assert spielraum(tabelle, gesperrt, zelle) == interval(tabelle, gesperrt, zelle)


@pytest.mark.parametrize("further", [plain, with_inner_part, with_known_cells])
def test_no_sufficient_suppression_costs_less(further: Further) -> None:
    for rnd in draws(100):
        tabelle = further(rnd, small_table(rnd, 2, 2))
        least = least_cost(tabelle)

        found = sperren(tabelle)

        assert bool(found.offen) is (least is None)
        assert not found.offen or found.offen <= unprotectable(tabelle)
        assert least is None or cost(tabelle, found.zellen) == pytest.approx(least)
        assert least is None or not unsafe(tabelle, found.zellen)


def test_some_of_the_small_tables_have_secrets_that_nothing_protects() -> None:
    tables = [with_known_cells(rnd, small_table(rnd, 2, 2)) for rnd in draws(50)]

    assert 10 < sum(least_cost(tabelle) is None for tabelle in tables) < 40
