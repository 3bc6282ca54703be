"""Files that belong to no edition: nobody has checked them, and they are given away with it."""

from collections.abc import Iterator
from pathlib import Path

from reports.audit.spuren_daten import spur
from reports.errors import Befund

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


def _is_profile(path: Path, ordner: Path) -> bool:
    """Whether it is a PDF, which is compared with its page model."""
    return path.parent == ordner and path.suffix == ".pdf"
