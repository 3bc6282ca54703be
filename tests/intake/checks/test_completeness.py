import polars as pl
import pytest
from pruefzellen import DATEI, A, B, rows

from reports.errors import Schwere, Stelle
from reports.intake.checks import without_duplicates

ONE = (A, 2020, "bev", 100)
OTHER = (B, 2020, "bev", 100)


def test_cells_that_differ_in_their_area_are_not_double() -> None:
    once, befunde = without_duplicates(rows([ONE, OTHER]))

    assert (once.height, befunde) == (2, [])


def test_same_cell_twice_in_a_file_is_kept_once_and_told() -> None:
    once, (befund,) = without_duplicates(rows([ONE, OTHER, ONE]))

    assert once["zelle"].to_list() == ["F2", "F3"]
    assert (befund.code, befund.schwere) == ("W-DOPPELT", Schwere.WARNUNG)
    assert befund.ort == Stelle(DATEI, zelle="F4")
    assert "Zelle F2" in befund.text


@pytest.mark.parametrize("column", ["wert", "kennzeichen"])
def test_cell_that_differs_from_its_double_is_refused(column: str) -> None:
    twice = rows([ONE, ONE])
    last = pl.col("zelle") == "F3"
    changed = pl.when(last).then(pl.col(column) + 1).otherwise(column)

    _, (befund,) = without_duplicates(twice.with_columns(changed.alias(column)))

    assert (befund.code, befund.schwere) == ("E-DOPPELT", Schwere.FEHLER)


def test_same_cell_in_two_files_is_refused_and_both_are_named() -> None:
    both = pl.concat([rows([ONE], "alt.csv"), rows([ONE], "neu.csv")])

    _, (befund,) = without_duplicates(both)

    assert befund.code == "E-DOPPELT"
    assert "alt.csv" in str(befund)
    assert "neu.csv" in str(befund)


def test_third_cell_is_named_beside_the_first_two() -> None:
    _, (befund,) = without_duplicates(rows([ONE, ONE, ONE]))

    assert befund.ort == Stelle(DATEI, zelle="F3")
    assert "Zelle F2" in befund.text
    assert "Zelle F4" in befund.text
