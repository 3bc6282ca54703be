"""What every format becomes before its values are read: one delivered figure with its witnesses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reports.domain.quelle import Liefereinheit
from reports.intake.grids.tafel import Feld, address
from reports.reading import Fund


@dataclass(frozen=True, slots=True, kw_only=True)
class Lieferzelle:
    """One figure as it stands in a file.

    Attributes:
        nummer: number of its row.
        spalte: index of its column.
        gebiet: key of its area, on which written key and name agree.
        jahr: the written year or day.
        stichtag: the written day or span; empty where the file has no column for it.
        merkmal: id of its Merkmal, as written.
        zeitspalte: index of the column that says when; None where its head does.
        merkmalspalte: index of the column that says what; None where its head does.
    """

    nummer: int
    spalte: int
    gebiet: str
    jahr: str
    stichtag: str
    merkmal: str
    feld: Feld
    einheit: Liefereinheit = Liefereinheit.EINS
    zeitspalte: int | None = None
    merkmalspalte: int | None = None

    @property
    def zelle(self) -> str:
        """The address of the figure, such as ``F17``."""
        return address(self.spalte, self.nummer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spaltenfund:
    """What an entry ``[[datei.spalte]]`` has found.

    Attributes:
        koepfe: the heads of its columns, and the unit that a flat file names for it.
        zeilen: how many rows it has read.
    """

    koepfe: Sequence[str]
    zeilen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Auszug:
    """What a table holds.

    Attributes:
        zellen: its figures, row by row.
        funde: what is wrong with rows.
        vorspann: the texts above the table.
        spalten: what each entry of the profile has found, in its order.
        uebersprungen: what was left out → how often.
    """

    zellen: Sequence[Lieferzelle]
    funde: Sequence[Fund] = ()
    vorspann: Sequence[str] = ()
    spalten: Sequence[Spaltenfund] = ()
    uebersprungen: Mapping[str, int] = field(default_factory=dict)
