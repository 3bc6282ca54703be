"""The released figures as CSV files: UTF-8, comma, decimal point, one figure a row."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from reports.domain.angabe import Wert
from reports.domain.katalog import Katalog, Kennzahl
from reports.domain.zeichen import DARSTELLUNG
from reports.handover.files import write_csv
from reports.profile.cells import value_cell
from reports.profile.changes import change_of
from reports.profile.marks import letters_of
from reports.profile.material import Material

WERTE_KOPF = (
    "jahr",
    "schluessel",
    "gebiet",
    "kennzahl",
    "titel",
    "einheit",
    "zaehler",
    "nenner",
    "wert",
    "gedruckt",
    "zeichen",
    "kennzeichen",
    "stichtag",
    "quelle",
)
VERAENDERUNGEN_KOPF = (
    "zeitraum",
    "von",
    "bis",
    "schluessel",
    "gebiet",
    "kennzahl",
    "titel",
    "gedruckt",
    "zeichen",
    "kennzeichen",
    "eingeschraenkt",
)


def write_werte(path: Path, material: Material) -> None:
    """Every released value of every year that a page shows."""
    write_csv(path, WERTE_KOPF, _wert_rows(material))


def write_veraenderungen(path: Path, material: Material) -> None:
    """Every change over each period, as the pages print it."""
    write_csv(path, VERAENDERUNGEN_KOPF, _veraenderung_rows(material))


def _wert_rows(material: Material) -> Iterator[tuple[object, ...]]:
    names = {gebiet.schluessel: gebiet.name for gebiet in material.edition.gebiete.alle}
    for (gebiet, jahr, name), wert in material.werte.items():
        kennzahl = material.katalog.kennzahlen[name]
        yield (
            jahr,
            gebiet,
            names[gebiet],
            name,
            kennzahl.titel,
            kennzahl.einheit,
            *_parts(kennzahl, wert, material.katalog),
            "" if wert.wert is None else f"{Decimal(repr(wert.wert)).normalize():f}",
            value_cell(kennzahl, wert).text,
            "" if wert.zeichen is None else DARSTELLUNG[wert.zeichen].csv,
            letters_of(wert.kennzeichen),
            wert.stichtag,
            wert.quelle,
        )


def _parts(kennzahl: Kennzahl, wert: Wert, katalog: Katalog) -> tuple[str, str]:
    """Zähler and Nenner in the units of their Merkmale, empty where there is none."""
    dezimalen = [
        katalog.merkmale[summe.merkmale[0]].dezimalen if summe else 0
        for summe in (kennzahl.zaehler, kennzahl.nenner)
    ]
    zaehler, nenner = (
        "" if part is None else str(Decimal(part).scaleb(-places))
        for part, places in zip((wert.zaehler, wert.nenner), dezimalen, strict=True)
    )
    return zaehler, nenner


def _veraenderung_rows(material: Material) -> Iterator[tuple[object, ...]]:
    areas = {gebiet.schluessel: gebiet for gebiet in material.edition.gebiete.alle}
    for (gebiet, name, nummer), change in material.aenderungen.items():
        kennzahl = material.katalog.kennzahlen[name]
        yield (
            str(material.edition.zeitraeume[nummer]),
            change.von or "",
            change.bis or "",
            gebiet,
            areas[gebiet].name,
            name,
            kennzahl.titel,
            change_of(kennzahl, areas[gebiet], material, nummer).text,
            "" if change.zeichen is None else DARSTELLUNG[change.zeichen].csv,
            letters_of(change.kennzeichen),
            "ja" if change.eingeschraenkt else "nein",
        )
