"""What an edition leaves to the next one: what it has told, and what it has hidden."""

from zahlen import UMLAND, A, B, C, bestand, edition, katalog, kennzahl, umstaende

from reports.disclosure.protect import protect
from reports.domain.formel import parse_summe
from reports.domain.vorausgabe import Bekannt
from reports.measures.measure import measure

EDITION = edition(2011, 2020)
ALO = katalog(kennzahl("zahl", "alo"))


def before(gebiet: str, wert: int | None) -> Bekannt:
    return Bekannt(ausgabe="2019/1", gebiet=gebiet, jahr=2020, summe=parse_summe("alo"), wert=wert)


def told(werte: dict[str, int], *frueher: Bekannt) -> dict[tuple[str, str], int | None]:
    """What is known after an edition of these counts, by area and the edition that told it."""
    zellen = [(gebiet, 2020, "alo", wert) for gebiet, wert in werte.items()]
    messung = measure(bestand(zellen), ALO, (), EDITION)
    release = protect(messung, umstaende(ALO, EDITION, frueher=frueher)).release
    return {(b.gebiet, b.ausgabe): b.wert for b in release.bekannt}


def test_shown_counts_are_told_and_hidden_ones_stand_without_a_figure() -> None:
    """A secret in B takes C with it, for the Umland of both is shown."""
    found = told({A: 50, B: 2, C: 40})

    assert found[A, "2020/1"] == 50
    assert (found[B, "2020/1"], found[C, "2020/1"]) == (None, None)
    assert found[UMLAND, "2020/1"] == 42


def test_what_an_earlier_edition_has_told_keeps_its_name() -> None:
    found = told({A: 50, B: 30, C: 40}, before(A, 50))

    assert (A, "2019/1") in found
    assert (A, "2020/1") not in found


def test_a_revised_count_is_told_again() -> None:
    found = told({A: 51, B: 30, C: 40}, before(A, 50))

    assert (found[A, "2019/1"], found[A, "2020/1"]) == (50, 51)


def test_a_count_told_before_gets_no_sign_although_it_is_a_secret() -> None:
    found = told({A: 50, B: 2, C: 40}, before(B, 2))

    assert (B, "2020/1") not in found


def test_a_count_revised_to_a_secret_gets_a_sign() -> None:
    found = told({A: 50, B: 2, C: 40}, before(B, 9))

    assert found[B, "2020/1"] is None
