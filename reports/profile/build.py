"""Assembles the page model of one area."""

from collections.abc import Iterable, Iterator, Sequence

from reports.domain.angabe import NICHT_GELIEFERT
from reports.domain.katalog import Kennzahl, Themenfeld
from reports.profile.cells import value_with_unit
from reports.profile.changes import dated_change
from reports.profile.changetables import change_tables
from reports.profile.comparisontables import comparison_table, introduction
from reports.profile.diagrams import diagrams, reading
from reports.profile.example import example
from reports.profile.guide import lesehilfe
from reports.profile.imprint import imprint
from reports.profile.ledger import verzeichnis
from reports.profile.legend import legende
from reports.profile.maps import locator, theme_map
from reports.profile.material import Gebiet, Material
from reports.profile.model import Kachel, Legendenzeile, Profil, Thema, Vergleich
from reports.profile.names import file_name, write_day, write_periods
from reports.profile.rug import kommunenblick
from reports.profile.sentences import chapter_sentences, front_sentences
from reports.profile.since import since_last
from reports.profile.statement import Satz
from reports.profile.tablemodel import Tabelle, Zelle
from reports.profile.tables import (
    comparison_text,
    kommunen_tables,
    rank_text,
    stand_text,
)
from reports.profile.warning import front_signals, fruehwarnung


def build_profil(gebiet: Gebiet, material: Material) -> Profil:
    """Everything that the Profil of *gebiet* shows."""
    edition = material.edition
    periods = write_periods(edition.zeitraeume)
    themen = tuple(
        _thema(themenfeld, kennzahlen, gebiet, material)
        for themenfeld, kennzahlen in _chapters(material)
    )
    kacheln = tuple(_kacheln(gebiet, material))
    signale, warnung = front_signals(gebiet, material), fruehwarnung(gebiet, material)
    kopfzahl = material.katalog.kennzahlen[edition.kernzahlen[0]]
    einwohner = _einwohner(kopfzahl, gebiet, material)
    front = (einwohner, *_tile_cells(kacheln))
    vergleich, blick = _vergleich(gebiet, material), kommunenblick(gebiet, material)
    tabellen = (
        signale,
        warnung.tabelle,
        *vergleich.tabellen,
        *(blick.tabellen if blick else ()),
        *(tabelle for thema in themen for tabelle in thema.tabellen),
    )
    return Profil(
        schluessel=gebiet.schluessel,
        name=gebiet.name,
        dateiname=file_name(gebiet, edition),
        titel=f"Sozialstruktur-Profil {gebiet.name} {edition.jahr}, {periods}",
        untertitel=f"Sozialstruktur-Profil {edition.jahr} · {periods}",
        hinweis=edition.hinweis,
        fuss=(
            gebiet.name,
            f"Ausgabe {edition.name}",
            f"Datenstand {write_day(edition.datenstand)}",
            "Zeitraum " + ", ".join(map(str, edition.zeitraeume)),
            material.kennung[:8],
        ),
        einwohner=einwohner,
        einwohner_stand=(
            stand_text(kopfzahl, material) if kopfzahl.id in material.staende else "unbekannt"
        ),
        saetze=front_sentences(gebiet, material),
        signale=signale,
        kacheln=kacheln,
        fruehwarnung=warnung,
        beispiel=example(gebiet, material),
        lesehilfe=lesehilfe(edition.schwellen),
        seither=since_last(gebiet, material),
        legende=_legende(front, tabellen, themen, material),
        vergleich=vergleich,
        kommunenblick=blick,
        themen=themen,
        verzeichnis=verzeichnis(gebiet, material),
        rueckseite=imprint(gebiet, material),
        karte=locator(gebiet, material),
    )


def _legende(
    front: Iterable[Zelle],
    tabellen: Iterable[Tabelle | None],
    themen: Sequence[Thema],
    material: Material,
) -> tuple[Legendenzeile, ...]:
    charts = [diagramm for thema in themen for diagramm in thema.diagramme]
    shown = [tabelle for tabelle in tabellen if tabelle]
    katalog, gebiete = material.katalog, material.edition.gebiete
    return legende(front, shown, charts, gebiete, katalog.abkuerzungen)


def _tile_cells(kacheln: Iterable[Kachel]) -> Iterator[Zelle]:
    for kachel in kacheln:
        yield kachel.wert
        if kachel.veraenderung:
            yield kachel.veraenderung


def _einwohner(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Zelle:
    if kennzahl.id not in material.staende:
        return value_with_unit(kennzahl, NICHT_GELIEFERT)
    return value_with_unit(kennzahl, material.wert(gebiet, kennzahl))


def sentences_of(gebiet: Gebiet, material: Material) -> Iterator[tuple[str, Satz]]:
    """All sentences of the area's Profil with the id of their chapter, empty for the first page."""
    for satz in front_sentences(gebiet, material):
        yield "", satz
    for themenfeld, kennzahlen in _chapters(material):
        for satz in chapter_sentences(kennzahlen, gebiet, material):
            yield themenfeld.id, satz


def _chapters(material: Material) -> Iterator[tuple[Themenfeld, list[Kennzahl]]]:
    """The chapters with at least one delivered Kennzahl; the ledger lists all others."""
    for themenfeld in material.katalog.themenfelder:
        kennzahlen = [
            k for k in material.katalog.kennzahlen_of(themenfeld) if k.id in material.staende
        ]
        if kennzahlen:
            yield themenfeld, kennzahlen


def _vergleich(gebiet: Gebiet, material: Material) -> Vergleich:
    return Vergleich(
        einleitung=introduction(gebiet, material),
        tabellen=tuple(
            comparison_table(themenfeld, kennzahlen, gebiet, material)
            for themenfeld, kennzahlen in _chapters(material)
        ),
    )


def _thema(
    themenfeld: Themenfeld, kennzahlen: list[Kennzahl], gebiet: Gebiet, material: Material
) -> Thema:
    tables = list(change_tables(themenfeld, kennzahlen, gebiet, material))
    charts = diagrams(kennzahlen, gebiet, material)
    is_region = gebiet == material.edition.gebiete.region
    if is_region:
        tables += kommunen_tables(themenfeld, kennzahlen, material)
    return Thema(
        id=themenfeld.id,
        titel=themenfeld.titel,
        saetze=chapter_sentences(kennzahlen, gebiet, material),
        diagramme=charts,
        lesehilfe=reading(gebiet, material) if charts else "",
        tabellen=tuple(tables),
        lesarten=tuple((k.titel, k.erlaeuterung) for k in kennzahlen),
        karte=theme_map(kennzahlen, material) if is_region else None,
    )


def _kacheln(gebiet: Gebiet, material: Material) -> Iterator[Kachel]:
    for name in material.edition.kernzahlen:
        kennzahl = material.katalog.kennzahlen[name]
        if name not in material.staende:
            continue
        yield Kachel(
            titel=kennzahl.titel,
            stand=stand_text(kennzahl, material),
            wert=value_with_unit(kennzahl, material.wert(gebiet, kennzahl)),
            vergleich=comparison_text(kennzahl, gebiet, material),
            veraenderung=dated_change(kennzahl, gebiet, material),
            rang=rank_text(material.einordnung(gebiet, kennzahl).rang),
        )
