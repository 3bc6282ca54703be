"""Made-up systems that hang together: areas by sex, age and year, with many counts below five.

A system goes two ways: as the table of one year, for the core alone, and as a delivery with its
catalogue, for the whole way to the released files.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from math import floor
from typing import Any

import numpy as np
from lieferweg import Lieferung, divided, edition_of, kommunen
from numpy.typing import NDArray
from rechentafeln import adds_up, loss
from zahlen import REGION, UMLAND, bestand, katalog, kennzahl

from reports.disclosure.angriff import spielraum
from reports.disclosure.tabelle import Lage, Tabelle, Zelle
from reports.domain.katalog import Zerlegung

SEED = 5
JAHRE = (2018, 2019, 2020, 2021, 2022)
GESCHLECHTER = ("alle", "m", "w")
ZUSCHLAG = {UMLAND: 5.0, REGION: 50.0}

Zahlen = NDArray[np.int64]
Ort = tuple[str, str, str]  # Gebiet, sex, age


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbund:
    """A system.

    Attributes:
        zahlen: counts by Kommune, sex, age and year, without any sums.
        minimum: the smallest count that is no secret.
        nullschutz: whether zero is one.
    """

    zahlen: Zahlen
    minimum: int
    nullschutz: bool

    @property
    def kommunen(self) -> tuple[str, ...]:
        """Keys of the Kommunen; the first is the Landeshauptstadt."""
        return kommunen(len(self.zahlen))

    @property
    def alter(self) -> tuple[str, ...]:
        """All ages, then each age band."""
        return ("alle", *(f"a{band}" for band in range(1, self.zahlen.shape[2] + 1)))

    def mitglieder(self, gebiet: str) -> tuple[str, ...]:
        """The Kommunen of an area."""
        groups = {REGION: self.kommunen, UMLAND: self.kommunen[1:]}
        return groups.get(gebiet, (gebiet,))

    def orte(self) -> tuple[Ort, ...]:
        """Everything that is published of each year."""
        return tuple(product((*self.kommunen, UMLAND, REGION), GESCHLECHTER, self.alter))

    def zahl(self, ort: Ort, jahr: int) -> int:
        """The count of that place and year."""
        gebiet, geschlecht, alter = ort
        rows = [self.kommunen.index(key) for key in self.mitglieder(gebiet)]
        sexes = [0, 1] if geschlecht == "alle" else [GESCHLECHTER.index(geschlecht) - 1]
        bands = (
            list(range(self.zahlen.shape[2])) if alter == "alle" else [self.alter.index(alter) - 1]
        )
        return int(self.zahlen[..., JAHRE.index(jahr)][np.ix_(rows, sexes, bands)].sum())


@dataclass(frozen=True, slots=True, kw_only=True)
class Luecken:
    """How much of its secrets a table tells.

    Attributes:
        geheim: all secrets.
        genau: those that can be worked out exactly.
        zu_eng: those that are narrowed down too far, the exact ones included.
    """

    geheim: int
    genau: int
    zu_eng: int


def draw(nummer: int) -> Verbund:
    """The system of that number: 4 to 8 Kommunen, 2 to 4 age bands, zeros mostly shown."""
    rng = np.random.default_rng([SEED, nummer])
    shape = (rng.integers(4, 9), 2, rng.integers(2, 5))
    mean = np.exp(rng.normal(1.3, 1.4, (*shape, 1)))
    drift = np.exp(rng.normal(0, 0.2, (*shape, len(JAHRE))))
    minimum, nullschutz = [(3, False), (3, False), (5, False), (3, True)][nummer % 4]
    return Verbund(zahlen=rng.poisson(mean * drift), minimum=minimum, nullschutz=nullschutz)


def year_table(verbund: Verbund, jahr: int) -> Tabelle:
    """The published counts of a year and all sums among them."""
    place = {ort: number for number, ort in enumerate(verbund.orte())}
    return Tabelle(
        zellen=tuple(_zelle(verbund, ort, jahr) for ort in place),
        beziehungen=tuple(
            adds_up(place[ganzes], [place[teil] for teil in teile])
            for ganzes, teile in _sums(verbund)
        ),
    )


def as_delivery(verbund: Verbund) -> Lieferung:
    """All its years as a delivery, with the changes over them."""
    names = [
        name_of(geschlecht, alter) for geschlecht, alter in product(GESCHLECHTER, verbund.alter)
    ]
    rules: dict[str, Any] = {
        "mindestfallzahl": verbund.minimum,
        "nullschutz": verbund.nullschutz,
    }
    counts = [kennzahl(f"k_{name}", name, **rules) for name in names]
    share = kennzahl("anteil", name_of("w", "alle"), name_of("alle", "alle"), **rules)
    return Lieferung(
        katalog=replace(katalog(*counts, share), zerlegungen=tuple(_zerlegungen(verbund))),
        bestand=bestand(
            [
                (ort[0], jahr, name_of(*ort[1:]), verbund.zahl(ort, jahr))
                for ort, jahr in product(verbund.orte(), JAHRE)
                if ort[0] in verbund.kommunen
            ]
        ),
        edition=edition_of(verbund.kommunen, JAHRE),
    )


def hand_rule(tabelle: Tabelle) -> frozenset[int]:
    """Two gaps in every row and column: no row with a gap keeps a single one.

    The cheapest cells that can be suppressed are added until that holds, or none is left.
    """
    gaps = {p for p, z in enumerate(tabelle.zellen) if z.klein}
    rows = [{place for place, _ in b.terme} for b in tabelle.beziehungen]
    while new := {
        p for row in rows if len(row & gaps) == 1 for p in _cheapest(tabelle, row - gaps)
    }:
        gaps |= new
    return frozenset(gaps)


def gaps_of(tabelle: Tabelle, gesperrt: frozenset[int]) -> Luecken:
    """What an attacker gets of the secrets of a table under a suppression."""
    secrets = [place for place, zelle in enumerate(tabelle.zellen) if zelle.klein]
    widths = [_width(tabelle, gesperrt, place) for place in secrets]
    return Luecken(
        geheim=len(secrets),
        genau=sum(width == 0 for width, _ in widths),
        zu_eng=sum(narrow for _, narrow in widths),
    )


def name_of(geschlecht: str, alter: str) -> str:
    """The Merkmal of that sex and age."""
    return f"{geschlecht}_{alter}"


def _zelle(verbund: Verbund, ort: Ort, jahr: int) -> Zelle:
    wert = verbund.zahl(ort, jahr)
    secret = 0 < wert < verbund.minimum or (wert == 0 and verbund.nullschutz)
    return Zelle(
        name=ort,
        wert=wert,
        lage=Lage.BEKANNT if wert == 0 and not secret else Lage.GEDRUCKT,
        mindestens=int(not verbund.nullschutz),
        minimum=verbund.minimum,
        klein=secret,
        verlust=loss(wert) + ZUSCHLAG.get(ort[0], 0.0),
    )


def _sums(verbund: Verbund) -> Iterator[tuple[Ort, list[Ort]]]:
    """Pairs of a whole and its parts."""
    for gebiet, geschlecht, alter in verbund.orte():
        if gebiet == REGION:
            parts = [verbund.kommunen, (verbund.kommunen[0], UMLAND)]
        else:
            parts = [verbund.kommunen[1:]] if gebiet == UMLAND else []
        for keys in parts:
            yield (gebiet, geschlecht, alter), [(key, geschlecht, alter) for key in keys]
        if geschlecht == "alle":
            yield (gebiet, "alle", alter), [(gebiet, s, alter) for s in GESCHLECHTER[1:]]
        if alter == "alle":
            yield (gebiet, geschlecht, "alle"), [(gebiet, geschlecht, a) for a in verbund.alter[1:]]


def _zerlegungen(verbund: Verbund) -> Iterator[Zerlegung]:
    for alter in verbund.alter:
        parts = [name_of(geschlecht, alter) for geschlecht in GESCHLECHTER[1:]]
        yield divided("Geschlecht", name_of("alle", alter), parts)
    for geschlecht in GESCHLECHTER:
        parts = [name_of(geschlecht, alter) for alter in verbund.alter[1:]]
        yield divided("Alter", name_of(geschlecht, "alle"), parts)


def _cheapest(tabelle: Tabelle, row: set[int]) -> list[int]:
    """The cell of a row that costs least to suppress; none where all are known anyway."""
    free = [place for place in row if tabelle.zellen[place].lage is Lage.GEDRUCKT]
    return sorted(free, key=lambda place: (tabelle.zellen[place].verlust, place))[:1]


def _width(tabelle: Tabelle, gesperrt: frozenset[int], place: int) -> tuple[float, bool]:
    """How wide the attacker's interval of a secret is, and whether that is too little."""
    room, minimum = spielraum(tabelle, gesperrt, place), tabelle.zellen[place].minimum
    if room.oben is None or room.unten is None:
        return float("inf"), False
    width = floor(room.oben) - room.unten
    return width, room.oben < minimum or width < minimum - 1
