"""Which year of a Kennzahl is shown, and which years its change compares."""

from collections.abc import Sequence

import polars as pl

from reports.domain.gebiet import Gebiete
from reports.domain.zeit import Zeitraum


def covered_years(werte: pl.DataFrame, gebiete: Gebiete) -> pl.DataFrame:
    """The years of each Kennzahl that stand for all: with a value for most Kommunen.

    A Kennzahl that no year has for most Kommunen takes every year with any value, so that figures
    of the Region and the Landeshauptstadt alone are shown too.

    Returns:
        Columns ``kennzahl`` and ``jahr``, sorted.
    """
    kommunen = [kommune.schluessel for kommune in gebiete.kommunen]
    counted = (
        werte.filter(pl.col("gerundet").is_not_null())
        .group_by("kennzahl", "jahr")
        .agg(pl.col("gebiet").is_in(kommunen).sum().alias("kommunen"))
        .with_columns((2 * pl.col("kommunen") > len(kommunen)).alias("meiste"))
    )
    return (
        counted.filter(pl.col("meiste") | ~pl.col("meiste").any().over("kennzahl"))
        .select("kennzahl", "jahr")
        .sort("kennzahl", "jahr")
    )


def staende(
    years: pl.DataFrame, *, jahr: int, zeitraum: Zeitraum, entwicklungen: Sequence[str] = ()
) -> pl.DataFrame:
    """The years of each Kennzahl that an edition shows.

    Args:
        years: columns ``kennzahl`` and ``jahr``, see :func:`covered_years`.
        jahr: the Berichtsjahr.
        zeitraum: the period of the changes.
        entwicklungen: Kennzahlen that have values inside the period only.

    Returns:
        Columns ``kennzahl``, ``stand`` (the latest covered year up to the Berichtsjahr) and
        ``von``, ``bis`` (the first and last covered year of the period, null where they are the
        same or missing). A Kennzahl without any year up to the Berichtsjahr has no row.
    """
    inside = pl.col("jahr").filter(pl.col("jahr").is_between(zeitraum.von, zeitraum.bis))
    several = pl.col("anfang") < pl.col("ende")
    return (
        years.filter(pl.col("jahr") <= jahr)
        .group_by("kennzahl", maintain_order=True)
        .agg(
            pl.col("jahr").max().alias("stand"),
            inside.min().alias("anfang"),
            inside.max().alias("ende"),
        )
        .select(
            "kennzahl",
            pl.when(pl.col("kennzahl").is_in(entwicklungen) & several)
            .then("ende")
            .otherwise("stand")
            .alias("stand"),
            pl.when(several).then("anfang").alias("von"),
            pl.when(several).then("ende").alias("bis"),
        )
    )
