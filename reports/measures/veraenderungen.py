"""Changes of Kennzahlen over the periods of an edition, exact, and none across a break."""

from collections.abc import Mapping, Sequence

import dataframely as dy
import polars as pl

from reports.domain.frames import ZEICHEN, Kennzahlwert, Veraenderung
from reports.domain.katalog import Formelart, Katalog, Kennzahl
from reports.domain.zeichen import Zeichen
from reports.domain.zeit import Bruch, Vergleichbarkeit, Zeitraum, comparability
from reports.measures.breaks import brueche_of
from reports.measures.kennzahlen import scale
from reports.measures.marks import beside_value, computed
from reports.measures.rounding import rounded_quotient
from reports.measures.staende import Jahre

KLEINE_BASIS = 10  # a percentage of fewer says little
_SPAN = ["kennzahl", "zeitraum"]
_RULES = pl.Schema(
    {
        "kennzahl": pl.String(),
        "zeitraum": pl.UInt8(),
        "von": pl.Int32(),
        "bis": pl.Int32(),
        "ist_anzahl": pl.Boolean(),
        "mal": pl.Int64(),
        "durch": pl.Int64(),
        "sperre": pl.Enum(ZEICHEN),
        "eingeschraenkt": pl.Boolean(),
    }
)


def veraenderungen(
    werte: dy.DataFrame[Kennzahlwert],
    years: Mapping[str, Jahre],
    katalog: Katalog,
    brueche: Sequence[Bruch],
) -> dy.DataFrame[Veraenderung]:
    """The changes of each Kennzahl with a Stand, for every area that has any figure of it.

    A count changes by a number and by percent, a rate by points; ``prozent`` has the sign
    »sinnlos« where there is no percentage: for rates, from zero, from a negative balance.
    """
    areas = werte.select("gebiet", "kennzahl").unique(maintain_order=True)
    pairs = (
        areas.join(
            _rules(years, katalog, brueche), on="kennzahl", how="inner", maintain_order="left"
        )
        .join(_values_at("von", werte), on=["gebiet", "kennzahl", "von"], how="left")
        .join(_values_at("bis", werte), on=["gebiet", "kennzahl", "bis"], how="left")
        .sort("zeitraum", "kennzahl", "gebiet")
    )
    return Veraenderung.validate(_changes(pairs))


def _values_at(ende: str, werte: pl.DataFrame) -> pl.DataFrame:
    return werte.select(
        "gebiet",
        "kennzahl",
        pl.col("jahr").alias(ende),
        pl.col("zaehler").alias(f"zaehler_{ende}"),
        pl.when(pl.col("zeichen").is_null())
        .then(pl.col("nenner").fill_null(1))
        .alias(f"nenner_{ende}"),
        pl.col("zeichen").alias(f"zeichen_{ende}"),
        pl.col("kennzeichen").alias(f"kennzeichen_{ende}"),
    )


def _rules(years: Mapping[str, Jahre], katalog: Katalog, brueche: Sequence[Bruch]) -> pl.DataFrame:
    """A row for each Kennzahl and period."""
    rows = []
    for name, jahre in years.items():
        kennzahl = katalog.kennzahlen[name]
        own = brueche_of(kennzahl, katalog, brueche)
        mal, durch = scale(kennzahl, katalog)
        rows += [
            (
                name,
                zeitraum,
                spanne and spanne.von,
                spanne and spanne.bis,
                kennzahl.formel is Formelart.ANZAHL,
                mal * 10**kennzahl.nachkommastellen,
                durch,
                *_limits(kennzahl, own, spanne),
            )
            for zeitraum, spanne in enumerate(jahre.spannen)
        ]
    return pl.DataFrame(rows, schema=_RULES, orient="row")


def _limits(
    kennzahl: Kennzahl, brueche: Sequence[Bruch], spanne: Zeitraum | None
) -> tuple[Zeichen | None, bool]:
    """The sign in place of every area's change, and whether a break limits it."""
    grade = comparability(brueche, spanne) if spanne else None
    limited = grade is Vergleichbarkeit.EINGESCHRAENKT
    return _no_change(kennzahl, grade, has_years=spanne is not None), limited


def _no_change(
    kennzahl: Kennzahl, grade: Vergleichbarkeit | None, *, has_years: bool
) -> Zeichen | None:
    """The sign in place of every area's change; an Entwicklung is a change already."""
    if grade is Vergleichbarkeit.NEIN:
        return Zeichen.BRUCH
    if not has_years or kennzahl.formel is Formelart.ENTWICKLUNG:
        return Zeichen.SINNLOS
    return None


def _changes(pairs: pl.DataFrame) -> pl.DataFrame:
    old, new = pl.col("zaehler_von").cast(pl.Int128), pl.col("zaehler_bis").cast(pl.Int128)
    old_base, new_base = pl.col("nenner_von"), pl.col("nenner_bis")
    difference = (new * old_base - old * new_base) * pl.col("mal")
    missing = pl.when(old.is_null() | new.is_null()).then(_sign(Zeichen.FEHLT))
    sign = pl.coalesce(
        pl.min_horizontal("sperre", "zeichen_von", "zeichen_bis"),
        missing,
    )
    marks = computed(pl.col("kennzeichen_von") | pl.col("kennzeichen_bis"))
    no_percent = pl.when(~pl.col("ist_anzahl") | (old <= 0)).then(_sign(Zeichen.SINNLOS))
    small = pl.col("prozent_zeichen").is_null() & (old < KLEINE_BASIS * pl.col("durch"))
    return pairs.with_columns(
        sign.alias("zeichen"), pl.coalesce(sign, no_percent).alias("prozent_zeichen")
    ).select(
        "gebiet",
        *_SPAN,
        "von",
        "bis",
        pl.when(pl.col("zeichen").is_null())
        .then(rounded_quotient(difference, old_base.cast(pl.Int128) * new_base * pl.col("durch")))
        .alias("absolut"),
        "zeichen",
        pl.when(pl.col("prozent_zeichen").is_null())
        .then(rounded_quotient((new - old) * 1000, old))
        .alias("prozent"),
        "prozent_zeichen",
        small.fill_null(value=False).alias("kleine_basis"),
        beside_value(marks, pl.col("zeichen")).alias("kennzeichen"),
        "eingeschraenkt",
    )


def _sign(zeichen: Zeichen) -> pl.Expr:
    return pl.lit(zeichen, dtype=pl.Enum(ZEICHEN))
