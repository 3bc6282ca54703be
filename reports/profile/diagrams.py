"""The charts of a chapter: small multiples of lines on one time axis."""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import ceil, floor

from reports.domain.katalog import Formelart, Kennzahl
from reports.domain.zeit import Vergleichbarkeit
from reports.profile.alttexts import alt_of_lines
from reports.profile.cells import value_with_unit
from reports.profile.chartmodel import (
    Linie,
    Linienart,
    Liniendiagramm,
    Punkt,
    Spannweite,
    Strich,
)
from reports.profile.material import Gebiet, Material
from reports.profile.numbers import write_number
from reports.profile.tablemodel import Zelle
from reports.profile.tables import compared_with
from reports.profile.ticks import ticks

LESEHILFE = (
    "Die Raute steht für {name}, die gestrichelte Linie für {vergleich}, die graue Fläche reicht vom"
    " kleinsten zum größten Wert der Kommunen. Die senkrechten Achsen müssen nicht bei null beginnen."
)
_BILDER = 6  # on a page
_JAHRE_EINER_REIHE = 3
_MINDESTKOMMUNEN = 4  # for a band, as for a spine


def diagrams(
    kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material
) -> tuple[Liniendiagramm, ...]:
    """The first Kennzahlen of a chapter with a series, the same in the profiles of all Kommunen."""
    series = (k for k in kennzahlen if _is_series(k, gebiet, material))
    return tuple(_chart(k, gebiet, material) for k in islice(series, _BILDER))


def reading(gebiet: Gebiet, material: Material) -> str:
    """How to read the charts."""
    other = compared_with(gebiet, material)
    return LESEHILFE.format(name=gebiet.kurzname, vergleich=_with_article(other, material))


def _with_article(gebiet: Gebiet, material: Material) -> str:
    """The name as it stands behind »für«."""
    is_region = gebiet == material.edition.gebiete.region
    return f"die {gebiet.kurzname}" if is_region else gebiet.kurzname


def _is_series(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> bool:
    """Whether the Region has enough years for its own profile, or half of all Kommunen for theirs."""
    gebiete = material.edition.gebiete
    alike = (gebiet,) if gebiet == gebiete.region else gebiete.kommunen
    years = [len(_released_years(kennzahl, area, material)) for area in alike]
    return 2 * sum(number >= _JAHRE_EINER_REIHE for number in years) >= len(alike)


def _released_years(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> list[int]:
    years = _years(material)
    return [jahr for jahr in years if material.wert(gebiet, kennzahl, jahr).wert is not None]


def _chart(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Liniendiagramm:
    spanne, stand = material.edition.spanne, material.staende[kennzahl.id]
    own, *others = _lines(kennzahl, gebiet, material)
    lines = tuple(linie for linie in (own, *others) if _is_drawn(linie))
    bands = tuple(_bands(kennzahl, material))
    return Liniendiagramm(
        id=f"linie-{kennzahl.id}",
        titel=kennzahl.titel,
        einheit=kennzahl.einheit,
        linien=lines,
        spannweiten=bands,
        striche=_axis(kennzahl, lines, bands),
        brueche=stand.bruchjahre(Vergleichbarkeit.NEIN),
        einschraenkungen=stand.bruchjahre(Vergleichbarkeit.EINGESCHRAENKT),
        jahre=(spanne.von, spanne.bis),
        hinweis="" if _is_drawn(own) else f"{gebiet.kurzname}: kein Wert",
        alt=alt_of_lines(kennzahl, gebiet, material),
    )


def _is_drawn(linie: Linie) -> bool:
    return any(punkt.wert is not None for punkt in linie.punkte)


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


def _bands(kennzahl: Kennzahl, material: Material) -> Iterator[Spannweite]:
    """Between which values the Kommunen lie, of a rate and in years with enough of them."""
    if kennzahl.formel is Formelart.ANZAHL:
        return
    for jahr in _years(material):
        werte = (material.wert(k, kennzahl, jahr).wert for k in material.edition.gebiete.kommunen)
        known = [wert for wert in werte if wert is not None]
        if len(known) >= _MINDESTKOMMUNEN:
            yield Spannweite(jahr, min(known), max(known))


def _years(material: Material) -> range:
    spanne = material.edition.spanne
    return range(spanne.von, spanne.bis + 1)


def _axis(
    kennzahl: Kennzahl, linien: Sequence[Linie], bands: Sequence[Spannweite]
) -> tuple[Strich, ...]:
    """Ticks around everything that is drawn; none where nothing is."""
    scale = 10**kennzahl.nachkommastellen
    drawn = [p.wert for linie in linien for p in linie.punkte if p.wert is not None]
    positions = [scale * wert for wert in drawn]
    positions += [scale * end for band in bands for end in (band.unten, band.oben)]
    if not positions:
        return ()
    return tuple(
        Strich(wert=tick / scale, text=write_number(tick, kennzahl.nachkommastellen))
        for tick in ticks(floor(min(positions)), ceil(max(positions)))
    )
