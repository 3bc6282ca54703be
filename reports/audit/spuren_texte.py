"""Traces in all other texts of a page: titles, explanations, back matter."""

from collections.abc import Iterable, Iterator, Mapping

from reports.audit.spuren_daten import spur, zahlen
from reports.audit.spuren_seite import texts_of
from reports.audit.spuren_wortschatz import Wortschatz
from reports.errors import Befund

Blatt = Mapping[str, object]  # a page as its file holds it
_GEPRUEFT = frozenset(
    {
        "saetze",
        "kacheln",
        "kartenkacheln",
        "einwohner",
        "zeilen",
        "alt",
        "beispiel",
        "kommunenblick",
        "striche",
        "endtext",
        "bilanz",
        "fehlalarme",
    }
)  # fields of figures, which have checks of their own
_FEST = frozenset(
    {
        "hinweis",
        "fuss",
        "einleitung",
        "lesehilfe",
        "lesarten",
        "regel",
        "legende",
        "rueckseite",
        "verzeichnis",
    }
)


def text_spuren(blaetter: Mapping[str, Blatt], wortschatz: Wortschatz) -> Iterator[Befund]:
    """The traces in texts that are no figures, of all pages by their file.

    Years, days, titles, units and small counts are explained; every other number has to stand in
    the same text of another page too. A single page has nothing beside it: there, the parts that
    are the same on all pages explain themselves.
    """
    texts = {ort: set(_free_texts(blatt)) for ort, blatt in blaetter.items()}
    for ort, own in texts.items():
        others = [found for other, found in texts.items() if other != ort]
        fixed = set().union(*others) if others else set(_fixed_texts(blaetter[ort]))
        for text in sorted(own - fixed):
            if not wortschatz.allgemein.issuperset(zahlen(text)):
                yield spur(ort, "Ein Text nennt eine Zahl, die auf keiner anderen Seite steht.")


def _free_texts(blatt: Blatt) -> Iterator[str]:
    """The texts of a page but those of figures; of the back matter all but its sum."""
    yield from texts_of(blatt, _GEPRUEFT | {"verzeichnis"})
    yield from texts_of(blatt["verzeichnis"], frozenset({"bilanz"}))


def _fixed_texts(blatt: Blatt) -> Iterator[str]:
    """The texts of the parts that are the same on all pages."""
    for name, part in _parts(blatt):
        if name in _FEST:
            yield from texts_of(part)


def _parts(value: object) -> Iterator[tuple[str, object]]:
    """All fields at any depth with their names."""
    if isinstance(value, Mapping):
        yield from value.items()
    for part in _inside(value):
        yield from _parts(part)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, list) else ()
