"""Unknown counts that hang together, and between which whole numbers an attacker can place them."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse.csgraph import connected_components

from reports.audit.wissen import Wissen

DECKEL = 1e7  # no count that matters here comes near it
_FAST = 1e-6

Zahlen = NDArray[np.float64]
Plaetze = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Teil:
    """Unknown counts that hang together, in the order of ``plaetze``.

    Attributes:
        plaetze: their places among all that is known.
        matrix: weights of the counts in each relation.
        seiten: least and greatest sum of each relation.
        grenzen: least and greatest figure of each count by itself.
    """

    plaetze: Plaetze
    matrix: sparse.csr_array
    seiten: tuple[Zahlen, Zahlen]
    grenzen: tuple[Zahlen, Zahlen]


class Raum:
    """All whole numbers that unknown counts can be together.

    Every solution that is found is remembered: its figures are witnesses for all counts at once.

    Attributes:
        kleinste: least figure of each that was found.
        groesste: greatest figure of each that was found.
    """

    def __init__(self, teil: Teil, ziele: Zahlen) -> None:
        """Look for figures that reach *ziele*, each if possible."""
        self.teil = teil
        self.size = teil.plaetze.size
        self.kleinste = np.full(self.size, inf)
        self.groesste = np.full(self.size, -inf)
        if not self._spread(ziele):
            self.teil = _eased(teil)
            self._spread(ziele)

    def greatest(self, number: int) -> float:
        """The greatest figure of a count."""
        self._solve(-self._only(number))
        return float(self.groesste[number])

    def least(self, number: int) -> float:
        """The least figure of a count."""
        self._solve(self._only(number))
        return float(self.kleinste[number])

    def _only(self, number: int) -> Zahlen:
        cost = np.zeros(self.size)
        cost[number] = 1.0
        return cost

    def _solve(self, cost: Zahlen) -> None:
        self._witness(_optimum(cost, self.teil, np.ones(self.size, dtype=np.int64)))

    def _spread(self, ziele: Zahlen) -> bool:
        """Find figures that reach as much of *ziele* as they can together; whether any fit."""
        teil = self.teil
        reach = sparse.csr_array(sparse.eye_array(self.size))
        beside = sparse.csr_array((teil.matrix.shape[0], self.size))
        wide = Teil(
            teil.plaetze,
            sparse.csr_array(sparse.block_array([[teil.matrix, beside], [-reach, reach]])),
            _beside(teil.seiten, (np.full(self.size, -inf), np.zeros(self.size))),
            _beside(teil.grenzen, (np.full(self.size, -inf), ziele)),
        )
        cost = np.repeat((0.0, -1.0), self.size)
        whole = np.repeat((1, 0), self.size)
        result = _optimum(cost, wide, 0 * whole)
        if result.x is not None and np.abs(result.x - np.round(result.x)).max() > _FAST:
            result = _optimum(cost, wide, whole)
        self._witness(result)
        return result.x is not None

    def _witness(self, result: OptimizeResult) -> None:
        if result.x is not None:
            values = np.round(result.x[: self.size])
            self.kleinste = np.minimum(self.kleinste, values)
            self.groesste = np.maximum(self.groesste, values)


def _eased(teil: Teil) -> Teil:
    """With relations that give way as little as possible in all, so that some figures fit.

    Sources that contradict each other leave an attacker no other choice.
    """
    number = teil.matrix.shape[0]
    size = teil.plaetze.size
    slack = sparse.csr_array(sparse.eye_array(number))
    nothing, anything = np.zeros(2 * number), np.full(2 * number, inf)
    wide = Teil(
        teil.plaetze,
        sparse.csr_array(sparse.block_array([[teil.matrix, slack, -slack]])),
        teil.seiten,
        _beside(teil.grenzen, (nothing, anything)),
    )
    cost = np.concatenate([np.zeros(size), np.ones(2 * number)])
    result = _optimum(cost, wide, np.ones(cost.size, dtype=np.int64))
    up, down = np.split(np.round(result.x[size:]), 2)
    low, high = teil.seiten
    return Teil(teil.plaetze, teil.matrix, (low - up, high + down), teil.grenzen)


def _beside(first: tuple[Zahlen, Zahlen], second: tuple[Zahlen, Zahlen]) -> tuple[Zahlen, Zahlen]:
    return np.concatenate([first[0], second[0]]), np.concatenate([first[1], second[1]])


def _optimum(cost: Zahlen, teil: Teil, whole: NDArray[np.int64]) -> OptimizeResult:
    """The figures of least cost, whole numbers where *whole* is 1."""
    return milp(
        cost,
        integrality=whole,
        bounds=Bounds(*teil.grenzen),
        constraints=LinearConstraint(teil.matrix, *teil.seiten),
    )


def teile(wissen: Wissen) -> Iterator[Teil]:
    """What is unknown, split into parts that do not touch; what nothing is known of is left out."""
    lower, upper = np.array(wissen.unten), np.array(wissen.oben)
    known = lower == upper
    unknown = np.flatnonzero(~known)
    matrix, low, high = _remaining(wissen, np.where(known, lower, 0), unknown)
    of_row, of_cell = _labels(matrix)
    tells = (np.isfinite(low) & (np.abs(low) > _FAST)) | (
        np.isfinite(high) & (np.abs(high) > _FAST)
    )
    for label in np.unique(of_row[tells]):
        cells, rows = np.flatnonzero(of_cell == label), np.flatnonzero(of_row == label)
        places = unknown[cells]
        least, most = np.maximum(lower[places], -DECKEL), np.minimum(upper[places], DECKEL)
        yield Teil(places, matrix[rows][:, cells], (low[rows], high[rows]), (least, most))


def _remaining(
    wissen: Wissen, known: Zahlen, unknown: Plaetze
) -> tuple[sparse.csr_array, Zahlen, Zahlen]:
    """The relations of the unknown counts, with what is known on the other side."""
    matrix = _matrix(wissen)
    fixed = matrix @ known
    part = matrix[:, unknown]
    rows = np.flatnonzero(np.diff(part.indptr))
    low = np.array([reihe.unten for reihe in wissen.reihen]) - fixed
    high = np.array([reihe.oben for reihe in wissen.reihen]) - fixed
    return part[rows], np.ceil(low[rows] - _FAST), np.floor(high[rows] + _FAST)


def _matrix(wissen: Wissen) -> sparse.csr_array:
    terms = [term for reihe in wissen.reihen for term in reihe.terme]
    rows = np.repeat(np.arange(len(wissen.reihen)), [len(reihe.terme) for reihe in wissen.reihen])
    places, weights = np.array(terms, dtype=np.int64).reshape(-1, 2).T
    shape = (len(wissen.reihen), len(wissen.unten))
    return sparse.csr_array((weights.astype(np.float64), (rows, places)), shape)


def _labels(matrix: sparse.csr_array) -> tuple[Plaetze, Plaetze]:
    """For each row and each column the number of the part it belongs to."""
    rows, columns = matrix.shape
    at_row, at_column = matrix.nonzero()
    edges = (np.ones(at_row.size), (at_row, at_column + rows))
    _, labels = connected_components(sparse.csr_array(edges, (rows + columns, rows + columns)))
    return labels[:rows].astype(np.intp), labels[rows:].astype(np.intp)
