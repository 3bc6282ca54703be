"""Counts the signals where there is nothing but chance: ``make bench``.

Whatever stands out then is a false alarm, and there may be no more of them than profiles announce.
"""

import multiprocessing
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from nullmodell import Modell, draw_all, model
from rich.console import Console
from rich.table import Table

from reports.comparison.compare import einordnen
from reports.comparison.signals import Bilanz, bilanz_of, fehlalarme
from reports.comparison.standing import Anlass, Einordnungen

SEED = 4
SIMULATIONEN = 1000
KOMMUNEN = 21
PROZESSE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ergebnis:
    """What one simulation has given: how the tests of each Kommune came out, and why."""

    bilanzen: tuple[Bilanz, ...]
    status: int
    trend: int

    @property
    def pruefungen(self) -> int:
        """Tests made over all Kommunen."""
        return sum(bilanz.pruefungen for bilanz in self.bilanzen)

    @property
    def signale(self) -> int:
        """Signals given over all Kommunen."""
        return sum(bilanz.auffaellig for bilanz in self.bilanzen)


def main() -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as ordner:
        modell = model(Path(ordner), seed=SEED, kommunen=KOMMUNEN)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROZESSE, context, _share, (modell,)) as pool:
        ergebnisse = list(pool.map(_task, range(SIMULATIONEN), chunksize=25))
    report(ergebnisse, modell)


def simulate(nummer: int, modell: Modell) -> Ergebnis:
    """One draw of all Zähler, compared and tested as an edition is."""
    einordnungen = einordnen(
        draw_all(np.random.default_rng([SEED, nummer]), modell),
        modell.staende,
        katalog=modell.katalog,
        gebiete=modell.gebiete,
        schwellen=modell.schwellen,
        ausgabe="",
        vorausgabe=None,
    )
    return _count(einordnungen, modell)


def report(ergebnisse: list[Ergebnis], modell: Modell) -> None:
    """Print how many signals were false, and how many the profiles announce."""
    console = Console(width=100)
    console.print(_table(ergebnisse, modell))
    tests = sum(e.pruefungen for e in ergebnisse)
    wrong = 100 * sum(e.status + e.trend for e in ergebnisse) / tests
    console.print(
        f"{len(ergebnisse)} Simulationen, {len(modell.staende)} Kennzahlen, {KOMMUNEN} Kommunen,"
        f" im Mittel {tests / len(ergebnisse):.0f} Prüfungen."
    )
    console.print(
        f"Falsch waren {_decimal(wrong, 3)} % der Prüfungen, angekündigt sind höchstens"
        f" {_decimal(float(modell.schwellen.irrtum), 1)} %."
    )
    above = sum(e.signale > _announced(e.pruefungen, modell) for e in ergebnisse)
    console.print(f"Mehr falsche Signale als angekündigt hatten {above} Simulationen.")
    console.print(_worst_kommune(ergebnisse, modell))


def _table(ergebnisse: list[Ergebnis], modell: Modell) -> Table:
    table = Table("", "Mittel", "95 von 100", "höchstens", title="Signale je Simulation")
    for title, numbers in (
        ("falsche Signale", [e.signale for e in ergebnisse]),
        ("davon mit auffälligem Status", [e.status for e in ergebnisse]),
        ("davon mit ungünstigem Trend", [e.trend for e in ergebnisse]),
        ("angekündigt", [_announced(e.pruefungen, modell) for e in ergebnisse]),
    ):
        row = (np.mean(numbers), np.percentile(numbers, 95), max(numbers))
        table.add_row(title, *(_decimal(float(number), 2) for number in row))
    return table


def _worst_kommune(ergebnisse: list[Ergebnis], modell: Modell) -> str:
    """The Kommune whose profile comes nearest to its own announcement, or goes beyond it."""
    sums = []
    for place, kommune in enumerate(modell.gebiete.kommunen):
        own = [e.bilanzen[place] for e in ergebnisse]
        found = sum(bilanz.auffaellig for bilanz in own) / len(own)
        announced = _announced(sum(bilanz.pruefungen for bilanz in own), modell) / len(own)
        sums.append((found / announced, found, announced, kommune.name))
    _, found, announced, name = max(sums)
    return (
        f"Die meisten gegenüber der Ankündigung hat {name}: im Mittel {_decimal(found, 3)} von"
        f" höchstens {_decimal(announced, 3)}."
    )


def _announced(pruefungen: int, modell: Modell) -> float:
    return float(fehlalarme(pruefungen, modell.schwellen))


def _decimal(number: float, decimals: int) -> str:
    return f"{number:.{decimals}f}".replace(".", ",")


def _count(einordnungen: Einordnungen, modell: Modell) -> Ergebnis:
    own = [
        [einordnungen[kommune.schluessel, name] for name in modell.staende]
        for kommune in modell.gebiete.kommunen
    ]
    signals = [found.signal for of_kommune in own for found in of_kommune if found.signal]
    reasons = [anlass for signal in signals for anlass in signal.anlaesse]
    return Ergebnis(
        bilanzen=tuple(bilanz_of(of_kommune) for of_kommune in own),
        status=reasons.count(Anlass.STATUS),
        trend=reasons.count(Anlass.TREND),
    )


_geteilt: list[Modell] = []


def _share(modell: Modell) -> None:
    """Runs once in each worker."""
    _geteilt.append(modell)


def _task(nummer: int) -> Ergebnis:
    """Runs in a worker."""
    return simulate(nummer, _geteilt[0])


if __name__ == "__main__":
    main()
