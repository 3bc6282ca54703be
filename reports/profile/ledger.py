"""The back matter: what was delivered and what not, where it comes from, what the signs mean."""

from collections.abc import Iterator, Sequence

from reports.domain.katalog import Kennzahl, Themenfeld
from reports.domain.zeichen import DARSTELLUNG, Zeichen
from reports.profile.material import Gebiet, Material
from reports.profile.model import (
    Legendenzeile,
    Quellenangabe,
    Spalte,
    Tabelle,
    Tabellenart,
    Thema,
    Verzeichnis,
    Zeile,
    Zelle,
)
from reports.profile.tables import stand_text

_SPALTEN = ("Nr.", "Kennzahl", "Stand", "Für dieses Gebiet", "Quelle", "Hinweis")
_ABKUERZUNGEN = (
    ("%-Pkt.", "Prozentpunkte: Unterschied zweier Prozentwerte"),
    ("Ø", "Durchschnitt des Jahres"),
    ("±", "keine Veränderung"),
    ("(+", "Vergleich eingeschränkt, siehe Brüche"),
    ("(\N{MINUS SIGN}", "Vergleich eingeschränkt, siehe Brüche"),
)


def verzeichnis(gebiet: Gebiet, themen: Sequence[Thema], material: Material) -> Verzeichnis:
    """The back matter of one Profil."""
    return Verzeichnis(
        bilanz=_bilanz(gebiet, material),
        tabellen=tuple(_table(feld, gebiet, material) for feld in material.katalog.themenfelder),
        brueche=tuple(_brueche(material)),
        legende=tuple(_legende(themen)),
        quellen=tuple(_quellen(material)),
    )


def _has_value(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> bool:
    if kennzahl.id not in material.staende:
        return False
    return material.wert(gebiet, kennzahl).zeichen is None


def _bilanz(gebiet: Gebiet, material: Material) -> str:
    every = material.katalog.kennzahlen.values()
    own = sum(_has_value(kennzahl, gebiet, material) for kennzahl in every)
    delivered = sum(kennzahl.id in material.staende for kennzahl in every)
    return (
        f"Der Katalog führt {len(every)} Kennzahlen: {own} haben einen Wert für {gebiet.name},"
        f" {delivered - own} nur für andere Gebiete, {len(every) - delivered} sind nicht geliefert."
    )


def _table(themenfeld: Themenfeld, gebiet: Gebiet, material: Material) -> Tabelle:
    return Tabelle(
        id=f"verzeichnis-{themenfeld.id}",
        art=Tabellenart.VERZEICHNIS,
        titel=themenfeld.titel,
        spalten=tuple(Spalte(titel=titel) for titel in _SPALTEN),
        zeilen=tuple(
            Zeile(kopf=kennzahl.nummer, zellen=tuple(_cells(kennzahl, gebiet, material)))
            for kennzahl in material.katalog.kennzahlen_of(themenfeld)
        ),
    )


def _cells(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Iterator[Zelle]:
    yield Zelle(text=kennzahl.titel)
    if kennzahl.id not in material.staende:
        yield Zelle(text="nicht geliefert")
        yield Zelle(text="nein")
        yield Zelle(text=kennzahl.quelle)
    else:
        yield Zelle(text=stand_text(kennzahl, material))
        yield Zelle(text=_own_state(kennzahl, gebiet, material))
        yield Zelle(text=_delivered_by(kennzahl, material))
    yield Zelle(text=kennzahl.mischung or "keiner")


def _own_state(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> str:
    sign = material.wert(gebiet, kennzahl).zeichen
    return "ja" if sign is None else DARSTELLUNG[sign].gesprochen


def _delivered_by(kennzahl: Kennzahl, material: Material) -> str:
    jahr = material.staende[kennzahl.id].jahr
    found = (
        material.wert(gebiet, kennzahl, jahr).quelle for gebiet in material.edition.gebiete.alle
    )
    return next((quelle for quelle in found if quelle), kennzahl.quelle)


def _brueche(material: Material) -> Iterator[tuple[str, str]]:
    """The breaks inside the period that concern a delivered Merkmal."""
    for bruch in material.brueche:
        if bruch.lies_in(material.edition.zeitraum):
            yield f"{bruch.titel} (ab {bruch.ab})", bruch.grund


def _legende(themen: Sequence[Thema]) -> Iterator[Legendenzeile]:
    """The signs and short forms that the tables of the profile use, and no others."""
    cells = [
        zelle
        for thema in themen
        for tabelle in thema.tabellen
        for zeile in tabelle.zeilen
        for zelle in zeile.zellen
    ]
    used = {zeichen for zelle in cells for zeichen in zelle.zeichen}
    for zeichen in Zeichen:
        if zeichen in used:
            shown = DARSTELLUNG[zeichen]
            cell = Zelle(text=shown.druck, gesprochen=shown.gesprochen)
            yield Legendenzeile(zeichen=cell, bedeutung=shown.legende)
    for kurz, bedeutung in _ABKUERZUNGEN:
        if any(kurz in zelle.text for zelle in cells):
            yield Legendenzeile(zeichen=Zelle(text=kurz), bedeutung=bedeutung)


def _quellen(material: Material) -> Iterator[Quellenangabe]:
    """The sources of all values, each once, in the order of their folders."""
    used = {name for wert in material.werte.values() for name in wert.quelle.split("; ")}
    for quelle in material.quellen:
        if quelle.nennung in used:
            remarks = (quelle.anmerkung, *(datei.anmerkung for datei in quelle.datei))
            yield Quellenangabe(
                nennung=quelle.nennung,
                herausgeber=quelle.herausgeber,
                lizenz=quelle.lizenz,
                anmerkungen=tuple(remark for remark in remarks if remark),
            )
