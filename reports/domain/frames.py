"""What each frame guarantees: its key, its columns, their units.

Figures are integers. A count or amount is held in units of its Merkmal's last decimal, a rate is
the pair (zaehler, nenner). Signs stand in a column of their own, as values of ``Zeichen``.
"""

import dataframely as dy
import polars as pl

from reports.domain.zeichen import Zeichen

ZEICHEN = [zeichen.value for zeichen in Zeichen]


class Bestand(dy.Schema):
    """What the sources delivered, cell by cell, after reading.

    ``gebiet`` is the 8-digit key of a Kommune or the Region; ``wert`` the figure in units of the
    Merkmal's last decimal. ``datei`` (below the input folder) and ``zeile`` lead back to the cell.
    """

    gebiet = dy.String(primary_key=True, regex=r"^\d{8}$")
    jahr = dy.Int32(primary_key=True)
    merkmal = dy.String(primary_key=True)
    wert = dy.Int64(nullable=True)
    zeichen = dy.Enum(ZEICHEN, nullable=True)
    stichtag = dy.String()
    quelle = dy.String()
    datei = dy.String()
    zeile = dy.Int32()

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
    stichtag = dy.String()
    quelle = dy.String()

    @dy.rule()
    def wert_oder_zeichen(cls) -> pl.Expr:
        """A figure is a value or a sign."""
        return pl.col("wert").is_null() != pl.col("zeichen").is_null()


class Kennzahlwert(dy.Schema):
    """A Kennzahl of an area and year, before protection.

    ``zaehler`` and ``nenner`` in units of their Merkmale's last decimals (``nenner`` null where the
    Kennzahl has none); ``wert`` the unrounded value as a position for drawing and for calculating
    on, which never decides a printed digit; ``gerundet`` the value in units of its last printed
    decimal;
    ``kleinste_fallzahl`` the smallest count other than zero that the value is made of, null where
    nothing is counted; ``eingeschraenkt`` whether a break limits what the value compares.
    """

    gebiet = dy.String(primary_key=True)
    jahr = dy.Int32(primary_key=True)
    kennzahl = dy.String(primary_key=True)
    zaehler = dy.Int64(nullable=True)
    nenner = dy.Int64(nullable=True)
    wert = dy.Float64(nullable=True)
    gerundet = dy.Int64(nullable=True)
    zeichen = dy.Enum(ZEICHEN, nullable=True)
    eingeschraenkt = dy.Bool()
    kleinste_fallzahl = dy.Int64(nullable=True)
    stichtag = dy.String()
    quelle = dy.String()

    @dy.rule()
    def wert_oder_zeichen(cls) -> pl.Expr:
        """A value is rounded or replaced by a sign."""
        return pl.col("gerundet").is_null() != pl.col("zeichen").is_null()


class Veraenderung(dy.Schema):
    """The change of a Kennzahl between two years, before protection.

    ``von`` and ``bis`` are the years compared, null where the period holds fewer than two;
    ``absolut`` the difference in units of the last printed decimal; ``prozent`` the change of a
    count in tenths of a percent, with a sign of its own where there is none;
    ``eingeschraenkt`` whether a break limits the comparison.
    """

    gebiet = dy.String(primary_key=True)
    kennzahl = dy.String(primary_key=True)
    von = dy.Int32(nullable=True)
    bis = dy.Int32(nullable=True)
    absolut = dy.Int64(nullable=True)
    zeichen = dy.Enum(ZEICHEN, nullable=True)
    prozent = dy.Int64(nullable=True)
    prozent_zeichen = dy.Enum(ZEICHEN, nullable=True)
    eingeschraenkt = dy.Bool()

    @dy.rule()
    def wert_oder_zeichen(cls) -> pl.Expr:
        """A change is a number or a sign, and so is its percentage."""
        return (pl.col("absolut").is_null() != pl.col("zeichen").is_null()) & (
            pl.col("prozent").is_null() != pl.col("prozent_zeichen").is_null()
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
    eingeschraenkt = dy.Bool()
    stichtag = dy.String()
    quelle = dy.String()

    @dy.rule()
    def nichts_hinter_einem_zeichen(cls) -> pl.Expr:
        """No column holds a trace of a value that is replaced by a sign."""
        empty = pl.all_horizontal(
            pl.col("zaehler", "nenner", "wert", "gerundet").is_null(),
        )
        return (
            pl.when(pl.col("zeichen").is_null())
            .then(pl.col("wert").is_not_null() & pl.col("gerundet").is_not_null())
            .otherwise(empty)
        )
