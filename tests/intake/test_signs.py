"""What a profile says about the signs of a file, against what the file holds."""

from pathlib import Path

import pytest
from helfer import GUT, KLEIN, LIEFERUNG, QUELLE, befunde_of, write_input

from reports.domain.zeichen import Zeichen
from reports.edition import read_edition
from reports.intake.bestand import Eingang, read_eingang

ORT = f"{QUELLE}, Datei »bevoelkerung.csv«, Zeichen 1"


def eingang(folder: Path, cell: str, deutung: str, satz: str = "destatis") -> Eingang:
    """The small input with Großau's inhabitants of 2018 replaced and a sign of its file read."""
    files = {
        LIEFERUNG: GUT.replace(";bev;5100", f";bev;{cell}"),
        QUELLE: KLEIN[QUELLE].replace('"destatis"', f'"{satz}"')
        + f'\n[[datei.zeichen]]\nbedeutung = "fehlt"\ngrund = "So."\n{deutung}\n',
    }
    return read_eingang(read_edition(write_input(folder, files)))


def signs(found: Eingang) -> list[str]:
    return found.bestand["zeichen"].drop_nulls().to_list()


@pytest.mark.parametrize("declared", ["-", "–", "\N{MINUS SIGN}"])
@pytest.mark.parametrize("delivered", ["-", "–", "\N{MINUS SIGN}"])
def test_dashes_of_destatis_are_one_sign(declared: str, delivered: str, tmp_path: Path) -> None:
    found = eingang(tmp_path, delivered, f'zeichen = "{declared}"')

    assert signs(found) == [Zeichen.FEHLT]


def test_dash_of_the_zensus_is_read_as_its_file_says(tmp_path: Path) -> None:
    found = eingang(tmp_path, "–", 'zeichen = "–"', "zensus_2022")

    assert signs(found) == [Zeichen.FEHLT]


def test_hyphen_is_no_sign_of_the_zensus(tmp_path: Path) -> None:
    (befund,) = befunde_of(lambda: eingang(tmp_path, "-", 'zeichen = "–"', "zensus_2022"))

    assert befund.code == "E-ZEICHEN"
    assert "»-«" in befund.text


@pytest.mark.parametrize(
    ("deutung", "idle"),
    [
        ('ags = ["03241001", "3241002"]', "3241002"),
        ('ags = ["03241001", "03241002"]', "03241002"),
        ("jahre = [2018, 2019]", "2019"),
    ],
    ids=["unknown area", "area with figures", "year with figures"],
)
def test_each_area_and_year_of_a_reading_is_needed(deutung: str, idle: str, tmp_path: Path) -> None:
    (befund,) = befunde_of(lambda: eingang(tmp_path, "-", f'zeichen = "-"\n{deutung}'))

    assert befund.ort == ORT
    assert f" {idle} " in befund.text


def test_reading_of_a_sign_that_no_cell_holds_is_refused(tmp_path: Path) -> None:
    (befund,) = befunde_of(lambda: eingang(tmp_path, ".", 'zeichen = "x"'))

    assert befund.ort == ORT
    assert "»x«" in befund.text
