"""TOML files into plain tables."""

import re
import tomllib
from decimal import Decimal
from pathlib import Path

from reports.reading.files import read_text
from reports.reading.messages import refusal

# Beginnings of the library's messages, and what they mean to a person who writes such a file.
_GRUENDE = (
    (
        r"Cannot (overwrite|declare|redefine|mutate)|Duplicate",
        "Der Schlüssel steht schon weiter oben.",
    ),
    (
        r"Unterminated string|Illegal character '\\n'",
        "Dem Text fehlt das schließende Anführungszeichen.",
    ),
    (
        r"Illegal character|Found invalid character",
        "Hier steht ein Steuerzeichen, das nicht erlaubt ist.",
    ),
    (r"Unclosed|Expected '\]+'", "Eine Klammer ist nicht geschlossen."),
    (
        r"Expected newline",
        "Nach dem Wert steht noch etwas. Dezimalzeichen ist der Punkt, Tage heißen JJJJ-MM-TT.",
    ),
    (r"Expected '='", "Nach dem Schlüssel fehlt das Gleichheitszeichen."),
    (r"Invalid date", "Diesen Tag gibt es nicht."),
    (r"Invalid value", "Hier fehlt ein Wert, oder ein Text steht ohne Anführungszeichen."),
    (
        r"Invalid (statement|initial)",
        "Hier beginnt weder ein Schlüssel noch ein [Abschnitt]; Schlüssel haben keine Umlaute.",
    ),
    (
        r"Unescaped|Invalid hex|Escaped",
        "Ein umgekehrter Schrägstrich im Text wird doppelt geschrieben: \\\\.",
    ),
)


def read_toml(path: Path, ort: str) -> dict[str, object]:
    """The tables of a TOML file, decimals as ``Decimal``; EingabeFehler when it is broken."""
    try:
        return tomllib.loads(read_text(path, ort), parse_float=Decimal)
    except tomllib.TOMLDecodeError as fehler:
        raise refusal(
            "E-TOML",
            f"{ort}, {_place(str(fehler))}",
            f"Die Datei ist kein gültiges TOML. {_reason(str(fehler))}",
            "Die genannte Stelle berichtigen.",
        ) from fehler


def _place(message: str) -> str:
    if match := re.search(r"at line (\d+), column (\d+)", message):
        return f"Zeile {match[1]}, Spalte {match[2]}"
    return "am Ende der Datei"


def _reason(message: str) -> str:
    return next((text for start, text in _GRUENDE if re.match(start, message)), "")
