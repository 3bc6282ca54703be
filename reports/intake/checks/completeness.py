"""Every cell once, and every area that a file has to hold."""

from collections.abc import Iterator
from typing import Any

import dataframely as dy
import polars as pl

from reports.domain.frames import Bestand
from reports.domain.gebiet import Gebiete
from reports.domain.quelle import Quelle, Umfang
from reports.errors import Befund, Schwere, Stelle
from reports.intake.sources import path_of

_KEY = ["gebiet", "jahr", "merkmal"]


def without_duplicates(rows: pl.DataFrame) -> tuple[pl.DataFrame, list[Befund]]:
    """The rows with each cell once, and what was delivered more than once.

    A cell that one file holds twice with the same content is kept once and told; any other
    repetition is an error.
    """
    repeated = rows.group_by(_KEY).len().filter(pl.col("len") > 1)
    groups = (
        rows.join(repeated, on=_KEY, how="semi", maintain_order="left")
        .group_by(_KEY, maintain_order=True)
        .agg(
            pl.struct("datei", "blatt", "zelle").alias("orte"),
            pl.struct("datei", "wert", "zeichen", "kennzeichen").n_unique().alias("fassungen"),
        )
    )
    befunde = [_repeated(group) for group in groups.sort(_KEY).iter_rows(named=True)]
    once = rows.unique(_KEY, keep="first", maintain_order=True) if befunde else rows
    return once, befunde


def _repeated(group: dict[str, Any]) -> Befund:
    first, *others = (Stelle(**place) for place in group["orte"])
    same = group["fassungen"] == 1
    return Befund(
        code="W-DOPPELT" if same else "E-DOPPELT",
        ort=others[0],
        text=f"»{group['merkmal']}« {group['jahr']} ist für {group['gebiet']} mehrfach geliefert;"
        f" auch: {'; '.join(map(str, (first, *others[1:])))}.",
        abhilfe="Der Wert ist derselbe und zählt einmal; die überzählige Zeile entfernen."
        if same
        else "Die überzählige Zeile entfernen.",
        schwere=Schwere.WARNUNG if same else Schwere.FEHLER,
    )


def missing(
    bestand: dy.DataFrame[Bestand], quellen: tuple[Quelle, ...], gebiete: Gebiete
) -> Iterator[Befund]:
    """Areas that a file has to hold for each of its Merkmale and years, and does not."""
    names = {gebiet.schluessel: gebiet.name for gebiet in gebiete.alle}
    found = bestand.group_by("datei", "merkmal", "jahr", maintain_order=True).agg(
        "gebiet", pl.col("blatt").first()
    )
    expected = {
        path_of(quelle, datei): _expected(datei.gebiete, gebiete)
        for quelle in quellen
        for datei in quelle.datei
    }
    for row in found.sort("datei", "merkmal", "jahr").iter_rows(named=True):
        if absent := sorted(expected[row["datei"]] - set(row["gebiet"])):
            yield Befund(
                code="E-FEHLT",
                ort=Stelle(row["datei"], row["blatt"]),
                text=f"Für »{row['merkmal']}« {row['jahr']} fehlt:"
                f" {', '.join(f'{key} {names[key]}' for key in absent)}.",
                abhilfe="Die Zeilen ergänzen, notfalls mit einem Zeichen statt des Wertes.",
            )


def _expected(umfang: Umfang, gebiete: Gebiete) -> set[str]:
    kommunen = {kommune.schluessel for kommune in gebiete.kommunen}
    region = {gebiete.region.schluessel}
    if umfang is Umfang.REGION_UND_HANNOVER:
        return region | {gebiete.landeshauptstadt.schluessel}
    return kommunen | region if umfang is Umfang.KOMMUNEN_UND_REGION else kommunen
