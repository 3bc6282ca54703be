"""A delivered file of any format → its figures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.domain.quelle import Dateiformat, Lieferdatei
from reports.errors import Befund, Stelle
from reports.intake.grids.genesis import to_tafel
from reports.intake.grids.tafel import Tafel
from reports.intake.grids.text import read_tafel
from reports.intake.grids.workbook import read_mappe
from reports.intake.keys import Schluesselwerk
from reports.intake.lieferzelle import Auszug
from reports.intake.tables.einfach import read_einfach
from reports.intake.tables.flach import units_of, with_codes
from reports.intake.tables.tabelle import read_tabelle
from reports.reading import refusal

_EXCEL = b"PK\x03\x04"  # a workbook is a ZIP archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Fundort:
    """The figures of a file and the sheet they stand in.

    Attributes:
        befunde: what is noteworthy about the file itself.
    """

    blatt: str
    auszug: Auszug
    befunde: Sequence[Befund]


def read_auszug(content: bytes, datei: Lieferdatei, ort: str, werk: Schluesselwerk) -> Fundort:
    """The figures that the profile's entry describes.

    Raises:
        EingabeFehler: the content is no such file, or its sheet or head is not there.
    """
    if content.startswith(_EXCEL):
        mappe = read_mappe(content, ort)
        tafel, befunde = _sheet(mappe.tafeln, datei.tabellenform.blatt, ort), mappe.befunde
    else:
        tafel, befunde = read_tafel(content, ort), ()
    return Fundort(blatt=tafel.blatt, auszug=_read(tafel, datei, ort, werk), befunde=befunde)


def _sheet(tafeln: Sequence[Tafel], blatt: str, ort: str) -> Tafel:
    wanted = [tafel for tafel in tafeln if blatt in {"", tafel.blatt}]
    if len(wanted) == 1:
        return wanted[0]
    names = ", ".join(f"»{tafel.blatt}«" for tafel in tafeln) or "keines"
    text = (
        f"Das Blatt »{blatt}« ist nicht zu sehen; sichtbar: {names}."
        if blatt
        else f"Es ist nicht klar, welches Blatt gilt; sichtbar: {names}."
    )
    raise refusal(
        "E-BLATT",
        Stelle(ort),
        text,
        "In quelle.toml unter tabellenform.blatt das Blatt nennen; ausgeblendete werden nie gelesen.",
    )


def _read(tafel: Tafel, datei: Lieferdatei, ort: str, werk: Schluesselwerk) -> Auszug:
    if datei.format is Dateiformat.EINFACH:
        return read_einfach(tafel, ort, werk)
    if datei.format is Dateiformat.GENESIS:
        return _read_flat(tafel, datei, ort, werk)
    return read_tabelle(tafel, datei, ort, werk)


def _read_flat(tafel: Tafel, datei: Lieferdatei, ort: str, werk: Schluesselwerk) -> Auszug:
    """A flat file as a table; the units it names stand with the heads."""
    flat = to_tafel(tafel, ort)
    auszug = read_tabelle(flat, with_codes(datei, flat), ort, werk)
    units = units_of(tafel)
    return replace(
        auszug,
        spalten=[
            replace(found, koepfe=[units.get(spalte.kopf, "")])
            for found, spalte in zip(auszug.spalten, datei.spalte, strict=True)
        ],
    )
