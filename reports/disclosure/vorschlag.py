"""The cheapest suppression that fulfils some inequalities."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from reports.disclosure.angriff import KLEINST
from reports.disclosure.netz import Netz, Zahlen
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
        self.found: dict[tuple[int, ...], _Teil] = {}

    def best(self, cuts: Sequence[Schnitt], fest: frozenset[int]) -> Vorschlag:
        """The suppression of least loss that fulfils *cuts*, *fest* being suppressed anyway."""
        rows = [_row(cut, fest, self.netz) for cut in cuts]
        anteile, verlust, unmoeglich = self.netz.anteile(fest), 0.0, set[int]()
        for numbers in _groups(rows):
            teil = self._teil(numbers, rows)
            verlust += teil.verlust
            if teil.moeglich:
                anteile[teil.zellen] = teil.anteile
            else:
                unmoeglich |= {cuts[number].wenn for number in numbers}
        return Vorschlag(anteile, verlust, frozenset(unmoeglich))

    def _teil(self, numbers: tuple[int, ...], rows: Sequence["_Row"]) -> "_Teil":
        """The best for some of the inequalities, remembered for the next proposal."""
        mine = [rows[number] for number in numbers]
        key = (*numbers, *(hash(row) for row in mine))
        if key not in self.found:
            self.found[key] = _solve(self.netz, mine, ganz=self.ganz)
        return self.found[key]


@dataclass(frozen=True, slots=True)
class _Row:
    """An inequality: the weighted sum of some cells is at least what is needed."""

    terme: tuple[tuple[int, float], ...]
    bedarf: float


@dataclass(frozen=True, slots=True)
class _Teil:
    """A part of a proposal; nothing fulfils its inequalities where it is not *moeglich*."""

    zellen: list[int]
    anteile: Zahlen
    verlust: float
    moeglich: bool


def _row(cut: Schnitt, fest: frozenset[int], netz: Netz) -> _Row:
    """An inequality; what is suppressed anyway counts for it from the start."""
    gains = {int(c): float(g) for c, g in zip(cut.zellen, cut.gewinn, strict=True)}
    given = sum(gain for cell, gain in gains.items() if cell in fest)
    terme = {cell: gain for cell, gain in gains.items() if cell not in fest}
    if cut.wenn in fest or not netz.gedruckt[cut.wenn]:
        return _Row(tuple(terme.items()), cut.bedarf - given)
    return _Row((*terme.items(), (cut.wenn, -cut.bedarf)), -given)


def _groups(rows: Sequence[_Row]) -> Iterator[tuple[int, ...]]:
    """The numbers of inequalities that hang together by their cells."""
    pairs = [(number, cell) for number, row in enumerate(rows) for cell, _ in row.terme]
    cells = {cell: len(rows) + place for place, cell in enumerate({cell for _, cell in pairs})}
    size = len(rows) + len(cells)
    edges = (np.ones(len(pairs)), ([n for n, _ in pairs], [cells[c] for _, c in pairs]))
    _, labels = connected_components(sparse.csr_array(edges, shape=(size, size)))
    groups: dict[int, list[int]] = {}
    for number, label in enumerate(labels[: len(rows)]):
        groups.setdefault(int(label), []).append(number)
    return (tuple(numbers) for numbers in groups.values())


def _solve(netz: Netz, rows: Sequence[_Row], *, ganz: bool) -> _Teil:
    cells = sorted({cell for row in rows for cell, _ in row.terme})
    if any(row.bedarf > KLEINST and not row.terme for row in rows):
        return _Teil(cells, np.zeros(len(cells)), 0.0, moeglich=False)
    if not cells:
        return _Teil([], np.zeros(0), 0.0, moeglich=True)
    model = _model(netz, cells, rows, ganz=ganz)
    model.run()
    possible = model.getModelStatus() != highspy.HighsModelStatus.kInfeasible
    shares = np.array(model.getSolution().col_value)
    verlust = float(model.getInfo().objective_function_value) if possible else 0.0
    return _Teil(cells, shares.round() if ganz else shares.clip(0, 1), verlust, moeglich=possible)


def _model(netz: Netz, cells: Sequence[int], rows: Sequence[_Row], *, ganz: bool) -> highspy.Highs:
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)  # noqa: FBT003 (the library's own signature)
    model.setOptionValue("mip_rel_gap", 0.0)
    column = {cell: number for number, cell in enumerate(cells)}
    for cell in cells:
        model.addVariable(0, 1, netz.zellen[cell].verlust)
    if ganz:
        kinds = np.full(len(cells), highspy.HighsVarType.kInteger)
        model.changeColsIntegrality(len(cells), np.arange(len(cells), dtype=np.int32), kinds)
    for row in rows:
        places = np.array([column[cell] for cell, _ in row.terme], np.int32)
        gains = np.array([gain for _, gain in row.terme])
        model.addRow(row.bedarf, highspy.kHighsInf, len(places), places, gains)
    return model
