"""All Kommunen side by side, and the words of tables."""

from collections.abc import Sequence

import pytest
from zahlen import REGION, UMLAND, A, B, C, Zellwert, edition, katalog, kennzahl, material

from reports.profile.tables import (
    comparison_text,
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
    last = tabellen[-1].spalten
    ends = dict.fromkeys((last[1].titel, last[-1].titel))
    assert tabellen[-1].titel == f"Alle Kommunen: {' bis '.join(ends)}"
    assert len({tabelle.titel for tabelle in tabellen}) == len(breiten)


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
