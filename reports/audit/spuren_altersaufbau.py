"""Traces in the Altersaufbau: bars, outlines and rows that released values alone do not give."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import isclose

from reports.audit.spuren_daten import Zeile as Freigabezeile
from reports.audit.spuren_daten import deutsch_von, spur, zahlen
from reports.audit.spuren_seite import Tabelle, Zeile, Zelle
from reports.audit.spuren_seitenbilder import Balken, Pyramide, Pyramidenstufe
from reports.audit.spuren_wortschatz import Seite, counts_of
from reports.errors import Befund

ART = "altersaufbau"  # the kind of its table
_GESCHLECHTER = ("Männer", "Frauen")
_SPALTEN = 3  # of each sex: count, share, share of the other area
_OFFEN = "und älter"
_JAHRE_DER_OFFENEN = 15
_GENAU = 1e-9


@dataclass(frozen=True)
class Altersaufbau:
    """A table and its pyramid beside what is released."""

    tabelle: Tabelle
    pyramide: Pyramide
    seite: Seite

    @cached_property
    def koepfe(self) -> tuple[str, ...]:
        """The steps as the rows of the table name them."""
        return tuple(zeile.kopf for zeile in self.tabelle.zeilen)

    def kennzahl(self, wer: str, kopf: str) -> str:
        """The Kennzahl of a sex and step; empty where nothing of it is released."""
        return self.seite.freigabe.titel.get(f"Anteil {wer} {kopf}", "")

    @cached_property
    def kennzahlen(self) -> tuple[str, ...]:
        """Those of all sexes and steps."""
        every = (self.kennzahl(wer, kopf) for kopf in self.koepfe for wer in _GESCHLECHTER)
        return tuple(filter(None, every))

    @cached_property
    def jahr(self) -> int:
        """The newest year that all of them have reached."""
        staende = self.seite.freigabe.staende
        return min((staende[k] for k in self.kennzahlen if k in staende), default=0)

    def zeile(self, gebiet: str, wer: str, kopf: str) -> Freigabezeile | None:
        """The released row of that year."""
        return self.seite.freigabe.reihe(gebiet, self.kennzahl(wer, kopf)).get(self.jahr)

    def laenge(self, gebiet: str, wer: str, kopf: str) -> float | None:
        """The released share a year of age."""
        werte = self.seite.freigabe.werte(gebiet, self.kennzahl(wer, kopf))
        von, bis = _ages(kopf)
        return werte[self.jahr] / (bis - von) if self.jahr in werte else None


def altersaufbau_spuren(seite: Seite) -> Iterator[Befund]:
    """The traces in the chapter of the Altersaufbau, and in tables that pass for its own."""
    thema = seite.profil.altersaufbau
    own = thema.tabellen if thema else ()
    for tabelle in seite.profil.tabellen:
        if (tabelle.art == ART) != (tabelle in own):
            ort = f"{seite.ort}, Tabelle {tabelle.id}"
            yield spur(ort, "Die Tabelle steht an einer Stelle, an der sie niemand prüft.")
    for tabelle in own:
        if thema and thema.pyramide:
            yield from _of_chapter(Altersaufbau(tabelle, thema.pyramide, seite))


def _of_chapter(aufbau: Altersaufbau) -> Iterator[Befund]:
    seite, pyramide = aufbau.seite, aufbau.pyramide
    others = [key for key in seite.freigabe.namen if key != seite.profil.schluessel]
    beside = [key for key in others if _is_beside(key, aufbau)]
    ort = f"{seite.ort}, Tabelle {aufbau.tabelle.id}"
    if not all(_shows_own(zeile, aufbau) for zeile in aufbau.tabelle.zeilen):
        yield spur(ort, "Eine Zeile zeigt nicht die freigegebenen Werte der Kommune.")
    if not beside:
        yield spur(ort, "Die Werte daneben und der Umriss sind nicht die eines Gebiets.")
    ort = f"{seite.ort}, Bild {pyramide.id}"
    if not _has_own_bars(aufbau) or not _is_scaled(aufbau):
        yield spur(ort, "Ein Balken oder die Achse folgt nicht aus den freigegebenen Werten.")
    if not _explains(aufbau, beside):
        yield spur(
            f"{seite.ort}, Alternativtext von {pyramide.id}", "Der Text nennt fremde Zahlen."
        )


def _sides(stufe: Pyramidenstufe) -> tuple[tuple[str, Balken], ...]:
    return tuple(zip(_GESCHLECHTER, (stufe.maenner, stufe.frauen), strict=True))


def _halves(zeile: Zeile) -> Iterator[tuple[str, tuple[Zelle, ...]]]:
    """The cells of each sex."""
    for place, wer in enumerate(_GESCHLECHTER):
        yield wer, zeile.zellen[place * _SPALTEN : (place + 1) * _SPALTEN]


def _shows_own(zeile: Zeile, aufbau: Altersaufbau) -> bool:
    """Whether counts and shares are the released ones of the page's area."""
    own = aufbau.seite.profil.schluessel
    for wer, (count, share, _) in _halves(zeile):
        row = aufbau.zeile(own, wer, zeile.kopf)
        hidden = row is None or bool(row["zeichen"])
        counts = [] if hidden or row is None else zahlen(next(counts_of(row)))
        if zahlen(count.text) != counts or not _is_print(share, row):
            return False
    return len(zeile.zellen) == _SPALTEN * len(_GESCHLECHTER)


def _is_print(zelle: Zelle, row: Freigabezeile | None) -> bool:
    """Whether a cell shows and says what is printed of a released row, and nothing else."""
    printed = zahlen(row["gedruckt"]) if row else []
    return zahlen(zelle.text) == printed and {*zahlen(" ".join(zelle.texte))} <= {*printed}


def _is_beside(gebiet: str, aufbau: Altersaufbau) -> bool:
    """Whether the last columns and the outline are those of an area."""
    return all(
        _is_print(cells[-1], aufbau.zeile(gebiet, wer, zeile.kopf))
        for zeile in aufbau.tabelle.zeilen
        for wer, cells in _halves(zeile)
    ) and all(
        _is_at(balken.vergleich, aufbau.laenge(gebiet, wer, kopf))
        for kopf, stufe in zip(aufbau.koepfe, aufbau.pyramide.stufen, strict=True)
        for wer, balken in _sides(stufe)
    )


def _has_own_bars(aufbau: Altersaufbau) -> bool:
    """Whether each bar is the released share by its years, and a sign stands for every other."""
    own = aufbau.seite.profil.schluessel
    for kopf, stufe in zip(aufbau.koepfe, aufbau.pyramide.stufen, strict=True):
        if (stufe.von, stufe.bis) != _ages(kopf):
            return False
        for wer, balken in _sides(stufe):
            if not _is_at(balken.wert, aufbau.laenge(own, wer, kopf)) or zahlen(balken.zeichen):
                return False
    return True


def _is_scaled(aufbau: Altersaufbau) -> bool:
    """Whether the scale ends with the longest released bar, and its ticks are where they say."""
    every = [
        aufbau.laenge(gebiet, wer, kopf) or 0.0
        for gebiet in aufbau.seite.freigabe.namen
        for kopf in aufbau.koepfe
        for wer in _GESCHLECHTER
    ]
    return _is_at(aufbau.pyramide.ende, max(every)) and all(
        strich.text == deutsch_von(strich.wert, 1) and 0 <= strich.wert <= aufbau.pyramide.ende
        for strich in aufbau.pyramide.striche
    )


def _explains(aufbau: Altersaufbau, beside: list[str]) -> bool:
    """Whether the alternative text names nothing but steps, days and released shares of both."""
    words, seite = aufbau.seite.wortschatz, aufbau.seite
    shares = (
        words.gedruckt(gebiet, kennzahl)
        for gebiet in (seite.profil.schluessel, *beside)
        for kennzahl in aufbau.kennzahlen
    )
    stems = (words.stamm(kennzahl) for kennzahl in aufbau.kennzahlen)
    known = words.jahre.union(zahlen(seite.profil.name), *stems, *shares)
    return known.issuperset(zahlen(aufbau.pyramide.alt))


def _ages(kopf: str) -> tuple[int, int]:
    """The first age of a step, and the one after its last as it is drawn."""
    first, *rest = (int(zahl) for zahl in zahlen(kopf))
    if rest:
        return first, rest[0] + 1
    return (first, first + _JAHRE_DER_OFFENEN) if _OFFEN in kopf else (0, first)


def _is_at(place: float | None, expected: float | None) -> bool:
    if place is None or expected is None:
        return place is expected
    return isclose(place, expected, rel_tol=_GENAU)
