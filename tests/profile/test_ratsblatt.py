"""The first page alone: the same to the digit, and nothing that only the others show."""

import pytest
from zahlen import echtes_material

from reports.profile.build import build_profil
from reports.profile.model import Profil
from reports.profile.ratsblatt import build_ratsblatt

KOPF = (
    *("schluessel", "name", "titel", "untertitel", "hinweis", "fuss", "einwohner"),
    *("einwohner_stand", "saetze", "signale", "kacheln"),
)


@pytest.fixture(scope="module", params=["Uetze", "Hannover", "Region Hannover"])
def paar(request: pytest.FixtureRequest) -> tuple[Profil, Profil]:
    """The whole Profil of an area and its first page."""
    material = echtes_material()
    gebiete = material.edition.gebiete
    areas = {gebiet.name: gebiet for gebiet in (*gebiete.kommunen, gebiete.region)}
    gebiet = areas[request.param]
    return build_profil(gebiet, material), build_ratsblatt(gebiet, material)


def test_the_first_page_is_that_of_the_whole_profile(paar: tuple[Profil, Profil]) -> None:
    ganz, blatt = paar

    assert [getattr(blatt, name) for name in KOPF] == [getattr(ganz, name) for name in KOPF]


def test_nothing_stands_behind_the_first_page(paar: tuple[Profil, Profil]) -> None:
    _, blatt = paar

    assert blatt.tabellen == ((blatt.signale,) if blatt.signale else ())
    assert blatt.bilder == ((blatt.karte,) if blatt.karte else ())
    assert blatt.themen == ()


def test_the_legend_explains_the_signs_of_the_page_and_no_others(
    paar: tuple[Profil, Profil],
) -> None:
    ganz, blatt = paar
    rows = blatt.signale.zeilen if blatt.signale else ()
    cells = [cell for row in rows for cell in row.zellen]
    tiles = [cell for tile in blatt.kacheln for cell in (tile.wert, tile.veraenderung) if cell]
    small = [*(row.zusatz for row in rows), *(tile.stand for tile in blatt.kacheln)]
    text = " ".join((*(cell.text for cell in (*cells, *tiles)), *small))

    explained = {line.zeichen.text for line in blatt.legende}
    assert "( )" in explained
    assert explained <= {line.zeichen.text for line in ganz.legende}
    assert all(sign.split(" ")[0] in text for sign in explained)
    assert ("%-Pkt." in text) == ("%-Pkt." in explained)
