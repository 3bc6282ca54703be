"""Checks over everything delivered: nothing twice, nothing missing, totals that agree."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import dataframely as dy
import polars as pl

from reports.domain.frames import Bestand
from reports.domain.gebiet import LANDESHAUPTSTADT, REGION, Gebiete
from reports.domain.katalog import Katalog
from reports.domain.quelle import Lieferdatei, Quelle, Umfang
from reports.errors import Befund, Schwere
from reports.intake.sources import path_of, place_in_profile


def duplicates(rows: pl.DataFrame) -> Iterator[Befund]:
    """Cells that are delivered more than once, each with all its places."""
    key = ["gebiet", "jahr", "merkmal"]
    twice = (
        rows.filter(pl.len().over(key) > 1)
        .sort(*key, "datei", "zeile")
        .group_by(key, maintain_order=True)
        .agg(pl.format("{}, Zeile {}", "datei", "zeile").alias("orte"))
    )
    for row in twice.iter_rows(named=True):
        yield Befund(
            code="E-DOPPELT",
            ort=row["orte"][0],
            text=f"»{row['merkmal']}« {row['jahr']} ist für {row['gebiet']} mehrfach geliefert;"
            f" auch: {'; '.join(row['orte'][1:])}.",
            abhilfe="Die überzählige Zeile entfernen.",
        )


def missing(
    bestand: dy.DataFrame[Bestand], quellen: tuple[Quelle, ...], gebiete: Gebiete
) -> Iterator[Befund]:
    """Areas that a file has to hold for each of its Merkmale and years, and does not."""
    names = {gebiet.schluessel: gebiet.name for gebiet in gebiete.alle}
    found = bestand.group_by("datei", "merkmal", "jahr", maintain_order=True).agg("gebiet")
    expected = {
        path_of(quelle, datei): _expected(datei.gebiete, gebiete)
        for quelle in quellen
        for datei in quelle.datei
    }
    for row in found.sort("datei", "merkmal", "jahr").iter_rows(named=True):
        if absent := sorted(expected[row["datei"]] - set(row["gebiet"])):
            yield Befund(
                code="E-FEHLT",
                ort=row["datei"],
                text=f"Für »{row['merkmal']}« {row['jahr']} fehlt:"
                f" {', '.join(f'{key} {names[key]}' for key in absent)}.",
                abhilfe="Die Zeilen ergänzen, notfalls mit einem Zeichen statt des Wertes.",
            )


def _expected(umfang: Umfang, gebiete: Gebiete) -> set[str]:
    kommunen = {kommune.schluessel for kommune in gebiete.kommunen}
    if umfang is Umfang.REGION_UND_HANNOVER:
        return {REGION} | (kommunen & {LANDESHAUPTSTADT})
    return kommunen | {REGION} if umfang is Umfang.KOMMUNEN_UND_REGION else kommunen


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontrollsumme:
    """A delivered total of the Region beside the Kommunen's sum, in the Merkmal's unit."""

    datei: str
    merkmal: str
    jahr: int
    summe: Decimal
    geliefert: Decimal

    @property
    def differenz(self) -> Decimal:
        """Sum of the Kommunen minus the delivered total."""
        return self.summe - self.geliefert


def control_totals(
    bestand: dy.DataFrame[Bestand], katalog: Katalog, gebiete: Gebiete
) -> list[Kontrollsumme]:
    """Every total that can be compared: additive, delivered, all Kommunen with a value."""
    additive = [merkmal.id for merkmal in katalog.merkmale.values() if merkmal.additiv]
    is_region = pl.col("gebiet") == REGION
    totals = (
        bestand.filter(pl.col("merkmal").is_in(additive) & pl.col("wert").is_not_null())
        .group_by("merkmal", "jahr")
        .agg(
            pl.col("datei").filter(is_region).first(),
            pl.col("wert").filter(~is_region).sum().alias("summe"),
            pl.col("wert").filter(~is_region).len().alias("anzahl"),
            pl.col("wert").filter(is_region).first().alias("geliefert"),
        )
        .filter(pl.col("geliefert").is_not_null() & (pl.col("anzahl") == len(gebiete.kommunen)))
        .sort("merkmal", "jahr")
    )
    return [
        Kontrollsumme(
            datei=row["datei"],
            merkmal=row["merkmal"],
            jahr=row["jahr"],
            summe=_in_unit(row["summe"], katalog, row["merkmal"]),
            geliefert=_in_unit(row["geliefert"], katalog, row["merkmal"]),
        )
        for row in totals.iter_rows(named=True)
    ]


def _in_unit(wert: int, katalog: Katalog, merkmal: str) -> Decimal:
    return Decimal(wert).scaleb(-katalog.merkmale[merkmal].dezimalen)


def total_problems(summen: list[Kontrollsumme], quellen: tuple[Quelle, ...]) -> Iterator[Befund]:
    """Totals beyond their file's tolerance: an error, or a warning where it is declared.

    A declared difference that there is not is an error, too.
    """
    of_file: dict[str, list[Kontrollsumme]] = {}
    for summe in summen:
        of_file.setdefault(summe.datei, []).append(summe)
    for quelle in quellen:
        for datei in quelle.datei:
            found = [
                summe
                for summe in of_file.get(path_of(quelle, datei), [])
                if abs(summe.differenz) > datei.toleranz
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
        f"»{summe.merkmal}« {summe.jahr}: Die Summe der Kommunen ({_german(summe.summe)}) weicht"
        f" um {_german(summe.differenz)} von der gelieferten Zahl der Region"
        f" ({_german(summe.geliefert)}) ab."
    )
    if known:
        return Befund(
            code="W-SUMME",
            ort=summe.datei,
            text=text,
            abhilfe=f"Als bekannt erklärt: {known[0].grund}",
            schwere=Schwere.WARNUNG,
        )
    return Befund(
        code="E-SUMME",
        ort=summe.datei,
        text=text,
        abhilfe=f"Erlaubt sind {_german(datei.toleranz)}. Die Lieferung prüfen oder die Abweichung"
        " in quelle.toml als [[datei.abweichung]] begründen.",
    )


def _german(figure: Decimal) -> str:
    return f"{figure:,f}".translate(str.maketrans(",.-", ".,−"))
