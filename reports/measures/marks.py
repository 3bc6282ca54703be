"""How the marks of figures travel to what is computed from them."""

import polars as pl

from reports.domain.zeichen import Kennzeichen

NONE = pl.lit(0, pl.UInt8)
_ROUNDED = pl.lit(Kennzeichen.GERUNDET_NULL.value, pl.UInt8)
_LIMITED = pl.lit(Kennzeichen.EINGESCHRAENKT.value, pl.UInt8)
_KEPT = pl.lit(
    sum(Kennzeichen) - Kennzeichen.BERICHTIGT - Kennzeichen.GERUNDET_NULL,
    pl.UInt8,
)


def computed(marks: pl.Expr) -> pl.Expr:
    """The marks of what is computed from several figures.

    BERICHTIGT belongs to the one figure that was changed and stays there; a rounded zero makes
    what is computed from it EINGESCHRAENKT, because nobody knows how much it is.

    Args:
        marks: bits of ``Kennzeichen`` of all operands together.
    """
    rounded = (marks & _ROUNDED) > 0
    return (marks & _KEPT) | pl.when(rounded).then(_LIMITED).otherwise(NONE)


def carried(marks: pl.Expr, operands: pl.Expr) -> pl.Expr:
    """The marks of what is made of so many figures: a single one is passed on with all its own."""
    return pl.when(operands > 1).then(computed(marks)).otherwise(marks)


def beside_value(marks: pl.Expr, sign: pl.Expr) -> pl.Expr:
    """*marks* where there is no sign; a sign has none."""
    return pl.when(sign.is_null()).then(marks).otherwise(NONE)
