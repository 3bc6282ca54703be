"""Traces in tables and tiles: figures of a row that belong to no released value of its Kennzahl."""

import re
from collections.abc import Iterable, Iterator

from reports.audit.spuren_altersaufbau import ART as ALTERSAUFBAU
from reports.audit.spuren_daten import OHNE, Freigabe, spur, zahlen
from reports.audit.spuren_seite import Kachel, Kommunenblick, Tabelle, Zeile, Zelle
from reports.audit.spuren_wortschatz import (
    Seite,
    bilanz_of,
    counts_of,
    is_printed,
    rang_text,
    without,
)
from reports.domain.zeichen import DARSTELLUNG, Zeichen
from reports.errors import Befund

_ALLE_KOMMUNEN = "kommunen"  # the kind of a table with a row per area
_AM_STAND = "vergleich"  # how kinds of tables begin that show the Stand
_STATUS = {"auffällig": "▲", "beobachten": "△", "unauffällig": "o", "Grenzfall": "~"}
_NUMMER = re.compile(r"[A-ZÄÖÜ]+ \d{1,3}")
_SINNLOS = DARSTELLUNG[Zeichen.SINNLOS]
_FREMD = "Die Zeile nennt eine Zahl, die aus den freigegebenen Werten nicht folgt."


def zellen_spuren(seite: Seite) -> Iterator[Befund]:
    """The traces in all tables and tiles of a page."""
    for tabelle in seite.profil.tabellen:
        if tabelle.art != ALTERSAUFBAU:
            of_table = _of_columns if tabelle.art == _ALLE_KOMMUNEN else _of_rows
            yield from of_table(tabelle, seite)
    for kachel in seite.profil.kacheln:
        if _is_strange(kachel, seite):
            yield spur(f"{seite.ort}, Kachel »{kachel.titel}«", _FREMD)
    if not _is_any_value(seite.profil.einwohner, seite):
        yield spur(f"{seite.ort}, Einwohnerzahl", "Die Zahl ist kein freigegebener Wert.")
    yield from _of_balances(seite)
    yield from _of_signs(seite)


def _of_signs(seite: Seite) -> Iterator[Befund]:
    """Each sign of all Kommunen has to be that of the status, or of the value that is not shown."""
    blick, freigabe = seite.profil.kommunenblick, seite.freigabe
    keys = {name: key for key, name in freigabe.namen.items()}
    heads = dict(blick.schluessel) if blick else {}
    if blick and not _is_plain(blick, seite):
        yield spur(f"{seite.ort}, Alle Kommunen", "Ein Text nennt eine fremde Zahl.")
    for tabelle in blick.tabellen if blick else ():
        for zeile in tabelle.zeilen:
            for spalte, zelle in zip(tabelle.spalten[1:], zeile.zellen, strict=True):
                kennzahl = freigabe.titel.get(heads.get(spalte.titel, ""), "")
                allowed = _sign(keys.get(zeile.kopf, ""), kennzahl, freigabe)
                if {*zelle.texte, ""} != {*allowed, ""}:
                    ort = f"{seite.ort}, Tabelle {tabelle.id}, {zeile.kopf}, {spalte.titel}"
                    yield spur(ort, "Das Zeichen folgt nicht aus vergleich.csv.")


def _is_plain(blick: Kommunenblick, seite: Seite) -> bool:
    """Whether nothing but its signs could tell anything: heads are numbers of Kennzahlen."""
    texts = (blick.einleitung, *(tabelle.titel for tabelle in blick.tabellen))
    return (
        seite.wortschatz.allgemein.issuperset(zahlen(" ".join(texts)))
        and all(_NUMMER.fullmatch(head) for head, _ in blick.schluessel)
        and all(titel in seite.freigabe.titel for _, titel in blick.schluessel)
    )


def _sign(gebiet: str, kennzahl: str, freigabe: Freigabe) -> tuple[str, str]:
    """The sign of an area in print and in words."""
    zeile, wert = freigabe.vergleiche.get((gebiet, kennzahl)), freigabe.am_stand(gebiet, kennzahl)
    if zeile is not None and zeile["status"]:
        return _STATUS.get(zeile["status"], ""), zeile["status"]
    csv = wert["zeichen"] if wert else DARSTELLUNG[Zeichen.FEHLT].csv
    shown = next((d for d in DARSTELLUNG.values() if csv and d.csv == csv), _SINNLOS)
    return shown.druck, shown.gesprochen


def _of_columns(tabelle: Tabelle, seite: Seite) -> Iterator[Befund]:
    """A column has to be what is printed of one Kennzahl, area by area."""
    areas = tuple(seite.freigabe.namen)
    known = {_column(areas, kennzahl, seite.freigabe) for kennzahl in seite.freigabe.staende}
    for place, spalte in enumerate(tabelle.spalten[1:]):
        column = tuple(zeile.zellen[place].text for zeile in tabelle.zeilen)
        said = (zeile.zellen[place] for zeile in tabelle.zeilen)
        if column not in known or not all(map(says_the_same, said)):
            ort = f"{seite.ort}, Tabelle {tabelle.id}, Spalte »{spalte.titel}«"
            yield spur(ort, "Die Spalte ist nicht das, was von einer Kennzahl freigegeben ist.")


def _column(areas: Iterable[str], kennzahl: str, freigabe: Freigabe) -> tuple[str, ...]:
    zeilen = (freigabe.am_stand(gebiet, kennzahl) for gebiet in areas)
    return tuple(zeile["gedruckt"] if zeile else OHNE for zeile in zeilen)


def says_the_same(zelle: Zelle) -> bool:
    """Whether nothing but the printed text names a number."""
    return set(zahlen(zelle.text)).issuperset(zahlen(" ".join(zelle.texte)))


def _of_rows(tabelle: Tabelle, seite: Seite) -> Iterator[Befund]:
    beside = {spalte.titel for spalte in tabelle.spalten}
    for zeile in tabelle.zeilen:
        kennzahl = seite.freigabe.titel.get(_title(zeile.kopf), "")
        texts = [zeile.kopf, zeile.zusatz, *(t for zelle in zeile.zellen for t in zelle.texte)]
        known = _known(kennzahl, _shown(beside, seite), seite)
        is_explained = known.issuperset(zahlen(_bare(texts, kennzahl, seite)))
        if not (is_explained and _shows_own(tabelle, zeile, kennzahl, seite)):
            place = f"Kennzahl {kennzahl}" if kennzahl else "eine Zeile ohne Kennzahl"
            yield spur(f"{seite.ort}, Tabelle {tabelle.id}, {place}", _FREMD)


def _title(kopf: str) -> str:
    """The head of a row without its sign of early warning."""
    return kopf.removeprefix("▲\N{NO-BREAK SPACE}")


def _shown(beside: set[str], seite: Seite) -> list[str]:
    """The areas a table may speak of: its own, groups, Kommunen named in heads; for the Region all."""
    freigabe, own = seite.freigabe, seite.profil.schluessel
    if own == freigabe.region:
        return list(freigabe.namen)
    return [
        key
        for key, name in freigabe.namen.items()
        if key == own or key not in freigabe.kommunen or name in beside
    ]


def _known(kennzahl: str, areas: Iterable[str], seite: Seite) -> frozenset[str]:
    words = seite.wortschatz
    figures = (words.figuren(gebiet, kennzahl) for gebiet in areas)
    return words.jahre.union(words.stamm(kennzahl), *figures)


def _bare(texts: Iterable[str], kennzahl: str, seite: Seite) -> str:
    """The texts without the released rank and the edition of the first signal."""
    freigabe, own = seite.freigabe, seite.profil.schluessel
    found = (s.seit for s in freigabe.signale.signale if (s.gebiet, s.kennzahl) == (own, kennzahl))
    rang = rang_text(own, kennzahl, freigabe)
    plain = " | ".join(texts).replace("\N{NO-BREAK SPACE}", " ")
    return without(plain, (rang, rang.removeprefix("Rang "), *found))


def _shows_own(tabelle: Tabelle, zeile: Zeile, kennzahl: str, seite: Seite) -> bool:
    """Whether the columns of the own count and value hold those of the Stand."""
    if not tabelle.art.startswith(_AM_STAND):
        return True
    freigabe, own = seite.freigabe, seite.profil.schluessel
    cells = {s.titel: z for s, z in zip(tabelle.spalten[1:], zeile.zellen, strict=True)}
    released = freigabe.am_stand(own, kennzahl)
    counts = [zahlen(count) for count in counts_of(released)][:1] if released else []
    return ("Wert" not in cells or is_printed(cells["Wert"].text, own, kennzahl, freigabe)) and (
        "Anzahl" not in cells or zahlen(cells["Anzahl"].text) in ([], *counts)
    )


def _is_strange(kachel: Kachel, seite: Seite) -> bool:
    freigabe, own = seite.freigabe, seite.profil.schluessel
    kennzahl = freigabe.titel.get(kachel.titel, "")
    change = kachel.veraenderung.texte if kachel.veraenderung else ()
    texts = (kachel.titel, kachel.stand, kachel.vergleich, kachel.rang, *kachel.wert.texte, *change)
    known = _known(kennzahl, _shown(set(), seite) + _named_in(kachel.vergleich, seite), seite)
    return not (
        is_printed(kachel.wert.text, own, kennzahl, freigabe)
        and known.issuperset(zahlen(_bare(texts, kennzahl, seite)))
    )


def _named_in(text: str, seite: Seite) -> list[str]:
    return [key for key, name in seite.freigabe.namen.items() if text.startswith(name)]


def _is_any_value(zelle: Zelle, seite: Seite) -> bool:
    freigabe, own = seite.freigabe, seite.profil.schluessel
    return says_the_same(zelle) and any(
        is_printed(zelle.text, own, kennzahl, freigabe) for kennzahl in freigabe.staende
    )


def _of_balances(seite: Seite) -> Iterator[Befund]:
    """Sums that early warning and the back matter tell."""
    freigabe, own = seite.freigabe, seite.profil.schluessel
    warnung = seite.profil.fruehwarnung
    if zahlen(warnung.bilanz) != bilanz_of(own, freigabe) or not _fits(warnung.fehlalarme, seite):
        yield spur(f"{seite.ort}, Frühwarnung", "Die Bilanz folgt nicht aus vergleich.csv.")
    if zahlen(str(seite.profil.verzeichnis["bilanz"])) != _delivered(own, freigabe):
        yield spur(f"{seite.ort}, Verzeichnis", "Die Bilanz folgt nicht aus freigabe.csv.")
    keys = {name: key for key, name in freigabe.namen.items()}
    for zeile in warnung.kommunen.zeilen if warnung.kommunen else ():
        counts = [zahl for zelle in zeile.zellen for zahl in zahlen(zelle.text)]
        if counts != bilanz_of(keys.get(zeile.kopf, ""), freigabe):
            ort = f"{seite.ort}, Frühwarnung aller Kommunen, Zeile »{zeile.kopf}«"
            yield spur(ort, "Die Bilanz folgt nicht aus vergleich.csv.")


def _fits(text: str, seite: Seite) -> bool:
    """Whether the number of tests is the released one, and false alarms are fewer."""
    own = seite.profil.schluessel
    tests = sum(
        int(zeile["pruefungen"] or 0)
        for (key, _), zeile in seite.freigabe.vergleiche.items()
        if key == own
    )
    first, *rest = (float(zahl.replace(".", "").replace(",", ".")) for zahl in zahlen(text))
    return first == tests and len(rest) == 1 and rest[0] <= tests


def _delivered(gebiet: str, freigabe: Freigabe) -> list[str]:
    """Kennzahlen of the catalogue, with a value, with a sign, only elsewhere, not delivered."""
    every, shown = len(freigabe.kennzahlen), len(freigabe.staende)
    rows = [freigabe.am_stand(gebiet, kennzahl) for kennzahl in freigabe.staende]
    signs = [zeile["zeichen"] if zeile else "k.A." for zeile in rows]
    own, elsewhere = signs.count(""), signs.count("k.A.")
    counts = (every, own, shown - own - elsewhere, elsewhere, every - shown)
    return [str(count) for count in counts]
