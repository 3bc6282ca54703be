"""The table of a year: which cells it has, who sees them, and what hangs together."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from lieferweg import divided
from zahlen import REGION, UMLAND, A, B, C, gebiete, katalog, kennzahl, merkmal

from reports.disclosure.bau import Bau, Name
from reports.disclosure.formen import formen_of
from reports.disclosure.jahresdaten import Jahresdaten, Stelle, Umfeld
from reports.disclosure.jahrestafel import jahrestafel
from reports.disclosure.tabelle import Lage, Zelle
from reports.domain.beziehung import Gesamtzahl
from reports.domain.katalog import Art, Katalog

ALO = katalog(kennzahl("zahl", "alo"))
DREI = {(A, "alo"): 40, (B, "alo"): 2, (C, "alo"): 60}


def daten(werte: Mapping[Stelle, int | None], gezeigt: Collection[Stelle] = ()) -> Jahresdaten:
    """Figures of 2020; all of them are published unless some are named."""
    return Jahresdaten(
        jahr=2020,
        werte=werte,
        verdeckt=frozenset(),
        nutzungen=dict.fromkeys(gezeigt or werte, 1),
        frueher={},
        gezeichnet=frozenset(),
        gesamtzahlen=(),
    )


def built(year: Jahresdaten, cat: Katalog) -> Bau:
    return jahrestafel(year, Umfeld(katalog=cat, gebiete=gebiete(), formen=formen_of(cat)))


def cell(bau: Bau, gebiet: str, form: str, ohne: str = "") -> Zelle:
    return bau.zellen[bau.plaetze[Name(gebiet, form, ohne)]]


def relations(bau: Bau) -> set[frozenset[tuple[str, str, int]]]:
    """Each relation as its areas, Formen and weights."""
    names = list(bau.plaetze)
    return {
        frozenset((names[p].gebiet, names[p].form, weight) for p, weight in b.terme)
        for b in bau.beziehungen
    }


def test_small_counts_are_secrets_and_the_others_are_not() -> None:
    bau = built(daten(DREI), ALO)

    assert [cell(bau, key, "alo").klein for key in (A, B, C)] == [False, True, False]


def test_a_count_that_nobody_publishes_is_seen_by_nobody() -> None:
    bau = built(daten(DREI, gezeigt=[(A, "alo")]), ALO)

    assert [cell(bau, key, "alo").lage for key in (A, B)] == [Lage.GEDRUCKT, Lage.INNEN]


@pytest.mark.parametrize(
    ("change", "lage", "mindestens"),
    [
        ({}, Lage.GEDRUCKT, 1),
        ({"frueher": {(B, "alo"): 2}}, Lage.BEKANNT, 0),
        ({"frueher": {(B, "alo"): 9}}, Lage.GEDRUCKT, 1),
        ({"ausgelassen": {(B, "alo")}}, Lage.GEDRUCKT, 0),
        ({"ausgelassen": {(B, "alo")}, "gezeichnet": {(B, "alo")}}, Lage.GEDRUCKT, 1),
    ],
    ids=["told by none", "told before", "revised", "left out everywhere", "had a sign before"],
)
def test_what_is_known_of_a_secret(change: dict[str, object], lage: Lage, mindestens: int) -> None:
    found = cell(built(replace(daten(DREI), **change), ALO), B, "alo")

    assert (found.lage, found.mindestens) == (lage, mindestens)


def test_a_group_is_the_sum_of_its_kommunen() -> None:
    bau = built(daten(DREI | {(UMLAND, "alo"): 62, (REGION, "alo"): 102}), ALO)

    assert relations(bau) == {
        frozenset({(UMLAND, "alo", -1), (B, "alo", 1), (C, "alo", 1)}),
        frozenset({(REGION, "alo", -1), (A, "alo", 1), (B, "alo", 1), (C, "alo", 1)}),
    }


def test_the_total_of_a_source_is_known_and_binds_all_kommunen() -> None:
    total = Gesamtzahl(merkmal="alo", jahr=2020, wert=102, toleranz=Decimal(0))

    bau = built(replace(daten(DREI), gesamtzahlen=(total,)), ALO)

    assert cell(bau, "", "alo").lage is Lage.BEKANNT
    assert relations(bau) == {
        frozenset({("", "alo", -1), (A, "alo", 1), (B, "alo", 1), (C, "alo", 1)})
    }


def test_parts_make_up_their_whole_in_every_kommune() -> None:
    cat = katalog(kennzahl("zahl", "alo"), merkmal("alo_m"), merkmal("alo_w"))
    cat = replace(cat, zerlegungen=(divided("Geschlecht", "alo", ("alo_m", "alo_w")),))

    bau = built(daten({(A, "alo"): 40, (A, "alo_m"): 30, (A, "alo_w"): 10}), cat)

    assert frozenset({(A, "alo", -1), (A, "alo_m", 1), (A, "alo_w", 1)}) in relations(bau)


def test_those_that_a_share_leaves_over_are_a_secret_where_they_are_few() -> None:
    cat = katalog(kennzahl("quote", "alo", "bev"))

    bau = built(daten({(A, "alo"): 38, (A, "bev"): 40, (B, "alo"): 9, (B, "bev"): 40}), cat)

    rest = cell(bau, A, "bev", "alo")
    assert (rest.wert, rest.klein) == (2, True)
    assert Name(B, "bev", "alo") not in bau.plaetze


def test_a_derived_count_is_the_sum_it_is_computed_from() -> None:
    cat = katalog(kennzahl("zahl", "alo"), merkmal("alo", "alo_m + alo_w"))

    bau = built(daten({(A, "alo"): 40, (A, "alo_m"): 30, (A, "alo_w"): 10}), cat)

    assert frozenset({(A, "alo", -1), (A, "alo_m", 1), (A, "alo_w", 1)}) in relations(bau)


def test_the_amount_of_few_may_not_be_narrowed_down_to_a_fifth() -> None:
    cat = katalog(
        merkmal("kosten", art=Art.BETRAG), kennzahl("satz", "kosten", "faelle", formel="mittelwert")
    )

    found = cell(built(daten({(A, "kosten"): 700, (A, "faelle"): 2}), cat), A, "kosten")

    assert found.klein
    assert found.minimum >= 700 / 5
