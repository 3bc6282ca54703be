"""Confirmation: findings that may be right, and that somebody has to have looked at."""

import hashlib
from collections.abc import Iterable, Sequence

from reports.errors import AuswahlFehler, Befund, EingabeFehler
from reports.intake.bestand import Eingang
from reports.intake.checks import UNBESTAETIGT

_ORT = "--bestaetigt"


def open_befunde(befunde: Iterable[Befund]) -> tuple[Befund, ...]:
    """The findings that nobody has explained yet."""
    return tuple(befund for befund in befunde if befund.code == UNBESTAETIGT)


def pruefkennung(offen: Iterable[Befund]) -> str:
    """Eight hexadecimal digits that stand for exactly these findings, in whatever order."""
    lines = sorted(f"{befund.code}\0{befund.ort}\0{befund.text}\0" for befund in offen)
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:8]


def confirm(eingang: Eingang, kennung: str) -> None:
    """Stop unless a person has confirmed the open findings of *eingang*, if there are any.

    What was confirmed is for the person alone: findings may tell of figures that are suppressed.

    Args:
        eingang: the input with its warnings.
        kennung: the Prüfkennung that a person has given, or nothing.

    Raises:
        EingabeFehler: with the open findings, when *kennung* does not stand for them.
        AuswahlFehler: *kennung* stands for findings although none is open.
    """
    offen, given = open_befunde(eingang.warnungen), kennung.strip().lower()
    if not offen:
        if given:
            raise AuswahlFehler([_nothing_open(kennung)])
        return
    right = pruefkennung(offen)
    if given != right:
        raise EingabeFehler([*offen, _unconfirmed(offen, right, given)])


def _nothing_open(kennung: str) -> Befund:
    return Befund(
        code="E-BESTAETIGUNG",
        ort=_ORT,
        text=f"»{kennung}« bestätigt etwas, aber es ist nichts zu bestätigen.",
        abhilfe="Die Option weglassen.",
    )


def _unconfirmed(offen: Sequence[Befund], right: str, given: str) -> Befund:
    many = f"{len(offen)} Auffälligkeiten sind" if len(offen) > 1 else "Eine Auffälligkeit ist"
    stale = f" »{given}« steht für andere Befunde." if given else ""
    return Befund(
        code="E-BESTAETIGUNG",
        ort=_ORT,
        text=f"{many} nicht bestätigt; gedruckt wurde nichts.{stale}",
        abhilfe="Jede mit der Quelle vergleichen. Ist alles richtig, noch einmal aufrufen mit"
        f" --bestaetigt {right}",
    )
