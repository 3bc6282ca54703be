"""Why a count is not published, as the office reads it."""

from zahlen import A, B, C, bestand, edition, katalog, kennzahl, merkmal, umstaende

from reports.disclosure.protect import protect
from reports.disclosure.secondary import Grund
from reports.domain.formel import parse_summe
from reports.domain.katalog import Art, Katalog
from reports.domain.vorausgabe import Bekannt
from reports.measures.measure import measure

EDITION = edition(2011, 2020)
ALO = katalog(kennzahl("zahl", "alo"))
QUOTE = katalog(kennzahl("quote", "alo", "bev", nullschutz=True))


def gruende(
    cat: Katalog, werte: dict[str, tuple[int, int, int]], *frueher: Bekannt
) -> dict[tuple[str, str], Grund]:
    """The reasons by area and Form, of counts of A, B and C by Merkmal."""
    zellen = [
        (gebiet, 2020, name, wert)
        for name, counts in werte.items()
        for gebiet, wert in zip((A, B, C), counts, strict=True)
    ]
    messung = measure(bestand(zellen), cat, (), EDITION)
    found = protect(messung, umstaende(cat, EDITION, frueher=frueher)).gesperrt
    return {(entry.gebiet, entry.form): entry.grund for entry in found}


def test_a_small_count_and_the_one_that_covers_it() -> None:
    found = gruende(ALO, {"alo": (50, 2, 40)})

    assert found == {(B, "alo"): Grund.KLEIN, (C, "alo"): Grund.DECKUNG}


def test_all_or_nobody_says_something_of_each_person() -> None:
    found = gruende(QUOTE, {"alo": (0, 40, 30), "bev": (70, 40, 90)})

    assert (found[A, "alo"], found[B, "alo"]) == (Grund.NULL, Grund.NULL)


def test_two_that_are_left_over_are_too_few() -> None:
    assert gruende(QUOTE, {"alo": (20, 40, 30), "bev": (70, 42, 90)})[B, "alo"] is Grund.REST


def test_an_amount_belongs_to_a_small_count() -> None:
    cat = katalog(
        merkmal("kosten", art=Art.BETRAG),
        kennzahl("satz", "kosten", "faelle", formel="mittelwert"),
    )

    found = gruende(cat, {"kosten": (9000, 700, 8000), "faelle": (90, 2, 80)})

    assert (found[B, "kosten"], found[B, "faelle"]) == (Grund.BETRAG, Grund.KLEIN)


def test_a_count_that_was_suppressed_before_stays_so() -> None:
    before = Bekannt(ausgabe="2019/1", gebiet=B, jahr=2020, summe=parse_summe("alo"), wert=None)

    assert gruende(ALO, {"alo": (50, 30, 40)}, before)[B, "alo"] is Grund.FRUEHER
