"""What is known of one year before it is protected, and what holds for all years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports.disclosure.bau import Name
from reports.disclosure.formen import Formen
from reports.domain.beziehung import Gesamtzahl
from reports.domain.gebiet import Gebiete
from reports.domain.katalog import Katalog

Werte = Mapping[tuple[str, str], int | None]  # by key of the area and id of the Merkmal


@dataclass(frozen=True, slots=True, kw_only=True)
class Jahresdaten:
    """What is known of one year.

    Attributes:
        werte: figures of all areas, None for one that has a sign.
        verdeckt: those that a source has hidden.
        nutzungen: by area and Form, how many Kennzahlwerte publish it.
        frueher: by area and Form what earlier editions have published, None where they hid it.
        gesamtzahlen: the sources' own totals.
        ausgelassen: Formen of areas that are left out as a whole.
        verloren: cells that nothing protects, whatever is left out.
    """

    jahr: int
    werte: Werte
    verdeckt: frozenset[tuple[str, str]]
    nutzungen: Mapping[tuple[str, str], int]
    frueher: Mapping[tuple[str, str], int | None]
    gesamtzahlen: Sequence[Gesamtzahl]
    ausgelassen: frozenset[tuple[str, str]] = frozenset()
    verloren: frozenset[Name] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Umfeld:
    """What holds for all years."""

    katalog: Katalog
    gebiete: Gebiete
    formen: Formen
