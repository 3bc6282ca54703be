"""What everybody knows once an edition is out: the counts it tells, and how they hang together."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

import dataframely as dy
import polars as pl

from reports.disclosure.formen import FORM
from reports.disclosure.secondary import Gesperrt
from reports.disclosure.umstaende import Umstaende
from reports.domain.beziehung import Gesamtzahl, Naeherung
from reports.domain.formel import parse_summe
from reports.domain.frames import Freigabe, Haeufigkeit
from reports.domain.schutz import KEINER, schutz_of
from reports.domain.vorausgabe import Bekannt

_KEY = ["gebiet", "jahr", "kennzahl"]


def bekannt_of(
    werte: dy.DataFrame[Freigabe],
    used: pl.DataFrame,
    gesperrt: Iterable[Gesperrt],
    umstaende: Umstaende,
) -> tuple[Bekannt, ...]:
    """Every count and amount that this edition or an earlier one has published or suppressed.

    A figure is listed with the edition that told it first, and again where it was revised. A sign
    behind a figure says that this is no longer the count; what an earlier edition has told and what
    has not changed since gets none, although it is suppressed now.

    Args:
        werte: the released values.
        used: see :func:`reports.disclosure.formen.nutzung`.
        gesperrt: what this edition suppresses.
        umstaende: names the edition, and what was known before it.
    """
    known = {_place(b) for b in umstaende.frueher}
    told = {_place(b) for b in umstaende.frueher if b.wert is not None}
    current = {row[:3]: row[3] for row in used.select(*FORM, "wert").iter_rows()}
    hidden = (
        b
        for b in _suppressed(gesperrt, umstaende)
        if (stelle := (b.gebiet, b.jahr, str(b.summe)))
        and (*stelle, current.get(stelle)) not in told
    )
    own = [*_published(werte, used, umstaende), *hidden]
    every = [*umstaende.frueher, *(b for b in own if _place(b) not in known)]
    return tuple(sorted(every, key=lambda b: (b.gebiet, b.jahr, str(b.summe), b.ausgabe)))


def gesamtzahlen_of(werte: dy.DataFrame[Freigabe], umstaende: Umstaende) -> tuple[Gesamtzahl, ...]:
    """The sources' totals of the years shown that are no secrets themselves."""
    schutz = schutz_of(umstaende.katalog)
    shown = set(werte["jahr"].unique())
    return tuple(
        total
        for total in umstaende.gesamtzahlen
        if total.jahr in shown and not schutz.get(total.merkmal, KEINER).covers(total.wert)
    )


def naeherungen_of(
    werte: dy.DataFrame[Freigabe],
    haeufigkeiten: dy.DataFrame[Haeufigkeit],
    umstaende: Umstaende,
) -> tuple[Naeherung, ...]:
    """Figures of the years shown that are a source's total, less the Kommunen outside a group."""
    katalog = umstaende.katalog
    toleranz = {(t.merkmal, t.jahr): t.toleranz for t in umstaende.gesamtzahlen}
    additive = [m.id for m in katalog.merkmale.values() if m.additiv and not m.summe]
    figures = haeufigkeiten.filter(
        pl.col("merkmal").is_in(additive)
        & pl.col("wert").is_not_null()
        & pl.col("jahr").is_in(werte["jahr"].unique().implode())
    )
    found = []
    for gruppe in umstaende.gebiete.gruppen:
        is_member = pl.col("gebiet").is_in(list(gruppe.mitglieder))
        counted = figures.group_by("merkmal", "jahr", maintain_order=True).agg(
            is_member.sum().alias("anzahl"),
            (pl.col("gebiet") == gruppe.schluessel).any().alias("da"),
        )
        partial = counted.filter(pl.col("da") & (pl.col("anzahl") < len(gruppe.mitglieder)))
        found += [
            Naeherung(
                gebiet=gruppe.schluessel,
                merkmal=merkmal,
                jahr=jahr,
                toleranz=toleranz.get((merkmal, jahr), Decimal(0)),
            )
            for merkmal, jahr in partial.select("merkmal", "jahr").iter_rows()
        ]
    return tuple(found)


def _published(
    werte: dy.DataFrame[Freigabe], used: pl.DataFrame, umstaende: Umstaende
) -> Iterator[Bekannt]:
    released = werte.filter(pl.col("zeichen").is_null()).select(_KEY).rename({"jahr": "jahr_wert"})
    told = used.filter("nennt").join(released, on=["gebiet", "jahr_wert", "kennzahl"], how="semi")
    for gebiet, jahr, form, wert in told.select(*FORM, "wert").unique().iter_rows():
        yield Bekannt(
            ausgabe=umstaende.ausgabe,
            gebiet=gebiet,
            jahr=jahr,
            summe=parse_summe(form),
            wert=wert,
        )


def _suppressed(gesperrt: Iterable[Gesperrt], umstaende: Umstaende) -> Iterator[Bekannt]:
    for entry in gesperrt:
        yield Bekannt(
            ausgabe=umstaende.ausgabe,
            gebiet=entry.gebiet,
            jahr=entry.jahr,
            summe=parse_summe(entry.form),
            wert=None,
        )


def _place(bekannt: Bekannt) -> tuple[str, int, str, int | None]:
    return bekannt.gebiet, bekannt.jahr, str(bekannt.summe), bekannt.wert
