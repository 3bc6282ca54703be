"""Assembles the page model of one area."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reports.domain.angabe import NICHT_GELIEFERT
from reports.domain.katalog import Kennzahl
from reports.profile.cells import value_with_unit
from reports.profile.changes import dated_change
from reports.profile.comparisontables import comparison_table, introduction
from reports.profile.example import example
from reports.profile.guide import lesehilfe
from reports.profile.imprint import imprint
from reports.profile.ledger import verzeichnis
from reports.profile.legend import legende
from reports.profile.maps import locator
from reports.profile.material import Gebiet, Material
from reports.profile.model import Kachel, Legendenzeile, Profil, Vergleich
from reports.profile.names import file_name, write_day, write_periods
from reports.profile.rug import kommunenblick
from reports.profile.sentences import chapter_sentences, front_sentences
from reports.profile.since import since_last
from reports.profile.statement import Satz
from reports.profile.tablemodel import Zelle
from reports.profile.tables import comparison_text, rank_text, stand_text
from reports.profile.themes import chapters, thema_of
from reports.profile.warning import front_signals, fruehwarnung


def build_profil(gebiet: Gebiet, material: Material) -> Profil:
    """Everything that the Profil of *gebiet* shows."""
    profil = _without_legend(gebiet, material)
    return replace(profil, legende=_legende(profil, material))


def _without_legend(gebiet: Gebiet, material: Material) -> Profil:
    edition = material.edition
    periods = write_periods(edition.zeitraeume)
    kopfzahl = material.katalog.kennzahlen[edition.kernzahlen[0]]
    return Profil(
        schluessel=gebiet.schluessel,
        name=gebiet.name,
        dateiname=file_name(gebiet, edition),
        titel=f"Sozialstruktur-Profil {gebiet.name} {edition.jahr}, {periods}",
        untertitel=f"Sozialstruktur-Profil {edition.jahr} · {periods}",
        hinweis=edition.hinweis,
        fuss=_footer(gebiet, material),
        einwohner=_einwohner(kopfzahl, gebiet, material),
        einwohner_stand=(
            stand_text(kopfzahl, material) if kopfzahl.id in material.staende else "unbekannt"
        ),
        saetze=front_sentences(gebiet, material),
        signale=front_signals(gebiet, material),
        kacheln=tuple(_kacheln(gebiet, material)),
        fruehwarnung=fruehwarnung(gebiet, material),
        beispiel=example(gebiet, material),
        lesehilfe=lesehilfe(edition.schwellen),
        seither=since_last(gebiet, material),
        legende=(),
        vergleich=_vergleich(gebiet, material),
        kommunenblick=kommunenblick(gebiet, material),
        themen=tuple(thema_of(*chapter, gebiet, material) for chapter in chapters(material)),
        verzeichnis=verzeichnis(gebiet, material),
        rueckseite=imprint(gebiet, material),
        karte=locator(gebiet, material),
    )


def _footer(gebiet: Gebiet, material: Material) -> tuple[str, ...]:
    edition = material.edition
    return (
        gebiet.name,
        f"Ausgabe {edition.name}",
        f"Datenstand {write_day(edition.datenstand)}",
        "Zeitraum " + ", ".join(map(str, edition.zeitraeume)),
        material.kennung[:8],
    )


def _legende(profil: Profil, material: Material) -> tuple[Legendenzeile, ...]:
    """The signs and short forms of all that *profil* shows."""
    front = (profil.einwohner, *_tile_cells(profil.kacheln))
    charts = [diagramm for thema in profil.themen for diagramm in thema.diagramme]
    katalog, gebiete = material.katalog, material.edition.gebiete
    return legende(front, profil.tabellen, charts, gebiete, katalog.abkuerzungen)


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
    for themenfeld, kennzahlen in chapters(material):
        for satz in chapter_sentences(kennzahlen, gebiet, material):
            yield themenfeld.id, satz


def _vergleich(gebiet: Gebiet, material: Material) -> Vergleich:
    return Vergleich(
        einleitung=introduction(gebiet, material),
        tabellen=tuple(
            comparison_table(themenfeld, kennzahlen, gebiet, material)
            for themenfeld, kennzahlen in chapters(material)
            if not themenfeld.altersgruppen
        ),
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
