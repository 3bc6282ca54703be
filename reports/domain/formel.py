"""Signed sums of Merkmale, the only formulas a catalogue entry may hold."""

import re
from dataclasses import dataclass

_TERM = re.compile(r"\s*([+-]?)\s*([a-z][a-z0-9_]*)\s*")


class FormelError(ValueError):
    """A text is not a signed sum of Merkmale."""


@dataclass(frozen=True, slots=True)
class Summe:
    """A signed sum such as ``zuzuege - fortzuege``.

    Attributes:
        terme: pairs of sign (+1 or −1) and Merkmal id, in the order written.
    """

    terme: tuple[tuple[int, str], ...]

    @property
    def merkmale(self) -> tuple[str, ...]:
        """The ids it names, in the order written."""
        return tuple(merkmal for _, merkmal in self.terme)

    def __str__(self) -> str:
        text = " ".join(f"{'+' if sign > 0 else '-'} {merkmal}" for sign, merkmal in self.terme)
        return text.removeprefix("+ ")


def parse_summe(text: str) -> Summe:
    """Read a signed sum; raise :class:`FormelError` when *text* is anything else."""
    terme: list[tuple[int, str]] = []
    position = 0
    while position < len(text):
        match = _TERM.match(text, position)
        if match is None or (terme and not match[1]):
            raise FormelError(text)
        terme.append((-1 if match[1] == "-" else 1, match[2]))
        position = match.end()
    if not terme:
        raise FormelError(text)
    return Summe(tuple(terme))
