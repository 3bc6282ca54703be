"""One delivered cell: German number text or a sign of its source's set, nothing else."""

import re
from dataclasses import dataclass

from reports.domain.quelle import Zeichensatz
from reports.domain.zeichen import Zeichen

# Thousands are set off by a point or by one kind of narrow or unbreakable blank.
_ZAHL = re.compile(
    r"([+-]?)([1-9]\d{0,2}(?:([.\u00a0\u2009\u202f])\d{3})(?:\3\d{3})*|\d+)(?:,(\d+))?", re.ASCII
)
_STRICHE = str.maketrans(dict.fromkeys("‐‑–—−", "-"))
_STELLEN = 16  # digits of the largest figure; sums of such figures still fit into Int64

# The sets of signs; None stands for an exact zero, which is a value.
ZEICHENSAETZE: dict[Zeichensatz, dict[str, Zeichen | None]] = {
    Zeichensatz.DESTATIS: {
        "-": None,
        ".": Zeichen.GEHEIM_QUELLE,
        "x": Zeichen.SINNLOS,
        "X": Zeichen.SINNLOS,
        "/": Zeichen.UNSICHER,
        "...": Zeichen.SPAETER,
        "…": Zeichen.SPAETER,
    },
    # Zensus 2022 writes one dash for »nothing« and »secret«: what it hides stays unknown. It is
    # the long dash; a hyphen shows that somebody wrote the cell anew, and is refused.
    Zeichensatz.ZENSUS_2022: {"–": Zeichen.GEHEIM_QUELLE, "/": Zeichen.UNSICHER},
}

_ABHILFEN = (
    (
        r"[+-]?\d[\d.,]*[eE][+-]?\d+",
        "Excel hat die Zahl gekürzt: die Spalte als ganze Zahl formatieren und neu speichern.",
    ),
    (
        r"#.*",
        "Excel meldet hier einen Fehler: die Formel berichtigen und die Datei neu speichern.",
    ),
    (
        r"[+-]?[\d.,]+",
        "Dezimalstellen mit Komma abtrennen, Tausender mit Punkt oder gar nicht: 1.234,5.",
    ),
)


@dataclass(frozen=True, slots=True)
class Angabe:
    """A delivered figure in units of its last decimal, or the sign in its place."""

    wert: int | None
    zeichen: Zeichen | None


class ZellenError(ValueError):
    """A text is neither a number nor a sign of the set.

    The message is the German reason; ``abhilfe`` what to do about it, the same for all cells of
    one cause.
    """

    def __init__(self, grund: str, abhilfe: str) -> None:
        super().__init__(grund)
        self.abhilfe = abhilfe


def read_zelle(text: str, satz: Zeichensatz, dezimalen: int) -> Angabe:
    """The figure or sign that *text* writes.

    Raises:
        ZellenError: an empty or ambiguous text, an undeclared sign, too many decimals or digits.
    """
    if match := _ZAHL.fullmatch(text.strip().translate(_STRICHE)):
        return Angabe(_scaled(match, dezimalen, text), None)
    known = ZEICHENSAETZE[satz]
    sign = sign_of(text, satz)
    if sign not in known:
        raise _unreadable(text, satz)
    meaning = known[sign]
    return Angabe(0, None) if meaning is None else Angabe(None, meaning)


def sign_of(text: str, satz: Zeichensatz) -> str:
    """The cell or sign as its set compares it: every dash is »-« where the set has that sign."""
    bare = text.strip()
    return bare.translate(_STRICHE) if "-" in ZEICHENSAETZE[satz] else bare


def _scaled(match: re.Match[str], dezimalen: int, text: str) -> int:
    fraction = match[4] or ""
    if len(fraction.rstrip("0")) > dezimalen:
        raise ZellenError(
            f"»{text}« hat mehr als die {dezimalen} Nachkommastellen des Merkmals.",
            f"Auf {dezimalen} Stellen nach dem Komma liefern oder dezimalen im Katalog ändern.",
        )
    whole = match[2].replace(match[3] or ".", "")
    digits = whole + fraction[:dezimalen].ljust(dezimalen, "0")
    if len(digits.lstrip("0")) > _STELLEN:
        raise ZellenError(f"»{text}« ist zu groß.", f"Höchstens {_STELLEN} Ziffern liefern.")
    return -int(digits) if match[1] == "-" else int(digits)


def _unreadable(text: str, satz: Zeichensatz) -> ZellenError:
    if not text.strip():
        return ZellenError("Die Zelle ist leer.", "Den Wert oder ein Zeichen eintragen.")
    signs = " ".join(ZEICHENSAETZE[satz])
    reason = (
        f"»{text}« ist weder eine Zahl in deutscher Schreibweise noch eines der Zeichen {signs}."
    )
    for pattern, remedy in _ABHILFEN:
        if re.fullmatch(pattern, text.strip()):
            return ZellenError(reason, remedy)
    return ZellenError(reason, f"Statt »{text}« die Zahl oder eines der Zeichen eintragen.")
