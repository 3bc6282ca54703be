"""What is known of the edition before."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from reports.domain.formel import Summe

# The columns of ``bekannt.csv``.
BEKANNT_KOPF = ("ausgabe", "schluessel", "jahr", "summe", "wert", "zeichen", "mitglieder")


def nummer_of(name: str) -> tuple[int, int]:
    """Year and number of an edition called such as ``2021/1``, in the order of editions."""
    jahr, ausgabe = name.split("/")
    return int(jahr), int(ausgabe)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekannt:
    """A count that an edition published or suppressed.

    Attributes:
        ausgabe: the edition that did so first, such as ``2021/1``.
        gebiet: key of the area.
        jahr: the year it is of.
        summe: the Merkmale it is the sum of.
        wert: in units of the Merkmale's last decimal; None where it was suppressed.
    """

    ausgabe: str
    gebiet: str
    jahr: int
    summe: Summe
    wert: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vorausgabe:
    """The edition before.

    Attributes:
        name: year and number, such as ``2021/1``.
        signale: its signals by key of the area and id of the Kennzahl, each with the edition that
            showed it first.
    """

    name: str
    signale: Mapping[tuple[str, str], str]

    @property
    def nummer(self) -> tuple[int, int]:
        """Year and number, in the order of editions."""
        return nummer_of(self.name)


class Signaleintrag(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A signal of an area; ``seit`` is the edition that showed it first without a pause since."""

    gebiet: str
    kennzahl: str
    seit: str


class Signaldatei(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The signals of an edition as they are kept for the next one: ``signale.json``."""

    jahr: int
    ausgabe: int
    signale: tuple[Signaleintrag, ...]
