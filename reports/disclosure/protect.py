"""Messung → Release: the step across the wall."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from reports.disclosure.formen import FORM, nutzung
from reports.disclosure.freigeben import hidden_values, released_changes, released_values
from reports.disclosure.known import bekannt_of, gesamtzahlen_of, naeherungen_of
from reports.disclosure.release import Release, Stand
from reports.disclosure.secondary import Each, Gesperrt, suppressed
from reports.disclosure.umstaende import Umstaende
from reports.domain.zeichen import Zeichen
from reports.measures.breaks import brueche_of
from reports.measures.measure import Messung


@dataclass(frozen=True, slots=True, kw_only=True)
class Geschuetzt:
    """What may be published, and, for the office alone, what may not.

    Attributes:
        gesperrt: the suppressed counts and amounts, each with the reason.
    """

    release: Release
    gesperrt: tuple[Gesperrt, ...]


def protect(messung: Messung, umstaende: Umstaende, *, each: Each = map) -> Geschuetzt:
    """Take out of *messung* whatever would tell a secret; *each* may spread years over a pool."""
    used = nutzung(messung, umstaende.katalog)
    gesperrt = _shown(suppressed(messung, umstaende, each), used)
    hidden = pl.concat(
        [
            hidden_values(used, _frame(gesperrt)),
            hidden_values(used.filter(~pl.col("nennt")), _veiled(messung)),
        ]
    )
    werte = released_values(messung.werte, hidden.unique(maintain_order=True))
    release = Release(
        werte=werte,
        veraenderungen=released_changes(messung.veraenderungen, werte),
        staende=dict(_staende(messung, umstaende)),
        bekannt=bekannt_of(werte, used, gesperrt, umstaende),
        gesamtzahlen=gesamtzahlen_of(werte, umstaende),
        naeherungen=naeherungen_of(werte, messung.haeufigkeiten, umstaende),
    )
    return Geschuetzt(release=release, gesperrt=gesperrt)


def _shown(gesperrt: Sequence[Gesperrt], used: pl.DataFrame) -> tuple[Gesperrt, ...]:
    """What of it the edition would have shown."""
    told = set(used.select(FORM).unique().iter_rows())
    return tuple(entry for entry in gesperrt if (entry.gebiet, entry.jahr, entry.form) in told)


def _veiled(messung: Messung) -> pl.DataFrame:
    """The counts that a source has hidden, of which a rate beside them would tell too much."""
    veiled = messung.haeufigkeiten.filter(pl.col("zeichen") == Zeichen.GEHEIM_QUELLE)
    return veiled.select("gebiet", "jahr", pl.col("merkmal").alias("form"))


def _frame(gesperrt: Sequence[Gesperrt]) -> pl.DataFrame:
    rows = [(entry.gebiet, entry.jahr, entry.form) for entry in gesperrt]
    schema = dict(zip(FORM, (pl.String, pl.Int32, pl.String), strict=True))
    return pl.DataFrame(rows, schema=schema, orient="row")


def _staende(messung: Messung, umstaende: Umstaende) -> Iterator[tuple[str, Stand]]:
    katalog = umstaende.katalog
    for name, jahre in messung.jahre.items():
        brueche = brueche_of(katalog.kennzahlen[name], katalog, umstaende.brueche)
        yield name, Stand(jahr=jahre.stand, spannen=jahre.spannen, brueche=brueche)
