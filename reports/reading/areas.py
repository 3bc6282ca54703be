"""The Kommunen of an edition: ``kommunen.csv``, checked."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from reports.domain.gebiet import LANDESHAUPTSTADT, Kommune
from reports.errors import Befund, EingabeFehler
from reports.reading.findings import Fund, grouped
from reports.reading.messages import refusal
from reports.reading.rows import CsvZeile, read_csv

KOMMUNEN = "kommunen.csv"
KOMMUNEN_KOPF = (
    "ags",
    "name",
    "amtlicher_name",
    "kurzname",
    "status",
    "spalte",
    "reihe",
    "weitere_namen",
)
NAMENTRENNER = "|"
_NAMEN = KOMMUNEN_KOPF[1:4]
_PFLICHT = KOMMUNEN_KOPF[1:5]
_PLATZ = KOMMUNEN_KOPF[5:7]
SCHLUESSEL = re.compile(r"\d{8}", re.ASCII)
_NUMMER = re.compile(r"[1-9]\d{0,2}", re.ASCII)  # a longer one leaves no room for a tile


def read_kommunen(eingabe: Path) -> tuple[Kommune, ...]:
    """The Kommunen in the order of the file.

    Raises:
        EingabeFehler: no Kommune, a key that is none, a blank field, a place on the tile map that
            is none, a key, name or place given twice, not exactly one Landeshauptstadt.
    """
    zeilen = list(read_csv(eingabe / KOMMUNEN, KOMMUNEN, KOMMUNEN_KOPF))
    if not zeilen:
        text = "Die Datei nennt keine einzige Kommune."
        raise refusal("E-FEHLT", KOMMUNEN, text, "Für jede Kommune eine Zeile eintragen.")
    funde = [fund for zeile in zeilen for fund in _row_problems(zeile)]
    befunde = grouped(KOMMUNEN, "", [*funde, *_repetitions(zeilen), *_shared_places(zeilen)])
    if befunde := [*befunde, *_hauptstadt_problems(zeilen)]:
        raise EingabeFehler(befunde)
    return tuple(
        Kommune(
            schluessel=zeile.felder["ags"],
            name=zeile.felder["name"],
            amtlicher_name=zeile.felder["amtlicher_name"],
            kurzname=zeile.felder["kurzname"],
            status=zeile.felder["status"],
            spalte=int(zeile.felder["spalte"]),
            reihe=int(zeile.felder["reihe"]),
            weitere_namen=_further_names(zeile),
        )
        for zeile in zeilen
    )


def _row_problems(zeile: CsvZeile) -> Iterator[Fund]:
    ags = zeile.felder["ags"]
    if not SCHLUESSEL.fullmatch(ags):
        yield Fund(
            zelle=f"Zeile {zeile.nummer}",
            code="E-AGS",
            text=f"»{ags}« ist kein Schlüssel einer Kommune.",
            abhilfe="Acht Ziffern als Text eintragen, mit der führenden Null.",
        )
    if "" in _further_names(zeile):
        text = f"Unter »weitere_namen« steht für {ags} ein leerer Name."
        remedy = (
            f"Namen durch ein einzelnes {NAMENTRENNER} trennen; ohne Namen das Feld leer lassen."
        )
        yield Fund(zelle=f"Zeile {zeile.nummer}", code="E-NAME", text=text, abhilfe=remedy)
    for spalte in _PFLICHT:
        if not zeile.felder[spalte].strip():
            text = f"Für {ags} ist »{spalte}« leer."
            remedy = "Alle Felder der Zeile ausfüllen."
            yield Fund(zelle=f"Zeile {zeile.nummer}", code="E-NAME", text=text, abhilfe=remedy)
    yield from _place_problems(zeile)


def _place_problems(zeile: CsvZeile) -> Iterator[Fund]:
    for spalte in _PLATZ:
        if not _NUMMER.fullmatch(zeile.felder[spalte]):
            ags, number = zeile.felder["ags"], zeile.felder[spalte]
            text = f"Unter »{spalte}« steht für {ags} »{number}«."
            remedy = "Den Platz auf der Kachelkarte als ganze Zahl von 1 bis 999 eintragen."
            yield Fund(zelle=f"Zeile {zeile.nummer}", code="E-ZAHL", text=text, abhilfe=remedy)


def _shared_places(zeilen: Sequence[CsvZeile]) -> Iterator[Fund]:
    """Places on the tile map that an earlier row has already."""
    seen: dict[tuple[str, ...], int] = {}
    for zeile in zeilen:
        place = tuple(zeile.felder[spalte] for spalte in _PLATZ)
        if place in seen:
            text = f"Spalte {place[0]}, Reihe {place[1]} hat schon Zeile {seen[place]}."
            remedy = "Jeder Kommune einen eigenen Platz auf der Kachelkarte geben."
            yield Fund(zelle=f"Zeile {zeile.nummer}", code="E-DOPPELT", text=text, abhilfe=remedy)
        elif all(map(_NUMMER.fullmatch, place)):
            seen[place] = zeile.nummer


def _repetitions(zeilen: Sequence[CsvZeile]) -> Iterator[Fund]:
    """Keys and names of any kind that an earlier row has already."""
    seen: dict[str, int] = {}
    for zeile in zeilen:
        fields = (*(zeile.felder[spalte] for spalte in ("ags", *_NAMEN)), *_further_names(zeile))
        words = {word.casefold(): word for word in fields if word}
        for folded in sorted(words.keys() & seen.keys()):
            text = f"»{words[folded]}« steht schon in Zeile {seen[folded]}."
            remedy = "Jede Kommune nur einmal eintragen, jeden Namen nur bei einer."
            yield Fund(zelle=f"Zeile {zeile.nummer}", code="E-DOPPELT", text=text, abhilfe=remedy)
        seen |= dict.fromkeys(words.keys() - seen.keys(), zeile.nummer)


def _further_names(zeile: CsvZeile) -> tuple[str, ...]:
    field = zeile.felder["weitere_namen"].strip()
    return tuple(name.strip() for name in field.split(NAMENTRENNER)) if field else ()


def _hauptstadt_problems(zeilen: Sequence[CsvZeile]) -> Iterator[Befund]:
    """Each profile is compared with the Landeshauptstadt, so there has to be exactly one."""
    found = [str(zeile.nummer) for zeile in zeilen if zeile.felder["status"] == LANDESHAUPTSTADT]
    if len(found) != 1:
        named = f"steht in den Zeilen {', '.join(found)}" if found else "steht in keiner Zeile"
        yield Befund(
            code="E-KOMMUNE",
            ort=KOMMUNEN,
            text=f"Der Status »{LANDESHAUPTSTADT}« {named}.",
            abhilfe="Ihn bei genau einer Kommune eintragen; sonst »Stadt« oder »Gemeinde«.",
        )
