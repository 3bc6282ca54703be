"""Every printed change can be computed again from the figures beside it, or says that it cannot."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from zahlen import (
    REGION,
    A,
    B,
    C,
    Zellwert,
    echtes_material,
    edition,
    katalog,
    kennzahl,
    material,
    merkmal,
)

from reports.domain.katalog import Katalog
from reports.domain.zeichen import Zeichen
from reports.domain.zeit import Zeitraum
from reports.profile.changes import change_of, dated_change
from reports.profile.changetables import change_tables
from reports.profile.marks import Marke
from reports.profile.material import Material
from reports.profile.tablemodel import Tabellenart

QUOTE, ANZAHL = katalog(kennzahl("x", "alo", "bev")), katalog(kennzahl("x", "alo"))


def found(
    vorher: int, nachher: int, verzeichnis: Katalog = QUOTE, *, bev: int = 10_000
) -> Material:
    """Two years of one Kommune, the others with 1,000 of 10,000."""
    zellen: list[Zellwert] = [
        (k, jahr, m, (wert if k == A else 1000) if m == "alo" else bev)
        for jahr, wert in ((2011, vorher), (2020, nachher))
        for k in (A, B, C)
        for m in ("alo", "bev")
    ]
    return material(zellen, verzeichnis, edition(2011, 2020))


def printed(of: Material) -> str:
    area = of.edition.gebiete.named(A)
    return change_of(of.katalog.kennzahlen["x"], area, of).text.replace("\u00a0", " ")


def test_a_change_that_the_printed_values_give_has_no_mark() -> None:
    """10,4 and 11,5 are printed; 11,5 - 10,4 is 1,1."""
    assert printed(found(1040, 1150)) == "+1,1 %-Pkt."


def test_a_change_that_rounding_moves_is_marked() -> None:
    """10,44 and 11,46 are printed 10,4 and 11,5; their exact difference is 1,02."""
    assert printed(found(1044, 1146)) == "+1,0 %-Pkt. ≈"


def test_a_marked_change_says_so_in_words() -> None:
    of = found(1044, 1146)

    cell = change_of(of.katalog.kennzahlen["x"], of.edition.gebiete.named(A), of)
    assert cell.gesprochen.endswith("aus ungerundeten Werten")
    assert Marke.RUNDUNG in cell.zeichen


def test_the_percentage_of_whole_counts_never_differs() -> None:
    assert printed(found(1044, 1146, ANZAHL)) == "+102; +9,8 %"


def test_the_percentage_of_a_rounded_amount_is_marked_where_it_differs() -> None:
    """1.044 and 1.145 tenths are printed 104 and 115: 10 and 9,7 % of the exact ones."""
    verzeichnis = katalog(kennzahl("x", "alo"), merkmal("alo", dezimalen=1))

    assert printed(found(1044, 1145, verzeichnis)) == "+10; +9,7 % ≈"


@pytest.mark.parametrize(
    ("vorher", "nachher", "text"),
    [
        (9, 14, "+5; (+55,6 %)"),
        (10, 14, "+4; +40,0 %"),
        (9, 9, "±0; (±0,0 %)"),
        (3, 400, "+397; (+13.233,3 %)"),
    ],
)
def test_a_percentage_of_less_than_ten_stands_in_brackets(
    vorher: int, nachher: int, text: str
) -> None:
    assert printed(found(vorher, nachher, ANZAHL)) == text


def test_the_brackets_of_a_small_base_are_said_in_words() -> None:
    of = found(9, 14, ANZAHL)

    cell = change_of(of.katalog.kennzahlen["x"], of.edition.gebiete.named(A), of)
    assert "von einer kleinen Zahl aus" in cell.gesprochen
    assert Marke.KLEINE_BASIS in cell.zeichen


def test_a_suppressed_base_leaves_no_trace_of_its_size() -> None:
    of = found(2, 14, ANZAHL)

    change = of.aenderungen[A, "x", 0]
    assert (change.zeichen, change.kleine_basis) == (Zeichen.GESPERRT, False)


def test_a_change_alone_names_the_year_and_the_value_it_starts_from() -> None:
    of = found(1040, 1150)

    cell = dated_change(of.katalog.kennzahlen["x"], of.edition.gebiete.named(A), of)
    assert cell is not None
    assert cell.zusatz.replace("\u00a0", " ") == "seit 2011 (10,4 %)"


def test_a_change_that_ends_before_the_stand_names_both_of_its_values() -> None:
    zellen: list[Zellwert] = [
        (k, jahr, m, wert if m == "alo" else 1000)
        for jahr, wert in ((2011, 100), (2015, 120), (2020, 150))
        for k in (A, B, C)
        for m in ("alo", "bev")
    ]
    of = material(zellen, QUOTE, edition(2011, 2015, 2020))

    cell = dated_change(of.katalog.kennzahlen["x"], of.edition.gebiete.named(A), of)
    assert cell is not None
    assert cell.zusatz.replace("\u00a0", " ") == "2011 (10,0 %) bis 2015 (12,0 %)"


def test_no_change_is_no_cell() -> None:
    of = found(2, 1150)

    assert dated_change(of.katalog.kennzahlen["x"], of.edition.gebiete.named(A), of) is None


def figure(text: str) -> Decimal:
    """The first printed figure as a reader types it into a pocket calculator."""
    found = re.search(r"[−+±]?\d[\d.]*(,\d+)?", text)
    assert found, text
    return Decimal(found[0].replace(".", "").replace(",", ".").replace("−", "-").replace("±", ""))


def rows_of_changes() -> Iterator[tuple[str, list[str]]]:
    """Every row with a change in the shipped edition and in one of another period."""
    for of in (echtes_material(), echtes_material(2022, 2013, 2015)):
        for area in (*of.edition.gebiete.kommunen, of.edition.gebiete.region):
            for feld in of.katalog.themenfelder:
                shown = [k for k in of.katalog.kennzahlen_of(feld) if k.id in of.staende]
                for table in change_tables(feld, shown, area, of):
                    for zeile in table.zeilen:
                        yield zeile.kopf, [zelle.text for zelle in zeile.zellen]


def test_a_reader_can_compute_every_change_of_the_shipped_edition_again() -> None:
    checked = marked = 0
    for titel, (_, _, start, _, end, change, *_) in rows_of_changes():
        if any(not re.search(r"\d", text) for text in (start, end, change)):
            continue
        differs = figure(end) - figure(start) != figure(change)
        assert differs == ("≈" in change), (titel, start, end, change)
        checked, marked = checked + 1, marked + differs
    assert checked > 600
    assert marked > 50


def test_a_reader_can_compute_every_percentage_of_a_count_again() -> None:
    found = [
        (figure(start), figure(end), change)
        for _, (_, _, start, _, end, change, *_) in rows_of_changes()
        if ";" in change and change.count("%") == 1 and "≈" not in change
    ]

    assert len(found) > 100
    for start, end, change in found:
        percent = (100 * (end - start) / start).quantize(Decimal("0.1"), ROUND_HALF_UP)
        assert figure(change.split(";")[1]) == percent


def three_years() -> Material:
    """Shares of 10, 12 and 15 percent in 2011, 2014 and 2015, and two periods."""
    zellen: list[Zellwert] = [
        (k, jahr, m, wert if m == "alo" else 1000)
        for jahr, wert in ((2011, 100), (2014, 120), (2015, 150))
        for k in (A, B, C)
        for m in ("alo", "bev")
    ]
    periods = (Zeitraum(2011, 2015), Zeitraum(2014, 2015))
    return material(zellen, QUOTE, edition(2011, 2015, None, *periods))


def test_each_period_has_a_table_with_both_values_beside_the_change() -> None:
    of = three_years()
    (feld,) = of.katalog.themenfelder

    tables = list(
        change_tables(feld, list(of.katalog.kennzahlen.values()), of.edition.gebiete.named(A), of)
    )

    assert [table.art for table in tables] == [
        Tabellenart.VERAENDERUNG_TREND,
        Tabellenart.VERAENDERUNG,
    ]
    texts = [[z.text.replace("\u00a0", " ") for z in t.zeilen[0].zellen] for t in tables]
    assert texts == [
        ["2011–2015", "100", "10,0", "150", "15,0", "+5,0 %-Pkt.", "x"],
        ["2014–2015", "120", "12,0", "150", "15,0", "+3,0 %-Pkt."],
    ]


def test_an_entwicklung_stands_beside_the_counts_it_compares() -> None:
    zellen = [
        (k, jahr, "bev", wert) for k in (A, B, C) for jahr, wert in ((2011, 800), (2020, 900))
    ]
    of = material(zellen, katalog(kennzahl("x", "bev", formel="entwicklung")), edition(2011, 2020))
    (feld,) = of.katalog.themenfelder

    (table,) = change_tables(
        feld, list(of.katalog.kennzahlen.values()), of.edition.gebiete.named(A), of
    )

    texts = [zelle.text for zelle in table.zeilen[0].zellen]
    assert texts[:6] == ["2011–2020", "800", "x", "900", "+12,5", "x"]


def test_an_entwicklung_belongs_to_the_first_period_alone() -> None:
    zellen = [
        (k, jahr, "bev", wert)
        for k in (A, B, C)
        for jahr, wert in ((2011, 800), (2014, 850), (2015, 900))
    ]
    periods = (Zeitraum(2011, 2015), Zeitraum(2014, 2015))
    of = material(
        zellen,
        katalog(kennzahl("x", "bev", formel="entwicklung")),
        edition(2011, 2015, None, *periods),
    )
    (feld,) = of.katalog.themenfelder

    shown = list(of.katalog.kennzahlen.values())
    (table,) = change_tables(feld, shown, of.edition.gebiete.named(A), of)
    assert [zelle.text for zelle in table.zeilen[0].zellen][:2] == ["2011–2015", "800"]


def test_a_kennzahl_of_one_year_has_no_row() -> None:
    of = material([(k, 2020, "alo", 50) for k in (A, B, C)], ANZAHL, edition(2011, 2020))
    (feld,) = of.katalog.themenfelder

    shown = list(of.katalog.kennzahlen.values())
    assert list(change_tables(feld, shown, of.edition.gebiete.named(REGION), of)) == []


def test_a_trend_says_since_when_and_from_what() -> None:
    counts = {2016: 1000, 2017: 1100, 2018: 1200, 2019: 1300, 2020: 1400}
    zellen: list[Zellwert] = [
        (k, jahr, m, wert if m == "alo" else 10_000)
        for jahr, wert in counts.items()
        for k in (A, B, C)
        for m in ("alo", "bev")
    ]
    of = material(zellen, QUOTE, edition(2016, 2020))
    (feld,) = of.katalog.themenfelder

    (table,) = change_tables(
        feld, list(of.katalog.kennzahlen.values()), of.edition.gebiete.named(A), of
    )

    trend = table.zeilen[0].zellen[-1]
    assert (trend.text, trend.zusatz.replace("\u00a0", " ")) == ("steigend", "seit 2016 (10,0)")
    assert replace(trend, zusatz="").zeichen == ()
