"""The back matter: what was delivered and what not, and where it comes from."""

from collections.abc import Iterator, Mapping, Sequence

from reports.domain.katalog import Katalog, Kennzahl, Themenfeld
from reports.domain.zeichen import DARSTELLUNG, Zeichen
from reports.profile.material import Gebiet, Material
from reports.profile.model import Quellenangabe, Verzeichnis
from reports.profile.names import with_article
from reports.profile.tablemodel import Spalte, Tabelle, Tabellenart, Zeile, Zelle
from reports.profile.tables import stand_text

_SPALTEN = ("Nr.", "Kennzahl", "Stand", "Für dieses Gebiet", "Quelle", "Anm.")
_ANTEILE = "{} Anteile nach Alter und Geschlecht"


def verzeichnis(gebiet: Gebiet, material: Material) -> Verzeichnis:
    """The back matter of one Profil."""
    notes = _notes(material)
    sources = _source_numbers(material)
    return Verzeichnis(
        bilanz=_bilanz(gebiet, material),
        tabellen=tuple(
            _table(themenfeld, gebiet, material, notes=notes, sources=sources)
            for themenfeld in material.katalog.themenfelder
        ),
        anmerkungen=tuple((nummer, text) for text, nummer in notes.items()),
        brueche=tuple(_brueche(material)),
        quellen=tuple(_quellen(material, sources)),
    )


def _bilanz(gebiet: Gebiet, material: Material) -> str:
    every = material.katalog.kennzahlen.values()
    own = material.count_values(gebiet)
    shown = [kennzahl for kennzahl in every if kennzahl.id in material.staende]
    signs = [material.wert(gebiet, kennzahl).zeichen for kennzahl in shown]
    elsewhere = signs.count(Zeichen.FEHLT)
    instead = len(shown) - own - elsewhere
    return (
        f"Kennzahlen im Katalog: {len(every)}. Mit einem Wert für {with_article(gebiet)}: {own};"
        f" mit einem Zeichen statt eines Wertes: {instead}; nur für andere Gebiete: {elsewhere};"
        f" nicht geliefert: {len(every) - len(shown)}."
    )


def _notes(material: Material) -> dict[str, str]:
    """The number of each remark on a mixture; the same remark is numbered once."""
    texts = (kennzahl.mischung for kennzahl in material.katalog.kennzahlen.values())
    return {text: str(n) for n, text in enumerate(dict.fromkeys(filter(None, texts)), start=1)}


def _source_numbers(material: Material) -> dict[str, str]:
    """The number of each source of a value, in the order of their folders."""
    used = {name for wert in material.werte.values() for name in wert.quelle.split("; ")}
    names = (quelle.zitat for quelle in material.quellen if quelle.zitat in used)
    return {name: f"Q{n}" for n, name in enumerate(dict.fromkeys(names), start=1)}


def _table(
    themenfeld: Themenfeld,
    gebiet: Gebiet,
    material: Material,
    *,
    notes: Mapping[str, str],
    sources: Mapping[str, str],
) -> Tabelle:
    return Tabelle(
        id=f"verzeichnis-{themenfeld.id}",
        art=Tabellenart.VERZEICHNIS,
        titel=themenfeld.titel,
        spalten=tuple(Spalte(titel=titel) for titel in _SPALTEN),
        zeilen=tuple(
            _row(kennzahlen, gebiet, material, notes=notes, sources=sources)
            for kennzahlen in _entries(themenfeld, material.katalog)
        ),
    )


def _entries(themenfeld: Themenfeld, katalog: Katalog) -> Iterator[Sequence[Kennzahl]]:
    """The Kennzahlen that share a row: each has its own but those of an Altersaufbau."""
    every = katalog.kennzahlen_of(themenfeld)
    return iter([every]) if themenfeld.altersgruppen else ([kennzahl] for kennzahl in every)


def _row(
    kennzahlen: Sequence[Kennzahl],
    gebiet: Gebiet,
    material: Material,
    *,
    notes: Mapping[str, str],
    sources: Mapping[str, str],
) -> Zeile:
    """The row of Kennzahlen that are delivered together; the first one speaks for all."""
    first, last = kennzahlen[0], kennzahlen[-1]
    nummer, titel = first.nummer, first.titel
    if first != last:
        nummer, titel = f"{nummer} bis {last.nummer}", _ANTEILE.format(len(kennzahlen))
    return Zeile(
        kopf=nummer,
        zellen=(
            Zelle(text=titel),
            *_delivery(kennzahlen, gebiet, material, sources),
            Zelle(text=notes.get(first.mischung, "–"), gesprochen=_spoken(first)),
        ),
    )


def _spoken(kennzahl: Kennzahl) -> str:
    return "" if kennzahl.mischung else "keine Anmerkung"


def _delivery(
    kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material, sources: Mapping[str, str]
) -> tuple[Zelle, Zelle, Zelle]:
    """Stand, whether the area has a value, and the sources or who has yet to deliver."""
    shown = [kennzahl for kennzahl in kennzahlen if kennzahl.id in material.staende]
    if not shown:
        return Zelle(text="nicht geliefert"), Zelle(text="nein"), Zelle(text=kennzahlen[0].quelle)
    names = (sources[name] for kennzahl in shown for name in _delivered_by(kennzahl, material))
    return (
        Zelle(text=stand_text(shown[0], material)),
        Zelle(text=_own_state(shown, gebiet, material)),
        Zelle(text=", ".join(dict.fromkeys(names))),
    )


def _own_state(kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material) -> str:
    """Whether there is a value, or the sign in its place; of several, how many have one."""
    signs = [material.wert(gebiet, kennzahl).zeichen for kennzahl in kennzahlen]
    sign, *others = dict.fromkeys(signs)
    if others:
        return f"{signs.count(None)} von {len(signs)}"
    return "ja" if sign is None else DARSTELLUNG[sign].gesprochen


def _delivered_by(kennzahl: Kennzahl, material: Material) -> list[str]:
    """The names of the sources of the values shown at the Stand."""
    jahr = material.staende[kennzahl.id].jahr
    found = [
        material.wert(gebiet, kennzahl, jahr).quelle for gebiet in material.edition.gebiete.alle
    ]
    return list(dict.fromkeys(name for quelle in found if quelle for name in quelle.split("; ")))


def _brueche(material: Material) -> Iterator[tuple[str, str]]:
    """The breaks inside the period that concern a Merkmal of a delivered Kennzahl."""
    shown = [material.katalog.kennzahlen[name] for name in material.staende]
    merkmale = [m for kennzahl in shown for m in material.katalog.merkmale_of(kennzahl)]
    for bruch in material.brueche:
        if bruch.lies_in(material.edition.spanne) and any(map(bruch.concerns, merkmale)):
            since = "" if str(bruch.ab) in bruch.titel else f" (ab {bruch.ab})"
            yield f"{bruch.titel}{since}", bruch.grund


def _quellen(material: Material, sources: Mapping[str, str]) -> Iterator[Quellenangabe]:
    """The sources of all values, numbered as the ledger names them."""
    for quelle in material.quellen:
        if quelle.zitat in sources:
            remarks = (quelle.anmerkung, *(datei.anmerkung for datei in quelle.datei))
            yield Quellenangabe(
                nummer=sources[quelle.zitat],
                nennung=quelle.zitat,
                herausgeber=quelle.herausgeber,
                lizenz=quelle.lizenz,
                tabellen=tuple(dict.fromkeys(datei.tabelle for datei in quelle.datei)),
                anmerkungen=tuple(dict.fromkeys(remark for remark in remarks if remark)),
            )
