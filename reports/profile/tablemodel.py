"""The tables of the page model: finished texts in cells, rows and columns."""

from dataclasses import dataclass
from enum import StrEnum

from reports.profile.chartmodel import Druckzeichen, Spine


@dataclass(frozen=True, slots=True)
class Stueck:
    """A piece of a cell's text, and what a screen reader says where that is something else."""

    text: str
    gesprochen: str = ""


@dataclass(frozen=True, slots=True)
class Bild:
    """A picture inside a cell, by the id of its row in a spine, and what it shows in words."""

    id: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zelle:
    """One cell: the printed text, and what a screen reader says where that holds a sign or mark.

    Attributes:
        zusatz: what stands small beneath the text.
        zeichen: the signs and marks in the text, for the legend.
        stuecke: the same text in pieces, each mark with its word, where it has marks; it may be
            broken before the letters, so that a narrow column has room for them.
        bild: what stands above the text; None without.
    """

    text: str
    gesprochen: str = ""
    zusatz: str = ""
    zeichen: tuple[Druckzeichen, ...] = ()
    stuecke: tuple[Stueck, ...] = ()
    bild: Bild | None = None

    @property
    def worte(self) -> str:
        """The text in words, for places where nobody sees it."""
        return self.gesprochen or self.text

    @property
    def gesetzt(self) -> tuple[Stueck, ...]:
        """The pieces to set, one where there are no marks."""
        return self.stuecke or (Stueck(self.text, self.gesprochen),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spalte:
    """The head of a column: its title and, smaller, its unit or Stand."""

    titel: str
    zusatz: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zeile:
    """A row: its head, what stands small beneath it, its cells, and whether it is set off."""

    kopf: str
    zusatz: str = ""
    zellen: tuple[Zelle, ...]
    abgesetzt: bool = False


class Tabellenart(StrEnum):
    """Which widths and alignments a table takes; the member's value is its CSS class."""

    VERGLEICH = "vergleich"  # a row per Kennzahl, of a Kommune, with its spine
    VERGLEICH_REGION = "vergleich-region"  # the same of the Region
    VERAENDERUNG = "veraenderung"  # a row per Kennzahl, its first and last year
    VERAENDERUNG_TREND = "veraenderung-trend"  # the same with the trend
    SIGNALE = "signale"  # signals on the first page
    AUFFAELLIG = "auffaellig"  # all signals
    BILANZ = "bilanz"  # a row per Kommune, three numbers
    KOMMUNEN = "kommunen"  # a row per Kommune
    RANGFOLGE = "rangfolge"  # a row per Kommune by its rank
    KACHELN = "kacheln"  # a row per Kommune, a sign for each Kennzahl
    ALTERSAUFBAU = "altersaufbau"  # a row per step, both sexes beside another area
    VERZEICHNIS = "verzeichnis"  # text columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelle:
    """A table with one header row; ``spalten[0]`` is the head of the row heads.

    Attributes:
        spine: the pictures that its cells name; None without.
    """

    id: str
    art: Tabellenart
    titel: str
    spalten: tuple[Spalte, ...]
    zeilen: tuple[Zeile, ...]
    spine: Spine | None = None

    @property
    def zeilenkoepfe(self) -> bool:
        """Whether the first cell of a row is its head; a single row is all there is to read."""
        return len(self.zeilen) > 1
