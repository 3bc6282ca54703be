"""Witnesses of the year besides the figures: file name, titles above the table, heads.

A file whose name says 2014 and whose figures are of 2015 is one of the two by mistake.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from reports.domain.katalog import Merkmal, Stichtag
from reports.domain.quelle import Wertspalte
from reports.errors import Befund, Stelle

TAGE = {
    Stichtag.JAHRESENDE: (12, 31),
    Stichtag.JAHRESMITTE: (6, 30),
    Stichtag.MAERZ: (3, 1),
    Stichtag.OKTOBER: (10, 1),
    Stichtag.JANUAR: (1, 31),
}
_JAHR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?!\d)")
_JAHR_MONAT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(?!\d)")
_TAG = re.compile(r"(?<!\d)([0-3]?\d)\.\s?([01]?\d)\.\s?((?:19|20)\d\d)(?!\d)")
_MONATE = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
_TAG_WORT = re.compile(rf"([0-3]?\d)\.\s?({'|'.join(_MONATE)})\s((?:19|20)\d\d)")
# Times of the file and not of its figures, each with the word that says so.
_NEBENZEIT = re.compile(
    r"\b(?:(?:Gebiets?|Daten|Bearbeitungs)stand|Erstell|Abruf|Abgerufen)\w*\D{0,25}"
    rf"(?:\d{{1,2}}\.\s?(?:\d{{1,2}}\.\s?|(?:{'|'.join(_MONATE)})\s))?(?:19|20)\d\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zeugnis:
    """What a file says about itself outside its figures.

    Attributes:
        name: the file name.
        titel: the texts above its table.
        koepfe: the heads of its columns of figures, entry by entry of the profile.
        nebenjahre: years in name and titles that are not those of the figures.
    """

    name: str
    titel: Sequence[str]
    koepfe: Sequence[Sequence[str]]
    nebenjahre: Collection[int]

    def named_years(self) -> set[int]:
        """The years in the file name."""
        return _years_of(self.name) - {*self.nebenjahre}

    def days(self) -> set[date]:
        """The days in the titles, without those of the file itself."""
        found = {day for text in self._titles() for day in _days_of(text)}
        return {day for day in found if day.year not in self.nebenjahre}

    def titled_years(self) -> set[int]:
        """The years in the titles."""
        return {year for text in self._titles() for year in _years_of(text)} - {*self.nebenjahre}

    def _titles(self) -> list[str]:
        """The titles without the times of the file itself."""
        return [_NEBENZEIT.sub("", text) for text in self.titel]


def time_problems(
    zeugnis: Zeugnis, years: Collection[int], merkmale: Sequence[Merkmal], ort: Stelle
) -> Iterator[Befund]:
    """Years and days in file name and titles that the figures do not have.

    Args:
        zeugnis: what the file says about itself.
        years: the years of its figures.
        merkmale: what its figures are.
        ort: the file.
    """
    newest = max(years)
    expected = {date(newest, *TAGE[m.stichtag]) for m in merkmale if m.stichtag in TAGE}
    named, titled, days = zeugnis.named_years(), zeugnis.titled_years(), zeugnis.days()
    months = {
        int(month) for year, month in _JAHR_MONAT.findall(zeugnis.name) if int(year) == newest
    }
    if named and newest not in named:
        yield _stichtag(ort, f"Der Dateiname nennt das Jahr {_or(named)}", newest)
    elif months and expected and not months & {day.month for day in expected}:
        text = f"Der Dateiname nennt den Monat {_or(months)}"
        yield _stichtag(ort, text, _or(_written(expected)))
    if titled and newest not in titled:
        yield _stichtag(ort, f"Über der Tabelle steht {_or(titled)}", newest)
    elif days and len(expected) == 1 and not expected & days:
        text = f"Über der Tabelle steht {_or(_written(days))}"
        yield _stichtag(ort, text, _or(_written(expected)))


def lone_witness(zeugnis: Zeugnis, declared: Collection[int], ort: Stelle) -> Iterator[Befund]:
    """Years that only the profile declares: neither file name nor titles nor heads say them."""
    heads = {year for texts in zeugnis.koepfe for text in texts for year in _years_of(text)}
    for year in sorted({*declared} - zeugnis.named_years() - zeugnis.titled_years() - heads):
        yield Befund(
            code="E-STICHTAG",
            ort=ort,
            text=f"Das Jahr {year} steht nur in quelle.toml, weder im Dateinamen noch in der Datei.",
            abhilfe=f"Prüfen, ob die Zahlen von {year} sind, und das Jahr in den Dateinamen schreiben.",
        )


def head_problems(
    koepfe: Sequence[str],
    spalte: Wertspalte,
    merkmal: Merkmal,
    nebenjahre: Collection[int],
    ort: Stelle,
) -> Iterator[Befund]:
    """Years and days in a column's own heads that its figures do not have.

    Args:
        koepfe: the heads of the column.
        spalte: the profile's entry for it.
        merkmal: what it holds.
        nebenjahre: years that are not those of the figures.
        ort: the file.
    """
    for kopf in koepfe:
        years = _years_of(kopf) - {*nebenjahre}
        days = {day for day in _days_of(kopf) if day.year in years}
        fixed = TAGE.get(merkmal.stichtag)
        if spalte.jahr is not None and years and spalte.jahr not in years:
            yield _stichtag(ort, f"Der Kopf »{kopf}« nennt das Jahr {_or(years)}", spalte.jahr)
        elif fixed and days and fixed not in {(day.month, day.day) for day in days}:
            text = f"Der Kopf »{kopf}« nennt den Tag {_or(_written(days))}"
            yield _stichtag(ort, text, f"{merkmal.stichtag} (»{merkmal.id}«)")


def _years_of(text: str) -> set[int]:
    """The years in a text, whether alone, of a day or followed by a month."""
    years = {int(year) for year in _JAHR.findall(text)} | {day.year for day in _days_of(text)}
    return years | {int(year) for year, _ in _JAHR_MONAT.findall(text)}


def _days_of(text: str) -> Iterator[date]:
    numbers = [(int(y), int(m), int(d)) for d, m, y in _TAG.findall(text)]
    words = [(int(y), _MONATE.index(m) + 1, int(d)) for d, m, y in _TAG_WORT.findall(text)]
    for parts in (*numbers, *words):
        with suppress(ValueError):
            yield date(*parts)


def _written(days: Collection[date]) -> set[str]:
    return {day.strftime("%d.%m.%Y") for day in days}


def _or(words: Collection[object]) -> str:
    return " oder ".join(str(word) for word in sorted(words, key=str))


def _stichtag(ort: Stelle, text: str, found: object) -> Befund:
    return Befund(
        code="E-STICHTAG",
        ort=ort,
        text=f"{text}, die Zahlen sind von {found}.",
        abhilfe="Prüfen, ob die richtige Datei abgelegt ist; sonst das Jahr in quelle.toml berichtigen"
        " oder, was nicht von den Zahlen handelt, dort unter nebenjahre nennen.",
    )
