"""The five-year test: published vectors, its definition, and when it cannot be computed."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import erf, sqrt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zahlen import katalog, kennzahl, merkmal

from reports.comparison.interval import poisson
from reports.comparison.standing import Bereich, Richtungsurteil, Trend
from reports.comparison.trend import (
    anteilsreihe,
    gewichtete_reihe,
    steigung,
    trend_of,
    urteil_of,
)
from reports.domain.angabe import Wert
from reports.domain.katalog import Formelart, Kennzahl, Richtung
from reports.domain.zeichen import Kennzeichen, Zeichen

VEKTOREN = tomllib.loads(
    Path(__file__).with_name("vektoren.toml").read_text(encoding="utf-8"), parse_float=Decimal
)
QUOTE = kennzahl("x", "alo", "bev")
RATE = kennzahl("x", "alo", "bev", formel=Formelart.JE_1000)
STEIGEND, FALLEND, KEINER, NICHT_BERECHENBAR = (
    Richtungsurteil.STEIGEND,
    Richtungsurteil.FALLEND,
    Richtungsurteil.KEINER,
    Richtungsurteil.NICHT_BERECHENBAR,
)
UMGEKEHRT = {STEIGEND: FALLEND, FALLEND: STEIGEND}
NICHTS = Trend(urteil=NICHT_BERECHENBAR)
STEIGENDE = (994, 1023, 1199, 1332, 1367)
BASIS = (40299, 41527, 42811, 44064, 44701)
ANTEIL = st.integers(2, 10**7).flatmap(lambda n: st.tuples(st.integers(1, n - 1), st.just(n)))
FUENF_ANTEILE = st.lists(ANTEIL, min_size=5, max_size=5)
WERT = st.tuples(st.integers(0, 10**6), st.integers(1, 10**6))  # value and width of its interval
FUENF_WERTE = st.lists(WERT, min_size=5, max_size=5)


def digits(printed: Decimal) -> object:
    """As many digits as are printed, and nothing of the next."""
    return pytest.approx(float(printed), rel=0, abs=0.5 * 10.0 ** int(printed.as_tuple().exponent))


def years(zaehler: Sequence[int], nenner: Sequence[int], bis: int = 2022) -> dict[int, Wert]:
    """Counted values of consecutive years that end with *bis*."""
    first = bis - len(zaehler) + 1
    return {
        jahr: Wert(zaehler=c, nenner=n, wert=c / n, gerundet=0)
        for jahr, (c, n) in enumerate(zip(zaehler, nenner, strict=True), start=first)
    }


def trend(
    jahre: Mapping[int, Wert],
    stelle: Kennzahl = QUOTE,
    bruchjahre: Collection[int] = (),
    sicherheit: float = 0.998,
) -> Trend:
    return trend_of(stelle, jahre, 2022, bruchjahre, katalog(stelle), sicherheit=sicherheit)


def around(werte: Sequence[float], breiten: Sequence[float]) -> tuple[Bereich, ...]:
    pairs = zip(werte, breiten, strict=True)
    return tuple(Bereich(unten=wert - breite, oben=wert + breite) for wert, breite in pairs)


def by_formula(werte: Sequence[int], gewichte: Sequence[Fraction]) -> tuple[Fraction, Fraction]:
    """Slope and statistic of the weighted test by its published sums, in exact fractions."""
    rows = [(w, t, y) for t, (w, y) in enumerate(zip(gewichte, werte, strict=True), start=1)]
    w_, wt = sum(w for w, _, _ in rows), sum(w * t for w, t, _ in rows)
    wy, wty = sum(w * y for w, _, y in rows), sum(w * t * y for w, t, y in rows)
    unter = w_ * sum(w * t * t for w, t, _ in rows) - wt**2
    slope = (w_ * wty - wt * wy) / unter
    return slope, slope**2 * unter / w_


@pytest.mark.parametrize("fall", VEKTOREN["anteile"], ids=lambda fall: fall["titel"])
def test_the_trend_of_shares_is_the_published_one(fall: dict) -> None:
    assert trend(years(fall["zaehler"], fall["nenner"])).urteil == fall["urteil"]
    if "chi2" in fall:
        assert anteilsreihe(fall["zaehler"], fall["nenner"]).chi2 == digits(fall["chi2"])


@pytest.mark.parametrize("fall", VEKTOREN["gewichtet"], ids=lambda fall: fall["titel"])
def test_the_trend_of_weighted_values_is_the_published_one(fall: dict) -> None:
    ends = zip(fall["unten"], fall["oben"], strict=True)
    reihe = gewichtete_reihe(
        [float(wert) for wert in fall["werte"]],
        [Bereich(unten=float(unten), oben=float(oben)) for unten, oben in ends],
    )

    assert reihe.chi2 == digits(fall["chi2"])
    assert steigung(reihe.punkte) == digits(fall["steigung"])
    assert urteil_of(reihe, sicherheit=0.998) == fall["urteil"]


@given(FUENF_ANTEILE)
def test_the_statistic_of_shares_is_that_of_cochran_and_armitage(
    anteile: list[tuple[int, int]],
) -> None:
    """The squared sum of scores over its variance, in exact fractions."""
    alle = sum(n for _, n in anteile)
    quote = Fraction(sum(c for c, _ in anteile), alle)
    score = sum(t * (c - n * quote) for t, (c, n) in enumerate(anteile, start=1))
    mean = Fraction(sum(t * n for t, (_, n) in enumerate(anteile, start=1)), alle)
    spread = sum(n * (t - mean) ** 2 for t, (_, n) in enumerate(anteile, start=1))

    found = anteilsreihe([c for c, _ in anteile], [n for _, n in anteile]).chi2

    assert found == pytest.approx(float(score**2 / (quote * (1 - quote) * spread)), rel=1e-12)


@given(FUENF_WERTE)
def test_the_weighted_slope_is_that_of_the_published_sums(werte: list[tuple[int, int]]) -> None:
    mitten, breiten = [wert for wert, _ in werte], [breite for _, breite in werte]
    slope, chi2 = by_formula(mitten, [Fraction(392, 200 * breite) ** 2 for breite in breiten])

    reihe = gewichtete_reihe(mitten, around(mitten, breiten))

    assert steigung(reihe.punkte) == pytest.approx(float(slope), rel=1e-9, abs=1e-6)
    assert reihe.chi2 == pytest.approx(float(chi2), rel=1e-6, abs=1e-9)


@given(FUENF_WERTE, st.integers(1, 1000))
def test_the_unit_of_weighted_values_does_not_matter(
    werte: list[tuple[int, int]], faktor: int
) -> None:
    mitten, breiten = [wert for wert, _ in werte], [breite for _, breite in werte]
    groesser = [faktor * wert for wert in mitten]
    weiter = around(groesser, [faktor * breite for breite in breiten])

    found = gewichtete_reihe(groesser, weiter).chi2

    plain = gewichtete_reihe(mitten, around(mitten, breiten)).chi2
    assert found == pytest.approx(plain, rel=1e-9, abs=1e-12)


@given(FUENF_ANTEILE, st.sampled_from([QUOTE, RATE]))
def test_backwards_a_rise_is_a_fall(anteile: list[tuple[int, int]], stelle: Kennzahl) -> None:
    zaehler, nenner = [c for c, _ in anteile], [n for _, n in anteile]

    found = trend(years(zaehler, nenner), stelle).urteil
    backwards = trend(years(zaehler[::-1], nenner[::-1]), stelle).urteil

    assert backwards is UMGEKEHRT.get(found, found)


@given(FUENF_ANTEILE)
def test_those_who_are_not_counted_move_the_other_way(anteile: list[tuple[int, int]]) -> None:
    nenner = [n for _, n in anteile]

    found = trend(years([c for c, _ in anteile], nenner)).urteil
    rest = trend(years([n - c for c, n in anteile], nenner)).urteil

    assert rest is UMGEKEHRT.get(found, found)


def test_the_years_of_the_test_are_named() -> None:
    assert trend(years(STEIGENDE, BASIS)) == Trend(urteil=STEIGEND, von=2018, bis=2022)


def test_without_a_trend_the_years_of_the_test_are_named_as_well() -> None:
    assert trend(years([50] * 5, [100] * 5)) == Trend(urteil=KEINER, von=2018, bis=2022)


def test_a_burden_and_a_relief_rise_alike() -> None:
    weniger = replace(QUOTE, richtung=Richtung.WENIGER_BELASTUNG)

    assert trend(years(STEIGENDE, BASIS), weniger).urteil is STEIGEND


def test_only_the_five_years_up_to_the_stand_count() -> None:
    """Before them the share was ten times as high, after them nobody was left."""
    jahre = years((9999, *STEIGENDE), (40000, *BASIS)) | {2023: Wert(zaehler=0, nenner=9)}

    assert trend(jahre).urteil is STEIGEND


def test_a_rise_that_chance_can_explain_is_none() -> None:
    """A hundredth of the counts has a hundredth of the statistic: 0.48."""
    assert trend(years([10, 10, 12, 13, 14], [403, 415, 428, 441, 447])).urteil is KEINER


def test_less_confidence_finds_more() -> None:
    """By hand 1000 · 50,000² / (250 · 750 · 2,000,000) = 6.67, between 3.84 and 9.55."""
    jahre = years([40, 45, 50, 55, 60], [200] * 5)

    assert anteilsreihe([40, 45, 50, 55, 60], [200] * 5).chi2 == pytest.approx(20 / 3)
    assert trend(jahre).urteil is KEINER
    assert trend(jahre, sicherheit=0.95).urteil is STEIGEND


@pytest.mark.parametrize("stelle", [QUOTE, RATE])
@pytest.mark.parametrize("ort", range(5))
def test_a_single_year_makes_no_trend(stelle: Kennzahl, ort: int) -> None:
    """Without the year that stands out the line is level, whatever the statistic."""
    zaehler = [100_000] * 5
    zaehler[ort] = 300_000

    assert trend(years(zaehler, [1_000_000] * 5), stelle).urteil is KEINER


def test_a_rise_that_one_year_turns_is_no_trend() -> None:
    """Falling for four years, then a leap: without the last year the line falls."""
    zaehler, nenner = [1400, 1300, 1200, 1100, 3000], [10_000] * 5

    assert anteilsreihe(zaehler, nenner).chi2 > 100
    assert trend(years(zaehler, nenner)).urteil is KEINER


@pytest.mark.parametrize("jahr", range(2018, 2023))
def test_a_missing_year_and_a_sign_cannot_be_tested(jahr: int) -> None:
    jahre = years(STEIGENDE, BASIS)
    without = {year: wert for year, wert in jahre.items() if year != jahr}

    assert trend(without) == NICHTS
    assert trend(jahre | {jahr: Wert(zeichen=Zeichen.GESPERRT)}) == NICHTS


@pytest.mark.parametrize("jahr", range(2019, 2023))
def test_nothing_is_tested_across_a_break(jahr: int) -> None:
    assert trend(years(STEIGENDE, BASIS), bruchjahre=(jahr,)) == NICHTS


@pytest.mark.parametrize("jahr", [2011, 2018, 2023])
def test_a_break_before_the_second_year_or_after_the_last_does_not_matter(jahr: int) -> None:
    """With 2018 as the first year of a new series, all five years are of it."""
    assert trend(years(STEIGENDE, BASIS), bruchjahre=(jahr,)).urteil is STEIGEND


@pytest.mark.parametrize("anders", [0, 44701])
def test_a_share_of_nobody_or_everybody_cannot_be_tested(anders: int) -> None:
    assert trend(years((*STEIGENDE[:4], anders), BASIS)) == NICHTS


@pytest.mark.parametrize("ort", range(5))
def test_an_estimated_year_cannot_be_tested(ort: int) -> None:
    jahre = years(STEIGENDE, BASIS)
    jahre[2018 + ort] = replace(jahre[2018 + ort], kennzeichen=Kennzeichen.GESCHAETZT)

    assert trend(jahre) == NICHTS


@pytest.mark.parametrize("formel", [Formelart.ANZAHL, Formelart.MITTELWERT])
def test_what_has_no_interval_cannot_be_tested(formel: Formelart) -> None:
    assert trend(years(STEIGENDE, BASIS), kennzahl("x", "alo", "bev", formel=formel)) == NICHTS


def test_amounts_cannot_be_tested() -> None:
    verzeichnis = katalog(QUOTE, merkmal("alo", dezimalen=1))
    jahre = years(STEIGENDE, BASIS)

    assert trend_of(QUOTE, jahre, 2022, (), verzeichnis, sicherheit=0.998) == NICHTS


def test_a_rate_without_a_case_can_be_tested() -> None:
    assert trend(years([0, 20, 40, 60, 80], [10_000] * 5), RATE).urteil is STEIGEND


def test_a_rate_is_tested_with_the_weights_of_its_intervals() -> None:
    """A limit a thousandth below the statistic of the published sums is passed, one above not."""
    zaehler = [20, 24, 30, 33, 40]
    bereiche = [poisson(c, sicherheit=0.95) for c in zaehler]
    gewichte = [(Fraction(392, 100) / Fraction(b.oben - b.unten)) ** 2 for b in bereiche]
    _, chi2 = by_formula(zaehler, gewichte)
    below, above = (erf(sqrt(float(chi2) * faktor / 2)) for faktor in (0.999, 1.001))
    jahre = years(zaehler, [1000] * 5)

    assert trend(jahre, RATE, sicherheit=below).urteil is STEIGEND
    assert trend(jahre, RATE, sicherheit=above).urteil is KEINER


def test_a_percentage_is_a_rate_as_soon_as_one_year_is_above_hundred() -> None:
    """A share of everybody cannot be tested, 100 % of a rate can."""
    basis = [10_000] * 5

    assert trend(years([8000, 9000, 10_000, 11_000, 12_000], basis)).urteil is STEIGEND
    assert trend(years([8000, 8500, 9000, 9500, 10_000], basis)) == NICHTS
