"""The small parts: age bands, exact division, texts, TOML."""

import tomllib
from datetime import date
from decimal import Decimal

import polars as pl
import pytest

from reports.domain.korrektur import Korrektur
from reports.domain.quelle import (
    Dateiformat,
    Lieferdatei,
    Tabellenform,
    Umfang,
    Wertspalte,
)
from reports.muster.alter import Band, band_of, limits_of, weights_of
from reports.muster.texte import german
from reports.muster.toml import table
from reports.muster.verteilung import apportioned, cut_up, share_of
from reports.muster.vorgaben import Altersreihe
from reports.muster.zufall import Raster, Zufall


@pytest.mark.parametrize(
    ("merkmal", "band"),
    [
        ("bev", Band(0, 100)),
        ("bev_u3", Band(0, 3)),
        ("bev_3_5", Band(3, 6)),
        ("bev_75p", Band(75, 100)),
        ("bev_25_39_2022", Band(25, 40)),
        ("bev_u3_m", None),
        ("bev_mr", None),
    ],
)
def test_ages_are_read_from_the_name(merkmal: str, band: Band | None) -> None:
    assert band_of(merkmal, Altersreihe(id="bev")) == band


def test_ending_of_a_series_follows_the_ages() -> None:
    men = Altersreihe(id="bev_m", endung="_m")

    assert band_of("bev_3_5_m", men) == Band(3, 6)
    assert band_of("bev_m", men) == Band(0, 100)
    assert band_of("bev_3_5", men) is None


def test_finest_groups_lie_between_all_limits() -> None:
    limits = limits_of([Band(0, 3), Band(3, 18), Band(6, 100)])

    assert limits == [0, 3, 6, 18, 100]
    assert weights_of(limits, [10, 20]) == [30, 10 * 2 + 20, 20 * 12, 20 * 82]


def test_whole_is_divided_without_a_rest() -> None:
    whole = pl.Series([10, 7, 0])
    parts = apportioned(whole, [pl.Series([1, 1, 1])] * 3)

    assert [part.to_list() for part in parts] == [[3, 2, 0], [3, 2, 0], [4, 3, 0]]


def test_fractions_are_kept_until_they_make_a_whole() -> None:
    half = pl.Series([500_000])

    assert [part.to_list() for part in cut_up([half, half, half])] == [[0], [1], [0]]


def test_large_share_never_exceeds_its_whole() -> None:
    factor = pl.Series([1_000_000, 1_300_000, 700_000])

    assert share_of(900, factor).to_list() == [900_000, 870_000, 930_000]
    assert share_of(100, factor).to_list() == [100_000, 130_000, 70_000]
    assert share_of(1000, factor).to_list() == [1_000_000] * 3


def test_chance_is_the_same_for_the_same_name_and_seed() -> None:
    raster = Raster(3, 2)
    drawn = Zufall(1, raster).bytes_of("x", 6)

    assert drawn.to_list() == Zufall(1, raster).bytes_of("x", 6).to_list()
    assert drawn.to_list() != Zufall(2, raster).bytes_of("x", 6).to_list()
    assert drawn.to_list() != Zufall(1, raster).bytes_of("y", 6).to_list()


def test_figures_are_written_in_german() -> None:
    figures = pl.Series([1234, 5, 0])

    assert german(figures, 0, "-").to_list() == ["1234", "5", "-"]
    assert german(figures, 2, "0").to_list() == ["12,34", "0,05", "0"]


def test_written_toml_is_read_back_as_it_was() -> None:
    datei = Lieferdatei(
        name='a "b".csv',
        titel="Straße",
        tabelle="T",
        url="https://example.org/muster",
        stichtag="31.12.",
        gebiete=Umfang.KOMMUNEN,
        format=Dateiformat.TABELLE,
        toleranz=Decimal("0.5"),
        endgueltig=False,
        tabellenform=Tabellenform(schluessel="AGS", summen=("Insgesamt",)),
        spalte=(Wertspalte(kopf="Anzahl", merkmal="bev", jahr=2020, nur={"Angabe neu": "x"}),),
    )
    (read,) = tomllib.loads(table("datei", datei))["datei"]

    assert read["name"] == 'a "b".csv'
    assert read["endgueltig"] is False
    assert read["toleranz"] == 0.5
    assert read["tabellenform"] == {"schluessel": "AGS", "summen": ["Insgesamt"]}
    assert read["spalte"] == [
        {"kopf": "Anzahl", "merkmal": "bev", "jahr": 2020, "nur": {"Angabe neu": "x"}}
    ]
    assert "anmerkung" not in read


def test_day_is_written_as_a_day() -> None:
    korrektur = Korrektur(
        merkmal="alo", ags="03241001", jahr=2019, erwartet="1", neu="2", grund="g",
        gemeldet="a", am=date(2025, 3, 1),
    )  # fmt: skip

    assert tomllib.loads(table("k", korrektur))["k"][0]["am"] == date(2025, 3, 1)
