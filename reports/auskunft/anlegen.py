"""New input folders, only where nothing lies yet."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reports.edition import shipped
from reports.errors import AblageFehler, Befund
from reports.muster.write import write_muster
from reports.reading import os_reason


def copy_beispiel(ordner: Path) -> None:
    """Put the shipped input into a new folder; AblageFehler where that cannot be."""
    with _new(ordner):
        shutil.copytree(shipped("input"), ordner / "input")


def create_muster(ordner: Path, *, seed: int, kommunen: int) -> None:
    """Put a synthetic input into a new folder; AblageFehler where that cannot be."""
    with _new(ordner):
        write_muster(ordner, seed=seed, kommunen=kommunen)


@contextmanager
def _new(ordner: Path) -> Iterator[None]:
    try:
        if ordner.exists() and not (ordner.is_dir() and not any(ordner.iterdir())):
            raise _ablage(ordner, "Hier liegt schon etwas.", "Einen neuen Namen wählen.")
        yield
    except OSError as fehler:
        reason = f"Der Ordner lässt sich nicht anlegen ({os_reason(fehler)})."
        raise _ablage(ordner, reason, "Einen Ordner mit Schreibrecht wählen.") from fehler


def _ablage(ordner: Path, text: str, abhilfe: str) -> AblageFehler:
    return AblageFehler([Befund(code="E-ABLAGE", ort=str(ordner), text=text, abhilfe=abhilfe)])
