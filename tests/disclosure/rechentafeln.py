"""Small tables for tests: rows and columns with all their sums, or cells with a few known sums."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from reports.disclosure.tabelle import Beziehung, Lage, Tabelle, Zelle

SUMME = "T"


def loss(wert: int) -> float:
    """What it costs to suppress a figure of a Kommune."""
    return log1p(wert) + 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Regeln:
    """What holds for every cell of a table.

    Attributes:
        mindestens: the least that an unseen cell is taken for; with 1 zeros are shown.
        minimum: see :class:`reports.disclosure.tabelle.Zelle`.
        klein: names of the secrets.
        verlust: ``log``, or ``wert`` for the figure itself.
    """

    mindestens: int = 0
    minimum: int = 0
    klein: Collection[str] = ()
    verlust: str = "log"

    def cell(self, name: str, wert: int) -> Zelle:
        """The cell of that name and figure."""
        return Zelle(
            name=name,
            wert=wert,
            lage=Lage.BEKANNT if wert == 0 and self.mindestens else Lage.GEDRUCKT,
            mindestens=self.mindestens,
            minimum=self.minimum,
            klein=name in self.klein,
            verlust=loss(wert) if self.verlust == "log" else float(wert),
        )


def two_way(zeilen: Mapping[str, Sequence[int]], spalten: Sequence[str], regeln: Regeln) -> Tabelle:
    """Rows and columns, their sums and the sum of all, each of them a cell ``row|column``."""
    full = {name: [*row, sum(row)] for name, row in zeilen.items()}
    full[SUMME] = [sum(column) for column in zip(*full.values(), strict=True)]
    heads = [*spalten, SUMME]
    werte = {
        f"{name}|{head}": wert
        for name, row in full.items()
        for head, wert in zip(heads, row, strict=True)
    }
    place = {name: number for number, name in enumerate(werte)}
    lines = [[place[f"{name}|{head}"] for head in heads] for name in full]
    lines += [[place[f"{name}|{head}"] for name in full] for head in heads]
    return Tabelle(
        zellen=tuple(regeln.cell(name, wert) for name, wert in werte.items()),
        beziehungen=tuple(adds_up(line[-1], line[:-1]) for line in lines),
    )


def linked(
    werte: Mapping[str, int], summen: Mapping[str, Sequence[str]], regeln: Regeln
) -> Tabelle:
    """Cells, and the names of those that each known sum is made of."""
    zellen = [regeln.cell(name, wert) for name, wert in werte.items()]
    place = {name: number for number, name in enumerate(werte)}
    beziehungen = []
    for name, teile in summen.items():
        total = sum(werte[teil] for teil in teile)
        beziehungen.append(adds_up(len(zellen), [place[teil] for teil in teile]))
        zellen.append(Zelle(name=name, wert=total, lage=Lage.BEKANNT))
    return Tabelle(zellen=tuple(zellen), beziehungen=tuple(beziehungen))


def adds_up(ganzes: int, teile: Sequence[int]) -> Beziehung:
    """The parts add up to the whole; all are places."""
    return Beziehung(terme=((ganzes, -1), *((teil, 1) for teil in teile)))


def places(tabelle: Tabelle, names: Collection[str]) -> frozenset[int]:
    """The places of the cells of these names."""
    return frozenset(place for place, zelle in enumerate(tabelle.zellen) if zelle.name in names)


def named(tabelle: Tabelle, found: Collection[int]) -> set[str]:
    """The names of the cells in these places."""
    return {str(tabelle.zellen[place].name) for place in found}


def cost(tabelle: Tabelle, found: Collection[int]) -> float:
    """What the suppression of these cells costs."""
    return sum(tabelle.zellen[place].verlust for place in found)
