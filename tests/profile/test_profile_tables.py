"""A row per Kennzahl, with its Stand and its comparison."""

from collections.abc import Sequence

import pytest
from zahlen import REGION, UMLAND, A, B, C, Zellwert, edition, katalog, kennzahl, material

from reports.domain.katalog import Formelart
from reports.domain.zeichen import Zeichen
from reports.profile.material import Material
from reports.profile.model import Tabelle
from reports.profile.tables import (
    comparison_text,
    kennzahlen_table,
    kommunen_tables,
    stand_text,
)

VERZEICHNIS = katalog(kennzahl("quote", "alo", "bev"), kennzahl("anzahl", "alo"))


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
    return kennzahlen_table(feld, kennzahlen, found.edition.gebiete.named(gebiet), found)


def texts(tabelle: Tabelle, zeile: int = 0) -> list[str]:
    return [zelle.text for zelle in tabelle.zeilen[zeile].zellen]


def test_a_row_of_a_kommune_compares_with_region_umland_and_landeshauptstadt() -> None:
    found = table(material(two_years(), VERZEICHNIS, edition(2011, 2020)), B)

    assert [spalte.titel for spalte in found.spalten][1:] == [
        "Stand",
        "Anzahl",
        "Wert",
        "Region",
        "Umland",
        A,
        "Zur Region",
    ]
    assert texts(found) == [
        "31.12.2020",
        "130",
        "13,0",
        "13,0",
        "13,5",
        "12,0",
        "vergleichbar",
    ]
    assert found.zeilen[0].zellen[-1].zusatz == "Rang 2 von 3"


def test_a_row_of_the_region_shows_the_range_of_its_kommunen() -> None:
    found = table(material(two_years(), VERZEICHNIS, edition(2011, 2020)), REGION)

    assert texts(found)[1:6] == ["390", "13,0", "13,5", "12,0", "12,0 – 14,0"]


def test_a_range_needs_two_kommunen() -> None:
    alone = [zelle for zelle in two_years() if zelle[0] == A]

    found = table(material(alone, VERZEICHNIS, edition(2011, 2020)), REGION)

    assert found.zeilen[0].zellen[5].zeichen == (Zeichen.FEHLT,)


@pytest.mark.parametrize(
    ("formel", "einheit", "zusatz"),
    [
        ("prozent", "%", "in %"),
        ("je_1000", "je 1.000", "je 1.000"),
        ("mittelwert", "EUR", "in EUR"),
    ],
)
def test_a_row_says_its_unit(formel: str, einheit: str, zusatz: str) -> None:
    stelle = kennzahl("x", "alo", "bev", formel=Formelart(formel), einheit=einheit)

    found = table(material(two_years(), katalog(stelle), edition(2011, 2020)))

    assert found.zeilen[0].zusatz == zusatz


def test_all_kommunen_stand_side_by_side_with_the_groups_set_off_below() -> None:
    found = material(two_years(), VERZEICHNIS, edition(2011, 2020))
    (feld,) = found.katalog.themenfelder

    (tabelle,) = kommunen_tables(feld, list(found.katalog.kennzahlen.values()), found)

    assert [(z.kopf, z.zellen[0].text, z.abgesetzt) for z in tabelle.zeilen] == [
        (A, "12,0", False),
        (B, "13,0", False),
        (C, "14,0", False),
        ("Region", "13,0", True),
        ("Umland", "13,5", True),
    ]


@pytest.mark.parametrize(("anzahl", "breiten"), [(6, [6]), (7, [3, 4]), (13, [4, 4, 5])])
def test_many_kennzahlen_are_split_into_numbered_tables(
    anzahl: int, breiten: Sequence[int]
) -> None:
    viele = katalog(*(kennzahl(f"k{nummer}", "alo", "bev") for nummer in range(anzahl)))
    found = material(two_years(), viele, edition(2011, 2020))
    (feld,) = found.katalog.themenfelder

    tabellen = list(kommunen_tables(feld, list(viele.kennzahlen.values()), found))

    assert [len(tabelle.spalten) - 1 for tabelle in tabellen] == breiten
    assert len({tabelle.id for tabelle in tabellen}) == len(breiten)
    teil = f"Teil {len(breiten)} von {len(breiten)}"
    assert tabellen[-1].titel.endswith(f"({teil})") is (len(breiten) > 1)


def test_the_stand_is_known_although_the_first_kommune_delivers_nothing() -> None:
    found = material([z for z in two_years() if z[0] != A], VERZEICHNIS, edition(2011, 2020))

    assert stand_text(VERZEICHNIS.kennzahlen["quote"], found) == "31.12.2020"


@pytest.mark.parametrize(
    ("gebiet", "text"), [(B, "Region 13,0\u00a0%"), (REGION, "Umland 13,5\u00a0%")]
)
def test_a_key_figure_stands_beside_the_region_or_the_umland(gebiet: str, text: str) -> None:
    found = material(two_years(), VERZEICHNIS, edition(2011, 2020))
    area = found.edition.gebiete.named(gebiet)

    assert comparison_text(VERZEICHNIS.kennzahlen["quote"], area, found) == text


def test_the_umland_can_be_looked_up_like_any_area() -> None:
    found = material(two_years(), VERZEICHNIS, edition(2011, 2020))

    assert found.werte[UMLAND, 2020, "quote"].gerundet == 135
