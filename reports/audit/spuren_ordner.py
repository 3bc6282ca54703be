"""Files that are not the edition's: nobody has checked them, and they are given away with it."""

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

import msgspec

from reports.audit.spuren_daten import spur
from reports.errors import Befund
from reports.reading import file_hash

_BESCHREIBUNG = "daten/ausgabe.json"  # comes last: a run checks the folder before it is there

_DATEN = frozenset(
    f"daten/{name}"
    for name in (
        *("ausgabe.json", "bekannt.csv", "beziehungen.json", "freigabe.csv", "geheimhaltung.json"),
        *("saetze.json", "signale.json", "veraenderungen.csv", "vergleich.csv"),
    )
)


def ordner_spuren(ordner: Path, schluessel: frozenset[str]) -> Iterator[Befund]:
    """The strangers in the folder of an edition with these areas."""
    known = _DATEN | {f"daten/seiten/{key}.json" for key in schluessel}
    for path in sorted(ordner.rglob("*")):
        name = path.relative_to(ordner).as_posix()
        if path.is_file() and name not in known and not _is_profile(path, ordner):
            yield spur(name, "Diese Datei gehört zu keiner Ausgabe und ist nicht geprüft.")
    for name, digest in _described(ordner / _BESCHREIBUNG):
        if (ordner / name).is_file() and file_hash(ordner / name) != digest:
            yield spur(name, "Die Datei ist nicht mehr die, die gedruckt worden ist.")


class _Beschreibung(msgspec.Struct, frozen=True):
    """SHA-256 by name of the PDFs and of the page models."""

    dateien: Mapping[str, str]
    seiten: Mapping[str, str]


def _described(path: Path) -> Iterator[tuple[str, str]]:
    """Names and hashes of the printed files; nothing while the folder has no description yet."""
    if path.exists():
        beschreibung = msgspec.json.decode(path.read_bytes(), type=_Beschreibung)
        yield from chain(beschreibung.dateien.items(), beschreibung.seiten.items())


def _is_profile(path: Path, ordner: Path) -> bool:
    """Whether it is a PDF, which is compared with its page model."""
    return path.parent == ordner and path.suffix == ".pdf"
