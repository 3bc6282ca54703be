"""What anyone may know of how figures hang together, beside the rules of the catalogue."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesamtzahl:
    """A source's own total of the Region: the sum of the Kommunen lies within the Toleranz.

    Attributes:
        merkmal: id of the Merkmal.
        jahr: the year it is of.
        wert: in units of the Merkmal's last decimal.
        toleranz: in the Merkmal's own unit.
    """

    merkmal: str
    jahr: int
    wert: int
    toleranz: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Naeherung:
    """A figure of a group that is the sum of its Kommunen only within a Toleranz.

    Attributes:
        gebiet: key of the group.
        merkmal: id of the Merkmal.
        jahr: the year it is of.
        toleranz: in the Merkmal's own unit.
    """

    gebiet: str
    merkmal: str
    jahr: int
    toleranz: Decimal
