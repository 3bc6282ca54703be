"""The folder of an edition: written aside, put in place as a whole, never half there.

A name never holds different bytes: a folder that holds another state of the same edition is left
as it is.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import msgspec

from reports.errors import AblageFehler, Befund
from reports.reading import file_hash, os_reason

BESCHREIBUNG = "daten/ausgabe.json"
DATEN = (
    "daten/freigabe.csv",
    "daten/veraenderungen.csv",
    "daten/vergleich.csv",
    "daten/saetze.json",
    "daten/signale.json",
    "daten/bekannt.csv",
    "daten/beziehungen.json",
    "daten/geheimhaltung.json",
    BESCHREIBUNG,
)
SEITEN = "daten/seiten"  # the page models


class Beschreibung(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder holds; the contents of ``daten/ausgabe.json``.

    Nothing in it may be tried out against suppressed figures: no hash of a delivery, and not what a
    person had to confirm.

    Attributes:
        kennung: see :func:`reports.handover.fingerprint.fingerprint`.
        dateien: SHA-256 by name of each PDF.
        seiten: SHA-256 by name of each page model, below the folder.
    """

    kennung: str
    jahr: int
    zeitraeume: tuple[str, ...]
    vergleich: tuple[str, ...]
    ausgabe: int
    datenstand: str
    hinweis: str
    dateien: dict[str, str]
    seiten: dict[str, str]

    @property
    def gedruckt(self) -> dict[str, str]:
        """SHA-256 by name of each file that stays when other areas are printed."""
        return self.dateien | self.seiten


def printed_files(ordner: Path) -> dict[str, Path]:
    """The PDFs and page models of a folder, by name."""
    found = chain(ordner.glob("*.pdf"), (ordner / SEITEN).glob("*.json"))
    return {path.relative_to(ordner).as_posix(): path for path in sorted(found)}


def check_free(ziel: Path, kennung: str) -> None:
    """Raise AblageFehler unless *ziel* is free or holds this state of the edition as it was made.

    A file that is not the edition's would be lost, and one that was changed after printing would
    be passed on with a new hash.
    """
    try:
        if not ziel.exists() or (ziel.is_dir() and not any(ziel.iterdir())):
            return
        found = read_beschreibung(ziel)
        if found is None or found.kennung != kennung:
            raise AblageFehler([_other_state(ziel, found, kennung)])
        befunde = [*_foreign(ziel, found), *_changed(ziel, found)]
    except OSError as fehler:
        raise AblageFehler([_unwritable(ziel, fehler)]) from fehler
    if befunde:
        raise AblageFehler(befunde)


def check_same_state(variants: Iterable[Path], kennung: str) -> None:
    """Raise AblageFehler where a folder of the same edition in another variant tells other figures."""
    for ordner in variants:
        found = read_beschreibung(ordner)
        if found and found.kennung != kennung:
            raise AblageFehler([_other_state(ordner, found, kennung)])


def _other_state(ziel: Path, found: Beschreibung | None, kennung: str) -> Befund:
    state = f"den Stand {found.kennung[:8]}" if found else "anderes als eine Ausgabe"
    return Befund(
        code="E-ABLAGE",
        ort=str(ziel),
        text=f"Der Ordner hält schon {state}; neu wäre der Stand {kennung[:8]}.",
        abhilfe="Wurde die Ausgabe schon weitergegeben, in ausgabe.toml die nächste Nummer"
        " eintragen; sonst den Ordner löschen.",
    )


def _foreign(ziel: Path, found: Beschreibung) -> Iterator[Befund]:
    """Files and folders that are not the edition's."""
    own = {*found.gedruckt, *DATEN, "daten", SEITEN}
    for path in sorted(ziel.rglob("*")):
        name = path.relative_to(ziel).as_posix()
        if name not in own and path.parent in {ziel, ziel / "daten", ziel / SEITEN}:
            yield Befund(
                code="E-ABLAGE",
                ort=str(path),
                text="Das gehört nicht zur Ausgabe und ginge beim Schreiben verloren.",
                abhilfe="Es an einen anderen Ort legen.",
            )


def _changed(ziel: Path, found: Beschreibung) -> Iterator[Befund]:
    """PDFs and page models that are not what was printed."""
    for name, digest in found.gedruckt.items():
        if (ziel / name).exists() and file_hash(ziel / name) != digest:
            yield Befund(
                code="E-ABLAGE",
                ort=str(ziel / name),
                text="Die Datei ist nach dem Drucken verändert worden.",
                abhilfe="Sie löschen; der nächste Lauf druckt sie neu.",
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
        AblageFehler: the folder cannot be written, or a name would hold other bytes than before.
    """
    created = _missing_parents(ziel)
    try:
        ziel.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".neu-", dir=ziel.parent) as folder:
            aside = Path(folder) / ziel.name
            (aside / SEITEN).mkdir(parents=True)
            yield aside
            _swap(aside, ziel, Path(folder) / "alt")
    except OSError as fehler:
        raise AblageFehler([_unwritable(ziel, fehler)]) from fehler
    finally:
        for parent in created:
            if parent.is_dir() and not any(parent.iterdir()):
                parent.rmdir()


def _missing_parents(ziel: Path) -> list[Path]:
    return [parent for parent in ziel.parents if not parent.exists()]


def _swap(aside: Path, ziel: Path, old: Path) -> None:
    """Put *aside* in the place of *ziel*, which goes to *old*, or comes back when that fails."""
    if not ziel.exists():
        aside.rename(ziel)
        return
    for name, path in printed_files(ziel).items():
        new = aside / name
        if not new.exists():
            shutil.copy2(path, new)
        elif new.read_bytes() != path.read_bytes():
            raise AblageFehler([_other_bytes(path)])
    ziel.rename(old)
    try:
        aside.rename(ziel)
    except BaseException:
        old.rename(ziel)
        raise


def _other_bytes(path: Path) -> Befund:
    return Befund(
        code="E-ABLAGE",
        ort=str(path),
        text="Unter diesem Namen läge jetzt ein anderer Inhalt als beim letzten Lauf.",
        abhilfe="In ausgabe.toml die nächste Nummer eintragen oder den Ordner löschen.",
    )


def _unwritable(ziel: Path, fehler: OSError) -> Befund:
    return Befund(
        code="E-ABLAGE",
        ort=str(ziel),
        text=f"In den Ordner lässt sich nicht schreiben ({os_reason(fehler)}).",
        abhilfe="Einen anderen Ordner mit --ausgabe wählen oder die Schreibrechte prüfen.",
    )
