"""Intervals of chance: published vectors, their definitions, and where there is none."""

import tomllib
from dataclasses import replace
from decimal import Decimal, localcontext
from math import exp, factorial, fsum, log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zahlen import katalog, kennzahl, merkmal

from reports.comparison.interval import bereich_of, lage_of, poisson, wilson, z_of
from reports.comparison.standing import Bereich, Lage
from reports.domain.angabe import OHNE_KENNZEICHEN, Wert
from reports.domain.katalog import Art, Formelart, Katalog, Kennzahl
from reports.domain.zeichen import Kennzeichen, Zeichen

VEKTOREN = tomllib.loads(Path(__file__).with_name("vektoren.toml").read_text(encoding="utf-8"))
QUOTE = kennzahl("x", "alo", "bev")
GESPERRT = Wert(zeichen=Zeichen.GESPERRT)
SICHERHEITEN = st.floats(min_value=0.5, max_value=0.9999)
ANTEILE = st.integers(min_value=1, max_value=10**15).flatmap(
    lambda von: st.tuples(st.integers(min_value=0, max_value=von), st.just(von))
)
ANZAHLEN = st.integers(min_value=0, max_value=10**9)


def near(wert: float) -> object:
    """The promised precision: a thousand-millionth."""
    return pytest.approx(wert, rel=1e-9, abs=0)


def counted(zaehler: int, nenner: int | None, kennzeichen: Kennzeichen = OHNE_KENNZEICHEN) -> Wert:
    """A percentage with one decimal."""
    anteil = Decimal(100 * zaehler) / nenner if nenner else Decimal(0)
    return Wert(
        zaehler=zaehler,
        nenner=nenner,
        wert=float(anteil),
        gerundet=round(10 * anteil),
        kennzeichen=kennzeichen,
    )


def bereich(wert: Wert, stelle: Kennzahl = QUOTE, verzeichnis: Katalog | None = None) -> Bereich:
    found = bereich_of(stelle, wert, verzeichnis or katalog(stelle), sicherheit=0.95)
    assert found is not None
    return found


@pytest.mark.parametrize("fall", VEKTOREN["grenze"], ids=lambda fall: fall["titel"])
def test_the_limit_of_a_test_is_the_published_one(fall: dict) -> None:
    assert z_of(fall["sicherheit"]) ** 2 == near(fall["quadrat"])


@pytest.mark.parametrize("fall", VEKTOREN["wilson"], ids=lambda fall: fall["titel"])
def test_the_interval_of_a_share_is_the_published_one(fall: dict) -> None:
    found = wilson(fall["anzahl"], fall["von"], sicherheit=fall["sicherheit"])

    assert found.unten * fall["je"] == near(fall["unten"])
    assert found.oben * fall["je"] == near(fall["oben"])


@pytest.mark.parametrize("fall", VEKTOREN["poisson"], ids=lambda fall: fall["titel"])
def test_the_interval_of_a_count_is_the_published_one(fall: dict) -> None:
    found = poisson(fall["anzahl"], sicherheit=fall["sicherheit"])

    assert found.unten * fall["je"] / fall["von"] == near(fall["unten"])
    assert found.oben * fall["je"] / fall["von"] == near(fall["oben"])


def test_every_vector_names_its_source() -> None:
    faelle = [fall for gruppe in VEKTOREN.values() for fall in gruppe]

    assert len(faelle) >= 20
    assert all(fall["quelle"].startswith(("PHEindicator", "Fingertips")) for fall in faelle)


@given(ANTEILE, SICHERHEITEN)
def test_a_limit_of_wilson_is_the_share_whose_test_just_finds_nothing(
    anteil: tuple[int, int], sicherheit: float
) -> None:
    """Wilson 1927: p with (x/n - p)² = z² p (1 - p) / n, recomputed with 60 digits."""
    anzahl, von = anteil
    found = wilson(anzahl, von, sicherheit=sicherheit)
    with localcontext(prec=60):
        z2 = Decimal(z_of(sicherheit)) ** 2
        halb, mal = 2 * anzahl + z2, von + z2
        wurzel = (halb**2 - 4 * mal * Decimal(anzahl) ** 2 / von).sqrt()
        unten, oben = (halb - wurzel) / (2 * mal), (halb + wurzel) / (2 * mal)

    assert found.unten == pytest.approx(float(unten), rel=1e-9, abs=1e-40)
    assert found.oben == near(float(oben))


@given(st.integers(min_value=0, max_value=9), SICHERHEITEN)
def test_an_exact_limit_leaves_half_of_the_error_to_its_side(
    anzahl: int, sicherheit: float
) -> None:
    """The sum of the Poisson law, term by term."""
    found = poisson(anzahl, sicherheit=sicherheit)
    up_to = [found.oben**k / factorial(k) for k in range(anzahl + 1)]
    below = [found.unten**k / factorial(k) for k in range(anzahl)]

    assert exp(-found.oben) * fsum(up_to) == pytest.approx((1 - sicherheit) / 2, rel=1e-9)
    assert exp(-found.unten) * fsum(below) == pytest.approx(
        (1 + sicherheit) / 2 if anzahl else 0, rel=1e-9
    )


@given(ANTEILE, SICHERHEITEN)
def test_a_share_lies_in_its_interval_between_nobody_and_everybody(
    anteil: tuple[int, int], sicherheit: float
) -> None:
    anzahl, von = anteil
    found = wilson(anzahl, von, sicherheit=sicherheit)

    assert 0 <= found.unten <= anzahl / von <= found.oben <= 1
    assert found.unten < found.oben


@given(ANZAHLEN, SICHERHEITEN)
def test_a_count_lies_in_its_interval(anzahl: int, sicherheit: float) -> None:
    found = poisson(anzahl, sicherheit=sicherheit)

    assert 0 <= found.unten <= anzahl < found.oben


@given(ANTEILE, ANZAHLEN, SICHERHEITEN, SICHERHEITEN)
def test_more_confidence_needs_a_wider_interval(
    anteil: tuple[int, int], anzahl: int, eine: float, andere: float
) -> None:
    weniger, mehr = sorted((eine, andere))
    pairs = [
        (wilson(*anteil, sicherheit=weniger), wilson(*anteil, sicherheit=mehr)),
        (poisson(anzahl, sicherheit=weniger), poisson(anzahl, sicherheit=mehr)),
    ]

    for schmal, breit in pairs:
        assert breit.unten <= schmal.unten * (1 + 1e-12)
        assert breit.oben >= schmal.oben * (1 - 1e-12)


@pytest.mark.parametrize("von", [1, 3, 7, 1000, 1_200_000, 10**15])
def test_nobody_and_everybody_are_inside_their_interval(von: int) -> None:
    assert wilson(0, von, sicherheit=0.95).unten == 0
    assert wilson(von, von, sicherheit=0.95).oben == 1


def test_no_case_at_all_may_still_be_chance() -> None:
    """The law of rare events: e to the minus 3.689 is 2.5 %."""
    found = poisson(0, sicherheit=0.95)

    assert found.unten == 0
    assert found.oben == near(-log(0.025))


def test_a_percentage_has_the_interval_of_a_share_in_percent() -> None:
    found = bereich(counted(222, 3215))

    assert (found.unten, found.oben) == (near(6.07916903636366), near(7.833956681383633))


def test_a_percentage_of_nobody_has_an_interval_that_begins_at_nothing() -> None:
    """With z² = 3.841459 its upper end is z² / (100 + z²)."""
    found = bereich(counted(0, 100))

    assert found.unten == 0
    assert found.oben == pytest.approx(3.69935, abs=5e-6)


def test_a_percentage_above_hundred_has_the_interval_of_a_count() -> None:
    found = bereich(counted(250, 220))

    assert (found.unten, found.oben) == (near(99.98494738532876), near(128.63114487455782))


def test_a_rate_has_the_interval_of_a_count_even_where_it_could_be_a_share() -> None:
    found = bereich(counted(1, 100), kennzahl("x", "alo", "bev", formel=Formelart.JE_1000))

    assert found.unten * 100 == near(25.317807984289897)
    assert found.oben * 100 == near(5571.643390938898)


def test_a_ratio_of_two_counts_says_the_same_as_its_share() -> None:
    """65 against 35 is 65 of 100, whose interval is published."""
    found = bereich(counted(65, 35), kennzahl("x", "m", "w", formel=Formelart.JE_100))

    low, high = 0.5525444329688797, 0.7363575175690247
    assert found.unten == near(100 * low / (1 - low))
    assert found.oben == near(100 * high / (1 - high))


def test_a_zaehler_added_up_from_counts_is_a_count() -> None:
    verzeichnis = katalog(kennzahl("x", "alo + krank", "bev"), merkmal("alo", "jung + alt"))

    found = bereich(counted(65, 100), verzeichnis.kennzahlen["x"], verzeichnis)

    assert found.oben == near(73.63575175690247)


@pytest.mark.parametrize(
    ("zaehler", "teile"),
    [
        ("zuzuege - fortzuege", ()),
        ("saldo", (merkmal("saldo", "zuzuege - fortzuege"),)),
        ("flaeche", (merkmal("flaeche", art=Art.BETRAG),)),
        ("quote", (merkmal("quote", art=Art.QUOTE),)),
        ("alo", (merkmal("bev", art=Art.BETRAG),)),
        ("alo", (merkmal("alo", dezimalen=1),)),
        ("alo", (merkmal("bev", dezimalen=1),)),
        ("alo", (merkmal("alo", "geld"), merkmal("geld", art=Art.BETRAG))),
    ],
)
def test_what_is_not_counted_has_no_interval(zaehler: str, teile: tuple) -> None:
    stelle = kennzahl("x", zaehler, "bev")

    assert bereich_of(stelle, counted(65, 100), katalog(stelle, *teile), sicherheit=0.95) is None


@pytest.mark.parametrize(
    "formel",
    [Formelart.ANZAHL, Formelart.MITTELWERT, Formelart.GELIEFERT, Formelart.ENTWICKLUNG],
)
def test_only_quotients_of_counts_have_an_interval(formel: Formelart) -> None:
    stelle = kennzahl("x", "alo", "bev", formel=formel)

    assert bereich_of(stelle, counted(65, 100), katalog(stelle), sicherheit=0.95) is None


@pytest.mark.parametrize("wert", [GESPERRT, counted(5, 0), counted(5, None), counted(-5, 100)])
def test_a_sign_and_what_cannot_be_divided_have_no_interval(wert: Wert) -> None:
    assert bereich_of(QUOTE, wert, katalog(QUOTE), sicherheit=0.95) is None


@pytest.mark.parametrize(
    "kennzeichen",
    [
        Kennzeichen.EINGESCHRAENKT,
        Kennzeichen.GERUNDET_NULL,
        Kennzeichen.FEHLERHAFT,
        Kennzeichen.GESCHAETZT,
        Kennzeichen.GESCHAETZT | Kennzeichen.VORLAEUFIG,
    ],
)
def test_a_value_whose_counts_are_not_the_true_ones_has_no_interval(
    kennzeichen: Kennzeichen,
) -> None:
    wert = counted(65, 100, kennzeichen)

    assert bereich_of(QUOTE, wert, katalog(QUOTE), sicherheit=0.95) is None


def test_a_provisional_or_corrected_value_has_its_interval() -> None:
    wert = counted(65, 100, Kennzeichen.VORLAEUFIG | Kennzeichen.BERICHTIGT)

    assert bereich(wert) == bereich(counted(65, 100))


@pytest.mark.parametrize(
    ("region", "lage"),
    [
        (50, Lage.UEBER),
        (55, Lage.UEBER),
        (56, Lage.VERGLEICHBAR),
        (65, Lage.VERGLEICHBAR),
        (73, Lage.VERGLEICHBAR),
        (74, Lage.UNTER),
    ],
)
def test_a_value_is_above_or_below_when_its_interval_excludes_the_region(
    region: int, lage: Lage
) -> None:
    """65 of 100 has the interval 55.3 to 73.6 %."""
    wert = counted(65, 100)

    assert lage_of(wert, counted(region, 100), bereich(wert)) is lage


def test_the_end_of_the_interval_belongs_to_it() -> None:
    wert = counted(65, 100)
    ends = Bereich(unten=60.0, oben=70.0)

    assert lage_of(wert, counted(60, 100), ends) is Lage.VERGLEICHBAR
    assert lage_of(wert, counted(70, 100), ends) is Lage.VERGLEICHBAR


@pytest.mark.parametrize("region", [50_010_000, 49_990_000])
def test_values_that_are_printed_alike_are_comparable_however_sure_the_test_is(
    region: int,
) -> None:
    """50.01 % and 49.99 % are printed 50,0, and 100 million people leave no room for chance."""
    wert = counted(50_000_000, 100_000_000)
    found = bereich(wert)
    andere = counted(region, 100_000_000)

    assert not found.holds(float(andere.wert or 0))
    assert lage_of(wert, andere, found) is Lage.VERGLEICHBAR


def test_more_than_nothing_is_printed_above_nothing() -> None:
    mehr = replace(counted(0, 100), kennzeichen=Kennzeichen.GERUNDET_NULL)
    above = Bereich(unten=0.001, oben=1.0)

    assert lage_of(mehr, counted(0, 100), above) is Lage.UEBER


def test_without_interval_or_region_nothing_is_said() -> None:
    wert = counted(65, 100)

    assert lage_of(wert, counted(50, 100), None) is None
    assert lage_of(wert, GESPERRT, bereich(wert)) is None
    assert lage_of(GESPERRT, counted(50, 100), bereich(wert)) is None
