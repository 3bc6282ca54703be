"""Tables as offices lay them out, built by hand cell by cell."""

from pathlib import Path

import pytest
from helfer import GEBIETE, befunde_of, write_input

from reports.domain.quelle import Dateiformat, Lieferdatei, Tabellenform, Umfang, Wertspalte
from reports.edition import read_edition
from reports.intake.grids.tafel import Feld, Inhalt, Reihe, Tafel
from reports.intake.keys import Schluesselwerk, schluesselwerk
from reports.intake.lieferzelle import Auszug
from reports.intake.tables.tabelle import read_tabelle

BEV = Wertspalte(kopf="Einwohner", merkmal="bev", jahr=2020)
FORM = Tabellenform(schluessel="Schlüssel", name="Gebiet")
KOPF = "Schlüssel;Gebiet;Einwohner"
ROWS = [f"{ags};{name};{n}" for n, (ags, name) in enumerate(GEBIETE.items(), start=100)]


@pytest.fixture
def werk(tmp_path: Path) -> Schluesselwerk:
    return schluesselwerk(read_edition(write_input(tmp_path)).gebiete)


def tafel(*lines: str, blatt: str = "") -> Tafel:
    """A sheet of text cells, one line a row, cells set off by semicolons."""
    rows = enumerate(lines, start=1)
    return Tafel(
        blatt=blatt,
        reihen=[Reihe(n, [Feld(text) for text in line.split(";")]) for n, line in rows],
    )


def datei(form: Tabellenform = FORM, *spalten: Wertspalte) -> Lieferdatei:
    return Lieferdatei(
        name="t.csv",
        titel="T",
        tabelle="1",
        url="https://example.org",
        stichtag="31.12.",
        gebiete=Umfang.KOMMUNEN_UND_REGION,
        format=Dateiformat.TABELLE,
        tabellenform=form,
        spalte=spalten or (BEV,),
    )


def figures(auszug: Auszug) -> list[tuple[str, str, str, str, str]]:
    return [(z.gebiet, z.jahr, z.merkmal, z.feld.text, z.zelle) for z in auszug.zellen]


def test_each_area_gives_its_figure_with_its_cell(werk: Schluesselwerk) -> None:
    auszug = read_tabelle(tafel(KOPF, *ROWS), datei(), "t.csv", werk)

    assert figures(auszug) == [
        (ags, "2020", "bev", str(100 + n), f"C{n + 2}") for n, ags in enumerate(GEBIETE)
    ]
    assert not auszug.funde


def test_title_blank_and_footer_rows_are_left_out_and_counted(werk: Schluesselwerk) -> None:
    sheet = tafel(
        *("Einwohner am 31.12.2020;;", ";;", KOPF, *ROWS, ";;"),
        *("1) vorläufig;;", "© Amt für Statistik", "__________", "Stand: 03.04.2021", "beliebig"),
    )

    auszug = read_tabelle(sheet, datei(), "t.csv", werk)

    assert len(auszug.zellen) == len(GEBIETE)
    assert not auszug.funde
    assert auszug.vorspann == ["Einwohner am 31.12.2020"]
    assert auszug.uebersprungen == {"Fußzeilen": 5, "Titelzeilen": 1, "leere Zeilen": 1}


def test_column_that_nobody_names_is_counted(werk: Schluesselwerk) -> None:
    rows = [f"{row};7" for row in ROWS]

    auszug = read_tabelle(tafel(f"{KOPF};davon weiblich", *rows), datei(), "t.csv", werk)

    assert auszug.uebersprungen == {"weitere Spalten": 1}


def test_declared_totals_and_foreign_areas_are_left_out(werk: Schluesselwerk) -> None:
    form = Tabellenform(
        schluessel="Schlüssel", name="Gebiet", summen=("Insgesamt",), fremde_gebiete=True
    )
    sheet = tafel(KOPF, *ROWS, ";Insgesamt;999", "03158004;Burgdorf;7", "DG;Deutschland;83")

    auszug = read_tabelle(sheet, datei(form), "t.csv", werk)

    assert len(auszug.zellen) == len(GEBIETE)
    assert auszug.uebersprungen == {"Summenzeilen": 1, "Zeilen fremder Gebiete": 2}


@pytest.mark.parametrize(
    ("row", "code", "zelle"),
    [
        (";Insgesamt;999", "E-ZEILE", "B6"),
        ("03158004;Burgdorf;7", "E-AGS", "A6"),
        ("03241001;Krumm am Bach;7", "E-NAME", "A6"),
        ("03241001;Großau", "E-TRENN", "Zeile 6"),
        ("Anmerkung;;7", "E-ZEILE", "A6"),
    ],
)
def test_row_that_is_no_area_and_not_declared_is_found(
    row: str, code: str, zelle: str, werk: Schluesselwerk
) -> None:
    auszug = read_tabelle(tafel(KOPF, *ROWS, row), datei(), "t.csv", werk)

    assert [(fund.code, fund.zelle) for fund in auszug.funde] == [(code, zelle)]


@pytest.mark.parametrize(
    "note",
    ["1)Ohne Nebenwohnsitz", "¹ vorläufig", "– = nichts vorhanden", ";Alle Angaben geprüft;"],
)
def test_text_alone_below_the_last_area_is_a_note(note: str, werk: Schluesselwerk) -> None:
    auszug = read_tabelle(tafel(KOPF, *ROWS, note), datei(), "t.csv", werk)

    assert not auszug.funde
    assert auszug.uebersprungen == {"Fußzeilen": 1}


@pytest.mark.parametrize("row", [";Grossau am Bach;", "vorläufig;;"])
def test_text_alone_between_areas_is_found(row: str, werk: Schluesselwerk) -> None:
    auszug = read_tabelle(tafel(KOPF, ROWS[0], row, *ROWS[1:]), datei(), "t.csv", werk)

    assert [fund.zelle[1:] for fund in auszug.funde] == ["3"]


@pytest.mark.parametrize("row", [";;999", "999;;", "Zusammen;;999"])
def test_figure_below_the_last_area_is_found(row: str, werk: Schluesselwerk) -> None:
    auszug = read_tabelle(tafel(KOPF, *ROWS, row), datei(), "t.csv", werk)

    assert len(auszug.funde) == 1


def test_note_in_a_merged_row_of_a_workbook_is_one_text(werk: Schluesselwerk) -> None:
    sheet = tafel(KOPF, *ROWS, blatt="Daten")
    copy = Feld("Ohne Gewähr", verbunden=True)
    note = Reihe(len(ROWS) + 2, [Feld("Ohne Gewähr"), copy, copy])

    auszug = read_tabelle(
        Tafel(blatt="Daten", reihen=[*sheet.reihen, note]), datei(), "t.xlsx", werk
    )

    assert auszug.uebersprungen == {"Fußzeilen": 1}


@pytest.mark.parametrize("row", ["03241001;;7", ";Großau;7", ";Gross;7"])
def test_figures_of_an_area_under_the_line_are_found_by_key_or_name(
    row: str, werk: Schluesselwerk
) -> None:
    form = Tabellenform(schluessel="Schlüssel", name="Gebiet", namen={"Gross": "3241001"})
    auszug = read_tabelle(tafel(KOPF, *ROWS, "_____;;", row), datei(form), "t.csv", werk)

    assert [(fund.code, fund.zelle[1:]) for fund in auszug.funde] == [("E-ZEILE", "7")]


@pytest.mark.parametrize("head", ["Einwohner¹", "Einwohner⁴)", "Einwohner 1)"])
def test_mark_of_a_footnote_behind_a_head_is_overlooked(head: str, werk: Schluesselwerk) -> None:
    sheet = tafel(KOPF.replace("Einwohner", head), *ROWS)

    assert len(read_tabelle(sheet, datei(), "t.csv", werk).zellen) == len(GEBIETE)


def test_square_metres_are_no_footnote(werk: Schluesselwerk) -> None:
    flaeche = Wertspalte(kopf="Wohnfläche in m", merkmal="bev", jahr=2020)
    sheet = tafel("Schlüssel;Gebiet;Wohnfläche in m²", *ROWS)

    (befund,) = befunde_of(lambda: read_tabelle(sheet, datei(FORM, flaeche), "t.csv", werk))

    assert befund.code == "E-KOPF"


def test_heads_that_differ_by_their_footnotes_only_are_told_apart(werk: Schluesselwerk) -> None:
    zweite = Wertspalte(kopf="Einwohner 2)", merkmal="bev", jahr=2020)
    sheet = tafel("Schlüssel;Gebiet;Einwohner 1);Einwohner 2)", *(f"{row};5" for row in ROWS))

    auszug = read_tabelle(sheet, datei(FORM, zweite), "t.csv", werk)

    assert {zelle[0] for *_, zelle in figures(auszug)} == {"D"}
    assert befunde_of(lambda: read_tabelle(sheet, datei(), "t.csv", werk))[0].code == "E-SPALTE"


def test_declared_name_of_the_region_makes_its_total_a_control(werk: Schluesselwerk) -> None:
    form = Tabellenform(schluessel="Schlüssel", name="Gebiet", namen={"Insgesamt": "03241000"})
    sheet = tafel(KOPF, *ROWS[1:], ";Insgesamt;999")

    auszug = read_tabelle(sheet, datei(form), "t.csv", werk)

    assert figures(auszug)[-1][0] == "03241000"


def test_head_of_several_rows_is_joined_from_top_to_bottom(werk: Schluesselwerk) -> None:
    form = Tabellenform(schluessel="Spalte A", name="Spalte B", kopfzeilen=2)
    spalte = Wertspalte(kopf="Einwohner | weiblich", merkmal="bev", jahr=2020)
    sheet = tafel(";;Einwohner;Einwohner", ";;insgesamt;weiblich", *(f"{row};5" for row in ROWS))

    auszug = read_tabelle(sheet, datei(form, spalte), "t.csv", werk)

    assert {cell[3:] for cell in figures(auszug)} == {("5", f"D{n}") for n in range(3, 7)}


def test_one_entry_reads_a_column_a_year(werk: Schluesselwerk) -> None:
    spalte = Wertspalte(kopf="Einwohner {jahr}", merkmal="bev", jahre=(2019, 2020))
    head = "Schlüssel;Gebiet;Einwohner 2019;Einwohner 2020;Anteil 2020"

    auszug = read_tabelle(
        tafel(head, *(f"{row};5;6" for row in ROWS)), datei(FORM, spalte), "t.csv", werk
    )

    assert {(jahr, zelle[0]) for _, jahr, _, _, zelle in figures(auszug)} == {
        ("2019", "C"),
        ("2020", "D"),
    }


def test_long_table_gives_each_row_to_the_entry_it_meets(werk: Schluesselwerk) -> None:
    form = Tabellenform(schluessel="Schlüssel", name="Gebiet", jahr="Jahr")
    frauen = Wertspalte(kopf="Anzahl", merkmal="bev", nur={"Geschlecht": "weiblich"})
    head = "Jahr;Schlüssel;Gebiet;Geschlecht;Anzahl"
    rows = ["2020;03241001;Großau;weiblich;5", "2020;03241001;Großau;männlich;6"]

    auszug = read_tabelle(tafel(head, *rows), datei(form, frauen), "t.csv", werk)

    assert figures(auszug) == [("03241001", "2020", "bev", "5", "E2")]
    assert auszug.uebersprungen == {"Zeilen anderer Ausprägungen": 1}


def test_key_and_name_may_share_a_cell(werk: Schluesselwerk) -> None:
    form = Tabellenform(schluessel="Gebiet", name="Gebiet")
    rows = [f"{ags} {name};7" for ags, name in GEBIETE.items()]

    auszug = read_tabelle(tafel("Gebiet;Einwohner", *rows), datei(form), "t.csv", werk)

    assert [cell[0] for cell in figures(auszug)] == list(GEBIETE)
    wrong = read_tabelle(
        tafel("Gebiet;Einwohner", "03241001 Krumm am Bach;7"), datei(form), "t.csv", werk
    )
    assert [fund.code for fund in wrong.funde] == ["E-NAME"]


def test_number_of_a_workbook_keeps_its_kind(werk: Schluesselwerk) -> None:
    sheet = tafel(KOPF, blatt="Daten")
    row = Reihe(2, [Feld("3241001", Inhalt.ZAHL), Feld("Großau"), Feld("5", Inhalt.ZAHL)])

    auszug = read_tabelle(
        Tafel(blatt="Daten", reihen=[*sheet.reihen, row]), datei(), "t.xlsx", werk
    )

    assert auszug.zellen[0].gebiet == "03241001"
    assert auszug.zellen[0].feld.art is Inhalt.ZAHL


def test_short_row_of_a_workbook_has_empty_cells(werk: Schluesselwerk) -> None:
    auszug = read_tabelle(tafel(KOPF, "03241001;Großau", blatt="Daten"), datei(), "t.xlsx", werk)

    assert auszug.zellen[0].feld.leer
    assert not auszug.funde


@pytest.mark.parametrize(
    ("head", "code", "words"),
    [
        ("Schlüssel;Gebiet;Einwohnr", "E-KOPF", ["»Einwohner«", "»Einwohnr«"]),
        ("Kreis;Ort;Zahl", "E-KOPF", ["»Schlüssel«", "»Gebiet«", "»Einwohner«"]),
        ("Schlüssel;Gebiet;Einwohner;Einwohner", "E-SPALTE", ["»Einwohner«"]),
    ],
)
def test_head_that_is_not_as_declared_is_refused(
    head: str, code: str, words: list[str], werk: Schluesselwerk
) -> None:
    (befund,) = befunde_of(lambda: read_tabelle(tafel("Titel", head), datei(), "t.csv", werk))

    assert befund.code == code
    assert all(word in str(befund) for word in words)


@pytest.mark.parametrize(
    ("heads", "word"),
    [
        ("Einwohner 2019;Einwohner 2002", "»Einwohner 2020«"),
        ("Einwohner 2019;Einwohner 2020 p", "»Einwohner 2020«"),
        ("Einwohner 2019;Einwohner 2020;Einwohner 2021", "»Einwohner 2021«"),
        ("Einwohner 2019;Einwohner 2020;Einwohner 2020", "»Einwohner 2020«"),
    ],
    ids=["misspelt", "with a mark", "one more", "twice"],
)
def test_years_in_heads_are_exactly_those_of_the_profile(
    heads: str, word: str, werk: Schluesselwerk
) -> None:
    spalte = Wertspalte(kopf="Einwohner {jahr}", merkmal="bev", jahre=(2019, 2020))
    sheet = tafel(f"Schlüssel;Gebiet;{heads}")

    befunde = befunde_of(lambda: read_tabelle(sheet, datei(FORM, spalte), "t.csv", werk))

    assert {befund.code for befund in befunde} == {"E-KOPF"}
    assert any(word in befund.text for befund in befunde)
