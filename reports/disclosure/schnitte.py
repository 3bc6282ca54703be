"""What a suppression lacks, as inequalities that every sufficient one fulfils."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from reports.disclosure.angriff import KLEINST, Angriff, Schranke
from reports.disclosure.netz import Netz, Plaetze, Zahlen

_DEUTLICH = 1e-4  # by less, nothing is worth an inequality


@dataclass(frozen=True, slots=True)
class Schnitt:
    """The gains of the suppressed cells add up to what is needed, if *wenn* is suppressed.

    Attributes:
        zellen: places of cells that could be suppressed.
        gewinn: what each adds, at most ``bedarf``.
        bedarf: what is needed, above 0.
        wenn: the cell it is needed for.
    """

    zellen: Plaetze
    gewinn: Zahlen
    bedarf: float
    wenn: int

    def lacks(self, anteile: Zahlen) -> bool:
        """Whether a suppression falls short of it; *wenn* counts by its own share."""
        wanted = self.bedarf * anteile[self.wenn]
        return bool(self.gewinn @ anteile[self.zellen] < wanted - _DEUTLICH)


def bridges(netz: Netz, zellen: Iterable[int]) -> Iterator[Schnitt]:
    """A cell is worked out when it is the only suppressed one of an exact relation."""
    columns, matrix = netz.spalten, netz.matrix
    for cell in zellen:
        for row in columns.indices[columns.indptr[cell] : columns.indptr[cell + 1]]:
            cells = matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]]
            exact = netz.unten[row] == netz.oben[row]
            if exact and netz.sichtbar[cells].all():
                others = np.array([c for c in cells if c != cell and netz.gedruckt[c]], np.intp)
                yield Schnitt(others, np.ones(others.size), 1.0, int(cell))


def schnitte(angriff: Angriff, zelle: int, anteile: Zahlen) -> Iterator[Schnitt]:
    """What is missing for *zelle*, a cell of the attacked block; nothing where it is safe.

    Args:
        angriff: the attack on its block.
        zelle: its place.
        anteile: how far each cell is suppressed; a secret counts as suppressed.
    """
    minimum = angriff.netz.zellen[zelle].minimum
    least, most = angriff.gesehen(zelle)
    if most - least >= minimum - 1 and most >= minimum:
        return
    oben = angriff.schranke(zelle, 1)
    if oben is None:
        return
    if angriff.netz.zellen[zelle].mindestens is not None:
        yield from _missing(angriff, zelle, anteile, (oben,), minimum)
    unten = angriff.schranke(zelle, -1)
    if unten is not None:
        yield from _missing(angriff, zelle, anteile, (oben, unten), minimum - 1)


def _missing(
    angriff: Angriff,
    zelle: int,
    anteile: Zahlen,
    schranken: tuple[Schranke, ...],
    verlangt: int,
) -> Iterator[Schnitt]:
    """The inequality by the multipliers; else, for whole numbers, that another cell is needed."""
    if sum(schranke.wert for schranke in schranken) >= verlangt:
        return
    gains = np.zeros(len(angriff.netz.zellen))
    need = float(verlangt)
    for halt in map(angriff.halt, schranken):
        gains[halt.zellen] += halt.gewinn
        need -= halt.fest
    need -= gains[zelle]
    gains[zelle] = 0
    cells = np.flatnonzero(gains > KLEINST)
    cut = Schnitt(cells, np.minimum(gains[cells], need), need, zelle)
    if need > KLEINST and cut.lacks(anteile):
        yield cut
    elif angriff.whole:
        others = _neighbours(angriff, anteile)
        yield Schnitt(others, np.ones(others.size), 1.0, zelle)


def _neighbours(angriff: Angriff, anteile: Zahlen) -> Plaetze:
    """The seen cells that could be suppressed and stand in a relation of the block."""
    touched = np.diff(angriff.rows.tocsc().indptr) > 0
    return np.flatnonzero(touched & angriff.netz.gedruckt & (anteile == 0))
