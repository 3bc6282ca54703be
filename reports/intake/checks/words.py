"""How figures stand in messages."""

from decimal import Decimal

from reports.domain.katalog import Merkmal


def german(figure: Decimal) -> str:
    """A figure in German print."""
    return f"{figure:,f}".translate(str.maketrans(",.-", ".,−"))


def in_unit(units: int, merkmal: Merkmal) -> str:
    """A figure in units of its Merkmal's last decimal, in German print."""
    return german(Decimal(units).scaleb(-merkmal.dezimalen))
