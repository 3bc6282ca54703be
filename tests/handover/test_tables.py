import csv
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from helfer import BEVOELKERUNG, GEBIETE, GUT, KINDER, LIEFERUNG, write_input
from zahlen import A, B, edition, katalog, kennzahl
from zahlen import material as material_of

from reports.domain.zeichen import Kennzeichen
from reports.domain.zeit import Bruch, Vergleichbarkeit
from reports.edition import read_edition
from reports.handover.tables import write_veraenderungen, write_werte
from reports.pipeline import prepare
from reports.profile.material import Material

KOMMUNEN = list(GEBIETE)[1:]


def material(folder: Path, delivery: str = GUT) -> Material:
    return prepare(read_edition(write_input(folder, {LIEFERUNG: delivery})))[1]


def written(
    folder: Path, write: Callable[[Path, Material], None], delivery: str = GUT
) -> list[dict[str, str]]:
    """The rows of a table, read back."""
    path = folder / "tabelle.csv"
    write(path, material(folder, delivery))
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def members(gebiet: str) -> list[int]:
    """Places of the Kommunen that an area is made of."""
    if gebiet in KOMMUNEN:
        return [KOMMUNEN.index(gebiet)]
    return [0, 1, 2] if gebiet == "03241000" else [1, 2]


@pytest.fixture(scope="module")
def werte(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    return written(tmp_path_factory.mktemp("werte"), write_werte)


@pytest.fixture(scope="module")
def veraenderungen(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    return written(tmp_path_factory.mktemp("veraenderungen"), write_veraenderungen)


def test_table_of_values_has_the_promised_columns(werte: list[dict[str, str]]) -> None:
    promised = (
        "jahr, schluessel, gebiet, kennzahl, titel, einheit, zaehler, nenner, wert, gedruckt, zeichen,"
        " kennzeichen, stichtag, quelle"
    )

    assert list(werte[0]) == promised.split(", ")


def test_every_area_year_and_kennzahl_has_one_row(werte: list[dict[str, str]]) -> None:
    keys = [(row["jahr"], row["gebiet"], row["kennzahl"]) for row in werte]

    assert len(keys) == len(set(keys)) == 3 * 5 * 2
    assert {row["schluessel"]: row["gebiet"] for row in werte} == GEBIETE | {"umland": "Umland"}


def test_rates_are_ratios_of_sums(werte: list[dict[str, str]]) -> None:
    rates = [row for row in werte if row["kennzahl"] == "anteil_kinder"]
    for row in rates:
        year, places = int(row["jahr"]), members(row["schluessel"])
        zaehler = sum(KINDER[year][place] for place in places)
        nenner = sum(BEVOELKERUNG[year][place] for place in places)
        exact = Fraction(100 * zaehler, nenner)
        tenths = (20 * exact.numerator + exact.denominator) // (2 * exact.denominator)

        assert (row["zaehler"], row["nenner"]) == (str(zaehler), str(nenner))
        assert abs(Fraction(row["wert"]) - exact) < Fraction(1, 10**9)
        assert row["gedruckt"] == f"{tenths // 10},{tenths % 10}"
        assert (row["einheit"], row["zeichen"]) == ("%", "")
        assert row["quelle"].startswith("Amt")
    assert len(rates) == 15


def test_counts_are_printed_with_a_thousands_sign(werte: list[dict[str, str]]) -> None:
    (row,) = (
        row
        for row in werte
        if (row["schluessel"], row["jahr"], row["kennzahl"]) == ("03241000", "2020", "einwohner")
    )

    assert (row["zaehler"], row["nenner"], row["wert"]) == ("7840", "", "7840")
    assert row["gedruckt"] in {"7.840", "7\N{NARROW NO-BREAK SPACE}840"}
    assert row["stichtag"] == "2020-12-31"


def test_value_behind_a_sign_leaves_no_trace(tmp_path: Path) -> None:
    rows = written(tmp_path, write_werte, GUT.replace(";bev_u18;100\n", ";bev_u18;.\n"))

    (row,) = (
        row
        for row in rows
        if (row["schluessel"], row["jahr"], row["kennzahl"])
        == ("03241003", "2018", "anteil_kinder")
    )
    assert (row["zaehler"], row["nenner"], row["wert"]) == ("", "", "")
    assert row["zeichen"] == "."
    assert not any(letter.isdigit() for letter in row["gedruckt"])


def test_count_of_two_persons_is_in_no_column(tmp_path: Path) -> None:
    delivery = GUT.replace(";bev_u18;100\n", ";bev_u18;2\n").replace(
        ";2018;2018-12-31;bev_u18;1300\n", ";2018;2018-12-31;bev_u18;1202\n"
    )

    rows = written(tmp_path, write_werte, delivery)

    (row,) = (
        row
        for row in rows
        if (row["schluessel"], row["jahr"], row["kennzahl"])
        == ("03241003", "2018", "anteil_kinder")
    )
    assert (row["zaehler"], row["wert"], row["zeichen"]) == ("", "", "*")


def test_tables_are_plain_utf8_with_comma_and_point(tmp_path: Path) -> None:
    path = tmp_path / "werte.csv"
    write_werte(path, material(tmp_path))
    data = path.read_bytes()

    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.decode("utf-8").startswith("jahr,schluessel,gebiet,")
    assert "Großau" in data.decode("utf-8")


def test_changes_compare_both_ends_of_the_period(veraenderungen: list[dict[str, str]]) -> None:
    assert len(veraenderungen) == 5 * 2
    assert {row["schluessel"] for row in veraenderungen} == {*GEBIETE, "umland"}
    assert {(row["von"], row["bis"]) for row in veraenderungen} == {("2018", "2020")}


def test_counts_change_in_figures_and_percent(veraenderungen: list[dict[str, str]]) -> None:
    (row,) = (
        row
        for row in veraenderungen
        if (row["schluessel"], row["kennzahl"]) == ("03241002", "einwohner")
    )
    percent = (Decimal(1860 - 1900) * 100 / 1900).quantize(Decimal("0.1"))

    printed = row["gedruckt"]
    assert printed.startswith("\N{MINUS SIGN}40")
    assert f"\N{MINUS SIGN}{-percent}".replace(".", ",") in printed
    assert row["eingeschraenkt"] == "nein"


def test_rates_change_in_percentage_points(veraenderungen: list[dict[str, str]]) -> None:
    (row,) = (
        row
        for row in veraenderungen
        if (row["schluessel"], row["kennzahl"]) == ("03241002", "anteil_kinder")
    )
    points = Fraction(28000, 1860) - Fraction(30000, 1900)

    printed = row["gedruckt"].split("\N{NO-BREAK SPACE}")[0]
    assert printed == f"\N{MINUS SIGN}{-float(points):.1f}".replace(".", ",")
    assert "%-Pkt" in row["gedruckt"]


def marked() -> Material:
    """A provisional and corrected count, one that is nothing but for rounding, and their sums."""
    zellen = [(A, 2011, "alo", 1000), (B, 2011, "alo", 5)]
    zellen += [
        (A, 2020, "alo", 1234, Kennzeichen.VORLAEUFIG | Kennzeichen.BERICHTIGT),
        (B, 2020, "alo", 0, Kennzeichen.GERUNDET_NULL),
    ]
    return material_of(zellen, katalog(kennzahl("x", "alo")), edition(2011, 2020))


def read_back(path: Path) -> dict[tuple[str, str], dict[str, str]]:
    """Rows by area and year or last year."""
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    return {(row["schluessel"], row.get("jahr") or row["bis"]): row for row in rows}


def test_marks_have_a_column_of_their_own_beside_the_value(tmp_path: Path) -> None:
    write_werte(tmp_path / "werte.csv", marked())
    rows = read_back(tmp_path / "werte.csv")

    found = rows[A, "2020"]
    assert (found["wert"], found["gedruckt"]) == ("1234", "1.234\N{NO-BREAK SPACE}pr")
    assert (found["zeichen"], found["kennzeichen"]) == ("", "p r")
    assert (rows[B, "2020"]["gedruckt"], rows[B, "2020"]["kennzeichen"]) == ("k", "k")
    assert rows[A, "2011"]["kennzeichen"] == ""


def test_changes_name_the_marks_of_the_years_they_compare(tmp_path: Path) -> None:
    write_veraenderungen(tmp_path / "veraenderungen.csv", marked())
    rows = read_back(tmp_path / "veraenderungen.csv")

    assert rows[A, "2020"]["kennzeichen"] == "p"
    assert rows[B, "2020"]["kennzeichen"] == "u"
    assert rows[B, "2020"]["gedruckt"].startswith("(")
    assert "eingeschraenkt" in rows[B, "2020"]


def test_a_suppressed_change_has_no_marks(tmp_path: Path) -> None:
    zellen = [(A, 2011, "alo", 2, Kennzeichen.VORLAEUFIG), (A, 2020, "alo", 500)]
    found = material_of(zellen, katalog(kennzahl("x", "alo")), edition(2011, 2020))

    write_veraenderungen(tmp_path / "veraenderungen.csv", found)

    row = read_back(tmp_path / "veraenderungen.csv")[A, "2020"]
    assert (row["zeichen"], row["kennzeichen"]) == ("*", "")


@pytest.mark.parametrize(
    ("grad", "spalte", "gedruckt"),
    [
        (Vergleichbarkeit.EINGESCHRAENKT, "ja", "(+500; +100,0\N{NO-BREAK SPACE}%)"),
        (Vergleichbarkeit.NEIN, "nein", "|"),
    ],
)
def test_a_change_across_a_break_says_whether_it_is_limited(
    grad: Vergleichbarkeit, spalte: str, gedruckt: str, tmp_path: Path
) -> None:
    bruch = Bruch(ab=2016, vergleichbar=grad, titel="t", grund="g", merkmale=("alo",))
    zellen = [(A, 2011, "alo", 500), (A, 2020, "alo", 1000)]
    verzeichnis = katalog(kennzahl("x", "alo"))
    found = material_of(zellen, verzeichnis, edition(2011, 2020), (bruch,))

    write_veraenderungen(tmp_path / "veraenderungen.csv", found)

    row = read_back(tmp_path / "veraenderungen.csv")[A, "2020"]
    assert (row["eingeschraenkt"], row["gedruckt"]) == (spalte, gedruckt)
