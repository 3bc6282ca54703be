"""Each Kennzahl stands with its own latest year up to the Berichtsjahr."""

from collections.abc import Sequence

import polars as pl
import pytest
from zahlen import REGION, A, B, C, Zellwert, edition, gebiete, katalog, kennzahl, material

from reports.domain.zeichen import Zeichen
from reports.domain.zeit import Zeitraum
from reports.measures.staende import covered_years

VERZEICHNIS = katalog(kennzahl("alo", "alo"))
ALLE = (A, B, C)


def years(*jahre: int, areas: Sequence[str] = ALLE) -> list[Zellwert]:
    """A figure of each of the areas for each of the years."""
    return [(gebiet, jahr, "alo", 100) for jahr in jahre for gebiet in areas]


def stand(
    zellen: list[Zellwert], von: int, bis: int, jahr: int | None = None
) -> tuple[int, int | None, int | None] | None:
    """Stand, first and last compared year."""
    found = material(zellen, VERZEICHNIS, edition(von, bis, jahr)).staende.get("alo")
    spanne = found and found.spanne
    return found and (found.jahr, spanne and spanne.von, spanne and spanne.bis)


def test_the_latest_year_up_to_the_berichtsjahr_is_shown() -> None:
    assert stand(years(2012, 2015, 2023), 2011, 2022) == (2015, 2012, 2015)


def test_a_later_year_is_never_shown() -> None:
    found = material(years(2012, 2015, 2023), VERZEICHNIS, edition(2011, 2022))

    assert {jahr for _, jahr, _ in found.werte} == {2012, 2015}


def test_the_stand_may_lie_after_the_period() -> None:
    assert stand(years(2011, 2013, 2022), 2011, 2013, 2022) == (2022, 2011, 2013)


def test_the_stand_may_lie_before_the_period_and_then_nothing_is_compared() -> None:
    assert stand(years(2005, 2007), 2011, 2022) == (2007, None, None)


def test_a_single_year_in_the_period_compares_nothing() -> None:
    assert stand(years(2005, 2015), 2011, 2022) == (2015, None, None)


def test_a_year_before_the_period_is_kept_only_up_to_five_years_of_the_stand() -> None:
    found = material(years(2001, 2002, 2003, 2007), VERZEICHNIS, edition(2011, 2022))

    assert {jahr for _, jahr, _ in found.werte} == {2003, 2007}


def test_each_period_compares_its_own_first_and_last_year() -> None:
    periods = (Zeitraum(2011, 2015), Zeitraum(2014, 2015), Zeitraum(2016, 2022))
    ausgabe = edition(2011, 2022, None, *periods)
    found = material(years(2012, 2014, 2015, 2022), VERZEICHNIS, ausgabe)

    assert found.staende["alo"].spannen == (Zeitraum(2012, 2015), Zeitraum(2014, 2015), None)
    assert [found.aenderungen[A, "alo", n].bis for n in range(3)] == [2015, 2015, None]


def test_a_kennzahl_without_figure_up_to_the_berichtsjahr_is_not_delivered() -> None:
    assert stand(years(2023), 2011, 2022) is None


def test_a_year_with_less_than_most_kommunen_is_passed_over() -> None:
    zellen = years(2015) + years(2020, areas=(A, REGION)) + years(2017, areas=(A, B))

    assert stand(zellen, 2011, 2022) == (2017, 2015, 2017)


def test_a_sign_is_no_coverage() -> None:
    signs = [(kommune, 2020, "alo", Zeichen.UNSICHER) for kommune in ALLE]

    assert stand(years(2015) + signs, 2011, 2022) == (2015, None, None)


def test_a_kennzahl_of_region_and_landeshauptstadt_alone_is_shown_too() -> None:
    assert stand(years(2012, 2016, areas=(A, REGION)), 2011, 2022) == (2016, 2012, 2016)


@pytest.mark.parametrize(
    ("anzahl", "kommunen", "gilt"),
    [(10, 21, False), (11, 21, True), (10, 20, False), (2, 4, False)],
)
def test_most_of_the_kommunen_are_more_than_half(
    anzahl: int,
    kommunen: int,
    gilt: bool,  # noqa: FBT001
) -> None:
    areas = gebiete(*(f"032410{nummer:02}" for nummer in range(1, kommunen + 1)))
    rows = [("alo", 2015, k.schluessel, 1) for k in areas.kommunen]
    rows += [("alo", 2020, k.schluessel, 1) for k in areas.kommunen[:anzahl]]
    frame = pl.DataFrame(rows, schema=["kennzahl", "jahr", "gebiet", "gerundet"], orient="row")

    assert (2020 in covered_years(frame, areas)["alo"]) is gilt
