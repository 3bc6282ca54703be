"""Chance that is the same on every machine: bytes of a hash, turned into mild variation."""

import hashlib
from dataclasses import dataclass

import polars as pl

EINS = 1_000_000  # shares and factors are counted in millionths

_MITTE = 128  # of a byte
_LAGE = 1200  # a Kommune's own level: up to 15 percent above or below
_TREND = 60  # its own drift in a year: up to 0.8 percent
_ZEITGEIST = 80  # the drift of all: up to 1 percent
_RAUSCHEN = 80  # a year's own noise: up to 1 percent


@dataclass(frozen=True, slots=True)
class Raster:
    """The cells of every Merkmal: all years of the first area, then of the next.

    Attributes:
        gebiete: how many areas; the first is the Region.
        jahre: how many years.
    """

    gebiete: int
    jahre: int

    def spread(self, je_gebiet: pl.Series) -> pl.Series:
        """A figure of each area, repeated for all its years."""
        nummern = pl.int_range(self.gebiete * self.jahre, eager=True) // self.jahre
        return je_gebiet.gather(nummern)

    def year_numbers(self) -> pl.Series:
        """The year of each cell, counted from 0."""
        return pl.int_range(self.gebiete * self.jahre, eager=True) % self.jahre


@dataclass(frozen=True, slots=True)
class Zufall:
    """Draws for one seed; a name always gives the same draw."""

    seed: int
    raster: Raster

    def bytes_of(self, name: str, count: int) -> pl.Series:
        """*count* numbers from 0 to 255."""
        drawn = hashlib.shake_128(f"{self.seed} {name}".encode()).digest(count)
        return pl.Series(list(drawn), dtype=pl.Int64)

    def variation(self, name: str, *, ruhe: int = 1) -> pl.Series:
        """A factor of each cell around EINS, in millionths.

        Args:
            name: of what varies.
            ruhe: how many times calmer than usual.
        """
        raster = self.raster
        areas = raster.gebiete
        drawn = self.bytes_of(name, 1 + 2 * areas + areas * raster.jahre) - _MITTE
        level = drawn.slice(1, areas) * _LAGE
        trend = drawn.slice(1 + areas, areas) * _TREND + int(drawn[0]) * _ZEITGEIST
        noise = drawn.slice(1 + 2 * areas) * _RAUSCHEN
        drift = raster.spread(trend) * raster.year_numbers()
        return (raster.spread(level) + drift + noise) // ruhe + EINS
