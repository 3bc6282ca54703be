"""Values and changes without what is suppressed: what lies behind a sign is gone."""

import dataframely as dy
import polars as pl

from reports.disclosure.formen import FORM
from reports.domain.frames import ZEICHEN, Freigabe, Kennzahlwert, Veraenderung
from reports.domain.zeichen import Zeichen

_KEY = ["gebiet", "jahr", "kennzahl"]
_CHANGE = ["gebiet", "kennzahl", "zeitraum"]
_SECRET = pl.lit(Zeichen.GESPERRT, dtype=pl.Enum(ZEICHEN))
_UNMARKED = pl.lit(0, pl.UInt8)


def hidden_values(used: pl.DataFrame, gesperrt: pl.DataFrame) -> pl.DataFrame:
    """The keys of the Kennzahlwerte that are made of a suppressed Form.

    Args:
        used: see :func:`reports.disclosure.formen.nutzung`.
        gesperrt: the suppressed Formen, columns ``gebiet``, ``jahr``, ``form``.
    """
    return (
        used.join(gesperrt, on=FORM, how="semi")
        .select("gebiet", pl.col("jahr_wert").alias("jahr"), "kennzahl")
        .unique(maintain_order=True)
    )


def released_values(
    werte: dy.DataFrame[Kennzahlwert], hidden: pl.DataFrame
) -> dy.DataFrame[Freigabe]:
    """*werte* without those of the keys *hidden*."""
    shown = pl.col("verdeckt").is_null()
    figures = ["zaehler", "nenner", "wert", "gerundet"]
    marks = ["kennzeichen", "zaehler_kennzeichen"]
    return Freigabe.validate(
        werte.join(_flagged(hidden), on=_KEY, how="left", maintain_order="left")
        .with_columns(
            pl.when(shown).then("zeichen").otherwise(_SECRET).alias("zeichen"),
            *(pl.when(shown).then(name).alias(name) for name in figures),
            *(pl.when(shown).then(name).otherwise(_UNMARKED).alias(name) for name in marks),
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
    ).select(_CHANGE)
    visible = pl.col("verdeckt").is_null()
    return Veraenderung.validate(
        veraenderungen.join(
            _flagged(hidden.unique()), on=_CHANGE, how="left", maintain_order="left"
        ).select(
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


def _flagged(keys: pl.DataFrame) -> pl.DataFrame:
    return keys.with_columns(pl.lit(value=True).alias("verdeckt"))
