"""Figures that are wrong at their source, corrected as data."""

from pathlib import Path

import pytest
from helfer import GUT, LIEFERUNG, befunde_of, write_input

from reports.domain.zeichen import Kennzeichen
from reports.edition import read_edition
from reports.errors import Befund, Stelle
from reports.intake.bestand import Eingang, read_eingang

KORREKTUREN = "korrekturen.toml"
FALSCH = GUT.replace(";bev;800", ";bev;8000")
KORREKTUR = """
[[korrektur]]
merkmal = "bev"
ags = "03241003"
jahr = 2018
erwartet = "8000"
neu = "800"
grund = "Eine Null zu viel."
gemeldet = "Amt für Statistik"
am = 2021-05-03
"""


def eingang(folder: Path, korrekturen: str, delivery: str = FALSCH) -> Eingang:
    files = {KORREKTUREN: korrekturen, LIEFERUNG: delivery}
    return read_eingang(read_edition(write_input(folder, files)))


def refused(folder: Path, korrekturen: str, delivery: str = FALSCH) -> tuple[Befund, ...]:
    return befunde_of(lambda: eingang(folder, korrekturen, delivery))


def test_corrected_figure_is_marked_and_the_delivered_one_kept(tmp_path: Path) -> None:
    bestand = eingang(tmp_path, KORREKTUR).bestand.to_dicts()

    (cell,) = (cell for cell in bestand if cell["kennzeichen"])
    assert (cell["gebiet"], cell["jahr"], cell["merkmal"]) == ("03241003", 2018, "bev")
    assert (cell["wert"], cell["roh"]) == (800, "8000")
    assert cell["kennzeichen"] == Kennzeichen.BERICHTIGT


def test_correction_of_a_mended_source_is_refused_at_its_cell(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, KORREKTUR, GUT)

    assert befund.code == "E-KORREKTUR"
    line = next(n for n, text in enumerate(GUT.splitlines(), start=1) if text.endswith(";bev;800"))
    assert befund.ort == Stelle(LIEFERUNG, zelle=f"F{line}")
    assert all(word in befund.text for word in ("»8000«", "»800«"))


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("jahr = 2018", "jahr = 2017", "2017"),
        ('"03241003"', '"03241009"', "03241009"),
        ('"bev"', '"bevv"', "»bev«"),
    ],
)
def test_correction_of_what_was_not_delivered_is_refused(
    old: str, new: str, word: str, tmp_path: Path
) -> None:
    befunde = refused(tmp_path, KORREKTUR.replace(old, new), GUT)

    assert {befund.code for befund in befunde} == {"E-KORREKTUR"}
    assert any(word in str(befund) for befund in befunde)


def test_cell_is_corrected_once_only(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, KORREKTUR + KORREKTUR)

    assert "zweimal" in befund.text


def test_correction_is_read_like_a_delivered_cell(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, KORREKTUR.replace('neu = "800"', 'neu = "achthundert"'))

    assert befund.code == "E-ZEICHEN"
