"""Delivered figures → figures of groups and of derived Merkmale.

The Region is the sum of its Kommunen; a delivered total of the Region is a control, and stands in
only where Kommunen are missing. Then a group is the total minus the Kommunen outside it.
"""

import dataframely as dy
import polars as pl

from reports.domain.frames import ZEICHEN, Bestand, Haeufigkeit
from reports.domain.gebiet import Gebiete, Gruppe
from reports.domain.katalog import Katalog
from reports.domain.zeichen import Zeichen
from reports.measures.marks import NONE, beside_value, carried
from reports.measures.sums import signed_sums

_KEY = ["merkmal", "jahr"]
_COLUMNS = list(Haeufigkeit.column_names())
_SIGN = pl.coalesce(
    "sperre", "gesamt_sperre", "rest_sperre", pl.lit(Zeichen.FEHLT, dtype=pl.Enum(ZEICHEN))
)


def haeufigkeiten(
    bestand: dy.DataFrame[Bestand], katalog: Katalog, gebiete: Gebiete
) -> dy.DataFrame[Haeufigkeit]:
    """All figures of all areas: delivered, of groups, and of derived Merkmale."""
    marks = beside_value(pl.col("kennzeichen"), pl.col("zeichen"))
    figures = bestand.select(_COLUMNS).with_columns(marks.alias("kennzeichen"))
    of_region = pl.col("gebiet") == gebiete.region.schluessel
    kommunen, delivered = figures.filter(~of_region), figures.filter(of_region)
    additive = pl.col("merkmal").is_in([m.id for m in katalog.merkmale.values() if m.additiv])
    groups = [
        _group(kommunen.filter(additive), delivered.filter(additive), gruppe, gebiete)
        for gruppe in gebiete.gruppen
    ]
    known = pl.concat([kommunen, delivered.filter(~additive), *groups])
    return Haeufigkeit.validate(pl.concat([known, _derived(known, katalog)]))


def _group(
    kommunen: pl.DataFrame, delivered: pl.DataFrame, gruppe: Gruppe, gebiete: Gebiete
) -> pl.DataFrame:
    """Figures of a group from its Kommunen, else the total without the Kommunen outside it.

    A total that its source has rounded may leave less than nothing; that is no figure.
    """
    others = len(gebiete.kommunen) - len(gruppe.mitglieder)
    complete = pl.col("anzahl") == len(gruppe.mitglieder)
    left = pl.col("gesamt") - pl.col("rest")
    by_difference = (pl.col("rest_anzahl") == others) & (left >= 0)
    wert = pl.when(complete).then("summe").when(by_difference).then(left)
    marks = (
        pl.when(complete)
        .then(carried(pl.col("marken"), pl.col("anzahl")))
        .when(by_difference)
        .then(carried(pl.col("gesamt_marken") | pl.col("rest_marken"), 1 + pl.col("rest_anzahl")))
        .otherwise(NONE)
    )
    return _parts(kommunen, delivered, gruppe).select(
        pl.lit(gruppe.schluessel).alias("gebiet"),
        "jahr",
        "merkmal",
        wert.alias("wert"),
        pl.when(wert.is_null()).then(_SIGN).alias("zeichen"),
        marks.alias("kennzeichen"),
        pl.coalesce("stichtag", "gesamt_stichtag").alias("stichtag"),
        pl.coalesce("quelle", "gesamt_quelle").alias("quelle"),
    )


def _parts(kommunen: pl.DataFrame, delivered: pl.DataFrame, gruppe: Gruppe) -> pl.DataFrame:
    """Sums inside and outside of a group beside the delivered total, by Merkmal and year."""
    inside = pl.col("gebiet").is_in(list(gruppe.mitglieder))
    sums = kommunen.group_by(_KEY, maintain_order=True).agg(
        pl.col("wert").filter(inside).sum().alias("summe"),
        pl.col("wert").filter(inside).count().alias("anzahl"),
        pl.col("zeichen").filter(inside).min().alias("sperre"),
        pl.col("kennzeichen").filter(inside).bitwise_or().alias("marken"),
        pl.col("wert").filter(~inside).sum().alias("rest"),
        pl.col("wert").filter(~inside).count().alias("rest_anzahl"),
        pl.col("zeichen").filter(~inside).min().alias("rest_sperre"),
        pl.col("kennzeichen").filter(~inside).bitwise_or().alias("rest_marken"),
        pl.col("stichtag").first(),
        pl.col("quelle").first(),
    )
    total = delivered.select(
        *_KEY,
        pl.col("wert").alias("gesamt"),
        pl.col("zeichen").alias("gesamt_sperre"),
        pl.col("kennzeichen").alias("gesamt_marken"),
        pl.col("stichtag").alias("gesamt_stichtag"),
        pl.col("quelle").alias("gesamt_quelle"),
    )
    return sums.join(
        total, on=_KEY, how="full", coalesce=True, maintain_order="left_right"
    ).with_columns(pl.col("rest", "rest_anzahl", "marken", "rest_marken").fill_null(0))


def _derived(known: pl.DataFrame, katalog: Katalog) -> pl.DataFrame:
    """Figures of derived Merkmale, from the first alternative whose operands are delivered."""
    alternatives = {
        f"{merkmal.id} {rang}": summe
        for merkmal in katalog.merkmale.values()
        for rang, summe in enumerate(merkmal.summe)
    }
    return (
        signed_sums(known, alternatives)
        .with_columns(pl.col("name").str.split(" ").list.to_struct(fields=["merkmal", "rang"]))
        .unnest("name")
        .sort("merkmal", "gebiet", "jahr", "rang")
        .unique(["merkmal", "gebiet", "jahr"], keep="first", maintain_order=True)
        .select(_COLUMNS)
    )
