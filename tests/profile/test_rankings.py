"""Rankings: from the highest to the lowest released value, and nobody without one in between."""

from dataclasses import replace

from test_maps import QUOTE, ZEHN, ausgabe, quoten
from zahlen import material

from reports.domain.zeichen import Zeichen
from reports.profile.build import build_profil
from reports.profile.rankings import ranking
from reports.profile.tablemodel import Tabelle

KENNZAHL = QUOTE.kennzahlen["quote"]


def rangfolge(*promille: int | Zeichen) -> Tabelle:
    """The ranking of the ten Kommunen."""
    return ranking(KENNZAHL, material(quoten(*promille), QUOTE, ausgabe(*ZEHN)))


def rows(tabelle: Tabelle) -> list[tuple[str, ...]]:
    """Last two digits of the key, value and rank of each Kommune."""
    kommunen = [zeile for zeile in tabelle.zeilen if not zeile.abgesetzt]
    return [(z.kopf[-2:], *(zelle.text for zelle in z.zellen)) for z in kommunen]


def test_the_highest_value_stands_first_and_ties_share_their_places() -> None:
    """By hand: 90 and twice 80, and so on down to 10 of 1,000."""
    found = rows(rangfolge(10, 20, 30, 40, 50, 60, 70, 80, 80, 90))

    assert found[:4] == [
        ("10", "9,0", "1"),
        ("08", "8,0", "2–3"),
        ("09", "8,0", "2–3"),
        ("07", "7,0", "4"),
    ]
    assert found[-1] == ("01", "1,0", "10")


def test_a_hidden_value_has_no_rank_and_stands_at_the_end_whatever_it_is() -> None:
    """Two of 1,000 and 999 of 1,000 may not be told; both stand by their keys."""
    found = rows(rangfolge(30, 2, 40, 50, 60, 70, 80, 90, 100, 110))

    hidden = [row for row in found if row[1] == "*"]
    assert ("02", "*", "x") in hidden
    assert found[-len(hidden) :] == sorted(hidden)
    assert [rank for _, _, rank in found[: -len(hidden)]] == [
        str(place) for place in range(1, 11 - len(hidden))
    ]


def test_region_and_umland_stand_apart_without_a_rank() -> None:
    tabelle = rangfolge(*range(10, 110, 10))
    apart = [zeile for zeile in tabelle.zeilen if zeile.abgesetzt]

    assert [zeile.kopf for zeile in apart] == ["Region", "Umland"]
    assert [zelle.text for zelle in apart[0].zellen] == ["5,5", "x"]


def test_the_head_names_kennzahl_unit_and_stand() -> None:
    tabelle = rangfolge(*range(10, 110, 10))

    assert tabelle.titel == "Rangfolge: quote"
    assert [(s.titel, s.zusatz) for s in tabelle.spalten] == [
        ("Kommune", ""),
        ("Wert", "%, 31.12.2022"),
        ("Rang", ""),
    ]


def test_the_ranking_stands_beside_the_map_of_the_same_kennzahl_in_the_region_alone() -> None:
    chosen = replace(ausgabe(*ZEHN), kernzahlen=("quote",))
    found = material(quoten(*range(10, 110, 10)), QUOTE, chosen)
    areas = (chosen.gebiete.region, chosen.gebiete.kommunen[0])
    region, kommune = (build_profil(gebiet, found).themen[0] for gebiet in areas)

    assert region.rangfolge is not None
    assert region.karte is not None
    assert region.karte.id == "karte-quote"
    assert region.rangfolge.id == "rangfolge-quote"
    assert (kommune.rangfolge, kommune.karte) == (None, None)
