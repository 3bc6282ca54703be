"""Which signs and marks a source writes, and what they mean: the tables of the houses.

The same character means different things in different houses, so every source names its set.
"""

from collections.abc import Mapping

from reports.domain.quelle import Zeichensatz
from reports.domain.zeichen import Kennzeichen, Zeichen

KEINE = Kennzeichen(0)
STRICHE = str.maketrans(dict.fromkeys("‐‑–—−", "-"))

# The sets of signs; None stands for an exact zero, which is a value.
_DIN: Mapping[str, Zeichen | None] = {
    "-": None,
    ".": Zeichen.GEHEIM_QUELLE,
    "x": Zeichen.SINNLOS,
    "X": Zeichen.SINNLOS,
    "/": Zeichen.UNSICHER,
    "...": Zeichen.SPAETER,
    "…": Zeichen.SPAETER,
}
ZEICHENSAETZE: Mapping[Zeichensatz, Mapping[str, Zeichen | None]] = {
    Zeichensatz.DIN: _DIN,
    Zeichensatz.DESTATIS: _DIN,
    Zeichensatz.LSN_NEU: {
        "g": Zeichen.GEHEIM_QUELLE,
        "t": Zeichen.SPAETER,
        "u": Zeichen.UNSICHER,
        "x": Zeichen.SINNLOS,
    },
    Zeichensatz.BA: {"-": None, "*": Zeichen.GEHEIM_QUELLE, "x": Zeichen.SINNLOS},
    # Zensus 2022 writes one dash for »nothing« and »secret«: what it hides stays unknown. It is
    # the long dash; a hyphen shows that somebody wrote the cell anew, and is refused.
    Zeichensatz.ZENSUS_2022: {"–": Zeichen.GEHEIM_QUELLE, "/": Zeichen.UNSICHER},
}
BUCHSTABEN = {
    "p": Kennzeichen.VORLAEUFIG,
    "r": Kennzeichen.BERICHTIGT,
    "s": Kennzeichen.GESCHAETZT,
    "u": Kennzeichen.EINGESCHRAENKT,
    "f": Kennzeichen.FEHLERHAFT,
    "e": KEINE,  # final
}
# Which of these letters may stand beside a number, by set.
MARKEN: Mapping[Zeichensatz, str] = {
    Zeichensatz.DIN: "prs",
    Zeichensatz.DESTATIS: "prseu",
    Zeichensatz.LSN_NEU: "prseuf",
    Zeichensatz.BA: "",
    Zeichensatz.ZENSUS_2022: "",
}


def sign_of(text: str, satz: Zeichensatz) -> str:
    """The cell or sign as its set compares it: every dash is »-« where the set has that sign."""
    bare = text.strip()
    return bare.translate(STRICHE) if "-" in ZEICHENSAETZE[satz] else bare
