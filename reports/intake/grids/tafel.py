"""What every delivered file becomes first: sheets of cells that know what kind of content they hold.

Nothing is interpreted here: whether a text is a number, a sign or a name is for the next step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto


class Inhalt(Enum):
    """What a cell holds."""

    TEXT = auto()  # also every cell of a text file, and an empty one
    ZAHL = auto()  # a number of a workbook, stored as such
    PROZENT = auto()  # a number of a workbook that is shown as a percentage: 0.082 is »8,2 %«
    DATUM = auto()
    WAHRHEITSWERT = auto()
    VERFREMDET = auto()  # a number that its format prints as something else
    FORMEL = auto()  # a formula whose result was never saved
    EXCELFEHLER = auto()  # #NV, #DIV/0! and their like


@dataclass(frozen=True, slots=True)
class Feld:
    """One cell.

    Attributes:
        text: what it holds as a person would read it; a number in German print without thousands
            separator, a day as ``31.12.2015``, a formula with its ``=``; of VERFREMDET the number
            with its format; empty for an empty cell.
        zahl: of ZAHL and PROZENT the stored number (``0.082`` for »8,2 %«), free of the noise of
            binary fractions; None for all others.
        verbunden: whether the content stands in another cell that this one is merged with.
    """

    text: str
    art: Inhalt = Inhalt.TEXT
    zahl: Decimal | None = None
    verbunden: bool = False

    @property
    def leer(self) -> bool:
        """Whether nothing but blanks stands in it."""
        return not self.text.strip()


LEERES_FELD = Feld("")


@dataclass(frozen=True, slots=True)
class Reihe:
    """One row of a sheet, with the number a spreadsheet or text editor shows for it."""

    nummer: int
    felder: Sequence[Feld]

    @property
    def leer(self) -> bool:
        """Whether all its cells are empty."""
        return all(feld.leer for feld in self.felder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafel:
    """A sheet of a workbook, or a whole text file.

    Attributes:
        blatt: name of the sheet, empty for a text file.
        reihen: all rows from the first to the last that holds anything, blank ones included.
    """

    blatt: str
    reihen: Sequence[Reihe]


def address(spalte: int, nummer: int) -> str:
    """A cell as a spreadsheet names it, from the index of its column (0 is A) and its row."""
    letters = ""
    rest = spalte + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{nummer}"
