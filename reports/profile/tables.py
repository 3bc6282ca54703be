"""The words of tables, and those of the Region's chapters: a row per Kommune."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reports.comparison.standing import Rang
from reports.domain.katalog import Formelart, Kennzahl, Themenfeld
from reports.profile.cells import value_cell, value_with_unit
from reports.profile.material import Gebiet, Material
from reports.profile.names import write_stand
from reports.profile.numbers import NBSP
from reports.profile.tablemodel import Spalte, Tabelle, Tabellenart, Zeile

_SPALTEN_JE_TABELLE = 6
_DATIV = {"Jahre": "Jahren"}


def stand_text(kennzahl: Kennzahl, material: Material) -> str:
    """The Stand of a Kennzahl as printed, taken from any value of that year.

    An Entwicklung belongs to the years it compares, which need not be those of the period.
    """
    stand = material.staende[kennzahl.id]
    if kennzahl.formel is Formelart.ENTWICKLUNG and stand.spanne:
        return str(stand.spanne)
    for gebiet in material.edition.gebiete.alle:
        wert = material.wert(gebiet, kennzahl)
        if wert.stichtag:
            return write_stand(wert.stichtag, stand.jahr)
    return str(stand.jahr)


def unit_of(kennzahl: Kennzahl) -> str:
    """The unit behind a title, as it reads on; nothing where the title says it already."""
    if kennzahl.formel is Formelart.ANZAHL:
        return "" if "Anzahl" in kennzahl.titel else "Anzahl"
    if kennzahl.einheit in kennzahl.titel:
        return ""
    if kennzahl.einheit.startswith("je "):
        return kennzahl.einheit
    return f"in {_DATIV.get(kennzahl.einheit, kennzahl.einheit)}"


def rank_text(rang: Rang | None) -> str:
    """The place among the Kommunen, »Rang 2–3 von 21« where it is shared; empty without one."""
    if rang is None:
        return ""
    return f"Rang {places_text(rang)} von {rang.anzahl}"


def places_text(rang: Rang) -> str:
    """The place alone, or all that are shared."""
    return f"{rang.rang}–{rang.bis}" if rang.bis > rang.rang else str(rang.rang)


def evenly(kennzahlen: Sequence[Kennzahl], size: int) -> list[Sequence[Kennzahl]]:
    """The Kennzahlen in as few parts of at most *size* as possible, none nearly empty."""
    count = -(-len(kennzahlen) // size)
    edges = [len(kennzahlen) * part // count for part in range(count + 1)] if count else []
    return [kennzahlen[start:stop] for start, stop in pairwise(edges)]


def kommunen_tables(
    themenfeld: Themenfeld, kennzahlen: Sequence[Kennzahl], material: Material
) -> Iterator[Tabelle]:
    """All Kommunen side by side, a few Kennzahlen in each table."""
    shown = [k for k in kennzahlen if material.covers_kommunen(k)]
    parts = evenly(shown, _SPALTEN_JE_TABELLE)
    for nummer, part in enumerate(parts, start=1):
        yield Tabelle(
            id=f"kommunen-{themenfeld.id}-{nummer}",
            art=Tabellenart.KOMMUNEN,
            titel=f"Alle Kommunen: {_from_to(part)}",
            spalten=(
                Spalte(titel="Kommune"),
                *(
                    Spalte(titel=k.kurztitel, zusatz=f"{k.einheit}, {stand_text(k, material)}")
                    for k in part
                ),
            ),
            zeilen=tuple(_area_rows(part, material)),
        )


def _from_to(kennzahlen: Sequence[Kennzahl]) -> str:
    """The first and the last of some Kennzahlen, so that no two tables have the same title.

    The last stays on one line: no number of an age stands alone on the next.
    """
    first, last = kennzahlen[0].kurztitel, kennzahlen[-1].kurztitel
    return first if first == last else f"{first} bis {last.replace(' ', NBSP)}"


def _area_rows(kennzahlen: Sequence[Kennzahl], material: Material) -> Iterator[Zeile]:
    kommunen = material.edition.gebiete.kommunen
    for gebiet in material.edition.gebiete.alle:
        yield Zeile(
            kopf=gebiet.name if gebiet in kommunen else gebiet.kurzname,
            zellen=tuple(value_cell(k, material.wert(gebiet, k)) for k in kennzahlen),
            abgesetzt=gebiet not in kommunen,
        )


def comparison_text(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> str:
    """The value beside a key figure, of the area that *gebiet* is compared with first."""
    other = compared_with(gebiet, material)
    cell = value_with_unit(kennzahl, material.wert(other, kennzahl))
    return f"{other.kurzname} {cell.text}"


def compared_with(gebiet: Gebiet, material: Material) -> Gebiet:
    """The Region, and for the Region the first area that stands beside it."""
    region = material.edition.gebiete.region
    return material.vergleichsgebiete()[0] if gebiet == region else region
