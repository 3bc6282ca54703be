"""Traces in what charts say: numbers in alternative texts and at the ends of lines."""

from collections.abc import Iterable, Iterator

from reports.audit.spuren_bilder import gebiete_of
from reports.audit.spuren_daten import spur, zahlen
from reports.audit.spuren_seite import Diagramm, Linie
from reports.audit.spuren_wortschatz import Seite, is_printed, rang_text, without
from reports.errors import Befund

_FREMD = "Der Text nennt eine Zahl, die aus den freigegebenen Werten nicht folgt."


def wort_spuren(seite: Seite) -> Iterator[Befund]:
    """The traces in the words of all charts of a page."""
    for diagramm in seite.profil.diagramme:
        yield from _of_alt(diagramm, seite)
        for bild in diagramm.bilder:
            for linie in bild.linien:
                if not _ends_right(linie, seite.freigabe.titel.get(bild.titel, ""), seite):
                    yield spur(seite.in_diagramm(diagramm, bild.titel), _FREMD)


def _of_alt(diagramm: Diagramm, seite: Seite) -> Iterator[Befund]:
    strange = _strange_of_lines(diagramm, seite) if diagramm.bilder else _of_dots(diagramm, seite)
    if strange:
        yield spur(f"{seite.ort}, Alternativtext von {diagramm.id}", _FREMD)


def _strange_of_lines(diagramm: Diagramm, seite: Seite) -> bool:
    """Whether a part of the text names what is no printed value of its Kennzahl or no year."""
    own, words = seite.profil.schluessel, seite.wortschatz
    head, *parts = _split_at([bild.titel for bild in diagramm.bilder], diagramm.alt)
    names = (seite.profil.name, *(thema.titel for thema in seite.profil.themen))
    known = words.jahre.union(*map(zahlen, names))
    if not known.issuperset(zahlen(head)):
        return True
    kennzahlen = [seite.freigabe.titel.get(bild.titel, "") for bild in diagramm.bilder]
    return not all(
        words.jahre.union(words.gedruckt(own, name), words.stamm(name)).issuperset(zahlen(part))
        for name, part in zip(kennzahlen, parts, strict=True)
    )


def _split_at(titles: Iterable[str], text: str) -> list[str]:
    """The text before the first title, then from each title to the next; empty where none is."""
    parts = []
    colon = text.find(": ")
    last = 0
    start = max(colon, 0)
    for title in titles:
        found = text.find(title, start)
        if found < 0:
            found = start
        parts.append(text[last:found])
        last, start = found, found + len(title)
    return [*parts, text[last:]]


def _of_dots(diagramm: Diagramm, seite: Seite) -> bool:
    """Whether the text names more than titles, ranks and the number of rows."""
    freigabe, own = seite.freigabe, seite.profil.schluessel
    titles = [reihe.titel for reihe in diagramm.reihen]
    ranks = [rang_text(own, freigabe.titel.get(titel, ""), freigabe) for titel in titles]
    themen = (thema.titel for thema in seite.profil.themen)
    rest = without(diagramm.alt, (*titles, *ranks, *themen, seite.profil.name))
    return not {str(len(titles))}.issuperset(zahlen(rest))


def _ends_right(linie: Linie, kennzahl: str, seite: Seite) -> bool:
    """Whether a line ends with the value of its last point."""
    last = max((p.jahr for p in linie.punkte if p.wert is not None), default=0)
    end = linie.endtext.removeprefix(linie.name)
    areas = gebiete_of(linie, kennzahl, seite)
    return not areas or any(
        is_printed(end, gebiet, kennzahl, seite.freigabe, last) for gebiet in areas
    )
