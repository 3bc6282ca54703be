"""Confirmation: findings that may be right, and that somebody has to have looked at."""

import hashlib
from collections.abc import Iterable, Sequence

import polars as pl

from reports.errors import AuswahlFehler, Befund, EingabeFehler, Stelle
from reports.handover.folder import Bestaetigung
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


def confirm(eingang: Eingang, kennung: str) -> Bestaetigung | None:
    """The note that the open findings of *eingang* are confirmed; None where there are none.

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
        return None
    right = pruefkennung(offen)
    if given != right:
        raise EingabeFehler([*offen, _unconfirmed(offen, right, given)])
    merkmale = _merkmale(offen, eingang.bestand)
    return Bestaetigung(anzahl=len(offen), merkmale=merkmale)


def _merkmale(offen: Sequence[Befund], bestand: pl.DataFrame) -> tuple[str, ...]:
    """Merkmal and year of each finding, found again by its cell; no figure and no area."""
    places = [befund.ort for befund in offen if isinstance(befund.ort, Stelle)]
    rows = pl.DataFrame(
        [(ort.datei, ort.blatt, ort.zelle) for ort in places],
        schema=dict.fromkeys(("datei", "blatt", "zelle"), pl.String),
        orient="row",
    ).join(bestand, on=["datei", "blatt", "zelle"])
    return tuple(sorted({f"{merkmal} {jahr}" for merkmal, jahr in rows["merkmal", "jahr"].rows()}))


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
