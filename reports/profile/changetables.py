"""The changes of a chapter: each beside the values of its first and its last year."""

from collections.abc import Iterator, Sequence

from reports.comparison.standing import Richtungsurteil
from reports.domain.angabe import Wert
from reports.domain.katalog import Formelart, Kennzahl, Themenfeld
from reports.domain.zeichen import Zeichen
from reports.domain.zeit import Zeitraum
from reports.profile.cells import count_cell, value_cell
from reports.profile.changes import change_of, ends_of
from reports.profile.material import Gebiet, Material
from reports.profile.numbers import sign_cell, write_number
from reports.profile.tablemodel import Spalte, Tabelle, Tabellenart, Zeile, Zelle
from reports.profile.tables import unit_of

_KOPF = ("Kennzahl", "Jahre", "Anzahl am Anfang", "Wert am Anfang", "Anzahl am Ende")


def change_tables(
    themenfeld: Themenfeld, kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material
) -> Iterator[Tabelle]:
    """A table for each period in which a Kennzahl has two years.

    The first has the trends too, and the Entwicklungen, which belong to the first period.
    """
    for nummer, zeitraum in enumerate(material.edition.zeitraeume):
        shown = [
            k
            for k in kennzahlen
            if material.staende[k.id].spannen[nummer]
            and (nummer == 0 or k.formel is not Formelart.ENTWICKLUNG)
        ]
        if shown:
            yield _table(themenfeld, shown, gebiet, material, zeitraum=nummer, jahre=zeitraum)


def _table(  # noqa: PLR0913 (where the table stands, and what it shows)
    themenfeld: Themenfeld,
    kennzahlen: Sequence[Kennzahl],
    gebiet: Gebiet,
    material: Material,
    *,
    zeitraum: int,
    jahre: Zeitraum,
) -> Tabelle:
    trend = ("Trend",) if zeitraum == 0 else ()
    heads = (*_KOPF, "Wert am Ende", "Veränderung", *trend)
    return Tabelle(
        id=f"veraenderung-{themenfeld.id}-{zeitraum + 1}",
        art=Tabellenart.VERAENDERUNG_TREND if trend else Tabellenart.VERAENDERUNG,
        titel=f"{themenfeld.titel}: Veränderung {jahre}, {gebiet.name}",
        spalten=tuple(Spalte(titel=titel) for titel in heads),
        zeilen=tuple(
            Zeile(
                kopf=kennzahl.titel,
                zusatz=unit_of(kennzahl),
                zellen=(
                    *_cells(kennzahl, gebiet, material, zeitraum),
                    *([trend_cell(kennzahl, gebiet, material)] if trend else ()),
                ),
            )
            for kennzahl in kennzahlen
        ),
    )


def _cells(
    kennzahl: Kennzahl, gebiet: Gebiet, material: Material, zeitraum: int
) -> Iterator[Zelle]:
    ends = ends_of(kennzahl, gebiet, material, zeitraum)
    yield Zelle(text=str(material.staende[kennzahl.id].spannen[zeitraum]))
    if kennzahl.formel is Formelart.ENTWICKLUNG:
        yield from _development(kennzahl, ends[1], material)
    else:
        for wert in ends:
            yield count_cell(kennzahl, wert, material.katalog)
            yield value_cell(kennzahl, wert)
    yield change_of(kennzahl, gebiet, material, zeitraum)


def _development(kennzahl: Kennzahl, wert: Wert, material: Material) -> Iterator[Zelle]:
    """The counts that an Entwicklung compares, of which it is the change itself."""
    if wert.zaehler is None or wert.nenner is None:
        yield from (value_cell(kennzahl, wert),) * 4
        return
    dezimalen = material.katalog.merkmale[kennzahl.zaehler.merkmale[0]].dezimalen
    yield Zelle(text=write_number(wert.nenner, dezimalen))
    yield sign_cell(Zeichen.SINNLOS)
    yield Zelle(text=write_number(wert.nenner + wert.zaehler, dezimalen))
    yield value_cell(kennzahl, wert)


def trend_cell(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Zelle:
    """The result of the five-year test and, small, its years and the value they start with."""
    trend = material.einordnung(gebiet, kennzahl).trend
    if trend.von is None:
        return sign_cell(Zeichen.SINNLOS)
    if trend.urteil is Richtungsurteil.KEINER:
        return Zelle(text=trend.urteil, zusatz=f"{trend.von}–{trend.bis}")
    first = value_cell(kennzahl, material.wert(gebiet, kennzahl, trend.von))
    return Zelle(text=trend.urteil, zusatz=f"seit {trend.von} ({first.text})")
