"""Which year of a Kennzahl is shown, and which years its changes compare."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from reports.domain.gebiet import Gebiete
from reports.domain.zeit import Zeitraum


@dataclass(frozen=True, slots=True, kw_only=True)
class Jahre:
    """The years of a Kennzahl that an edition shows.

    Attributes:
        stand: the latest covered year up to the Berichtsjahr.
        spannen: the first and last covered year of each period; None where the period holds
            fewer than two.
    """

    stand: int
    spannen: tuple[Zeitraum | None, ...]


def covered_years(werte: pl.DataFrame, gebiete: Gebiete) -> dict[str, tuple[int, ...]]:
    """The years of each Kennzahl that stand for all: with a value for most Kommunen, ascending.

    A Kennzahl that no year has for most Kommunen takes every year with any value, so that figures
    of the Region and the Landeshauptstadt alone are shown too.
    """
    kommunen = [kommune.schluessel for kommune in gebiete.kommunen]
    counted = (
        werte.filter(pl.col("gerundet").is_not_null())
        .group_by("kennzahl", "jahr")
        .agg(pl.col("gebiet").is_in(kommunen).sum().alias("kommunen"))
        .with_columns((2 * pl.col("kommunen") > len(kommunen)).alias("meiste"))
    )
    years = (
        counted.filter(pl.col("meiste") | ~pl.col("meiste").any().over("kennzahl"))
        .sort("kennzahl", "jahr")
        .group_by("kennzahl", maintain_order=True)
        .agg("jahr")
    )
    return {name: tuple(jahre) for name, jahre in years.iter_rows()}


def staende(
    years: Mapping[str, Sequence[int]],
    *,
    jahr: int,
    zeitraeume: Sequence[Zeitraum],
    entwicklungen: Collection[str] = (),
) -> dict[str, Jahre]:
    """The years of each Kennzahl that an edition shows.

    A Kennzahl without any year up to the Berichtsjahr has none.

    Args:
        years: by id of the Kennzahl, ascending; see :func:`covered_years`.
        jahr: the Berichtsjahr.
        zeitraeume: the periods of the changes.
        entwicklungen: Kennzahlen that have values inside the first period only: their Stand is
            its last year.
    """
    found = {}
    for name, every in years.items():
        known = [year for year in every if year <= jahr]
        if known:
            spannen = tuple(_spanne(known, zeitraum) for zeitraum in zeitraeume)
            own = spannen[0] if name in entwicklungen else None
            found[name] = Jahre(stand=own.bis if own else known[-1], spannen=spannen)
    return found


def _spanne(years: Sequence[int], zeitraum: Zeitraum) -> Zeitraum | None:
    inside = [year for year in years if zeitraum.von <= year <= zeitraum.bis]
    return Zeitraum(inside[0], inside[-1]) if len(inside) > 1 else None
