"""How an area stands with a Kennzahl: what comparison finds out, as values.

All of it is computed from released values only.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Rang:
    """A competition rank (1 2 2 4), counted from the highest value.

    Attributes:
        rang: the place; several Kommunen share one when their printed values are the same.
        bis: the last of the places that they share, ``rang`` where it is shared with nobody.
        anzahl: how many Kommunen have a released value.
        viertel: the quarter of all places, 1 with the highest values; None below four Kommunen.
    """

    rang: int
    bis: int
    anzahl: int
    viertel: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bereich:
    """An interval of chance around a value, in the unit of ``Wert.wert``."""

    unten: float
    oben: float

    def holds(self, wert: float) -> bool:
        """Whether *wert* lies inside, ends included."""
        return self.unten <= wert <= self.oben


class Lage(StrEnum):
    """Where a value lies against the Region's: told only where chance cannot explain it."""

    UEBER = "über"
    UNTER = "unter"
    VERGLEICHBAR = "vergleichbar"


class Richtungsurteil(StrEnum):
    """The result of the five-year test."""

    STEIGEND = "steigend"
    FALLEND = "fallend"
    KEINER = "kein Trend"
    NICHT_BERECHENBAR = "nicht berechenbar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The five-year test of an area.

    Attributes:
        von: first of the five years; ``bis`` the last; None where it cannot be computed.
    """

    urteil: Richtungsurteil
    von: int | None = None
    bis: int | None = None


class Status(StrEnum):
    """The class of a Kommune among all, by its distance to the Region towards more burden."""

    AUFFAELLIG = "auffällig"
    BEOBACHTEN = "beobachten"
    UNAUFFAELLIG = "unauffällig"
    GRENZFALL = "Grenzfall"  # the class changes when one Kommune is left out


class Dynamik(StrEnum):
    """How the distance to the Region has moved in three years, seen towards more burden."""

    UNGUENSTIGER = "ungünstiger als in der Region"
    GLEICH = "wie in der Region"
    GUENSTIGER = "günstiger als in der Region"
    GRENZFALL = "Grenzfall"


class Anlass(StrEnum):
    """Why there is a signal."""

    STATUS = "Abstand zur Region"
    TREND = "Trend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A figure to look at, which is no verdict.

    Attributes:
        anlaesse: its reasons, one or both.
        seit: the edition that showed it first without a pause since, such as ``2022/1``; None
            where no earlier edition is known.
    """

    anlaesse: tuple[Anlass, ...]
    seit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Einordnung:
    """Everything that comparison says of one area and Kennzahl at its Stand.

    Attributes:
        rang: None for groups and without a released value.
        platz: place on a scale with the Region at 0, its ends at most at -1 and 1, the better or,
            for neutral Kennzahlen, the higher at the right; None without such a scale.
        bereich: None where chance has no simple model: amounts, means, balances, plain counts.
        lage: None for the Region and without ``bereich``.
        status: None for groups, neutral Kennzahlen, and where too few Kommunen have a value.
        dynamik: None as ``status``, and without a comparable value three years before.
        geprueft: how many of the tests for a signal, of status and of trend, were made.
        signal: None where there is none.
    """

    rang: Rang | None
    platz: float | None
    bereich: Bereich | None
    lage: Lage | None
    trend: Trend
    status: Status | None
    dynamik: Dynamik | None
    geprueft: int
    signal: Signal | None


Einordnungen = Mapping[tuple[str, str], Einordnung]  # by key of the area and id of the Kennzahl
