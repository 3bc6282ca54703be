"""Everything the input folder holds, read and checked: the way into the program."""

from dataclasses import asdict, dataclass

import dataframely as dy
import polars as pl

from reports.domain.frames import Bestand
from reports.domain.katalog import Katalog
from reports.domain.quelle import Quelle
from reports.domain.zeit import Bruch
from reports.edition import Edition
from reports.errors import Befund, Sammlung
from reports.intake.catalogue import check_kernzahlen, read_katalog
from reports.intake.checks import (
    Kontrollsumme,
    control_totals,
    duplicates,
    missing,
    total_problems,
)
from reports.intake.deliveries import Leser
from reports.intake.sources import read_brueche, read_quellen


@dataclass(frozen=True, slots=True, kw_only=True)
class Eingang:
    """The checked input of an edition.

    Attributes:
        kontrollsummen: delivered totals beside the Kommunen's sums.
        warnungen: Befunde that do not stop the run.
    """

    katalog: Katalog
    quellen: tuple[Quelle, ...]
    brueche: tuple[Bruch, ...]
    bestand: dy.DataFrame[Bestand]
    kontrollsummen: tuple[Kontrollsumme, ...]
    warnungen: tuple[Befund, ...]


def read_eingang(edition: Edition) -> Eingang:
    """Catalogue, sources, breaks and all deliveries of an edition.

    Raises:
        EingabeFehler: with every problem of the first stage that has any: catalogue and sources,
            what refers to the catalogue, cells, or the checks over all of them.
    """
    katalog, quellen, brueche = _read_descriptions(edition)
    leser = Leser(katalog, edition.gebiete)
    rows = [
        asdict(row)
        for quelle in quellen
        for datei in quelle.datei
        for row in leser.read(edition.eingabe, quelle, datei)
    ]
    frame = pl.DataFrame(rows, schema=Bestand.create_empty().schema)
    sammlung = leser.sammlung
    sammlung.befunde += duplicates(frame)
    sammlung.stop_on_errors()
    bestand = Bestand.validate(frame.sort("merkmal", "jahr", "gebiet"))
    kontrollsummen = control_totals(bestand, katalog, edition.gebiete)
    sammlung.befunde += missing(bestand, quellen, edition.gebiete)
    sammlung.befunde += total_problems(kontrollsummen, quellen)
    sammlung.stop_on_errors()
    return Eingang(
        katalog=katalog,
        quellen=quellen,
        brueche=brueche,
        bestand=bestand,
        kontrollsummen=tuple(kontrollsummen),
        warnungen=tuple(sammlung.befunde),
    )


def _read_descriptions(edition: Edition) -> tuple[Katalog, tuple[Quelle, ...], tuple[Bruch, ...]]:
    sammlung = Sammlung()
    with sammlung.catching():
        katalog = read_katalog(edition.eingabe)
    with sammlung.catching():
        quellen = read_quellen(edition.eingabe)
    sammlung.stop_on_errors()
    with sammlung.catching():
        check_kernzahlen(edition.kernzahlen, katalog)
    with sammlung.catching():
        brueche = read_brueche(edition.eingabe, katalog)
    sammlung.stop_on_errors()
    return katalog, quellen, brueche
