"""Words for messages."""

import difflib
from collections.abc import Iterable, Sequence

from reports.errors import Befund, EingabeFehler, Stelle


def refusal(code: str, ort: str | Stelle, text: str, abhilfe: str) -> EingabeFehler:
    """An EingabeFehler with one Befund."""
    return EingabeFehler([Befund(code=code, ort=ort, text=text, abhilfe=abhilfe)])


def nearest(word: str, known: Sequence[str]) -> str:
    """The known words most like *word*, as the middle of a German sentence; empty without any."""
    found = difflib.get_close_matches(word, known, n=3, cutoff=0.5)
    return " oder ".join(f"»{name}«" for name in found)


def quoted(names: Iterable[str]) -> str:
    """The names in quotation marks, as an enumeration in a German sentence."""
    *first, last = (f"»{name}«" for name in names)
    return f"{', '.join(first)} und {last}" if first else last
