"""A second opinion on sentences: reads the German text and computes again from its cells.

It shares nothing with the program but the text and the cells of a sentence.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from scipy import stats

SICHER, TREND_SICHER = 0.95, 0.998
ZAHL = r"[−+±]?\d[\d.]*(?:,\d+)?"
FORMEN = {
    "höchsten": rf".+: Unter (?P<n>\d+) Kommunen .+ den höchsten Wert \((?P<a>{ZAHL}).*\)\.",
    "niedrigsten": rf".+: Unter (?P<n>\d+) Kommunen .+ den niedrigsten Wert \((?P<a>{ZAHL}).*\)\.",
    "über": rf".+ liegt (?P<j>\d+) mit (?P<a>{ZAHL})\D.* über der .+ \((?P<b>{ZAHL}).*\)\.",
    "unter": rf".+ liegt (?P<j>\d+) mit (?P<a>{ZAHL})\D.* unter der .+ \((?P<b>{ZAHL}).*\)\.",
    "gestiegen": rf".+ ist von (?P<a>{ZAHL})\D.* auf (?P<b>{ZAHL}).* gestiegen\.",
    "gesunken": rf".+ ist von (?P<a>{ZAHL})\D.* auf (?P<b>{ZAHL}).* gesunken\.",
    "nahezu": rf".+ ist mit (?P<a>{ZAHL}).* und (?P<b>{ZAHL}).* nahezu unverändert\.",
    "unverändert": rf".+ ist mit (?P<a>{ZAHL}).* und (?P<b>{ZAHL})[^a-z]* ?.*\) unverändert\.",
    "steigend": rf".+: Der Trend .+ von \d+ \((?P<a>{ZAHL}).*\) bis \d+ \((?P<b>{ZAHL}).*\) steigend\.",
    "fallend": rf".+: Der Trend .+ von \d+ \((?P<a>{ZAHL}).*\) bis \d+ \((?P<b>{ZAHL}).*\) fallend\.",
    "reicht": rf".+ reicht der Wert \d+ von (?P<a>{ZAHL}).* bis (?P<b>{ZAHL}).*\.",
}


@dataclass(frozen=True)
class Zelle:
    """A cell of the proof: cases, people or None, and the figure as it is printed."""

    zaehler: int
    nenner: int | None
    gedruckt: str

    @property
    def genau(self) -> Fraction:
        """The exact quotient."""
        return Fraction(self.zaehler, self.nenner or 1)

    @property
    def gelesen(self) -> Fraction:
        """The figure as a reader takes it."""
        return number(self.gedruckt)


def number(text: str) -> Fraction:
    """The first figure of a German text."""
    found = re.search(ZAHL, text)
    assert found, text
    plain = found[0].replace(".", "").replace(",", ".").replace("−", "-").lstrip("+±")
    return Fraction(plain)


def is_proven(text: str, zellen: Sequence[Zelle], *, anteil: bool) -> bool:
    """Whether the text is true of its cells; *anteil* tells shares from rates per thousand."""
    form, parts = next(
        (name, found) for name, muster in FORMEN.items() if (found := re.fullmatch(muster, text))
    )
    printed = [number(parts[name]) for name in "ab" if name in parts.re.groupindex]
    if printed != [zelle.gelesen for zelle in zellen[: len(printed)]]:
        return False
    if "n" in parts.re.groupindex and int(parts["n"]) != len(zellen):
        return False
    return _holds(form, zellen, anteil=anteil)


def _holds(form: str, zellen: Sequence[Zelle], *, anteil: bool) -> bool:
    first, *rest = zellen
    if form == "höchsten":
        return all(first.genau > z.genau and first.gelesen > z.gelesen for z in rest)
    if form == "niedrigsten":
        return all(first.genau < z.genau and first.gelesen < z.gelesen for z in rest)
    if form == "reicht":
        low, high, *between = zellen
        return (
            low.gelesen < high.gelesen
            and all(low.genau < z.genau < high.genau for z in between)
            and all(low.gelesen < z.gelesen < high.gelesen for z in between)
        )
    return _compares(form, first, rest[0], zellen, anteil=anteil)


def _compares(
    form: str, first: Zelle, second: Zelle, zellen: Sequence[Zelle], *, anteil: bool
) -> bool:
    rises = first.genau < second.genau and first.gelesen < second.gelesen
    falls = first.genau > second.genau and first.gelesen > second.gelesen
    same = first.gelesen == second.gelesen
    if form in {"über", "unter"}:
        low, high = interval(first, anteil=anteil)
        region = float(second.genau)
        return (falls and region < low) if form == "über" else (rises and region > high)
    if form in {"steigend", "fallend"}:
        up, down = trend([first, *zellen[2:], second], anteil=anteil)
        return (rises and up) if form == "steigend" else (falls and down)
    answers: Mapping[str, bool] = {
        "gestiegen": rises,
        "gesunken": falls,
        "nahezu": same and first.genau != second.genau,
        "unverändert": same and first.genau == second.genau,
    }
    return answers[form]


def interval(zelle: Zelle, *, anteil: bool) -> tuple[float, float]:
    """The 95 % interval of Zähler by Nenner, by the statistics library."""
    assert zelle.nenner
    if anteil:
        test = stats.binomtest(zelle.zaehler, zelle.nenner)
        found = test.proportion_ci(SICHER, method="wilson")
        return float(found.low), float(found.high)
    low, high = counts(zelle.zaehler)
    return low / zelle.nenner, high / zelle.nenner


def counts(cases: int) -> tuple[float, float]:
    """The 95 % interval of a count: of the chi-squared law below ten, else Byar's."""
    alpha = 1 - SICHER
    if cases < 10:
        low = stats.chi2.ppf(alpha / 2, 2 * cases) / 2 if cases else 0.0
        return float(low), float(stats.chi2.ppf(1 - alpha / 2, 2 * cases + 2) / 2)
    z = stats.norm.ppf(1 - alpha / 2)
    low, high = (
        float(x * (1 - 1 / (9 * x) + sign * z / (3 * x**0.5)) ** 3)
        for x, sign in ((cases, -1), (cases + 1, 1))
    )
    return low, high


def trend(zellen: Sequence[Zelle], *, anteil: bool) -> tuple[bool, bool]:
    """Whether five cells in order of time rise, and whether they fall, beyond chance."""
    time = np.arange(1, 6)
    if anteil:
        # The statistic for a trend in shares is N times the squared correlation of time and case.
        people = np.array([z.nenner for z in zellen], dtype=float)
        cases = np.array([z.zaehler for z in zellen], dtype=float)
        weights = np.concatenate([cases, people - cases])
        matrix = np.cov(
            np.tile(time, 2), np.repeat([1.0, 0.0], 5), aweights=weights / weights.sum(), ddof=0
        )
        chi2 = people.sum() * matrix[0, 1] ** 2 / (matrix[0, 0] * matrix[1, 1])
        values, weight = np.log(cases / (people - cases)), np.ones(5)
    else:
        values = np.array([float(z.genau) for z in zellen])
        widths = np.array([np.subtract(*interval(z, anteil=False)[::-1]) for z in zellen])
        weight = (3.92 / widths) ** 2
        slope, variance = np.polyfit(time, values, 1, w=weight**0.5, cov="unscaled")
        chi2 = slope[0] ** 2 / variance[0, 0]
    keep = [np.ones(5, bool), *(time != left for left in time)]
    slopes = [np.polyfit(time[k], values[k], 1, w=weight[k] ** 0.5)[0] for k in keep]
    sure = chi2 > stats.chi2.ppf(TREND_SICHER, 1)
    return bool(sure and min(slopes) > 0), bool(sure and max(slopes) < 0)
