"""What nothing protects is named, and nothing beside it."""

from rechentafeln import adds_up, named

from reports.disclosure.sperrung import sperren
from reports.disclosure.tabelle import Beziehung, Lage, Tabelle, Zelle


def secret(name: str) -> Zelle:
    return Zelle(name=name, wert=2, mindestens=1, minimum=3, klein=True)


def printed(name: str, wert: int) -> Zelle:
    return Zelle(name=name, wert=wert, mindestens=1, minimum=3)


def known(name: str, wert: int) -> Zelle:
    return Zelle(name=name, wert=wert, lage=Lage.BEKANNT)


def is_equal(one: int, other: int) -> Beziehung:
    return Beziehung(terme=((one, 1), (other, -1)))


def test_a_secret_that_everybody_knows_from_elsewhere_is_named() -> None:
    tabelle = Tabelle(zellen=(secret("a"), known("b", 2)), beziehungen=(is_equal(0, 1),))

    assert named(tabelle, sperren(tabelle).offen) == {"a"}


def test_a_secret_with_another_way_out_is_protected_beside_one_without() -> None:
    """Only »deckung« could cover »verloren«, and everybody knows it; »geschuetzt« has »andere«."""
    tabelle = Tabelle(
        zellen=(
            secret("verloren"),
            secret("geschuetzt"),
            printed("deckung", 9),
            printed("andere", 9),
            known("summe 1", 11),
            known("summe 2", 20),
            known("deckung anderswo", 9),
        ),
        beziehungen=(adds_up(4, [0, 2]), adds_up(5, [1, 2, 3]), is_equal(2, 6)),
    )

    found = sperren(tabelle)

    assert named(tabelle, found.offen) == {"verloren"}


def test_a_table_with_a_way_out_for_every_secret_leaves_none_open() -> None:
    tabelle = Tabelle(
        zellen=(secret("a"), printed("b", 9), known("summe", 11)), beziehungen=(adds_up(2, [0, 1]),)
    )

    found = sperren(tabelle)

    assert found.offen == frozenset()
    assert named(tabelle, found.zellen) == {"a", "b"}
