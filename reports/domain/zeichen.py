"""Signs that stand in place of a value.

A sign is data: a cell holds a value or a sign, never a blank, and never a zero for a sign.
Meanings follow the tables of German official statistics (formerly DIN 55301); a source names the
set it uses, because the sets collide (``-`` and ``0`` mean different things in each).
"""

from dataclasses import dataclass
from enum import IntFlag, StrEnum


class Zeichen(StrEnum):
    """Why there is no value. The member's value is what frames and CSV files carry.

    The order is the order of precedence: an operation on several signs gives the first of them,
    so that a secret stays secret.
    """

    GESPERRT = "gesperrt"
    GEHEIM_QUELLE = "geheim_quelle"
    UNSICHER = "unsicher"
    SPAETER = "spaeter"
    BRUCH = "bruch"
    SINNLOS = "sinnlos"
    FEHLT = "fehlt"


@dataclass(frozen=True, slots=True)
class Darstellung:
    """How a sign is printed, spoken and explained.

    Attributes:
        druck: the printed sign.
        csv: what the column ``zeichen`` of a CSV file holds.
        gesprochen: what a screen reader says instead.
        legende: the line of the legend, without the sign.
    """

    druck: str
    csv: str
    gesprochen: str
    legende: str


DARSTELLUNG = {
    Zeichen.GESPERRT: Darstellung(
        "*",
        "*",
        "aus Datenschutzgründen gesperrt",
        "zum Schutz einzelner Personen nicht veröffentlicht",
    ),
    Zeichen.GEHEIM_QUELLE: Darstellung(
        "·", ".", "unbekannt oder geheim", "von der Quelle nicht ausgewiesen: unbekannt oder geheim"
    ),
    Zeichen.UNSICHER: Darstellung(
        "/", "/", "Wert nicht sicher genug", "Wert der Stichprobe nicht sicher genug"
    ),
    Zeichen.SPAETER: Darstellung("…", "...", "Angabe folgt später", "Angabe folgt später"),
    Zeichen.BRUCH: Darstellung(
        "|",
        "|",
        "wegen Bruch in der Zeitreihe nicht vergleichbar",
        "Bruch in der Zeitreihe: Werte davor und danach nicht vergleichbar",
    ),
    Zeichen.SINNLOS: Darstellung(
        "x",
        "x",
        "Angabe nicht sinnvoll oder nicht möglich",
        "Angabe nicht sinnvoll oder nicht möglich, etwa Veränderung bei nur einem Jahr",
    ),
    Zeichen.FEHLT: Darstellung(
        "k.\N{NO-BREAK SPACE}A.",
        "k.A.",
        "keine Angabe geliefert",
        "keine Angabe für dieses Gebiet geliefert",
    ),
}


class Kennzeichen(IntFlag):
    """What is known of a value beside its size; frames hold it as an integer of these bits.

    Unlike a sign it stands beside a value, not in its place. What is computed from several values
    has the marks of all of them but BERICHTIGT, which belongs to the one value that was changed,
    and GERUNDET_NULL, which makes it EINGESCHRAENKT: nobody knows how much more than nothing it is.
    """

    VORLAEUFIG = 1
    BERICHTIGT = 2
    GESCHAETZT = 4
    EINGESCHRAENKT = 8
    FEHLERHAFT = 16
    GERUNDET_NULL = 32  # more than nothing, less than half of the last decimal; the value is 0
