"""Published tables whose solutions are known."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from rechentafeln import Regeln, cost, linked, named, places, two_way

from reports.disclosure.angriff import spielraum
from reports.disclosure.sperrung import sperren
from reports.disclosure.tabelle import Spielraum, Tabelle

VEKTOREN = tomllib.loads((Path(__file__).parent / "vektoren.toml").read_text("utf-8"))
T1, T2, T3, T4 = (VEKTOREN[name] for name in ("T1", "T2", "T3", "T4"))
T5 = VEKTOREN["T5"]


def rules(vektor: dict) -> Regeln:
    """What a vector says of all its cells."""
    keys = ("mindestens", "minimum", "klein", "verlust")
    return Regeln(**{key: vektor[key] for key in keys if key in vektor})


def table(vektor: dict) -> Tabelle:
    """The rows and columns of a vector."""
    return two_way(vektor["zeilen"], vektor["spalten"], rules(vektor))


def seen(tabelle: Tabelle, gesperrt: frozenset[int], name: str) -> tuple[float | None, ...]:
    """Between which figures a suppression leaves the cell of that name."""
    (zelle,) = places(tabelle, {name})
    found = spielraum(tabelle, gesperrt, zelle)
    return found.unten, found.oben


def both(kreise: dict, groessen: dict) -> Tabelle:
    """The cells of T4 with some of its sums."""
    return linked(T4["zellen"], {**kreise, **groessen}, rules(T4))


LINKED = both(T4["summen"]["kreise"], T4["summen"]["groessen"])


@pytest.mark.parametrize(
    ("vektor", "name"),
    [(vektor, name) for vektor in (T1, T2) for name in vektor["spielraum"]],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_attacker_gets_the_published_interval(vektor: dict, name: str) -> None:
    tabelle = table(vektor)
    gesperrt = places(tabelle, vektor["gesperrt"])

    assert seen(tabelle, gesperrt, name) == tuple(vektor["spielraum"][name])


@pytest.mark.parametrize("weitere", T2["reparatur"])
def test_one_more_gap_repairs_what_two_gaps_a_line_leave_open(weitere: str) -> None:
    tabelle = table(T2)
    gesperrt = places(tabelle, [*T2["gesperrt"], weitere])

    assert seen(tabelle, gesperrt, "w|b") == tuple(T2["reparatur"][weitere])


def test_every_line_of_the_second_vector_has_two_gaps_and_yet_it_leaks() -> None:
    gaps = places(table(T2), T2["gesperrt"])
    lines = [{place for place, _ in b.terme} & gaps for b in table(T2).beziehungen]

    assert all(len(line) != 1 for line in lines)
    assert seen(table(T2), gaps, "w|b") == (47, 47)


@pytest.mark.parametrize("verlust", ["wert", "log"])
def test_the_least_suppression_is_the_published_one(verlust: str) -> None:
    tabelle = two_way(T3["zeilen"], T3["spalten"], replace(rules(T3), verlust=verlust))

    found = sperren(tabelle)

    assert named(tabelle, found.zellen) == {*T3["klein"], *T3["sekundaer"]}
    assert found.offen == frozenset()
    assert seen(tabelle, found.zellen, "A|female") == tuple(T3["spielraum"]["A|female"])


@pytest.mark.parametrize("tafel", T4["allein"])
def test_each_of_two_linked_tables_alone_is_safe(tafel: str) -> None:
    alone = linked(T4["zellen"], T4["summen"][tafel], rules(T4))

    assert seen(alone, places(alone, T4["klein"]), "K") == tuple(T4["allein"][tafel])
    assert named(alone, sperren(alone).zellen) == set(T4["klein"])


def test_two_linked_tables_together_disclose_a_cell() -> None:
    assert seen(LINKED, places(LINKED, T4["klein"]), "K") == tuple(T4["ohne_sekundaer"]["K"])


def test_two_linked_tables_are_protected_together_by_one_more_cell() -> None:
    found = sperren(LINKED)

    assert named(LINKED, found.zellen) == {*T4["klein"], *T4["sekundaer"]}
    assert {name: list(seen(LINKED, found.zellen, name)) for name in T4["spielraum"]} == (
        T4["spielraum"]
    )


@pytest.mark.parametrize("vektor", T5.values(), ids=T5)
def test_suppressing_nothing_but_the_singletons_discloses_them(vektor: dict) -> None:
    tabelle = table(vektor)
    gesperrt = places(tabelle, vektor["nur"])

    for zelle in gesperrt:
        wert = tabelle.zellen[zelle].wert
        assert spielraum(tabelle, gesperrt, zelle) == Spielraum(wert, wert)


@pytest.mark.parametrize("vektor", T5.values(), ids=T5)
def test_singletons_are_protected_at_the_published_cost(vektor: dict) -> None:
    tabelle = table(vektor)
    published = places(tabelle, [*vektor["klein"], *vektor["sekundaer"]])

    found = sperren(tabelle)

    assert cost(tabelle, found.zellen) == pytest.approx(cost(tabelle, published))
    assert found.offen == frozenset()
    for zelle in found.zellen:
        room = spielraum(tabelle, found.zellen, zelle)
        assert room.oben is None or room.oben >= max(2, room.unten + 1)
