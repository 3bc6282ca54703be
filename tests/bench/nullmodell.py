"""A delivery without any effect: what all Kommunen would have if only chance told them apart.

Each Kennzahl that can be tested keeps the Nenner of its areas and years in a Musterlieferung.
Every Zähler is drawn anew, with the Region's rate at the Stand as the one rate of all Kommunen and
years.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import numpy as np

from reports.comparison.compare import SICHER
from reports.comparison.interval import bereich_of
from reports.disclosure.protect import protect
from reports.disclosure.release import Stand
from reports.domain.angabe import NICHT_GELIEFERT, Wert, Werte
from reports.domain.gebiet import Gebiete
from reports.domain.katalog import Formelart, Katalog, Kennzahl, Richtung
from reports.domain.schwellen import Schwellen
from reports.domain.zeit import TRENDJAHRE
from reports.edition import read_edition
from reports.intake.bestand import read_eingang
from reports.measures.measure import measure
from reports.muster.write import write_muster
from reports.pipeline import umstaende_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Ziehung:
    """One Zähler to be drawn.

    Attributes:
        anteil: whether it is a share of its Nenner, else a number of cases.
    """

    gebiet: str
    jahr: int
    kennzahl: Kennzahl
    nenner: int
    rate: float
    anteil: bool

    def draw(self, random: np.random.Generator) -> int:
        """A Zähler by chance."""
        if self.anteil:
            return int(random.binomial(self.nenner, self.rate))
        return int(random.poisson(self.nenner * self.rate))


@dataclass(frozen=True, slots=True, kw_only=True)
class Modell:
    """What every simulation shares; the areas are the Kommunen and the Region."""

    katalog: Katalog
    gebiete: Gebiete
    schwellen: Schwellen
    staende: Mapping[str, Stand]
    ziehungen: tuple[Ziehung, ...]


def model(ordner: Path, *, seed: int, kommunen: int) -> Modell:
    """A Musterlieferung, read, measured and protected, of which only the Nenner are kept."""
    write_muster(ordner, seed=seed, kommunen=kommunen)
    edition = read_edition(ordner / "input")
    eingang = read_eingang(edition)
    messung = measure(eingang.bestand, eingang.katalog, eingang.brueche, edition)
    release = protect(messung, umstaende_of(edition, eingang)).release
    werte = {
        (row["gebiet"], row["jahr"], row["kennzahl"]): msgspec.convert(row, Wert)
        for row in release.werte.iter_rows(named=True)
    }
    gebiete = replace(edition.gebiete, gruppen=(edition.gebiete.region,))
    rates = _rates(werte, release.staende, eingang.katalog, gebiete.region.schluessel)
    staende = {kennzahl.id: release.staende[kennzahl.id] for kennzahl, _ in rates}
    return Modell(
        katalog=eingang.katalog,
        gebiete=gebiete,
        schwellen=edition.schwellen,
        staende=staende,
        ziehungen=tuple(_ziehungen(rates, staende, werte, gebiete)),
    )


def draw_all(random: np.random.Generator, modell: Modell) -> dict[tuple[str, int, str], Wert]:
    """A value for each; the Region's is made of all that were drawn before it."""
    region = modell.gebiete.region.schluessel
    sums: dict[tuple[int, str], tuple[int, int]] = {}
    werte = {}
    for ziehung in modell.ziehungen:
        zaehler, series = ziehung.draw(random), (ziehung.jahr, ziehung.kennzahl.id)
        before = sums.get(series, (0, 0))
        sums[series] = total = (before[0] + zaehler, before[1] + ziehung.nenner)
        counts = total if ziehung.gebiet == region else (zaehler, ziehung.nenner)
        werte[(ziehung.gebiet, *series)] = _wert(counts, ziehung.kennzahl)
    return werte


def _wert(counts: tuple[int, int], kennzahl: Kennzahl) -> Wert:
    zaehler, nenner = counts
    return Wert(zaehler=zaehler, nenner=nenner, wert=zaehler / nenner * kennzahl.faktor)


def _rates(
    werte: Werte, staende: Mapping[str, Stand], katalog: Katalog, region: str
) -> list[tuple[Kennzahl, float]]:
    """The Kennzahlen that can give a signal, each with the Region's rate at the Stand."""
    found = []
    for name, stand in staende.items():
        kennzahl = katalog.kennzahlen[name]
        wert = werte.get((region, stand.jahr, name), NICHT_GELIEFERT)
        bereich = bereich_of(kennzahl, wert, katalog, sicherheit=SICHER)
        if bereich and kennzahl.richtung is not Richtung.NEUTRAL:
            found.append((kennzahl, float(wert.genau or 0)))
    return found


def _ziehungen(
    rates: Iterable[tuple[Kennzahl, float]],
    staende: Mapping[str, Stand],
    werte: Werte,
    gebiete: Gebiete,
) -> Iterator[Ziehung]:
    """Every released value of the five years up to a Stand."""
    for kennzahl, rate in rates:
        stand = staende[kennzahl.id].jahr
        for jahr in range(stand - TRENDJAHRE + 1, stand + 1):
            for gebiet, nenner in _nenner(kennzahl, jahr, werte, gebiete).items():
                yield Ziehung(
                    gebiet=gebiet,
                    jahr=jahr,
                    kennzahl=kennzahl,
                    nenner=nenner,
                    rate=rate,
                    anteil=kennzahl.formel is Formelart.PROZENT and rate <= 1,
                )


def _nenner(kennzahl: Kennzahl, jahr: int, werte: Werte, gebiete: Gebiete) -> dict[str, int]:
    """The Nenner by area; the Region's, the last, is what the released Kommunen leave of it."""
    keys = [gebiet.schluessel for gebiet in gebiete.alle]
    every = {key: werte.get((key, jahr, kennzahl.id), NICHT_GELIEFERT).nenner for key in keys}
    found = {key: nenner for key, nenner in every.items() if nenner}
    if nenner := found.pop(gebiete.region.schluessel, None):
        found[gebiete.region.schluessel] = max(0, nenner - sum(found.values()))
    return found
