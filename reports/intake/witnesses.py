"""Witnesses of year and unit besides the figures: file name, titles above the table, heads.

A file whose name says 2014 and whose figures are of 2015 is one of the two by mistake.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from reports.domain.katalog import Merkmal, Stichtag
from reports.domain.quelle import Liefereinheit, Wertspalte
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
# Days of the file and not of its figures.
_NEBENTAG = re.compile(
    r"(?:Gebiets|Daten|Bearbeitungs)?[Ss]tand\b|[Ee]rstell|[Aa]bruf|[Aa]bgerufen"
)
_EINHEITEN = (
    (Liefereinheit.TAUSEND, re.compile(r"\bTsd\b|\bTausend\b|(?<!je )\b1[ .]?000\b")),
    (Liefereinheit.MILLION, re.compile(r"\bMio\b|\bMillionen\b")),
    (Liefereinheit.PROZENT, re.compile(r"%|\bProzent\b")),
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
        found = (day for text in self.titel if not _NEBENTAG.search(text) for day in _days_of(text))
        return {day for day in found if day.year not in self.nebenjahre}

    def titled_years(self) -> set[int]:
        """The years in the titles."""
        titles = [text for text in self.titel if not _NEBENTAG.search(text)]
        years = {year for text in titles for year in _years_of(text)}
        return (years | {day.year for day in self.days()}) - {*self.nebenjahre}


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


def unit_problems(
    titel: Sequence[str], koepfe: Sequence[str], spalte: Wertspalte, merkmal: Merkmal
) -> Iterator[tuple[str, Liefereinheit]]:
    """Units that titles or heads name for a column, and that the profile does not declare.

    Yields:
        The text that names the unit, and the unit.
    """
    for einheit, pattern in _EINHEITEN:
        declared = spalte.einheit is einheit or pattern.search(merkmal.einheit)
        texts = koepfe if einheit is Liefereinheit.PROZENT else (*koepfe, *titel)
        said = next((text for text in texts if pattern.search(text)), None)
        if said is not None and not declared:
            yield said, einheit


def _years_of(text: str) -> set[int]:
    """The years in a text, whether alone or followed by a month."""
    years = {int(year) for year in _JAHR.findall(text)}
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
        abhilfe="Prüfen, ob die richtige Datei abgelegt ist; sonst Name, Titel oder Jahr berichtigen.",
    )
