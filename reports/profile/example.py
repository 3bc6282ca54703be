"""The worked example on the page that explains the profile: a key figure's spine, with labels."""

from reports.domain.katalog import Kennzahl, Richtung
from reports.profile.alttexts import alt_of_spine
from reports.profile.cells import value_with_unit
from reports.profile.chartmodel import Spinebeispiel
from reports.profile.comparisontables import spine_row
from reports.profile.material import Gebiet, Material
from reports.profile.tables import stand_text

_JE_KOMMUNE = "ein Strich je Kommune"
_GEWERTET = ("← ungünstiger", "günstiger →")
_UNGEWERTET = ("← niedriger", "höher →")


def example(gebiet: Gebiet, material: Material) -> Spinebeispiel | None:
    """The spine of the first key figure that has one, if possible a judged one."""
    kennzahlen = [material.katalog.kennzahlen[name] for name in material.edition.kernzahlen]
    shown = [k for k in kennzahlen if k.id in material.staende]
    judged_first = sorted(shown, key=lambda kennzahl: kennzahl.richtung is Richtung.NEUTRAL)
    found = (_example(kennzahl, gebiet, material) for kennzahl in judged_first)
    return next((beispiel for beispiel in found if beispiel), None)


def _example(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Spinebeispiel | None:
    row = spine_row(kennzahl, gebiet, material)
    if row is None:
        return None
    region = material.edition.gebiete.region
    return Spinebeispiel(
        id="beispiel",
        titel=f"{kennzahl.titel}, {stand_text(kennzahl, material)}",
        zeile=row,
        eigen="" if row.eigen is None else _labelled(kennzahl, gebiet, material),
        andere=_JE_KOMMUNE,
        region=_labelled(kennzahl, region, material),
        enden=_GEWERTET if row.gewertet else _UNGEWERTET,
        alt=f"Beispiel. {alt_of_spine(kennzahl, gebiet, material, row.eigen)}.",
    )


def _labelled(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> str:
    return f"{gebiet.kurzname} {value_with_unit(kennzahl, material.wert(gebiet, kennzahl)).text}"
