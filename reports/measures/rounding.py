"""The only place that rounds: half away from zero, by integer arithmetic.

Floats would decide printed digits by accident: 0.125 and 2.675 are not what they seem.
"""

import polars as pl


def rounded_quotient(zaehler: pl.Expr, nenner: pl.Expr) -> pl.Expr:
    """The whole number nearest to zaehler / nenner, halves away from zero.

    Computed in 128-bit integers, because a numerator may be a product of two counts and a scale.
    Null where an operand is null or ``nenner`` is zero.
    """
    z, n = zaehler.cast(pl.Int128), nenner.cast(pl.Int128)
    magnitude = (2 * z.abs() + n.abs()) // (2 * n.abs())
    signed = pl.when((z < 0) != (n < 0)).then(0 - magnitude).otherwise(magnitude)
    return pl.when(n != 0).then(signed).cast(pl.Int64)
