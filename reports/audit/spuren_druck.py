"""Whether a PDF prints each number and each sign of its page model as often as that has them.

A suppressed figure in print is nearly always some other figure's number too, so that it is the
count that tells: one number more, one sign less.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pypdfium2

from reports.audit.spuren_daten import GESPERRT, spur, zahlen
from reports.audit.spuren_seite import texts_of
from reports.errors import Befund

_UNGEDRUCKT = frozenset(
    {"alt", "gesprochen", "stuecke"}  # heard, doubled
    | {"linien", "striche", "stufen", "spine"}  # drawn
    | {"kartenkacheln", "id", "schluessel", "dateiname", "belege"}
)
_JE_SEITE = 4  # heads of tables on a page
_SEITE = re.compile(r"Seite \d+ von \d+")
_ZEICHEN = re.compile(rf"(?<!\S){re.escape(GESPERRT)}(?!\S)")
_VERWEISE = 2  # on one page, from the contents and the front page


def druck_spuren(path: Path, blatt: Mapping[str, object]) -> Iterator[Befund]:
    """The traces in the printed text of a PDF.

    Args:
        path: the file.
        blatt: the page model that it was printed from, as its file holds it.
    """
    with pypdfium2.PdfDocument(path) as document:
        seiten = [page.get_textpage().get_text_range() for page in document]
    if sum(len(_ZEICHEN.findall(text)) for text in seiten) < _signs(blatt):
        yield spur(path.name, "Wo das Seitenmodell ein Zeichen hat, steht etwas anderes.")
    printed = Counter(zahl for text in seiten for zahl in zahlen(_SEITE.sub(" ", text)))
    known = Counter(zahl for text in texts_of(blatt, _UNGEDRUCKT) for zahl in zahlen(text))
    running = Counter(z for t in texts_of([blatt["fuss"], blatt["hinweis"]]) for z in zahlen(t))
    heads = set(_in_heads(blatt))
    for zahl, number in printed.items():
        more = len(seiten) * (running[zahl] + (_JE_SEITE if zahl in heads else 0))
        more += _VERWEISE if zahl.isdecimal() and int(zahl) <= len(seiten) else 0
        if number > known[zahl] + more:
            text = "Eine Zahl steht öfter in der Datei als im Seitenmodell."
            yield spur(path.name, text)
            return


def _signs(blatt: Mapping[str, object]) -> int:
    return sum(text == GESPERRT for text in texts_of(blatt, _UNGEDRUCKT))


def _in_heads(value: object, name: str = "") -> Iterator[str]:
    """The numbers in the heads of tables, which stand again on every page of theirs."""
    if name == "spalten":
        yield from (zahl for text in texts_of(value) for zahl in zahlen(text))
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _in_heads(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from _in_heads(part)
