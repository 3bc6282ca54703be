"""One delivered cell: German number text or a sign of its source's set, nothing else."""

import re
from dataclasses import dataclass

from reports.domain.quelle import Zeichensatz
from reports.domain.zeichen import Zeichen

_ZAHL = re.compile(r"([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?")

# The sets of signs; None stands for an exact zero, which is a value.
ZEICHENSAETZE: dict[Zeichensatz, dict[str, Zeichen | None]] = {
    Zeichensatz.DESTATIS: {
        "-": None,
        "–": None,
        ".": Zeichen.GEHEIM_QUELLE,
        "x": Zeichen.SINNLOS,
        "X": Zeichen.SINNLOS,
        "/": Zeichen.UNSICHER,
        "...": Zeichen.SPAETER,
        "…": Zeichen.SPAETER,
    },
    # Zensus 2022 writes one dash for »nothing« and »secret«: what it hides stays unknown.
    Zeichensatz.ZENSUS_2022: {"–": Zeichen.GEHEIM_QUELLE, "/": Zeichen.UNSICHER},
}


@dataclass(frozen=True, slots=True)
class Angabe:
    """A delivered figure in units of its last decimal, or the sign in its place."""

    wert: int | None
    zeichen: Zeichen | None


class ZellenError(ValueError):
    """A text is neither a number nor a sign of the set; the message is the German reason."""


def read_zelle(text: str, satz: Zeichensatz, dezimalen: int) -> Angabe:
    """The figure or sign that *text* writes.

    Raises:
        ZellenError: an empty or ambiguous text, an undeclared sign, too many decimals.
    """
    bare = text.strip().replace("\N{MINUS SIGN}", "-")
    if match := _ZAHL.fullmatch(bare):
        return Angabe(_scaled(match, dezimalen, text), None)
    known = ZEICHENSAETZE[satz]
    if bare not in known:
        raise ZellenError(_reason(text, satz))
    sign = known[bare]
    return Angabe(0, None) if sign is None else Angabe(None, sign)


def _scaled(match: re.Match[str], dezimalen: int, text: str) -> int:
    fraction = match[3] or ""
    if len(fraction.rstrip("0")) > dezimalen:
        raise ZellenError(f"»{text}« hat mehr als die {dezimalen} Nachkommastellen des Merkmals.")
    digits = match[2].replace(".", "") + fraction[:dezimalen].ljust(dezimalen, "0")
    return -int(digits) if match[1] == "-" else int(digits)


def _reason(text: str, satz: Zeichensatz) -> str:
    if not text.strip():
        return "Die Zelle ist leer."
    signs = " ".join(ZEICHENSAETZE[satz])
    return f"»{text}« ist weder eine Zahl in deutscher Schreibweise noch eines der Zeichen {signs}."
