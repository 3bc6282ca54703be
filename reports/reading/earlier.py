"""The edition before, of which the input keeps what this one has to know."""

from pathlib import Path

import msgspec

from reports.domain.vorausgabe import Signaldatei, Vorausgabe
from reports.reading.files import read_text
from reports.reading.messages import refusal

SIGNALE = "vorausgabe/signale.json"


def read_vorausgabe(eingabe: Path, *, jahr: int, ausgabe: int) -> Vorausgabe | None:
    """The edition before, from ``vorausgabe/signale.json``; None where there is no such file.

    Raises:
        EingabeFehler: the file is not what an edition leaves, or comes from this edition or a
            later one.
    """
    if not (eingabe / SIGNALE).exists():
        return None
    text = read_text(eingabe / SIGNALE, SIGNALE)
    try:
        datei = msgspec.json.decode(text, type=Signaldatei)
    except msgspec.DecodeError as fehler:
        raise refusal(
            "E-VORAUSGABE",
            SIGNALE,
            "Die Datei ist keine Signaldatei einer Ausgabe.",
            "Sie unverändert aus dem Ordner »daten« der letzten Ausgabe kopieren oder löschen.",
        ) from fehler
    name = f"{datei.jahr}/{datei.ausgabe}"
    if (datei.jahr, datei.ausgabe) >= (jahr, ausgabe):
        raise refusal(
            "E-VORAUSGABE",
            SIGNALE,
            f"Die Datei stammt von der Ausgabe {name}, die nicht vor {jahr}/{ausgabe} liegt.",
            "Die Datei der Ausgabe davor nehmen oder sie löschen.",
        )
    return Vorausgabe(name=name, signale={(s.gebiet, s.kennzahl): s.seit for s in datei.signale})
