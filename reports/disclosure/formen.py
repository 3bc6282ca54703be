"""Which counts and amounts the Kennzahlen of an edition publish.

A Kennzahl publishes its Zähler and its Nenner, an Entwicklung its count of the year and that of
the first year of the period. Each is a sum of Merkmale of one area and year: a Form.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from reports.domain.formel import Summe
from reports.domain.katalog import Art, Formelart, Katalog, Kennzahl
from reports.domain.schutz import Schutz, schutz_of, schutz_of_summe, schutz_of_zaehler
from reports.domain.zeichen import Zeichen
from reports.measures.measure import Messung
from reports.measures.sums import signed_sums

FORM = ["gebiet", "jahr", "form"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Formen:
    """All Formen of a catalogue, by their text.

    Attributes:
        summen: the sum of each Form.
        schutz: what of it is a secret.
    """

    summen: Mapping[str, Summe]
    schutz: Mapping[str, Schutz]


def formen_of(katalog: Katalog) -> Formen:
    """Every Merkmal that is no rate, every Zähler and every Nenner."""
    schutz = schutz_of(katalog)
    summen = {
        m.id: Summe(((1, m.id),)) for m in katalog.merkmale.values() if m.art is not Art.QUOTE
    }
    found = {name: schutz_of_summe(summe, schutz) for name, summe in summen.items()}
    for kennzahl in katalog.kennzahlen.values():
        for summe in (kennzahl.zaehler, kennzahl.nenner):
            if summe and str(summe) not in summen and _adds_up(summe, katalog):
                summen[str(summe)] = summe
                found[str(summe)] = schutz_of_summe(summe, schutz)
        name = str(kennzahl.zaehler)
        if name in summen and _is_count(kennzahl.zaehler, katalog):
            found[name] |= schutz_of_zaehler(kennzahl, schutz)
    return Formen(summen=summen, schutz=found)


def nutzung(messung: Messung, katalog: Katalog) -> pl.DataFrame:
    """Which Formen each Kennzahlwert is made of.

    Returns:
        Columns ``gebiet``, ``jahr``, ``form`` and ``wert`` of the Form, ``kennzahl`` and ``jahr_wert`` of the
        Kennzahlwert, and ``gedruckt``, whether that tells its reader a figure: by a value, or by
        the sign for a division by zero.
    """
    frame = pl.DataFrame(
        list(_parts(messung, katalog)),
        schema={"kennzahl": pl.String, "form": pl.String, "jahr_form": pl.Int32},
        orient="row",
    )
    return (
        messung.werte.select(
            "gebiet",
            pl.col("jahr").alias("jahr_wert"),
            "kennzahl",
            (pl.col("zeichen").is_null() | (pl.col("zeichen") == Zeichen.SINNLOS)).alias(
                "gedruckt"
            ),
        )
        .join(frame, on="kennzahl", maintain_order="left")
        .with_columns(pl.coalesce("jahr_form", "jahr_wert").alias("jahr"))
        .join(_figures(messung, katalog), on=FORM, how="left", maintain_order="left")
        .select(*FORM, "wert", "kennzahl", "jahr_wert", "gedruckt")
    )


def _figures(messung: Messung, katalog: Katalog) -> pl.DataFrame:
    """The figure of each Form that is made of Kennzahlen."""
    summen = {str(s): s for k in katalog.kennzahlen.values() for s in (k.zaehler, k.nenner) if s}
    sums = signed_sums(messung.haeufigkeiten, summen)
    return sums.select("gebiet", "jahr", pl.col("name").alias("form"), "wert")


def _parts(messung: Messung, katalog: Katalog) -> Iterator[tuple[str, str, int | None]]:
    """Pairs of Kennzahl and Form, with the year of the Form where it is a fixed one."""
    for kennzahl in katalog.kennzahlen.values():
        if not _adds_up(kennzahl.zaehler, katalog):
            continue
        yield kennzahl.id, str(kennzahl.zaehler), None
        if kennzahl.nenner:
            yield kennzahl.id, str(kennzahl.nenner), None
        if (start := _start(kennzahl, messung)) is not None:
            yield kennzahl.id, str(kennzahl.zaehler), start


def _start(kennzahl: Kennzahl, messung: Messung) -> int | None:
    """The year an Entwicklung starts from."""
    jahre = messung.jahre.get(kennzahl.id)
    if kennzahl.formel is not Formelart.ENTWICKLUNG or jahre is None or jahre.spannen[0] is None:
        return None
    return jahre.spannen[0].von


def _adds_up(summe: Summe, katalog: Katalog) -> bool:
    return all(katalog.merkmale[name].art is not Art.QUOTE for name in summe.merkmale)


def _is_count(summe: Summe, katalog: Katalog) -> bool:
    return all(katalog.merkmale[name].art is Art.ANZAHL for name in summe.merkmale)
