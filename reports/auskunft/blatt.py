"""A table of the Prüfbericht, ready for a page and for a workbook."""

import re
from dataclasses import dataclass
from decimal import Decimal

from reports.intake.checks.words import german

# What neither HTML nor a workbook can hold; delivered cells may.
_UNSICHTBAR = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_ERSATZ = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Spalte:
    """The head of a column and its width in letters."""

    titel: str
    breite: int


@dataclass(frozen=True, slots=True)
class Feld:
    """One cell: its text and, where it is a number, the value to sort and calculate by."""

    text: str
    zahl: Decimal | None = None

    @classmethod
    def of_figure(cls, zahl: Decimal) -> "Feld":
        """A figure in German print."""
        return cls(german(zahl), zahl)

    @classmethod
    def of_count(cls, anzahl: int) -> "Feld":
        """A count in German print."""
        return cls.of_figure(Decimal(anzahl))

    @classmethod
    def of_year(cls, jahr: int) -> "Feld":
        """A year, without the point of thousands."""
        return cls(str(jahr), Decimal(jahr))

    @property
    def rechts(self) -> bool:
        """Whether it is a number, which stands at the right."""
        return self.zahl is not None

    @property
    def druckbar(self) -> str:
        """The text with a replacement for each character that no file can hold."""
        return _UNSICHTBAR.sub(_ERSATZ, self.text)


@dataclass(frozen=True, slots=True)
class Blatt:
    """A table with its title.

    Attributes:
        leer: the sentence in place of rows, where there are none.
    """

    titel: str
    spalten: tuple[Spalte, ...]
    zeilen: tuple[tuple[Feld, ...], ...]
    leer: str

    @property
    def breite(self) -> int:
        """The width of all columns in letters."""
        return sum(spalte.breite for spalte in self.spalten)
