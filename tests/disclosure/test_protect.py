"""Counts of 1 and 2, and what is made from them, leave no trace on the page side."""

from collections.abc import Sequence

import dataframely as dy
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zahlen import (
    QUELLE,
    REGION,
    A,
    B,
    C,
    Zellwert,
    bestand,
    edition,
    katalog,
    kennzahl,
    material,
    merkmal,
    umstaende,
)

from reports.disclosure.protect import protect
from reports.disclosure.release import Release
from reports.domain.angabe import Aenderung, Wert
from reports.domain.frames import Freigabe
from reports.domain.katalog import Art, Formelart, Katalog
from reports.domain.zeichen import Kennzeichen, Zeichen
from reports.domain.zeit import Bruch, Vergleichbarkeit
from reports.measures.measure import measure

QUOTE = katalog(kennzahl("x", "alo", "bev"))
ANZAHL = katalog(kennzahl("x", "alo"))
SPUR = Wert(zeichen=Zeichen.GESPERRT, stichtag="2020-12-31", quelle=QUELLE.zitat)
EDITION = edition(2011, 2020)


def value(zellen: Sequence[Zellwert], verzeichnis: Katalog = QUOTE) -> Wert:
    """The released value of »x« for Kommune A in 2020."""
    return material(zellen, verzeichnis, EDITION).werte[A, 2020, "x"]


def change(alo: tuple[int, int], verzeichnis: Katalog = QUOTE) -> Aenderung:
    """The released change of »x« for Kommune A from 2011 to 2020."""
    zellen = [(A, jahr, "alo", wert) for jahr, wert in zip((2011, 2020), alo, strict=True)]
    zellen += [(A, jahr, "bev", 1000) for jahr in (2011, 2020)]
    return material(zellen, verzeichnis, EDITION).aenderungen[A, "x", 0]


@pytest.mark.parametrize("klein", [1, 2])
def test_a_small_zaehler_leaves_no_trace(klein: int) -> None:
    assert value([(A, 2020, "alo", klein), (A, 2020, "bev", 1000)]) == SPUR


@pytest.mark.parametrize("klein", [1, 2])
def test_a_small_nenner_leaves_no_trace(klein: int) -> None:
    assert value([(A, 2020, "alo", 0), (A, 2020, "bev", klein)]) == SPUR


@pytest.mark.parametrize("klein", [1, 2])
def test_a_small_count_alone_leaves_no_trace(klein: int) -> None:
    assert value([(A, 2020, "alo", klein)], ANZAHL) == SPUR


@pytest.mark.parametrize(("anzahl", "gerundet"), [(0, 0), (3, 3), (4, 4)])
def test_zero_and_three_are_published(anzahl: int, gerundet: int) -> None:
    found = value([(A, 2020, "alo", anzahl)], ANZAHL)

    assert (found.zaehler, found.gerundet, found.zeichen) == (anzahl, gerundet, None)


@pytest.mark.parametrize(("anzahl", "gesperrt"), [(0, False), (1, True), (4, True), (5, False)])
def test_a_kennzahl_may_ask_for_five_cases(anzahl: int, gesperrt: bool) -> None:  # noqa: FBT001
    heikel = katalog(kennzahl("x", "alo", "bev", mindestfallzahl=5))

    found = value([(A, 2020, "alo", anzahl), (A, 2020, "bev", 1000)], heikel)

    assert (found == SPUR) is gesperrt


@pytest.mark.parametrize("werte", [(100, 1), (2, 100), (1, 1), (2, 0)])
def test_a_balance_alone_tells_neither_of_its_parts(werte: tuple[int, int]) -> None:
    zu, fort = werte
    saldo = katalog(kennzahl("x", "zu - fort"))

    assert value([(A, 2020, "zu", zu), (A, 2020, "fort", fort)], saldo).gerundet == zu - fort


@pytest.mark.parametrize("werte", [(100, 1), (2, 100), (1, 1)])
def test_a_balance_is_never_shown_beside_the_part_that_tells_the_other(
    werte: tuple[int, int],
) -> None:
    beide = katalog(kennzahl("x", "zu - fort"), kennzahl("y", "zu"))
    zellen = [(A, 2020, m, w) for m, w in zip(("zu", "fort"), werte, strict=True)]

    found = material(zellen, beide, EDITION).werte

    assert Zeichen.GESPERRT in {found[A, 2020, name].zeichen for name in ("x", "y")}


def test_a_difference_of_large_counts_may_be_small() -> None:
    saldo = katalog(kennzahl("x", "zu - fort"))

    assert value([(A, 2020, "zu", 101), (A, 2020, "fort", 100)], saldo).gerundet == 1


def test_amounts_are_no_cases() -> None:
    betrag = katalog(
        merkmal("steuer", art=Art.BETRAG), kennzahl("x", "steuer", "bev", formel="mittelwert")
    )

    assert value([(A, 2020, "steuer", 2), (A, 2020, "bev", 1000)], betrag).zaehler == 2
    assert value([(A, 2020, "steuer", 9000), (A, 2020, "bev", 2)], betrag) == SPUR


def test_a_delivered_rate_is_no_case() -> None:
    quote = katalog(
        merkmal("alter", art=Art.QUOTE, additiv=False),
        kennzahl("x", "alter", formel=Formelart.GELIEFERT, additiv=False),
    )

    assert value([(A, 2020, "alter", 2)], quote).gerundet == 2


@pytest.mark.parametrize(("faelle", "gezeigt"), [(2, False), (3, True), (0, True)])
def test_a_delivered_mean_is_shown_only_where_the_number_of_its_cases_may_be(
    faelle: int,
    gezeigt: bool,  # noqa: FBT001
) -> None:
    """Nobody may read off the mean of two households what each of them gets."""
    mittel = katalog(
        merkmal("anspruch", art=Art.QUOTE, additiv=False, fallzahl="haushalte"),
        merkmal("haushalte"),
        kennzahl("x", "anspruch", formel=Formelart.GELIEFERT, additiv=False),
    )
    zellen = [(A, 2020, "anspruch", 180), (A, 2020, "haushalte", faelle)]

    found = material(zellen, mittel, EDITION)

    assert found.werte[A, 2020, "x"].gerundet == (180 if gezeigt else None)
    assert [b.summe.merkmale for b in found.bekannt] == ([] if gezeigt else [("haushalte",)])


@pytest.mark.parametrize("alo", [(2, 500), (500, 2), (1, 1)])
@pytest.mark.parametrize("verzeichnis", [QUOTE, ANZAHL])
def test_a_change_from_or_to_a_small_count_leaves_no_trace(
    alo: tuple[int, int], verzeichnis: Katalog
) -> None:
    assert change(alo, verzeichnis) == Aenderung(
        von=2011,
        bis=2020,
        absolut=None,
        zeichen=Zeichen.GESPERRT,
        prozent=None,
        prozent_zeichen=Zeichen.GESPERRT,
        kennzeichen=Kennzeichen(0),
        eingeschraenkt=False,
    )


def test_a_change_between_published_counts_may_be_small() -> None:
    found = change((500, 501), ANZAHL)

    assert (found.absolut, found.prozent) == (1, 2)


@pytest.mark.parametrize("alo", [(2, 500), (500, 2)])
def test_an_entwicklung_from_or_to_a_small_count_leaves_no_trace(alo: tuple[int, int]) -> None:
    verzeichnis = katalog(kennzahl("x", "alo", formel=Formelart.ENTWICKLUNG))
    zellen = [(A, jahr, "alo", wert) for jahr, wert in zip((2011, 2020), alo, strict=True)]

    assert value(zellen, verzeichnis) == SPUR


def test_a_break_does_not_uncover_a_small_count() -> None:
    bruch = Bruch(
        ab=2015, vergleichbar=Vergleichbarkeit.NEIN, titel="t", grund="g", merkmale=("alo",)
    )
    zellen = [(A, 2011, "alo", 500), (A, 2020, "alo", 2)]

    found = material(zellen, ANZAHL, EDITION, (bruch,))

    assert found.werte[A, 2020, "x"] == SPUR
    assert found.aenderungen[A, "x", 0].zeichen is Zeichen.GESPERRT


def test_a_sign_of_the_source_stays_where_the_other_count_is_small() -> None:
    zellen = [(A, 2020, "alo", Zeichen.UNSICHER), (A, 2020, "bev", 1000)]

    assert value([*zellen, (B, 2020, "alo", 5), (B, 2020, "bev", 9)]).zeichen is Zeichen.UNSICHER


def test_a_suppressed_kommune_does_not_take_the_region_with_it() -> None:
    zellen = [(k, 2020, "alo", w) for k, w in zip((A, B, C), (2, 40, 50), strict=True)]
    found = material(zellen, ANZAHL, EDITION).werte

    assert found[A, 2020, "x"] == SPUR
    assert found[REGION, 2020, "x"].gerundet == 92


def released(alo: dict[tuple[str, int], int]) -> Release:
    """What is released of counts by area and year, with a rate and a count of them."""
    verzeichnis = katalog(
        kennzahl("anzahl", "alo"),
        kennzahl("quote", "alo", "bev"),
        kennzahl("wachstum", "alo", formel=Formelart.ENTWICKLUNG),
    )
    zellen = [(g, jahr, "alo", wert) for (g, jahr), wert in alo.items()]
    zellen += [(g, jahr, "bev", 1000) for g, jahr in alo]
    return protect(
        measure(bestand(zellen), verzeichnis, (), EDITION), umstaende(verzeichnis, EDITION)
    ).release


@settings(max_examples=10)
@given(st.lists(st.integers(0, 50), min_size=4, max_size=4))
def test_inputs_that_differ_only_in_suppressed_counts_are_released_alike(werte: list[int]) -> None:
    """Two Kommunen of the Umland swap their 1 and 2, so that no sum of a group changes."""
    orte = [(A, 2011), (A, 2020), (B, 2011), (C, 2011)]
    fest = dict(zip(orte, werte, strict=True))

    one = released(fest | {(B, 2020): 1, (C, 2020): 2})
    other = released(fest | {(B, 2020): 2, (C, 2020): 1})

    assert one.werte.equals(other.werte)
    assert one.veraenderungen.equals(other.veraenderungen)
    assert one.staende == other.staende


def test_the_contract_refuses_a_trace_behind_a_sign() -> None:
    row = {
        "gebiet": A,
        "jahr": 2020,
        "kennzahl": "x",
        "zaehler": None,
        "nenner": 1000,
        "wert": None,
        "gerundet": None,
        "zeichen": Zeichen.GESPERRT,
        "stichtag": "2020-12-31",
        "quelle": "Amt",
    }
    frame = pl.DataFrame([row], schema=Freigabe.create_empty().schema)

    with pytest.raises(dy.exc.ValidationError, match="nichts_hinter_einem_zeichen"):
        Freigabe.validate(frame)


def test_the_years_of_breaks_up_to_the_berichtsjahr_are_released() -> None:
    brueche = tuple(
        Bruch(ab=ab, vergleichbar=grad, titel="t", grund="g", merkmale=("alo",))
        for ab, grad in (
            (2016, Vergleichbarkeit.NEIN),
            (2012, Vergleichbarkeit.NEIN),
            (2014, Vergleichbarkeit.EINGESCHRAENKT),
            (2021, Vergleichbarkeit.NEIN),
        )
    )
    zellen = [(A, jahr, "alo", 50) for jahr in (2011, 2020)]

    stand = material(zellen, ANZAHL, EDITION, brueche).staende["x"]

    assert stand.bruchjahre(Vergleichbarkeit.NEIN) == (2012, 2016)
    assert stand.bruchjahre(Vergleichbarkeit.EINGESCHRAENKT) == (2014,)


@pytest.mark.parametrize("verzeichnis", [QUOTE, ANZAHL])
def test_a_suppressed_value_and_its_change_have_no_marks(verzeichnis: Katalog) -> None:
    zellen = [
        (A, jahr, name, wert, Kennzeichen.VORLAEUFIG)
        for jahr, alo in ((2011, 500), (2020, 2))
        for name, wert in (("alo", alo), ("bev", 1000))
    ]

    found = material(zellen, verzeichnis, EDITION)

    assert found.werte[A, 2020, "x"] == SPUR
    assert found.werte[A, 2011, "x"].kennzeichen == Kennzeichen.VORLAEUFIG
    assert found.aenderungen[A, "x", 0].zeichen is Zeichen.GESPERRT
    assert found.aenderungen[A, "x", 0].kennzeichen == Kennzeichen(0)


@pytest.mark.parametrize("spur", ["kennzeichen", "zaehler_kennzeichen"])
def test_the_contract_refuses_a_mark_behind_a_sign(spur: str) -> None:
    row = {
        "gebiet": A,
        "jahr": 2020,
        "kennzahl": "x",
        "zeichen": Zeichen.GESPERRT,
        "kennzeichen": 0,
        "zaehler_kennzeichen": 0,
        "eingeschraenkt": False,
        "stichtag": "2020-12-31",
        "quelle": "Amt",
    }
    schema = Freigabe.create_empty().schema
    clean = pl.DataFrame([row], schema=schema)

    assert Freigabe.validate(clean).height == 1
    with pytest.raises(dy.exc.ValidationError, match="nichts_hinter_einem_zeichen"):
        Freigabe.validate(pl.DataFrame([row | {spur: 1}], schema=schema))
