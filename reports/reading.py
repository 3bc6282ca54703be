"""Text files of the input folder: TOML into typed values, CSV into checked rows.

Nothing is guessed: files are UTF-8, keys must be known, values must have their type. Every
problem becomes a Befund in German with file and place.
"""

import csv
import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import msgspec

from reports.errors import Befund, EingabeFehler

T = TypeVar("T")

_MELDUNGEN = (
    (r"Object contains unknown field `(.+?)`", "Der Schlüssel »{0}« ist unbekannt."),
    (r"Object missing required field `(.+?)`", "Die Angabe »{0}« fehlt."),
    (
        r"Invalid enum value (.+?)(?: - at `\$\.?(.*)`)?$",
        "Der Wert {0} ist bei »{1}« nicht erlaubt.",
    ),
    (
        r"Expected `(.+?)`, got `(.+?)`(?: - at `\$\.?(.*)`)?$",
        "Bei »{2}« steht {1}, erwartet ist {0}.",
    ),
)
_TYPEN = {
    "str": "ein Text",
    "int": "eine ganze Zahl",
    "float": "eine Kommazahl",
    "bool": "true oder false",
    "array": "eine Liste",
    "object": "ein Abschnitt",
    "decimal": "eine Zahl",
    "date": "ein Datum (JJJJ-MM-TT)",
}


def read_text(path: Path, ort: str) -> str:
    """The text of a UTF-8 file; EingabeFehler when it is missing or in another encoding."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fehler:
        raise _fehler(
            "E-ENC",
            ort,
            f"Die Datei ist nicht in UTF-8 gespeichert (Byte {fehler.start + 1} ist ungültig).",
            "Die Datei mit der Kodierung UTF-8 speichern.",
        ) from fehler
    except OSError as fehler:
        raise _fehler(
            "E-DATEI",
            ort,
            f"Die Datei lässt sich nicht lesen ({fehler.strerror}).",
            "Die Datei anlegen oder die Leserechte prüfen.",
        ) from fehler


def read_toml(path: Path, ort: str) -> dict[str, object]:
    """The tables of a TOML file, decimals as ``Decimal``; EingabeFehler when it is broken."""
    try:
        return tomllib.loads(read_text(path, ort), parse_float=Decimal)
    except tomllib.TOMLDecodeError as fehler:
        raise _fehler(
            "E-TOML",
            ort,
            f"Die Datei ist kein gültiges TOML: {fehler}.",
            "Die genannte Stelle berichtigen; Texte stehen in Anführungszeichen.",
        ) from fehler


def convert(entry: object, kind: type[T], ort: str) -> T:
    """The entry as a checked value of *kind*; EingabeFehler naming the wrong key or value."""
    try:
        return msgspec.convert(entry, kind)
    except msgspec.ValidationError as fehler:
        raise _fehler(
            "E-EINTRAG", ort, _german(str(fehler)), _remedy(str(fehler), kind)
        ) from fehler


@dataclass(frozen=True, slots=True)
class CsvZeile:
    """One record of a CSV file with the line it starts at."""

    nummer: int
    felder: Mapping[str, str]


def read_csv(path: Path, ort: str, kopf: Sequence[str]) -> Iterator[CsvZeile]:
    """The records of a semicolon CSV whose header is exactly *kopf*.

    Raises:
        EingabeFehler: another header, a record with too few or too many fields, an open quote.
    """
    reader = csv.reader(read_text(path, ort).splitlines(keepends=True), delimiter=";", strict=True)
    try:
        header = next(reader, [])
        if header != list(kopf):
            raise _fehler(
                "E-KOPF",
                f"{ort}, Zeile 1",
                f"Die Kopfzeile lautet »{';'.join(header)}«.",
                f"Erwartet ist »{';'.join(kopf)}« (Trennzeichen Semikolon).",
            )
        for record in reader:
            if len(record) != len(kopf):
                raise _fehler(
                    "E-TRENN",
                    f"{ort}, Zeile {reader.line_num}",
                    f"Die Zeile hat {len(record)} statt {len(kopf)} Felder: »{';'.join(record)}«.",
                    "Fehlende oder überzählige Semikolons berichtigen.",
                )
            yield CsvZeile(reader.line_num, dict(zip(kopf, record, strict=True)))
    except csv.Error as fehler:
        raise _fehler(
            "E-TRENN",
            f"{ort}, Zeile {reader.line_num}",
            f"Die Zeile lässt sich nicht in Felder teilen ({fehler}).",
            "Anführungszeichen paarweise setzen.",
        ) from fehler


def nearest(word: str, known: Sequence[str]) -> str:
    """The known words most like *word*, as the middle of a German sentence; empty without any."""
    found = difflib.get_close_matches(word, known, n=3, cutoff=0.5)
    return " oder ".join(f"»{name}«" for name in found)


def _fehler(code: str, ort: str, text: str, abhilfe: str) -> EingabeFehler:
    return EingabeFehler([Befund(code=code, ort=ort, text=text, abhilfe=abhilfe)])


def _german(message: str) -> str:
    for pattern, text in _MELDUNGEN:
        if match := re.match(pattern, message):
            groups = (_TYPEN.get(group or "", group or "dem Eintrag") for group in match.groups())
            return text.format(*groups)
    return message


def _remedy(message: str, kind: type[object]) -> str:
    known = [field.encode_name for field in msgspec.structs.fields(kind)]  # type: ignore[arg-type]
    if match := re.match(r"Object contains unknown field `(.+?)`", message):
        guess = nearest(match[1], known)
        return f"Gemeint ist vielleicht {guess}." if guess else f"Erlaubt sind: {', '.join(known)}."
    return "Den Eintrag berichtigen; die Felder erklärt input/katalog/bevoelkerung.toml und die README."
