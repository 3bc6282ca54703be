"""Assembles the page model of one area."""

from collections.abc import Iterator
from dataclasses import replace

from reports.domain.katalog import Kennzahl, Themenfeld
from reports.profile.cells import change_cell, value_with_unit
from reports.profile.diagrams import diagrams
from reports.profile.ledger import verzeichnis
from reports.profile.legend import legende
from reports.profile.material import NICHT_GELIEFERT, Gebiet, Material
from reports.profile.model import Kachel, Profil, Thema, Zelle
from reports.profile.names import file_name, with_article, write_day
from reports.profile.tables import comparison_text, kennzahlen_table, kommunen_tables, stand_text


def build_profil(gebiet: Gebiet, material: Material) -> Profil:
    """Everything that the Profil of *gebiet* shows."""
    edition = material.edition
    themen = tuple(_themen(gebiet, material))
    kacheln = tuple(_kacheln(gebiet, material))
    kopfzahl = material.katalog.kennzahlen[edition.kernzahlen[0]]
    einwohner = _einwohner(kopfzahl, gebiet, material)
    return Profil(
        schluessel=gebiet.schluessel,
        name=gebiet.name,
        dateiname=file_name(gebiet, edition),
        titel=f"Sozialstruktur-Profil {gebiet.name} {edition.jahr},"
        f" Betrachtungszeitraum {edition.zeitraum}",
        untertitel=f"Sozialstruktur-Profil {edition.jahr} · Betrachtungszeitraum {edition.zeitraum}",
        hinweis=edition.hinweis,
        fuss=(
            gebiet.name,
            f"Ausgabe {edition.jahr}/{edition.ausgabe}",
            f"Datenstand {write_day(edition.datenstand)}",
            f"Zeitraum {edition.zeitraum}",
            material.kennung[:8],
        ),
        einwohner=einwohner,
        einwohner_stand=(
            stand_text(kopfzahl, material) if kopfzahl.id in material.staende else "unbekannt"
        ),
        saetze=_saetze(gebiet, material),
        kacheln=kacheln,
        themen=themen,
        verzeichnis=verzeichnis(gebiet, legende(einwohner, kacheln, themen), material),
    )


def _einwohner(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Zelle:
    if kennzahl.id not in material.staende:
        return value_with_unit(kennzahl, NICHT_GELIEFERT)
    return value_with_unit(kennzahl, material.wert(gebiet, kennzahl))


def _themen(gebiet: Gebiet, material: Material) -> Iterator[Thema]:
    """The chapters with at least one delivered Kennzahl; the ledger lists all others."""
    for themenfeld in material.katalog.themenfelder:
        kennzahlen = [
            k for k in material.katalog.kennzahlen_of(themenfeld) if k.id in material.staende
        ]
        if kennzahlen:
            yield _thema(themenfeld, kennzahlen, gebiet, material)


def _thema(
    themenfeld: Themenfeld, kennzahlen: list[Kennzahl], gebiet: Gebiet, material: Material
) -> Thema:
    tables = [kennzahlen_table(themenfeld, kennzahlen, gebiet, material)]
    if gebiet == material.edition.gebiete.region:
        tables += kommunen_tables(themenfeld, kennzahlen, material)
    return Thema(
        id=themenfeld.id,
        titel=themenfeld.titel,
        diagramme=diagrams(themenfeld, kennzahlen, gebiet, material),
        tabellen=tuple(tables),
        lesarten=tuple((k.titel, k.erlaeuterung) for k in kennzahlen),
    )


def _saetze(gebiet: Gebiet, material: Material) -> tuple[str, ...]:
    count = material.count_values(gebiet)
    sentences = (
        f"Dieses Profil enthält {count} Kennzahlen für {with_article(gebiet)}.",
        "Jede Kennzahl trägt ihren eigenen Stand: das letzte Jahr, für das Zahlen vorliegen.",
        "Das Verzeichnis am Ende nennt auch die Kennzahlen, zu denen noch Zahlen fehlen.",
    )
    if gebiet == material.edition.gebiete.region:
        return sentences
    return (*sentences, "Rang 1 hat die Kommune mit dem höchsten Wert.")


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
            veraenderung=_change(kennzahl, gebiet, material),
            rang=_rang(kennzahl, gebiet, material),
        )


def _change(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Zelle | None:
    """The change with its years; a front page leaves out what is not there."""
    change = material.aenderung(gebiet, kennzahl)
    if change.absolut is None:
        return None
    return replace(change_cell(kennzahl, change), zusatz=f"{change.von}–{change.bis}")


def _rang(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> str:
    """The place among the Kommunen; empty for the Region and without a released value."""
    rang = material.raenge[kennzahl.id].get(gebiet.schluessel)
    if rang is None:
        return ""
    return f"Rang {rang.rang} von {rang.anzahl}{' (geteilt)' if rang.geteilt else ''}"
