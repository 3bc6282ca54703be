"""Text files of the input folder: TOML into typed values, CSV into checked rows.

Nothing is guessed: files are UTF-8, keys must be known, values must have their type. Every
problem becomes a Befund in German with file and place.
"""

from reports.reading.files import file_hash, list_folder, os_reason, read_text
from reports.reading.findings import Fund, grouped
from reports.reading.messages import nearest, refusal
from reports.reading.rows import CsvZeile, read_csv
from reports.reading.toml import read_toml
from reports.reading.typed import KENNUNG, AbEins, AbNull, Kennung, convert, place_of

__all__ = [
    "KENNUNG",
    "AbEins",
    "AbNull",
    "CsvZeile",
    "Fund",
    "Kennung",
    "convert",
    "file_hash",
    "grouped",
    "list_folder",
    "nearest",
    "os_reason",
    "place_of",
    "read_csv",
    "read_text",
    "read_toml",
    "refusal",
]
