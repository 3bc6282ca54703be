"""What is known of one year before it is protected, and what holds for all years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports.disclosure.bau import Name
from reports.disclosure.formen import Formen
from reports.domain.beziehung import Gesamtzahl
from reports.domain.gebiet import Gebiete
from reports.domain.katalog import Katalog

Stelle = tuple[str, str]  # key of an area, text of a Form
Werte = Mapping[Stelle, int | None]  # by key of the area and id of the Merkmal


@dataclass(frozen=True, slots=True, kw_only=True)
class Jahresdaten:
    """What is known of one year.

    Attributes:
        werte: figures of all areas, None for one that has a sign.
        verdeckt: those that a source has hidden.
        nutzungen: by area and Form, how many Kennzahlwerte publish it.
        frueher: by area and Form what earlier editions have published, None where they hid it.
        gezeichnet: those of them that a sign has told from zero: others beside it had none.
        gesamtzahlen: the sources' own totals.
        ausgelassen: Formen of areas that are left out as a whole.
        verloren: cells that nothing protects, whatever is left out.
    """

    jahr: int
    werte: Werte
    verdeckt: frozenset[Stelle]
    nutzungen: Mapping[Stelle, int]
    frueher: Mapping[Stelle, int | None]
    gezeichnet: frozenset[Stelle]
    gesamtzahlen: Sequence[Gesamtzahl]
    ausgelassen: frozenset[Stelle] = frozenset()
    verloren: frozenset[Name] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Umfeld:
    """What holds for all years."""

    katalog: Katalog
    gebiete: Gebiete
    formen: Formen
