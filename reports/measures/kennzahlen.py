"""Häufigkeiten → Kennzahlen: the quotient of two sums of the same area and year."""

from collections.abc import Mapping

import dataframely as dy
import polars as pl

from reports.domain.frames import ZEICHEN, Haeufigkeit, Kennzahlwert
from reports.domain.gebiet import Gebiete
from reports.domain.katalog import Katalog, Kennzahl
from reports.domain.zeichen import Zeichen
from reports.measures.marks import beside_value, computed
from reports.measures.rounding import rounded_quotient
from reports.measures.sums import signed_sums

_KEY = ["name", "gebiet", "jahr"]
_SOURCES = (
    pl.concat_str("quelle", "quelle_nenner", separator="; ", ignore_nulls=True)
    .str.split("; ")
    .list.unique(maintain_order=True)
    .list.join("; ")
)


def kennzahlwerte(
    haeufigkeiten: dy.DataFrame[Haeufigkeit], katalog: Katalog, gebiete: Gebiete
) -> dy.DataFrame[Kennzahlwert]:
    """Every Kennzahl for every area and year that allow it; of an Entwicklung, its count."""
    kennzahlen = katalog.kennzahlen
    zaehler = signed_sums(haeufigkeiten, {k.id: k.zaehler for k in kennzahlen.values()})
    nenner = signed_sums(haeufigkeiten, {k.id: k.nenner for k in kennzahlen.values() if k.nenner})
    parts = (
        zaehler.join(nenner, on=_KEY, how="left", suffix="_nenner", maintain_order="left")
        .join(_scales(kennzahlen, katalog), on="name", how="inner", maintain_order="left")
        .filter(~pl.col("hat_nenner") | pl.col("quelle_nenner").is_not_null())
        .filter(~_computed_without_leave(kennzahlen, katalog, gebiete))
    )
    return Kennzahlwert.validate(_values(parts))


def scale(kennzahl: Kennzahl, katalog: Katalog) -> tuple[int, int]:
    """What zaehler and nenner, in units of their last decimals, are multiplied by for the value."""
    nenner_dezimalen = (
        katalog.merkmale[kennzahl.nenner.merkmale[0]].dezimalen if kennzahl.nenner else 0
    )
    zaehler_dezimalen = katalog.merkmale[kennzahl.zaehler.merkmale[0]].dezimalen
    return int(kennzahl.faktor * 10**nenner_dezimalen), int(10**zaehler_dezimalen)


def _scales(kennzahlen: Mapping[str, Kennzahl], katalog: Katalog) -> pl.DataFrame:
    return pl.DataFrame(
        [
            (k.id, k.nenner is not None, *scale(k, katalog), 10**k.nachkommastellen)
            for k in kennzahlen.values()
        ],
        schema={
            "name": pl.String,
            "hat_nenner": pl.Boolean,
            "mal": pl.Int64,
            "durch": pl.Int64,
            "stellen": pl.Int64,
        },
        orient="row",
    )


def _computed_without_leave(
    kennzahlen: Mapping[str, Kennzahl], katalog: Katalog, gebiete: Gebiete
) -> pl.Expr:
    """Group figures of Kennzahlen that do not add up although their Merkmale do."""
    names = [
        k.id
        for k in kennzahlen.values()
        if not k.additiv and all(katalog.merkmale[name].additiv for name in k.zaehler.merkmale)
    ]
    groups = [gruppe.schluessel for gruppe in gebiete.gruppen]
    return pl.col("name").is_in(names) & pl.col("gebiet").is_in(groups)


def _values(parts: pl.DataFrame) -> pl.DataFrame:
    nenner = pl.when("hat_nenner").then("wert_nenner").otherwise(1)
    sign = pl.coalesce(
        pl.min_horizontal("zeichen", "zeichen_nenner"),
        pl.when(nenner == 0).then(pl.lit(Zeichen.SINNLOS, dtype=pl.Enum(ZEICHEN))),
    )
    free = sign.is_null()
    both = computed(pl.col("kennzeichen") | pl.col("kennzeichen_nenner"))
    marks = pl.when("hat_nenner").then(both).otherwise("kennzeichen")
    top = pl.col("wert").cast(pl.Int128) * pl.col("mal")
    bottom = nenner.cast(pl.Int128) * pl.col("durch")
    return parts.select(
        "gebiet",
        "jahr",
        pl.col("name").alias("kennzahl"),
        pl.when(free).then("wert").alias("zaehler"),
        pl.when(free).then("wert_nenner").alias("nenner"),
        pl.when(free).then(top.cast(pl.Float64) / bottom.cast(pl.Float64)).alias("wert"),
        pl.when(free).then(rounded_quotient(top * pl.col("stellen"), bottom)).alias("gerundet"),
        sign.alias("zeichen"),
        beside_value(marks, sign).alias("kennzeichen"),
        beside_value(pl.col("kennzeichen"), sign).alias("zaehler_kennzeichen"),
        pl.lit(value=False).alias("eingeschraenkt"),
        "stichtag",
        _SOURCES.alias("quelle"),
    )
