"""One hash of everything an edition is made of, so that paper can be tied to its origin."""

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from reports.edition import PAKET, Edition, shipped
from reports.reading import file_hash, list_folder, os_reason, refusal

# Whatever decides a byte of a PDF: layout, hyphenation, fonts, charts, figures.
_BIBLIOTHEKEN = (
    "altair",
    "cssselect2",
    "font-source-sans-pro",
    "fonttools",
    "jinja2",
    "msgspec",
    "pikepdf",
    "pillow",
    "polars",
    "pydyf",
    "pyphen",
    "scipy",
    "tinycss2",
    "tinyhtml5",
    "vl-convert-python",
    "weasyprint",
)


def fingerprint(edition: Edition) -> str:
    """SHA-256 over deliveries, catalogue, choices, program, layouts and library versions."""
    digest = hashlib.sha256()
    choices = (edition.name, *map(str, edition.zeitraeume), *edition.vergleich)
    for text in (*choices, *(f"{name} {version(name)}" for name in _BIBLIOTHEKEN)):
        digest.update(text.encode() + b"\0")
    folders = {
        "input": edition.eingabe,
        "reports": PAKET,
        "layouts": shipped("layouts"),
        "styles": shipped("styles"),
    }
    for name, folder in folders.items():
        for path in _files(folder):
            digest.update(f"{name}/{path.relative_to(folder).as_posix()}".encode() + b"\0")
            digest.update(_content_hash(path))
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder in a fixed order, without caches and without the shipped copies."""
    for path in list_folder(folder):
        if path.is_dir() and path.name not in {"__pycache__", "mitgeliefert"}:
            yield from _files(path)
        elif path.is_file():
            yield path


def _content_hash(path: Path) -> bytes:
    try:
        return bytes.fromhex(file_hash(path))
    except OSError as fehler:
        reason = os_reason(fehler)
        text = f"Die Datei lässt sich nicht lesen ({reason})."
        raise refusal("E-DATEI", str(path), text, "Die Leserechte prüfen.") from fehler
