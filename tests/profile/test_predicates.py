"""No predicate can be wrong without a second computation that objects to what it lets be said."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from satzpruefer import FORMEN
from zufallssaetze import proven, said

from reports.profile.predicates import PRAEDIKATE, Aussage
from reports.profile.statement import Satzart

Praedikat = Callable[[Aussage], bool]
PREDICATES = dict(PRAEDIKATE)
GLEICHE = (Satzart.UNVERAENDERT, Satzart.NAHEZU_UNVERAENDERT)  # all others say which is more
MEHR = tuple(art for art in PREDICATES if art not in GLEICHE)


def test_the_random_data_know_every_kind_of_sentence() -> None:
    kinds = {satz.art for satz, _ in said()}

    assert kinds == set(PRAEDIKATE) == set(Satzart) - {Satzart.BILANZ}
    assert len(FORMEN) == len(kinds)


def always(_: Aussage) -> bool:
    return True


def turned(art: Satzart) -> Praedikat:
    return lambda aussage: not PREDICATES[art](aussage)


def or_equal(art: Satzart) -> Praedikat:
    """The predicate, or the first two values printed alike."""

    def mutant(aussage: Aussage) -> bool:
        first, second = aussage.werte[:2]
        return PREDICATES[art](aussage) or first.groesse == second.groesse

    return mutant


def without_print(art: Satzart) -> Praedikat:
    """The predicate with the order of the exact values in place of the printed ones."""

    def mutant(aussage: Aussage) -> bool:
        sizes = sorted({w.genau for w in aussage.werte if w.genau is not None})
        places = {size: place for place, size in enumerate(sizes)}
        exact = (replace(w, gerundet=places[w.genau or Fraction()]) for w in aussage.werte)
        return PREDICATES[art](replace(aussage, werte=tuple(exact)))

    return mutant


def without_exact(art: Satzart) -> Praedikat:
    """The predicate with the printed values in place of the exact ones."""

    def mutant(aussage: Aussage) -> bool:
        printed = (replace(w, zaehler=w.gerundet, nenner=1) for w in aussage.werte)
        return PREDICATES[art](replace(aussage, werte=tuple(printed)))

    return mutant


def differs(aussage: Aussage) -> bool:
    """»Nahezu unverändert« without the print."""
    first, last = aussage.werte
    return first.genau != last.genau


MUTANTEN: list[tuple[Satzart, str, Praedikat]] = [
    *((art, "always", always) for art in PREDICATES),
    *((art, "turned", turned(art)) for art in PREDICATES),
    *((art, "or equal", or_equal(art)) for art in PREDICATES),
    *((art, "without print", without_print(art)) for art in MEHR),
    (Satzart.NAHEZU_UNVERAENDERT, "without print", differs),
    (Satzart.UNVERAENDERT, "without exact", without_exact(Satzart.UNVERAENDERT)),
    (Satzart.UEBER, "without chance", PREDICATES[Satzart.GESUNKEN]),
    (Satzart.UNTER, "without chance", PREDICATES[Satzart.GESTIEGEN]),
    (Satzart.TREND_STEIGEND, "without test", PREDICATES[Satzart.GESTIEGEN]),
    (Satzart.TREND_FALLEND, "without test", PREDICATES[Satzart.GESUNKEN]),
]
# Rounding never turns an order around: what is more in print is more indeed, and what is equal is
# printed alike. So the other half of a predicate decides nothing, and its loss changes nothing.
GLEICHWERTIG: list[tuple[Satzart, str, Praedikat]] = [
    *((art, "without exact", without_exact(art)) for art in MEHR),
    (Satzart.UNVERAENDERT, "without print", without_print(Satzart.UNVERAENDERT)),
]


def names(mutants: list[tuple[Satzart, str, Praedikat]]) -> list[str]:
    return [f"{art.name} {name}" for art, name, _ in mutants]


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> Callable[[Satzart, Praedikat], None]:
    """Lets one kind speak, by the given predicate, so that no other hides what it says."""

    def only(art: Satzart, predicate: Praedikat) -> None:
        for other in PRAEDIKATE:
            monkeypatch.setitem(PRAEDIKATE, other, lambda _: False)
        monkeypatch.setitem(PRAEDIKATE, art, predicate)

    return only


@pytest.mark.parametrize(("art", "_", "mutant"), MUTANTEN, ids=names(MUTANTEN))
def test_a_predicate_that_is_wrong_is_noticed(
    art: Satzart, _: str, mutant: Praedikat, alone: Callable[[Satzart, Praedikat], None]
) -> None:
    alone(art, mutant)

    assert any(not proven(satz, of) for satz, of in said())


@pytest.mark.parametrize(("art", "_", "mutant"), GLEICHWERTIG, ids=names(GLEICHWERTIG))
def test_what_rounding_settles_need_not_be_noticed(
    art: Satzart, _: str, mutant: Praedikat, alone: Callable[[Satzart, Praedikat], None]
) -> None:
    alone(art, PREDICATES[art])
    right = [satz for satz, _of in said()]
    alone(art, mutant)

    assert right
    assert [satz for satz, _of in said()] == right
