"""Whether the input knows what the earlier editions beside this one have told.

Two editions that do not know of each other may tell together what each of them suppresses.
"""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from reports.domain.vorausgabe import nummer_of
from reports.errors import AblageFehler, Befund
from reports.reading import read_text
from reports.reading.known import BEKANNT

_DATEI = "daten/bekannt.csv"
_NAME = re.compile(r"[1-9]\d{3}/[1-9]\d{0,3}")
_ZEICHEN = 5  # the column of the sign

Zeilen = frozenset[tuple[str, ...]]


def check_known(ausgaben: Path, name: str, *, eingabe: Path, gesperrt: bool) -> None:
    """Raise AblageFehler for every earlier edition of which the input does not know all.

    Where neither edition suppresses anything there is nothing to find out.

    Args:
        ausgaben: the folder below which editions lie.
        name: this edition, such as ``2022/1``.
        eingabe: the input folder.
        gesperrt: whether this edition suppresses anything.
    """
    known = _rows(eingabe / BEKANNT)
    befunde = [
        _forgotten(folder)
        for folder in _earlier(ausgaben, name)
        if (rows := _rows(folder / _DATEI)) - known
        and (gesperrt or any(row[_ZEICHEN : _ZEICHEN + 1] != ("",) for row in rows))
    ]
    if befunde:
        raise AblageFehler(befunde)


def _earlier(ausgaben: Path, name: str) -> Iterator[Path]:
    """The folders of editions before the one called *name*."""
    for path in sorted(ausgaben.glob(f"*/*/{_DATEI}")):
        folder = path.parents[1]
        found = folder.relative_to(ausgaben).as_posix()
        if _NAME.fullmatch(found) and nummer_of(found) < nummer_of(name):
            yield folder


def _rows(path: Path) -> Zeilen:
    """The rows of a ``bekannt.csv`` without its head; none where there is no such file."""
    if not path.exists():
        return frozenset()
    text = read_text(path, path.name)
    return frozenset(map(tuple, list(csv.reader(io.StringIO(text, newline="")))[1:]))


def _forgotten(folder: Path) -> Befund:
    return Befund(
        code="E-VORAUSGABE",
        ort=str(folder),
        text=f"Was diese frühere Ausgabe nennt, fehlt in {BEKANNT}; beide zusammen könnten"
        " Gesperrtes verraten.",
        abhilfe="Aus der letzten weitergegebenen Ausgabe daten/bekannt.csv nach vorausgabe"
        " kopieren; ist diese hier nie weitergegeben worden, ihren Ordner löschen.",
    )
