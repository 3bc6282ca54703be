"""Protects and attacks a whole year's load, and made-up systems: ``make bench``.

The first part takes the time of protection and audit for as much as a year brings. The second
counts what the old hand rule and the suppression of this tool leave to an attacker.
"""

import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from jahreslast import FAMILIEN, full_load
from lieferweg import Lieferung, protected, write_release
from rich.console import Console
from verbund import JAHRE, Luecken, as_delivery, draw, gaps_of, hand_rule, year_table

from reports.audit.zahlen import Zahlenpruefung, pruefe_zahlen
from reports.disclosure.protect import Geschuetzt
from reports.disclosure.secondary import Each, Grund
from reports.press.pool import Spread, process_pool

SYSTEME = 1000
PROZESSE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ergebnis:
    """What one system has given.

    Attributes:
        handregel: what two gaps in every row and column leave open, by year.
        klein: counts suppressed for their own sake.
        decken: counts that are suppressed to protect those.
        lecks: what the auditor has found in the released files.
        engster: how many figures are left to the suppressed count with the fewest.
    """

    handregel: tuple[Luecken, ...]
    klein: int
    decken: int
    lecks: int
    engster: int


def main() -> None:
    """Print both parts."""
    console = Console(width=100)
    with process_pool(PROZESSE) as pool:
        report_load(console, Spread(pool))
        report_systems(list(pool.map(examine, range(SYSTEME), chunksize=5)), console)


def examine(nummer: int) -> Ergebnis:
    """One system, by the hand rule and by the whole way to the auditor; runs in a worker."""
    verbund = draw(nummer)
    tables = [year_table(verbund, jahr) for jahr in JAHRE]
    lieferung = as_delivery(verbund)
    schutz = protected(lieferung)
    reasons = Counter(entry.grund for entry in schutz.gesperrt)
    found = audit(schutz, lieferung)
    return Ergebnis(
        handregel=tuple(gaps_of(tabelle, hand_rule(tabelle)) for tabelle in tables),
        klein=reasons[Grund.KLEIN] + reasons[Grund.NULL],
        decken=reasons[Grund.DECKUNG],
        lecks=len(found.befunde),
        engster=found.engster.oben - found.engster.unten + 1 if found.engster else 0,
    )


def audit(schutz: Geschuetzt, lieferung: Lieferung) -> Zahlenpruefung:
    """What the auditor makes of the released files."""
    with tempfile.TemporaryDirectory() as ordner:
        write_release(schutz, lieferung, Path(ordner))
        return pruefe_zahlen(Path(ordner))


def report_systems(ergebnisse: Sequence[Ergebnis], console: Console) -> None:
    """Print what an attacker gets of the systems."""
    hand = [luecken for ergebnis in ergebnisse for luecken in ergebnis.handregel]
    secrets = sum(luecken.geheim for luecken in hand)
    exact, narrow = sum(x.genau for x in hand), sum(x.zu_eng for x in hand)
    betroffen = sum(any(x.genau for x in ergebnis.handregel) for ergebnis in ergebnisse)
    console.print(f"{len(ergebnisse)} Systeme über {len(JAHRE)} Jahre, {secrets} Geheimnisse.")
    console.print(
        f"Zwei Lücken je Zeile und Spalte: {exact} ({_percent(exact, secrets)}) genau bestimmbar,"
        f" {narrow} ({_percent(narrow, secrets)}) zu eng, in {betroffen} Systemen."
    )
    klein, decken = sum(e.klein for e in ergebnisse), sum(e.decken for e in ergebnisse)
    console.print(
        f"Sperrung: {sum(e.lecks for e in ergebnisse)} Lecks; {klein} kleine Zahlen, {decken}"
        f" weitere, {_ratio(decken, klein)} je kleiner Zahl; der engste Spielraum hat"
        f" {min(e.engster for e in ergebnisse)} Zahlen."
    )


def report_load(console: Console, each: Each) -> None:
    """Print how long a year's load takes, and what is suppressed of it."""
    lieferung = full_load()
    start = time.perf_counter()
    schutz = protected(lieferung, each)
    between = time.perf_counter()
    found = audit(schutz, lieferung)
    end = time.perf_counter()
    console.print(
        f"Jahreslast: {FAMILIEN} Kennzahlen nach Geschlecht, {len(JAHRE)} Jahre,"
        f" {found.zellen} Werte; schützen {_decimal(between - start)} s,"
        f" prüfen {_decimal(end - between)} s."
    )
    console.print(_secondaries(schutz))
    console.print(f"{len(found.befunde)} Lecks, engster Spielraum {found.engster}.")


def _secondaries(schutz: Geschuetzt) -> str:
    """How many counts are suppressed to protect others, together and by Kennzahl."""
    kinds = Counter((_family(e.form), e.grund is Grund.DECKUNG) for e in schutz.gesperrt)
    families = sorted({family for family, _ in kinds})
    pairs = [(kinds[family, True], kinds[family, False]) for family in families]
    decken, klein = (sum(numbers) for numbers in zip(*pairs, strict=True))
    ratios = [decken / klein for decken, klein in pairs if klein]
    return (
        f"{klein} kleine Zahlen, {decken} weitere, {_ratio(decken, klein)} je kleiner Zahl;"
        f" Median je Kennzahl {_decimal(median(ratios))}."
    )


def _family(form: str) -> str:
    """The Kennzahl a count belongs to, whatever its sex."""
    return form.split("_", maxsplit=1)[0]


def _percent(part: int, whole: int) -> str:
    return f"{_decimal(100 * part / whole)} %"


def _ratio(part: int, whole: int) -> str:
    return _decimal(part / whole)


def _decimal(number: float) -> str:
    return f"{number:.2f}".replace(".", ",")


if __name__ == "__main__":
    main()
