"""All Kennzahlen of a chapter at their Stand, each with its spine: where all Kommunen stand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.domain.katalog import Kennzahl, Richtung, Themenfeld
from reports.domain.zeichen import Zeichen
from reports.profile.alttexts import alt_of_spine
from reports.profile.cells import count_cell, value_cell
from reports.profile.changes import change_of
from reports.profile.chartmodel import Spine, Spinezeile
from reports.profile.material import Gebiet, Material
from reports.profile.numbers import NBSP, sign_cell
from reports.profile.ranges import range_cell
from reports.profile.tablemodel import Bild, Spalte, Tabelle, Tabellenart, Zeile, Zelle
from reports.profile.tables import rank_text, stand_text, unit_of

EINLEITUNG = (
    "Jede Zeile zeigt rechts, wo die Kommunen bei dieser Kennzahl stehen: Die senkrechte Linie in"
    " der Mitte ist die Region, jeder Strich eine Kommune{eigen}. Auf durchgezogenen Linien ist"
    " rechts günstiger, auf gepunkteten nur höher: Diese Kennzahlen werden nicht gewertet."
)
_EIGEN = ", die Raute {name}"


def introduction(gebiet: Gebiet, material: Material) -> str:
    """How to read a row of these tables."""
    is_region = gebiet == material.edition.gebiete.region
    return EINLEITUNG.format(eigen="" if is_region else _EIGEN.format(name=gebiet.kurzname))


def comparison_table(
    themenfeld: Themenfeld, kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material
) -> Tabelle:
    """The table of a chapter, in the Region's own edition without the column of the Region."""
    is_region = gebiet == material.edition.gebiete.region
    rows = {k.id: spine_row(k, gebiet, material) for k in kennzahlen}
    drawn = tuple(row for row in rows.values() if row)
    return Tabelle(
        id=f"tabelle-{themenfeld.id}",
        art=Tabellenart.VERGLEICH_REGION if is_region else Tabellenart.VERGLEICH,
        titel=f"{themenfeld.titel}, {gebiet.name}",
        spalten=tuple(
            Spalte(titel=titel) for titel in _heads(gebiet, material, is_region=is_region)
        ),
        zeilen=tuple(
            Zeile(
                kopf=kennzahl.titel,
                zusatz=_small(kennzahl, material),
                zellen=tuple(_cells(kennzahl, gebiet, material, rows[kennzahl.id])),
            )
            for kennzahl in kennzahlen
        ),
        spine=Spine(id=f"spine-{themenfeld.id}", zeilen=drawn) if drawn else None,
    )


def _heads(gebiet: Gebiet, material: Material, *, is_region: bool) -> Iterator[str]:
    yield from ("Kennzahl", "Anzahl", "Wert")
    yield from (area.kurzname for area in _beside(gebiet, material))
    yield "Kommunen um die Region" if is_region else "Lage zur Region · Rang"
    yield f"Änderung {material.edition.zeitraeume[0]}"


def _beside(gebiet: Gebiet, material: Material) -> tuple[Gebiet, ...]:
    """The areas whose values stand in the row."""
    region, others = material.edition.gebiete.region, material.vergleichsgebiete()
    return others if gebiet == region else (region, *others)


def _small(kennzahl: Kennzahl, material: Material) -> str:
    """The unit and the Stand, as they stand behind the title."""
    return " · ".join(part for part in (unit_of(kennzahl), stand_text(kennzahl, material)) if part)


def _cells(
    kennzahl: Kennzahl, gebiet: Gebiet, material: Material, row: Spinezeile | None
) -> Iterator[Zelle]:
    wert = material.wert(gebiet, kennzahl)
    yield count_cell(kennzahl, wert, material.katalog)
    yield value_cell(kennzahl, wert)
    for other in _beside(gebiet, material):
        yield value_cell(kennzahl, material.wert(other, kennzahl))
    yield _place_cell(kennzahl, gebiet, material, row)
    yield _change_cell(kennzahl, gebiet, material)


def _place_cell(
    kennzahl: Kennzahl, gebiet: Gebiet, material: Material, row: Spinezeile | None
) -> Zelle:
    """The spine and, below it, what can be said in words."""
    is_region = gebiet == material.edition.gebiete.region
    text = range_cell(kennzahl, material) if is_region else _standing(kennzahl, gebiet, material)
    if row is None:
        return text
    return replace(text, bild=Bild(row.id, alt_of_spine(kennzahl, gebiet, material, row.eigen)))


def _standing(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Zelle:
    """Over or under the Region where chance cannot explain it, and the rank."""
    found = material.einordnung(gebiet, kennzahl)
    rang = rank_text(found.rang)
    words = [word for word in (found.lage, rang) if word]
    if not words:
        return sign_cell(Zeichen.SINNLOS)
    printed = " · ".join(words).replace("Rang ", "").replace(" von ", f"{NBSP}von{NBSP}")
    return Zelle(text=printed, gesprochen=", ".join(words))


def _change_cell(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Zelle:
    """The change over the first period and, small, whether the last years have a trend."""
    if material.staende[kennzahl.id].spannen[0] is None:
        return sign_cell(Zeichen.SINNLOS)
    trend = material.einordnung(gebiet, kennzahl).trend
    change = change_of(kennzahl, gebiet, material)
    return change if trend.von is None else replace(change, zusatz=trend.urteil)


def spine_row(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Spinezeile | None:
    """The places of all Kommunen; None where too few have one."""
    places = {
        kommune.schluessel: place
        for kommune in material.edition.gebiete.kommunen
        if (place := material.einordnung(kommune, kennzahl).platz) is not None
    }
    own = places.pop(gebiet.schluessel, None)
    if not places:
        return None
    return Spinezeile(
        id=f"spine-{kennzahl.id}",
        andere=tuple(sorted(places.values())),
        eigen=own,
        gewertet=kennzahl.richtung is not Richtung.NEUTRAL,
    )
