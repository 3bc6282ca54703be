"""Year and day of a delivered figure, as they are written and as the catalogue asks for them."""

import re
from datetime import date

from reports.domain.katalog import Merkmal, Stichtag
from reports.intake.cells import ZellenError
from reports.intake.witnesses import TAGE

_BELIEBIGER_TAG = {Stichtag.ZENSUSTAG, Stichtag.WAHLTAG}
_JAHR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_TAG = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)|((?:19|20)\d\d)-(\d\d)-(\d\d)", re.ASCII)


class ZeitError(ZellenError):
    """Year or day is not written as it should be, or is not that of the Merkmal.

    Attributes:
        ursache: what it has in common with others that one mending removes.
    """

    def __init__(self, grund: str, abhilfe: str, ursache: str) -> None:
        super().__init__(grund, abhilfe, "E-STICHTAG")
        self.ursache = ursache


def read_einfach(jahr: str, stichtag: str, merkmal: Merkmal) -> tuple[int, str]:
    """Year and Stichtag of a figure that names both.

    Raises:
        ZeitError: one is written otherwise, or they are not what the catalogue asks for.
    """
    if not _JAHR.fullmatch(jahr):
        remedy = "Vier Ziffern eintragen, etwa 2022."
        raise ZeitError(f"»{jahr}« ist kein Jahr.", remedy, remedy)
    if _fits(jahr, stichtag, merkmal.stichtag):
        return int(jahr), stichtag
    text = (
        f"Der Stichtag »{stichtag}« passt nicht zu »{merkmal.id}« ({merkmal.stichtag})"
        f" und dem Jahr {jahr}."
    )
    if re.fullmatch(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}", stichtag):
        remedy = "Tage als JJJJ-MM-TT eintragen, etwa 2022-12-31."
        raise ZeitError(text, remedy, remedy)
    raise ZeitError(text, "Stichtag oder Jahr der Lieferung prüfen.", merkmal.id)


def read_tabelle(text: str, merkmal: Merkmal) -> tuple[int, str]:
    """Year and Stichtag of a figure in a table, which names a year or a whole day.

    Raises:
        ZeitError: neither, or another day than the catalogue asks for.
    """
    written = text.strip()
    if match := _TAG.fullmatch(written):
        return _of_day(match, merkmal)
    if not _JAHR.fullmatch(written):
        remedy = "Vier Ziffern oder einen ganzen Tag eintragen, etwa 2022 oder 31.12.2022."
        raise ZeitError(f"»{text}« ist kein Jahr.", remedy, remedy)
    year = int(written)
    if merkmal.stichtag in TAGE:
        return year, date(year, *TAGE[merkmal.stichtag]).isoformat()
    no_day = merkmal.stichtag in _BELIEBIGER_TAG
    return year, str(Stichtag.JAHR if no_day else merkmal.stichtag)


def _of_day(match: re.Match[str], merkmal: Merkmal) -> tuple[int, str]:
    day, month, year = (match[n] for n in ((1, 2, 3) if match[3] else (6, 5, 4)))
    written = f"{year}-{int(month):02}-{int(day):02}"
    known_day = merkmal.stichtag in TAGE or merkmal.stichtag in _BELIEBIGER_TAG
    if not (known_day and _fits(year, written, merkmal.stichtag) and _is_day(written, year)):
        text = f"Der Tag »{match[0]}« passt nicht zu »{merkmal.id}« ({merkmal.stichtag})."
        raise ZeitError(text, "Stichtag oder Jahr der Lieferung prüfen.", merkmal.id)
    return int(year), written


def _fits(jahr: str, stichtag: str, art: Stichtag) -> bool:
    if stichtag == Stichtag.JAHR:
        return True
    if art in TAGE:
        month, day = TAGE[art]
        return stichtag == f"{jahr}-{month:02}-{day:02}"
    return _is_day(stichtag, jahr) if art in _BELIEBIGER_TAG else stichtag == art


def _is_day(text: str, jahr: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text and text.startswith(jahr)
    except ValueError:
        return False
