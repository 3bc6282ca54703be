"""Released values → how every area stands with every Kennzahl."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.comparison.interval import bereich_of, lage_of
from reports.comparison.position import rank_kommunen
from reports.comparison.signals import anlaesse_of, status_test, trend_test
from reports.comparison.spine import spanne_of
from reports.comparison.standing import (
    Anlass,
    Dynamik,
    Einordnung,
    Einordnungen,
    Rang,
    Signal,
    Status,
    Trend,
)
from reports.comparison.status import dynamik_of, status_of
from reports.comparison.trend import trend_of
from reports.disclosure.release import Stand
from reports.domain.angabe import NICHT_GELIEFERT, Wert, Werte
from reports.domain.gebiet import Gebiete
from reports.domain.katalog import Formelart, Katalog, Kennzahl
from reports.domain.schwellen import Schwellen
from reports.domain.vorausgabe import Vorausgabe
from reports.domain.zeichen import Kennzeichen
from reports.domain.zeit import TRENDJAHRE, Zeitraum

SICHER = 0.95  # of the words over and under
JAHRE_DER_DYNAMIK = 3
_VERGLEICHBAR = set(Formelart) - {Formelart.ANZAHL, Formelart.ENTWICKLUNG}
_UNSICHER = Kennzeichen.EINGESCHRAENKT | Kennzeichen.GERUNDET_NULL | Kennzeichen.FEHLERHAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Lauf:
    """What all comparisons of an edition share."""

    werte: Werte
    katalog: Katalog
    gebiete: Gebiete
    schwellen: Schwellen
    ausgabe: str
    vorausgabe: Vorausgabe | None

    @property
    def sicherheit(self) -> float:
        """How sure a signal has to be."""
        return 1 - float(self.schwellen.irrtum) / 100

    def wert(self, gebiet: str, jahr: int, kennzahl: Kennzahl) -> Wert:
        """The value, or »fehlt«."""
        return self.werte.get((gebiet, jahr, kennzahl.id), NICHT_GELIEFERT)

    def kommunen(self, jahr: int, kennzahl: Kennzahl) -> dict[str, Wert]:
        """The values of the Kommunen by their keys."""
        keys = [kommune.schluessel for kommune in self.gebiete.kommunen]
        return {key: self.wert(key, jahr, kennzahl) for key in keys}


@dataclass(frozen=True, slots=True, kw_only=True)
class Feld:
    """How all Kommunen stand with one Kennzahl, by their keys."""

    raenge: Mapping[str, Rang]
    plaetze: Mapping[str, float]
    status: Mapping[str, Status]
    dynamik: Mapping[str, Dynamik]


def einordnen(  # noqa: PLR0913 (what an edition compares, each named)
    werte: Werte,
    staende: Mapping[str, Stand],
    *,
    katalog: Katalog,
    gebiete: Gebiete,
    schwellen: Schwellen,
    ausgabe: str,
    vorausgabe: Vorausgabe | None,
) -> Einordnungen:
    """How every Kommune and group stands with every Kennzahl that has a Stand."""
    lauf = Lauf(
        werte=werte,
        katalog=katalog,
        gebiete=gebiete,
        schwellen=schwellen,
        ausgabe=ausgabe,
        vorausgabe=vorausgabe,
    )
    return {
        (gebiet, name): found
        for name, stand in staende.items()
        for gebiet, found in _of_kennzahl(katalog.kennzahlen[name], stand, lauf)
    }


def _of_kennzahl(kennzahl: Kennzahl, stand: Stand, lauf: Lauf) -> Iterator[tuple[str, Einordnung]]:
    feld = _feld(kennzahl, stand, lauf)
    for gebiet in lauf.gebiete.alle:
        yield gebiet.schluessel, _einordnung(gebiet.schluessel, kennzahl, stand, feld, lauf)


def _feld(kennzahl: Kennzahl, stand: Stand, lauf: Lauf) -> Feld:
    region = lauf.wert(lauf.gebiete.region.schluessel, stand.jahr, kennzahl)
    kommunen = lauf.kommunen(stand.jahr, kennzahl)
    scale = spanne_of(kommunen, region, kennzahl.richtung)
    return Feld(
        raenge=rank_kommunen(kommunen),
        plaetze=scale.plaetze if scale else {},
        status=_status(kennzahl, stand.jahr, lauf),
        dynamik=_dynamik(kennzahl, stand, lauf),
    )


def _einordnung(
    gebiet: str, kennzahl: Kennzahl, stand: Stand, feld: Feld, lauf: Lauf
) -> Einordnung:
    region = lauf.gebiete.region.schluessel
    wert, other = (lauf.wert(area, stand.jahr, kennzahl) for area in (gebiet, region))
    bereich = bereich_of(kennzahl, wert, lauf.katalog, sicherheit=SICHER)
    trend, by_trend = _trend(gebiet, kennzahl, stand, lauf)
    wide = bereich_of(kennzahl, wert, lauf.katalog, sicherheit=lauf.sicherheit)
    by_status = status_test(wert, other, feld.status.get(gebiet), wide, lauf.schwellen)
    return Einordnung(
        rang=feld.raenge.get(gebiet),
        platz=feld.plaetze.get(gebiet),
        bereich=bereich,
        lage=None if gebiet == region else lage_of(wert, other, bereich),
        trend=trend,
        status=feld.status.get(gebiet),
        dynamik=feld.dynamik.get(gebiet),
        geprueft=sum(test is not None for test in (by_status, by_trend)),
        signal=_signal(gebiet, kennzahl, anlaesse_of(status=by_status, trend=by_trend), lauf),
    )


def _trend(gebiet: str, kennzahl: Kennzahl, stand: Stand, lauf: Lauf) -> tuple[Trend, bool | None]:
    """The five-year test, and whether it is a reason for a signal."""
    years = range(stand.jahr - TRENDJAHRE + 1, stand.jahr + 1)
    werte = {jahr: lauf.wert(gebiet, jahr, kennzahl) for jahr in years}
    breaks = [bruch.ab for bruch in stand.brueche]
    sure = lauf.sicherheit
    trend = trend_of(kennzahl, werte, stand.jahr, breaks, lauf.katalog, sicherheit=sure)
    return trend, trend_test(trend, list(werte.values()), kennzahl.richtung, lauf.schwellen)


def _status(kennzahl: Kennzahl, jahr: int, lauf: Lauf) -> dict[str, Status]:
    region = _solid(lauf.wert(lauf.gebiete.region.schluessel, jahr, kennzahl))
    if region is None or kennzahl.formel not in _VERGLEICHBAR:
        return {}
    return status_of(
        _known(kennzahl, jahr, lauf),
        region,
        kennzahl.richtung,
        lauf.schwellen,
        _without_one(kennzahl, jahr, lauf),
    )


def _dynamik(kennzahl: Kennzahl, stand: Stand, lauf: Lauf) -> dict[str, Dynamik]:
    span = Zeitraum(stand.jahr - JAHRE_DER_DYNAMIK, stand.jahr)
    key = lauf.gebiete.region.schluessel
    then, now = (_solid(lauf.wert(key, jahr, kennzahl)) for jahr in (span.von, span.bis))
    if then is None or now is None or kennzahl.formel not in _VERGLEICHBAR:
        return {}
    if stand.comparability(span) is not None:
        return {}
    return dynamik_of(
        _known(kennzahl, span.bis, lauf),
        _known(kennzahl, span.von, lauf),
        region=(then, now),
        richtung=kennzahl.richtung,
        schwellen=lauf.schwellen,
        ohne=_moves_without_one(kennzahl, span, lauf),
    )


def _moves_without_one(kennzahl: Kennzahl, span: Zeitraum, lauf: Lauf) -> dict[str, float]:
    then, now = (_without_one(kennzahl, jahr, lauf) for jahr in (span.von, span.bis))
    return {key: now[key] - then[key] for key in now if key in then}


def _without_one(kennzahl: Kennzahl, jahr: int, lauf: Lauf) -> dict[str, float]:
    """The Region's value without each Kommune, for quotients of which all counts are known."""
    region = lauf.wert(lauf.gebiete.region.schluessel, jahr, kennzahl)
    if not region.zaehler or not region.nenner or region.wert is None:
        return {}
    scale = region.wert * region.nenner / region.zaehler
    return {
        key: scale * (region.zaehler - wert.zaehler) / (region.nenner - wert.nenner)
        for key, wert in lauf.kommunen(jahr, kennzahl).items()
        if wert.zaehler is not None and wert.nenner and wert.nenner < region.nenner
    }


def _known(kennzahl: Kennzahl, jahr: int, lauf: Lauf) -> dict[str, float]:
    """The values of the Kommunen that a comparison may rest on."""
    solid = {key: _solid(wert) for key, wert in lauf.kommunen(jahr, kennzahl).items()}
    return {key: wert for key, wert in solid.items() if wert is not None}


def _solid(wert: Wert) -> float | None:
    """The value unless its source or a break limits what it says."""
    return None if wert.eingeschraenkt or wert.kennzeichen & _UNSICHER else wert.wert


def _signal(
    gebiet: str, kennzahl: Kennzahl, anlaesse: tuple[Anlass, ...], lauf: Lauf
) -> Signal | None:
    if not anlaesse:
        return None
    if lauf.vorausgabe is None:
        return Signal(anlaesse=anlaesse, seit=None)
    seit = lauf.vorausgabe.signale.get((gebiet, kennzahl.id), lauf.ausgabe)
    return Signal(anlaesse=anlaesse, seit=seit)
