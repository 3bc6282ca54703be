"""Signs that mean something else in one file: ``[[datei.zeichen]]`` of its profile."""

from collections.abc import Iterator, Sequence

from reports.domain.quelle import Lieferdatei, Quelle, Zeichendeutung
from reports.domain.zeichen import Zeichen
from reports.errors import Befund
from reports.intake.cells import sign_of
from reports.intake.sources import place_in_profile
from reports.reading import CsvZeile


def meaning_of(zeile: CsvZeile, quelle: Quelle, datei: Lieferdatei) -> Zeichen | None:
    """What the profile says the cell means; None where it says nothing."""
    for deutung in datei.zeichen:
        if _applies(deutung, zeile, quelle):
            return deutung.bedeutung
    return None


def idle_problems(
    zeilen: Sequence[CsvZeile], quelle: Quelle, datei: Lieferdatei
) -> Iterator[Befund]:
    """Entries that no cell of the file needs, wholly or for one of their areas or years."""
    for nummer, deutung in enumerate(datei.zeichen, start=1):
        cells = [zeile.felder for zeile in zeilen if _applies(deutung, zeile, quelle)]
        idle = {*deutung.ags} - {felder["ags"] for felder in cells}
        idle |= {str(jahr) for jahr in deutung.jahre} - {felder["jahr"] for felder in cells}
        if idle or not cells:
            where = f"Für {', '.join(sorted(idle))}" if idle else "In der Datei"
            yield Befund(
                code="E-QUELLE",
                ort=f"{place_in_profile(quelle, datei)}, Zeichen {nummer}",
                text=f"{where} steht nirgends »{deutung.zeichen}«.",
                abhilfe="Zeichen, ags und jahre berichtigen oder den Eintrag streichen.",
            )


def _applies(deutung: Zeichendeutung, zeile: CsvZeile, quelle: Quelle) -> bool:
    felder, satz = zeile.felder, quelle.zeichensatz
    return (
        sign_of(felder["wert"], satz) == sign_of(deutung.zeichen, satz)
        and (not deutung.ags or felder["ags"] in deutung.ags)
        and (not deutung.jahre or int(felder["jahr"]) in deutung.jahre)
    )
