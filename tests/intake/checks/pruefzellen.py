"""A few delivered cells and the catalogue they belong to, made by hand."""

from collections.abc import Iterable
from decimal import Decimal

import dataframely as dy
import polars as pl

from reports.domain.formel import Summe, parse_summe
from reports.domain.frames import Bestand
from reports.domain.katalog import Art, Katalog, Merkmal, Stichtag, Zerlegung
from reports.domain.quelle import Auffaelligkeit, Lieferdatei, Quelle, Umfang, Zeichensatz
from reports.domain.zeichen import Kennzeichen, Zeichen

A, B, C, D = "03241001", "03241002", "03241003", "03241004"
DATEI = "lieferungen/amt/zahlen.csv"
Zelle = tuple[str, int, str, int | Zeichen]  # area, year, Merkmal, figure or sign


def rows(cells: Iterable[Zelle], datei: str = DATEI) -> pl.DataFrame:
    """The cells as a file holds them, from ``F2`` on."""
    return pl.DataFrame(
        [
            {
                "gebiet": gebiet,
                "jahr": jahr,
                "merkmal": merkmal,
                "wert": None if isinstance(angabe, Zeichen) else angabe,
                "zeichen": angabe if isinstance(angabe, Zeichen) else None,
                "stichtag": f"{jahr}-12-31",
                "kennzeichen": 0,
                "quelle": "Amt",
                "datei": datei,
                "blatt": "",
                "zelle": f"F{line}",
                "roh": str(angabe),
            }
            for line, (gebiet, jahr, merkmal, angabe) in enumerate(cells, start=2)
        ],
        schema=Bestand.create_empty().schema,
    )


def bestand(cells: Iterable[Zelle], datei: str = DATEI) -> dy.DataFrame[Bestand]:
    return Bestand.validate(rows(cells, datei))


def marked(
    frame: dy.DataFrame[Bestand], zelle: str, kennzeichen: Kennzeichen
) -> dy.DataFrame[Bestand]:
    """The frame with marks on one cell."""
    here = pl.col("zelle") == zelle
    marks = pl.when(here).then(pl.lit(int(kennzeichen))).otherwise("kennzeichen")
    return Bestand.validate(frame.with_columns(marks.cast(pl.UInt8).alias("kennzeichen")))


def series(merkmal: str, werte: dict[int, int], gebiet: str = A) -> list[Zelle]:
    """The years of a Merkmal in one area."""
    return [(gebiet, jahr, merkmal, wert) for jahr, wert in werte.items()]


def merkmal(
    name: str,
    *summe: str,
    art: Art = Art.ANZAHL,
    einheit: str = "Personen",
    dezimalen: int = 0,
) -> Merkmal:
    summen: tuple[Summe, ...] = tuple(parse_summe(text) for text in summe)
    return Merkmal(
        id=name,
        titel=name,
        einheit=einheit,
        quelle="Amt",
        stichtag=Stichtag.JAHRESENDE,
        art=art,
        dezimalen=dezimalen,
        additiv=art is not Art.QUOTE,
        summe=summen,
    )


def katalog(*merkmale: Merkmal, zerlegung: Zerlegung | None = None) -> Katalog:
    return Katalog(
        themenfelder=(),
        merkmale={one.id: one for one in merkmale},
        kennzahlen={},
        zerlegungen=(zerlegung,) if zerlegung else (),
        abkuerzungen={},
    )


def zerlegung(
    ganzes: str, *teile: str, vollstaendig: bool = True, toleranz: str = "0"
) -> Zerlegung:
    return Zerlegung(
        titel="Geschlecht",
        ganzes=ganzes,
        teile=teile,
        vollstaendig=vollstaendig,
        toleranz=Decimal(toleranz),
    )


def quelle(*auffaellig: Auffaelligkeit) -> Quelle:
    """The source whose only file is :data:`DATEI`."""
    datei = Lieferdatei(
        name=DATEI.rsplit("/", 1)[1],
        titel="Zahlen",
        tabelle="1",
        url="https://example.org/1",
        stichtag="31.12.",
        gebiete=Umfang.KOMMUNEN,
        auffaellig=auffaellig,
    )
    return Quelle(
        ordner="amt",
        titel="Zahlen",
        nennung="Amt",
        herausgeber="Amt",
        lizenz="frei",
        zeichensatz=Zeichensatz.DESTATIS,
        datei=(datei,),
    )
