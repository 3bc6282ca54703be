"""The smallest and the largest value among the Kommunen."""

from reports.domain.angabe import Wert
from reports.domain.katalog import Kennzahl
from reports.domain.zeichen import Zeichen
from reports.profile.cells import value_cell
from reports.profile.material import Material
from reports.profile.numbers import sign_cell
from reports.profile.tablemodel import Stueck, Zelle


def ends_of_kommunen(kennzahl: Kennzahl, material: Material) -> tuple[Wert, Wert] | None:
    """The smallest and the largest released value at the Stand; None where fewer than two have."""
    werte = (material.wert(k, kennzahl) for k in material.edition.gebiete.kommunen)
    known = sorted(
        (w for w in werte if w.gerundet is not None),
        key=lambda w: (w.gerundet or 0, w.gerundet_null),
    )
    return (known[0], known[-1]) if len(known) > 1 else None


def range_cell(kennzahl: Kennzahl, material: Material) -> Zelle:
    """Both ends, or the sign that most Kommunen have in their place."""
    ends = ends_of_kommunen(kennzahl, material)
    if ends is None:
        werte = (material.wert(k, kennzahl) for k in material.edition.gebiete.kommunen)
        signs = {wert.zeichen for wert in werte}
        return sign_cell(next(zeichen for zeichen in Zeichen if zeichen in {*signs, Zeichen.FEHLT}))
    low, high = (value_cell(kennzahl, wert) for wert in ends)
    marked = low.stuecke or high.stuecke
    pieces = (*low.gesetzt, Stueck(" – ", " bis "), *high.gesetzt)
    return Zelle(
        text=f"{low.text} – {high.text}",
        gesprochen=f"{low.worte} bis {high.worte}",
        zeichen=(*low.zeichen, *high.zeichen),
        stuecke=pieces if marked else (),
    )
