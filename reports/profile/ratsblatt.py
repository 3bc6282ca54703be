"""The page model of the front page alone, for the sheet that is handed out by itself."""

from dataclasses import replace

from reports.profile.build import build_profil
from reports.profile.legend import legende
from reports.profile.material import Gebiet, Material
from reports.profile.model import Profil
from reports.profile.tablemodel import Zelle


def build_ratsblatt(gebiet: Gebiet, material: Material) -> Profil:
    """The Profil of *gebiet* without all that stands behind its first page.

    What the first page shows is the same to the digit; its legend explains the signs of this page
    and no others, since there is no other page that could.
    """
    whole = build_profil(gebiet, material)
    katalog, gebiete = material.katalog, material.edition.gebiete
    signale = filter(None, [whole.signale])
    region = replace(gebiete, gruppen=gebiete.gruppen[:1])  # the first page names no other group
    return replace(
        whole,
        fruehwarnung=replace(whole.fruehwarnung, tabelle=None, kommunen=None),
        beispiel=None,
        lesehilfe=(),
        seither=(),
        legende=legende(_cells(whole), signale, (), region, katalog.abkuerzungen),
        vergleich=replace(whole.vergleich, tabellen=()),
        kommunenblick=None,
        themen=(),
        verzeichnis=replace(whole.verzeichnis, tabellen=(), anmerkungen=(), brueche=(), quellen=()),
        rueckseite=(),
    )


def _cells(profil: Profil) -> list[Zelle]:
    """The cells of the front page that stand in no table."""
    of_tiles = (cell for tile in profil.kacheln for cell in (tile.wert, tile.veraenderung))
    return [profil.einwohner, *(cell for cell in of_tiles if cell)]
