"""The Prüfbericht: what was found, what was read and which sums agree, as a page and a workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.auskunft.ablage import check_apart, refused
from reports.auskunft.arbeitsmappe import workbook_bytes
from reports.auskunft.bestaetigung import open_befunde, pruefkennung
from reports.auskunft.blatt import Blatt, Feld, Spalte
from reports.edition import shipped
from reports.errors import AblageFehler, Befund, Schwere, Stelle
from reports.intake.bestand import Eingang
from reports.intake.checks import Kontrollsumme
from reports.intake.deliveries import Lesung
from reports.press.html import environment
from reports.reading import os_reason

HTML, XLSX = "pruefbericht.html", "pruefbericht.xlsx"
INTERN = (
    "Nur für den Dienstgebrauch im Amt: Der Bericht kann Zahlen enthalten, die zum Schutz einzelner"
    " Personen nicht veröffentlicht werden dürfen."
)
_LEER = "Ein Fehler hat das Lesen beendet, bevor hier etwas zu berichten war."
_BEFUNDE = (
    Spalte("Schwere", 10),
    Spalte("Code", 16),
    Spalte("Datei", 38),
    Spalte("Blatt", 14),
    Spalte("Zelle", 12),
    Spalte("weitere", 9),
    Spalte("Befund", 60),
    Spalte("Abhilfe", 60),
)
_GELESEN = (
    Spalte("Datei", 60),
    Spalte("Blatt", 14),
    Spalte("Quelle", 38),
    Spalte("Zahlen", 10),
    Spalte("Zeichen", 10),
    Spalte("ausgelassen", 40),
    Spalte("SHA-256", 68),
)
_SUMMEN = (
    Spalte("Merkmal", 30),
    Spalte("Jahr", 8),
    Spalte("Summe der Kommunen", 20),
    Spalte("geliefert", 16),
    Spalte("Differenz", 14),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruefbericht:
    """What is reported; without readings and totals where an error came before them."""

    befunde: tuple[Befund, ...]
    lesungen: tuple[Lesung, ...] = ()
    kontrollsummen: tuple[Kontrollsumme, ...] = ()

    @property
    def fehlerhaft(self) -> bool:
        """Whether there is an error among the findings."""
        return any(befund.schwere is Schwere.FEHLER for befund in self.befunde)


def bericht_of(eingang: Eingang) -> Pruefbericht:
    """The Prüfbericht of an input without errors."""
    return Pruefbericht(
        befunde=eingang.warnungen,
        lesungen=eingang.lesungen,
        kontrollsummen=eingang.kontrollsummen,
    )


def write_pruefbericht(ordner: Path, bericht: Pruefbericht, *, eingabe: Path) -> None:
    """Put both files into the folder, which is created where it is missing.

    Args:
        ordner: where they go.
        bericht: what they say.
        eingabe: the input folder; what lies in it would become part of the edition.

    Raises:
        AblageFehler: the folder belongs to an edition or to the input, or cannot be written.
    """
    remedy = "Mit --bericht einen anderen Ordner wählen."
    check_apart(ordner, eingabe, was="Der Prüfbericht", abhilfe=remedy)
    blaetter, kopf = _blaetter(bericht), kopf_of(bericht)
    page = environment(shipped("layouts")).get_template(HTML)
    tokens = (shipped("styles") / "tokens.css").read_text(encoding="utf-8")
    html = page.render(kopf=kopf, blaetter=blaetter, tokens=tokens)
    try:
        ordner.mkdir(parents=True, exist_ok=True)
        _replace(ordner / HTML, html.encode())
        _replace(ordner / XLSX, workbook_bytes(blaetter, kopf))
    except OSError as fehler:
        raise _unwritable(ordner, os_reason(fehler)) from fehler


def kopf_of(bericht: Pruefbericht) -> tuple[str, ...]:
    """The sentences above everything: whose report it is, and how the check ended."""
    fehler = sum(befund.schwere is Schwere.FEHLER for befund in bericht.befunde)
    warnungen = len(bericht.befunde) - fehler
    end = f"{fehler} Fehler, {warnungen} Warnung{'' if warnungen == 1 else 'en'}."
    if fehler:
        return INTERN, f"{end} Solange Fehler bestehen, wird nichts gedruckt."
    offen = open_befunde(bericht.befunde)
    if not offen:
        return INTERN, end
    todo = f"Nicht bestätigt: {len(offen)}. Sind alle richtig, drucken mit --bestaetigt"
    return INTERN, end, f"{todo} {pruefkennung(offen)}"


def _blaetter(bericht: Pruefbericht) -> tuple[Blatt, ...]:
    absent = _LEER if bericht.fehlerhaft else "Keine."
    return (
        Blatt("Befunde", _BEFUNDE, tuple(_befund_rows(bericht.befunde)), "Keine."),
        Blatt("Gelesen", _GELESEN, tuple(_lesung_rows(bericht.lesungen)), absent),
        Blatt("Kontrollsummen", _SUMMEN, tuple(_summen_rows(bericht.kontrollsummen)), absent),
    )


def _befund_rows(befunde: Sequence[Befund]) -> Iterator[tuple[Feld, ...]]:
    """One row a finding, errors first."""
    for befund in sorted(befunde, key=lambda befund: befund.schwere is not Schwere.FEHLER):
        ort = befund.ort if isinstance(befund.ort, Stelle) else Stelle(befund.ort)
        yield (
            Feld(befund.schwere),
            Feld(befund.code),
            Feld(ort.datei),
            Feld(ort.blatt),
            Feld(ort.zelle),
            Feld.of_count(ort.weitere) if ort.weitere else Feld(""),
            Feld(befund.text),
            Feld(befund.abhilfe),
        )


def _lesung_rows(lesungen: Sequence[Lesung]) -> Iterator[tuple[Feld, ...]]:
    for lesung in lesungen:
        left_out = (f"{was}: {anzahl}" for was, anzahl in lesung.uebersprungen.items())
        yield (
            Feld(lesung.datei),
            Feld(lesung.blatt),
            Feld(lesung.quelle),
            Feld.of_count(lesung.zahlen),
            Feld.of_count(lesung.zeichen),
            Feld(", ".join(left_out)),
            Feld(lesung.sha256),
        )


def _summen_rows(summen: Sequence[Kontrollsumme]) -> Iterator[tuple[Feld, ...]]:
    for summe in summen:
        yield (
            Feld(summe.merkmal),
            Feld.of_year(summe.jahr),
            Feld.of_figure(summe.summe),
            Feld.of_figure(summe.geliefert),
            Feld.of_figure(summe.differenz),
        )


def _replace(path: Path, content: bytes) -> None:
    """Write the file aside and put it in place as a whole."""
    aside = path.with_name(f".neu-{path.name}")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _unwritable(ordner: Path, reason: str) -> AblageFehler:
    return refused(
        ordner,
        f"In den Ordner lässt sich der Prüfbericht nicht schreiben ({reason}).",
        "Mit --bericht einen anderen Ordner wählen, die Schreibrechte prüfen oder die Datei"
        " schließen, falls sie geöffnet ist.",
    )
