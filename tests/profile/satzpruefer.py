"""A second opinion on sentences: reads the German text and computes again from its cells.

It shares nothing with the program but the text and the cells of a sentence.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

import numpy as np
from scipy import stats

SICHER, TREND_SICHER = 0.95, 0.998
FAKTOREN = {"%": 100, "je 100": 100, "je 1.000": 1000}  # others are not computed again
# A figure with its unit, a year and a name of the first (a) and of the second cell (b).
A, B = r"(?P<a>[^()]+)", r"(?P<b>[^()]+)"
JA, JB = r"(?P<ja>\d{4})", r"(?P<jb>\d{4})"
GA, GB = r"(?P<ga>.+)", r"(?P<gb>.+)"
RANG = rf".+: Unter (?P<n>\d+) Kommunen der Region hat {GA} {JA} den {{}} Wert \({A}\)\."
LAGE = rf".+: {GA} liegt {JA} mit {A} {{}} der {GB} \({B}\)\."
BEWEGUNG = rf".+: Der Wert für (?:die )?{GA} ist von {A} \({JA}\) auf {B} \({JB}\) {{}}\."
STILLSTAND = rf".+: Der Wert für (?:die )?{GA} ist mit {A} \({JA}\) und {B} \({JB}\) {{}}\."
TREND = rf".+: Der Trend für (?:die )?{GA} ist von {JA} \({A}\) bis {JB} \({B}\) {{}}\."
SPANNE = (
    rf".+: Unter (?P<n>\d+) Kommunen der Region {{}} der Wert {JA}"
    rf" von {A} \({GA}\) bis {B} \({GB}\)\."
)
WORTE = {
    "höchsten": RANG,
    "niedrigsten": RANG,
    "über": LAGE,
    "unter": LAGE,
    "gestiegen": BEWEGUNG,
    "gesunken": BEWEGUNG,
    "nahezu unverändert": STILLSTAND,
    "unverändert": STILLSTAND,
    "steigend": TREND,
    "fallend": TREND,
    "reicht": SPANNE,
}
FORMEN = {wort: re.sub(r"\{\}", wort, form) for wort, form in WORTE.items()}


@dataclass(frozen=True)
class Zelle:
    """A cell of the proof: where and when, cases, people or None, and the figure as printed."""

    gebiet: str
    jahr: int
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
        return Fraction(self._figure.replace(".", "").replace(",", ".").replace("−", "-"))

    @property
    def anteil(self) -> bool:
        """Whether it is a share of those it counts, not a rate."""
        return "%" in self.gedruckt and self.zaehler <= (self.nenner or 0)

    @property
    def gerechnet(self) -> bool:
        """Whether the printed figure is the quotient, rounded half away from zero.

        Without a Nenner the Zähler holds the figure itself, with as many decimals or up to three
        more.
        """
        units = 10 ** len(self._figure.partition(",")[2])
        unit = self.gedruckt.removeprefix(self._figure).replace("\u00a0", " ").strip()
        if self.nenner is None:
            sizes = {rounded(Fraction(self.zaehler, 10**more)) for more in range(4)}
            return self.gelesen * units in sizes
        factor = FAKTOREN.get(unit)
        return factor is None or self.gelesen * units == rounded(self.genau * factor * units)

    @property
    def _figure(self) -> str:
        found = re.match(r"−?\d[\d.]*(?:,\d+)?", self.gedruckt)
        assert found, self.gedruckt
        return found[0]


def rounded(value: Fraction) -> int:
    """To whole numbers, half away from zero."""
    size = floor(abs(value) + Fraction(1, 2))
    return size if value >= 0 else -size


def is_proven(text: str, zellen: Sequence[Zelle]) -> bool:
    """Whether the text is true of its cells."""
    form, said = next(
        (wort, found.groupdict())
        for wort, muster in FORMEN.items()
        if (found := re.fullmatch(muster, text))
    )
    return (
        all(zelle.gerechnet for zelle in zellen)
        and _quotes(said, zellen)
        and _counts(said, zellen)
        and _holds(form, zellen)
    )


def _quotes(said: Mapping[str, str], zellen: Sequence[Zelle]) -> bool:
    """Whether the text has area, year and figure of its first cell, and of its second."""
    own = (said["ga"], int(said["ja"]), said["a"])
    if "b" not in said:
        return own == _identity(zellen[0])
    other = (said.get("gb", said["ga"]), int(said.get("jb", said["ja"])), said["b"])
    return [own, other] == [_identity(zelle) for zelle in zellen[:2]]


def _identity(zelle: Zelle) -> tuple[str, int, str]:
    return zelle.gebiet, zelle.jahr, zelle.gedruckt


def _counts(said: Mapping[str, str], zellen: Sequence[Zelle]) -> bool:
    """Whether the cells are those of as many Kommunen as the text tells, in the same year."""
    areas, years = {zelle.gebiet for zelle in zellen}, {zelle.jahr for zelle in zellen}
    return "n" not in said or (int(said["n"]) == len(areas) == len(zellen) and len(years) == 1)


def _holds(form: str, zellen: Sequence[Zelle]) -> bool:
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
    return _compares(form, first, rest[0], zellen)


def _compares(form: str, first: Zelle, second: Zelle, zellen: Sequence[Zelle]) -> bool:
    rises = first.genau < second.genau and first.gelesen < second.gelesen
    falls = first.genau > second.genau and first.gelesen > second.gelesen
    same = first.gelesen == second.gelesen
    if form in {"über", "unter"}:
        low, high = interval(first)
        region = float(second.genau)
        return (falls and region < low) if form == "über" else (rises and region > high)
    if form in {"steigend", "fallend"}:
        up, down = trend(five_years(zellen))
        return (rises and up) if form == "steigend" else (falls and down)
    answers: Mapping[str, bool] = {
        "gestiegen": rises,
        "gesunken": falls,
        "nahezu unverändert": same and first.genau != second.genau,
        "unverändert": same and first.genau == second.genau,
    }
    return answers[form]


def five_years(zellen: Sequence[Zelle]) -> Sequence[Zelle]:
    """The cells in order of time, which must be those of one area in five years on end."""
    ordered = sorted(zellen, key=lambda zelle: zelle.jahr)
    first = ordered[0]
    assert [(z.gebiet, z.jahr) for z in ordered] == [
        (first.gebiet, jahr) for jahr in range(first.jahr, first.jahr + 5)
    ]
    return ordered


def interval(zelle: Zelle) -> tuple[float, float]:
    """The 95 % interval of Zähler by Nenner, by the statistics library."""
    assert zelle.nenner
    if zelle.anteil:
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


def trend(zellen: Sequence[Zelle]) -> tuple[bool, bool]:
    """Whether five cells in order of time rise, and whether they fall, beyond chance."""
    time = np.arange(1, 6)
    if all(zelle.anteil for zelle in zellen):
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
        widths = np.array([np.subtract(*interval(z)[::-1]) for z in zellen])
        weight = (3.92 / widths) ** 2
        slope, variance = np.polyfit(time, values, 1, w=weight**0.5, cov="unscaled")
        chi2 = slope[0] ** 2 / variance[0, 0]
    keep = [np.ones(5, bool), *(time != left for left in time)]
    slopes = [np.polyfit(time[k], values[k], 1, w=weight[k] ** 0.5)[0] for k in keep]
    sure = chi2 > stats.chi2.ppf(TREND_SICHER, 1)
    return bool(sure and min(slopes) > 0), bool(sure and max(slopes) < 0)
