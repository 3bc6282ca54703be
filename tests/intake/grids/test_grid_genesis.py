"""Flat files of GENESIS in both layouts, laid out as the publishers' own are."""

import pytest
from helfer import befunde_of

from reports.intake.grids.genesis import to_tafel
from reports.intake.grids.tafel import Feld, Reihe, Tafel

ALT = (
    "Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;"
    "1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;1_Auspraegung_Label;"
    "2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;2_Auspraegung_Label"
)
NEU = (
    "statistics_code;statistics_label;time_code;time_label;time;"
    "1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;"
    "2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;"
    "value;value_unit;value_variable_code;value_variable_label;value_q"
)
LEHRTE = "12411;Fortschreibung;STAG;Stichtag;31.12.2015;GEMEIN;Gemeinden;03241011;Lehrte, Stadt"
FRAUEN = "GES;Geschlecht;GESW;weiblich"
ALLE = "GES;Geschlecht;;Insgesamt"
KOEPFE = [*[""] * 4, "Zeit", "", "", "GEMEIN", "GEMEIN Name", "", "", "GES", "GES Name"]


def tafel(*lines: str) -> Tafel:
    rows = enumerate(lines, start=1)
    return Tafel(
        blatt="", reihen=[Reihe(n, [Feld(text) for text in line.split(";")]) for n, line in rows]
    )


def converted(*lines: str) -> list[list[str]]:
    found = to_tafel(tafel(*lines), "amt/flat.csv")
    assert [row.nummer for row in found.reihen] == list(range(1, len(lines) + 1))
    return [[feld.text for feld in row.felder] for row in found.reihen]


def problem(*lines: str) -> tuple[str, str, str]:
    """Code, place and text of the only Befund."""
    (befund,) = befunde_of(lambda: to_tafel(tafel(*lines), "amt/flat.csv"))
    return befund.code, str(befund.ort), f"{befund.text} {befund.abhilfe}"


def new_row(
    value: str, *, code: str = "BEVSTD", unit: str = "Anzahl", quality: str = "e", who: str = ALLE
) -> str:
    return f"{LEHRTE};{who};{value};{unit};{code};Titel;{quality}"


def test_older_layout_gets_its_codes_as_heads_in_the_same_places() -> None:
    lines = (
        f"{ALT};BEVSTD__Bevoelkerung__Anzahl;FLC006__Flaeche__qkm",
        f"{LEHRTE};{FRAUEN};22012;127,1",
        f"{LEHRTE};{ALLE};43376;-",
    )

    assert converted(*lines) == [
        [*KOEPFE, "BEVSTD", "FLC006"],
        lines[1].split(";"),
        lines[2].split(";"),
    ]


def test_newer_layout_of_one_content_gets_its_code_as_head() -> None:
    lines = (NEU, new_row("22012", who=FRAUEN), new_row("43376"))

    assert converted(*lines) == [
        [*KOEPFE, "BEVSTD", "", "", "", ""],
        lines[1].split(";"),
        lines[2].split(";"),
    ]


def test_newer_layout_of_several_contents_names_the_content_of_each_row() -> None:
    lines = (NEU, new_row("127,1", code="FLC006", unit="qkm"), new_row("43376"))

    assert converted(*lines) == [
        [*KOEPFE, "Wert", "", "Inhalt", "", ""],
        lines[1].split(";"),
        lines[2].split(";"),
    ]


def test_rows_of_the_newer_layout_may_come_in_any_order() -> None:
    rows = [
        new_row("1", code="A1"),
        new_row("2", code="B2"),
        new_row("3", code="A1", who=FRAUEN),
    ]

    assert converted(NEU, *rows)[1:] == [row.split(";") for row in rows]
    assert converted(NEU, *reversed(rows))[1:] == [row.split(";") for row in reversed(rows)]


def test_number_and_share_of_one_code_are_two_contents() -> None:
    # as in the Zensus 2022, table 1000A-1018: 49282 persons are 3,1 %
    found = converted(
        NEU,
        new_row("3,1", code="PRS018", unit="%"),
        new_row("49282", code="PRS018"),
        new_row("7", code="FLC001"),
    )

    assert [found[0][n] for n in (13, 15)] == ["Wert", "Inhalt"]
    assert [row[15] for row in found[1:]] == ["PRS018 %", "PRS018 Anzahl", "FLC001"]


def test_number_and_share_of_one_code_are_two_columns_of_the_older_layout() -> None:
    # as in the Zensus 2022, table 6000F-1007
    head = f"{ALT};FAM001__Familien__%;FAM001__Familien__%__q;FAM001__Familien__Anzahl"

    found = converted(head, f"{LEHRTE};{ALLE};3,1;p;49282")

    assert found[0][13:] == ["FAM001 %", "", "FAM001 Anzahl"]
    assert found[1][13:] == ["3,1 p", "p", "49282"]


@pytest.mark.parametrize(
    ("value", "quality", "text"),
    [
        ("12345", "p", "12345 p"),
        ("12345", "r", "12345 r"),
        ("12345", "s", "12345 s"),
        ("12345", "u", "12345 u"),
        ("12345", "pr", "12345 pr"),
        ("12345", "e", "12345"),
        ("12345", "", "12345"),
        (".", ".", "."),
        ("-", "", "-"),
        ("0", ".", "0 ."),
    ],
)
def test_quality_that_is_not_final_follows_the_figure(value: str, quality: str, text: str) -> None:
    old_head = f"{ALT};X1__Titel__Anzahl;X1__Titel__Anzahl__q"

    old = converted(old_head, f"{LEHRTE};{ALLE};{value};{quality}")
    new = converted(NEU, new_row(value, quality=quality))

    assert old[0][13:] == ["X1", ""]
    assert old[1][13:] == [text, quality]
    assert new[1][13] == text


def test_quality_may_be_named_without_the_unit() -> None:
    found = converted(f"{ALT};X1__Titel__Anzahl;X1__Titel__q", f"{LEHRTE};{ALLE};5;p")

    assert found[1][13:] == ["5 p", "p"]


def test_quality_of_each_content_stays_with_it() -> None:
    head = f"{ALT};X1__A__1000 EUR;X1__A__1000 EUR__q;X1__A__1000;X1__A__1000__q"

    found = converted(head, f"{LEHRTE};{ALLE};5;p;6;r")

    assert found[1][13:] == ["5 p", "p", "6 r", "r"]


def test_newer_layout_may_come_without_qualities() -> None:
    rows = [line.rsplit(";", 1)[0] for line in (NEU, new_row("5"))]

    assert converted(*rows)[1] == rows[1].split(";")


def test_labels_are_of_no_importance() -> None:
    row = new_row("5").replace("Gemeinden", "Sitzplätze").replace("Geschlecht", "GEMEIN")

    assert converted(NEU, row)[0][:13] == KOEPFE


def test_blanks_around_a_head_do_not_matter() -> None:
    head = f"{ALT};     FLC006__Gebietsflaeche__qkm"

    assert converted(head, f"{LEHRTE};{ALLE};127,1")[0][13] == "FLC006"


def test_shorter_and_longer_rows_are_left_to_the_next_step() -> None:
    lines = (NEU, new_row("5", quality="p"), "© Amt", f"{new_row('6', quality='p')};7")

    found = converted(*lines)

    assert found[1][13] == "5 p"
    assert found[2:] == [["© Amt"], lines[3].split(";")]


def test_only_heads_and_figures_are_changed() -> None:
    source = tafel(NEU, new_row("5"))
    before = source.reihen[1]

    assert to_tafel(source, "x").reihen[1].felder == tuple(before.felder)


@pytest.mark.parametrize("values", [("1234.5", "7"), ("-1234.5",), ("7", "12.345")])
def test_decimal_points_are_refused_as_ambiguous_with_their_cell(values: tuple[str, ...]) -> None:
    row = 2 + next(n for n, value in enumerate(values) if "." in value)
    new = problem(NEU, *(new_row(value) for value in values))
    old = problem(f"{ALT};X1__A__Anzahl", *(f"{LEHRTE};{ALLE};{value}" for value in values))

    for code, ort, text in (new, old):
        assert (code, ort) == ("E-ZAHL", f"amt/flat.csv, Zelle N{row}")
        assert "mehrdeutig" in text
        assert "deutsche Fassung" in text


@pytest.mark.parametrize("values", [("1234,5", "7"), ("1.234", "0,5"), (".", "...", "-", "/")])
def test_decimal_commas_and_signs_are_not_ambiguous(values: tuple[str, ...]) -> None:
    assert [row[13] for row in converted(NEU, *map(new_row, values))[1:]] == list(values)


def test_points_outside_the_figures_do_not_matter() -> None:
    assert converted(NEU, new_row("5").replace("Lehrte, Stadt", "12.5"))[1][13] == "5"


@pytest.mark.parametrize(
    ("lines", "cell"),
    [
        ((NEU, new_row("1"), new_row("2").replace("GEMEIN", "KREISE")), "F3"),
        (
            (
                f"{ALT};X1__A__Anzahl",
                f"{LEHRTE};{ALLE};1",
                f"{LEHRTE};{ALLE.replace('GES;', 'NAT;')};1",
            ),
            "J3",
        ),
    ],
)
def test_column_that_changes_its_variable_is_refused_with_the_cell(
    lines: tuple[str, ...], cell: str
) -> None:
    code, ort, text = problem(*lines)

    assert (code, ort) == ("E-KOPF", f"amt/flat.csv, Zelle {cell}")
    assert "wechselt" in text


def test_row_without_content_is_refused_with_its_cell() -> None:
    assert problem(NEU, new_row("1"), new_row("2", code=""))[:2] == (
        "E-KOPF",
        "amt/flat.csv, Zelle P3",
    )


@pytest.mark.parametrize(
    ("head", "word"),
    [
        ("ags;name;jahr;wert", "nicht die eines Flatfiles"),
        ("", "nicht die eines Flatfiles"),
        (NEU.replace("value;", "wert;"), "»value« fehlt"),
        (NEU.replace("2_variable_attribute_code", "code"), "»2_variable_attribute_code« fehlt"),
        (NEU.replace("value_variable_label", "value"), "»value« kommt 2-mal vor"),
        (ALT, "keine Spalte mit Werten"),
        (f"{ALT};X1__A__Anzahl;X2__B__Anzahl__q", "»X2__B__Anzahl__q«"),
        (f"{ALT.replace('1_Auspraegung_Label', 'Name')};X1__A__q", "»1_Auspraegung_Label« fehlt"),
    ],
)
def test_other_head_is_refused(head: str, word: str) -> None:
    row = ";".join("1" for _ in head.split(";"))
    code, ort, text = problem(head, row)

    assert (code, ort) == ("E-KOPF", "amt/flat.csv, Zeile 1")
    assert word in text


def test_file_without_any_row_is_refused() -> None:
    assert problem()[0] == "E-KOPF"


@pytest.mark.parametrize("rows", [(), ("© Amt",)])
def test_head_without_figures_is_refused(rows: tuple[str, ...]) -> None:
    assert problem(NEU, *rows)[:2] == ("E-FEHLT", "amt/flat.csv")
