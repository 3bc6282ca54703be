"""Which Formen an edition suppresses, and why."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from itertools import groupby
from typing import Protocol, TypeVar

import dataframely as dy
import polars as pl

from reports.disclosure.ausweg import auswege
from reports.disclosure.bau import Bau, Name
from reports.disclosure.formen import formen_of, nutzungen
from reports.disclosure.jahresdaten import Jahresdaten, Stelle, Umfeld
from reports.disclosure.jahrestafel import jahrestafel
from reports.disclosure.sperrung import Sperrung, sperren
from reports.disclosure.tabelle import Lage
from reports.disclosure.umstaende import Umstaende
from reports.domain.frames import Haeufigkeit
from reports.domain.schutz import Schutz
from reports.domain.vorausgabe import nummer_of
from reports.domain.zeichen import Zeichen
from reports.measures.measure import Messung

A = TypeVar("A")
B = TypeVar("B")


class Each(Protocol):
    """Applies a function to each of many things, in their order: ``map``, or that of a pool."""

    def __call__(self, function: Callable[[A], B], things: Iterable[A], /) -> Iterable[B]:
        """The results in the order of *things*."""


class Grund(StrEnum):
    """Why a Form is not published; the member's value is what the office reads."""

    KLEIN = "zu kleine Zahl"
    NULL = "niemand oder alle: sagt etwas über jede Person"
    REST = "die Übrigen wären eine zu kleine Zahl"
    BETRAG = "gehört zu einer zu kleinen Zahl"
    FRUEHER = "schon in einer früheren Ausgabe gesperrt"
    DECKUNG = "zum Schutz einer anderen Zahl"
    AUSGELASSEN = "mit der ganzen Gliederung ausgelassen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesperrt:
    """A Form of an area and year that is not published."""

    gebiet: str
    jahr: int
    form: str
    grund: Grund


def suppressed(messung: Messung, umstaende: Umstaende, each: Each) -> tuple[Gesperrt, ...]:
    """Everything that an edition has to suppress, so that no secret can be worked out.

    Years know nothing of each other: a change is shown only beside both of its values.
    """
    formen = formen_of(umstaende.katalog, (bekannt.summe for bekannt in umstaende.frueher))
    umfeld = Umfeld(katalog=umstaende.katalog, gebiete=umstaende.gebiete, formen=formen)
    uses = nutzungen(messung, umstaende.katalog)
    years = _years(messung.haeufigkeiten, uses, umstaende)
    return tuple(entry for found in each(partial(_of_year, umfeld), years) for entry in found)


def _of_year(umfeld: Umfeld, daten: Jahresdaten) -> list[Gesperrt]:
    """What a year suppresses; what nothing protects counts as known for the protection of the rest.

    Earlier editions and the sources themselves may have told too much already.
    """
    jahr = _protected(umfeld, daten)
    while jahr.sperrung.offen:
        daten = replace(daten, verloren=daten.verloren | set(jahr.offen))
        jahr = _protected(umfeld, daten)
    return list(_entries(jahr))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Jahr:
    """A year with its table, what is suppressed in it, and what of each Form is a secret."""

    daten: Jahresdaten
    bau: Bau
    sperrung: Sperrung
    geschuetzt: Mapping[str, Schutz]

    @property
    def names(self) -> list[Name]:
        """The names of its cells, by place."""
        return list(self.bau.plaetze)

    @property
    def offen(self) -> list[Name]:
        """The secrets that it does not protect."""
        names = self.names
        return [names[place] for place in sorted(self.sperrung.offen)]


def _protected(umfeld: Umfeld, daten: Jahresdaten) -> _Jahr:
    """A year protected; where that is not enough, more and more is left out as a whole."""
    jahr = _attempt(umfeld, daten)
    for more in auswege(jahr.offen, umfeld):
        if jahr.sperrung.offen:
            daten = replace(daten, ausgelassen=daten.ausgelassen | more)
            jahr = _attempt(umfeld, daten)
    return jahr


def _attempt(umfeld: Umfeld, daten: Jahresdaten) -> _Jahr:
    bau = jahrestafel(daten, umfeld)
    return _Jahr(
        daten=daten, bau=bau, sperrung=sperren(bau.tabelle()), geschuetzt=umfeld.formen.schutz
    )


def _years(
    haeufigkeiten: dy.DataFrame[Haeufigkeit], uses: pl.DataFrame, umstaende: Umstaende
) -> Iterator[Jahresdaten]:
    """What is known of each year of which anything may be published."""
    by_year = haeufigkeiten.partition_by("jahr", as_dict=True)
    for jahr in sorted(uses["jahr"].unique()):
        figures = by_year[jahr,]
        frueher, gezeichnet = _earlier(jahr, umstaende)
        hidden = figures.filter(pl.col("zeichen") == Zeichen.GEHEIM_QUELLE)
        yield Jahresdaten(
            jahr=jahr,
            werte={
                (g, m): w for g, m, w in figures.select("gebiet", "merkmal", "wert").iter_rows()
            },
            verdeckt=frozenset(hidden.select("gebiet", "merkmal").iter_rows()),
            nutzungen={
                (gebiet, form): count
                for gebiet, form, count in uses.filter(pl.col("jahr") == jahr)
                .select("gebiet", "form", "len")
                .iter_rows()
            },
            frueher=frueher,
            gezeichnet=gezeichnet,
            gesamtzahlen=[t for t in umstaende.gesamtzahlen if t.jahr == jahr],
        )


def _earlier(
    jahr: int, umstaende: Umstaende
) -> tuple[Mapping[Stelle, int | None], frozenset[Stelle]]:
    """What has been published of a year last, None for what was suppressed then; and its signs.

    Only those signs that have told a count from zero: an edition that leaves a Form out everywhere
    gives one to every Kommune, zero or not.
    """
    kommunen = [kommune.schluessel for kommune in umstaende.gebiete.kommunen]
    of_year = (bekannt for bekannt in umstaende.frueher if bekannt.jahr == jahr)
    in_order = sorted(of_year, key=lambda bekannt: nummer_of(bekannt.ausgabe))
    last: dict[Stelle, int | None] = {}
    told = set[Stelle]()
    for _, edition in groupby(in_order, key=lambda bekannt: bekannt.ausgabe):
        last |= {(bekannt.gebiet, str(bekannt.summe)): bekannt.wert for bekannt in edition}
        hidden = {place for place, wert in last.items() if wert is None}
        told = {
            (gebiet, form)
            for gebiet, form in hidden
            if (gebiet, form) in told or any((key, form) not in hidden for key in kommunen)
        }
    return last, frozenset(told)


def _entries(jahr: _Jahr) -> Iterator[Gesperrt]:
    """The suppressed Formen, with the reason."""
    names, zellen = jahr.names, jahr.bau.zellen
    published = {p for p, z in enumerate(zellen) if z.klein and z.lage is Lage.BEKANNT}
    for place in sorted(jahr.sperrung.zellen | published):
        name = names[place]
        if not name.ohne and name.gebiet:
            grund = _reason(jahr, name)
            yield Gesperrt(gebiet=name.gebiet, jahr=jahr.daten.jahr, form=name.form, grund=grund)


def _reason(jahr: _Jahr, name: Name) -> Grund:
    zelle = jahr.bau.zellen[jahr.bau.plaetze[name]]
    place = (name.gebiet, name.form)
    if not zelle.klein:
        return _reason_of_cover(jahr, name)
    if place in jahr.daten.ausgelassen:
        return Grund.AUSGELASSEN
    if jahr.daten.frueher.get(place, 0) is None:
        return Grund.FRUEHER
    if not jahr.geschuetzt[name.form].minimum:
        return Grund.BETRAG
    return Grund.NULL if zelle.wert == 0 else Grund.KLEIN


def _reason_of_cover(jahr: _Jahr, name: Name) -> Grund:
    """Its own where it leaves too few of its whole, else another's."""
    reste = (
        zelle.wert
        for rest, zelle in zip(jahr.names, jahr.bau.zellen, strict=True)
        if zelle.klein and rest.gebiet == name.gebiet and rest.ohne == name.form
    )
    wert = next(reste, None)
    if wert is None:
        return Grund.DECKUNG
    return Grund.REST if wert else Grund.NULL
