"""Rows that an office would really deliver, and the words for them."""

from pathlib import Path

import pytest
from helfer import GUT, LIEFERUNG, befunde_of, row, write_input

from reports.edition import read_edition
from reports.errors import Befund
from reports.intake.bestand import read_eingang

ROWS = len(GUT.splitlines()) - 1


def refused(folder: Path, delivery: str) -> tuple[Befund, ...]:
    return befunde_of(
        lambda: read_eingang(read_edition(write_input(folder, {LIEFERUNG: delivery})))
    )


@pytest.mark.parametrize(
    ("delivery", "code", "words"),
    [
        (GUT.replace("\n0", "\n"), "E-AGS", ["»03241000«", "Text"]),
        (GUT.replace("-12-31", ".12.31"), "E-STICHTAG", ["Stichtag"]),
        (GUT.replace("2018-12-31", "31.12.2018"), "E-STICHTAG", ["JJJJ-MM-TT"]),
        (GUT.replace(";bev;", ";bevv;"), "E-MERKMAL", ["»bev«"]),
        (GUT.replace("0\n", "0.0\n"), "E-ZAHL", ["Komma"]),
        (GUT.replace("Großau", "GroÃŸau"), "E-ENC", ["UTF-8"]),
        (GUT.replace("Großau", "Gro\N{REPLACEMENT CHARACTER}au"), "E-ENC", ["UTF-8"]),
    ],
    ids=["zeros", "day", "turned day", "Merkmal", "English", "mojibake", "lost letters"],
)
def test_same_cause_in_a_whole_file_is_one_befund(
    delivery: str, code: str, words: list[str], tmp_path: Path
) -> None:
    befunde = refused(tmp_path, delivery)

    assert {befund.code for befund in befunde} == {code}
    assert any(" weitere" in befund.ort for befund in befunde)
    assert len(befunde) <= 2
    assert all(word in befunde[0].abhilfe for word in words), str(befunde[0])


def test_number_of_further_lines_is_right(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, GUT.replace("\n0", "\n"))

    assert befund.ort == f"{LIEFERUNG}, Zeile 2 und {ROWS - 1} weitere"


def test_different_causes_stay_apart(tmp_path: Path) -> None:
    delivery = GUT.replace(";5100", ";k.A.").replace(";5150", ";n.v.").replace(";5200", ";5200.0")

    befunde = refused(tmp_path, delivery)

    assert len(befunde) == 3


@pytest.mark.parametrize("word", ["Summe", "insgesamt", "Zusammen"])
def test_total_row_is_called_one(word: str, tmp_path: Path) -> None:
    line = row("03241000", 2018, "bev", 7800).replace("03241000;Region Probe", f";{word}")

    (befund,) = refused(tmp_path, GUT + line)

    assert befund.code == "E-ZEILE"
    assert f"»{word}«" in befund.text
    assert "03241000" in befund.abhilfe


def test_second_header_is_called_one(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, GUT + GUT.splitlines()[0] + "\n")

    assert "Kopfzeile" in befund.text
