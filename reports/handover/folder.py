"""The folder of an edition: written aside, put in place as a whole, never half there.

A name never holds different bytes: a folder that holds another state of the same edition is left
as it is.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from reports.errors import AblageFehler, Befund
from reports.reading import os_reason

BESCHREIBUNG = "daten/ausgabe.json"


class Bestaetigung(msgspec.Struct, frozen=True, kw_only=True):
    """Odd figures that a person has confirmed; public, so it tells neither figures nor areas.

    Attributes:
        kennung: what the confirmed findings are known by.
        anzahl: how many findings there were.
        merkmale: the Merkmale with their years, such as ``alo 2020``.
    """

    kennung: str
    anzahl: int
    merkmale: tuple[str, ...]


class Beschreibung(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a folder holds; the contents of ``daten/ausgabe.json``.

    Attributes:
        kennung: SHA-256 of everything the edition is made of.
        dateien: SHA-256 by name of each PDF.
        bestaetigt: None where nothing had to be confirmed.
    """

    kennung: str
    jahr: int
    von: int
    bis: int
    ausgabe: int
    datenstand: str
    hinweis: str
    dateien: dict[str, str]
    bestaetigt: Bestaetigung | None = None


def check_free(ziel: Path, kennung: str) -> None:
    """Raise AblageFehler when *ziel* holds another state of the edition, or anything else."""
    if not ziel.exists() or (ziel.is_dir() and not any(ziel.iterdir())):
        return
    found = read_beschreibung(ziel)
    if found is None or found.kennung != kennung:
        state = f"den Stand {found.kennung[:8]}" if found else "anderes als eine Ausgabe"
        raise AblageFehler(
            [
                Befund(
                    code="E-ABLAGE",
                    ort=str(ziel),
                    text=f"Der Ordner hält schon {state}; neu wäre der Stand {kennung[:8]}.",
                    abhilfe="Wurde die Ausgabe schon weitergegeben, in ausgabe.toml die nächste"
                    " Nummer eintragen; sonst den Ordner löschen.",
                )
            ]
        )


def read_beschreibung(ordner: Path) -> Beschreibung | None:
    """What a folder holds, None when it is not an edition's."""
    try:
        return msgspec.json.decode((ordner / BESCHREIBUNG).read_bytes(), type=Beschreibung)
    except (OSError, msgspec.DecodeError):
        return None


def write_beschreibung(ordner: Path, beschreibung: Beschreibung) -> None:
    """Put the description into the folder."""
    text = msgspec.json.format(msgspec.json.encode(beschreibung), indent=2)
    (ordner / BESCHREIBUNG).write_bytes(text + b"\n")


@contextmanager
def written_aside(ziel: Path) -> Iterator[Path]:
    """A folder beside *ziel* to write into; it takes the place of *ziel* at the end.

    When the block raises, *ziel* stays as it was and nothing is left behind.

    Raises:
        AblageFehler: the folder cannot be written.
    """
    created = _missing_parents(ziel)
    try:
        ziel.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".neu-", dir=ziel.parent))
    except OSError as fehler:
        raise AblageFehler([_unwritable(ziel, fehler)]) from fehler
    try:
        (aside / "daten").mkdir()
        yield aside
        _swap(aside, ziel)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        for parent in created:
            if parent.is_dir() and not any(parent.iterdir()):
                parent.rmdir()


def _missing_parents(ziel: Path) -> list[Path]:
    return [parent for parent in ziel.parents if not parent.exists()]


def _swap(aside: Path, ziel: Path) -> None:
    aside.chmod(0o755)
    if not ziel.exists():
        aside.rename(ziel)
        return
    for path in ziel.glob("*.pdf"):
        if not (aside / path.name).exists():
            shutil.copy2(path, aside / path.name)
    old = Path(tempfile.mkdtemp(prefix=".alt-", dir=ziel.parent))
    ziel.rename(old / ziel.name)
    aside.rename(ziel)
    shutil.rmtree(old)


def _unwritable(ziel: Path, fehler: OSError) -> Befund:
    return Befund(
        code="E-ABLAGE",
        ort=str(ziel),
        text=f"In den Ordner lässt sich nicht schreiben ({os_reason(fehler)}).",
        abhilfe="Einen anderen Ordner mit --ausgabe wählen oder die Schreibrechte prüfen.",
    )
