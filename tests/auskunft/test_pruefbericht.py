"""The Prüfbericht as a page and as a workbook."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from fragen import eingang
from helfer import contents
from lxml.html import HtmlElement, document_fromstring
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from zahlen import A, katalog, kennzahl

from reports.auskunft.bestaetigung import pruefkennung
from reports.auskunft.pruefbericht import INTERN, Pruefbericht, bericht_of, write_pruefbericht
from reports.errors import AblageFehler, Befund, Schwere, Stelle
from reports.intake.checks import Kontrollsumme

FEHLER = Befund(
    code="E-ZAHL",
    ort=Stelle("lieferungen/amt/a.xlsx", "Daten", "F17", 3),
    text="»12 <b>« ist keine Zahl.",
    abhilfe="Prüfen.",
)
WARNUNG = Befund(
    code="W-UNBESTAETIGT",
    ort=Stelle("lieferungen/amt/b.csv", "", "F102"),
    text="Sprung bei »alo« 2020.",
    abhilfe="Vergleichen.",
    schwere=Schwere.WARNUNG,
)
ANDERSWO = Befund(code="E-TOML", ort="ausgabe.toml, Zeile 3", text="=1+1", abhilfe="@Amt fragen.")
SUMME = Kontrollsumme(
    ort=Stelle("lieferungen/amt/b.csv", "", "F3"),
    merkmal="flaeche",
    jahr=2020,
    summe=Decimal("12345.50"),
    geliefert=Decimal("12346.00"),
    spielraum=Decimal(0),
)


def gut() -> Pruefbericht:
    source = eingang([(A, 2020, "alo", 4)], katalog(kennzahl("zahl", "alo")), warnungen=(WARNUNG,))
    return replace(bericht_of(source), kontrollsummen=(SUMME,))


def written(folder: Path, bericht: Pruefbericht) -> Path:
    write_pruefbericht(folder / "bericht", bericht, eingabe=folder / "input")
    return folder / "bericht"


def page(folder: Path, bericht: Pruefbericht) -> HtmlElement:
    text = (written(folder, bericht) / "pruefbericht.html").read_text(encoding="utf-8")
    return document_fromstring(text)


def sheet(folder: Path, bericht: Pruefbericht, name: str = "Befunde") -> Worksheet:
    return load_workbook(written(folder, bericht) / "pruefbericht.xlsx")[name]


def cells(table: HtmlElement) -> list[list[str]]:
    return [[cell.text_content() for cell in row.findall("td")] for row in table.iter("tr")][1:]


def head_row(found: Worksheet) -> int:
    """The row of the heads, on which the filter stands."""
    return int(re.match(r"[A-Z]+(\d+)", found.auto_filter.ref)[1])


def test_both_files_say_that_they_are_internal(tmp_path: Path) -> None:
    assert INTERN in page(tmp_path, gut()).text_content()
    assert sheet(tmp_path, gut()).cell(1, 1).value == INTERN


def test_head_says_that_there_are_errors_and_how_many(tmp_path: Path) -> None:
    bericht = Pruefbericht(befunde=(WARNUNG, FEHLER, ANDERSWO))

    text = page(tmp_path, bericht).text_content()

    assert "2 Fehler, 1 Warnung. Solange Fehler bestehen, wird nichts gedruckt." in text
    assert "--bestaetigt" not in text


def test_head_names_the_kennung_of_open_findings(tmp_path: Path) -> None:
    text = page(tmp_path, gut()).text_content()

    assert "0 Fehler, 1 Warnung." in text
    assert f"--bestaetigt {pruefkennung([WARNUNG])}" in text


def test_findings_stand_one_a_row_errors_first(tmp_path: Path) -> None:
    bericht = Pruefbericht(befunde=(WARNUNG, FEHLER, ANDERSWO))
    expected = [
        ["Fehler", "E-ZAHL", "lieferungen/amt/a.xlsx", "Daten", "F17", "3"],
        ["Fehler", "E-TOML", "ausgabe.toml, Zeile 3", "", "", ""],
        ["Warnung", "W-UNBESTAETIGT", "lieferungen/amt/b.csv", "", "F102", ""],
    ]

    found = sheet(tmp_path, bericht)
    rows = found.iter_rows(min_row=head_row(found) + 1, values_only=True)

    assert [row[:6] for row in cells(page(tmp_path, bericht).find(".//table"))] == expected
    assert [["" if v is None else str(v) for v in row[:6]] for row in rows] == expected


def test_text_of_a_cell_is_not_taken_for_markup(tmp_path: Path) -> None:
    (row,) = cells(page(tmp_path, Pruefbericht(befunde=(FEHLER,))).find(".//table"))

    assert row[6] == "»12 <b>« ist keine Zahl."


def test_every_file_that_was_read_is_listed_with_its_hash(tmp_path: Path) -> None:
    bericht = gut()
    (lesung,) = bericht.lesungen
    found = sheet(tmp_path, bericht, "Gelesen")

    (row,) = found.iter_rows(min_row=head_row(found) + 1, values_only=True)

    assert row[0] == lesung.datei
    assert row[3:5] == (1, 0)
    assert row[5:] == ("Titelzeilen: 6, leere Zeilen: 2", lesung.sha256)
    assert cells(page(tmp_path, bericht).findall(".//table")[1])[0][6] == lesung.sha256


def test_sums_stand_beside_their_totals(tmp_path: Path) -> None:
    found = sheet(tmp_path, gut(), "Kontrollsummen")

    (row,) = found.iter_rows(min_row=head_row(found) + 1)
    (html,) = cells(page(tmp_path, gut()).findall(".//table")[2])

    assert [cell.value for cell in row] == ["flaeche", 2020, 12345.5, 12346, -0.5]
    assert [cell.number_format for cell in row[1:]] == ["0", *["#,##0.00"] * 3]
    assert html == ["flaeche", "2020", "12.345,50", "12.346,00", "−0,50"]


def test_without_readings_the_report_says_why(tmp_path: Path) -> None:
    bericht = Pruefbericht(befunde=(FEHLER,))

    assert page(tmp_path, bericht).text_content().count("Ein Fehler hat das Lesen beendet") == 2
    assert "Ein Fehler" in str(sheet(tmp_path, bericht, "Gelesen")["A5"].value)


@pytest.mark.parametrize("text", ["=1+1", "+49", "-5", "@SUM(A1)", "#N/A", "\t=1+1"])
def test_nothing_delivered_becomes_a_formula(text: str, tmp_path: Path) -> None:
    bericht = Pruefbericht(befunde=(replace(FEHLER, text=text),))
    found = sheet(tmp_path, bericht)

    cell = found.cell(head_row(found) + 1, 7)

    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix or text == "#N/A"


def test_characters_that_no_file_can_hold_are_replaced(tmp_path: Path) -> None:
    bericht = Pruefbericht(befunde=(replace(FEHLER, text="»1\x002\x0b« ist keine Zahl."),))
    found = sheet(tmp_path, bericht)

    expected = "»1\N{REPLACEMENT CHARACTER}2\N{REPLACEMENT CHARACTER}« ist keine Zahl."
    assert found.cell(head_row(found) + 1, 7).value == expected
    assert cells(page(tmp_path, bericht).find(".//table"))[0][6] == expected


@pytest.mark.parametrize("name", ["Befunde", "Gelesen", "Kontrollsummen"])
def test_sheet_can_be_filtered_and_keeps_its_head_in_sight(name: str, tmp_path: Path) -> None:
    found = sheet(tmp_path, gut(), name)
    head = head_row(found)
    last = found.cell(head, found.max_column).coordinate.rstrip("0123456789")

    assert found.auto_filter.ref == f"A{head}:{last}{head + 1}"
    assert found.freeze_panes == f"A{head + 1}"
    assert all(found.cell(head, column).value for column in range(1, found.max_column + 1))
    assert all(cell.alignment.wrap_text for cell in found[head + 1])
    assert min(d.width for d in found.column_dimensions.values()) >= 8


def test_page_is_sorted_by_buttons_in_heads_that_say_so(tmp_path: Path) -> None:
    found = page(tmp_path, gut())
    heads = found.findall(".//th")

    assert len(heads) == 8 + 7 + 5
    assert {head.get("scope") for head in heads} == {"col"}
    assert {head.get("aria-sort") for head in heads} == {"none"}
    assert [head.find("button").get("type") for head in heads] == ["button"] * len(heads)


def test_page_asks_for_nothing_outside_of_itself(tmp_path: Path) -> None:
    text = (written(tmp_path, gut()) / "pruefbericht.html").read_text(encoding="utf-8")

    assert not re.findall(r"https?:|//\w|url\(|@import|<(?:link|img|iframe)|\bsrc=|\bhref=", text)
    assert "default-src 'none'" in text


def test_same_findings_make_the_same_bytes(tmp_path: Path) -> None:
    first = contents(written(tmp_path / "a", gut()))
    second = contents(written(tmp_path / "b", gut()))

    assert first == second
    assert len(first) == 2


def test_workbook_names_no_day_of_its_own(tmp_path: Path) -> None:
    book = load_workbook(written(tmp_path, gut()) / "pruefbericht.xlsx")

    assert book.properties.created.year == book.properties.modified.year == 2000


def test_new_report_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    written(tmp_path, Pruefbericht(befunde=(FEHLER,)))

    folder = written(tmp_path, Pruefbericht(befunde=()))

    assert "E-ZAHL" not in (folder / "pruefbericht.html").read_text(encoding="utf-8")
    assert set(contents(folder)) == {"pruefbericht.html", "pruefbericht.xlsx"}


@pytest.mark.parametrize("place", ["datei", "datei/unten"])
def test_place_that_cannot_be_written_is_refused(place: str, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("x")

    with pytest.raises(AblageFehler, match="--bericht"):
        write_pruefbericht(tmp_path / place, gut(), eingabe=tmp_path / "input")

    assert (tmp_path / "datei").read_text() == "x"


@pytest.mark.parametrize(
    "place", ["output", "output/neu", "output/2020/1", "output/2020/1/daten/x", "input", "input/x"]
)
def test_report_is_kept_away_from_editions_and_input(place: str, tmp_path: Path) -> None:
    (tmp_path / "output/2020/1/daten").mkdir(parents=True)
    (tmp_path / "output/2020/1/daten/ausgabe.json").write_text("{}")
    before = contents(tmp_path)

    with pytest.raises(AblageFehler):
        write_pruefbericht(tmp_path / place, gut(), eingabe=tmp_path / "input")

    assert contents(tmp_path) == before
