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
        if not self._spread(ziele) and (eased := _eased(teil)) is not None:
            self.teil = eased
            self._spread(ziele)

    @property
    def is_empty(self) -> bool:
        """Whether no figures at all were found, even with relations that give way."""
        return not np.isfinite(self.kleinste).all()

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
        if not _is_whole(result):
            result = _optimum(cost, wide, whole)
        self._witness(result)
        return result.x is not None

    def _witness(self, result: OptimizeResult) -> None:
        if result.x is not None:
            values = np.round(result.x[: self.size])
            self.kleinste = np.minimum(self.kleinste, values)
            self.groesste = np.maximum(self.groesste, values)


def _eased(teil: Teil) -> Teil | None:
    """With relations that give way as little as possible in all, so that some figures fit.

    None where no relation is to blame. Sources that contradict each other leave an attacker no other choice.
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
    whole = np.ones(cost.size, dtype=np.int64)
    result = _optimum(cost, wide, 0 * whole)
    if not _is_whole(result):
        result = _optimum(cost, wide, whole)
    if result.x is None:
        return None
    up, down = np.split(np.round(result.x[size:]), 2)
    low, high = teil.seiten
    return Teil(teil.plaetze, teil.matrix, (low - up, high + down), teil.grenzen)


def _is_whole(result: OptimizeResult) -> bool:
    """Whether nothing was found, or whole numbers."""
    return result.x is None or bool(np.abs(result.x - np.round(result.x)).max() <= _FAST)


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
    known = np.array(wissen.gelesen, dtype=bool)
    unknown = np.flatnonzero(~known)
    matrix, (low, high), tells = _remaining(wissen, np.where(known, lower, 0), known)
    of_row, of_cell = _labels(matrix)
    bounded = of_cell[np.isfinite(upper[unknown])]
    for label in np.unique(np.concatenate([of_row[tells], bounded])):
        cells, rows = np.flatnonzero(of_cell == label), np.flatnonzero(of_row == label)
        places, sides = unknown[cells], (low[rows], high[rows])
        cap = DECKEL + 2 * sum(np.abs(side[np.isfinite(side)]).sum() for side in sides)
        least, most = np.maximum(lower[places], -cap), np.minimum(upper[places], cap)
        yield Teil(places, matrix[rows][:, cells], sides, (least, most))


def _remaining(
    wissen: Wissen, figures: Zahlen, known: NDArray[np.bool_]
) -> tuple[sparse.csr_array, tuple[Zahlen, Zahlen], NDArray[np.bool_]]:
    """The relations of the unknown counts, with what is known on the other side.

    Also which of them tell anything: they hold something known, or a figure of their own.
    """
    matrix = _matrix(wissen)
    part = matrix[:, ~known]
    rows = np.flatnonzero(np.diff(part.indptr))
    sides = [
        np.array([getattr(reihe, side) for reihe in wissen.reihen]) for side in ("unten", "oben")
    ]
    given = [np.isfinite(side) & (np.abs(side) > _FAST) for side in sides]
    tells = given[0] | given[1] | (np.diff(matrix.indptr) > np.diff(part.indptr))
    low, high = ((side - matrix @ figures)[rows] for side in sides)
    return part[rows], (np.ceil(low - _FAST), np.floor(high + _FAST)), tells[rows]


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
