"""Tile maps: where a Kommune lies, and how the first Kennzahl of a chapter is spread."""

from dataclasses import replace

import pytest
from zahlen import (
    REGION,
    A,
    Zellwert,
    echtes_material,
    edition,
    gebiete,
    katalog,
    kennzahl,
    material,
)

from reports.domain.zeichen import Zeichen
from reports.edition import Edition
from reports.profile.build import build_profil
from reports.profile.chartmodel import Kachelkarte
from reports.profile.maps import locator
from reports.profile.model import Profil

ZEHN = tuple(f"032410{nummer:02}" for nummer in range(1, 11))
QUOTE = katalog(kennzahl("quote", "alo", "bev"))


def ausgabe(*kommunen: str, spalten: int = 5) -> Edition:
    """An edition of these Kommunen, row by row."""
    plain = gebiete(*kommunen)
    placed = tuple(
        replace(kommune, spalte=nummer % spalten + 1, reihe=nummer // spalten + 1)
        for nummer, kommune in enumerate(plain.kommunen)
    )
    found = edition(2022, 2022)
    return replace(found, gebiete=replace(plain, kommunen=placed), vergleich=("umland",))


def quoten(*promille: int | Zeichen, merkmal: str = "alo") -> list[Zellwert]:
    """Rates of the ten Kommunen."""
    return [
        (key, 2022, name, count)
        for key, count in zip(ZEHN, promille, strict=False)
        for name, count in ((merkmal, count), ("bev", 1000))
    ]


def region(zellen: list[Zellwert], chosen: Edition | None = None) -> Profil:
    """The Region's Profil."""
    found = material(zellen, QUOTE, chosen or ausgabe(*ZEHN))
    shown = replace(found, edition=replace(found.edition, kernzahlen=("quote",)))
    return build_profil(shown.edition.gebiete.region, shown)


def karte(zellen: list[Zellwert], chosen: Edition | None = None) -> Kachelkarte:
    """The map of the only chapter."""
    found = region(zellen, chosen).themen[0].karte
    assert found is not None
    return found


def real(name: str) -> Kachelkarte:
    """The locator of a Kommune of the shipped Region."""
    found = echtes_material()
    (kommune,) = (k for k in found.edition.gebiete.kommunen if k.name == name)
    lage = locator(kommune, found)
    assert lage is not None
    return lage


def test_a_kommune_has_its_own_tile_marked_and_the_region_none() -> None:
    uetze = real("Uetze")

    assert len(uetze.kartenkacheln) == 21
    (own,) = (tile for tile in uetze.kartenkacheln if tile.eigen)
    assert (own.spalte, own.reihe, own.stufe) == (5, 3, 4)
    assert {(tile.name, tile.text) for tile in uetze.kartenkacheln} == {("", "")}
    assert {tile.stufe for tile in uetze.kartenkacheln if not tile.eigen} == {0}
    assert locator(echtes_material().edition.gebiete.region, echtes_material()) is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Uetze", "Uetze liegt im Osten, neben Burgdorf, Lehrte und Sehnde;"),
        (
            "Hannover",
            "Hannover liegt in der Mitte, neben Hemmingen, Langenhagen, Lehrte und Seelze;",
        ),
        ("Springe", "Springe liegt im Südwesten, neben Pattensen, Ronnenberg und Wennigsen"),
        ("Burgwedel", "Burgwedel liegt im Nordosten, neben Isernhagen und Wedemark;"),
        ("Langenhagen", "liegt im Norden,"),
        ("Pattensen", "liegt im Süden,"),
        ("Laatzen", "liegt im Südosten,"),
        ("Wunstorf", "liegt im Nordwesten,"),
        ("Seelze", "liegt im Westen,"),
    ],
)
def test_the_words_say_on_which_side_and_beside_whom(name: str, said: str) -> None:
    """Read off the map by eye."""
    alt = real(name).alt

    assert alt.startswith("Kachelkarte der Region Hannover: ")
    assert said in alt
    assert 60 <= len(alt) <= 300


def test_a_kommune_alone_lies_in_the_middle_beside_nobody() -> None:
    lone = ausgabe(A)
    found = material([(A, 2022, "alo", 5), (A, 2022, "bev", 1000)], QUOTE, lone)

    lage = locator(found.edition.gebiete.kommunen[0], found)
    assert lage is not None
    assert f"Die Kachel von {A} liegt in der Mitte; " in lage.alt


def test_quarters_go_by_the_rank_of_values() -> None:
    """By hand: of ten ranks, 4 · (11 - rank) / 10 is above 3, 2, 1 and 0 for 3, 2, 3 and 2 of them."""
    found = karte(quoten(100, 90, 80, 70, 60, 50, 40, 30, 20, 10))

    assert [tile.stufe for tile in found.kartenkacheln] == [4, 4, 4, 3, 3, 2, 2, 2, 1, 1]
    assert [tile.text for tile in found.kartenkacheln[:2]] == ["10,0", "9,0"]
    assert found.kartenkacheln[0].name == ZEHN[0]
    assert found.lesehilfe.startswith("Von dunkel nach hell: höchstes, zweithöchstes,")
    assert "Weiß" not in found.lesehilfe


def test_equal_prints_have_equal_fills() -> None:
    """The third and the fourth of ten share the third rank."""
    found = karte(quoten(100, 90, 80, 80, 60, 50, 40, 30, 20, 10))

    assert [tile.stufe for tile in found.kartenkacheln[:5]] == [4, 4, 4, 4, 3]


def test_a_suppressed_value_is_paper_with_its_sign_and_not_counted() -> None:
    """One person is fewer than three; a second one must be hidden with it. Eight values are left."""
    found = karte(quoten(100, 90, 80, 70, 60, 50, 40, 30, 20, 1))

    assert [tile.stufe for tile in found.kartenkacheln] == [4, 4, 3, 3, 2, 2, 1, 1, 0, 0]
    assert [tile.text for tile in found.kartenkacheln[7:]] == ["3,0", "*", "*"]
    assert found.lesehilfe.endswith("Weiß: kein Wert.")
    assert "; 2 Kommunen ohne Wert." in found.alt


def test_fewer_than_eight_values_have_no_fills() -> None:
    found = karte(quoten(*range(100, 30, -10), *[Zeichen.GEHEIM_QUELLE] * 3))

    assert {tile.stufe for tile in found.kartenkacheln} == {0}
    assert found.kartenkacheln[-1].text == "·"
    assert found.lesehilfe == "Ohne Farbstufen, weil weniger als acht Kommunen einen Wert haben."


def test_eight_values_have_fills() -> None:
    found = karte(quoten(*range(100, 20, -10), *[Zeichen.GEHEIM_QUELLE] * 2))

    assert [tile.stufe for tile in found.kartenkacheln] == [4, 4, 3, 3, 2, 2, 1, 1, 0, 0]


def test_the_first_kennzahl_with_figures_of_all_kommunen_is_shown() -> None:
    """The first one lacks a Kommune."""
    zwei = katalog(kennzahl("erste", "alo", "bev"), kennzahl("zweite", "kinder", "bev"))
    zellen = [*quoten(*range(100, 10, -10)), *quoten(*range(50, 150, 10), merkmal="kinder")]
    found = material(list(dict.fromkeys(zellen)), zwei, ausgabe(*ZEHN))
    shown = replace(found, edition=replace(found.edition, kernzahlen=("erste",)))

    (thema,) = build_profil(shown.edition.gebiete.region, shown).themen
    assert thema.karte is not None
    assert (thema.karte.id, thema.bilder[0]) == ("karte-zweite", thema.karte)


def test_a_chapter_without_such_a_kennzahl_has_no_map() -> None:
    assert region(quoten(*range(100, 10, -10))).themen[0].karte is None


@pytest.mark.parametrize(("spalten", "drawn"), [(6, True), (7, False)])
def test_a_map_has_no_more_columns_than_names_have_room_in(
    spalten: int,
    drawn: bool,  # noqa: FBT001
) -> None:
    found = region(quoten(*range(100, 0, -10)), ausgabe(*ZEHN, spalten=spalten))

    assert (found.themen[0].karte is not None) is drawn


def test_only_the_region_has_maps_of_figures() -> None:
    found = material(quoten(*range(100, 0, -10)), QUOTE, ausgabe(*ZEHN))
    shown = replace(found, edition=replace(found.edition, kernzahlen=("quote",)))
    profil = build_profil(shown.edition.gebiete.kommunen[0], shown)

    assert [thema.karte for thema in profil.themen] == [None]
    assert [bild.id for bild in profil.bilder] == ["lage", "beispiel"]


def test_the_words_of_a_map_name_both_ends_and_who_has_them() -> None:
    alt = karte(quoten(*range(100, 0, -10))).alt

    assert alt.startswith("Kachelkarte Quote, 31.12.2022: Werte der Kommunen von ")
    assert f"von 1,0\u00a0% ({ZEHN[9]}) bis 10,0\u00a0% ({ZEHN[0]})." in alt
    assert alt.endswith(" Die Werte stehen in der Tabelle danach.")


def test_an_end_that_several_share_names_nobody() -> None:
    alt = karte(quoten(100, 100, *range(80, 0, -10))).alt

    assert "bis 10,0\u00a0%. Die" in alt


def test_the_shipped_region_has_a_map_of_each_chapter_with_figures_of_all_kommunen() -> None:
    """Chapters without one are those of which no Kommune has any figure."""
    found = echtes_material()
    profil = build_profil(found.edition.gebiete.named(REGION), found)
    of_all = {thema.id: any(t.id.startswith("kommunen-") for t in thema.tabellen)
              for thema in profil.themen}  # fmt: skip

    assert {thema.id: thema.karte is not None for thema in profil.themen} == of_all
    for thema in profil.themen:
        if thema.karte:
            assert len(thema.karte.kartenkacheln) == 21
            assert 60 <= len(thema.karte.alt) <= 300
