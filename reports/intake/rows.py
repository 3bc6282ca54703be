"""What can be wrong with a delivered row before its value is read: key, name, year and day."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from reports.domain.gebiet import REGION
from reports.domain.katalog import Merkmal, Stichtag
from reports.reading import CsvZeile, Fund

_TAGE = {
    Stichtag.JAHRESENDE: "-12-31",
    Stichtag.JAHRESMITTE: "-06-30",
    Stichtag.MAERZ: "-03-01",
    Stichtag.OKTOBER: "-10-01",
    Stichtag.JANUAR: "-01-31",
}
_BELIEBIGER_TAG = {Stichtag.ZENSUSTAG, Stichtag.WAHLTAG}
_SUMMENWORTE = {"summe", "insgesamt", "gesamt", "zusammen"}
_ZERBROCHEN = {"Ã", "\N{REPLACEMENT CHARACTER}"}  # what UTF-8 becomes when it is read as another


def key_problems(zeile: CsvZeile, names: Mapping[str, tuple[str, ...]]) -> Iterator[Fund]:
    """Whether key and name point to the same area; *names* are the accepted ones of each key."""
    ags, name = zeile.felder["ags"], zeile.felder["name"]
    if ags not in names:
        yield _unknown_key(zeile.nummer, ags, name)
    elif name in names[ags]:
        return
    elif _ZERBROCHEN & set(name):
        yield Fund(
            zeile=zeile.nummer,
            code="E-ENC",
            text=f"Der Name »{name}« ist beim Umwandeln der Kodierung zerbrochen.",
            abhilfe="Die Datei noch einmal aus der Quelle holen und als UTF-8 speichern.",
            ursache="Kodierung",
        )
    else:
        yield Fund(
            zeile=zeile.nummer,
            code="E-NAME",
            text=f"Schlüssel {ags} und Name »{name}« gehören nicht zusammen.",
            abhilfe=f"{ags} ist »{names[ags][0]}«: Schlüssel oder Namen berichtigen.",
        )


def time_problems(zeile: CsvZeile, merkmal: Merkmal) -> Iterator[Fund]:
    """Whether year and day are written as they should be, and are those of the Merkmal."""
    jahr, stichtag = zeile.felder["jahr"], zeile.felder["stichtag"]
    if not re.fullmatch(r"(19|20)\d\d", jahr, re.ASCII):
        remedy = "Vier Ziffern eintragen, etwa 2022."
        yield _time_fund(zeile.nummer, f"»{jahr}« ist kein Jahr.", remedy, remedy)
    elif not _fits(jahr, stichtag, merkmal.stichtag):
        text = (
            f"Der Stichtag »{stichtag}« passt nicht zu »{merkmal.id}« ({merkmal.stichtag})"
            f" und dem Jahr {jahr}."
        )
        if re.fullmatch(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}", stichtag):
            remedy = "Tage als JJJJ-MM-TT eintragen, etwa 2022-12-31."
            yield _time_fund(zeile.nummer, text, remedy, remedy)
        else:
            remedy = "Stichtag oder Jahr der Lieferung prüfen."
            yield _time_fund(zeile.nummer, text, remedy, merkmal.id)


def _unknown_key(nummer: int, ags: str, name: str) -> Fund:
    if name.strip().casefold() in _SUMMENWORTE:
        return Fund(
            zeile=nummer,
            code="E-ZEILE",
            text=f"Die Zeile »{name}« ist die Summe anderer und gehört zu keinem Gebiet.",
            abhilfe=f"Die Zeile löschen; die Region steht unter dem Schlüssel {REGION}.",
        )
    text = f"Der Schlüssel »{ags}« gehört weder zu einer Kommune noch zur Region."
    if re.fullmatch(r"\d{7}", ags, re.ASCII):
        remedy = f"Die führende Null ist verloren gegangen: »0{ags}« als Text speichern."
        return Fund(zeile=nummer, code="E-AGS", text=text, abhilfe=remedy, ursache="Null")
    remedy = f"Schlüssel haben acht Ziffern und stehen in kommunen.csv; die Region hat {REGION}."
    return Fund(zeile=nummer, code="E-AGS", text=text, abhilfe=remedy)


def _time_fund(nummer: int, text: str, abhilfe: str, ursache: str) -> Fund:
    return Fund(zeile=nummer, code="E-STICHTAG", text=text, abhilfe=abhilfe, ursache=ursache)


def _fits(jahr: str, stichtag: str, art: Stichtag) -> bool:
    if art in _TAGE:
        return stichtag in {jahr + _TAGE[art], Stichtag.JAHR}
    if art in _BELIEBIGER_TAG:
        return stichtag == Stichtag.JAHR or _is_day(stichtag, jahr)
    return stichtag in {art, Stichtag.JAHR}


def _is_day(text: str, jahr: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text and text.startswith(jahr)
    except ValueError:
        return False
