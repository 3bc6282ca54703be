"""Ways to a secret that nobody had thought of at first, each from a delivery to the auditor."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from lieferweg import Lieferung, write_release
from zahlen import (
    A,
    B,
    C,
    Zellwert,
    bestand,
    edition,
    katalog,
    kennzahl,
    merkmal,
    umstaende,
)

from reports.audit.zahlen import pruefe_zahlen
from reports.disclosure.protect import Geschuetzt, protect
from reports.domain.formel import parse_summe
from reports.domain.katalog import Art, Formelart, Katalog, Zerlegung
from reports.domain.vorausgabe import Bekannt
from reports.domain.zeichen import Zeichen
from reports.measures.measure import measure

EDITION = edition(2011, 2020)
Zahlen = dict[str, tuple[int | Zeichen, int | Zeichen, int | Zeichen]]


def zellen(zahlen: Zahlen) -> list[Zellwert]:
    """Counts of A, B and C in 2020 by Merkmal."""
    return [
        (kommune, 2020, name, wert)
        for name, werte in zahlen.items()
        for kommune, wert in zip((A, B, C), werte, strict=True)
    ]


def released(
    folder: Path, zahlen: Zahlen, cat: Katalog, *known: tuple[str, str, int]
) -> Geschuetzt:
    """What is released after an edition that has told *known*; the auditor must find nothing."""
    frueher = tuple(
        Bekannt(ausgabe="2019/1", gebiet=gebiet, jahr=2020, summe=parse_summe(summe), wert=wert)
        for gebiet, summe, wert in known
    )
    lieferung = Lieferung(katalog=cat, bestand=bestand(zellen(zahlen)), edition=EDITION)
    messung = measure(lieferung.bestand, cat, (), EDITION)
    schutz = protect(messung, umstaende(cat, EDITION, frueher=frueher))
    write_release(schutz, lieferung, folder)
    assert pruefe_zahlen(folder).befunde == ()
    return schutz


def hidden(schutz: Geschuetzt, name: str) -> set[str]:
    """The Kommunen whose value of a Kennzahl is suppressed."""
    rows = schutz.release.werte.filter(kennzahl=name, jahr=2020, zeichen=Zeichen.GESPERRT)
    return set(rows["gebiet"]) & {A, B, C}


def divided(ganzes: str, *teile: str) -> Zerlegung:
    return Zerlegung(
        titel="Probe", ganzes=ganzes, teile=teile, vollstaendig=True, toleranz=Decimal(0)
    )


def test_a_revised_figure_may_cover_a_secret_like_any_other(tmp_path: Path) -> None:
    """B was told to be 30 and is 41 now: whoever sees its sign does not know it."""
    cat = katalog(kennzahl("x", "alo"))

    found = released(tmp_path, {"alo": (2, 41, 55)}, cat, (B, "alo", 30), (C, "alo", 55))

    assert hidden(found, "x") == {A, B}


def test_a_rate_of_a_count_that_the_source_has_hidden_is_not_shown(tmp_path: Path) -> None:
    """0.4 percent of 500 dwellings are two."""
    cat = katalog(
        merkmal("quote", art=Art.QUOTE, additiv=False, dezimalen=1, fallzahl="leer"),
        merkmal("leer"),
        kennzahl("q", "quote", formel=Formelart.GELIEFERT, additiv=False),
        kennzahl("whg", "whg"),
    )
    veiled = Zeichen.GEHEIM_QUELLE

    found = released(
        tmp_path,
        {"quote": (4, 33, 20), "leer": (veiled, 30, 16), "whg": (500, 900, 800)},
        cat,
    )

    assert hidden(found, "q") == {A}


def test_an_amount_of_few_is_a_secret_though_their_number_is_a_sum(tmp_path: Path) -> None:
    cat = katalog(
        merkmal("geld", art=Art.BETRAG),
        kennzahl("je", "geld", "m + w", formel=Formelart.MITTELWERT),
        kennzahl("summe", "geld"),
    )

    found = released(
        tmp_path, {"geld": (53210, 900000, 400000), "m": (1, 15, 9), "w": (0, 20, 12)}, cat
    )

    assert A in hidden(found, "summe")


@pytest.mark.parametrize("formel", [Formelart.PROZENT, Formelart.JE_100, Formelart.JE_1000])
def test_all_but_few_are_counted_in_every_share(formel: Formelart, tmp_path: Path) -> None:
    """Eleven of twelve leave one; thirty of ninety leave sixty."""
    share = kennzahl("r", "hilfe", "alle", formel=formel, teilmenge=True)

    found = released(
        tmp_path,
        {"hilfe": (11, 20, 30), "alle": (12, 90, 90)},
        katalog(share, kennzahl("n", "alle")),
    )

    assert A in hidden(found, "r")


@pytest.mark.parametrize("alle", [90, 29])
def test_one_area_that_is_no_share_does_not_uncover_the_others(alle: int, tmp_path: Path) -> None:
    """In C, 30 of 29 are counted: a mistake of its source alone."""
    share = kennzahl("r", "hilfe", "alle", mindestfallzahl=5)

    found = released(
        tmp_path,
        {"hilfe": (11, 20, 30), "alle": (12, 90, alle)},
        katalog(share, kennzahl("n", "alle")),
    )

    assert A in hidden(found, "r")


def test_a_sum_that_only_an_earlier_edition_has_shown_is_remembered(tmp_path: Path) -> None:
    """Ten of A were told as one figure; beside eight, two would be the rest."""
    cat = katalog(kennzahl("y", "a"), kennzahl("z", "b"))
    told = [(A, "a + b", 10), (B, "a + b", 60), (C, "a + b", 90)]

    found = released(tmp_path, {"a": (2, 20, 40), "b": (8, 40, 50)}, cat, *told)

    assert A in hidden(found, "y")
    assert A in hidden(found, "z")


def test_every_way_to_a_derived_count_is_a_way_for_an_attacker(tmp_path: Path) -> None:
    """All are men and women, and Germans and foreigners; 48 foreigners of 50 leave two."""
    cat = katalog(
        merkmal("alle", "m + w", "d + a"),
        *(kennzahl(f"k_{name}", name) for name in ("alle", "m", "w", "d", "a")),
    )

    found = released(
        tmp_path,
        {"m": (30, 20, 40), "w": (20, 30, 50), "d": (2, 10, 20), "a": (48, 40, 70)},
        cat,
    )

    assert A in hidden(found, "k_d")
    assert A in hidden(found, "k_a") | hidden(found, "k_alle")


def test_parts_of_a_whole_that_do_not_add_up_over_kommunen_hold_for_the_region(
    tmp_path: Path,
) -> None:
    """Commuters over the border of the Region are no sum; two of its 90 would be left."""
    cat = replace(
        katalog(
            *(merkmal(name, additiv=False) for name in ("ein", "ein_m", "ein_w")),
            *(kennzahl(f"k_{name}", name, additiv=False) for name in ("ein", "ein_m", "ein_w")),
        ),
        zerlegungen=(divided("ein", "ein_m", "ein_w"),),
    )
    region = [("03241000", 2020, n, w) for n, w in (("ein", 90), ("ein_m", 88), ("ein_w", 2))]
    rows = [*zellen({"ein": (40, 50, 60), "ein_m": (20, 25, 30), "ein_w": (20, 25, 30)}), *region]
    lieferung = Lieferung(katalog=cat, bestand=bestand(rows), edition=EDITION)
    messung = measure(lieferung.bestand, cat, (), EDITION)

    schutz = protect(messung, umstaende(cat, EDITION))

    write_release(schutz, lieferung, tmp_path)
    assert pruefe_zahlen(tmp_path).befunde == ()
    signs = schutz.release.werte.filter(gebiet="03241000", jahr=2020, zeichen=Zeichen.GESPERRT)
    assert {"k_ein_w"} < set(signs["kennzahl"])
