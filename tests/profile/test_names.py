"""Names of files are ASCII and never clash; a Stand is said as its source says it."""

from dataclasses import replace
from datetime import date

import pytest
from zahlen import echtes_material

from reports.domain.zeit import Zeitraum
from reports.edition import Edition, choose
from reports.profile.names import file_name, with_article, write_day, write_stand


def shipped_edition() -> Edition:
    return echtes_material().edition


@pytest.mark.parametrize(
    ("schluessel", "name"),
    [
        ("03241012", "Sozialstrukturprofil_2022_03241012_Neustadt-am-Ruebenberge_v1.pdf"),
        ("03241020", "Sozialstrukturprofil_2022_03241020_Wennigsen-Deister_v1.pdf"),
        ("03241001", "Sozialstrukturprofil_2022_03241001_Hannover_v1.pdf"),
        ("03241000", "Sozialstrukturprofil_2022_03241000_Region-Hannover_v1.pdf"),
    ],
)
def test_the_file_is_named_after_year_key_name_and_edition(schluessel: str, name: str) -> None:
    ausgabe = shipped_edition()

    assert file_name(ausgabe.gebiete.named(schluessel), ausgabe) == name


def test_all_file_names_are_ascii_short_and_different() -> None:
    ausgabe = shipped_edition()

    names = [file_name(gebiet, ausgabe) for gebiet in ausgabe.gebiete.alle]

    assert len(set(names)) == len(names) == 23
    assert all(name.isascii() and " " not in name and len(name) <= 80 for name in names)


def test_all_german_letters_are_written_out() -> None:
    ausgabe = shipped_edition()
    kommune = replace(ausgabe.gebiete.kommunen[0], name="Ärger Öl-Übung süß (Groß)")

    assert file_name(kommune, ausgabe).split("_")[3] == "Aerger-Oel-Uebung-suess-Gross"


def test_the_period_is_named_only_when_it_is_not_the_standard_one() -> None:
    ausgabe = shipped_edition()
    anders = choose(ausgabe, zeitraeume=[Zeitraum(2013, 2016)])
    hannover = ausgabe.gebiete.kommunen[0]

    assert "2011" not in file_name(hannover, ausgabe)
    assert file_name(hannover, anders) == (
        "Sozialstrukturprofil_2022_03241001_Hannover_2013-2016_v1.pdf"
    )


def test_a_group_has_its_article_in_a_sentence_and_a_kommune_none() -> None:
    areas = shipped_edition().gebiete

    assert with_article(areas.region) == "die Region Hannover"
    assert with_article(areas.named("03241019")) == "Wedemark"


def test_a_correction_has_another_name() -> None:
    ausgabe = shipped_edition()
    hannover = ausgabe.gebiete.kommunen[0]

    assert file_name(hannover, replace(ausgabe, ausgabe=2)).endswith("_v2.pdf")


@pytest.mark.parametrize(
    ("stichtag", "text"),
    [
        ("2022-12-31", "31.12.2022"),
        ("2015-06-30", "30.06.2015"),
        ("2022-05-15", "15.05.2022"),
        ("Jahressumme", "Jahr 2015"),
        ("Jahresdurchschnitt", "Ø 2015"),
        ("Schuljahr", "Schulj. 2015"),
        ("Jahr", "2015"),
    ],
)
def test_a_stand_is_a_day_or_what_the_source_calls_it(stichtag: str, text: str) -> None:
    assert write_stand(stichtag, 2015) == text


def test_a_day_is_written_with_two_digits() -> None:
    assert write_day(date(2023, 3, 1)) == "01.03.2023"
