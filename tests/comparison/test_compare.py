"""How every area stands with a Kennzahl, put together from released values."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from zahlen import REGION, SCHWELLEN, UMLAND, gebiete, katalog, kennzahl

from reports.comparison.compare import einordnen
from reports.comparison.standing import (
    Anlass,
    Dynamik,
    Einordnung,
    Einordnungen,
    Lage,
    Richtungsurteil,
    Status,
    Trend,
)
from reports.disclosure.release import Stand
from reports.domain.angabe import Wert
from reports.domain.katalog import Basis, Formelart, Kennzahl, Richtung
from reports.domain.vorausgabe import Vorausgabe
from reports.domain.zeichen import Kennzeichen, Zeichen
from reports.domain.zeit import Bruch, Vergleichbarkeit

KEYS = tuple(f"032410{number:02d}" for number in range(1, 22))
STILLE, MITTE, LAUT = KEYS[0], KEYS[10], KEYS[20]
GEBIETE = gebiete(*KEYS)
QUOTE = kennzahl("quote", "alo", "bev", richtung=Richtung.MEHR_BELASTUNG)
JAHRE = range(2015, 2021)
# Ten Kommunen at 4 %, ten at 6 % and the last one at 8 %: the Region is at 5,14 %.
FAELLE = dict(zip(KEYS, [400] * 10 + [600] * 10 + [800], strict=True))
Zellen = dict[tuple[str, int, str], Wert]


def share(zaehler: int, nenner: int = 10_000) -> Wert:
    """A share as it is released, printed with one decimal."""
    rounded = (2000 * zaehler + nenner) // (2 * nenner)
    return Wert(zaehler=zaehler, nenner=nenner, wert=100 * zaehler / nenner, gerundet=rounded)


def still(faelle: Mapping[str, int] = FAELLE, jahre: range = JAHRE) -> Zellen:
    """The same figures every year; groups are the sums of their Kommunen."""
    others = sum(faelle.values()) - faelle[STILLE]
    groups = {
        REGION: share(sum(faelle.values()), 210_000),
        UMLAND: share(others, 200_000),
    }
    areas = {key: share(cases) for key, cases in faelle.items()} | groups
    return {(key, jahr, "quote"): wert for jahr in jahre for key, wert in areas.items()}


def compared(
    werte: Zellen, *brueche: Bruch, was: Kennzahl = QUOTE, vorausgabe: Vorausgabe | None = None
) -> Einordnungen:
    return einordnen(
        werte,
        {"quote": Stand(jahr=2020, spannen=(None,), brueche=brueche)},
        katalog=katalog(was, kennzahl("ohne_stand", "kfz")),
        gebiete=GEBIETE,
        schwellen=SCHWELLEN,
        ausgabe="2020/1",
        vorausgabe=vorausgabe,
    )


def of(gebiet: str, werte: Zellen, *brueche: Bruch, **anders: Any) -> Einordnung:
    return compared(werte, *brueche, **anders)[gebiet, "quote"]


def bruch(ab: int, vergleichbar: Vergleichbarkeit = Vergleichbarkeit.NEIN) -> Bruch:
    return Bruch(ab=ab, vergleichbar=vergleichbar, titel="B", grund="G", basis=Basis.FACHSTATISTIK)


def rising(gebiet: str = STILLE) -> Zellen:
    """One area that climbs from 4 to 5,75 %; all others stay."""
    return still() | {(gebiet, jahr, "quote"): share(400 + 35 * (jahr - 2015)) for jahr in JAHRE}


def classes(werte: Zellen, **anders: Any) -> dict[str, Status | None]:
    return {key: of(key, werte, **anders).status for key in (*KEYS, REGION, UMLAND)}


def test_every_area_stands_somewhere_with_every_kennzahl_that_has_a_stand() -> None:
    assert set(compared(still())) == {(key, "quote") for key in (*KEYS, REGION, UMLAND)}


def test_an_edition_without_any_value_says_nothing_and_fails_nowhere() -> None:
    nothing = Einordnung(
        rang=None,
        platz=None,
        bereich=None,
        lage=None,
        trend=Trend(urteil=Richtungsurteil.NICHT_BERECHENBAR),
        status=None,
        dynamik=None,
        geprueft=0,
        signal=None,
    )

    assert set(compared({}).values()) == {nothing}


def test_the_kommune_that_stands_out_is_a_signal() -> None:
    found = of(LAUT, still())

    assert found.status is Status.AUFFAELLIG
    assert found.lage is Lage.UEBER
    assert found.rang is not None
    assert (found.rang.rang, found.rang.anzahl) == (1, 21)
    assert found.platz == -1
    assert found.trend == Trend(urteil=Richtungsurteil.KEINER, von=2016, bis=2020)
    assert found.geprueft == 2
    assert found.signal is not None
    assert found.signal.anlaesse == (Anlass.STATUS,)


def test_a_quiet_kommune_is_tested_and_no_signal() -> None:
    found = of(STILLE, still())

    assert (found.status, found.lage) == (Status.UNAUFFAELLIG, Lage.UNTER)
    assert (found.geprueft, found.signal) == (2, None)


def test_the_region_is_compared_with_nothing_but_its_own_years() -> None:
    found = of(REGION, still())

    assert (found.rang, found.platz, found.lage) == (None, None, None)
    assert (found.status, found.dynamik) == (None, None)
    assert found.bereich is not None
    assert (found.trend.urteil, found.geprueft) == (Richtungsurteil.KEINER, 1)


def test_a_group_lies_against_the_region_but_is_not_classed() -> None:
    found = of(UMLAND, still())

    assert (found.lage, found.status, found.dynamik) == (Lage.VERGLEICHBAR, None, None)
    assert found.geprueft == 1


def test_a_rising_region_is_a_signal_of_its_own() -> None:
    signal = of(REGION, rising(REGION)).signal

    assert signal is not None
    assert signal.anlaesse == (Anlass.TREND,)


def test_a_signal_needs_more_than_the_word_over_does() -> None:
    """32 of 400: from 5,7 to 11,1 % with 95 %, but from 4,7 to 13,2 % with 99,8 %."""
    found = of(LAUT, still() | {(LAUT, 2020, "quote"): share(32, 400)})

    assert (found.lage, found.status) == (Lage.UEBER, Status.AUFFAELLIG)
    assert (found.geprueft, found.signal) == (2, None)


def test_below_the_smallest_number_of_cases_nothing_is_tested() -> None:
    werte = still() | {(LAUT, jahr, "quote"): share(29, 300) for jahr in JAHRE}

    found = of(LAUT, werte)

    assert (found.lage, found.status) == (Lage.UEBER, Status.AUFFAELLIG)
    assert (found.geprueft, found.signal) == (0, None)


def test_a_rising_kommune_is_a_signal_without_standing_out() -> None:
    found = of(STILLE, rising())

    assert found.trend.urteil is Richtungsurteil.STEIGEND
    assert found.dynamik is Dynamik.UNGUENSTIGER
    assert found.status is Status.UNAUFFAELLIG
    assert found.signal is not None
    assert found.signal.anlaesse == (Anlass.TREND,)


def test_the_dynamics_look_three_years_back_and_no_further() -> None:
    """All but two came a tenth of a point up or down since 2017; 2016 and 2018 do not count."""
    werte = still()
    for place, key in enumerate(KEYS):
        werte[key, 2017, "quote"] = share(FAELLE[key] + (10 if place % 2 else -10))
    werte[STILLE, 2017, "quote"] = share(300)
    werte[LAUT, 2017, "quote"] = share(900)
    werte[MITTE, 2016, "quote"] = werte[MITTE, 2018, "quote"] = share(100)

    assert of(STILLE, werte).dynamik is Dynamik.UNGUENSTIGER
    assert of(LAUT, werte).dynamik is Dynamik.GUENSTIGER
    assert of(MITTE, werte).dynamik is Dynamik.GLEICH


@pytest.mark.parametrize("vergleichbar", Vergleichbarkeit)
@pytest.mark.parametrize(
    ("ab", "dynamik", "trend"),
    [(2016, True, True), (2017, True, False), (2018, False, False), (2020, False, False)],
)
def test_dynamics_and_trend_never_cross_a_break(
    ab: int, vergleichbar: Vergleichbarkeit, *, dynamik: bool, trend: bool
) -> None:
    """The dynamics compare 2017 with 2020, the trend 2016 to 2020."""
    found = of(STILLE, rising(), bruch(ab, vergleichbar))

    assert (found.dynamik is not None) is dynamik
    assert (found.trend.urteil is Richtungsurteil.STEIGEND) is trend
    assert found.geprueft == (2 if trend else 1)


def test_a_break_after_the_stand_breaks_nothing() -> None:
    assert compared(rising(), bruch(2021)) == compared(rising())


def test_a_sign_says_nothing_and_moves_nobody_else() -> None:
    hidden = Wert(zeichen=Zeichen.GESPERRT)
    absent = {key: wert for key, wert in still().items() if key[:2] != (LAUT, 2020)}
    signed = compared(absent | {(LAUT, 2020, "quote"): hidden})

    found = signed[LAUT, "quote"]
    assert (found.rang, found.platz, found.bereich, found.lage) == (None, None, None, None)
    assert (found.status, found.dynamik, found.geprueft) == (None, None, 0)
    assert found.trend.urteil is Richtungsurteil.NICHT_BERECHENBAR
    assert signed == compared(absent)
    assert signed[STILLE, "quote"] != compared(still())[STILLE, "quote"]


def test_without_the_value_of_the_region_nobody_is_classed() -> None:
    werte = still() | {(REGION, 2020, "quote"): Wert(zeichen=Zeichen.GEHEIM_QUELLE)}

    assert set(classes(werte).values()) == {None}
    assert of(LAUT, werte).lage is None


@pytest.mark.parametrize(
    "limit",
    [
        {"kennzeichen": Kennzeichen.EINGESCHRAENKT},
        {"kennzeichen": Kennzeichen.GERUNDET_NULL},
        {"kennzeichen": Kennzeichen.FEHLERHAFT},
        {"kennzeichen": Kennzeichen.FEHLERHAFT | Kennzeichen.VORLAEUFIG},
        {"eingeschraenkt": True},
    ],
)
def test_a_value_known_only_roughly_is_not_classed_and_has_no_part_in_the_spread(
    limit: dict[str, Any],
) -> None:
    rough = still() | {(LAUT, 2020, "quote"): replace(share(9000), **limit)}
    absent = {key: wert for key, wert in still().items() if key[:2] != (LAUT, 2020)}

    assert classes(rough) == classes(absent)
    assert of(LAUT, rough).dynamik is None


def test_a_preliminary_value_is_classed_like_any_other() -> None:
    early = replace(share(800), kennzeichen=Kennzeichen.VORLAEUFIG)

    assert of(LAUT, still() | {(LAUT, 2020, "quote"): early}).status is Status.AUFFAELLIG


@pytest.mark.parametrize("formel", Formelart)
def test_plain_counts_and_growth_are_not_classed(formel: Formelart) -> None:
    was = replace(QUOTE, formel=formel)

    expected = formel not in {Formelart.ANZAHL, Formelart.ENTWICKLUNG}
    assert (of(LAUT, still(), was=was).status is Status.AUFFAELLIG) is expected


@pytest.mark.parametrize("formel", [Formelart.MITTELWERT, Formelart.GELIEFERT])
def test_a_mean_is_classed_but_not_tested(formel: Formelart) -> None:
    found = of(LAUT, still(), was=replace(QUOTE, formel=formel))

    assert found.status is Status.AUFFAELLIG
    assert (found.bereich, found.geprueft, found.signal) == (None, 0, None)


def test_a_neutral_kennzahl_is_placed_but_never_judged() -> None:
    found = of(LAUT, still(), was=replace(QUOTE, richtung=Richtung.NEUTRAL))

    assert (found.status, found.dynamik) == (None, None)
    assert (found.geprueft, found.signal) == (0, None)
    assert (found.lage, found.platz) == (Lage.UEBER, 1)
    assert found.trend.urteil is Richtungsurteil.KEINER


def test_where_little_is_a_burden_the_lowest_stands_out() -> None:
    """1 % beside twenty Kommunen at 4 and 6 %, and the Region near 4,8 %."""
    werte = still(FAELLE | {LAUT: 100})
    was = replace(QUOTE, richtung=Richtung.WENIGER_BELASTUNG)

    found = of(LAUT, werte, was=was)

    assert (found.status, found.lage) == (Status.AUFFAELLIG, Lage.UNTER)
    assert found.signal is not None
    assert of(LAUT, werte).signal is None


def test_without_an_earlier_edition_nobody_knows_the_age_of_a_signal() -> None:
    signal = of(LAUT, still()).signal

    assert signal is not None
    assert signal.seit is None


@pytest.mark.parametrize(
    ("before", "since"),
    [
        ({}, "2020/1"),
        ({(LAUT, "quote"): "2017/2"}, "2017/2"),
        ({(STILLE, "quote"): "2017/2"}, "2020/1"),
        ({(LAUT, "anders"): "2017/2"}, "2020/1"),
    ],
)
def test_a_signal_is_as_old_as_the_edition_that_showed_it_first(
    before: dict[tuple[str, str], str], since: str
) -> None:
    signal = of(LAUT, still(), vorausgabe=Vorausgabe(name="2019/1", signale=before)).signal

    assert signal is not None
    assert signal.seit == since


def test_the_order_of_the_values_does_not_matter() -> None:
    turned = dict(reversed(rising().items()))

    assert compared(turned) == compared(rising())
