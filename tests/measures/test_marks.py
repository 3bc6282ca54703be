"""Marks travel from the cells of a delivery to what is computed from them, and no further."""

from collections.abc import Sequence

import dataframely as dy
import pytest
from zahlen import (
    REGION,
    UMLAND,
    A,
    B,
    C,
    Zellwert,
    bestand,
    edition,
    gebiete,
    katalog,
    kennzahl,
    material,
    merkmal,
)

from reports.domain.angabe import Wert
from reports.domain.frames import Haeufigkeit
from reports.domain.katalog import Art, Formelart, Katalog
from reports.domain.zeichen import Kennzeichen, Zeichen
from reports.measures.groups import haeufigkeiten
from reports.profile.material import Material

P, R, S, U, F, K = (
    Kennzeichen.VORLAEUFIG,
    Kennzeichen.BERICHTIGT,
    Kennzeichen.GESCHAETZT,
    Kennzeichen.EINGESCHRAENKT,
    Kennzeichen.FEHLERHAFT,
    Kennzeichen.GERUNDET_NULL,
)
OHNE = Kennzeichen(0)
ANZAHL, QUOTE = katalog(kennzahl("x", "alo")), katalog(kennzahl("x", "alo", "bev"))


def alo(
    *kennzeichen: Kennzeichen, wert: int = 50, jahr: int = 2020, name: str = "alo"
) -> list[Zellwert]:
    """The same count for Kommunen A, B and C with the marks of each."""
    return [(k, jahr, name, wert, m) for k, m in zip((A, B, C), kennzeichen, strict=False)]


def figures(zellen: Sequence[Zellwert], verzeichnis: Katalog) -> dy.DataFrame[Haeufigkeit]:
    return haeufigkeiten(bestand(zellen), verzeichnis, gebiete())


def marks(
    zellen: Sequence[Zellwert], gebiet: str, name: str = "alo", verzeichnis: Katalog = ANZAHL
) -> Kennzeichen:
    """The marks of a figure of 2020 before any Kennzahl is made of it."""
    found = figures(zellen, verzeichnis).filter(gebiet=gebiet, jahr=2020, merkmal=name)
    (row,) = found.rows(named=True)
    return Kennzeichen(row["kennzeichen"])


def released(zellen: Sequence[Zellwert], verzeichnis: Katalog) -> Material:
    return material(zellen, verzeichnis, edition(2011, 2020))


def value(zellen: Sequence[Zellwert], verzeichnis: Katalog, gebiet: str = A) -> Wert:
    """The released value of »x« in 2020."""
    return released(zellen, verzeichnis).werte[gebiet, 2020, "x"]


@pytest.mark.parametrize("kennzeichen", [P, S, U, F, P | F])
def test_a_marked_kommune_marks_the_sums_it_is_part_of(kennzeichen: Kennzeichen) -> None:
    zellen = alo(OHNE, kennzeichen, OHNE)

    assert marks(zellen, REGION) == marks(zellen, UMLAND) == kennzeichen
    assert marks(alo(kennzeichen, OHNE, OHNE), UMLAND) == OHNE


def test_a_sum_has_the_marks_of_all_its_kommunen() -> None:
    assert marks(alo(P, S, F), REGION) == P | S | F


def test_a_correction_belongs_to_the_changed_figure_alone() -> None:
    zellen = alo(R | P, OHNE, OHNE)

    assert marks(zellen, A) == R | P
    assert marks(zellen, REGION) == P


def test_a_rounded_zero_makes_a_sum_uncertain() -> None:
    """The sum of k and 5 is 5, printed in brackets."""
    verzeichnis = katalog(kennzahl("x", "k + fuenf"))
    zellen = [(A, 2020, "k", 0, K), (A, 2020, "fuenf", 5)]

    found = value(zellen, verzeichnis)

    assert (found.gerundet, found.kennzeichen) == (5, U)


def test_a_rounded_zero_makes_a_derived_merkmal_and_a_region_uncertain() -> None:
    verzeichnis = katalog(merkmal("summe", "k + fuenf"))
    zellen = [(A, 2020, "k", 0, K), (A, 2020, "fuenf", 5)]

    assert marks(zellen, A, "summe", verzeichnis) == U
    assert marks(alo(K, OHNE, OHNE, wert=0), REGION) == U


def test_a_group_of_one_kommune_passes_its_figure_on() -> None:
    two = gebiete(A, B)
    found = haeufigkeiten(bestand(alo(OHNE, K | R, wert=0)), ANZAHL, two)

    (row,) = found.filter(gebiet=UMLAND).rows(named=True)
    assert Kennzeichen(row["kennzeichen"]) == K | R


def test_a_delivered_total_that_stands_in_keeps_its_marks() -> None:
    zellen: list[Zellwert] = [(REGION, 2020, "alo", 724, R | P), *alo(OHNE, S)]

    assert marks(zellen, REGION) == R | P


def test_a_difference_has_the_marks_of_the_total_and_of_what_is_taken_off() -> None:
    zellen: list[Zellwert] = [(REGION, 2020, "alo", 724, R | P), *alo(S)]

    assert marks(zellen, UMLAND) == P | S


def test_a_sign_has_no_marks() -> None:
    zellen: list[Zellwert] = [(A, 2020, "alo", Zeichen.UNSICHER, P), (B, 2020, "alo", 5, P)]

    assert marks(zellen, A) == OHNE
    assert marks(zellen, REGION) == OHNE


@pytest.mark.parametrize("kennzeichen", [P, R, S, U, F, K])
def test_a_count_that_is_one_cell_keeps_its_marks(kennzeichen: Kennzeichen) -> None:
    found = value(alo(kennzeichen, wert=0), ANZAHL)

    assert found.kennzeichen == found.zaehler_kennzeichen == kennzeichen


def test_a_delivered_rate_keeps_its_marks() -> None:
    geliefert = katalog(
        merkmal("quote", art=Art.QUOTE, additiv=False),
        kennzahl("x", "quote", formel=Formelart.GELIEFERT, additiv=False),
    )

    assert value([(A, 2020, "quote", 0, K | R)], geliefert).kennzeichen == K | R


@pytest.mark.parametrize(
    ("zaehler", "nenner", "quote", "anzahl"),
    [
        (P, OHNE, P, P),
        (OHNE, P, P, OHNE),
        (R, R, OHNE, R),
        (S, F, S | F, S),
        (K, OHNE, U, K),
    ],
)
def test_a_rate_has_the_marks_of_zaehler_and_nenner(
    zaehler: Kennzeichen, nenner: Kennzeichen, quote: Kennzeichen, anzahl: Kennzeichen
) -> None:
    wert = 0 if zaehler is K else 50
    found = value([(A, 2020, "alo", wert, zaehler), (A, 2020, "bev", 1000, nenner)], QUOTE)

    assert (found.kennzeichen, found.zaehler_kennzeichen) == (quote, anzahl)


def test_a_provisional_operand_marks_region_rate_and_change() -> None:
    zellen = [
        *alo(OHNE, OHNE, OHNE, jahr=2011),
        *alo(OHNE, OHNE, OHNE, wert=1000, jahr=2011, name="bev"),
        *alo(OHNE, P, OHNE, wert=60),
        *alo(OHNE, OHNE, OHNE, wert=1000, name="bev"),
    ]

    found = released(zellen, QUOTE)

    assert found.werte[REGION, 2020, "x"].kennzeichen == P
    assert found.werte[REGION, 2011, "x"].kennzeichen == OHNE
    assert found.aenderungen[REGION, "x", 0].kennzeichen == P
    assert found.aenderungen[A, "x", 0].kennzeichen == OHNE


@pytest.mark.parametrize(
    ("vorher", "nachher", "wechsel"), [(P, S, P | S), (R, R, OHNE), (U, OHNE, U)]
)
@pytest.mark.parametrize("formel", [Formelart.ANZAHL, Formelart.ENTWICKLUNG])
def test_a_change_has_the_marks_of_both_years(
    formel: Formelart, vorher: Kennzeichen, nachher: Kennzeichen, wechsel: Kennzeichen
) -> None:
    verzeichnis = katalog(kennzahl("x", "alo", formel=formel))
    found = released([*alo(vorher, jahr=2011), *alo(nachher)], verzeichnis)

    change = (
        found.aenderungen[A, "x", 0] if formel is Formelart.ANZAHL else found.werte[A, 2020, "x"]
    )
    assert change.kennzeichen == wechsel


def test_a_change_to_a_rounded_zero_is_uncertain() -> None:
    found = released([*alo(OHNE, jahr=2011), *alo(K, wert=0)], ANZAHL).aenderungen[A, "x", 0]

    assert (found.absolut, found.kennzeichen) == (-50, U)


def test_no_change_has_no_marks() -> None:
    found = released(alo(P), ANZAHL).aenderungen[A, "x", 0]

    assert (found.zeichen, found.kennzeichen) == (Zeichen.SINNLOS, OHNE)


def test_a_rate_without_value_has_no_marks() -> None:
    other = [(B, 2020, "alo", 5), (B, 2020, "bev", 9)]

    found = value([(A, 2020, "alo", 0, P), (A, 2020, "bev", 0, P), *other], QUOTE)

    assert (found.zeichen, found.kennzeichen, found.zaehler_kennzeichen) == (
        Zeichen.SINNLOS,
        OHNE,
        OHNE,
    )
