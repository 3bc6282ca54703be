"""The place of each Kommune among all Kommunen with a released value."""

from dataclasses import dataclass

import dataframely as dy
import polars as pl

from reports.domain.frames import Freigabe
from reports.domain.zeichen import Kennzeichen


@dataclass(frozen=True, slots=True, kw_only=True)
class Rang:
    """A competition rank (1 2 2 4), counted from the highest value.

    Attributes:
        rang: the place; several Kommunen share one when their values are the same.
        anzahl: how many Kommunen have a released value.
        geteilt: whether another Kommune has the same place.
    """

    rang: int
    anzahl: int
    geteilt: bool


def rank_kommunen(
    werte: dy.DataFrame[Freigabe], kommunen: tuple[str, ...], *, kennzahl: str, jahr: int
) -> dict[str, Rang]:
    """The ranks by key; a Kommune without a released value has none.

    Values rank as they are printed, so that equal printed figures never have different places;
    »k«, more than nothing, stands above 0.
    """
    rounded = (pl.col("kennzeichen") & Kennzeichen.GERUNDET_NULL.value) > 0
    shown = werte.filter(
        (pl.col("kennzahl") == kennzahl)
        & (pl.col("jahr") == jahr)
        & pl.col("gebiet").is_in(kommunen)
        & pl.col("gerundet").is_not_null()
    ).with_columns((2 * pl.col("gerundet") + rounded).alias("groesse"))
    ranked = shown.select(
        "gebiet",
        pl.col("groesse").rank("min", descending=True).alias("rang"),
        (pl.len().over("groesse") > 1).alias("geteilt"),
    )
    return {
        gebiet: Rang(rang=rang, anzahl=shown.height, geteilt=geteilt)
        for gebiet, rang, geteilt in ranked.iter_rows()
    }
