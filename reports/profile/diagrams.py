"""The charts of a chapter: lines where there is a series, dots of all Kommunen where not."""

from collections.abc import Iterator, Sequence
from math import ceil, floor

from reports.domain.angabe import Wert
from reports.domain.katalog import Formelart, Kennzahl, Themenfeld
from reports.domain.zeit import Vergleichbarkeit
from reports.profile.alttexts import alt_of_dots, alt_of_lines
from reports.profile.cells import value_with_unit
from reports.profile.chartmodel import (
    Diagramm,
    Linie,
    Linienart,
    Linienbild,
    Liniendiagramm,
    Punkt,
    Punktdiagramm,
    Punktreihe,
    Strich,
)
from reports.profile.material import Gebiet, Material
from reports.profile.model import Zelle
from reports.profile.numbers import write_number
from reports.profile.tables import compared_with, evenly, stand_text
from reports.profile.ticks import ticks

_BILDER_JE_DIAGRAMM = 6
_REIHEN_JE_DIAGRAMM = 12
_JAHRE_EINER_REIHE = 3
_LINIEN_LESEN = "Jedes Bild hat seine eigene senkrechte Achse, die nicht bei null beginnen muss."
_PUNKTE_LESEN = (
    "Jede Zeile hat ihre eigene Skala vom kleinsten zum größten Wert der Kommunen (grau)."
)


def diagrams(
    themenfeld: Themenfeld, kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material
) -> tuple[Diagramm, ...]:
    """The charts of one chapter, lines first."""
    series = [k for k in kennzahlen if _is_series(k, gebiet, material)]
    single = [
        k
        for k in kennzahlen
        if k not in series and k.formel is not Formelart.ANZAHL and material.covers_kommunen(k)
    ]
    return (
        *_line_charts(themenfeld, series, gebiet, material),
        *_dot_charts(themenfeld, single, gebiet, material),
    )


def _is_series(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> bool:
    own = _line(kennzahl, gebiet, Linienart.EIGEN, material)
    return sum(punkt.wert is not None for punkt in own.punkte) >= _JAHRE_EINER_REIHE


def _line_charts(
    themenfeld: Themenfeld, kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material
) -> Iterator[Liniendiagramm]:
    for nummer, part, teil in _parts(kennzahlen, _BILDER_JE_DIAGRAMM):
        yield Liniendiagramm(
            id=f"linien-{themenfeld.id}-{nummer}",
            titel=f"{themenfeld.titel}: Entwicklung {material.edition.spanne}, {gebiet.name}{teil}",
            bilder=tuple(_panel(kennzahl, gebiet, material) for kennzahl in part),
            alt=alt_of_lines(themenfeld.titel, part, gebiet, material),
            lesehilfe=_LINIEN_LESEN,
        )


def _panel(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Linienbild:
    spanne = material.edition.spanne
    lines = tuple(_lines(kennzahl, gebiet, material))
    stand = material.staende[kennzahl.id]
    return Linienbild(
        titel=kennzahl.titel,
        einheit=kennzahl.einheit,
        linien=tuple(linie for linie in lines if any(p.wert is not None for p in linie.punkte)),
        striche=_axis(kennzahl, gebiet, material),
        brueche=stand.bruchjahre(Vergleichbarkeit.NEIN),
        einschraenkungen=stand.bruchjahre(Vergleichbarkeit.EINGESCHRAENKT),
        jahre=(spanne.von, spanne.bis),
    )


def _lines(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Iterator[Linie]:
    """The own line, and for rates the one it is compared with."""
    yield _line(kennzahl, gebiet, Linienart.EIGEN, material)
    if kennzahl.formel is not Formelart.ANZAHL:
        yield _line(kennzahl, compared_with(gebiet, material), Linienart.VERGLEICH, material)


def _line(kennzahl: Kennzahl, gebiet: Gebiet, art: Linienart, material: Material) -> Linie:
    years = _years(material)
    werte = {jahr: material.wert(gebiet, kennzahl, jahr) for jahr in years}
    known = [jahr for jahr, wert in werte.items() if wert.wert is not None]
    last = value_with_unit(kennzahl, werte[known[-1]]) if known else Zelle(text="")
    return Linie(
        name=gebiet.kurzname,
        art=art,
        punkte=tuple(Punkt(jahr=jahr, wert=werte[jahr].wert) for jahr in years),
        endtext=f"{gebiet.kurzname} {last.text}",
        zeichen=last.zeichen,
    )


def _years(material: Material) -> range:
    spanne = material.edition.spanne
    return range(spanne.von, spanne.bis + 1)


def _axis(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> tuple[Strich, ...]:
    areas = [gebiet]
    if kennzahl.formel is not Formelart.ANZAHL:
        areas.append(compared_with(gebiet, material))
    scale = 10**kennzahl.nachkommastellen
    positions = [
        wert.wert * scale
        for area in areas
        for jahr in _years(material)
        if (wert := material.wert(area, kennzahl, jahr)).wert is not None
    ]
    return tuple(
        Strich(wert=tick / scale, text=write_number(tick, kennzahl.nachkommastellen))
        for tick in ticks(floor(min(positions)), ceil(max(positions)))
    )


def _dot_charts(
    themenfeld: Themenfeld, kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material
) -> Iterator[Punktdiagramm]:
    is_region = gebiet == material.edition.gebiete.region
    subject = "die Kommunen" if is_region else gebiet.name
    for nummer, part, teil in _parts(kennzahlen, _REIHEN_JE_DIAGRAMM):
        yield Punktdiagramm(
            id=f"punkte-{themenfeld.id}-{nummer}",
            titel=f"{themenfeld.titel}: {subject} im Vergleich{teil}",
            eigenname="" if is_region else gebiet.kurzname,
            reihen=tuple(_dots(kennzahl, gebiet, material) for kennzahl in part),
            alt=alt_of_dots(themenfeld.titel, part, gebiet, material),
            lesehilfe=_PUNKTE_LESEN,
        )


def _dots(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Punktreihe:
    region = material.edition.gebiete.region
    own = material.wert(gebiet, kennzahl)
    others = _known(
        [
            material.wert(k, kennzahl)
            for k in material.edition.gebiete.kommunen
            if k.schluessel != gebiet.schluessel
        ]
    )
    every = _known([own, *others]) if gebiet != region else others
    low, high, shown = (value_with_unit(kennzahl, wert) for wert in (every[0], every[-1], own))
    return Punktreihe(
        titel=kennzahl.titel,
        stand=stand_text(kennzahl, material),
        werte=tuple(w.wert for w in others if w.wert is not None),
        eigen=own.wert if gebiet != region else None,
        region=material.wert(region, kennzahl).wert,
        kleinster=low.text,
        groesster=high.text,
        eigentext=shown.text,
        zeichen=(*low.zeichen, *high.zeichen, *shown.zeichen),
    )


def _known(werte: list[Wert]) -> list[Wert]:
    known = (w for w in werte if w.wert is not None)
    return sorted(known, key=lambda w: (w.wert or 0.0, w.gerundet_null))


def _parts(
    kennzahlen: Sequence[Kennzahl], size: int
) -> Iterator[tuple[int, Sequence[Kennzahl], str]]:
    """Number, Kennzahlen and title suffix of each of the charts that share a chapter."""
    parts = evenly(kennzahlen, size)
    for nummer, part in enumerate(parts, start=1):
        suffix = f" (Teil {nummer} von {len(parts)})" if len(parts) > 1 else ""
        yield nummer, part, suffix
