"""Small counts, and what is made from them, are not released."""

import dataframely as dy
import polars as pl

from reports.domain.frames import ZEICHEN, Freigabe, Kennzahlwert, Veraenderung
from reports.domain.katalog import Katalog
from reports.domain.zeichen import Zeichen

_KEY = ["gebiet", "jahr", "kennzahl"]
_CHANGE = ["gebiet", "kennzahl", "zeitraum"]
_SECRET = pl.lit(Zeichen.GESPERRT, dtype=pl.Enum(ZEICHEN))
_UNMARKED = pl.lit(0, pl.UInt8)


def released_values(werte: dy.DataFrame[Kennzahlwert], katalog: Katalog) -> dy.DataFrame[Freigabe]:
    """*werte* without those made of a count below the Kennzahl's Mindestfallzahl."""
    minimum = pl.DataFrame(
        {
            "kennzahl": list(katalog.kennzahlen),
            "minimum": [k.mindestfallzahl for k in katalog.kennzahlen.values()],
        }
    )
    small = pl.col("kleinste_fallzahl") < pl.col("minimum")
    figures = ["zaehler", "nenner", "wert", "gerundet"]
    marks = ["kennzeichen", "zaehler_kennzeichen"]
    return Freigabe.validate(
        werte.join(minimum, on="kennzahl", maintain_order="left")
        .with_columns(small.fill_null(value=False).alias("klein"))
        .with_columns(
            pl.when("klein").then(_SECRET).otherwise("zeichen").alias("zeichen"),
            *(pl.when(~pl.col("klein")).then(name).alias(name) for name in figures),
            *(
                pl.when(~pl.col("klein")).then(name).otherwise(_UNMARKED).alias(name)
                for name in marks
            ),
        )
        .select(Freigabe.column_names())
    )


def released_changes(
    veraenderungen: dy.DataFrame[Veraenderung], werte: dy.DataFrame[Freigabe]
) -> dy.DataFrame[Veraenderung]:
    """*veraenderungen* without those that compare a year whose value is not released."""
    secret = werte.filter(pl.col("zeichen") == Zeichen.GESPERRT).select(_KEY)
    hidden = pl.concat(
        veraenderungen.join(
            secret.rename({"jahr": ende}), on=["gebiet", "kennzahl", ende], how="semi"
        )
        for ende in ("von", "bis")
    ).select(*_CHANGE, pl.lit(value=True).alias("verdeckt"))
    visible = pl.col("verdeckt").is_null()
    return Veraenderung.validate(
        veraenderungen.join(hidden.unique(), on=_CHANGE, how="left", maintain_order="left").select(
            *_CHANGE,
            "von",
            "bis",
            pl.when(visible).then("absolut").alias("absolut"),
            pl.when(visible).then("zeichen").otherwise(_SECRET).alias("zeichen"),
            pl.when(visible).then("prozent").alias("prozent"),
            pl.when(visible).then("prozent_zeichen").otherwise(_SECRET).alias("prozent_zeichen"),
            (visible & pl.col("kleine_basis")).alias("kleine_basis"),
            pl.when(visible).then("kennzeichen").otherwise(_UNMARKED).alias("kennzeichen"),
            "eingeschraenkt",
        )
    )
