"""Last year's file once more, under this year's name."""

from collections.abc import Iterator, Mapping

import dataframely as dy
import polars as pl

from reports.domain.frames import Bestand
from reports.domain.katalog import Art, Katalog
from reports.errors import Befund, Stelle

_MINDESTWERT = 10  # smaller counts repeat by chance
_MINDESTZAHL = 20  # pairs that show something
_GLEICH = 0.95


def repetition_problems(
    bestand: dy.DataFrame[Bestand], katalog: Katalog, hashes: Mapping[str, str]
) -> Iterator[Befund]:
    """Files with the same bytes, and files whose figures are those of the year before.

    Args:
        bestand: all figures.
        katalog: says which of them are counts.
        hashes: file → SHA-256.
    """
    first: dict[str, str] = {}
    for datei, digest in sorted(hashes.items()):
        other = first.setdefault(digest, datei)
        if other != datei:
            yield _befund(Stelle(datei), f"Die Datei ist Byte für Byte dieselbe wie {other}.")
    for row in _repeated_years(bestand, katalog).iter_rows(named=True):
        text = (
            f"Von {row['paare']} Zahlen für {row['jahr']} sind {row['gleiche']} dieselben wie für"
            f" {row['jahr'] - 1}."
        )
        yield _befund(Stelle(row["datei"], row["blatt"]), text)


def _repeated_years(bestand: pl.DataFrame, katalog: Katalog) -> pl.DataFrame:
    """Per file and year how many counts there are beside one of the year before, and how many equal.

    What is the same everywhere says nothing about its year and does not count.
    """
    large = _large_counts(bestand, katalog)
    before = large.select(pl.col("stelle") + 1, pl.col("wert").alias("vorher"))
    wert = pl.col("wert")
    of_merkmal = (
        large.join(before, on="stelle")
        .group_by("datei", "blatt", "jahr", "merkmal")
        .agg(
            pl.len().alias("paare"),
            (wert == pl.col("vorher")).sum().alias("gleiche"),
            (wert.min() != wert.max()).alias("verschieden"),
        )
    )
    enough = pl.col("paare") >= _MINDESTZAHL
    return (
        of_merkmal.filter("verschieden")
        .group_by("datei", "blatt", "jahr")
        .agg(pl.col("paare", "gleiche").sum())
        .filter(enough & (pl.col("gleiche") >= pl.col("paare") * _GLEICH))
        .sort("datei", "jahr")
    )


def _large_counts(bestand: pl.DataFrame, katalog: Katalog) -> pl.DataFrame:
    """Counts that do not repeat by chance; ``stelle`` is one higher for the next year."""
    counts = pl.Enum([m.id for m in katalog.merkmale.values() if m.art is Art.ANZAHL])
    code, gebiet = pl.col("merkmal").to_physical().cast(pl.Int64), pl.col("gebiet").cast(pl.Int64)
    return (
        bestand.select("datei", "blatt", "gebiet", "merkmal", "jahr", "wert")
        .with_columns(pl.col("merkmal").cast(counts, strict=False))
        .filter(pl.col("merkmal").is_not_null() & (pl.col("wert") >= _MINDESTWERT))
        .with_columns(((code * 10**8 + gebiet) * 10**4 + pl.col("jahr")).alias("stelle"))
    )


def _befund(ort: Stelle, text: str) -> Befund:
    return Befund(
        code="E-VORJAHR",
        ort=ort,
        text=text,
        abhilfe="Prüfen, ob noch einmal die Lieferung des Vorjahres abgelegt wurde.",
    )
