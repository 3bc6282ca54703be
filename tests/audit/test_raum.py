"""The attacker's intervals, against printed instances and against counting all tables."""

import itertools
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pytest

from reports.audit.raum import Raum, teile
from reports.audit.wissen import Groesse, Wissen

Summen = Iterable[tuple[str, int]]


def intervals(
    summen: Summen, bekannt: Mapping[str, int] | None = None, unten: int = 0
) -> dict[str, tuple[int, int]]:
    """The interval of each unknown cell; a sum is the names of its cells and its figure."""
    wissen = Wissen()
    for name, wert in (bekannt or {}).items():
        wissen.learn(Groesse("", 0, name), wert)
    for names, total in summen:
        cells = [Groesse("", 0, name) for name in names.split()]
        for cell in cells:
            wissen.narrow(cell, unten=unten)
        wissen.relate([(cell, 1) for cell in cells], total, total)
    found = {}
    names_of = list(wissen.plaetze)
    for teil in teile(wissen):
        raum = Raum(teil, np.ones(teil.plaetze.size))
        for number, place in enumerate(teil.plaetze):
            bounds = int(raum.least(number)), int(raum.greatest(number))
            found[names_of[place].form] = bounds
    return found


def test_two_rows_and_two_columns() -> None:
    """Geurts 1992, table 10, as in the Handbook on Statistical Disclosure Control."""
    rows = (("x11 x12", 7), ("x21 x22", 3), ("x11 x21", 6), ("x12 x22", 4))

    assert intervals(rows) == {"x11": (3, 6), "x12": (1, 4), "x21": (0, 3), "x22": (0, 3)}


# the table »problemdata« of the package sdcTable
TABELLE = {
    "w": (30, 47, 64, 89),
    "x": (90, 124, 5, 31),
    "y": (92, 100, 59, 85),
    "z": (800, 991, 651, 685),
}
LUECKEN = ("wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd")


def table_intervals(*weitere: str) -> dict[str, tuple[int, int]]:
    """The intervals of the suppressed cells and of *weitere* beside them."""
    cells = {
        row + column: wert
        for row, werte in TABELLE.items()
        for column, wert in zip("abcd", werte, strict=True)
    }
    lines = [[row + column for column in "abcd"] for row in TABELLE]
    lines += [[row + column for row in TABELLE] for column in "abcd"]
    known = {n: wert for n, wert in cells.items() if n not in {*LUECKEN, *weitere}}
    return intervals(((" ".join(line), sum(cells[n] for n in line)) for line in lines), known)


def test_two_gaps_in_each_line_may_still_tell_one() -> None:
    assert table_intervals() == {
        "wa": (25, 94),
        "wb": (47, 47),
        "wc": (0, 69),
        "xa": (26, 95),
        "xc": (0, 69),
        "yb": (0, 185),
        "yd": (0, 185),
        "zb": (906, 1091),
        "zd": (585, 770),
    }


@pytest.mark.parametrize(
    ("weitere", "spielraum"),
    [("xd", (0, 78)), ("xb", (0, 141)), ("wd", (0, 136)), ("yc", (0, 116)), ("za", (0, 141))],
)
def test_one_gap_more_repairs_the_table(weitere: str, spielraum: tuple[int, int]) -> None:
    """What is left of the cell that was open without it."""
    assert table_intervals(weitere)["wb"] == spielraum


KREISE = (("A B I J", 20), ("K L M N", 16), ("L M", 6), ("A B I J K N", 30))
ZAHLEN = {"A": 2, "B": 2, "I": 8, "J": 8, "K": 3, "L": 3, "M": 3, "N": 7}


def test_tables_that_are_safe_alone_tell_a_cell_together() -> None:
    """The linked tables of the package sdcTable."""
    hidden = {"A", "B", "K", "L", "M"}
    known = {name: wert for name, wert in ZAHLEN.items() if name not in hidden}
    found = intervals(KREISE, known)

    assert found["K"] == (3, 3)


def test_one_gap_more_repairs_linked_tables() -> None:
    hidden = {"A", "B", "K", "L", "M", "N"}
    known = {name: wert for name, wert in ZAHLEN.items() if name not in hidden}

    assert intervals(KREISE, known) == {
        "A": (0, 4),
        "B": (0, 4),
        "K": (0, 10),
        "N": (0, 10),
        "L": (0, 6),
        "M": (0, 6),
    }


def counted(
    summen: Sequence[tuple[Sequence[int], int]], number: int, most: int
) -> list[tuple[int, int]]:
    """Least and greatest of each cell among all tables of cells up to *most* that fit."""
    fits = [
        table
        for table in itertools.product(range(most + 1), repeat=number)
        if all(sum(table[cell] for cell in cells) == total for cells, total in summen)
    ]
    return [(min(column), max(column)) for column in zip(*fits, strict=True)]


@pytest.mark.parametrize("seed", range(60))
def test_intervals_are_those_of_all_tables_that_fit(seed: int) -> None:
    """Every cell lies in a sum, so that none is greater than the greatest sum."""
    zufall = np.random.default_rng(seed)
    number = int(zufall.integers(3, 6))
    table = [1, *zufall.choice((0, 0, 1, 1, 2), number - 1).tolist()]
    sizes = zufall.integers(2, number + 1, 3)
    lines = [zufall.choice(number, size, replace=False).tolist() for size in sizes]
    lines.append(list(range(number)))
    sums = [(line, sum(table[cell] for cell in line)) for line in lines]
    found = intervals((" ".join(f"c{cell}" for cell in line), total) for line, total in sums)

    assert [found[f"c{cell}"] for cell in range(number)] == counted(sums, number, sum(table))
