"""Where a table is too small, zeros go with the secrets; the minimum stays."""

from dataclasses import replace
from decimal import Decimal

import pytest
from lieferweg import divided
from zahlen import REGION, A, B, C, bestand, edition, katalog, kennzahl, umstaende

from reports.auskunft.sperrliste import left_out
from reports.disclosure.protect import Geschuetzt, protect
from reports.disclosure.secondary import Grund
from reports.domain.beziehung import Gesamtzahl
from reports.domain.formel import parse_summe
from reports.domain.katalog import Katalog
from reports.domain.vorausgabe import Bekannt
from reports.domain.zeichen import Zeichen
from reports.measures.measure import measure

EDITION = edition(2011, 2020)
ALLE = katalog(kennzahl("zahl", "alo"))
GETEILT = replace(
    katalog(kennzahl("zahl", "alo"), kennzahl("maenner", "alo_m"), kennzahl("frauen", "alo_w")),
    zerlegungen=(divided("Geschlecht", "alo", ("alo_m", "alo_w")),),
)


def protected(werte: dict[str, tuple[int, int, int]], cat: Katalog, *totals: str) -> Geschuetzt:
    """Counts of A, B and C by Merkmal; the sources have published the Region's of *totals*."""
    zellen = [
        (kommune, 2020, name, wert)
        for name, counts in werte.items()
        for kommune, wert in zip((A, B, C), counts, strict=True)
    ]
    gesamtzahlen = tuple(
        Gesamtzahl(merkmal=name, jahr=2020, wert=sum(werte[name]), toleranz=Decimal(0))
        for name in totals
    )
    messung = measure(bestand(zellen), cat, (), EDITION)
    return protect(messung, umstaende(cat, EDITION, gesamtzahlen=gesamtzahlen))


def signs(schutz: Geschuetzt, name: str) -> dict[str, Zeichen | None]:
    """The signs of a Kennzahl by Kommune."""
    rows = schutz.release.werte.filter(kennzahl=name, jahr=2020)
    found = dict(rows.select("gebiet", "zeichen").iter_rows())
    return {kommune: found[kommune] for kommune in (A, B, C)}


def test_a_zero_is_shown_beside_secrets_that_cover_each_other() -> None:
    schutz = protected({"alo": (2, 2, 0)}, ALLE, "alo")

    assert signs(schutz, "zahl") == {A: Zeichen.GESPERRT, B: Zeichen.GESPERRT, C: None}


def test_where_the_total_leaves_too_little_the_zero_goes_as_well() -> None:
    """2 and 1 are 3 together: beside a zero each would be known to be 1 or 2."""
    schutz = protected({"alo": (2, 1, 0)}, ALLE, "alo")

    assert set(signs(schutz, "zahl").values()) == {Zeichen.GESPERRT}
    assert {entry.grund for entry in schutz.gesperrt} >= {Grund.AUSGELASSEN}


def test_what_is_left_out_as_a_whole_is_told_in_the_run() -> None:
    (befund,) = left_out(protected({"alo": (2, 1, 0)}, ALLE, "alo").gesperrt, ALLE)

    assert (befund.code, befund.ort) == ("W-AUSGELASSEN", "2020")
    assert "»alo«" in befund.text


def test_the_sexes_go_before_the_whole() -> None:
    """Men are 2 and 1, women none; the whole is the same as the men where women are shown."""
    werte = {"alo_m": (2, 1, 0), "alo_w": (20, 30, 40), "alo": (22, 31, 40)}

    schutz = protected(werte, GETEILT, "alo_m", "alo")

    assert set(signs(schutz, "maenner").values()) == {Zeichen.GESPERRT}
    assert set(signs(schutz, "zahl").values()) == {None}


def told(*known: tuple[str, int | None]) -> Geschuetzt:
    """A's two beside 40 and 60, after an edition that has told these counts."""
    zellen = [(kommune, 2020, "alo", wert) for kommune, wert in ((A, 2), (B, 40), (C, 60))]
    frueher = tuple(
        Bekannt(ausgabe="2019/1", gebiet=gebiet, jahr=2020, summe=parse_summe("alo"), wert=wert)
        for gebiet, wert in known
    )
    messung = measure(bestand(zellen), ALLE, (), EDITION)
    return protect(messung, umstaende(ALLE, EDITION, frueher=frueher))


@pytest.mark.parametrize(
    "known",
    [
        pytest.param([(A, 2)], id="the secret itself"),
        pytest.param([(A, None), (B, 40), (C, 60), (REGION, 102)], id="all others and the sum"),
    ],
)
def test_nothing_else_goes_for_a_secret_that_earlier_editions_have_told(
    known: list[tuple[str, int | None]],
) -> None:
    assert signs(told(*known), "zahl") == {A: Zeichen.GESPERRT, B: None, C: None}


def test_where_the_past_leaves_room_the_secret_is_covered() -> None:
    """The sum and B are known; C can still go with A."""
    found = signs(told((A, None), (B, 40), (REGION, 102)), "zahl")

    assert found == {A: Zeichen.GESPERRT, B: None, C: Zeichen.GESPERRT}


def revised(*known: tuple[str, int | None]) -> Geschuetzt:
    """Men and women of A, B and C in 2020, after editions that have told other men of B."""
    werte = {"alo_m": (40, 2, 14), "alo_w": (22, 23, 25), "alo": (62, 25, 39)}
    zellen = [
        (kommune, 2020, name, wert)
        for name, counts in werte.items()
        for kommune, wert in zip((A, B, C), counts, strict=True)
    ]
    frueher = tuple(
        Bekannt(ausgabe=ausgabe, gebiet=B, jahr=2020, summe=parse_summe("alo_m"), wert=wert)
        for ausgabe, wert in known
    )
    messung = measure(bestand(zellen), GETEILT, (), EDITION)
    return protect(messung, umstaende(GETEILT, EDITION, frueher=frueher))


def test_a_figure_revised_to_a_secret_is_covered_like_any_other() -> None:
    """Twelve men were told of B; two are right. Beside 25 in all, 23 women would tell them."""
    found = revised(("2019/1", 12))

    assert signs(found, "maenner")[B] == Zeichen.GESPERRT
    assert signs(found, "frauen")[B] == Zeichen.GESPERRT
    of_men = [b for b in found.release.bekannt if (b.gebiet, str(b.summe)) == (B, "alo_m")]
    assert {(b.ausgabe, b.wert) for b in of_men} == {("2019/1", 12), ("2020/1", None)}


def test_a_figure_that_is_still_the_told_one_gets_no_sign_in_the_list_of_known_counts() -> None:
    """A sign behind the two would say that it is another figure now."""
    found = revised(("2019/1", 2))

    of_men = [b for b in found.release.bekannt if (b.gebiet, str(b.summe)) == (B, "alo_m")]
    assert [(b.ausgabe, b.wert) for b in of_men] == [("2019/1", 2)]


def test_what_was_suppressed_last_stays_suppressed_although_it_was_told_before() -> None:
    """The 39 of C are no secret; but the edition before this one has hidden them."""
    told = tuple(
        Bekannt(ausgabe=ausgabe, gebiet=C, jahr=2020, summe=parse_summe("alo"), wert=wert)
        for ausgabe, wert in (("2018/1", 38), ("2019/1", None))
    )
    zellen = [(kommune, 2020, "alo", wert) for kommune, wert in ((A, 62), (B, 25), (C, 39))]
    messung = measure(bestand(zellen), ALLE, (), EDITION)

    found = protect(messung, umstaende(ALLE, EDITION, frueher=told))

    assert signs(found, "zahl")[C] == Zeichen.GESPERRT
