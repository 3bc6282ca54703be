"""Changes beside the values they compare, so that a reader can compute each of them again."""

from dataclasses import replace
from fractions import Fraction

from reports.domain.angabe import NICHT_GELIEFERT, Aenderung, Wert
from reports.domain.katalog import Kennzahl
from reports.domain.rundung import is_nearest
from reports.profile.cells import change_cell, value_with_unit
from reports.profile.material import Gebiet, Material
from reports.profile.tablemodel import Zelle


def change_of(kennzahl: Kennzahl, gebiet: Gebiet, material: Material, zeitraum: int = 0) -> Zelle:
    """The change over one of the periods, with a mark where the printed values give another."""
    change = material.aenderung(gebiet, kennzahl, zeitraum)
    first, last = ends_of(kennzahl, gebiet, material, zeitraum)
    return change_cell(kennzahl, change, rundung=_differs(change, first, last))


def ends_of(
    kennzahl: Kennzahl, gebiet: Gebiet, material: Material, zeitraum: int = 0
) -> tuple[Wert, Wert]:
    """The values that the change compares; »fehlt« where the period holds fewer than two years."""
    spanne = material.staende[kennzahl.id].spannen[zeitraum]
    if spanne is None:
        return NICHT_GELIEFERT, NICHT_GELIEFERT
    first, last = (material.wert(gebiet, kennzahl, jahr) for jahr in (spanne.von, spanne.bis))
    return first, last


def dated_change(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Zelle | None:
    """The change over the first period and, small, its years and the value it starts from.

    None where there is no change. The value it ends with is the one at the Stand, or named too.
    """
    change = material.aenderung(gebiet, kennzahl)
    if change.absolut is None:
        return None
    first, last = (value_with_unit(kennzahl, wert) for wert in ends_of(kennzahl, gebiet, material))
    since = f"seit {change.von} ({first.text})"
    if change.bis != material.staende[kennzahl.id].jahr:
        since = f"{change.von} ({first.text}) bis {change.bis} ({last.text})"
    return replace(change_of(kennzahl, gebiet, material), zusatz=since)


def _differs(change: Aenderung, first: Wert, last: Wert) -> bool:
    """Whether what a reader computes from the two printed values is not what is printed."""
    if change.absolut is None or first.gerundet is None or last.gerundet is None:
        return False
    difference = last.gerundet - first.gerundet
    if difference != change.absolut:
        return True
    if change.prozent is None:
        return False
    if not first.gerundet:
        return True
    return not is_nearest(Fraction(1000 * difference, first.gerundet), change.prozent)
