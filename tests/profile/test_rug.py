"""All Kommunen at once, by sign."""

from dataclasses import replace

from zahlen import REGION, edition, gebiete, katalog, kennzahl, material

from reports.comparison.standing import Status
from reports.domain.katalog import Richtung
from reports.profile.material import Material
from reports.profile.model import Kommunenblick
from reports.profile.rug import STATUSZEICHEN, kommunenblick

KOMMUNEN = tuple(f"032410{number:02d}" for number in range(1, 11))
LAST = kennzahl("alo01", "alo", "bev", richtung=Richtung.MEHR_BELASTUNG)
ALTER = kennzahl("alt01", "alt", "bev")


def stoff(*alo: int) -> Material:
    """Ten Kommunen of 10,000 people each, with these unemployed and 2,000 old."""
    zellen = [
        (key, 2020, name, wert)
        for key, zahl in zip(KOMMUNEN, alo, strict=True)
        for name, wert in (("alo", zahl), ("alt", 2000), ("bev", 10_000))
    ]
    of_ten = replace(edition(2011, 2020), gebiete=gebiete(*KOMMUNEN))
    return material(zellen, katalog(LAST, ALTER), of_ten)


def shown(found: Material, schluessel: str = REGION) -> Kommunenblick | None:
    return kommunenblick(found.edition.gebiete.named(schluessel), found)


def test_only_the_region_sees_all_kommunen() -> None:
    assert shown(stoff(*range(500, 600, 10)), KOMMUNEN[0]) is None


def test_only_judged_kennzahlen_have_a_column() -> None:
    found = shown(stoff(*range(500, 600, 10)))

    assert found is not None
    assert found.schluessel == (("ALO 01", "Alo01"),)
    (tabelle,) = found.tabellen
    assert [spalte.titel for spalte in tabelle.spalten] == ["Kommune", "ALO 01"]
    assert [zeile.kopf for zeile in tabelle.zeilen] == list(KOMMUNEN)


def test_each_sign_is_that_of_the_status_and_has_its_word() -> None:
    stuff = stoff(500, 510, 490, 505, 495, 500, 500, 510, 490, 1500)
    found = shown(stuff)

    assert found is not None
    last = found.tabellen[0].zeilen[-1].zellen[0]
    assert (last.text, last.gesprochen) == ("▲", "auffällig")
    first = stuff.einordnung(stuff.edition.gebiete.kommunen[0], LAST).status
    assert first is not None
    assert found.tabellen[0].zeilen[0].zellen[0].text == STATUSZEICHEN[first]


def test_a_suppressed_value_has_its_sign_in_place_of_a_status() -> None:
    found = shown(stoff(2, 510, 490, 505, 495, 500, 500, 510, 490, 1500))

    assert found is not None
    assert found.tabellen[0].zeilen[0].zellen[0].text == "*"


def test_signs_of_different_status_differ() -> None:
    assert set(STATUSZEICHEN) == set(Status)
    assert len(set(STATUSZEICHEN.values())) == len(Status)


def test_without_anything_judged_there_is_no_such_page() -> None:
    found = material([(KOMMUNEN[0], 2020, "alt", 2000)], katalog(ALTER), edition(2011, 2020))

    assert shown(found) is None
