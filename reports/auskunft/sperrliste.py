"""What an edition suppresses and why, for the office alone: an Excel workbook.

It names no suppressed figure. Whoever needs one finds it in the delivery, in the cell it names.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import polars as pl

from reports.auskunft.ablage import check_apart, refused
from reports.auskunft.arbeitsmappe import workbook_bytes
from reports.auskunft.belege import Belegbuch, Weg, Zahl, belegbuch
from reports.auskunft.blatt import Blatt, Feld, Spalte
from reports.auskunft.herkunft import Frage, Rechnung, rechnung_of, trace
from reports.disclosure.secondary import Gesperrt, Grund
from reports.domain.formel import Summe, parse_summe
from reports.domain.katalog import Formelart, Katalog
from reports.domain.zeichen import Zeichen
from reports.errors import AblageFehler, Befund, Schwere
from reports.intake.bestand import Eingang
from reports.profile.material import Material
from reports.profile.names import write_day
from reports.reading import os_reason

ENDUNG = ".xlsx"
_KOPF = "Intern – nicht weitergeben. Die Liste sagt, was eine Ausgabe sperrt und warum."
_GESPERRT = (
    Spalte("Gebiet", 28),
    Spalte("Jahr", 8),
    Spalte("Nummer", 10),
    Spalte("Kennzahl", 44),
    Spalte("gesperrt ist", 50),
    Spalte("Grund", 36),
    Spalte("steht in", 64),
)
_UEBERBLICK = (Spalte("Angabe", 54), Spalte("Wert", 54))
_WAS, _ANDERSWO = "Die interne Liste", "Mit --intern einen anderen Ort wählen."
_PRIMAER = (Grund.KLEIN, Grund.NULL, Grund.REST, Grund.BETRAG, Grund.FRUEHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sperrliste:
    """What a finished edition was made of, and what it suppresses."""

    eingang: Eingang
    material: Material
    gesperrt: Sequence[Gesperrt]


def check_sperrliste(path: Path, *, eingabe: Path, ausgabe: Path) -> None:
    """Raise AblageFehler for a place from which the list would be passed on or lost."""
    if path.suffix != ENDUNG:
        raise refused(path, f"{_WAS} ist eine Excel-Datei.", "Den Namen mit .xlsx enden.")
    try:
        _check_place(path, eingabe=eingabe, ausgabe=ausgabe)
    except OSError as fehler:
        raise _unwritable(path, fehler, _ANDERSWO) from fehler


def write_sperrliste(path: Path, liste: Sperrliste) -> None:
    """Write the list where nothing lies yet; AblageFehler where that is not possible."""
    rows = tuple(_rows(liste))
    blaetter = (
        Blatt("Gesperrt", _GESPERRT, rows, "Die Ausgabe sperrt nichts."),
        Blatt("Überblick", _UEBERBLICK, tuple(_summary(liste, len(rows))), ""),
    )
    content = workbook_bytes(blaetter, [_KOPF])
    try:
        with path.open("xb") as file:
            file.write(content)
    except OSError as fehler:
        remedy = "Die Ausgabe ist fertig; für die Liste mit einem anderen Ort noch einmal drucken."
        raise _unwritable(path, fehler, remedy) from fehler


def left_out(gesperrt: Sequence[Gesperrt], katalog: Katalog) -> Iterator[Befund]:
    """What is left out as a whole, because a table is too small to protect a secret in it."""
    years: dict[str, set[int]] = {}
    for entry in gesperrt:
        if entry.grund is Grund.AUSGELASSEN:
            years.setdefault(entry.form, set()).add(entry.jahr)
    for form, found in years.items():
        yield Befund(
            code="W-AUSGELASSEN",
            ort=", ".join(map(str, sorted(found))),
            text=f"»{_in_words(parse_summe(form), katalog)}« ist ganz ausgelassen: Die Tabelle ist zu klein, um"
            " einzelne Zahlen darin zu schützen.",
            abhilfe="Nichts zu tun; größere Gruppen oder weniger Gliederung im Katalog zeigen mehr.",
            schwere=Schwere.WARNUNG,
        )


def _check_place(path: Path, *, eingabe: Path, ausgabe: Path) -> None:
    if path.resolve().is_relative_to(ausgabe.resolve()):
        raise refused(path, f"{_WAS} darf nicht bei den Ausgaben liegen.", _ANDERSWO)
    check_apart(path, eingabe, was=_WAS, abhilfe=_ANDERSWO)
    if path.exists():
        text = "Die Datei gibt es schon."
        raise refused(path, text, "Sie löschen oder einen anderen Namen wählen.")
    if not path.parent.is_dir():
        raise refused(path, "Den Ordner gibt es nicht.", "Ihn anlegen oder einen anderen wählen.")


def _summary(liste: Sperrliste, werte: int) -> Iterator[tuple[Feld, Feld]]:
    """How much the edition suppresses, in *werte* values."""
    edition = liste.material.edition
    reasons = Counter(entry.grund for entry in liste.gesperrt)
    primaer = sum(reasons[grund] for grund in _PRIMAER)
    sekundaer = reasons[Grund.DECKUNG]
    yield Feld("Weitergabe"), Feld("Nur für den Dienstgebrauch im Amt, nicht weitergeben.")
    yield Feld("Ausgabe"), Feld(edition.name)
    yield Feld("Zeitraum"), Feld(", ".join(map(str, edition.zeitraeume)))
    yield Feld("Datenstand"), Feld(write_day(edition.datenstand))
    yield Feld("gesperrte Werte von Kennzahlen"), Feld.of_count(werte)
    yield Feld("gesperrte Zahlen, aus denen sie entstehen"), Feld.of_count(len(liste.gesperrt))
    yield Feld("davon selbst geheim"), Feld.of_count(primaer)
    yield Feld(f"davon {Grund.DECKUNG}"), Feld.of_count(sekundaer)
    yield Feld(f"davon {Grund.AUSGELASSEN}"), Feld.of_count(reasons[Grund.AUSGELASSEN])
    yield Feld("zum Schutz gesperrte je selbst geheime Zahl"), _ratio(sekundaer, primaer)


def _ratio(sekundaer: int, primaer: int) -> Feld:
    if not primaer:
        return Feld("–")
    return Feld.of_figure((Decimal(sekundaer) / primaer).quantize(Decimal("0.01")))


def _rows(liste: Sperrliste) -> Iterator[tuple[Feld, ...]]:
    """A row for each suppressed value, by area, Kennzahl and year."""
    reasons = {(entry.gebiet, entry.jahr, entry.form): entry.grund for entry in liste.gesperrt}
    fragen = list(_fragen(liste.material))
    buch = _belegbuch(liste, fragen)
    for frage in fragen:
        rechnungen = (*trace(frage, buch, liste.material).rechnungen, *_cases(frage, buch))
        found = list(_hidden(frage, rechnungen, reasons))
        yield (
            Feld(frage.gebiet.name),
            Feld.of_year(frage.jahr),
            Feld(frage.kennzahl.nummer),
            Feld(frage.kennzahl.titel),
            _lines(f"{part.name}: {_in_words(part.summe, buch.katalog)}" for part, _ in found),
            _lines(grund for _, grund in found),
            _lines(_where(part) for part, _ in found),
        )


def _fragen(material: Material) -> Iterator[Frage]:
    """The values that the edition suppresses."""
    years: dict[tuple[str, str], list[int]] = {}
    for (gebiet, jahr, name), wert in material.werte.items():
        if wert.zeichen is Zeichen.GESPERRT:
            years.setdefault((gebiet, name), []).append(jahr)
    for area in material.edition.gebiete.alle:
        for kennzahl in material.katalog.kennzahlen.values():
            for jahr in sorted(years.get((area.schluessel, kennzahl.id), [])):
                yield Frage(kennzahl=kennzahl, gebiet=area, jahr=jahr)


def _belegbuch(liste: Sperrliste, fragen: Iterable[Frage]) -> Belegbuch:
    """The delivered figures of what is asked for."""
    eingang = liste.eingang
    kennzahlen = {frage.kennzahl.id: frage.kennzahl for frage in fragen}.values()
    katalog = eingang.katalog
    needed = {merkmal.id for k in kennzahlen for merkmal in katalog.merkmale_of(k)}
    needed.update(n for k in kennzahlen if (s := katalog.fallzahl_of(k)) for n in s.merkmale)
    own = eingang.bestand.filter(pl.col("merkmal").is_in(sorted(needed)))
    return belegbuch(own, eingang, liste.material.edition.gebiete)


def _cases(frage: Frage, buch: Belegbuch) -> Iterator[Rechnung]:
    """The number of cases that a delivered rate hangs on."""
    if fallzahl := buch.katalog.fallzahl_of(frage.kennzahl):
        teile = buch.teile(fallzahl, frage.gebiet, frage.jahr)
        yield rechnung_of("Fallzahl", fallzahl, teile, buch.katalog)


def _hidden(
    frage: Frage, rechnungen: Iterable[Rechnung], reasons: Mapping[tuple[str, int, str], Grund]
) -> Iterator[tuple[Rechnung, Grund]]:
    """Which of the counts behind a value are suppressed, and why."""
    of_years = frage.kennzahl.formel is Formelart.ENTWICKLUNG
    for rechnung in rechnungen:
        jahr = int(rechnung.name) if of_years else frage.jahr
        key = frage.gebiet.schluessel, jahr, str(rechnung.summe)
        if key in reasons:
            yield rechnung, reasons[key]


def _where(rechnung: Rechnung) -> str:
    """Where the figures of a count stand in the deliveries, or how they are computed."""
    return "; ".join(dict.fromkeys(w for _, zahl in rechnung.teile for w in _places(zahl)))


def _places(zahl: Zahl) -> Iterator[str]:
    if zahl.beleg:
        yield str(zahl.beleg.ort)
    elif zahl.weg is Weg.MERKMALE:
        for _, teil in zahl.teile:
            yield from _places(teil)
    else:
        yield zahl.weg


def _lines(texte: Iterable[str]) -> Feld:
    return Feld("\n".join(texte))


def _in_words(summe: Summe, katalog: Katalog) -> str:
    words = (
        f"{'+' if sign > 0 else '−'} {katalog.merkmale[name].titel}" for sign, name in summe.terme
    )
    return " ".join(words).removeprefix("+ ")


def _unwritable(path: Path, fehler: OSError, abhilfe: str) -> AblageFehler:
    text = f"{_WAS} lässt sich nicht schreiben ({os_reason(fehler)})."
    return refused(path, text, abhilfe)
