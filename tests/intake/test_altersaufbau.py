"""The Altersaufbau of a catalogue: a short list that becomes two Kennzahlen a step."""

from pathlib import Path

import pytest
from helfer import KATALOG, KLEIN, befunde_of, write_input

from reports.domain.katalog import Altersgruppe, Katalog
from reports.edition import shipped
from reports.errors import Befund
from reports.intake.catalogue import read_katalog

STUFEN = (
    '{ von = 0, bis = 17, maenner = "bev_u18", frauen = "bev_u18" }',
    '{ von = 18, bis = 64, maenner = "bev_u18", frauen = "bev_u18" }',
    '{ von = 65, maenner = "bev_u18", frauen = "bev_u18" }',
)
DATEI = """
titel = "Altersaufbau"
rang = 2

[altersaufbau]
nenner = "bev"
nachkommastellen = 1
quelle = "Amt"
stichtag = "31.12."
erlaeuterung = "Von 100 Menschen haben so viele dieses Alter."
stufen = [{stufen}]
{mehr}
"""


def read(folder: Path, *stufen: str, mehr: str = "") -> Katalog:
    datei = DATEI.format(stufen=", ".join(stufen or STUFEN), mehr=mehr)
    files = {KATALOG: KLEIN[KATALOG], "katalog/altersaufbau.toml": datei}
    return read_katalog(write_input(folder, files))


def refused(folder: Path, *stufen: str, mehr: str = "") -> Befund:
    (befund,) = befunde_of(lambda: read(folder, *stufen, mehr=mehr))
    return befund


def test_each_step_becomes_the_share_of_its_men_and_of_its_women(tmp_path: Path) -> None:
    found = read(tmp_path)
    feld = found.themenfelder[-1]
    shares = found.kennzahlen_of(feld)

    assert [(k.nummer, k.titel) for k in shares[:2]] == [
        ("ALT01", "Anteil Männer unter 18 Jahre"),
        ("ALT02", "Anteil Frauen unter 18 Jahre"),
    ]
    assert [k.kurztitel for k in shares[2:]] == [
        "Männer 18 bis 64 Jahre",
        "Frauen 18 bis 64 Jahre",
        "Männer 65 Jahre und älter",
        "Frauen 65 Jahre und älter",
    ]
    assert {str(k.nenner) for k in shares} == {"bev"}
    assert feld.altersgruppen[0] == Altersgruppe(
        titel="unter 18 Jahre", von=0, bis=17, maenner="alter_m_0", frauen="alter_w_0"
    )


@pytest.mark.parametrize(
    ("stufen", "text"),
    [
        ((STUFEN[0], STUFEN[2]), "»65 Jahre und älter« beginnt nicht, wo »unter 18 Jahre« endet."),
        ((STUFEN[2], STUFEN[0]), "»unter 18 Jahre« beginnt nicht, wo »65 Jahre und älter« endet."),
        (STUFEN[1:], "Die Stufen reichen nicht von 0 bis zu einer letzten ohne bis."),
        (STUFEN[:2], "Die Stufen reichen nicht von 0 bis zu einer letzten ohne bis."),
    ],
)
def test_steps_leave_no_age_out_and_none_twice(
    stufen: tuple[str, ...], text: str, tmp_path: Path
) -> None:
    assert refused(tmp_path, *stufen).text == text


def test_an_unknown_merkmal_is_named(tmp_path: Path) -> None:
    found = befunde_of(
        lambda: read(tmp_path, STUFEN[0].replace("bev_u18", "bev_x", 1), *STUFEN[1:])
    )

    assert any("bev_x" in befund.text for befund in found)
    assert {befund.ort for befund in found} == {"katalog/altersaufbau.toml, [altersaufbau]"}


def test_a_chapter_is_of_one_kind(tmp_path: Path) -> None:
    befund = refused(tmp_path, mehr='[[kennzahl]]\nid = "x"')

    assert befund.text == "Ein Themenfeld mit [altersaufbau] hat keine weiteren Kennzahlen."


def test_the_shipped_steps_count_every_inhabitant_once() -> None:
    """Their Merkmale are those that the Zerlegung of the men and that of the women name."""
    found = read_katalog(shipped("input"))
    feld = next(feld for feld in found.themenfelder if feld.altersgruppen)
    counted = {k.zaehler.merkmale[0] for k in found.kennzahlen_of(feld)}
    parts = [
        {*z.teile} for z in found.zerlegungen if z.ganzes in {"bev_m", "bev_w"} and z.vollstaendig
    ]

    assert len(counted) == 34
    assert counted == {name for part in parts if len(part) == 17 for name in part}
