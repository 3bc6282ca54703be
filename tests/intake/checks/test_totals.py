import pytest
from pruefzellen import DATEI, A, B, bestand, katalog, marked, merkmal, quelle

from reports.domain.gebiet import Gebiete, Gruppe, Kommune
from reports.domain.zeichen import Kennzeichen
from reports.errors import Stelle
from reports.intake.checks import control_totals, total_problems

REGION = "03241000"
GEBIETE = Gebiete(
    kommunen=tuple(
        Kommune(
            schluessel=ags,
            name=ags,
            amtlicher_name=ags,
            kurzname=ags,
            status="Stadt",
            spalte=spalte,
            reihe=1,
            weitere_namen=(),
        )
        for spalte, ags in enumerate((A, B), start=1)
    ),
    gruppen=(Gruppe(schluessel=REGION, name="Region", kurzname="Region", mitglieder=(A, B)),),
)


@pytest.mark.parametrize(("region", "wrong"), [(0, 0), (1, 0), (2, 1)])
def test_nearly_nothing_widens_the_tolerance_by_half_a_unit(region: int, wrong: int) -> None:
    """Twice less than one half can be a whole unit for the Region, but not two."""
    frame = bestand([(A, 2020, "hh", 0), (B, 2020, "hh", 0), (REGION, 2020, "hh", region)])
    nearly = marked(marked(frame, "F2", Kennzeichen.GERUNDET_NULL), "F3", Kennzeichen.GERUNDET_NULL)

    summen = control_totals(nearly, katalog(merkmal("hh", einheit="Tsd.")), GEBIETE)
    befunde = list(total_problems(summen, (quelle(),)))

    assert [befund.ort for befund in befunde] == [Stelle(DATEI, zelle="F4")] * wrong


def test_zero_that_is_exact_widens_nothing() -> None:
    frame = bestand([(A, 2020, "hh", 0), (B, 2020, "hh", 0), (REGION, 2020, "hh", 1)])

    summen = control_totals(frame, katalog(merkmal("hh")), GEBIETE)

    assert [befund.code for befund in total_problems(summen, (quelle(),))] == ["E-SUMME"]


def test_area_that_is_no_kommune_is_no_part_of_the_sum() -> None:
    rows = [(A, 2020, "hh", 40), (B, 2020, "hh", 60), ("03241999", 2020, "hh", 7)]
    frame = bestand([*rows, (REGION, 2020, "hh", 101)])

    (summe,) = control_totals(frame, katalog(merkmal("hh")), GEBIETE)

    assert (summe.summe, summe.differenz) == (100, -1)


@pytest.mark.parametrize(("kommune", "codes"), [(12, ["E-SUMME"]), (9, [])])
def test_count_of_one_kommune_is_never_more_than_the_region(kommune: int, codes: list[str]) -> None:
    """From 10 for the Region and 12 for a Kommune a negative rest would be printed."""
    frame = bestand([(REGION, 2020, "hh", 10), (A, 2020, "hh", kommune)])

    summen = control_totals(frame, katalog(merkmal("hh")), GEBIETE)

    assert [befund.code for befund in total_problems(summen, (quelle(),))] == codes
