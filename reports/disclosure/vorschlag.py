"""The cheapest suppression that fulfils some inequalities."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from reports.disclosure.angriff import KLEINST
from reports.disclosure.netz import Netz, Plaetze, Zahlen
from reports.disclosure.schnitte import Schnitt


@dataclass(frozen=True, slots=True)
class Vorschlag:
    """A suppression.

    Attributes:
        anteile: how far each cell is suppressed.
        verlust: what that costs beside what is suppressed anyway.
        unmoeglich: cells whose inequalities nothing fulfils.
    """

    anteile: Zahlen
    verlust: float
    unmoeglich: frozenset[int]


class Vorschlaege:
    """Proposals for a table; inequalities that share no cell are fulfilled apart from each other.

    Attributes:
        netz: the table.
        ganz: whether cells can only be suppressed wholly or not at all.
    """

    def __init__(self, netz: Netz, *, ganz: bool) -> None:
        self.netz = netz
        self.ganz = ganz
        self._start(frozenset())

    def best(self, cuts: Sequence[Schnitt], fest: frozenset[int]) -> Vorschlag:
        """The suppression of least loss that fulfils *cuts*, *fest* being suppressed anyway.

        Args:
            cuts: those of the last proposal, and perhaps more after them.
            fest: places of cells.
        """
        if fest != self.fest:
            self._start(fest)
        given = self.netz.anteile(fest)
        self.rows += [_row(cut, given, self.netz) for cut in cuts[len(self.rows) :]]
        anteile, verlust, unmoeglich = given, 0.0, set[int]()
        for numbers in _groups(self.rows):
            teil = self._teil(numbers)
            verlust += teil.verlust
            if teil.moeglich:
                anteile[teil.zellen] = teil.anteile
            else:
                lost = _lost([self.rows[number] for number in numbers])
                unmoeglich |= {cuts[numbers[place]].wenn for place in lost}
        return Vorschlag(anteile, verlust, frozenset(unmoeglich))

    def _start(self, fest: frozenset[int]) -> None:
        """Forget what was found with other cells suppressed anyway."""
        self.fest = fest
        self.rows: list[_Row] = []
        self.found: dict[tuple[int, ...], _Teil] = {}

    def _teil(self, numbers: tuple[int, ...]) -> "_Teil":
        """The best for some of the inequalities, remembered for the next proposal."""
        if numbers not in self.found:
            mine = [self.rows[number] for number in numbers]
            self.found[numbers] = _solve(self.netz, mine, ganz=self.ganz)
        return self.found[numbers]


@dataclass(frozen=True, slots=True)
class _Row:
    """An inequality: the weighted sum of some cells is at least what is needed.

    Attributes:
        wenn: the cell whose suppression asks for it, among *zellen* with what it takes; None
            where that one is suppressed anyway.
    """

    zellen: Plaetze
    gewinn: Zahlen
    bedarf: float
    wenn: int | None = None

    @property
    def open(self) -> bool:
        """Whether anything is left to do for it."""
        return self.bedarf > KLEINST or bool((self.gewinn < 0).any())

    def fails(self, shown: frozenset[int]) -> bool:
        """Whether it is not even fulfilled by all of its cells but *shown*, which stay seen."""
        if self.wenn in shown:
            return False
        hidden = ~np.isin(self.zellen, list(shown))
        return float(self.gewinn[hidden].sum()) < self.bedarf - KLEINST


@dataclass(frozen=True, slots=True)
class _Teil:
    """A part of a proposal; nothing fulfils its inequalities where it is not *moeglich*."""

    zellen: Plaetze
    anteile: Zahlen
    verlust: float
    moeglich: bool


def _row(cut: Schnitt, given: Zahlen, netz: Netz) -> _Row:
    """An inequality; what is suppressed anyway counts for it from the start."""
    free = given[cut.zellen] == 0
    zellen, gewinn = cut.zellen[free], cut.gewinn[free]
    there = float(cut.gewinn[~free].sum())
    if there >= cut.bedarf:
        return _Row(zellen[:0], gewinn[:0], 0.0)
    if given[cut.wenn] or not netz.gedruckt[cut.wenn]:
        return _Row(zellen, gewinn, cut.bedarf - there)
    return _Row(np.append(zellen, cut.wenn), np.append(gewinn, -cut.bedarf), -there, cut.wenn)


def _lost(rows: Sequence[_Row]) -> list[int]:
    """The numbers of those that nothing fulfils.

    A cell that could not be protected itself has to stay seen, so that others cannot count on it.
    """
    shown = frozenset[int]()
    while True:
        failing = [number for number, row in enumerate(rows) if row.fails(shown)]
        more = {wenn for number in failing if (wenn := rows[number].wenn) is not None}
        if not more:
            return failing
        shown |= more


def _groups(rows: Sequence[_Row]) -> Iterator[tuple[int, ...]]:
    """The numbers of inequalities that hang together by their cells."""
    open_ = [number for number, row in enumerate(rows) if row.open]
    if not open_:
        return
    at_row = np.repeat(np.arange(len(open_)), [rows[number].zellen.size for number in open_])
    cells = np.concatenate([rows[number].zellen for number in open_])
    _, at_cell = np.unique(cells, return_inverse=True)
    size = len(open_) + at_cell.max(initial=-1) + 1
    edges = (np.ones(at_row.size), (at_row, at_cell + len(open_)))
    _, labels = connected_components(sparse.csr_array(edges, shape=(size, size)))
    groups: dict[int, list[int]] = {}
    for number, label in zip(open_, labels, strict=False):
        groups.setdefault(int(label), []).append(number)
    yield from (tuple(numbers) for numbers in groups.values())


def _solve(netz: Netz, rows: Sequence[_Row], *, ganz: bool) -> _Teil:
    zellen, columns = np.unique(np.concatenate([row.zellen for row in rows]), return_inverse=True)
    if not zellen.size:
        return _Teil(zellen, np.zeros(0), 0.0, moeglich=False)
    model = _model(netz, zellen, columns, rows, ganz=ganz)
    model.run()
    possible = model.getModelStatus() != highspy.HighsModelStatus.kInfeasible
    shares = np.array(model.getSolution().col_value)
    verlust = float(model.getInfo().objective_function_value) if possible else 0.0
    return _Teil(zellen, shares.round() if ganz else shares.clip(0, 1), verlust, moeglich=possible)


def _model(
    netz: Netz, zellen: Plaetze, columns: Plaetze, rows: Sequence[_Row], *, ganz: bool
) -> highspy.Highs:
    lp = highspy.HighsLp()
    lp.num_row_, lp.num_col_ = len(rows), zellen.size
    lp.col_cost_ = [netz.zellen[zelle].verlust for zelle in zellen]
    lp.col_lower_, lp.col_upper_ = np.zeros(zellen.size), np.ones(zellen.size)
    lp.row_lower_ = [row.bedarf for row in rows]
    lp.row_upper_ = np.full(len(rows), highspy.kHighsInf)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(row.zellen.size for row in rows)])
    lp.a_matrix_.index_ = columns
    lp.a_matrix_.value_ = np.concatenate([row.gewinn for row in rows])
    if ganz:
        lp.integrality_ = [highspy.HighsVarType.kInteger] * zellen.size
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)  # noqa: FBT003 (the library's own signature)
    model.setOptionValue("mip_rel_gap", 0.0)
    model.passModel(lp)
    return model
