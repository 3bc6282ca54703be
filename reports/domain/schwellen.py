"""From when a figure is a signal of early warning."""

from decimal import Decimal

import msgspec


class Schwellen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The thresholds, ``[fruehwarnung]`` in ``ausgabe.toml``.

    Attributes:
        beobachten: standard deviations of the Kommunen above the Region, in the direction of more
            burden, from which a Kommune is to be watched; the same for the dynamics.
        auffaellig: standard deviations from which it stands out.
        irrtum: probability, in percent, with which a test finds something, to either side, where
            there is nothing but chance.
        mindestfaelle: smallest Zähler with which an area is tested; of a part of a whole, also
            the smallest rest.
        mindestkommunen: smallest number of Kommunen with a value for a status.
        mindestaenderung: smallest change over the five years of a trend, in percent of the first.
    """

    beobachten: Decimal
    auffaellig: Decimal
    irrtum: Decimal
    mindestfaelle: int
    mindestkommunen: int
    mindestaenderung: Decimal

    def __post_init__(self) -> None:
        """Refuse thresholds under which nothing or everything would be a signal."""
        limits = (self.beobachten, self.auffaellig, self.irrtum, self.mindestaenderung)
        if not all(limit.is_finite() for limit in limits):
            raise ValueError("Eine Schwelle ist keine endliche Zahl.")
        if not 0 < self.beobachten < self.auffaellig:
            raise ValueError(
                "»auffaellig« ist nicht größer als »beobachten« oder dieses nicht > 0."
            )
        if not Decimal("0.0001") <= self.irrtum <= 5:  # noqa: PLR2004 (percent, what tests can tell)
            raise ValueError("»irrtum« ist keine Prozentzahl von 0,0001 bis 5.")
        if self.mindestfaelle < 1 or self.mindestkommunen < 2:  # noqa: PLR2004 (a spread needs two)
            raise ValueError("»mindestfaelle« liegt unter 1 oder »mindestkommunen« unter 2.")
        if self.mindestaenderung < 0:
            raise ValueError("»mindestaenderung« ist kleiner als 0.")
