"""A sentence stands only where it is true, of the exact and of the printed figures."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from satzpruefer import FORMEN, Zelle, is_proven
from zahlen import (
    REGION,
    A,
    B,
    C,
    Zellwert,
    echtes_material,
    edition,
    gebiete,
    katalog,
    kennzahl,
    material,
)

from reports.domain.zeichen import Kennzeichen
from reports.domain.zeit import Bruch, Vergleichbarkeit
from reports.profile.build import sentences_of
from reports.profile.material import Material
from reports.profile.predicates import PRAEDIKATE, Aussage
from reports.profile.sentence_kinds import against, course, extreme, span, trend
from reports.profile.sentences import chapter_sentences, front_sentences
from reports.profile.statement import Satz, Satzart

KEYS = tuple(f"032410{nummer:02}" for nummer in range(1, 13))
JAHRE = range(2016, 2021)
WELTEN = 12
QUOTE = kennzahl("quote", "alo", "bev")
RATE = kennzahl("rate", "alo", "bev", formel="je_1000")


@cache
def welt(seed: int) -> Material:
    """Twelve Kommunen over five years: equal, nearly equal, drifting and jumping figures.

    In every fourth world all of them are large and nearly equal.
    """
    zufall, still = Random(seed), seed % 4 == 0  # noqa: S311 (a seeded test)
    zellen: list[Zellwert] = []
    for key in KEYS:
        people = 200_000 if still else zufall.choice([200, 2_000, 20_000, 200_000])
        level = 0.1 if still else zufall.choice([0.1, 0.1, 0.1, zufall.uniform(0.05, 0.2)])
        drift = 0 if still else zufall.choice([0, 0, 0.0001, -0.0001, 0.01, -0.01])
        for number, jahr in enumerate(JAHRE):
            more = zufall.randrange(99) if still else zufall.choice([0, 0, 0, 1, 30])
            cases = round(people * (level + drift * number)) + more
            zellen += [(key, jahr, "alo", cases), (key, jahr, "bev", people)]
    ausgabe = replace(edition(2016, 2020), gebiete=gebiete(*KEYS), vergleich=("umland", KEYS[0]))
    stellen = katalog(QUOTE, RATE, kennzahl("anzahl", "alo"))
    return material(zellen, stellen, ausgabe)


def every_sentence(of: Material) -> Iterator[Satz]:
    """All sentences of all kinds that could be made, chosen or not."""
    for stelle in of.katalog.kennzahlen.values():
        for gebiet in of.edition.gebiete.kommunen:
            made = [course(stelle, gebiet, of)]
            if stelle.id != "anzahl":
                makers = (extreme, against, trend)
                made += [make(stelle, gebiet, of) for make in makers]
            yield from (satz for satz in made if satz)
        if stelle.id != "anzahl" and (satz := span(stelle, of)):
            yield satz


def proven(satz: Satz) -> bool:
    cells = [Zelle(b.zaehler, b.nenner, b.gedruckt) for b in satz.belege]
    return is_proven(satz.text, cells, anteil=satz.belege[0].kennzahl == "quote")


def test_every_sentence_on_random_data_is_proven_by_a_second_computation() -> None:
    sentences = [satz for seed in range(WELTEN) for satz in every_sentence(welt(seed))]

    assert len(sentences) > 500
    assert [satz.text for satz in sentences if not proven(satz)] == []


def test_the_random_data_know_every_kind_of_sentence() -> None:
    kinds = {satz.art for seed in range(WELTEN) for satz in every_sentence(welt(seed))}

    assert kinds == set(PRAEDIKATE) == set(Satzart) - {Satzart.BILANZ}
    assert len(FORMEN) == len(kinds)


def always(_: Aussage) -> bool:
    return True


def without_print(art: Satzart) -> Callable[[Aussage], bool]:
    """The predicate with the exact values in place of the printed ones."""

    def mutant(aussage: Aussage) -> bool:
        sizes = sorted({w.genau for w in aussage.werte if w.genau is not None})
        exact = [replace(w, gerundet=sizes.index(w.genau)) for w in aussage.werte]
        return PREDICATES[art](replace(aussage, werte=tuple(exact)))

    return mutant


def or_equal(art: Satzart) -> Callable[[Aussage], bool]:
    """The predicate, or all of its values being the same."""

    def mutant(aussage: Aussage) -> bool:
        sizes = {(w.genau, w.groesse) for w in aussage.werte[:2]}
        return PREDICATES[art](aussage) or len(sizes) == 1

    return mutant


def turned(art: Satzart) -> Callable[[Aussage], bool]:
    return lambda aussage: not PREDICATES[art](aussage)


def without_chance(art: Satzart) -> Callable[[Aussage], bool]:
    """Over and under by the figures alone."""
    plain = Satzart.GESUNKEN if art is Satzart.UEBER else Satzart.GESTIEGEN
    return PREDICATES[plain]


def without_test(art: Satzart) -> Callable[[Aussage], bool]:
    """A trend by its first and last year alone."""
    plain = Satzart.GESTIEGEN if art is Satzart.TREND_STEIGEND else Satzart.GESUNKEN
    return PREDICATES[plain]


PREDICATES = dict(PRAEDIKATE)
VERGLEICHE = (Satzart.HOECHSTER, Satzart.NIEDRIGSTER, Satzart.GESTIEGEN, Satzart.GESUNKEN)
# The last of its four kinds is asked only when the others are false, and then it is true: »always«
# is the same, and what says less cannot be noticed by sentences that are not made.
LETZTE = Satzart.NAHEZU_UNVERAENDERT
# A trend or a distance beyond chance is never between equal printed figures in this data, and a
# span never between equal ends, so that nothing is left for the print to decide there.
MUTANTEN = [
    *((art, "always", always) for art in PREDICATES if art is not LETZTE),
    *((art, "turned", turned(art)) for art in PREDICATES if art is not LETZTE),
    *((art, "without print", without_print(art)) for art in VERGLEICHE),
    *((art, "or equal", or_equal(art)) for art in VERGLEICHE),
    (Satzart.UEBER, "without chance", without_chance(Satzart.UEBER)),
    (Satzart.UNTER, "without chance", without_chance(Satzart.UNTER)),
    (Satzart.TREND_STEIGEND, "without test", without_test(Satzart.TREND_STEIGEND)),
    (Satzart.TREND_FALLEND, "without test", without_test(Satzart.TREND_FALLEND)),
    (Satzart.UNVERAENDERT, "print alone", lambda a: a.werte[0].groesse == a.werte[1].groesse),
    (
        Satzart.NAHEZU_UNVERAENDERT,
        "print alone",
        lambda a: a.werte[0].groesse == a.werte[1].groesse and a.werte[0].genau,
    ),
]


@pytest.mark.parametrize(
    ("art", "mutant"),
    [(art, mutant) for art, _, mutant in MUTANTEN],
    ids=[f"{art.name} {name}" for art, name, _ in MUTANTEN],
)
def test_a_predicate_that_is_wrong_is_noticed(
    art: Satzart, mutant: Callable[[Aussage], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRAEDIKATE, art, mutant)
    if (art, mutant) == MUTANTEN[-1][::2]:  # »unverändert« comes first and would hide it
        monkeypatch.setitem(PRAEDIKATE, Satzart.UNVERAENDERT, lambda _: False)

    assert any(not proven(satz) for seed in range(WELTEN) for satz in every_sentence(welt(seed)))


def small(paare: dict[str, tuple[int, int]], brueche: tuple[Bruch, ...] = ()) -> Material:
    """Shares of 1,000 in 2011 and 2020 of three Kommunen."""
    zellen: list[Zellwert] = [
        (key, jahr, m, wert if m == "alo" else 10_000)
        for key, paar in paare.items()
        for jahr, wert in zip((2011, 2020), paar, strict=True)
        for m in ("alo", "bev")
    ]
    return material(zellen, katalog(QUOTE), edition(2011, 2020), brueche)


def text_of(of: Material, gebiet: str = A) -> str:
    satz = course(of.katalog.kennzahlen["quote"], of.edition.gebiete.named(gebiet), of)
    return satz.text.replace("\u00a0", " ") if satz else ""


@pytest.mark.parametrize(
    ("nachher", "text"),
    [
        (1060, "ist von 10,0 % (2011) auf 10,6 % (2020) gestiegen."),
        (940, "ist von 10,0 % (2011) auf 9,4 % (2020) gesunken."),
        (1004, "ist mit 10,0 % (2011) und 10,0 % (2020) nahezu unverändert."),
        (1000, "ist mit 10,0 % (2011) und 10,0 % (2020) unverändert."),
    ],
)
def test_the_course_is_told_as_it_is_printed(nachher: int, text: str) -> None:
    of = small(dict.fromkeys((A, B, C), (1000, nachher)))

    assert text_of(of) == f"Quote: Der Wert für {A} {text}"


def test_a_group_has_its_article() -> None:
    of = small(dict.fromkeys((A, B, C), (1000, 1060)))

    assert "für die Region ist von" in text_of(of, REGION)


@pytest.mark.parametrize("grad", list(Vergleichbarkeit))
def test_nothing_is_told_across_a_break(grad: Vergleichbarkeit) -> None:
    bruch = Bruch(ab=2015, vergleichbar=grad, titel="t", grund="g", merkmale=("alo",))
    of = small(dict.fromkeys((A, B, C), (1000, 1060)), (bruch,))

    assert chapter_sentences([QUOTE], of.edition.gebiete.named(A), of) == ()


def test_nothing_is_told_of_suppressed_or_marked_values() -> None:
    hidden = small({A: (1000, 2), B: (1000, 1060), C: (1000, 1060)})
    zellen: list[Zellwert] = [
        (k, jahr, m, 1000 if m == "alo" else 10_000, Kennzeichen.GESCHAETZT)
        for k in (A, B, C)
        for jahr in (2011, 2020)
        for m in ("alo", "bev")
    ]
    marked = material(zellen, katalog(QUOTE), edition(2011, 2020))

    assert text_of(hidden) == text_of(marked) == ""
    assert text_of(hidden, B) != ""


def test_where_nothing_stands_out_a_chapter_is_quiet() -> None:
    of = small(dict.fromkeys((A, B, C), (2, 2)))

    assert chapter_sentences([QUOTE], of.edition.gebiete.named(A), of) == ()


def test_the_shipped_edition_says_only_short_sentences_with_group_and_year() -> None:
    of = echtes_material()
    areas = [*of.edition.gebiete.kommunen, of.edition.gebiete.region]
    sentences = [satz for area in areas for _, satz in sentences_of(area, of)]

    assert len(sentences) > 200
    for satz in sentences:
        assert len(satz.text.split()) <= 20, satz.text
        assert satz.text.endswith(".")
        assert any(str(jahr) in satz.text for jahr in range(2005, 2023)), satz.text
        assert "  " not in satz.text
        assert "−0,0" not in satz.text
        assert not any(word in satz.text for word in ("besser", "schlechter", "günstig"))


def test_a_chapter_says_two_sentences_of_different_kennzahlen_at_most() -> None:
    of = echtes_material()
    for area in of.edition.gebiete.kommunen:
        for feld in of.katalog.themenfelder:
            shown = [k for k in of.katalog.kennzahlen_of(feld) if k.id in of.staende]
            found = chapter_sentences(shown, area, of)

            assert len({satz.belege[0].kennzahl for satz in found}) == len(found) <= 2


def test_the_first_page_tells_what_early_warning_found() -> None:
    of = echtes_material()
    area = of.edition.gebiete.named("03241019")

    *_, last = front_sentences(area, of)
    bilanz = of.bilanz(area)
    assert last.art is Satzart.BILANZ
    assert f"{bilanz.geprueft} Kennzahlen geprüft: {bilanz.auffaellig} auffällig" in last.text
    assert bilanz.geprueft == bilanz.auffaellig + bilanz.ruhig
