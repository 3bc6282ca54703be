"""Traces in what charts say: numbers in alternative texts and at the ends of lines."""

from collections.abc import Iterator

from reports.audit.spuren_bilder import gebiete_of
from reports.audit.spuren_daten import Freigabe, spur, zahlen
from reports.audit.spuren_seitenbilder import Bild, Diagramm, Linie, Spinebeispiel
from reports.audit.spuren_wortschatz import Seite, is_printed, rang_text, without
from reports.errors import Befund

_FREMD = "Der Text nennt eine Zahl, die aus den freigegebenen Werten nicht folgt."


def wort_spuren(seite: Seite) -> Iterator[Befund]:
    """The traces in the words of all charts and pictures of a page."""
    for diagramm in seite.profil.diagramme:
        yield from _of_lines(diagramm, seite.freigabe.titel.get(diagramm.titel, ""), seite)
    if seite.profil.beispiel and not _explains_example(seite.profil.beispiel, seite):
        yield spur(f"{seite.ort}, Bild {seite.profil.beispiel.id}", _FREMD)
    for tabelle in seite.profil.tabellen:
        for bild in tabelle.bilder:
            if not _explains_spine(bild, seite):
                yield spur(f"{seite.ort}, Alternativtext von {bild.id}", _FREMD)


def _of_lines(diagramm: Diagramm, kennzahl: str, seite: Seite) -> Iterator[Befund]:
    if not _explains_lines(diagramm, kennzahl, seite):
        yield spur(f"{seite.ort}, Alternativtext von {diagramm.id}", _FREMD)
    if not all(_ends_right(linie, kennzahl, seite) for linie in diagramm.linien):
        yield spur(seite.in_diagramm(diagramm), _FREMD)


def _explains_lines(diagramm: Diagramm, kennzahl: str, seite: Seite) -> bool:
    """Whether the text names years, printed values of the lines and missing years alone."""
    words, own = seite.wortschatz, seite.profil.schluessel
    areas = {own, *(key for linie in diagramm.linien for key in gebiete_of(linie, kennzahl, seite))}
    printed = (words.gedruckt(key, kennzahl) for key in areas)
    names = zahlen(seite.profil.name)
    known = words.jahre.union(words.stamm(kennzahl), names, *printed)
    gaps = _gaps(own, kennzahl, diagramm.jahre, seite.freigabe)
    rest = without(diagramm.alt, (f"{gaps} Jahre ohne Wert",))
    return known.issuperset(zahlen(rest))


def _gaps(gebiet: str, kennzahl: str, jahre: tuple[int, int], freigabe: Freigabe) -> int:
    """How many years between the first and the last released value have none."""
    first, last = jahre
    known = [jahr for jahr in freigabe.werte(gebiet, kennzahl) if first <= jahr <= last]
    return max(known) - min(known) + 1 - len(known) if known else 0


def _explains_spine(bild: Bild, seite: Seite) -> bool:
    """Whether the text names the own rank, and values of the Stand that the picture shows."""
    words, freigabe, own = seite.wortschatz, seite.freigabe, seite.profil.schluessel
    kennzahl = bild.id.removeprefix("spine-")
    stand = freigabe.staende.get(kennzahl, 0)
    shown = {
        key: wert
        for key in freigabe.kommunen
        if (wert := freigabe.werte(key, kennzahl).get(stand)) is not None
    }
    ends = {min(shown.values()), max(shown.values())} if shown else set()
    areas = {own, freigabe.region, *(key for key, wert in shown.items() if wert in ends)}
    known = words.jahre.union(words.stamm(kennzahl), words.am_stand(areas, kennzahl))
    rest = without(bild.alt, (rang_text(own, kennzahl, freigabe), seite.profil.name))
    return known.issuperset(zahlen(rest))


def _explains_example(beispiel: Spinebeispiel, seite: Seite) -> bool:
    """Whether the labels are the printed values, and all else names nothing but titles and days."""
    freigabe, own = seite.freigabe, seite.profil.schluessel
    kennzahl = beispiel.zeile.id.removeprefix("spine-")
    labels = [(beispiel.region, freigabe.region)]
    labels += [(beispiel.eigen, own)] if beispiel.eigen else []
    rest = zahlen(" ".join((beispiel.titel, beispiel.andere, *beispiel.enden)))
    return (
        _explains_spine(beispiel.bild, seite)
        and all(is_printed(text, key, kennzahl, freigabe) for text, key in labels)
        and seite.wortschatz.stamm(kennzahl).union(seite.wortschatz.jahre).issuperset(rest)
    )


def _ends_right(linie: Linie, kennzahl: str, seite: Seite) -> bool:
    """Whether a line ends with the value of its last point."""
    last = max((p.jahr for p in linie.punkte if p.wert is not None), default=0)
    end = linie.endtext.removeprefix(linie.name)
    areas = gebiete_of(linie, kennzahl, seite)
    return not areas or any(
        is_printed(end, gebiet, kennzahl, seite.freigabe, last) for gebiet in areas
    )
