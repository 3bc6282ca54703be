"""Signed sums of Merkmale over the same area and year."""

from collections.abc import Mapping

import polars as pl

from reports.domain.formel import Summe
from reports.measures.marks import beside_value, carried


def signed_sums(haeufigkeiten: pl.DataFrame, summen: Mapping[str, Summe]) -> pl.DataFrame:
    """Each named sum for every area and year in which all its Merkmale have a row.

    Returns:
        Columns ``name``, ``gebiet``, ``jahr``, ``wert``, ``zeichen`` (the first in precedence of
        the operands' signs), ``kennzeichen``, ``stichtag`` and ``quelle``.
    """
    return (
        haeufigkeiten.join(_terms(summen), on="merkmal", how="inner", maintain_order="left")
        .group_by("name", "gebiet", "jahr", maintain_order=True)
        .agg(
            (pl.col("wert") * pl.col("vorzeichen")).sum().alias("wert"),
            pl.col("zeichen").min(),
            carried(pl.col("kennzeichen").bitwise_or(), pl.len()).alias("kennzeichen"),
            pl.col("stichtag").first(),
            pl.col("quelle").unique(maintain_order=True).str.join("; "),
            (pl.len() == pl.col("terme").first()).alias("vollstaendig"),
        )
        .filter("vollstaendig")
        .drop("vollstaendig")
        .with_columns(
            pl.when(pl.col("zeichen").is_null()).then("wert").alias("wert"),
            beside_value(pl.col("kennzeichen"), pl.col("zeichen")).alias("kennzeichen"),
        )
    )


def _terms(summen: Mapping[str, Summe]) -> pl.DataFrame:
    """The signed Merkmale of each sum, and how many it has."""
    return pl.DataFrame(
        [
            (name, merkmal, sign, len(summe.terme))
            for name, summe in summen.items()
            for sign, merkmal in summe.terme
        ],
        schema={
            "name": pl.String,
            "merkmal": pl.String,
            "vorzeichen": pl.Int64,
            "terme": pl.UInt32,
        },
        orient="row",
    )
