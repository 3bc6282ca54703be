"""What comparison and sentences state, as files: for readers who compute, for the next edition."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from reports.comparison.standing import Einordnung
from reports.domain.vorausgabe import Signaldatei, Signaleintrag
from reports.handover.files import write_csv, write_json
from reports.profile.build import sentences_of
from reports.profile.material import Gebiet, Material
from reports.profile.statement import Satz

VERGLEICH_KOPF = (
    "jahr",
    "schluessel",
    "gebiet",
    "kennzahl",
    "titel",
    "rang",
    "rang_bis",
    "anzahl",
    "viertel",
    "platz",
    "unten",
    "oben",
    "zur_region",
    "trend",
    "trend_von",
    "trend_bis",
    "status",
    "dynamik",
    "pruefungen",
    "signal",
    "seit",
)


class Satzeintrag(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence with its place; the contents of ``saetze.json`` are a list of these.

    Attributes:
        kapitel: id of the Themenfeld; empty for the first page.
    """

    gebiet: str
    kapitel: str
    satz: Satz


def write_signale(path: Path, material: Material) -> None:
    """The signals of all Kommunen and the Region, from which the next edition tells their age."""
    edition = material.edition
    datei = Signaldatei(
        jahr=edition.jahr,
        ausgabe=edition.ausgabe,
        signale=tuple(
            Signaleintrag(gebiet=gebiet, kennzahl=name, seit=found.signal.seit or edition.name)
            for (gebiet, name), found in material.einordnungen.items()
            if found.signal and gebiet.isdigit()  # groups have no page
        ),
    )
    write_json(path, datei)


def write_saetze(path: Path, material: Material) -> None:
    """The sentences of all profiles of the edition with the cells that prove them."""
    gebiete = material.edition.gebiete
    areas: tuple[Gebiet, ...] = (*gebiete.kommunen, gebiete.region)
    entries = [
        Satzeintrag(gebiet=gebiet.schluessel, kapitel=kapitel, satz=satz)
        for gebiet in areas
        for kapitel, satz in sentences_of(gebiet, material)
    ]
    write_json(path, entries)


def write_vergleich(path: Path, material: Material) -> None:
    """What comparison says of every area and Kennzahl at its Stand."""
    write_csv(path, VERGLEICH_KOPF, _vergleich_rows(material))


def _vergleich_rows(material: Material) -> Iterator[tuple[object, ...]]:
    areas = {gebiet.schluessel: gebiet for gebiet in material.edition.gebiete.alle}
    for (gebiet, name), found in material.einordnungen.items():
        yield (
            material.staende[name].jahr,
            gebiet,
            areas[gebiet].name,
            name,
            material.katalog.kennzahlen[name].titel,
            *_place(found),
            *_chance(found),
            *_warning(found),
        )


def _place(found: Einordnung) -> tuple[object, ...]:
    rang = found.rang
    platz = "" if found.platz is None else found.platz
    if rang is None:
        return "", "", "", "", platz
    return rang.rang, rang.bis, rang.anzahl, rang.viertel or "", platz


def _chance(found: Einordnung) -> tuple[object, ...]:
    bereich = (found.bereich.unten, found.bereich.oben) if found.bereich else ("", "")
    trend = found.trend
    return *bereich, found.lage or "", trend.urteil, trend.von or "", trend.bis or ""


def _warning(found: Einordnung) -> tuple[object, ...]:
    signal = found.signal
    reasons = "; ".join(signal.anlaesse) if signal else ""
    age = (signal.seit or "") if signal else ""
    return found.status or "", found.dynamik or "", found.geprueft, reasons, age
