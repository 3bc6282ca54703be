"""Which numbers a text may hold: those that released rows explain."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache, cached_property

from reports.audit.spuren_daten import Freigabe, Zeile, deutsch, zahlen
from reports.audit.spuren_seite import Profil
from reports.audit.spuren_seitenbilder import Diagramm

_TAG = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


class Wortschatz:
    """The numbers that the released rows give, by area and Kennzahl."""

    def __init__(self, freigabe: Freigabe) -> None:
        self._freigabe = freigabe
        self.gedruckt = cache(self._gedruckt)
        self.figuren = cache(self._figuren)
        self.stamm = cache(self._stamm)

    @cached_property
    def jahre(self) -> frozenset[str]:
        """All years, also those that changes name."""
        years = {str(jahr) for reihe in self._freigabe.reihen.values() for jahr in reihe}
        spans = {zeile["zeitraum"] for laeufe in self._freigabe.laeufe.values() for zeile in laeufe}
        return frozenset(years.union(*map(zahlen, spans)))

    @cached_property
    def allgemein(self) -> frozenset[str]:
        """Years, days, keys, ids, names, titles, units, and counts up to that of the Kennzahlen."""
        areas, titel = self._freigabe.namen, self._freigabe.titel
        names = (*areas, *areas.values(), *titel, *titel.values())
        return frozenset().union(
            self.jahre,
            *map(zahlen, names),
            *(self.stamm(kennzahl) for kennzahl in titel.values()),
            map(str, range(len(self._freigabe.kennzahlen) + 1)),
        )

    def _gedruckt(self, gebiet: str, kennzahl: str) -> frozenset[str]:
        """The printed values of all years."""
        return _numbers_in(zeile["gedruckt"] for zeile in self._reihe(gebiet, kennzahl))

    def am_stand(self, gebiete: Iterable[str], kennzahl: str) -> frozenset[str]:
        """The printed values of these areas at the Stand."""
        rows = (self._freigabe.am_stand(gebiet, kennzahl) for gebiet in gebiete)
        return _numbers_in(row["gedruckt"] for row in rows if row)

    def _figuren(self, gebiet: str, kennzahl: str) -> frozenset[str]:
        """The printed values, the counts behind them, and the changes."""
        return _numbers_in(self._texts_of(gebiet, kennzahl))

    def _stamm(self, kennzahl: str) -> frozenset[str]:
        """The numbers in title and unit, and the days of the figures."""
        return _numbers_in(self._stems.get(kennzahl, ()))

    @cached_property
    def _stems(self) -> dict[str, set[str]]:
        """Titles, units and days by Kennzahl."""
        found: dict[str, set[str]] = {}
        for (_, kennzahl), reihe in self._freigabe.reihen.items():
            texts = found.setdefault(kennzahl, set())
            for zeile in reihe.values():
                texts |= {zeile["titel"], zeile["einheit"], _day(zeile["stichtag"])}
        return found

    def _texts_of(self, gebiet: str, kennzahl: str) -> Iterator[str]:
        for zeile in self._reihe(gebiet, kennzahl):
            yield zeile["gedruckt"]
            yield from counts_of(zeile)
        for lauf in self._freigabe.laeufe.get((gebiet, kennzahl), ()):
            yield lauf["gedruckt"]

    def _reihe(self, gebiet: str, kennzahl: str) -> Iterable[Zeile]:
        return self._freigabe.reihe(gebiet, kennzahl).values()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seite:
    """A page, what is released, and which numbers that explains."""

    profil: Profil
    freigabe: Freigabe
    wortschatz: Wortschatz

    @property
    def ort(self) -> str:
        """The file."""
        return f"daten/seiten/{self.profil.schluessel}.json"

    def in_diagramm(self, diagramm: Diagramm) -> str:
        """A chart."""
        return f"{self.ort}, Diagramm {diagramm.id}"


def counts_of(zeile: Zeile) -> Iterator[str]:
    """Zähler and Nenner in print, and their sum: what an Entwicklung ends with."""
    try:
        counts = [Decimal(zeile[name]) for name in ("zaehler", "nenner") if zeile[name]]
    except InvalidOperation:
        return
    yield from map(deutsch, counts)
    yield deutsch(sum(counts, Decimal(0)))


def is_printed(
    text: str, gebiet: str, kennzahl: str, freigabe: Freigabe, jahr: int | None = None
) -> bool:
    """Whether the numbers of a text are those of the printed value, alone or with its unit."""
    year = freigabe.staende.get(kennzahl, 0) if jahr is None else jahr
    zeile = freigabe.reihe(gebiet, kennzahl).get(year)
    if zeile is None or zeile["zeichen"]:
        return not zahlen(text)
    printed = zahlen(zeile["gedruckt"])
    return zahlen(text) in (printed, [*printed, *zahlen(zeile["einheit"])])


def rang_text(gebiet: str, kennzahl: str, freigabe: Freigabe) -> str:
    """The released rank as pages print it; empty without one."""
    zeile = freigabe.vergleiche.get((gebiet, kennzahl))
    if zeile is None or not zeile["rang"]:
        return ""
    first, last = zeile["rang"], zeile["rang_bis"]
    places = first if first == last else f"{first}–{last}"
    return f"Rang {places} von {zeile['anzahl']}"


def bilanz_of(gebiet: str, freigabe: Freigabe) -> list[str]:
    """How many Kennzahlen of the area early warning has tested, how many stand out, are quiet."""
    own = [zeile for (key, _), zeile in freigabe.vergleiche.items() if key == gebiet]
    tested = sum(zeile["pruefungen"] not in {"", "0"} for zeile in own)
    found = sum(bool(zeile["signal"]) for zeile in own)
    return [str(tested), str(found), str(tested - found)]


def without(text: str, phrases: Iterable[str]) -> str:
    """The text without phrases that stand for themselves."""
    for phrase in sorted(filter(None, phrases), key=len, reverse=True):
        text = text.replace(phrase, " ")
    return text


def _day(stichtag: str) -> str:
    """A day in German print; a span of time as it is."""
    return _TAG.sub(r"\3.\2.\1", stichtag)


def _numbers_in(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(zahl for text in texts for zahl in zahlen(text))
