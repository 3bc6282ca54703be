"""A table as arrays, and the parts of it that stay unknown under a suppression."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from reports.disclosure.tabelle import Lage, Tabelle

# A guess that only steers the search: by so much a cell moves up, at a share of 1, while it is
# suppressed in part. Several times the usual minimum of 3, so that half a cell covers a small one.
AUFWAERTS = 12.0

Zahlen = NDArray[np.float64]
Plaetze = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Block:
    """Unknown cells that hang together, and the relations they stand in; places, ascending."""

    zellen: Plaetze
    reihen: Plaetze

    @property
    def name(self) -> bytes:
        """The same for the same cells of a table."""
        return self.zellen.tobytes()


class Netz:
    """A table as arrays; rows are relations, columns cells.

    Attributes:
        zellen: the cells of the table.
        matrix: the weights.
        unten: least sum of each row, −inf without a bound.
        oben: greatest sum of each row.
        wert: figure of each cell, 0 where nobody knows it.
        mindestens: least figure of a cell that is not seen.
        gedruckt: which cells are seen unless they are suppressed.
        sichtbar: those, and those that are seen whatever we do.
    """

    def __init__(self, tabelle: Tabelle) -> None:
        """Read the table once."""
        self.zellen = tabelle.zellen
        self.matrix = _matrix(tabelle)
        self.unten = _bounds((b.unten for b in tabelle.beziehungen), -np.inf)
        self.oben = _bounds((b.oben for b in tabelle.beziehungen), np.inf)
        self.wert = _bounds((z.wert for z in self.zellen), 0)
        self.mindestens = _bounds((z.mindestens for z in self.zellen), -np.inf)
        self.gedruckt = np.array([z.lage is Lage.GEDRUCKT for z in self.zellen])
        self.sichtbar = np.array([z.lage is not Lage.INNEN for z in self.zellen])

    @cached_property
    def spalten(self) -> sparse.csc_array:
        """The matrix by columns."""
        return self.matrix.tocsc()

    def anteile(self, gesperrt: Collection[int]) -> Zahlen:
        """How far each cell is suppressed, from 0 to 1: those of *gesperrt* are, wholly."""
        shares = np.zeros(len(self.zellen))
        shares[list(gesperrt)] = 1
        return shares

    def grenzen(self, anteile: Zahlen) -> tuple[Zahlen, Zahlen]:
        """Between which figures each cell lies for whoever only looks at it.

        A cell that is suppressed in part moves from its figure as far down as that part of the way
        to its least, and a little up.
        """
        hidden = ~self.sichtbar | (anteile == 1)
        part = np.where(hidden, 0, anteile)
        way = np.where(part > 0, self.wert - self.mindestens, 0) * part
        unten = np.where(hidden, self.mindestens, self.wert - way)
        oben = np.where(hidden, np.inf, self.wert + AUFWAERTS * part)
        return unten, oben

    def bloecke(self, anteile: Zahlen) -> Iterator[Block]:
        """The unknown cells, split into those that hang together; lone cells are left out."""
        unknown = np.flatnonzero(~self.sichtbar | (anteile > 0))
        part = self.spalten[:, unknown]
        rows = np.flatnonzero(np.diff(part.tocsr().indptr))
        if not rows.size:
            return
        at_row, at_cell = part.tocsr()[rows].nonzero()
        size = rows.size + unknown.size
        edges = (np.ones(at_row.size), (at_row, at_cell + rows.size))
        _, found = connected_components(sparse.csr_array(edges, shape=(size, size)))
        labels = found.astype(np.intp)
        cells_of = _grouped(unknown, labels[rows.size :])
        for label, reihen in _grouped(rows, labels[: rows.size]).items():
            yield Block(zellen=cells_of[label], reihen=reihen)


def _matrix(tabelle: Tabelle) -> sparse.csr_array:
    terms = [term for beziehung in tabelle.beziehungen for term in beziehung.terme]
    sizes = [len(beziehung.terme) for beziehung in tabelle.beziehungen]
    rows = np.repeat(np.arange(len(sizes)), sizes)
    cells, weights = np.array(terms, dtype=np.int64).reshape(-1, 2).T
    shape = (len(tabelle.beziehungen), len(tabelle.zellen))
    return sparse.csr_array((weights.astype(np.float64), (rows, cells)), shape=shape)


def _grouped(places: Plaetze, labels: Plaetze) -> dict[int, Plaetze]:
    """The places, ascending, by their label."""
    order = np.argsort(labels, kind="stable")
    found, starts = np.unique(labels[order], return_index=True)
    return {
        int(label): group
        for label, group in zip(found, np.split(places[order], starts[1:]), strict=True)
    }


def _bounds(values: Iterator[float | None], missing: float) -> Zahlen:
    return np.array([missing if value is None else value for value in values], dtype=np.float64)
