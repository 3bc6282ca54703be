"""Delivered totals of the Region beside the Kommunen's sums."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import dataframely as dy
import polars as pl

from reports.domain.beziehung import Gesamtzahl
from reports.domain.frames import Bestand
from reports.domain.gebiet import Gebiete
from reports.domain.katalog import Art, Katalog
from reports.domain.quelle import Lieferdatei, Quelle
from reports.domain.zeichen import Kennzeichen
from reports.errors import Befund, Schwere, Stelle
from reports.intake.checks.words import german
from reports.intake.sources import path_of, place_in_profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontrollsumme:
    """A delivered total of the Region beside the Kommunen's sum, in the Merkmal's unit.

    Attributes:
        spielraum: how far cells that are only nearly nothing may move the sum.
    """

    ort: Stelle
    merkmal: str
    jahr: int
    summe: Decimal
    geliefert: Decimal
    spielraum: Decimal

    @property
    def differenz(self) -> Decimal:
        """Sum of the Kommunen minus the delivered total."""
        return self.summe - self.geliefert


def control_totals(
    bestand: dy.DataFrame[Bestand], katalog: Katalog, gebiete: Gebiete
) -> list[Kontrollsumme]:
    """Every total that can be compared: additive, delivered, all Kommunen with a value.

    Of counts also those that some Kommunen alone exceed, which cannot be.
    """
    additive = [merkmal.id for merkmal in katalog.merkmale.values() if merkmal.additiv]
    counts = [merkmal.id for merkmal in katalog.merkmale.values() if merkmal.art is Art.ANZAHL]
    complete = pl.col("anzahl") == len(gebiete.kommunen)
    exceeded = pl.col("merkmal").is_in(counts) & (pl.col("summe") > pl.col("geliefert"))
    of_kommune = pl.col("gebiet").is_in([kommune.schluessel for kommune in gebiete.kommunen])
    is_region = pl.col("gebiet") == gebiete.region.schluessel
    rounded = (pl.col("kennzeichen") & Kennzeichen.GERUNDET_NULL.value) > 0
    totals = (
        bestand.filter(pl.col("merkmal").is_in(additive) & pl.col("wert").is_not_null())
        .group_by("merkmal", "jahr")
        .agg(
            *(pl.col(name).filter(is_region).first() for name in ("datei", "blatt", "zelle")),
            pl.col("wert").filter(of_kommune).sum().alias("summe"),
            pl.col("wert").filter(of_kommune).len().alias("anzahl"),
            pl.col("wert").filter(is_region).first().alias("geliefert"),
            rounded.sum().alias("gerundet"),
        )
        .filter(pl.col("geliefert").is_not_null() & (complete | exceeded))
        .sort("merkmal", "jahr")
    )
    return [_kontrollsumme(row, katalog) for row in totals.iter_rows(named=True)]


def gesamtzahlen(
    bestand: dy.DataFrame[Bestand], katalog: Katalog, region: str, quellen: tuple[Quelle, ...]
) -> tuple[Gesamtzahl, ...]:
    """The delivered totals of additive Merkmale, which their sources may have published.

    A total that is known to differ from the Kommunen tells nothing about them and is left out.
    """
    dateien = {path_of(quelle, datei): datei for quelle in quellen for datei in quelle.datei}
    totals = bestand.filter((pl.col("gebiet") == region) & pl.col("wert").is_not_null())
    found = []
    for merkmal, jahr, wert, name in totals.select("merkmal", "jahr", "wert", "datei").iter_rows():
        datei = dateien[name]
        differs = any((a.merkmal, a.jahr) == (merkmal, jahr) for a in datei.abweichung)
        if katalog.merkmale[merkmal].additiv and not differs:
            found.append(Gesamtzahl(merkmal=merkmal, jahr=jahr, wert=wert, toleranz=datei.toleranz))
    return tuple(found)


def _kontrollsumme(row: dict[str, object], katalog: Katalog) -> Kontrollsumme:
    places = -katalog.merkmale[str(row["merkmal"])].dezimalen
    summe, geliefert, gerundet = (
        Decimal(str(row[name])).scaleb(places) for name in ("summe", "geliefert", "gerundet")
    )
    return Kontrollsumme(
        ort=Stelle(str(row["datei"]), str(row["blatt"]), str(row["zelle"])),
        merkmal=str(row["merkmal"]),
        jahr=int(str(row["jahr"])),
        summe=summe,
        geliefert=geliefert,
        spielraum=gerundet / 2,
    )


def total_problems(summen: list[Kontrollsumme], quellen: tuple[Quelle, ...]) -> Iterator[Befund]:
    """Totals beyond their file's tolerance: an error, or a warning where it is declared.

    A declared difference that there is not is an error, too.
    """
    of_file: dict[str, list[Kontrollsumme]] = {}
    for summe in summen:
        of_file.setdefault(summe.ort.datei, []).append(summe)
    for quelle in quellen:
        for datei in quelle.datei:
            found = [
                summe
                for summe in of_file.get(path_of(quelle, datei), [])
                if abs(summe.differenz) > datei.toleranz + summe.spielraum
            ]
            yield from (_total_befund(summe, datei) for summe in found)
            yield from _idle_problems(found, quelle, datei)


def _idle_problems(
    summen: list[Kontrollsumme], quelle: Quelle, datei: Lieferdatei
) -> Iterator[Befund]:
    beyond = {(summe.merkmal, summe.jahr) for summe in summen}
    for nummer, abweichung in enumerate(datei.abweichung, start=1):
        if (abweichung.merkmal, abweichung.jahr) not in beyond:
            yield Befund(
                code="E-SUMME",
                ort=f"{place_in_profile(quelle, datei)}, Abweichung {nummer}",
                text=f"Für »{abweichung.merkmal}« {abweichung.jahr} ist keine Abweichung zu erklären.",
                abhilfe="Merkmal und Jahr berichtigen oder den Eintrag streichen.",
            )


def _total_befund(summe: Kontrollsumme, datei: Lieferdatei) -> Befund:
    known = [
        abweichung
        for abweichung in datei.abweichung
        if (abweichung.merkmal, abweichung.jahr, abweichung.differenz)
        == (summe.merkmal, summe.jahr, summe.differenz)
    ]
    text = (
        f"»{summe.merkmal}« {summe.jahr}: Die Summe der Kommunen ({german(summe.summe)}) weicht"
        f" um {german(summe.differenz)} von der gelieferten Zahl der Region"
        f" ({german(summe.geliefert)}) ab."
    )
    if known:
        return Befund(
            code="W-SUMME",
            ort=summe.ort,
            text=text,
            abhilfe=f"Nichts zu tun; als bekannt erklärt: {known[0].grund}",
            schwere=Schwere.WARNUNG,
        )
    return Befund(
        code="E-SUMME",
        ort=summe.ort,
        text=text,
        abhilfe=f"Erlaubt sind {german(datei.toleranz)}. Die Lieferung prüfen oder die Abweichung"
        " in quelle.toml als [[datei.abweichung]] begründen.",
    )
