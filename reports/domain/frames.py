"""What each frame guarantees: its key, its columns, their units.

Figures are integers. A count or amount is held in units of its Merkmal's last decimal, a rate is
the pair (zaehler, nenner). Signs stand in a column of their own, as values of ``Zeichen``.
"""

import dataframely as dy
import polars as pl

from reports.domain.zeichen import Zeichen

ZEICHEN = [zeichen.value for zeichen in Zeichen]


def _unmarked(kennzeichen: str = "kennzeichen") -> pl.Expr:
    """Whether a figure that is replaced by a sign has no marks."""
    return pl.col("zeichen").is_null() | (pl.col(kennzeichen) == 0)


class Bestand(dy.Schema):
    """What the sources delivered, cell by cell, after reading.

    ``gebiet`` is the 8-digit key of a Kommune or the Region; ``wert`` the figure in units of the
    Merkmal's last decimal, ``kennzeichen`` the bits of ``Kennzeichen`` beside it. ``datei`` (below
    the input folder), ``blatt`` (empty for a text file) and ``zelle`` lead back to the cell, ``roh``
    is what stands in it.
    """

    gebiet = dy.String(primary_key=True, regex=r"^\d{8}$")
    jahr = dy.Int32(primary_key=True)
    merkmal = dy.String(primary_key=True)
    wert = dy.Int64(nullable=True)
    zeichen = dy.Enum(ZEICHEN, nullable=True)
    stichtag = dy.String()
    kennzeichen = dy.UInt8()
    quelle = dy.String()
    datei = dy.String()
    blatt = dy.String()
    zelle = dy.String()
    roh = dy.String()

    @dy.rule()
    def wert_oder_zeichen(cls) -> pl.Expr:
        """A cell holds a value or a sign, never both, never neither."""
        return pl.col("wert").is_null() != pl.col("zeichen").is_null()


class Haeufigkeit(dy.Schema):
    """Bestand, derived Merkmale and group sums: one figure per area, year and Merkmal."""

    gebiet = dy.String(primary_key=True)
    jahr = dy.Int32(primary_key=True)
    merkmal = dy.String(primary_key=True)
    wert = dy.Int64(nullable=True)
    zeichen = dy.Enum(ZEICHEN, nullable=True)
    kennzeichen = dy.UInt8()
    stichtag = dy.String()
    quelle = dy.String()

    @dy.rule()
    def wert_oder_zeichen(cls) -> pl.Expr:
        """A figure is a value, perhaps with marks, or a sign."""
        return (pl.col("wert").is_null() != pl.col("zeichen").is_null()) & _unmarked()


class Kennzahlwert(dy.Schema):
    """A Kennzahl of an area and year, before protection.

    ``zaehler`` and ``nenner`` in units of their Merkmale's last decimals (``nenner`` null where the
    Kennzahl has none); ``wert`` the unrounded value as a position for drawing and for calculating
    on, which never decides a printed digit; ``gerundet`` the value in units of its last printed
    decimal;
    ``eingeschraenkt`` whether a break limits what the value compares;
    ``kennzeichen`` the marks of the value and ``zaehler_kennzeichen`` those of the Zähler alone.
    """

    gebiet = dy.String(primary_key=True)
    jahr = dy.Int32(primary_key=True)
    kennzahl = dy.String(primary_key=True)
    zaehler = dy.Int64(nullable=True)
    nenner = dy.Int64(nullable=True)
    wert = dy.Float64(nullable=True)
    gerundet = dy.Int64(nullable=True)
    zeichen = dy.Enum(ZEICHEN, nullable=True)
    kennzeichen = dy.UInt8()
    zaehler_kennzeichen = dy.UInt8()
    eingeschraenkt = dy.Bool()
    stichtag = dy.String()
    quelle = dy.String()

    @dy.rule()
    def wert_oder_zeichen(cls) -> pl.Expr:
        """A value is rounded, perhaps with marks, or replaced by a sign."""
        return (
            (pl.col("gerundet").is_null() != pl.col("zeichen").is_null())
            & _unmarked()
            & _unmarked("zaehler_kennzeichen")
        )


class Veraenderung(dy.Schema):
    """The change of a Kennzahl over a period, before protection.

    ``zeitraum`` is the place of the period among those of the edition, from 0; ``von`` and ``bis``
    are the years compared, null where the period holds fewer than two; ``absolut`` the difference
    in units of the last printed decimal; ``prozent`` the change of a count in tenths of a percent,
    with a sign of its own where there is none; ``kleine_basis`` whether the count it starts from
    is below 10; ``kennzeichen`` the marks of both values; ``eingeschraenkt`` whether a break limits
    the comparison.
    """

    gebiet = dy.String(primary_key=True)
    kennzahl = dy.String(primary_key=True)
    zeitraum = dy.UInt8(primary_key=True)
    von = dy.Int32(nullable=True)
    bis = dy.Int32(nullable=True)
    absolut = dy.Int64(nullable=True)
    zeichen = dy.Enum(ZEICHEN, nullable=True)
    prozent = dy.Int64(nullable=True)
    prozent_zeichen = dy.Enum(ZEICHEN, nullable=True)
    kleine_basis = dy.Bool()
    kennzeichen = dy.UInt8()
    eingeschraenkt = dy.Bool()

    @dy.rule()
    def wert_oder_zeichen(cls) -> pl.Expr:
        """A change is a number, perhaps with marks, or a sign, and so is its percentage."""
        return (
            (pl.col("absolut").is_null() != pl.col("zeichen").is_null())
            & (pl.col("prozent").is_null() != pl.col("prozent_zeichen").is_null())
            & (pl.col("prozent").is_not_null() | ~pl.col("kleine_basis"))
            & _unmarked()
        )


class Freigabe(dy.Schema):
    """Released values: where ``zeichen`` is set, nothing else of the value exists.

    The columns are those of :class:`Kennzahlwert`.
    """

    gebiet = dy.String(primary_key=True)
    jahr = dy.Int32(primary_key=True)
    kennzahl = dy.String(primary_key=True)
    zaehler = dy.Int64(nullable=True)
    nenner = dy.Int64(nullable=True)
    wert = dy.Float64(nullable=True)
    gerundet = dy.Int64(nullable=True)
    zeichen = dy.Enum(ZEICHEN, nullable=True)
    kennzeichen = dy.UInt8()
    zaehler_kennzeichen = dy.UInt8()
    eingeschraenkt = dy.Bool()
    stichtag = dy.String()
    quelle = dy.String()

    @dy.rule()
    def nichts_hinter_einem_zeichen(cls) -> pl.Expr:
        """No column holds a trace of a value that is replaced by a sign."""
        empty = pl.all_horizontal(
            pl.col("zaehler", "nenner", "wert", "gerundet").is_null(),
            pl.col("kennzeichen", "zaehler_kennzeichen") == 0,
        )
        return (
            pl.when(pl.col("zeichen").is_null())
            .then(pl.col("wert").is_not_null() & pl.col("gerundet").is_not_null())
            .otherwise(empty)
        )
