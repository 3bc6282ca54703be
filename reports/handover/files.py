"""How data files are written: the same bytes for the same content, on every system."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

_JSON = msgspec.json.Encoder(decimal_format="number")


def write_csv(path: Path, head: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """A table: UTF-8, comma, decimal point, a header."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def write_json(path: Path, value: Any, indent: int = 1) -> None:
    """A value as JSON for people to read too; decimals are numbers."""
    path.write_bytes(msgspec.json.format(_JSON.encode(value), indent=indent) + b"\n")
