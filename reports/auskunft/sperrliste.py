"""What an edition suppresses and why, for the office alone: an Excel workbook.

It names no suppressed figure. Whoever needs one finds it in the delivery.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.auskunft.arbeitsmappe import workbook_bytes
from reports.auskunft.blatt import Blatt, Feld, Spalte
from reports.disclosure.secondary import Gesperrt, Grund
from reports.domain.formel import parse_summe
from reports.domain.katalog import Katalog
from reports.edition import Edition
from reports.errors import AblageFehler, Befund, Schwere
from reports.reading import os_reason

ENDUNG = ".xlsx"
_KOPF = "Intern – nicht weitergeben. Die Liste sagt, was eine Ausgabe sperrt und warum."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sperrliste:
    """The suppressed counts of an edition."""

    edition: Edition
    katalog: Katalog
    gesperrt: Sequence[Gesperrt]


def check_sperrliste(path: Path, *, eingabe: Path, ausgabe: Path) -> None:
    """Raise AblageFehler for a place from which the list would be passed on or lost."""
    if path.suffix != ENDUNG:
        raise _ablage(path, "Die interne Liste ist eine Excel-Datei.", "Den Namen mit .xlsx enden.")
    for folder, what in ((ausgabe, "Ausgaben"), (eingabe, "Eingaben")):
        if path.resolve().is_relative_to(folder.resolve()):
            text = f"Die interne Liste darf nicht bei den {what} liegen."
            raise _ablage(path, text, "Mit --intern einen anderen Ort wählen.")
    if path.exists():
        raise _ablage(
            path, "Die Datei gibt es schon.", "Sie löschen oder einen anderen Namen wählen."
        )
    if not path.parent.is_dir():
        raise _ablage(path, "Den Ordner gibt es nicht.", "Ihn anlegen oder einen anderen wählen.")


def write_sperrliste(path: Path, liste: Sperrliste) -> None:
    """Write the list; AblageFehler where that is not possible."""
    blatt = Blatt(
        titel="Gesperrt",
        spalten=(
            Spalte("Gebiet", 28),
            Spalte("Jahr", 8),
            Spalte("Zahl", 60),
            Spalte("Kennzahlen", 24),
            Spalte("Grund", 44),
        ),
        zeilen=tuple(_rows(liste)),
        leer="Die Ausgabe sperrt nichts.",
    )
    try:
        path.write_bytes(workbook_bytes([blatt], [_KOPF, *_summary(liste)]))
    except OSError as fehler:
        reason = os_reason(fehler)
        text = f"Die interne Liste lässt sich nicht schreiben ({reason})."
        raise _ablage(path, text, "Mit --intern einen anderen Ort wählen.") from fehler


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
            text=f"»{_in_words(form, katalog)}« ist ganz ausgelassen: Die Tabelle ist zu klein, um"
            " einzelne Zahlen darin zu schützen.",
            abhilfe="Nichts zu tun; größere Gruppen oder weniger Gliederung im Katalog zeigen mehr.",
            schwere=Schwere.WARNUNG,
        )


def _summary(liste: Sperrliste) -> Iterator[str]:
    reasons = Counter(entry.grund for entry in liste.gesperrt)
    decken = reasons[Grund.DECKUNG]
    yield (
        f"Ausgabe {liste.edition.name}: {len(liste.gesperrt)} Zahlen gesperrt, davon"
        f" {decken} nur zum Schutz anderer."
    )


def _rows(liste: Sperrliste) -> Iterator[tuple[Feld, ...]]:
    names = {gebiet.schluessel: gebiet.name for gebiet in liste.edition.gebiete.alle}
    for entry in liste.gesperrt:
        yield (
            Feld(names[entry.gebiet]),
            Feld.of_year(entry.jahr),
            Feld(_in_words(entry.form, liste.katalog)),
            Feld(", ".join(_numbers(entry.form, liste.katalog))),
            Feld(entry.grund),
        )


def _in_words(form: str, katalog: Katalog) -> str:
    terms = parse_summe(form).terme
    words = (f"{'+' if sign > 0 else '−'} {katalog.merkmale[name].titel}" for sign, name in terms)
    return " ".join(words).removeprefix("+ ")


def _numbers(form: str, katalog: Katalog) -> Iterator[str]:
    """The numbers of the Kennzahlen that are made of it."""
    for kennzahl in katalog.kennzahlen.values():
        if form in {str(kennzahl.zaehler), str(kennzahl.nenner)}:
            yield kennzahl.nummer


def _ablage(path: Path, text: str, abhilfe: str) -> AblageFehler:
    return AblageFehler([Befund(code="E-ABLAGE", ort=str(path), text=text, abhilfe=abhilfe)])
