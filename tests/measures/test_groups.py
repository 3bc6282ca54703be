"""The Region is the sum of its Kommunen; a delivered total stands in only where one is missing."""

from collections.abc import Sequence

import pytest
from zahlen import REGION, UMLAND, A, B, C, Zellwert, bestand, gebiete, katalog, kennzahl, merkmal

from reports.domain.katalog import Art, Katalog
from reports.domain.zeichen import Zeichen
from reports.measures.groups import haeufigkeiten

ZAEHLUNG = katalog(kennzahl("alo", "alo"))
QUOTE = katalog(merkmal("alter", art=Art.QUOTE, additiv=False, dezimalen=1))


def figure(
    zellen: Sequence[Zellwert], verzeichnis: Katalog, gebiet: str, name: str
) -> int | Zeichen | None:
    """The figure or sign of an area in 2020, None where it has no row."""
    found = haeufigkeiten(bestand(zellen), verzeichnis, gebiete())
    rows = found.filter(gebiet=gebiet, jahr=2020, merkmal=name).rows(named=True)
    if not rows:
        return None
    (row,) = rows
    return row["wert"] if row["zeichen"] is None else Zeichen(row["zeichen"])


def alo(*werte: int | Zeichen | None) -> list[Zellwert]:
    """Figures of 2020 for the Region and the three Kommunen; None for a row not delivered."""
    areas = (REGION, A, B, C)
    return [(g, 2020, "alo", w) for g, w in zip(areas, werte, strict=True) if w is not None]


def test_region_and_umland_are_sums_of_their_kommunen() -> None:
    zellen = alo(None, 700, 20, 3)

    assert figure(zellen, ZAEHLUNG, REGION, "alo") == 723
    assert figure(zellen, ZAEHLUNG, UMLAND, "alo") == 23


def test_the_sum_of_all_kommunen_goes_before_a_delivered_total() -> None:
    assert figure(alo(724, 700, 20, 3), ZAEHLUNG, REGION, "alo") == 723


@pytest.mark.parametrize("luecke", [None, Zeichen.GEHEIM_QUELLE])
def test_the_delivered_total_stands_in_where_a_kommune_is_missing(luecke: Zeichen | None) -> None:
    zellen = alo(724, 700, luecke, 3)

    assert figure(zellen, ZAEHLUNG, REGION, "alo") == 724


@pytest.mark.parametrize("luecke", [None, Zeichen.GEHEIM_QUELLE])
def test_umland_is_the_delivered_total_without_the_landeshauptstadt(luecke: Zeichen | None) -> None:
    zellen = alo(724, 700, luecke, luecke)

    assert figure(zellen, ZAEHLUNG, UMLAND, "alo") == 24


def test_a_group_without_total_shows_the_sign_of_its_kommune() -> None:
    zellen = alo(None, 700, Zeichen.GEHEIM_QUELLE, 3)

    assert figure(zellen, ZAEHLUNG, REGION, "alo") is Zeichen.GEHEIM_QUELLE
    assert figure(zellen, ZAEHLUNG, UMLAND, "alo") is Zeichen.GEHEIM_QUELLE


def test_a_missing_kommune_without_total_leaves_the_region_without_figure() -> None:
    assert figure(alo(None, 700, None, 3), ZAEHLUNG, REGION, "alo") is Zeichen.FEHLT


def test_a_secret_kommune_does_not_touch_a_group_it_is_no_part_of() -> None:
    assert figure(alo(None, Zeichen.GEHEIM_QUELLE, 20, 3), ZAEHLUNG, UMLAND, "alo") == 23


def test_a_sign_delivered_for_the_region_is_kept() -> None:
    zellen = alo(Zeichen.GEHEIM_QUELLE, 700, None, None)

    assert figure(zellen, ZAEHLUNG, REGION, "alo") is Zeichen.GEHEIM_QUELLE


def test_umland_shows_the_sign_that_forbids_the_difference() -> None:
    zellen = alo(724, Zeichen.GEHEIM_QUELLE, None, None)

    assert figure(zellen, ZAEHLUNG, UMLAND, "alo") is Zeichen.GEHEIM_QUELLE


def test_the_first_sign_in_precedence_wins() -> None:
    zellen = alo(None, Zeichen.UNSICHER, Zeichen.GEHEIM_QUELLE, Zeichen.SPAETER)

    assert figure(zellen, ZAEHLUNG, REGION, "alo") is Zeichen.GEHEIM_QUELLE


@pytest.mark.parametrize(
    ("zeichen", "druck"),
    [
        ((Zeichen.GESPERRT, Zeichen.GEHEIM_QUELLE), Zeichen.GESPERRT),
        ((Zeichen.FEHLT, Zeichen.SINNLOS), Zeichen.SINNLOS),
        ((Zeichen.SINNLOS, Zeichen.BRUCH), Zeichen.BRUCH),
        ((Zeichen.BRUCH, Zeichen.SPAETER), Zeichen.SPAETER),
    ],
)
def test_a_secret_goes_before_what_is_only_missing(
    zeichen: tuple[Zeichen, Zeichen], druck: Zeichen
) -> None:
    first, second = zeichen

    assert figure(alo(None, first, second, 3), ZAEHLUNG, REGION, "alo") is druck
    assert figure(alo(None, second, first, 3), ZAEHLUNG, REGION, "alo") is druck


def test_the_sign_of_a_kommune_goes_before_the_sign_of_the_delivered_total() -> None:
    zellen = alo(Zeichen.UNSICHER, 700, Zeichen.SPAETER, 3)

    assert figure(zellen, ZAEHLUNG, REGION, "alo") is Zeichen.SPAETER


def test_the_sign_of_the_total_goes_before_the_sign_outside_of_the_group() -> None:
    zellen = alo(Zeichen.UNSICHER, Zeichen.SPAETER, None, 3)

    assert figure(zellen, ZAEHLUNG, UMLAND, "alo") is Zeichen.UNSICHER


def test_what_does_not_add_up_takes_the_delivered_figure_of_the_region() -> None:
    zellen = [(REGION, 2020, "alter", 438), (A, 2020, "alter", 424), (B, 2020, "alter", 450)]

    assert figure(zellen, QUOTE, REGION, "alter") == 438
    assert figure(zellen, QUOTE, UMLAND, "alter") is None


def test_what_does_not_add_up_and_is_not_delivered_has_no_figure_for_the_region() -> None:
    zellen = [(k, 2020, "alter", 424) for k in (A, B, C)]

    assert figure(zellen, QUOTE, REGION, "alter") is None


def test_years_are_never_added_to_each_other() -> None:
    zellen = [(A, 2019, "alo", 1), (B, 2020, "alo", 10), (C, 2020, "alo", 100)]

    assert figure([*zellen, (A, 2020, "alo", 1000)], ZAEHLUNG, REGION, "alo") == 1110


ALTER = katalog(merkmal("jung", "u3 + bis17", "insg - erwachsen"))


def test_a_derived_merkmal_is_the_sum_of_its_operands() -> None:
    zellen = [(A, 2020, "u3", 30), (A, 2020, "bis17", 150)]

    assert figure(zellen, ALTER, A, "jung") == 180


def test_a_derived_merkmal_takes_the_first_alternative_that_is_delivered() -> None:
    zellen = [(A, 2020, "insg", 1000), (A, 2020, "erwachsen", 815)]
    beide = [*zellen, (A, 2020, "u3", 30), (A, 2020, "bis17", 150)]

    assert figure(zellen, ALTER, A, "jung") == 185
    assert figure(beide, ALTER, A, "jung") == 180


def test_a_derived_merkmal_without_all_operands_has_no_figure() -> None:
    assert figure([(A, 2020, "u3", 30), (A, 2019, "bis17", 150)], ALTER, A, "jung") is None


def test_a_derived_merkmal_carries_the_sign_of_an_operand() -> None:
    zellen = [(A, 2020, "u3", Zeichen.UNSICHER), (A, 2020, "bis17", 150)]

    assert figure(zellen, ALTER, A, "jung") is Zeichen.UNSICHER


def test_a_derived_merkmal_of_the_region_is_the_sum_over_the_kommunen() -> None:
    zellen = [(k, 2020, m, w) for k in (A, B, C) for m, w in (("u3", 30), ("bis17", 150))]

    assert figure(zellen, ALTER, REGION, "jung") == 540
    assert figure(zellen, ALTER, UMLAND, "jung") == 360
