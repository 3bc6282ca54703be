"""Delivered figures that are wrong at their source."""

from datetime import date

import msgspec


class Korrektur(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A delivered figure that is wrong and is corrected here until its source is mended.

    Attributes:
        ags: key of the area.
        erwartet: what stands in the source's cell now.
        neu: what is read in its place, written as the source writes.
        gemeldet: which office reported it.
        am: the day of the report.
    """

    merkmal: str
    ags: str
    jahr: int
    erwartet: str
    neu: str
    grund: str
    gemeldet: str
    am: date
