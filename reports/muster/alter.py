"""Age groups: every band of a series is a sum of the same finest groups, so all of them agree."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.muster.vorgaben import Altersreihe

ENDE = 100  # nobody is older
_BAND = r"_(?:u(?P<unter>\d+)|(?P<ab>\d+)p|(?P<von>\d+)_(?P<bis>\d+))(?:_\d{4})?"
_KLASSE = 5  # years of age that one weight holds for


@dataclass(frozen=True, slots=True)
class Band:
    """Ages from ``von`` to below ``bis``."""

    von: int
    bis: int


def band_of(merkmal: str, reihe: Altersreihe) -> Band | None:
    """The ages of a Merkmal of the series, all of them for its whole; None if it is no such one."""
    if merkmal == reihe.id:
        return Band(0, ENDE)
    stem = reihe.id.removesuffix(reihe.endung)
    match = re.fullmatch(re.escape(stem) + _BAND + re.escape(reihe.endung), merkmal)
    if match is None:
        return None
    if match["unter"]:
        return Band(0, int(match["unter"]))
    if match["ab"]:
        return Band(int(match["ab"]), ENDE)
    return Band(int(match["von"]), int(match["bis"]) + 1)


def limits_of(bands: Iterable[Band]) -> list[int]:
    """The ages at which some band begins or ends, so that no finer group is needed."""
    limits = {limit for band in bands for limit in (band.von, band.bis)}
    return sorted(limits | {0, ENDE})


def weights_of(limits: Sequence[int], lebensjahre: Sequence[int]) -> list[int]:
    """How many of a thousand persons or so are in each group between two limits."""
    last = len(lebensjahre) - 1
    per_year = [lebensjahre[min(age // _KLASSE, last)] for age in range(ENDE)]
    return [sum(per_year[a:b]) for a, b in pairwise(limits)]
