"""What earlier editions have told is read as they left it, or refused with its place."""

from pathlib import Path

import pytest
from helfer import befunde_of

from reports.domain.formel import Summe
from reports.domain.vorausgabe import Bekannt
from reports.errors import Befund
from reports.reading.earlier import SIGNALE, Frueheres, read_frueheres
from reports.reading.known import BEKANNT

KOPF = "ausgabe,schluessel,jahr,summe,wert,zeichen,mitglieder\n"
GUT = "2020/2,03241001,2019,alo_u25,12,,\n"
AREAS = {"03241001": "", "umland": "5d41402a"}


def signale(jahr: int, ausgabe: int = 1) -> str:
    return f'{{"jahr": {jahr}, "ausgabe": {ausgabe}, "signale": []}}'


def read(folder: Path, bekannt: str = "", signals: str = "") -> Frueheres:
    """What the edition 2022/1 finds in the folder of the edition before."""
    (folder / "vorausgabe").mkdir()
    for name, text in ((BEKANNT, bekannt), (SIGNALE, signals)):
        if text:
            (folder / name).write_text(text, encoding="utf-8", newline="")
    return read_frueheres(folder, jahr=2022, ausgabe=1, gebiete=AREAS)


def refused(folder: Path, *rows: str) -> tuple[Befund, ...]:
    return befunde_of(lambda: read(folder, KOPF + "".join(f"{row}\n" for row in rows)))


def test_without_files_nothing_is_known_of_an_edition_before(tmp_path: Path) -> None:
    nothing = Frueheres(vorausgabe=None, bekannt=())

    assert read(tmp_path) == nothing
    assert read_frueheres(tmp_path / "keine", jahr=2022, ausgabe=1, gebiete=AREAS) == nothing


def test_counts_alone_name_no_edition_whose_signals_would_be_known(tmp_path: Path) -> None:
    rows = [GUT, GUT.replace("2020/2", "2020/10").replace("12", "13"), GUT.replace("2020", "2009")]

    found = read(tmp_path, KOPF + "".join(rows))

    assert found.vorausgabe is None
    assert [known.wert for known in found.bekannt] == [12, 13, 12]


def test_signals_tell_the_name_of_the_edition_and_counts_stand_beside_them(tmp_path: Path) -> None:
    found = read(tmp_path, KOPF + GUT, signale(2021, 3))

    assert found.vorausgabe is not None
    assert (found.vorausgabe.name, len(found.bekannt)) == ("2021/3", 1)


def test_table_without_a_row_tells_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, KOPF).bekannt == ()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_row_is_a_count_or_the_sign_of_a_suppressed_one(end: str, tmp_path: Path) -> None:
    rows = "2021/1,umland,2020,ein - aus,-7,,5d41402a\n2021/1,03241001,2020,flaeche,204.05,,\n"
    rows += "2021/1,03241001,2018,alo_u25,,*,\n"

    found = read(tmp_path, (KOPF + rows).replace("\n", end))

    ein_aus = Summe(((1, "ein"), (-1, "aus")))
    expected = [
        ("umland", 2020, ein_aus, -7),
        ("03241001", 2020, Summe(((1, "flaeche"),)), 20405),
        ("03241001", 2018, Summe(((1, "alo_u25"),)), None),
    ]
    assert found.bekannt == tuple(
        Bekannt(ausgabe="2021/1", gebiet=gebiet, jahr=jahr, summe=summe, wert=wert)
        for gebiet, jahr, summe, wert in expected
    )


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("2021-1,03241001,2020,alo,7,,", ["»2021-1«", "Ausgabe"]),
        ("2021/0,03241001,2020,alo,7,,", ["»2021/0«", "Ausgabe"]),
        ("2021/1,03241001,20,alo,7,,", ["»20«", "Jahr"]),
        ("2021/1,03241009,2020,alo,7,,", ["»03241009«", "ausgabe.toml"]),
        ("2021/1,03241001,2020,2 * alo,7,,", ["»2 * alo«", "Summe"]),
        ("2021/1,03241001,2020,,7,,", ["»«", "Summe"]),
        ('2021/1,03241001,2020,alo,"7,5",,', ["»7,5«", "Zahl"]),
        ("2021/1,03241001,2020,alo,viele,,", ["»viele«", "Zahl"]),
        ("2021/1,03241001,2020,alo,,.,", ["».«", "»*«"]),
        ("2021/1,03241001,2020,alo,7,*,", ["sowohl", "Zeichen"]),
        ("2021/1,03241001,2020,alo,,,", ["weder", "Zeichen"]),
        ("2021/1,03241001,2020,alo,7,", ["6 statt 7 Felder"]),
        ("2021/1;umland;2020;alo;7;", ["1 statt 7 Felder"]),
        ("", ["0 statt 7 Felder"]),
        ("2021/1,umland,2020,alo,7,,7d793037", ["»umland«", "andere Kommunen"]),
        ("2021/1,umland,2020,alo,7,,", ["»umland«", "andere Kommunen"]),
    ],
)
def test_row_that_no_edition_writes_is_refused_with_its_line(
    row: str, words: list[str], tmp_path: Path
) -> None:
    (befund,) = refused(tmp_path, GUT.strip(), row)

    assert befund.code == "E-VORAUSGABE"
    assert str(befund.ort) == "vorausgabe/bekannt.csv, Zeile 3"
    assert [word for word in words if word not in befund.text + befund.abhilfe] == []


def test_same_count_of_the_same_edition_stands_once(tmp_path: Path) -> None:
    other = GUT.strip().replace(",12,", ",13,")

    (befund,) = refused(tmp_path, GUT.strip(), other, GUT.strip())

    assert str(befund.ort) == "vorausgabe/bekannt.csv, Zeile 3 und 1 weitere"
    assert "2020/2,03241001,2019,alo_u25" in befund.text


def test_rows_with_different_mistakes_are_told_together(tmp_path: Path) -> None:
    befunde = refused(tmp_path, "x,03241001,2020,alo,7,,", "2021/1,03241001,2020,alo,y,,")

    assert ["»x«" in befunde[0].text, "»y«" in befunde[1].text] == [True, True]


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (KOPF.replace("wert", "zahl"), ["»zahl« ist unbekannt"]),
        (KOPF.replace(",", ";"), ["Komma"]),
        (KOPF.replace("ausgabe,schluessel", "schluessel,ausgabe"), [KOPF.strip()]),
        ("\n", ["»«", "ausgabe,schluessel"]),
    ],
)
def test_other_columns_are_refused(head: str, words: list[str], tmp_path: Path) -> None:
    (befund,) = befunde_of(lambda: read(tmp_path, head + GUT))

    assert (befund.code, str(befund.ort)) == ("E-KOPF", "vorausgabe/bekannt.csv, Zeile 1")
    assert [word for word in words if word not in befund.text + befund.abhilfe] == []


@pytest.mark.parametrize("name", ["2022/1", "2023/1"])
def test_counts_of_this_edition_or_a_later_one_are_refused(name: str, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, GUT.strip(), GUT.strip().replace("2020/2", name))

    assert (befund.code, befund.ort) == ("E-VORAUSGABE", "vorausgabe/bekannt.csv")
    assert name in befund.text


def test_nobody_is_told_to_delete_what_is_known(tmp_path: Path) -> None:
    """Without the counts, what was published before would no longer be guarded against."""
    (befund,) = refused(tmp_path, GUT.strip().replace("2020/2", "2022/1"))

    assert "löschen" not in befund.abhilfe


def test_both_files_are_refused_together(tmp_path: Path) -> None:
    befunde = befunde_of(lambda: read(tmp_path, KOPF + "x\n", signale(2022)))

    assert [str(b.ort).partition(",")[0] for b in befunde] == [SIGNALE, BEKANNT]
