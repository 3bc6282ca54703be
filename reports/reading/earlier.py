"""The edition before, of which the input keeps what this one has to know."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from reports.domain.vorausgabe import Bekannt, Signaldatei, Vorausgabe, nummer_of
from reports.errors import Sammlung
from reports.reading.files import read_text
from reports.reading.known import BEKANNT, KOPIEREN, read_bekannt
from reports.reading.messages import refusal

SIGNALE = "vorausgabe/signale.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frueheres:
    """What earlier editions have left.

    Attributes:
        vorausgabe: the edition before; None where it has left no signals.
        bekannt: the counts that it and those before it published or suppressed.
    """

    vorausgabe: Vorausgabe | None
    bekannt: tuple[Bekannt, ...]


def read_frueheres(
    eingabe: Path, *, jahr: int, ausgabe: int, gebiete: Mapping[str, str]
) -> Frueheres:
    """What ``signale.json`` and ``bekannt.csv`` in the folder ``vorausgabe`` tell, where they are.

    Args:
        eingabe: the input folder.
        jahr: the Berichtsjahr of this edition.
        ausgabe: its number.
        gebiete: by key of each area what its members are known by.

    Raises:
        EingabeFehler: a file is not what an edition leaves, or comes from this edition or a later
            one.
    """
    sammlung = Sammlung()
    with sammlung.catching():
        datei = _read_signale(eingabe)
        told = f"{datei.jahr}/{datei.ausgabe}" if datei else ""
        _check_earlier(told, SIGNALE, (jahr, ausgabe))
    with sammlung.catching():
        bekannt = read_bekannt(eingabe, gebiete)
        newest = max((b.ausgabe for b in bekannt), key=nummer_of, default="")
        _check_earlier(newest, BEKANNT, (jahr, ausgabe))
    sammlung.stop_on_errors()
    if datei is None:
        return Frueheres(vorausgabe=None, bekannt=bekannt)
    signale = {(s.gebiet, s.kennzahl): s.seit for s in datei.signale}
    return Frueheres(vorausgabe=Vorausgabe(name=told, signale=signale), bekannt=bekannt)


def _read_signale(eingabe: Path) -> Signaldatei | None:
    if not (eingabe / SIGNALE).exists():
        return None
    text = read_text(eingabe / SIGNALE, SIGNALE)
    try:
        return msgspec.json.decode(text, type=Signaldatei)
    except msgspec.DecodeError as fehler:
        raise refusal(
            "E-VORAUSGABE",
            SIGNALE,
            "Die Datei ist keine Signaldatei einer Ausgabe.",
            f"{KOPIEREN.removesuffix('.')} oder löschen.",
        ) from fehler


def _check_earlier(name: str, ort: str, this: tuple[int, int]) -> None:
    """Raise EingabeFehler where the edition called *name*, if any, is not before this one."""
    if name and nummer_of(name) >= this:
        jahr, ausgabe = this
        raise refusal(
            "E-VORAUSGABE",
            ort,
            f"Die Datei stammt von der Ausgabe {name}, die nicht vor {jahr}/{ausgabe} liegt.",
            "Die Datei der Ausgabe davor nehmen.",
        )
