"""What an attacker finds out: between which figures everything published leaves a cell.

Solved by HiGHS, one model per block, so that each question after the first starts warm. A bound
comes with the reason for it: the multipliers of linear programming say which published cells hold
it in place, and so by how much it could move if they were suppressed.
"""

from dataclasses import dataclass

import highspy
import numpy as np
from scipy import sparse

from reports.disclosure.netz import Block, Netz, Plaetze, Zahlen
from reports.disclosure.tabelle import Spielraum, Tabelle

KLEINST = 1e-6  # below it a number is taken for zero


@dataclass(frozen=True, slots=True)
class Schranke:
    """How far a cell can move to one side.

    Attributes:
        zelle: its place.
        seite: 1 up, −1 down.
        wert: its greatest figure, or its least times −1; a whole number unless a cell is
            suppressed in part.
        duals: the multipliers of the relations of its block that prove it for broken numbers.
    """

    zelle: int
    seite: int
    wert: float
    duals: Zahlen


@dataclass(frozen=True, slots=True)
class Halt:
    """What a bound depends on.

    Attributes:
        fest: what of it holds while nothing at all is suppressed.
        zellen: places of the cells that could be suppressed for more.
        gewinn: how much each of them would add at most; infinite without a bound.
    """

    fest: float
    zellen: Plaetze
    gewinn: Zahlen


class Angriff:
    """The attack on the cells of a block."""

    def __init__(self, netz: Netz, block: Block, anteile: Zahlen) -> None:
        """Set up the model; what is known moves to the right side of each relation."""
        self.netz = netz
        self.block = block
        self.anteile = anteile
        self.whole = bool(np.isin(anteile[block.zellen], (0, 1)).all())
        self.rows = netz.matrix[block.reihen]
        self.unten, self.oben = netz.grenzen(anteile)
        self.place = {int(cell): number for number, cell in enumerate(block.zellen)}
        known = self.unten.copy()
        known[block.zellen] = 0
        known[~np.isfinite(known)] = 0
        self.fixed = self.rows @ known
        self.model = self._model()
        self.rand = _Rand(netz, block, self.rows)
        self.least = np.full(len(block.zellen), np.inf)
        self.most = -self.least

    def schranke(self, zelle: int, seite: int) -> Schranke | None:
        """How far *zelle* can move up (*seite* 1) or down (−1); None without a bound."""
        self.model.changeColCost(self.place[zelle], float(-seite))
        try:
            return self._solve(zelle, seite)
        finally:
            self.model.changeColCost(self.place[zelle], 0.0)

    def gesehen(self, zelle: int) -> tuple[float, float]:
        """Between which figures *zelle* lay in the answers so far; it may lie further out."""
        place = self.place[zelle]
        return float(self.least[place]), float(self.most[place])

    def _solve(self, zelle: int, seite: int) -> Schranke | None:
        status = self._run()
        if status in _UNBEGRENZT:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise ArithmeticError(
                f"Kein Zahlenbild passt: {self.model.modelStatusToString(status)}"
            )
        solution = self.model.getSolution()
        best = float(self.model.getInfo().objective_function_value)
        values = np.array(solution.col_value)
        if self.whole and np.abs(values - values.round()).max() > KLEINST:
            best = self._in_whole_numbers()
        else:
            self._see(values.round() if self.whole else values)
        wert = -float(np.ceil(best - KLEINST) if self.whole else best)
        return Schranke(zelle, seite, wert, np.array(solution.row_dual))

    def _see(self, values: Zahlen) -> None:
        """Remember figures that fit everything published."""
        self.least = np.minimum(self.least, values)
        self.most = np.maximum(self.most, values)

    def _run(self) -> highspy.HighsModelStatus:
        """Solve, once more from a cold start where a warm one comes to no end."""
        self.model.run()
        if self.model.getModelStatus() == highspy.HighsModelStatus.kUnknown:
            self.model.clearSolver()
            self.model.run()
        return self.model.getModelStatus()

    def _in_whole_numbers(self) -> float:
        """The optimum among whole numbers."""
        number = len(self.block.zellen)
        every = np.arange(number, dtype=np.int32)
        self.model.changeColsIntegrality(
            number, every, np.full(number, highspy.HighsVarType.kInteger)
        )
        self.model.run()
        best = float(self.model.getInfo().mip_dual_bound)
        self.model.changeColsIntegrality(
            number, every, np.full(number, highspy.HighsVarType.kContinuous)
        )
        return best

    def halt(self, schranke: Schranke) -> Halt:
        """By weak duality: the bound without any suppression, and what each one would add."""
        duals = schranke.duals
        rand = self.rand
        pull = rand.pull(duals)
        pull[rand.place(schranke.zelle)] -= schranke.seite
        pull[np.abs(pull) < KLEINST] = 0
        held = np.abs(duals) >= KLEINST
        limits = np.where(duals > 0, rand.unten, rand.oben)
        base = float(duals[held] @ limits[held])
        shown = pull * rand.wert
        bounded = (pull > 0) & np.isfinite(rand.mindestens)
        hidden = np.full(pull.size, -np.inf)
        hidden[bounded] = pull[bounded] * rand.mindestens[bounded]
        hidden[pull == 0] = 0
        base += float(np.where(rand.sichtbar, shown, hidden).sum())
        open_ = rand.gedruckt & (pull != 0)
        return Halt(-base, rand.zellen[open_], (shown - hidden)[open_])

    def _model(self) -> highspy.Highs:
        block, netz = self.block, self.netz
        part = self.rows[:, block.zellen].tocsc()
        lp = highspy.HighsLp()
        lp.num_row_, lp.num_col_ = part.shape
        lp.col_cost_ = np.zeros(len(block.zellen))
        lp.col_lower_ = self.unten[block.zellen]
        lp.col_upper_ = self.oben[block.zellen]
        lp.row_lower_ = netz.unten[block.reihen] - self.fixed
        lp.row_upper_ = netz.oben[block.reihen] - self.fixed
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_, lp.a_matrix_.index_ = part.indptr, part.indices
        lp.a_matrix_.value_ = part.data
        model = highspy.Highs()
        model.setOptionValue("output_flag", False)  # noqa: FBT003 (the library's own signature)
        model.setOptionValue("mip_rel_gap", 0.0)
        model.passModel(lp)
        return model


_UNBEGRENZT = {
    highspy.HighsModelStatus.kUnbounded,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,
}


def spielraum(tabelle: Tabelle, gesperrt: frozenset[int], zelle: int) -> Spielraum:
    """Between which figures everything published leaves *zelle* under a suppression."""
    netz = Netz(tabelle)
    anteile = netz.anteile(gesperrt)
    for block in netz.bloecke(anteile):
        if zelle in block.zellen:
            angriff = Angriff(netz, block, anteile)
            oben, unten = angriff.schranke(zelle, 1), angriff.schranke(zelle, -1)
            return Spielraum(-unten.wert if unten else None, oben.wert if oben else None)
    least, most = (float(grenze[zelle]) for grenze in netz.grenzen(anteile))
    return Spielraum(least if np.isfinite(least) else None, most if np.isfinite(most) else None)


class _Rand:
    """All cells that stand in a relation of a block, seen ones too, as arrays.

    Attributes:
        zellen: their places, ascending.
        wert, mindestens, sichtbar, gedruckt: as in the table, for these cells.
        unten, oben: bounds of the relations of the block.
    """

    def __init__(self, netz: Netz, block: Block, rows: sparse.csr_array) -> None:
        self.zellen, self._at = np.unique(rows.indices, return_inverse=True)
        self._row_of = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
        self._weights = rows.data
        self.wert, self.mindestens = netz.wert[self.zellen], netz.mindestens[self.zellen]
        self.sichtbar, self.gedruckt = netz.sichtbar[self.zellen], netz.gedruckt[self.zellen]
        self.unten, self.oben = netz.unten[block.reihen], netz.oben[block.reihen]

    def place(self, zelle: int) -> int:
        """Where a cell of the table stands here."""
        return int(np.searchsorted(self.zellen, zelle))

    def pull(self, duals: Zahlen) -> Zahlen:
        """What the relations draw each cell by, with these multipliers, the sign turned."""
        weights = self._weights * duals[self._row_of]
        return -np.bincount(self._at, weights, self.zellen.size).astype(np.float64)
