"""The counts that earlier editions have published or suppressed: ``bekannt.csv``, checked."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from reports.domain.formel import FormelError, Summe, parse_summe
from reports.domain.vorausgabe import BEKANNT_KOPF, Bekannt
from reports.domain.zeichen import DARSTELLUNG, Zeichen
from reports.errors import EingabeFehler, Stelle
from reports.reading.files import read_text
from reports.reading.findings import Fund, grouped
from reports.reading.messages import refusal

BEKANNT = "vorausgabe/bekannt.csv"
KOPIEREN = "Sie unverändert aus dem Ordner »daten« der letzten Ausgabe kopieren."

_GESPERRT = DARSTELLUNG[Zeichen.GESPERRT].csv
_AUSGABE = re.compile(r"[1-9]\d{3}/[1-9]\d{0,3}")
_JAHR = re.compile(r"[1-9]\d{3}")
_ZAHL = re.compile(r"-?\d{1,15}(\.\d{1,9})?")


class _ZeileError(ValueError):
    """A field that is not what an edition writes: text, remedy and common cause."""

    def __init__(self, text: str, abhilfe: str = KOPIEREN, ursache: str = "") -> None:
        self.text, self.abhilfe, self.ursache = text, abhilfe, ursache
        super().__init__(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Zeile:
    """A row with the line that it stands in."""

    nummer: int
    felder: Sequence[str]


def read_bekannt(eingabe: Path, gebiete: Mapping[str, str]) -> tuple[Bekannt, ...]:
    """The rows of ``vorausgabe/bekannt.csv``; none where there is no such file.

    A figure has as many decimals as its Merkmal, so that its digits are its units.

    Args:
        eingabe: the input folder.
        gebiete: by key of each area what its members are known by.

    Raises:
        EingabeFehler: with every row that is not what an edition writes.
    """
    if not (eingabe / BEKANNT).exists():
        return ()
    found: dict[tuple[str, str, int, Summe], Bekannt] = {}
    funde = []
    for zeile in _zeilen(read_text(eingabe / BEKANNT, BEKANNT)):
        try:
            _add(_bekannt(zeile, gebiete), found)
        except _ZeileError as fehler:
            funde.append(_fund(zeile, fehler))
    if funde:
        raise EingabeFehler(grouped(BEKANNT, "", funde))
    return tuple(found.values())


def _zeilen(text: str) -> Iterator[_Zeile]:
    """The rows after the head; line ends are LF or CRLF."""
    reader = csv.reader(io.StringIO(text, newline=""))
    head = next(reader, [])
    if tuple(head) != BEKANNT_KOPF:
        unknown = [name for name in head if name not in BEKANNT_KOPF]
        why = f"; »{unknown[0]}« ist unbekannt" if unknown else ""
        raise refusal(
            "E-KOPF",
            Stelle(BEKANNT, zelle="Zeile 1"),
            f"Die Kopfzeile lautet »{','.join(head)}«{why}.",
            f"Erwartet ist »{','.join(BEKANNT_KOPF)}« (Trennzeichen Komma). {KOPIEREN}",
        )
    for felder in reader:
        yield _Zeile(nummer=reader.line_num, felder=felder)


def _add(bekannt: Bekannt, found: dict[tuple[str, str, int, Summe], Bekannt]) -> None:
    """Put a row to the others; _ZeileError where its place is taken."""
    key = (bekannt.ausgabe, bekannt.gebiet, bekannt.jahr, bekannt.summe)
    if key in found:
        text = f"Die Zahl »{','.join(map(str, key))}« steht schon weiter oben."
        raise _ZeileError(text, ursache="doppelt")
    found[key] = bekannt


def _fund(zeile: _Zeile, fehler: _ZeileError) -> Fund:
    return Fund(
        zelle=f"Zeile {zeile.nummer}",
        code="E-VORAUSGABE",
        text=fehler.text,
        abhilfe=fehler.abhilfe,
        ursache=fehler.ursache,
    )


def _bekannt(zeile: _Zeile, gebiete: Mapping[str, str]) -> Bekannt:
    """A row as a value; _ZeileError says what is wrong with it."""
    if len(zeile.felder) != len(BEKANNT_KOPF):
        number = len(zeile.felder)
        text = f"Die Zeile hat {number} statt {len(BEKANNT_KOPF)} Felder."
        raise _ZeileError(text, ursache=f"{number} Felder")
    ausgabe, gebiet, jahr, summe, wert, zeichen, mitglieder = zeile.felder
    if not _AUSGABE.fullmatch(ausgabe):
        raise _ZeileError(f"»{ausgabe}« ist keine Ausgabe wie »2021/1«.")
    if not _JAHR.fullmatch(jahr):
        raise _ZeileError(f"»{jahr}« ist kein Jahr.")
    return Bekannt(
        ausgabe=ausgabe,
        gebiet=_gebiet(gebiet, mitglieder, gebiete),
        jahr=int(jahr),
        summe=_summe(summe),
        wert=_wert(wert, zeichen),
    )


def _gebiet(key: str, mitglieder: str, gebiete: Mapping[str, str]) -> str:
    if key not in gebiete:
        raise _ZeileError(
            f"»{key}« ist weder eine Kommune noch eine Gruppe.",
            "Die Gruppe in ausgabe.toml wieder eintragen: Was von ihr veröffentlicht ist, verrät"
            " weiter etwas über ihre Kommunen.",
        )
    if mitglieder != gebiete[key]:
        raise _ZeileError(
            f"Die Gruppe »{key}« hatte damals andere Kommunen.",
            "In ausgabe.toml die alte Gruppe stehen lassen und der neuen einen eigenen schluessel"
            " geben: Der Unterschied beider verrät sonst einzelne Kommunen.",
            ursache=f"Mitglieder {key}",
        )
    return key


def _summe(text: str) -> Summe:
    try:
        return parse_summe(text)
    except FormelError as fehler:
        raise _ZeileError(f"»{text}« ist keine Summe von Merkmalen.") from fehler


def _wert(wert: str, zeichen: str) -> int | None:
    """The units of a figure, None for the sign of a suppressed one."""
    if zeichen not in {"", _GESPERRT}:
        raise _ZeileError(f"Das Zeichen »{zeichen}« steht hier nie, nur »{_GESPERRT}«.")
    if bool(wert) == bool(zeichen):
        shown = "sowohl eine Zahl als auch ein Zeichen" if wert else "weder Zahl noch Zeichen"
        raise _ZeileError(f"Die Zeile nennt {shown}.")
    if zeichen:
        return None
    if not _ZAHL.fullmatch(wert):
        raise _ZeileError(f"»{wert}« ist keine Zahl mit Dezimalpunkt.")
    return int(Decimal(wert.replace(".", "")))
