"""Where a file that is for the office alone may lie."""

from pathlib import Path

from reports.errors import AblageFehler, Befund
from reports.handover.folder import BESCHREIBUNG

_JAHR = "[12][0-9][0-9][0-9]"  # folder of the editions of a year


def check_apart(path: Path, eingabe: Path, *, was: str, abhilfe: str) -> None:
    """Raise AblageFehler inside the input, and where editions lie: these are given away.

    Args:
        path: where the file or folder is to go.
        eingabe: the input folder; what lies in it would become part of the edition.
        was: what it is called.
        abhilfe: how to choose another place.
    """
    place = path.resolve()
    if place.is_relative_to(eingabe.resolve()):
        raise refused(path, f"{was} darf nicht bei den Eingaben liegen.", abhilfe)
    if any(_holds_editions(folder) for folder in (place, *place.parents)):
        text = f"{was} ist nur für das Amt; hier liegen Ausgaben, die es weitergibt."
        raise refused(path, text, abhilfe)


def _holds_editions(ordner: Path) -> bool:
    """Whether it is the folder of an edition, or of all of them."""
    return (ordner / BESCHREIBUNG).exists() or any(ordner.glob(f"{_JAHR}/*/{BESCHREIBUNG}"))


def refused(ort: Path, text: str, abhilfe: str) -> AblageFehler:
    """Why something cannot be put there."""
    return AblageFehler([Befund(code="E-ABLAGE", ort=str(ort), text=text, abhilfe=abhilfe)])
