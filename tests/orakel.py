"""A second way to every printed figure: exact fractions, and a writer that shares no line.

It knows the rules of printing and nothing of the program.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

MINUS, NBSP = "\u2212", "\u00a0"
UNGERUNDET = f"{NBSP}\u2248"  # behind a change that the printed values do not give
FAKTOR = {"prozent": 100, "je_100": 100, "je_1000": 1000, "mittelwert": 1000}
PUNKTE = {
    "prozent": "%-Pkt.",
    "je_100": "Punkte",
    "je_1000": f"je{NBSP}1.000",
    "mittelwert": "EUR",
    "geliefert": "Jahre",
}

Paar = tuple[Fraction, Fraction | None]  # Zähler, and Nenner where there is one


@dataclass(frozen=True, slots=True, kw_only=True)
class Rechnung:
    """How one Kennzahl is computed and printed.

    Attributes:
        art: the name of its kind of formula in the catalogue.
        stellen: its printed decimals.
    """

    art: str
    stellen: int

    def genau(self, paar: Paar) -> Fraction | None:
        """The exact value; None for a quotient by zero."""
        zaehler, nenner = paar
        if nenner == 0:
            return None
        return FAKTOR.get(self.art, 1) * zaehler / (1 if nenner is None else nenner)

    def wert(self, paar: Paar) -> str:
        """The printed value, »x« for a quotient by zero."""
        exact = self.genau(paar)
        return "x" if exact is None else number(exact, self.stellen)

    def aenderung(self, von: Paar, bis: Paar) -> str:
        """The printed change: the difference of exact values, rounded once."""
        start, end = self.genau(von), self.genau(bis)
        if start is None or end is None:
            return "x"
        text = signed(end - start, self.stellen)
        if self.art == "anzahl":
            return f"{text}; {percent(start, end)}"
        return f"{text}{NBSP}{PUNKTE[self.art]}"

    def entwicklung(self, von: Paar, bis: Paar) -> str:
        """The printed development of a count: in percent of its start, »x« from nothing or less."""
        start, end = von[0], bis[0]
        return "x" if start <= 0 else signed(100 * (end - start) / start, self.stellen)

    def nachgerechnet(self, von: Paar, bis: Paar) -> str:
        """The change that a reader computes from the two printed values."""
        first, last = read(self.wert(von)), read(self.wert(bis))
        if first is None or last is None:
            return "x"
        text = signed(last - first, self.stellen)
        if self.art == "anzahl":
            return f"{text}; {percent(first, last)}"
        return f"{text}{NBSP}{PUNKTE[self.art]}"


def percent(start: Fraction, end: Fraction) -> str:
    """The change of a count in percent: none from nothing or less, in brackets from below 10."""
    if start <= 0:
        return "x"
    text = f"{signed(100 * (end - start) / start, 1)}{NBSP}%"
    return f"({text})" if start < 10 else text


def number(exact: Fraction, stellen: int) -> str:
    """German print of a number, rounded half away from zero."""
    whole, rest = divmod(abs(exact) * 10**stellen, 1)
    digits = str(whole + (rest >= Fraction(1, 2))).rjust(stellen + 1, "0")
    cut = len(digits) - stellen
    text = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", digits[:cut])
    if stellen:
        text = f"{text},{digits[cut:]}"
    return MINUS + text if exact < 0 and digits.strip("0") else text


def signed(exact: Fraction, stellen: int) -> str:
    """The same with its sign; what rounds to nothing has ±."""
    text = number(exact, stellen)
    if not text.strip("0,"):
        return "\u00b1" + text
    return text if text.startswith(MINUS) else "+" + text


def read(text: str) -> Fraction | None:
    """What a reader takes a printed value for; None for a sign."""
    if text == "x":
        return None
    return Fraction(text.replace(".", "").replace(",", ".").replace(MINUS, "-"))
