"""Figures as their house writes them: German numbers, signs, and what was planted among them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from reports.domain.katalog import Merkmal, Stichtag
from reports.domain.quelle import Zeichensatz
from reports.intake.witnesses import TAGE
from reports.muster.orte import Ort
from reports.muster.vorgaben import ERSTES_JAHR, JAHRE

NULL = {
    Zeichensatz.DIN: "-",
    Zeichensatz.DESTATIS: "-",
    Zeichensatz.BA: "-",
    Zeichensatz.LSN_NEU: "0",
    Zeichensatz.ZENSUS_2022: "0",
}
_ZENSUSTAG = (5, 15)
_WAHLTAG = (9, 22)

Zelle = tuple[str, int, int]  # Merkmal, number of the area, year


@dataclass(frozen=True, slots=True, kw_only=True)
class Schreiber:
    """Turns figures into the texts of one source.

    Attributes:
        orte: the Region, then the Kommunen.
        werte: the figures of all Merkmale, see ``zufall.Raster``.
        gepflanzt: texts in place of those that a cell would have.
    """

    orte: Sequence[Ort]
    werte: Mapping[str, pl.Series]
    zeichensatz: Zeichensatz
    gepflanzt: Mapping[Zelle, str] = field(default_factory=dict)

    def frame(self, merkmal: Merkmal, jahre: Sequence[int]) -> pl.DataFrame:
        """Columns ``nummer`` of the area, ``jahr`` and ``text``, area by area."""
        years = len(JAHRE)
        texts = german(self.werte[merkmal.id], merkmal.dezimalen, NULL[self.zeichensatz])
        own = {key: text for key, text in self.gepflanzt.items() if key[0] == merkmal.id}
        places = [number * years + jahr - ERSTES_JAHR for _, number, jahr in own]
        cells = pl.int_range(len(texts), eager=True)
        frame = pl.DataFrame(
            {
                "nummer": cells // years,
                "jahr": cells % years + ERSTES_JAHR,
                "text": texts.scatter(places, list(own.values())) if own else texts,
            }
        )
        return frame.filter(pl.col("jahr").is_in(list(jahre)))

    def texts(self, merkmal: Merkmal, jahre: Sequence[int]) -> dict[tuple[int, int], str]:
        """The texts by number of the area and year."""
        return {(number, jahr): text for number, jahr, text in self.frame(merkmal, jahre).rows()}


def german(figures: pl.Series, dezimalen: int, null: str) -> pl.Series:
    """Figures in units of the last decimal as German texts; an exact zero as its sign."""
    if dezimalen:
        unit = int(10**dezimalen)
        whole = (figures // unit).cast(pl.String)
        texts = whole + "," + (figures % unit).cast(pl.String).str.zfill(dezimalen)
    else:
        texts = figures.cast(pl.String)
    return texts.zip_with(figures != 0, pl.Series([null]).new_from_index(0, len(texts)))


def stichtag_of(merkmal: Merkmal, jahr: int) -> str:
    """The day of a figure as ``2022-12-31``, or the words for its span of time."""
    days = TAGE | {Stichtag.ZENSUSTAG: _ZENSUSTAG, Stichtag.WAHLTAG: _WAHLTAG}
    if merkmal.stichtag in days:
        return date(jahr, *days[merkmal.stichtag]).isoformat()
    return str(merkmal.stichtag)
