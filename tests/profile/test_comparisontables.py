"""A row per Kennzahl: its figures, where all Kommunen stand, and how it has changed."""

from dataclasses import replace

import pytest
from zahlen import REGION, A, B, C, Zellwert, edition, gebiete, katalog, kennzahl, material

from reports.domain.katalog import Formelart, Richtung
from reports.domain.zeichen import Zeichen
from reports.profile.chartmodel import Spinezeile
from reports.profile.comparisontables import comparison_table, introduction
from reports.profile.material import Material
from reports.profile.tablemodel import Tabelle

VERZEICHNIS = katalog(kennzahl("quote", "alo", "bev"), kennzahl("anzahl", "alo"))
D, E = "03241004", "03241005"
NBSP = "\u00a0"


def two_years(von: int = 2011, bis: int = 2020) -> list[Zellwert]:
    """Rates of 8, 9 and 10 percent that grow to 12, 13 and 14."""
    return [
        (k, jahr, m, wert)
        for jahr, first in ((von, 80), (bis, 120))
        for k, more in ((A, 0), (B, 10), (C, 20))
        for m, wert in (("alo", first + more), ("bev", 1000))
    ]


def table(found: Material, gebiet: str = A) -> Tabelle:
    (feld,) = found.katalog.themenfelder
    kennzahlen = list(found.katalog.kennzahlen.values())
    return comparison_table(feld, kennzahlen, found.edition.gebiete.named(gebiet), found)


def texts(tabelle: Tabelle, zeile: int = 0) -> list[str]:
    return [zelle.text for zelle in tabelle.zeilen[zeile].zellen]


def five(*alo: int, richtung: Richtung = Richtung.NEUTRAL) -> Material:
    """Five Kommunen of 1,000 people each, with these unemployed in 2020."""
    keys = (A, B, C, D, E)
    zellen = [
        (k, 2020, m, w)
        for k, n in zip(keys, alo, strict=True)
        for m, w in (("alo", n), ("bev", 1000))
    ]
    of_five = replace(edition(2011, 2020), gebiete=gebiete(*keys))
    return material(zellen, katalog(kennzahl("x", "alo", "bev", richtung=richtung)), of_five)


def test_a_row_of_a_kommune_compares_with_region_umland_and_landeshauptstadt() -> None:
    found = table(material(two_years(), VERZEICHNIS, edition(2011, 2020)), B)

    heads = [
        "Anzahl",
        "Wert",
        "Region",
        "Umland",
        A,
        "Lage zur Region · Rang",
        "Änderung 2011–2020",
    ]
    assert [spalte.titel for spalte in found.spalten][1:] == heads
    assert texts(found) == [
        *("130", "13,0", "13,0", "13,5", "12,0"),
        f"vergleichbar · 2{NBSP}von{NBSP}3",
        f"+4,0{NBSP}%-Pkt.",
    ]
    assert found.zeilen[0].zellen[-2].gesprochen == "vergleichbar, Rang 2 von 3"


def test_a_row_of_the_region_shows_the_range_of_its_kommunen() -> None:
    found = table(material(two_years(), VERZEICHNIS, edition(2011, 2020)), REGION)

    assert texts(found)[:5] == ["390", "13,0", "13,5", "12,0", "12,0 – 14,0"]


def test_a_range_needs_two_kommunen() -> None:
    alone = [zelle for zelle in two_years() if zelle[0] == A]

    found = table(material(alone, VERZEICHNIS, edition(2011, 2020)), REGION)

    assert found.zeilen[0].zellen[4].zeichen == (Zeichen.FEHLT,)


@pytest.mark.parametrize(
    ("formel", "einheit", "zusatz"),
    [
        ("prozent", "%", "in % · 31.12.2020"),
        ("je_1000", "je 1.000", "je 1.000 · 31.12.2020"),
        ("mittelwert", "EUR", "in EUR · 31.12.2020"),
    ],
)
def test_a_row_says_its_unit_and_its_stand(formel: str, einheit: str, zusatz: str) -> None:
    stelle = kennzahl("x", "alo", "bev", formel=Formelart(formel), einheit=einheit)

    found = table(material(two_years(), katalog(stelle), edition(2011, 2020)))

    assert found.zeilen[0].zusatz == zusatz


def test_the_spine_has_the_region_in_its_middle_and_the_farthest_kommune_at_its_end() -> None:
    """The Region has 300 of 5,000, which is 6 percent; E is 4 points above, A 2 below."""
    found = table(five(40, 50, 50, 60, 100), D)

    assert found.spine is not None
    (row,) = found.spine.zeilen
    assert row == Spinezeile(
        id="spine-x", andere=(-0.5, -0.25, -0.25, 1.0), eigen=0.0, gewertet=False
    )


def test_on_the_spine_of_a_burden_the_right_is_the_smaller_value() -> None:
    found = table(five(40, 50, 50, 60, 100, richtung=Richtung.MEHR_BELASTUNG), A)

    assert found.spine is not None
    assert found.spine.zeilen[0].eigen == 0.5
    assert found.spine.zeilen[0].andere == (-1.0, 0.0, 0.25, 0.25)
    assert found.spine.zeilen[0].gewertet


def test_in_the_edition_of_the_region_no_place_is_its_own() -> None:
    found = table(five(40, 50, 50, 60, 100), REGION)

    assert found.spine is not None
    assert found.spine.zeilen[0].eigen is None
    assert len(found.spine.zeilen[0].andere) == 5


def test_a_suppressed_value_has_no_place_on_the_spine() -> None:
    """With A's two goes another value, or the Region would give it away."""
    found = table(five(2, 50, 60, 70, 100), A)

    cell = found.zeilen[0].zellen[-2]
    assert found.spine is None or found.spine.zeilen[0].eigen is None
    assert cell.zeichen == (Zeichen.SINNLOS,)
    assert cell.bild is None or A not in cell.bild.alt


def test_too_few_kommunen_have_no_spine() -> None:
    found = table(material(two_years(), VERZEICHNIS, edition(2011, 2020)))

    assert found.spine is None
    assert {zelle.bild for zeile in found.zeilen for zelle in zeile.zellen} == {None}


def test_the_picture_says_in_words_where_the_area_stands() -> None:
    found = table(five(40, 50, 50, 60, 100), D)

    bild = found.zeilen[0].zellen[-2].bild
    assert bild is not None
    assert bild.alt == (
        f"Lage der Kommunen bei X, 31.12.2020; {D} mit 6,0{NBSP}%, Rang 2 von 5;"
        f" Wert der Region 6,0{NBSP}%; die Kommunen reichen von 4,0{NBSP}% bis 10,0{NBSP}%"
    )


def test_without_two_years_there_is_no_change() -> None:
    found = table(five(40, 50, 50, 60, 100))

    assert found.zeilen[0].zellen[-1].zeichen == (Zeichen.SINNLOS,)


def test_the_introduction_names_the_own_mark_of_a_kommune_alone() -> None:
    found = five(40, 50, 50, 60, 100)
    named = found.edition.gebiete.named

    assert f"die Raute {A}" in introduction(named(A), found)
    assert "Raute" not in introduction(named(REGION), found)
