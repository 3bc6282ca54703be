"""A sentence stands only where it is true, of the exact and of the printed figures."""

from dataclasses import replace
from functools import cache

import pytest
from zahlen import REGION, A, B, C, Zellwert, echtes_material, edition, gebiete, katalog, material
from zufallssaetze import KEYS, QUOTE, proven, said

from reports.domain.zeichen import Kennzeichen, Zeichen
from reports.domain.zeit import Bruch, Vergleichbarkeit
from reports.profile.build import sentences_of
from reports.profile.material import Gebiet, Material
from reports.profile.sentence_kinds import course, extreme, span
from reports.profile.sentences import chapter_sentences, front_sentences
from reports.profile.statement import Satz, Satzart


@cache
def shipped() -> tuple[Satz, ...]:
    """Every sentence of the shipped edition."""
    of = echtes_material()
    areas: tuple[Gebiet, ...] = (*of.edition.gebiete.kommunen, of.edition.gebiete.region)
    return tuple(satz for area in areas for _, satz in sentences_of(area, of))


def test_every_sentence_on_random_data_is_proven_by_a_second_computation() -> None:
    sentences = said()

    assert len(sentences) > 500
    assert [satz.text for satz, of in sentences if not proven(satz, of)] == []


def test_every_figure_of_the_shipped_edition_is_proven_by_a_second_computation() -> None:
    sentences = [satz for satz in shipped() if satz.art is not Satzart.BILANZ]

    assert len(sentences) > 200
    assert [satz.text for satz in sentences if not proven(satz, echtes_material())] == []


def test_no_kommune_is_the_highest_where_another_has_nothing_to_show() -> None:
    """What is hidden may be higher still."""
    zellen: list[Zellwert] = [
        (key, 2020, m, (3000 if key == KEYS[0] else 1000) if m == "alo" else 10_000)
        for key in KEYS
        for m in ("alo", "bev")
    ]
    ausgabe = replace(edition(2011, 2020), gebiete=gebiete(*KEYS))
    whole = material(zellen, katalog(QUOTE), ausgabe)
    zellen[-2] = (KEYS[-1], 2020, "alo", Zeichen.GEHEIM_QUELLE)
    hidden = material(zellen, katalog(QUOTE), ausgabe)
    first = ausgabe.gebiete.named(KEYS[0])

    assert extreme(QUOTE, first, whole) is not None
    assert extreme(QUOTE, first, hidden) is None
    assert extreme(QUOTE, ausgabe.gebiete.named(KEYS[-1]), hidden) is None
    assert span(QUOTE, hidden) is None


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
    hidden = small({A: (1000, 2), B: (1000, 1060), C: (1000, 1061)})
    zellen: list[Zellwert] = [
        (k, jahr, m, 1000 if m == "alo" else 10_000, Kennzeichen.GESCHAETZT)
        for k in (A, B, C)
        for jahr in (2011, 2020)
        for m in ("alo", "bev")
    ]
    marked = material(zellen, katalog(QUOTE), edition(2011, 2020))

    assert text_of(hidden) == text_of(marked) == ""
    assert text_of(hidden, B) == ""  # which would give it away beside the Region
    assert text_of(hidden, C) != ""


def test_where_nothing_stands_out_a_chapter_is_quiet() -> None:
    of = small(dict.fromkeys((A, B, C), (2, 2)))

    assert chapter_sentences([QUOTE], of.edition.gebiete.named(A), of) == ()


def test_the_shipped_edition_says_only_short_sentences_with_group_and_year() -> None:
    assert len(shipped()) > 200
    for satz in shipped():
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
