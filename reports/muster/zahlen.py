"""The invented figures of all Merkmale: every whole before its parts, every part within its wholes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import pairwise
from operator import add, sub

import polars as pl

from reports.domain.katalog import Art, Katalog, Merkmal
from reports.muster.alter import Band, band_of, limits_of, weights_of
from reports.muster.bindung import Bindung, bindungen, divisors
from reports.muster.verteilung import apportioned, cut_up, share_of, smaller
from reports.muster.vorgaben import ERSTES_JAHR, TAUSEND, Altersreihe, Vorgabe, Vorgaben
from reports.muster.zufall import EINS, Raster, Zufall

BEVOELKERUNG = "bev"  # the Merkmal that all others are made from
_RUHE = 4  # how much calmer populations, quotes and divided wholes are than shares
_HUNDERT = 100  # percent


def rechnung(
    katalog: Katalog, vorgaben: Vorgaben, zufall: Zufall, einwohner: Sequence[int]
) -> "Rechnung":
    """A calculation that has not made any figures yet.

    Args:
        katalog: the Merkmale.
        vorgaben: their sizes.
        zufall: their variation.
        einwohner: of each Kommune in the first year.
    """
    bands = [
        band
        for name in katalog.merkmale
        for reihe in vorgaben.alter
        if (band := band_of(name, reihe))
    ]
    return Rechnung(
        katalog=katalog,
        vorgaben=vorgaben,
        zufall=zufall,
        einwohner=einwohner,
        bindungen=bindungen(katalog),
        teiler=divisors(katalog),
        grenzen=limits_of(bands),
    )


def total(raster: Raster, figures: pl.Series) -> pl.Series:
    """*figures* with the sum of the Kommunen in place of the Region's."""
    years = raster.jahre
    kommunen = pl.DataFrame(
        {"jahr": raster.year_numbers().slice(years), "wert": figures.slice(years)}
    )
    sums = kommunen.group_by("jahr").agg(pl.col("wert").sum()).sort("jahr")["wert"]
    return pl.concat([sums, figures.slice(years)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Rechnung:
    """Figures in units of the last decimal, one Merkmal after the other; see :class:`Raster`.

    Attributes:
        einwohner: of each Kommune in the first year.
        bindungen: what the catalogue demands.
        teiler: ids of Merkmale that something is divided by, so they are never 0.
        grenzen: the ages between which no Merkmal distinguishes.
        werte: the figures so far.
        gruppen: the finest age groups of each series so far.
    """

    katalog: Katalog
    vorgaben: Vorgaben
    zufall: Zufall
    einwohner: Sequence[int]
    bindungen: Sequence[Bindung]
    teiler: frozenset[str]
    grenzen: Sequence[int]
    werte: dict[str, pl.Series] = field(default_factory=dict)
    gruppen: dict[str, Sequence[pl.Series]] = field(default_factory=dict)

    def run(self) -> Mapping[str, pl.Series]:
        """The figures of every delivered Merkmal."""
        sizes = self.zufall.raster.spread(pl.Series([0, *self.einwohner], dtype=pl.Int64))
        self._keep(self.katalog.merkmale[BEVOELKERUNG], sizes * self._calm(BEVOELKERUNG) // EINS)
        for merkmal in self.katalog.merkmale.values():
            self._need(merkmal.id)
        return self.werte

    def _calm(self, name: str) -> pl.Series:
        return self.zufall.variation(name, ruhe=_RUHE)

    def _keep(self, merkmal: Merkmal, figures: pl.Series) -> None:
        additive = merkmal.additiv
        self.werte[merkmal.id] = total(self.zufall.raster, figures) if additive else figures

    def _need(self, name: str) -> pl.Series:
        """The figures of a Merkmal, after those that it depends on."""
        merkmal = self.katalog.merkmale[name]
        if merkmal.summe:
            return self._sum(merkmal.summe[0].merkmale)
        if name not in self.werte:
            self._make(merkmal)
        return self.werte[name]

    def _sum(self, names: Iterable[str]) -> pl.Series:
        return summed(self._need(name) for name in names)

    def _make(self, merkmal: Merkmal) -> None:
        if found := self._ages_of(merkmal.id):
            self._keep(merkmal, self._of_ages(*found))
            return
        if bindung := self._division_of(merkmal):
            self._divide(bindung)
        else:
            self._keep(merkmal, self._share(merkmal))

    def _division_of(self, merkmal: Merkmal) -> Bindung | None:
        """The whole that a Merkmal completes with others; of several the one it is a share of."""
        own = [b for b in self.bindungen if b.vollstaendig and merkmal.id in b.teile]
        usual = (self.vorgaben.of(merkmal, self.katalog).von,)
        return next((b for b in own if b.ganzes == usual), own[0] if own else None)

    # Age groups

    def _ages_of(self, name: str) -> tuple[Altersreihe, Band] | None:
        """Series and ages of a Merkmal; the whole that a series divides is none of its groups."""
        for reihe in self.vorgaben.alter:
            band = band_of(name, reihe)
            if band is not None and (reihe.aus or name != reihe.id):
                return reihe, band
        return None

    def _of_ages(self, reihe: Altersreihe, band: Band) -> pl.Series:
        groups = zip(pairwise(self.grenzen), self._groups(reihe.id), strict=True)
        inside = [group for (von, bis), group in groups if band.von <= von and bis <= band.bis]
        return summed(inside)

    def _groups(self, name: str) -> Sequence[pl.Series]:
        if name not in self.gruppen:
            reihe = next(reihe for reihe in self.vorgaben.alter if reihe.id == name)
            self.gruppen[name] = self._divided(reihe) if reihe.aus else self._spread(reihe)
        return self.gruppen[name]

    def _spread(self, reihe: Altersreihe) -> Sequence[pl.Series]:
        """The whole of a series, spread over all ages."""
        usual = weights_of(self.grenzen, self.vorgaben.lebensjahre)
        weights = [w * self._calm(f"{reihe.id} {n}") for n, w in enumerate(usual)]
        return apportioned(self._need(reihe.id), weights)

    def _divided(self, reihe: Altersreihe) -> Sequence[pl.Series]:
        """A share of every group of another series, or what a third one leaves of it."""
        source = self._groups(reihe.aus)
        if reihe.ohne:
            pairs = zip(source, self._groups(reihe.ohne), strict=True)
            return [whole - part for whole, part in pairs]
        return cut_up(
            [
                group * share_of(reihe.promille, self.zufall.variation(f"{reihe.id} {n}"))
                for n, group in enumerate(source)
            ]
        )

    # Shares and divided wholes

    def _share(self, merkmal: Merkmal) -> pl.Series:
        """A Merkmal's share of another one, or a quote, within all its wholes."""
        vorgabe = self.vorgaben.of(merkmal, self.katalog)
        room = self._room(merkmal.id)
        figures = (
            self._quote(merkmal, vorgabe)
            if merkmal.art is Art.QUOTE
            else self._part(merkmal, vorgabe)
        )
        if merkmal.id in self.teiler:
            figures = figures.clip(lower_bound=1)
        return smaller(figures, *room)

    def _quote(self, merkmal: Merkmal, vorgabe: Vorgabe) -> pl.Series:
        factor = self._calm(merkmal.id)
        if merkmal.einheit != "%":
            return vorgabe.wert * factor // EINS
        hundred = int(_HUNDERT * 10**merkmal.dezimalen)
        return hundred * share_of(vorgabe.wert * TAUSEND // hundred, factor) // EINS

    def _part(self, merkmal: Merkmal, vorgabe: Vorgabe) -> pl.Series:
        base, factor = self._need(vorgabe.von), self._broken(merkmal.id, vorgabe.ruhe)
        if vorgabe.fest:
            raster = self.zufall.raster
            base, factor = (raster.spread(one.gather_every(raster.jahre)) for one in (base, factor))
        return (base * share_of(vorgabe.promille, factor) + EINS // 2) // EINS

    def _broken(self, name: str, ruhe: int) -> pl.Series:
        """The variation of a Merkmal with the breaks in its series."""
        factor = self.zufall.variation(name, ruhe=ruhe)
        years = self.zufall.raster.year_numbers()
        for bruch in self.vorgaben.bruch:
            if name in bruch.merkmale:
                later = years >= bruch.ab - ERSTES_JAHR
                factor = factor.zip_with(~later, factor * bruch.promille // TAUSEND)
        return factor

    def _room(self, name: str, ohne: Bindung | None = None) -> list[pl.Series]:
        """What each whole of a Merkmal has left for it, but for one of them."""
        return [
            self._rest(bindung)
            for bindung in self.bindungen
            if name in bindung.teile and bindung is not ohne
        ]

    def _rest(self, bindung: Bindung) -> pl.Series:
        """What the parts known so far leave of their whole."""
        whole = self._sum(bindung.ganzes)
        return reduce(sub, (self.werte[p] for p in bindung.teile if p in self.werte), whole)

    def _divide(self, bindung: Bindung) -> None:
        """Give every part of a whole that has none yet its figures; the last takes the rest."""
        for part in bindung.teile:
            if self._ages_of(part) or self._division_of(self.katalog.merkmale[part]) != bindung:
                self._need(part)
            self._room(part, ohne=bindung)  # may make parts on its way
        parts = [part for part in bindung.teile if part not in self.werte]
        weights = [self._weight(part) for part in parts]
        for n, part in enumerate(parts):
            rest = self._rest(bindung)
            figures = rest * weights[n] // summed(weights[n:])
            last = n + 1 == len(parts)
            room = [] if last else self._room(part, ohne=bindung)
            self._keep(self.katalog.merkmale[part], rest if last else smaller(figures, *room))

    def _weight(self, name: str) -> pl.Series:
        vorgabe = self.vorgaben.of(self.katalog.merkmale[name], self.katalog)
        return vorgabe.promille * self._calm(name)


def summed(series: Iterable[pl.Series]) -> pl.Series:
    """Cell by cell the sum."""
    return reduce(add, series)
