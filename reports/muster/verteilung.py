"""Exact division of whole numbers, cell by cell."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import add

import polars as pl

from reports.muster.vorgaben import TAUSEND
from reports.muster.zufall import EINS

_HALB = 500  # promille


def apportioned(whole: pl.Series, weights: Sequence[pl.Series]) -> list[pl.Series]:
    """The whole divided by the weights; the parts add up to it exactly."""
    ends = list(accumulate(weights, add))
    cuts = [whole * end // ends[-1] for end in ends]
    return [cuts[0], *(cut - before for before, cut in pairwise(cuts))]


def cut_up(shares: Sequence[pl.Series]) -> list[pl.Series]:
    """Shares in millionths as whole numbers; none is rounded but their running sum."""
    cuts = [end // EINS for end in accumulate(shares, add)]
    return [cuts[0], *(cut - before for before, cut in pairwise(cuts))]


def share_of(promille: int, factor: pl.Series) -> pl.Series:
    """A share with its variation, in millionths.

    Of a share above one half the rest varies, so that it never exceeds the whole.
    """
    if _HALB < promille <= TAUSEND:
        return EINS - (TAUSEND - promille) * factor // TAUSEND
    return promille * factor // TAUSEND


def smaller(*series: pl.Series) -> pl.Series:
    """The smallest of each cell."""
    return pl.select(pl.min_horizontal(*series)).to_series()
