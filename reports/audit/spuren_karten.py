"""Traces in maps: figures, fills and words that released values alone do not give."""

from collections.abc import Iterator

from reports.audit.spuren_daten import OHNE, Freigabe, spur, zahlen
from reports.audit.spuren_lage import viertel_of
from reports.audit.spuren_seitenbilder import Karte
from reports.audit.spuren_wortschatz import Seite, without
from reports.errors import Befund

_DUNKEL = 4
_MINDESTWERTE = 8  # below, nothing is said of quarters
_FREMD = "Der Text nennt eine Zahl, die aus den freigegebenen Werten nicht folgt."


def karten_spuren(seite: Seite) -> Iterator[Befund]:
    """The traces in all maps of a page."""
    if seite.profil.karte:
        yield from _of_place(seite.profil.karte, seite)
    for karte in seite.profil.karten:
        yield from _of_values(karte, seite)


def _of_place(karte: Karte, seite: Seite) -> Iterator[Befund]:
    """A map that shows where a Kommune lies shows nothing else."""
    ort = f"{seite.ort}, Karte {karte.id}"
    tiles = karte.kartenkacheln
    is_plain = all(not k.name and not k.text and k.stufe == _DUNKEL * k.eigen for k in tiles)
    if not is_plain or sum(k.eigen for k in tiles) != 1:
        yield spur(ort, "Die Karte zeigt mehr als die Lage der Kommune.")
    names = {zahl for name in seite.freigabe.namen.values() for zahl in zahlen(name)}
    if not names.issuperset(zahlen(karte.alt)):
        yield spur(f"{seite.ort}, Alternativtext von {karte.id}", _FREMD)


def _of_values(karte: Karte, seite: Seite) -> Iterator[Befund]:
    freigabe, kennzahl = seite.freigabe, karte.id.removeprefix("karte-")
    if kennzahl not in freigabe.staende:
        text = "Die Karte zeigt eine Kennzahl, von der nichts freigegeben ist."
        yield spur(f"{seite.ort}, Karte {karte.id}", text)
        return
    ort = f"{seite.ort}, Karte {karte.id}"
    if sorted((k.name, k.text) for k in karte.kartenkacheln) != _texts(kennzahl, freigabe):
        yield spur(ort, "In einer Kachel steht nicht der freigegebene Wert der Kommune.")
    steps = sorted((k.name, k.stufe) for k in karte.kartenkacheln)
    if steps != _steps(kennzahl, freigabe) or any(k.eigen for k in karte.kartenkacheln):
        yield spur(ort, "Die Farbstufen ergeben sich nicht aus den freigegebenen Werten.")
    if not _explains_values(karte.alt, kennzahl, seite):
        yield spur(f"{seite.ort}, Alternativtext von {karte.id}", _FREMD)


def _texts(kennzahl: str, freigabe: Freigabe) -> list[tuple[str, str]]:
    """The Kommunen with what is printed of each."""
    rows = {key: freigabe.am_stand(key, kennzahl) for key in freigabe.kommunen}
    return sorted((freigabe.namen[k], row["gedruckt"] if row else OHNE) for k, row in rows.items())


def _steps(kennzahl: str, freigabe: Freigabe) -> list[tuple[str, int]]:
    """The Kommunen with the fill of each: the quarter it lies in, where enough have a value."""
    quarters = viertel_of(kennzahl, freigabe)
    shown = quarters if len(quarters) >= _MINDESTWERTE else {}
    steps = {key: _DUNKEL + 1 - viertel for key, viertel in shown.items()}
    return sorted((freigabe.namen[key], steps.get(key, 0)) for key in freigabe.kommunen)


def _explains_values(text: str, kennzahl: str, seite: Seite) -> bool:
    """Whether the text names the ends of the released values and how many Kommunen have none."""
    words, freigabe = seite.wortschatz, seite.freigabe
    stand = freigabe.staende[kennzahl]
    werte = {key: freigabe.werte(key, kennzahl).get(stand) for key in freigabe.kommunen}
    shown = [wert for wert in werte.values() if wert is not None]
    ends = {min(shown), max(shown)} if shown else set()
    areas = [key for key, wert in werte.items() if wert in ends]
    known = words.jahre.union(words.stamm(kennzahl), words.am_stand(areas, kennzahl))
    hidden = f"{len(werte) - len(shown)} Kommunen ohne Wert"
    return known.issuperset(zahlen(without(text, (hidden, *freigabe.namen.values()))))
