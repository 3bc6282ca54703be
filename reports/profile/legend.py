"""What the signs, marks and short forms of a profile mean: of all that are used, and no others."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from reports.domain.gebiet import Gebiete, Gruppe
from reports.domain.zeichen import DARSTELLUNG, Zeichen
from reports.profile.chartmodel import Druckzeichen, Liniendiagramm
from reports.profile.marks import KLAMMERN, Marke
from reports.profile.model import Legendenzeile
from reports.profile.tablemodel import Tabelle, Zelle

_SCHREIBWEISEN = {
    "%-Pkt.": "Prozentpunkte: Unterschied zweier Prozentwerte",
    "Ø": "Durchschnitt des Jahres",
    "Jahr": "Summe des Jahres; bei einer Jahreszahl allein nennt die Quelle keinen Tag",
    "Schulj.": "Schuljahr",
    "±": "keine Veränderung",
}
_KLAMMERN = (*KLAMMERN, Marke.KLEINE_BASIS)


def legende(
    front: Iterable[Zelle],
    tabellen: Iterable[Tabelle],
    diagramme: Iterable[Liniendiagramm],
    gebiete: Gebiete,
    abkuerzungen: Mapping[str, str],
) -> tuple[Legendenzeile, ...]:
    """The legend of a profile with these cells outside of tables, these tables and charts.

    It says who belongs to each group of Kommunen but the Region, and the long form of each of
    *abkuerzungen* that stands in the head of a row or column.
    """
    every = list(tabellen)
    cells = [*front, *(z for t in every for zeile in t.zeilen for z in zeile.zellen)]
    heads = {head for t in every for head in _heads(t)}
    used = {zeichen for cell in cells for zeichen in cell.zeichen}
    lines = (linie for diagramm in diagramme for linie in diagramm.linien)
    used.update(zeichen for linie in lines for zeichen in linie.zeichen)
    return (
        *(_sign_line(zeichen) for zeichen in Zeichen if zeichen in used),
        *_short_forms(_SCHREIBWEISEN, {*(zelle.text for zelle in cells), *_small(every)}),
        *_short_forms(abkuerzungen, heads),
        *_mark_lines(used),
        *(_group_line(gruppe, gebiete) for gruppe in gebiete.gruppen[1:]),
    )


def _sign_line(zeichen: Zeichen) -> Legendenzeile:
    shown = DARSTELLUNG[zeichen]
    cell = Zelle(text=shown.druck, gesprochen=shown.gesprochen)
    return Legendenzeile(zeichen=cell, bedeutung=shown.legende)


def _heads(tabelle: Tabelle) -> Iterator[str]:
    yield from (zeile.kopf for zeile in tabelle.zeilen)
    yield from (spalte.titel for spalte in tabelle.spalten)


def _small(tabellen: Iterable[Tabelle]) -> Iterator[str]:
    """What stands small beside the heads: units and days."""
    for tabelle in tabellen:
        yield from (zeile.zusatz for zeile in tabelle.zeilen)
        yield from (spalte.zusatz for spalte in tabelle.spalten)


def _short_forms(formen: Mapping[str, str], texts: Collection[str]) -> Iterator[Legendenzeile]:
    """Those that stand as a word of their own in one of the texts."""
    for kurz, bedeutung in formen.items():
        word = re.compile(rf"(?<!\w){re.escape(kurz)}(?!\w)")
        if any(word.search(text) for text in texts):
            yield Legendenzeile(zeichen=Zelle(text=kurz), bedeutung=bedeutung)


def _mark_lines(used: Collection[Druckzeichen]) -> Iterator[Legendenzeile]:
    """The letters; and one line for brackets, with each reason that occurs."""
    for marke in Marke:
        if marke in used and marke not in _KLAMMERN:
            shown = marke.value
            cell = Zelle(text=shown.druck, gesprochen=shown.gesprochen)
            yield Legendenzeile(zeichen=cell, bedeutung=shown.legende)
    reasons = [marke.value.legende for marke in _KLAMMERN if marke in used]
    if reasons:
        yield Legendenzeile(zeichen=Zelle(text="( )"), bedeutung="; oder ".join(reasons))


def _group_line(gruppe: Gruppe, gebiete: Gebiete) -> Legendenzeile:
    """Its members, or those it leaves out where these are fewer."""
    inside = [k.name for k in gebiete.kommunen if k.schluessel in gruppe.mitglieder]
    outside = [k.name for k in gebiete.kommunen if k.schluessel not in gruppe.mitglieder]
    if len(outside) < len(inside):
        members = (
            f"alle Kommunen der Region ohne {', '.join(outside)}" if outside else "alle Kommunen"
        )
    else:
        members = ", ".join(inside)
    own = "" if gruppe.name == gruppe.kurzname else f"{gruppe.name}: "
    return Legendenzeile(zeichen=Zelle(text=gruppe.kurzname), bedeutung=f"{own}{members}")
