"""Rankings: all Kommunen from the highest to the lowest value of a Kennzahl."""

from reports.comparison.standing import Rang
from reports.domain.gebiet import Kommune
from reports.domain.katalog import Kennzahl
from reports.domain.zeichen import Zeichen
from reports.profile.cells import value_cell
from reports.profile.material import Gebiet, Material
from reports.profile.numbers import sign_cell
from reports.profile.tablemodel import Spalte, Tabelle, Tabellenart, Zeile, Zelle
from reports.profile.tables import places_text, stand_text


def ranking(kennzahl: Kennzahl, material: Material) -> Tabelle:
    """A row per Kommune by its rank, those without a value at the end; below, the groups.

    Kommunen with the same printed value share a rank and stand in the order of their keys.
    """
    gebiete = material.edition.gebiete
    groups = [gebiet for gebiet in gebiete.alle if gebiet not in gebiete.kommunen]
    ranked = sorted(gebiete.kommunen, key=lambda kommune: _place(kommune, kennzahl, material))
    return Tabelle(
        id=f"rangfolge-{kennzahl.id}",
        art=Tabellenart.RANGFOLGE,
        titel=f"Rangfolge: {kennzahl.kurztitel}",
        spalten=(
            Spalte(titel="Kommune"),
            Spalte(titel="Wert", zusatz=f"{kennzahl.einheit}, {stand_text(kennzahl, material)}"),
            Spalte(titel="Rang"),
        ),
        zeilen=(
            *(_row(kommune, kommune.name, kennzahl, material) for kommune in ranked),
            *(_row(gruppe, gruppe.kurzname, kennzahl, material, apart=True) for gruppe in groups),
        ),
    )


def _place(kommune: Kommune, kennzahl: Kennzahl, material: Material) -> tuple[bool, int, str]:
    """Orders the Kommunen: by rank, without one last, then by key."""
    rang = material.einordnung(kommune, kennzahl).rang
    return rang is None, rang.rang if rang else 0, kommune.schluessel


def _row(
    gebiet: Gebiet, name: str, kennzahl: Kennzahl, material: Material, *, apart: bool = False
) -> Zeile:
    rang = material.einordnung(gebiet, kennzahl).rang
    value = value_cell(kennzahl, material.wert(gebiet, kennzahl))
    return Zeile(kopf=name, zellen=(value, _rank(rang)), abgesetzt=apart)


def _rank(rang: Rang | None) -> Zelle:
    return Zelle(text=places_text(rang)) if rang else sign_cell(Zeichen.SINNLOS)
