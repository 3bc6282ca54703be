"""An edition that forgets what an earlier one has told would tell the difference."""

from pathlib import Path

import pytest

from reports.errors import AblageFehler
from reports.handover.vorgaenger import check_known
from reports.reading.known import BEKANNT

KOPF = "ausgabe,schluessel,jahr,summe,wert,zeichen,mitglieder\n"
ZAHL = "2021/1,03241001,2020,alo,12,,\n"
GESPERRT = "2021/1,03241002,2020,alo,,*,\n"


def published(folder: Path, name: str, *rows: str) -> None:
    """Put what an edition has told into the folder of editions."""
    path = folder / "output" / name / "daten" / "bekannt.csv"
    path.parent.mkdir(parents=True)
    path.write_text(KOPF + "".join(rows), encoding="utf-8")


def known(folder: Path, *rows: str) -> None:
    path = folder / "input" / BEKANNT
    path.parent.mkdir(parents=True)
    path.write_text(KOPF + "".join(rows), encoding="utf-8")


def check(folder: Path, *, gesperrt: bool = True) -> None:
    check_known(folder / "output", "2022/1", eingabe=folder / "input", gesperrt=gesperrt)


def test_forgotten_editions_are_named_together(tmp_path: Path) -> None:
    published(tmp_path, "2020/3", ZAHL)
    published(tmp_path, "2021/1", ZAHL)

    with pytest.raises(AblageFehler) as caught:
        check(tmp_path)

    befunde = caught.value.befunde
    assert [befund.code for befund in befunde] == ["E-VORAUSGABE"] * 2
    assert [Path(befund.ort).parts[-2:] for befund in befunde] == [("2020", "3"), ("2021", "1")]


def test_one_row_that_the_input_lacks_is_enough(tmp_path: Path) -> None:
    published(tmp_path, "2021/1", ZAHL, GESPERRT)
    known(tmp_path, ZAHL)

    with pytest.raises(AblageFehler):
        check(tmp_path)


def test_what_the_earlier_edition_hid_counts_where_this_one_hides_nothing(tmp_path: Path) -> None:
    published(tmp_path, "2021/1", GESPERRT)

    with pytest.raises(AblageFehler):
        check(tmp_path, gesperrt=False)


def test_input_that_knows_more_than_the_earlier_edition_is_accepted(tmp_path: Path) -> None:
    published(tmp_path, "2021/1", ZAHL)
    known(tmp_path, GESPERRT, ZAHL)

    check(tmp_path)


def test_editions_without_secrets_may_stand_side_by_side(tmp_path: Path) -> None:
    published(tmp_path, "2021/1", ZAHL)

    check(tmp_path, gesperrt=False)


@pytest.mark.parametrize("name", ["2022/1", "2022/2", "2023/1", "alt/1"])
def test_only_earlier_editions_are_asked(name: str, tmp_path: Path) -> None:
    published(tmp_path, name, ZAHL)

    check(tmp_path)
