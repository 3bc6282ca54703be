"""Traces in sentences: numbers that the cells beneath them do not prove."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from reports.audit.spuren_daten import Freigabe, Zeile, spur, zahlen
from reports.audit.spuren_seite import Beleg, Satz
from reports.audit.spuren_wortschatz import Seite, bilanz_of, is_printed, without
from reports.errors import Befund

_BILANZ = "Bilanz"


class Eintrag(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence of ``saetze.json`` with its place."""

    gebiet: str
    kapitel: str
    satz: Satz


def datei_spuren(daten: Path, freigabe: Freigabe) -> Iterator[Befund]:
    """The traces in ``saetze.json``."""
    entries = msgspec.json.decode((daten / "saetze.json").read_bytes(), type=tuple[Eintrag, ...])
    for number, entry in enumerate(entries, start=1):
        name = freigabe.namen.get(entry.gebiet, entry.gebiet)
        ort = f"daten/saetze.json, {name}, Satz {number}"
        yield from _of_sentence(entry.satz, entry.gebiet, ort, freigabe)


def satz_spuren(seite: Seite) -> Iterator[Befund]:
    """The traces in the sentences of a page."""
    profil = seite.profil
    saetze = (*profil.saetze, *(satz for thema in profil.themen for satz in thema.saetze))
    for number, satz in enumerate(saetze, start=1):
        ort = f"{seite.ort}, Satz {number}"
        yield from _of_sentence(satz, profil.schluessel, ort, seite.freigabe)


def _of_sentence(satz: Satz, gebiet: str, ort: str, freigabe: Freigabe) -> Iterator[Befund]:
    if not all(_is_released(beleg, freigabe) for beleg in satz.belege):
        yield spur(ort, "Ein Beleg des Satzes ist kein freigegebener Wert.")
    elif not _is_proven(satz, gebiet, freigabe):
        yield spur(ort, "Der Satz nennt eine Zahl, die seine Belege nicht hergeben.")


def _is_released(beleg: Beleg, freigabe: Freigabe) -> bool:
    zeile = freigabe.reihe(beleg.gebiet, beleg.kennzahl).get(beleg.jahr)
    return (
        zeile is not None
        and not zeile["zeichen"]
        and (beleg.zaehler, beleg.nenner) == _units_of(zeile)
        and is_printed(beleg.gedruckt, beleg.gebiet, beleg.kennzahl, freigabe, beleg.jahr)
    )


def _units_of(zeile: Zeile) -> tuple[int | None, ...]:
    """Zähler and Nenner in units of their last decimal."""
    return tuple(
        int(zeile[name].replace(".", "")) if zeile[name] else None for name in ("zaehler", "nenner")
    )


def _is_proven(satz: Satz, gebiet: str, freigabe: Freigabe) -> bool:
    """Whether each number of the text is one of its cells, or counts released ones."""
    if not satz.belege:
        return zahlen(satz.text) == _numbers_of_balance(satz, gebiet, freigabe)
    kennzahlen = {beleg.kennzahl for beleg in satz.belege}
    titles = [titel for titel, name in freigabe.titel.items() if name in kennzahlen]
    rest = without(satz.text, (*titles, *freigabe.namen.values()))
    return _explained(satz, freigabe).issuperset(zahlen(rest))


def _numbers_of_balance(satz: Satz, gebiet: str, freigabe: Freigabe) -> list[str]:
    if satz.art != _BILANZ:
        return []
    signale = freigabe.signale
    return [str(signale.jahr), str(signale.ausgabe), *bilanz_of(gebiet, freigabe)]


def _explained(satz: Satz, freigabe: Freigabe) -> set[str]:
    """The values, units and years of the cells, and of one year how many Kommunen have a value."""
    years = {(beleg.kennzahl, beleg.jahr) for beleg in satz.belege}
    counts = {str(_count(*year, freigabe)) for year in years if len(years) == 1}
    figures = (zahl for beleg in satz.belege for zahl in zahlen(beleg.gedruckt))
    return counts.union(figures, (str(jahr) for _, jahr in years))


def _count(kennzahl: str, jahr: int, freigabe: Freigabe) -> int:
    return sum(jahr in freigabe.werte(key, kennzahl) for key in freigabe.kommunen)
