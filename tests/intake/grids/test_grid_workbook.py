"""Workbooks with everything that Excel does to figures, built cell by cell."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import TypeAlias

import pytest
from helfer import befunde_of
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart
from openpyxl.worksheet.worksheet import Worksheet

from reports.errors import EingabeFehler, Schwere
from reports.intake.grids.tafel import Feld, Inhalt, Tafel
from reports.intake.grids.workbook import Mappe, read_mappe

Wert: TypeAlias = str | float | date | time | timedelta | CellRichText
BLATT = "xl/worksheets/sheet1.xml"


def new_book(blatt: str) -> tuple[Workbook, Worksheet]:
    """A workbook and its only sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    return book, book.create_sheet(blatt)


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def saved_with(fill: Callable[[Worksheet], object]) -> bytes:
    book, sheet = new_book("Daten")
    fill(sheet)
    return saved(book)


def mappe(fill: Callable[[Worksheet], object]) -> Mappe:
    """A workbook whose only sheet »Daten« is filled so."""
    return read_mappe(saved_with(fill), "amt/b.xlsx")


def patched(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one of its parts changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return buffer.getvalue()


def with_cells(xml: str) -> bytes:
    """A workbook whose only sheet has these rows, as other programs write them."""
    rows = f"<sheetData>{xml}</sheetData>".encode()
    return patched(
        saved(Workbook()), BLATT, lambda old: re.sub(rb"<sheetData.*?/(sheetData)?>", rows, old)
    )


def only(found: Mappe) -> Tafel:
    (tafel,) = found.tafeln
    return tafel


def texts(tafel: Tafel) -> list[tuple[int, list[str]]]:
    return [(row.nummer, [feld.text for feld in row.felder]) for row in tafel.reihen]


def cell(value: Wert, number_format: str = "General") -> Feld:
    """How a cell with that value is read."""

    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = value
        sheet["A1"].number_format = number_format

    return only(mappe(fill)).reihen[0].felder[0]


def raw_cell(xml: str) -> Feld:
    """How a cell is read that is written so; one beside it keeps the row from being empty."""
    content = with_cells(f'<row r="1">{xml}<c r="B1"><v>1</v></c></row>')
    return only(read_mappe(content, "b.xlsx")).reihen[0].felder[0]


@pytest.mark.parametrize(
    ("value", "text", "zahl"),
    [
        (3241001, "3241001", "3241001"),
        (12.5, "12,5", "12.5"),
        (12.0, "12", "12"),
        (0, "0", "0"),
        (-7, "-7", "-7"),
        (12.345, "12,345", "12.345"),
        (0.1 + 0.2, "0,3", "0.3"),
        (1.1 * 3, "3,3", "3.3"),
        (4.35 * 100, "435", "435"),
        (2.9999999999, "3", "3"),
        (1234567890.12, "1234567890,12", "1234567890.12"),
        (1e15, "1000000000000000", "1000000000000000"),
        (1e21, "1000000000000000000000", "1000000000000000000000"),
        (0.00012, "0,00012", "0.00012"),
    ],
)
def test_number_stays_a_number_without_the_noise_of_its_fraction(
    value: float, text: str, zahl: str
) -> None:
    assert cell(value) == Feld(text, Inhalt.ZAHL, Decimal(zahl))


@pytest.mark.parametrize(
    ("value", "number_format", "text", "zahl"),
    [
        (0.082, "0.0%", "8,2 %", "0.082"),
        (0.07 * 1.1, "0%", "7,7 %", "0.077"),
        (0.5, "0%", "50 %", "0.5"),
        (1, "0.00 %", "100 %", "1"),
        (-0.031, "0.0%;[Red]-0.0%", "-3,1 %", "-0.031"),
    ],
)
def test_percentage_is_told_by_its_format(
    value: float, number_format: str, text: str, zahl: str
) -> None:
    assert cell(value, number_format) == Feld(text, Inhalt.PROZENT, Decimal(zahl))


@pytest.mark.parametrize(
    ("value", "number_format"),
    [
        *(
            (12, one)
            for one in (
                "[Red]0",
                "_-* #,##0 _D_M",
                "#,##0\\ [$€-407]",
                "0.00E+00",
            )
        ),
        *(
            (12, one)
            for one in ('#,##0.00 "€"', '"EUR" 0', "# ##0", "@", "+0", "00000000", "0;-0;;@")
        ),
        *((0, one) for one in ('_-* "-"??_-', '0;-0;"-"0')),
        *((-12, one) for one in ("#,##0;(#,##0)", '0;"-"0', "0;[Red]0", "#,##0 €;-#,##0 €")),
    ],
)
def test_number_that_a_format_prints_as_it_is_is_a_number(value: int, number_format: str) -> None:
    assert cell(value, number_format) == Feld(str(value), Inhalt.ZAHL, Decimal(value))


@pytest.mark.parametrize("number_format", ['0" %"', r"0\%"])
def test_percent_sign_beside_a_number_is_its_unit(number_format: str) -> None:
    assert cell(12, number_format) == Feld("12 %")


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (2, '[<3]"*";#,##0', "*"),
        (2, '[>=3]0;"*"', "*"),
        (12, '"*"', "*"),
        (12, "**", "*"),
        (0, '0;-0;"–"', "–"),
        (0, "0;-0;\\–;@", "–"),
        (2, '0;-0;0;"x"', "2"),
        (3, '[<3]"*";#,##0', "3"),
        (3, '[=0]"-";[<3]"*";0', "3"),
        (2, '[=0]"-";[<3]"*";0', "*"),
    ],
)
def test_sign_that_a_format_prints_instead_of_a_number_is_the_content(
    value: int, number_format: str, text: str
) -> None:
    feld = cell(value, number_format)

    assert (feld.text, feld.art) == (text, Inhalt.TEXT if text != str(value) else Inhalt.ZAHL)


@pytest.mark.parametrize(
    "number_format",
    [
        *(
            ";;;",
            '"12"',
            '0" Tsd."',
            '0"p"',
            '"("0")"',
            '0" % der Fälle"',
            "#,##0,",
            "0.0,",
            '"-"0',
        ),
        *('[<3]"*";0;0', "[>100]0", "# ?/?", '#,##0" Personen"'),
    ],
)
def test_number_that_a_format_prints_as_something_else_keeps_its_format(
    number_format: str,
) -> None:
    assert cell(12, number_format) == Feld(f"12 ({number_format})", Inhalt.VERFREMDET)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (date(2015, 12, 31), "yyyy-mm-dd", "31.12.2015"),
        (datetime(2015, 12, 31), "DD.MM.YYYY", "31.12.2015"),  # noqa: DTZ001 Excel has no zones
        (datetime(2015, 12, 31, 13, 5), "DD.MM.YYYY", "31.12.2015 13:05"),  # noqa: DTZ001 as above
        (42369, "DD.MM.YYYY", "31.12.2015"),
        (2022, "DD.MM.YYYY", "14.07.1905"),
        (42369, "[$-407]D. MMMM YYYY", "31.12.2015"),
        (time(9, 30), "h:mm", "09:30"),
        (timedelta(hours=30, minutes=5), "[hh]:mm", "30:05"),
    ],
)
def test_number_under_a_date_format_is_a_date(value: Wert, number_format: str, text: str) -> None:
    assert cell(value, number_format) == Feld(text, Inhalt.DATUM)


def test_number_too_large_for_its_date_format_is_an_error() -> None:
    assert cell(5_000_000_000, "DD.MM.YYYY").art is Inhalt.EXCELFEHLER


@pytest.mark.parametrize(("value", "text"), [(True, "WAHR"), (False, "FALSCH")])
def test_truth_value_is_no_number(value: Wert, text: str) -> None:
    assert cell(value) == Feld(text, Inhalt.WAHRHEITSWERT)


@pytest.mark.parametrize(
    ("value", "text"), [("#N/A", "#NV"), ("#DIV/0!", "#DIV/0!"), ("#VALUE!", "#WERT!")]
)
def test_error_is_named_as_german_excel_shows_it(value: str, text: str) -> None:
    assert cell(value) == Feld(text, Inhalt.EXCELFEHLER)


@pytest.mark.parametrize("text", ["12.345", "03241001", "* ", " mit Rand", "31.12.2015", "50 %"])
def test_text_stays_text_whatever_it_looks_like(text: str) -> None:
    assert cell(text) == Feld(text)


def test_text_that_is_set_off_by_an_apostrophe_is_plain_text() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "0815"
        sheet["A1"].quotePrefix = True

    assert texts(only(mappe(fill))) == [(1, ["0815"])]


def test_letters_are_composed() -> None:
    assert cell("Neustadt am Ru\u0308benberge") == Feld("Neustadt am Rübenberge")


def test_line_break_is_read_as_one() -> None:
    assert cell("Kinder_x000D_\nunter 3") == Feld("Kinder\r\nunter 3")


def test_raised_footnote_mark_is_no_digit_of_its_figure() -> None:
    raised = TextBlock(InlineFont(vertAlign="superscript"), "1)")

    assert cell(CellRichText("12", raised)) == Feld("12¹)")


def test_text_in_several_fonts_is_one_text() -> None:
    bold = TextBlock(InlineFont(b=True), "Han")

    assert cell(CellRichText(bold, "nover")) == Feld("Hannover")


def test_formula_without_saved_result_is_shown() -> None:
    assert cell("=SUM(B1:B3)") == Feld("=SUM(B1:B3)", Inhalt.FORMEL)


@pytest.mark.parametrize(
    ("xml", "feld"),
    [
        ('<c r="A1"><f>1+1</f><v>2</v></c>', Feld("2", Inhalt.ZAHL, Decimal(2))),
        ('<c r="A1" t="str"><f>"x"</f><v>x</v></c>', Feld("x")),
        ('<c r="A1" t="b"><f>1=1</f><v>1</v></c>', Feld("WAHR", Inhalt.WAHRHEITSWERT)),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', Feld("#DIV/0!", Inhalt.EXCELFEHLER)),
        ('<c r="A1" t="str"><f>IF(1,"","")</f><v></v></c>', Feld("")),
        ('<c r="A1"><f>1+1</f><v></v></c>', Feld("=1+1", Inhalt.FORMEL)),
        ('<c r="A1"><f>1+1</f></c>', Feld("=1+1", Inhalt.FORMEL)),
        (
            '<c r="A1"><f t="array" ref="A1">SUM(B1:B1)</f></c>',
            Feld("=SUM(B1:B1)", Inhalt.FORMEL),
        ),
        (
            '<c r="A1"><f t="dataTable" ref="A1" r1="B1"/></c>',
            Feld("=MEHRFACHOPERATION()", Inhalt.FORMEL),
        ),
        ('<c r="A1" t="str"><v></v></c>', Feld("")),
        ('<c r="A1" t="inlineStr"><is><t></t></is></c>', Feld("")),
        ('<c r="A1" t="d"><v>2015-12-31</v></c>', Feld("31.12.2015", Inhalt.DATUM)),
        ('<c r="A1"><v>0.30000000000000004</v></c>', Feld("0,3", Inhalt.ZAHL, Decimal("0.3"))),
        ('<c r="A1"><v>1E+999</v></c>', Feld("#ZAHL!", Inhalt.EXCELFEHLER)),
    ],
)
def test_formula_counts_by_its_saved_result(xml: str, feld: Feld) -> None:
    assert raw_cell(xml) == feld


def test_formula_that_others_share_is_shown_in_each_cell() -> None:
    content = with_cells(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1+1</f></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/></c></row>'
    )

    assert texts(only(read_mappe(content, "b.xlsx"))) == [(1, ["=B1+1"]), (2, ["=B2+1"])]


def test_sheet_is_a_rectangle_with_the_row_numbers_of_excel() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["B3"] = "Kopf"
        sheet["C5"] = 7
        sheet["D6"] = "  "
        sheet["F9"].number_format = "0.00"

    assert texts(only(mappe(fill))) == [
        (1, ["", "", ""]),
        (2, ["", "", ""]),
        (3, ["", "Kopf", ""]),
        (4, ["", "", ""]),
        (5, ["", "", "7"]),
    ]


def test_empty_sheet_has_no_rows() -> None:
    assert texts(only(mappe(lambda _: None))) == []


def test_forgotten_format_in_the_last_row_costs_nothing() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "Kopf"
        sheet["XFD1048576"].number_format = "0.00"

    assert texts(only(mappe(fill))) == [(1, ["Kopf"])]


def test_sheet_is_read_beyond_the_size_that_its_file_declares() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B2"] = "a", "b"

    content = patched(saved_with(fill), BLATT, lambda xml: xml.replace(b'ref="A1:B2"', b'ref="A1"'))

    assert texts(only(read_mappe(content, "b.xlsx"))) == [(1, ["a", ""]), (2, ["", "b"])]


def test_merged_cells_all_carry_the_content_of_the_first() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["D3"] = 2015, "Ende"
        sheet.merge_cells("A1:B2")
        sheet.merge_cells("C1:C3")

    tafel = only(mappe(fill))

    first = Feld("2015", Inhalt.ZAHL, Decimal(2015))
    other = Feld("2015", Inhalt.ZAHL, Decimal(2015), verbunden=True)
    assert [row.felder[:2] for row in tafel.reihen] == [
        (first, other),
        (other, other),
        (Feld(""), Feld("")),
    ]
    assert tafel.reihen[1].felder[2] == Feld("", verbunden=True)


def test_merged_cells_do_not_stretch_a_sheet() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B2"] = "Titel", "x"
        sheet.merge_cells("A1:XFD1")
        sheet.merge_cells("A3:B2000")

    assert texts(only(mappe(fill))) == [(1, ["Titel", "Titel"]), (2, ["", "x"])]


def test_what_stands_under_merged_cells_is_not_read() -> None:
    cells = '<c r="A1"><v>1</v></c><c r="B1"><v>99</v></c><c r="C1"><f>1+1</f></c>'
    content = patched(
        with_cells(f'<row r="1">{cells}</row>'),
        BLATT,
        lambda xml: xml.replace(
            b"</sheetData>",
            b'</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>',
        ),
    )

    assert texts(only(read_mappe(content, "b.xlsx"))) == [(1, ["1"])]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheet_is_reported_and_not_read(state: str) -> None:
    book, sheet = new_book("Daten")
    sheet["A1"] = "sichtbar"
    hidden = book.create_sheet("Alt")
    hidden["A1"] = "verborgen"
    hidden.sheet_state = state

    found = read_mappe(saved(book), "amt/b.xlsx")

    assert [tafel.blatt for tafel in found.tafeln] == ["Daten"]
    (befund,) = found.befunde
    assert (befund.code, befund.schwere) == ("W-VERBORGEN", Schwere.WARNUNG)
    assert str(befund.ort) == "amt/b.xlsx, Blatt »Alt«"


@pytest.mark.parametrize("part", ["row", "column", "second column of a group"])
def test_hidden_rows_and_columns_are_read_and_reported_once(part: str) -> None:
    def fill(sheet: Worksheet) -> None:
        for name in ("A1", "B2", "C3", "D4"):
            sheet[name] = 1
        if part == "row":
            sheet.row_dimensions[2].hidden = sheet.row_dimensions[3].hidden = True
        elif part == "column":
            sheet.column_dimensions["C"].hidden = True
        else:
            sheet.column_dimensions.group("B", "C", hidden=True)

    found = mappe(fill)

    assert len(texts(only(found))) == 4
    (befund,) = found.befunde
    assert (befund.code, befund.schwere) == ("W-VERBORGEN", Schwere.WARNUNG)
    assert str(befund.ort) == "amt/b.xlsx, Blatt »Daten«"
    assert "mitgelesen" in befund.text


def test_hidden_cells_beyond_the_contents_are_not_reported() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = 1
        sheet.column_dimensions.group("B", "XFD", hidden=True)
        sheet.row_dimensions[2].hidden = True

    assert mappe(fill).befunde == ()


def test_sheets_keep_their_order_and_charts_are_left_out() -> None:
    book, _ = new_book("Zweck")
    book.create_chartsheet("Diagramm").add_chart(BarChart())
    book.create_sheet("Daten")

    found = read_mappe(saved(book), "b.xlsx")

    assert [tafel.blatt for tafel in found.tafeln] == ["Zweck", "Daten"]
    assert found.befunde == ()


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("xl/vbaProject.bin", "W-MAKRO"),
        ("xl/macrosheets/sheet1.xml", "W-MAKRO"),
        ("xl/externalLinks/externalLink1.xml", "W-VERKNUEPFT"),
    ],
)
def test_programs_and_links_are_reported(part: str, code: str) -> None:
    buffer = io.BytesIO(saved(Workbook()))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(part, b"<x/>")

    (befund,) = read_mappe(buffer.getvalue(), "b.xlsx").befunde

    assert (befund.code, befund.schwere, str(befund.ort)) == (code, Schwere.WARNUNG, "b.xlsx")


def test_contents_that_openpyxl_warns_about_do_not_disturb() -> None:
    extension = b'<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    content = patched(
        with_cells('<row r="1"><c r="A1"><v>1</v></c></row>'),
        BLATT,
        lambda xml: xml.replace(b"</worksheet>", extension),
    )

    assert texts(only(read_mappe(content, "b.xlsx"))) == [(1, ["1"])]


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (BLATT, lambda xml: xml[:-20]),
        (BLATT, lambda xml: xml.replace(b"<sheetData", b'<sheetData><row r="1"><c t="s"><v>9</v>')),
        ("xl/workbook.xml", lambda _: b""),
        ("xl/styles.xml", lambda _: b"<kein xml"),
        ("[Content_Types].xml", lambda _: b"<Types/>"),
        ("xl/_rels/workbook.xml.rels", lambda _: b"<Relationships/>"),
    ],
)
def test_broken_workbook_is_refused(part: str, change: Callable[[bytes], bytes]) -> None:
    content = patched(saved(Workbook()), part, change)

    (befund,) = befunde_of(lambda: read_mappe(content, "amt/b.xlsx"))

    assert (befund.code, str(befund.ort)) == ("E-FORMAT", "amt/b.xlsx")
    assert "beschädigt" in befund.text


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"ags;wert\n"])
def test_what_is_no_workbook_at_all_is_refused(content: bytes) -> None:
    assert befunde_of(lambda: read_mappe(content, "b.xlsx"))[0].code == "E-FORMAT"


def damaged(whole: bytes, seed: int) -> bytes:
    """The same bytes, eight of them changed."""
    content = bytearray(whole)
    for byte in sha256(str(seed).encode()).digest()[:24:3]:
        place = int.from_bytes(sha256(bytes([seed, byte])).digest()[:4], "big") % len(content)
        content[place] ^= byte or 1
    return bytes(content)


def test_damaged_bytes_are_read_or_refused_but_never_end_in_a_traceback() -> None:
    def fill(sheet: Worksheet) -> None:
        for number in range(1, 20):
            sheet.append([number, f"Ort {number}", number / 7])
        sheet.merge_cells("A1:B1")

    whole = saved_with(fill)
    codes = []
    for seed in range(150):
        try:
            read_mappe(damaged(whole, seed), "b.xlsx")
        except EingabeFehler as fehler:
            codes.append(fehler.befunde[0].code)
    assert set(codes) == {"E-FORMAT"}
    assert len(codes) > 75
