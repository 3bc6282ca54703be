"""One hash of everything public that an edition is made of, so that paper can be tied to its origin.

Figures enter as they are released: by a hash over deliveries, a suppressed figure could be tried
out by whoever has all the others.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from importlib.metadata import version
from pathlib import Path

import msgspec
import polars as pl

from reports.disclosure.release import Release
from reports.domain.quelle import Quelle
from reports.edition import AUSGABE, PAKET, Edition, shipped
from reports.reading import file_hash, list_folder, os_reason, refusal
from reports.reading.areas import KOMMUNEN
from reports.reading.earlier import SIGNALE
from reports.reading.known import BEKANNT

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


# The part of the input that is public: what an edition leaves tells all that it says.
_OEFFENTLICH = (AUSGABE, KOMMUNEN, "brueche.toml", SIGNALE, BEKANNT)


def fingerprint(edition: Edition, release: Release, quellen: tuple[Quelle, ...]) -> str:
    """SHA-256 over program, layouts, libraries, choices, catalogue and all that is released.

    Nothing of a delivery, of ``korrekturen.toml`` or of a ``quelle.toml`` enters but what an
    edition shows of it.
    """
    digest = hashlib.sha256()
    for part in (*_texts(edition), *_released(release), *_printed(release, quellen)):
        digest.update(hashlib.sha256(part).digest())
    for name, path in _files(edition):
        digest.update(name.encode() + b"\0" + _content_hash(path))
    return digest.hexdigest()


def _texts(edition: Edition) -> Iterator[bytes]:
    yield _json((edition.name, [str(z) for z in edition.zeitraeume], edition.vergleich))
    yield _json([f"{name} {version(name)}" for name in _BIBLIOTHEKEN])


def _released(release: Release) -> Iterator[bytes]:
    """Each field of a Release with its content, frames in an order of their own."""
    for field in fields(release):
        value = getattr(release, field.name)
        yield field.name.encode()
        yield _table(value) if isinstance(value, pl.DataFrame) else _json(value)


def _table(frame: pl.DataFrame) -> bytes:
    return frame.sort(pl.all()).write_csv().encode()


def _printed(release: Release, quellen: Iterable[Quelle]) -> Iterator[bytes]:
    """What pages print of the sources of released values, see :mod:`reports.profile.ledger`."""
    names = release.werte["quelle"].unique().str.split("; ").explode()
    used = set(names)
    for quelle in quellen:
        if quelle.zitat in used:
            dateien = [(datei.tabelle, datei.anmerkung) for datei in quelle.datei]
            parts = (quelle.zitat, quelle.herausgeber, quelle.lizenz, quelle.anmerkung, dateien)
            yield _json(parts)


def _json(value: object) -> bytes:
    return msgspec.json.encode(value, order="sorted")


def _files(edition: Edition) -> Iterator[tuple[str, Path]]:
    """The files that enter as they are, with names that are the same everywhere."""
    for name in _OEFFENTLICH:
        if (edition.eingabe / name).exists():
            yield f"input/{name}", edition.eingabe / name
    folders = {
        "input/katalog": edition.eingabe / "katalog",
        "reports": PAKET,
        "layouts": shipped("layouts"),
        "styles": shipped("styles"),
    }
    for name, folder in folders.items():
        for path in _below(folder):
            yield f"{name}/{path.relative_to(folder).as_posix()}", path


def _below(folder: Path) -> Iterator[Path]:
    """The files of a folder in a fixed order, without caches and without the shipped copies."""
    for path in list_folder(folder):
        if path.is_dir() and path.name not in {"__pycache__", "mitgeliefert"}:
            yield from _below(path)
        elif path.is_file():
            yield path


def _content_hash(path: Path) -> bytes:
    try:
        return bytes.fromhex(file_hash(path))
    except OSError as fehler:
        reason = os_reason(fehler)
        text = f"Die Datei lässt sich nicht lesen ({reason})."
        raise refusal("E-DATEI", str(path), text, "Die Leserechte prüfen.") from fehler
