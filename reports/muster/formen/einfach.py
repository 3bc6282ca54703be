"""The project's own form: one figure a row."""

import polars as pl

from reports.domain.katalog import Merkmal
from reports.domain.quelle import Dateiformat
from reports.muster.formen.schriftstueck import Schriftstueck
from reports.muster.plan import Sendung
from reports.muster.texte import Schreiber, stichtag_of


def einfach(sendung: Sendung, schreiber: Schreiber) -> Schriftstueck:
    """``ags;name;jahr;stichtag;merkmal;wert``, year by year."""
    orte = schreiber.orte
    keys = pl.Series([ort.schluessel for ort in orte])
    names = pl.Series([ort.name for ort in orte])
    rows = pl.concat(_rows(merkmal, sendung, schreiber) for merkmal in sendung.merkmale)
    content = rows.select(
        keys.gather(rows["nummer"]).alias("ags"),
        names.gather(rows["nummer"]).alias("name"),
        "jahr",
        "stichtag",
        "merkmal",
        pl.col("text").alias("wert"),
    )
    return Schriftstueck(
        endung=".csv",
        inhalt=content.write_csv(separator=";").encode(),
        format=Dateiformat.EINFACH,
    )


def _rows(merkmal: Merkmal, sendung: Sendung, schreiber: Schreiber) -> pl.DataFrame:
    days = {jahr: stichtag_of(merkmal, jahr) for jahr in sendung.jahre}
    return (
        schreiber.frame(merkmal, sendung.jahre)
        .sort("jahr", "nummer")
        .with_columns(
            pl.col("jahr").replace_strict(days, return_dtype=pl.String).alias("stichtag"),
            pl.lit(merkmal.id).alias("merkmal"),
        )
    )
