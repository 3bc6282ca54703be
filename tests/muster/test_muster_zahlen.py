"""The invented figures themselves: whole numbers that keep every relation, for any seed."""

from itertools import pairwise

import polars as pl
import pytest

from reports.edition import shipped
from reports.intake.catalogue import read_katalog
from reports.muster.vorgaben import JAHRE, read_vorgaben
from reports.muster.zahlen import rechnung
from reports.muster.zufall import Raster, Zufall


def figures(seed: int, einwohner: list[int]) -> dict[str, pl.Series]:
    zufall = Zufall(seed, Raster(len(einwohner) + 1, len(JAHRE)))
    katalog = read_katalog(shipped("input"))
    return dict(rechnung(katalog, read_vorgaben(), zufall, einwohner).run())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_relations_hold_for_large_and_tiny_kommunen(seed: int) -> None:
    werte = figures(seed, [500_000, *range(2000, 40_000, 1000)])
    katalog = read_katalog(shipped("input"))
    derived = {m.id: m.summe[0].merkmale for m in katalog.merkmale.values() if m.summe}

    def of(name: str) -> pl.Series:
        return sum((werte[part] for part in derived.get(name, (name,))), start=werte["bev"] * 0)

    for zerlegung in katalog.zerlegungen:
        rest = of(zerlegung.ganzes) - sum(
            (of(part) for part in zerlegung.teile), start=werte["bev"] * 0
        )
        wrong = rest != 0 if zerlegung.vollstaendig else rest < 0
        assert not wrong.any(), zerlegung.titel
    assert all((series >= 0).all() for series in werte.values())


def test_figures_are_about_as_large_as_asked_for() -> None:
    werte = figures(1, [100_000, 20_000])
    last = werte["bev"].gather_every(len(JAHRE), len(JAHRE) - 1).to_list()

    assert last[0] == last[1] + last[2]
    assert last[1] == pytest.approx(100_000, rel=0.1)
    assert last[2] == pytest.approx(20_000, rel=0.1)


def test_figures_change_mildly_from_year_to_year() -> None:
    werte = figures(4, [60_000, 30_000])
    for name in ("bev_m", "alo", "sgb2", "kita", "einkuenfte", "zuzuege_18_24"):
        series = werte[name].slice(len(JAHRE), len(JAHRE)).to_list()
        steps = [abs(b - a) / a for a, b in pairwise(series)]
        assert max(steps) < 0.1, name
        assert len(set(series)) > 5, name


def test_declared_break_shows_in_the_figures() -> None:
    uvg = figures(1, [60_000, 30_000])["uvg"].slice(len(JAHRE), len(JAHRE)).to_list()

    assert uvg[JAHRE.index(2017)] > 1.5 * uvg[JAHRE.index(2016)]


def test_area_of_a_kommune_stays_the_same() -> None:
    area = figures(1, [60_000, 30_000])["flaeche_km2"].slice(len(JAHRE), len(JAHRE))

    assert area.n_unique() == 1
