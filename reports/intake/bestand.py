"""Everything the input folder holds, read and checked: the way into the program."""

from collections.abc import Iterator
from dataclasses import dataclass

import dataframely as dy
import polars as pl

from reports.domain.beziehung import Gesamtzahl
from reports.domain.frames import Bestand
from reports.domain.katalog import Katalog
from reports.domain.korrektur import Korrektur
from reports.domain.quelle import Quelle
from reports.domain.zeit import Bruch
from reports.edition import Edition
from reports.errors import Befund, Sammlung, Stelle
from reports.intake.catalogue import check_bekannt, check_kernzahlen, read_katalog
from reports.intake.checks import (
    Kontrollsumme,
    control_totals,
    gesamtzahlen,
    missing,
    part_problems,
    plausibility_problems,
    repetition_problems,
    total_problems,
    without_duplicates,
)
from reports.intake.corrections import korrekturen_of, read_korrekturen
from reports.intake.deliveries import Leser, Lesung
from reports.intake.keys import schluesselwerk
from reports.intake.sources import read_brueche, read_quellen
from reports.reading import file_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Eingang:
    """The checked input of an edition.

    Attributes:
        korrekturen: figures that are wrong at their source.
        kontrollsummen: delivered totals beside the Kommunen's sums.
        gesamtzahlen: delivered totals that anybody may know from their source.
        lesungen: what each file gave.
        warnungen: Befunde that do not stop the run.
    """

    katalog: Katalog
    quellen: tuple[Quelle, ...]
    brueche: tuple[Bruch, ...]
    korrekturen: tuple[Korrektur, ...]
    bestand: dy.DataFrame[Bestand]
    kontrollsummen: tuple[Kontrollsumme, ...]
    gesamtzahlen: tuple[Gesamtzahl, ...]
    lesungen: tuple[Lesung, ...]
    warnungen: tuple[Befund, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beschreibung:
    """What people have written about the figures."""

    katalog: Katalog
    quellen: tuple[Quelle, ...]
    brueche: tuple[Bruch, ...]
    korrekturen: tuple[Korrektur, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Zahlen:
    """All delivered figures, what each file gave, and what was noted on the way."""

    bestand: dy.DataFrame[Bestand]
    lesungen: tuple[Lesung, ...]
    sammlung: Sammlung


def read_eingang(edition: Edition) -> Eingang:
    """Catalogue, sources, breaks, corrections and all deliveries of an edition.

    Raises:
        EingabeFehler: with every problem of the first stage that has any: catalogue and sources,
            what refers to the catalogue, cells, or the checks over all of them.
    """
    beschreibung = _read_descriptions(edition)
    zahlen = _read_files(edition, beschreibung)
    sammlung = zahlen.sammlung
    katalog = beschreibung.katalog
    summen = control_totals(zahlen.bestand, katalog, edition.gebiete)
    sammlung.befunde += total_problems(summen, beschreibung.quellen)
    sammlung.befunde += _problems(edition, beschreibung, zahlen)
    sammlung.stop_on_errors()
    return Eingang(
        katalog=katalog,
        quellen=beschreibung.quellen,
        brueche=beschreibung.brueche,
        korrekturen=beschreibung.korrekturen,
        bestand=zahlen.bestand,
        kontrollsummen=tuple(summen),
        gesamtzahlen=gesamtzahlen(
            zahlen.bestand, katalog, edition.gebiete.region.schluessel, beschreibung.quellen
        ),
        lesungen=zahlen.lesungen,
        warnungen=tuple(sammlung.befunde),
    )


def _read_descriptions(edition: Edition) -> _Beschreibung:
    sammlung = Sammlung()
    with sammlung.catching():
        katalog = read_katalog(edition.eingabe)
    with sammlung.catching():
        quellen = read_quellen(edition.eingabe)
    sammlung.stop_on_errors()
    with sammlung.catching():
        check_kernzahlen(edition.kernzahlen, katalog)
    with sammlung.catching():
        check_bekannt(edition.frueher, katalog)
    with sammlung.catching():
        brueche = read_brueche(edition.eingabe, katalog)
    with sammlung.catching():
        korrekturen = read_korrekturen(edition.eingabe, katalog)
    sammlung.stop_on_errors()
    return _Beschreibung(katalog=katalog, quellen=quellen, brueche=brueche, korrekturen=korrekturen)


def _read_files(edition: Edition, beschreibung: _Beschreibung) -> _Zahlen:
    korrekturen = korrekturen_of(beschreibung.korrekturen)
    leser = Leser(
        merkmale=beschreibung.katalog.merkmale,
        werk=schluesselwerk(edition.gebiete),
        korrekturen=korrekturen,
    )
    files = [(quelle, datei) for quelle in beschreibung.quellen for datei in quelle.datei]
    read = [leser.read(edition.eingabe, quelle, datei) for quelle, datei in files]
    good = [one for one in read if one is not None]
    sammlung = leser.sammlung
    if len(good) == len(files):
        sammlung.befunde += korrekturen.idle_problems()
    rows, repeated = without_duplicates(
        pl.concat([Bestand.create_empty(), *(frame for frame, _ in good)])
    )
    sammlung.befunde += repeated
    sammlung.stop_on_errors()
    return _Zahlen(
        bestand=Bestand.validate(rows.sort("merkmal", "jahr", "gebiet")),
        lesungen=tuple(lesung for _, lesung in good),
        sammlung=sammlung,
    )


def _problems(edition: Edition, beschreibung: _Beschreibung, zahlen: _Zahlen) -> Iterator[Befund]:
    """What is wrong or odd about all figures together."""
    bestand, katalog, quellen = zahlen.bestand, beschreibung.katalog, beschreibung.quellen
    yield from missing(bestand, quellen, edition.gebiete)
    yield from part_problems(bestand, katalog)
    hashes = {lesung.datei: lesung.sha256 for lesung in zahlen.lesungen}
    yield from repetition_problems(bestand, katalog, hashes)
    yield from plausibility_problems(bestand, katalog, quellen, beschreibung.brueche)
    for datei, digest in hashes.items():
        if file_hash(edition.eingabe / datei) != digest:
            yield Befund(
                code="E-DATEI",
                ort=Stelle(datei),
                text="Die Datei hat sich während des Lesens geändert.",
                abhilfe="Warten, bis sie fertig gespeichert ist, und noch einmal beginnen.",
            )
