"""Which counts and amounts the Kennzahlen of an edition publish.

A Kennzahl publishes its Zähler and its Nenner, an Entwicklung its count of the year and that of
the first year of the period. Each is a sum of Merkmale of one area and year: a Form. A rate that a
source delivers ready-made hangs on the count of its cases.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from reports.domain.formel import Summe
from reports.domain.katalog import Art, Formelart, Katalog
from reports.domain.schutz import Schutz, schutz_of, schutz_of_summe, schutz_of_zaehler
from reports.domain.zeichen import Zeichen
from reports.measures.measure import Messung
from reports.measures.sums import signed_sums

FORM = ["gebiet", "jahr", "form"]

# A division by zero tells its reader a figure, too.
_TELLS = pl.col("zeichen").is_null() | (pl.col("zeichen") == Zeichen.SINNLOS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Formen:
    """All Formen of a catalogue, by their text.

    Attributes:
        summen: the sum of each Form.
        schutz: what of it is a secret.
    """

    summen: Mapping[str, Summe]
    schutz: Mapping[str, Schutz]


def formen_of(katalog: Katalog, frueher: Iterable[Summe] = ()) -> Formen:
    """Every Merkmal that is no rate, every Zähler and Nenner, and what was published before."""
    schutz = schutz_of(katalog)
    kennzahlen = katalog.kennzahlen.values()
    counted = (m.id for m in katalog.merkmale.values() if m.art is not Art.QUOTE)
    every = [
        *(Summe(((1, name),)) for name in counted),
        *(summe for k in kennzahlen for summe in (k.zaehler, k.nenner) if summe),
        *frueher,
    ]
    summen = {str(summe): summe for summe in every if _adds_up(summe, katalog)}
    found = {name: schutz_of_summe(summe, schutz) for name, summe in summen.items()}
    for kennzahl in kennzahlen:
        if (zaehler := str(kennzahl.zaehler)) in found:
            found[zaehler] |= schutz_of_zaehler(kennzahl, schutz)
    return Formen(summen=summen, schutz=found)


def nutzungen(messung: Messung, katalog: Katalog) -> pl.DataFrame:
    """How many Kennzahlwerte of any edition of these figures tell each Form.

    Editions with other periods show other years. If what they suppress depended on that, two of
    them together would tell more than each.

    Returns:
        Columns ``gebiet``, ``jahr``, ``form`` and ``len``; Formen that nothing tells are left out.
    """
    schema = {"kennzahl": pl.String, "form": pl.String}
    pairs = [*_parts(katalog), *_cases(katalog)]
    frame = pl.DataFrame(pairs, schema=schema, orient="row")
    told = messung.moeglich.filter(_TELLS)
    return (
        told.join(frame, on="kennzahl", maintain_order="left")
        .group_by(FORM, maintain_order=True)
        .len()
    )


def nutzung(messung: Messung, katalog: Katalog) -> pl.DataFrame:
    """Which Formen each Kennzahlwert of the edition is made of.

    Returns:
        Columns ``gebiet``, ``jahr``, ``form`` and ``wert`` of the Form, ``kennzahl`` and
        ``jahr_wert`` of the Kennzahlwert, and ``nennt``: whether it tells the Form exactly. A rate
        that a source delivers does not, but tells too much of it to stand where it may not.
    """
    parts = [
        *((*pair, None, True) for pair in _parts(katalog)),
        *((*pair, None, False) for pair in _cases(katalog)),
        *((*start, True) for start in _starts(messung, katalog)),
    ]
    schema = {"kennzahl": pl.String, "form": pl.String, "jahr_form": pl.Int32, "nennt": pl.Boolean}
    frame = pl.DataFrame(parts, schema=schema, orient="row")
    return (
        messung.werte.select("gebiet", pl.col("jahr").alias("jahr_wert"), "kennzahl")
        .join(frame, on="kennzahl", maintain_order="left")
        .with_columns(pl.coalesce("jahr_form", "jahr_wert").alias("jahr"))
        .join(_figures(messung, katalog), on=FORM, how="left", maintain_order="left")
        .select(*FORM, "wert", "kennzahl", "jahr_wert", "nennt")
    )


def _figures(messung: Messung, katalog: Katalog) -> pl.DataFrame:
    """The figure of each Form that is made of Kennzahlen."""
    summen = {str(s): s for k in katalog.kennzahlen.values() for s in (k.zaehler, k.nenner) if s}
    sums = signed_sums(messung.haeufigkeiten, summen)
    return sums.select("gebiet", "jahr", pl.col("name").alias("form"), "wert")


def _parts(katalog: Katalog) -> Iterator[tuple[str, str]]:
    """Pairs of Kennzahl and Form."""
    for kennzahl in katalog.kennzahlen.values():
        for summe in (kennzahl.zaehler, kennzahl.nenner):
            if summe and _adds_up(kennzahl.zaehler, katalog):
                yield kennzahl.id, str(summe)


def _cases(katalog: Katalog) -> Iterator[tuple[str, str]]:
    """Delivered rates with the count of their cases."""
    for kennzahl in katalog.kennzahlen.values():
        if fallzahl := katalog.fallzahl_of(kennzahl):
            yield kennzahl.id, str(fallzahl)


def _starts(messung: Messung, katalog: Katalog) -> Iterator[tuple[str, str, int]]:
    """Entwicklungen with their Form and the year they start from."""
    for name, jahre in messung.jahre.items():
        kennzahl = katalog.kennzahlen[name]
        if kennzahl.formel is Formelart.ENTWICKLUNG and jahre.spannen[0]:
            yield name, str(kennzahl.zaehler), jahre.spannen[0].von


def _adds_up(summe: Summe, katalog: Katalog) -> bool:
    return all(katalog.merkmale[name].art is not Art.QUOTE for name in summe.merkmale)
