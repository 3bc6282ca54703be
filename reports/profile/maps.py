"""Tile maps: where a Kommune lies, and how a Kennzahl is spread over all Kommunen."""

from collections.abc import Iterator, Sequence

from reports.domain.angabe import Wert
from reports.domain.gebiet import Kommune
from reports.domain.katalog import Formelart, Kennzahl
from reports.domain.zeichen import Zeichen
from reports.profile.cells import value_cell, value_with_unit
from reports.profile.chartmodel import Kachelkarte, Kartenkachel
from reports.profile.material import Gebiet, Material
from reports.profile.ranges import ends_of_kommunen
from reports.profile.tables import stand_text, unit_of

BREITE_LAGE = 119  # points, 42 mm
BREITE_THEMA = 270  # points, 95 mm, on which the longest names of the Region fit unbroken
_DUNKEL = 4
_MINDESTWERTE = 8  # two Kommunen in each quarter
_MEISTE_SPALTEN = 6  # more leave no room for names
_RICHTUNG = {
    (-1, -1): "im Nordwesten",
    (0, -1): "im Norden",
    (1, -1): "im Nordosten",
    (-1, 0): "im Westen",
    (0, 0): "in der Mitte",
    (1, 0): "im Osten",
    (-1, 1): "im Südwesten",
    (0, 1): "im Süden",
    (1, 1): "im Südosten",
}
_VIERTEL = (
    "Von dunkel nach hell: höchstes, zweithöchstes, zweitniedrigstes und niedrigstes Viertel der"
    " Kommunen mit einem Wert."
)
_OHNE_VIERTEL = "Ohne Farbstufen, weil weniger als acht Kommunen einen Wert haben."
_WEISS = "Weiß: kein Wert."


def locator(gebiet: Gebiet, material: Material) -> Kachelkarte | None:
    """Where a Kommune lies; None for groups, which have no place of their own."""
    if not isinstance(gebiet, Kommune):
        return None
    region = material.edition.gebiete.region
    return Kachelkarte(
        id="lage",
        titel=f"Lage in der {region.name}",
        kartenkacheln=tuple(
            _located(kommune, own=kommune == gebiet)
            for kommune in material.edition.gebiete.kommunen
        ),
        breite=BREITE_LAGE,
        alt=_alt_of_place(gebiet, material),
    )


def mapped(kennzahlen: Sequence[Kennzahl], material: Material) -> Kennzahl | None:
    """The first rate of *kennzahlen* with figures of all Kommunen; counts show but size.

    A sign is a figure, so that protection does not decide which Kennzahl is shown. None without
    such a Kennzahl, and where a map has more columns than names have room for.
    """
    places = [kommune.spalte for kommune in material.edition.gebiete.kommunen]
    if max(places) - min(places) >= _MEISTE_SPALTEN:
        return None
    return next((kennzahl for kennzahl in kennzahlen if _is_complete(kennzahl, material)), None)


def _is_complete(kennzahl: Kennzahl, material: Material) -> bool:
    kommunen = material.edition.gebiete.kommunen
    delivered = (material.wert(k, kennzahl).zeichen is not Zeichen.FEHLT for k in kommunen)
    of_size = kennzahl.formel is Formelart.ANZAHL
    return not of_size and material.covers_kommunen(kennzahl) and all(delivered)


def theme_map(kennzahl: Kennzahl, material: Material) -> Kachelkarte:
    """The map of a Kennzahl: a value and a fill for each Kommune."""
    kommunen = material.edition.gebiete.kommunen
    head = (kennzahl.titel, unit_of(kennzahl), stand_text(kennzahl, material))
    return Kachelkarte(
        id=f"karte-{kennzahl.id}",
        titel=", ".join(filter(None, head)),
        kartenkacheln=tuple(_valued(kommune, kennzahl, material) for kommune in kommunen),
        breite=BREITE_THEMA,
        alt=_alt_of_values(kennzahl, material),
        lesehilfe=" ".join(_legend(kennzahl, material)),
    )


def _located(kommune: Kommune, *, own: bool) -> Kartenkachel:
    return Kartenkachel(
        spalte=kommune.spalte,
        reihe=kommune.reihe,
        name="",
        text="",
        stufe=_DUNKEL if own else 0,
        eigen=own,
    )


def _valued(kommune: Kommune, kennzahl: Kennzahl, material: Material) -> Kartenkachel:
    return Kartenkachel(
        spalte=kommune.spalte,
        reihe=kommune.reihe,
        name=kommune.name,
        text=value_cell(kennzahl, material.wert(kommune, kennzahl)).text,
        stufe=_step(kommune, kennzahl, material),
        eigen=False,
    )


def _step(kommune: Kommune, kennzahl: Kennzahl, material: Material) -> int:
    """The fill: dark for the highest quarter of released values; paper without a value."""
    rang = material.einordnung(kommune, kennzahl).rang
    if rang is None or rang.viertel is None or rang.anzahl < _MINDESTWERTE:
        return 0
    return _DUNKEL + 1 - rang.viertel


def _legend(kennzahl: Kennzahl, material: Material) -> Iterator[str]:
    hidden = _count_hidden(kennzahl, material)
    if len(material.edition.gebiete.kommunen) - hidden < _MINDESTWERTE:
        yield _OHNE_VIERTEL
        return
    yield _VIERTEL
    if hidden:
        yield _WEISS


def _count_hidden(kennzahl: Kennzahl, material: Material) -> int:
    """How many Kommunen have a sign in place of a value."""
    kommunen = material.edition.gebiete.kommunen
    return sum(material.wert(k, kennzahl).gerundet is None for k in kommunen)


def _alt_of_place(gebiet: Kommune, material: Material) -> str:
    """The side of the Region that the tile lies on, and its neighbours on the map."""
    gebiete = material.edition.gebiete
    beside = [k.name for k in gebiete.kommunen if _is_beside(k, gebiet)]
    neighbours = f", neben {_listed(beside)}" if beside else ""
    place = _RICHTUNG[
        _third(gebiet.spalte, [k.spalte for k in gebiete.kommunen]),
        _third(gebiet.reihe, [k.reihe for k in gebiete.kommunen]),
    ]
    return (
        f"Kachelkarte der {gebiete.region.name}: Die Kachel von {gebiet.name} liegt {place}"
        f"{neighbours}; jede Kommune ist eine gleich große Kachel, oben ist Norden."
    )


def _is_beside(one: Kommune, other: Kommune) -> bool:
    """Whether two tiles share an edge."""
    return abs(one.spalte - other.spalte) + abs(one.reihe - other.reihe) == 1


def _third(place: int, every: Sequence[int]) -> int:
    """-1, 0 or 1: in which third of all columns or rows the middle of a tile lies."""
    first, count = min(every), max(every) - min(every) + 1
    sixths = 6 * (place - first) + 3  # of a column, times the number of columns
    return (sixths > 4 * count) - (sixths < 2 * count)


def _listed(names: Sequence[str]) -> str:
    """Names as a sentence counts them up."""
    *first, last = names
    return f"{', '.join(first)} und {last}" if first else last


def _alt_of_values(kennzahl: Kennzahl, material: Material) -> str:
    """Between which values the Kommunen lie, who has these, and how many have none."""
    ends = ends_of_kommunen(kennzahl, material) or ()
    span = " bis ".join(_with_owner(kennzahl, wert, material) for wert in ends)
    hidden = _count_hidden(kennzahl, material)
    without = f"; {hidden} Kommunen ohne Wert" if hidden > 1 else "; eine Kommune ohne Wert"
    return (
        f"Kachelkarte {kennzahl.titel}, {stand_text(kennzahl, material)}: Werte der Kommunen von"
        f" {span}{without if hidden else ''}. Die Werte stehen in der Tabelle danach."
    )


def _with_owner(kennzahl: Kennzahl, wert: Wert, material: Material) -> str:
    """A value in words and, unless several share it, whose it is."""
    kommunen = material.edition.gebiete.kommunen
    owners = [k.name for k in kommunen if material.wert(k, kennzahl).groesse == wert.groesse]
    said = value_with_unit(kennzahl, wert).worte
    return f"{said} ({owners[0]})" if len(owners) == 1 else said
