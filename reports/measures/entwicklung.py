"""Kennzahlen that are themselves a change: in percent since the start of the period."""

from collections.abc import Mapping, Sequence

import dataframely as dy
import polars as pl

from reports.domain.frames import ZEICHEN, Kennzahlwert
from reports.domain.katalog import Formelart, Katalog
from reports.domain.zeichen import Zeichen
from reports.domain.zeit import Bruch, Vergleichbarkeit, Zeitraum, comparability
from reports.measures.breaks import brueche_of
from reports.measures.marks import NONE, beside_value, computed
from reports.measures.rounding import rounded_quotient
from reports.measures.staende import Jahre

_AREA = ["gebiet", "kennzahl"]


def with_entwicklungen(
    werte: dy.DataFrame[Kennzahlwert],
    years: Mapping[str, Jahre],
    katalog: Katalog,
    brueche: Sequence[Bruch],
) -> dy.DataFrame[Kennzahlwert]:
    """*werte* with the counts of each Entwicklung replaced by their change.

    It has a value for each year of the first period after its first covered one: ``zaehler`` is the
    difference to that year, ``nenner`` its count. A year behind a break has the sign for it; where
    the period holds only one year, that year has the sign »sinnlos«.
    """
    names = [k.id for k in katalog.kennzahlen.values() if k.formel is Formelart.ENTWICKLUNG]
    ours = pl.col("kennzahl").is_in(names)
    counts = (
        werte.filter(ours)
        .drop("eingeschraenkt")
        .join(_spannen(names, years), on="kennzahl", maintain_order="left")
    )
    alone = counts.filter(pl.col("von").is_null() & (pl.col("jahr") == pl.col("stand")))
    start = counts.filter(pl.col("jahr") == pl.col("von"))
    later = (
        counts.filter((pl.col("jahr") > pl.col("von")) & (pl.col("jahr") <= pl.col("bis")))
        .join(start, on=_AREA, how="left", suffix="_von", maintain_order="left")
        .join(_rules(counts, katalog, brueche), on=["kennzahl", "jahr"], maintain_order="left")
    )
    return Kennzahlwert.validate(
        pl.concat([werte.filter(~ours), _changes(later), _without_change(alone)])
    )


def _spannen(names: Sequence[str], years: Mapping[str, Jahre]) -> pl.DataFrame:
    rows = [
        (name, years[name].stand, spanne and spanne.von, spanne and spanne.bis)
        for name in names
        if name in years
        for spanne in years[name].spannen[:1]
    ]
    schema = {"kennzahl": pl.String, "stand": pl.Int32, "von": pl.Int32, "bis": pl.Int32}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _rules(counts: pl.DataFrame, katalog: Katalog, brueche: Sequence[Bruch]) -> pl.DataFrame:
    rows = []
    years = counts.select("kennzahl", "jahr", "von").unique(maintain_order=True)
    for name, jahr, von in years.filter(pl.col("von").is_not_null()).iter_rows():
        kennzahl = katalog.kennzahlen[name]
        grade = comparability(brueche_of(kennzahl, katalog, brueche), Zeitraum(von, jahr))
        sign = Zeichen.BRUCH if grade is Vergleichbarkeit.NEIN else None
        limited = grade is Vergleichbarkeit.EINGESCHRAENKT
        rows.append((name, jahr, kennzahl.faktor * 10**kennzahl.nachkommastellen, sign, limited))
    schema = pl.Schema(
        {
            "kennzahl": pl.String(),
            "jahr": pl.Int32(),
            "mal": pl.Int64(),
            "sperre": pl.Enum(ZEICHEN),
            "eingeschraenkt": pl.Boolean(),
        }
    )
    return pl.DataFrame(rows, schema=schema, orient="row")


def _changes(later: pl.DataFrame) -> pl.DataFrame:
    start, change = pl.col("zaehler_von"), pl.col("zaehler") - pl.col("zaehler_von")
    empty = pl.when(start <= 0).then(pl.lit(Zeichen.SINNLOS, dtype=pl.Enum(ZEICHEN)))
    absent = pl.when(start.is_null()).then(pl.lit(Zeichen.FEHLT, dtype=pl.Enum(ZEICHEN)))
    sign = pl.coalesce(pl.min_horizontal("sperre", "zeichen", "zeichen_von"), empty, absent)
    free = sign.is_null()
    marks = beside_value(computed(pl.col("kennzeichen") | pl.col("kennzeichen_von")), sign)
    return later.select(
        "gebiet",
        "jahr",
        "kennzahl",
        pl.when(free).then(change).alias("zaehler"),
        pl.when(free).then(start).alias("nenner"),
        pl.when(free).then(change * 100.0 / start).alias("wert"),
        pl.when(free).then(rounded_quotient(change * pl.col("mal"), start)).alias("gerundet"),
        sign.alias("zeichen"),
        marks.alias("kennzeichen"),
        marks.alias("zaehler_kennzeichen"),
        "eingeschraenkt",
        "stichtag",
        "quelle",
    )


def _without_change(alone: pl.DataFrame) -> pl.DataFrame:
    nothing = (pl.lit(None).alias(name) for name in ("zaehler", "nenner", "wert", "gerundet"))
    return alone.with_columns(
        *nothing,
        pl.lit(Zeichen.SINNLOS, dtype=pl.Enum(ZEICHEN)).alias("zeichen"),
        NONE.alias("kennzeichen"),
        NONE.alias("zaehler_kennzeichen"),
        pl.lit(value=False).alias("eingeschraenkt"),
    ).select(pl.col(name).cast(dtype) for name, dtype in Kennzahlwert.create_empty().schema.items())
