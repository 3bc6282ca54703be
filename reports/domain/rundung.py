"""Whether a printed figure is the nearest one: for proofs, which never round themselves."""

from fractions import Fraction


def is_nearest(genau: Fraction, gerundet: int) -> bool:
    """Whether *gerundet* is the whole number nearest to *genau*, halves away from zero."""
    beyond = abs(gerundet) - abs(genau)
    return -Fraction(1, 2) < beyond <= Fraction(1, 2) and genau * gerundet >= 0
