"""How areas, files and days are named."""

import re
from collections.abc import Sequence
from datetime import date

from reports.domain.gebiet import Gruppe, Kommune
from reports.domain.zeit import Zeitraum
from reports.edition import Edition

_UMSCHRIFT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)
_SPANNEN = {
    "Jahressumme": "Jahr {}",
    "Jahresdurchschnitt": "Ø {}",
    "Schuljahr": "Schulj. {}",
    "Jahr": "{}",
}


def file_name(gebiet: Kommune | Gruppe, edition: Edition) -> str:
    """The name of the area's PDF: ASCII, with year, key, name and number of the edition."""
    ascii_name = re.sub(r"[^A-Za-z0-9]+", "-", gebiet.name.translate(_UMSCHRIFT)).strip("-")
    return (
        f"Sozialstrukturprofil_{edition.jahr}_{gebiet.schluessel}_{ascii_name}"
        f"{edition.zusatz}_v{edition.ausgabe}.pdf"
    )


def with_article(gebiet: Kommune | Gruppe) -> str:
    """The name inside a sentence: »für Wedemark«, but »für die Region Hannover«."""
    return f"die {gebiet.name}" if isinstance(gebiet, Gruppe) else gebiet.name


def write_periods(zeitraeume: Sequence[Zeitraum]) -> str:
    """The periods of an edition with their name: »Betrachtungszeiträume 2011–2015 und 2014–2015«."""
    *first, last = map(str, zeitraeume)
    if not first:
        return f"Betrachtungszeitraum {last}"
    return f"Betrachtungszeiträume {', '.join(first)} und {last}"


def write_day(day: date) -> str:
    """A day in German print, ``31.12.2022``."""
    return day.strftime("%d.%m.%Y")


def write_stand(stichtag: str, jahr: int) -> str:
    """The Stand of a figure: its day, or what span of which year it covers."""
    if stichtag in _SPANNEN:
        return _SPANNEN[stichtag].format(jahr)
    return write_day(date.fromisoformat(stichtag))
