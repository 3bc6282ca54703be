"""A Kennzahl is the quotient of two sums of the same area and year, rounded once."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zahlen import REGION, UMLAND, A, B, C, Zellwert, bestand, gebiete, katalog, kennzahl, merkmal

from reports.domain.katalog import Art, Formelart, Katalog
from reports.domain.zeichen import Zeichen
from reports.measures.groups import haeufigkeiten
from reports.measures.kennzahlen import kennzahlwerte

QUOTE = katalog(kennzahl("quote", "alo", "bev"))


def value(
    zellen: Sequence[Zellwert], verzeichnis: Katalog, gebiet: str = A, jahr: int = 2020
) -> int | Zeichen | None:
    """The rounded value or sign of the only Kennzahl, None where it has no row."""
    figures = haeufigkeiten(bestand(zellen), verzeichnis, gebiete())
    found = kennzahlwerte(figures, verzeichnis, gebiete()).filter(gebiet=gebiet, jahr=jahr)
    if found.is_empty():
        return None
    (row,) = found.rows(named=True)
    return row["gerundet"] if row["zeichen"] is None else Zeichen(row["zeichen"])


def values(zellen: Sequence[Zellwert], verzeichnis: Katalog) -> dict[tuple[str, int], int]:
    """All rounded values of the only Kennzahl, by area and year."""
    figures = haeufigkeiten(bestand(zellen), verzeichnis, gebiete())
    found = kennzahlwerte(figures, verzeichnis, gebiete())
    return {(g, j): w for g, j, w in found.select("gebiet", "jahr", "gerundet").iter_rows()}


def counts(alo: Sequence[int], bev: Sequence[int]) -> list[Zellwert]:
    """Zähler and Nenner of the three Kommunen in 2020."""
    return [
        (gebiet, 2020, name, wert)
        for name, werte in (("alo", alo), ("bev", bev))
        for gebiet, wert in zip((A, B, C), werte, strict=True)
    ]


# 21 234 + 800 + 612 of 300 000 + 20 000 + 17 000 are 6,72 %; the mean of the three rates is 4,89 %.
PROBE = counts((21_234, 800, 612), (300_000, 20_000, 17_000))


def test_the_rate_of_the_region_is_the_ratio_of_sums_and_no_mean_of_rates() -> None:
    zwei = katalog(kennzahl("quote", "alo", "bev", nachkommastellen=2))

    assert value(PROBE, zwei, REGION) == 672
    assert value(PROBE, zwei, UMLAND) == 382  # 1 412 of 37 000; the mean of rates is 3,80 %


@settings(max_examples=8)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)), min_size=60, max_size=60))
def test_the_rate_of_the_region_lies_between_those_of_its_kommunen(
    paare: list[tuple[int, int]],
) -> None:
    """Each draw of 60 pairs gives 20 years of three Kommunen."""
    zellen = [
        (gebiet, 2001 + nummer // 3, name, wert)
        for nummer, (gebiet, paar) in enumerate(zip((A, B, C) * 20, paare, strict=True))
        for name, wert in zip(("alo", "bev"), paar, strict=True)
    ]
    werte = values(zellen, QUOTE)

    for jahr in range(2001, 2021):
        rates = [werte[kommune, jahr] for kommune in (A, B, C)]
        assert min(rates) <= werte[REGION, jahr] <= max(rates)


@settings(max_examples=8)
@given(
    st.lists(st.tuples(st.integers(0, 10**9), st.integers(1, 10**9)), min_size=100, max_size=100),
    st.integers(0, 4),
)
def test_a_share_is_the_exact_fraction_rounded_once(
    paare: list[tuple[int, int]], stellen: int
) -> None:
    anteil = katalog(kennzahl("quote", "alo", "bev", nachkommastellen=stellen))
    zellen = [
        (A, jahr, name, wert)
        for jahr, paar in enumerate(paare, start=1901)
        for name, wert in zip(("alo", "bev"), paar, strict=True)
    ]
    exact = [Fraction(100 * alo, bev) * 10**stellen for alo, bev in paare]

    werte = values(zellen, anteil)

    assert [werte[A, 1901 + i] for i in range(len(paare))] == [
        int(e + Fraction(1, 2)) for e in exact
    ]


def test_zaehler_and_nenner_are_of_the_same_year() -> None:
    zellen = [(A, 2020, "alo", 5), (A, 2019, "bev", 100)]

    assert value(zellen, QUOTE) is None
    assert value(zellen, QUOTE, jahr=2019) is None


def test_a_nenner_of_zero_gives_no_value() -> None:
    assert value([(A, 2020, "alo", 0), (A, 2020, "bev", 0)], QUOTE) is Zeichen.SINNLOS
    assert value([(A, 2020, "alo", 5), (A, 2020, "bev", 0)], QUOTE) is Zeichen.SINNLOS


def test_a_zaehler_of_zero_is_a_value() -> None:
    assert value([(A, 2020, "alo", 0), (A, 2020, "bev", 100)], QUOTE) == 0


def test_a_signed_sum_may_be_negative_and_rounds_away_from_zero() -> None:
    saldo = katalog(kennzahl("saldo", "zu - fort", "bev", formel=Formelart.JE_1000))
    zellen = [(A, 2020, "zu", 100), (A, 2020, "fort", 105), (A, 2020, "bev", 4000)]

    assert value(zellen, saldo) == -13  # −1,25 je 1.000


PRECEDENCE = [
    Zeichen.GESPERRT,
    Zeichen.GEHEIM_QUELLE,
    Zeichen.UNSICHER,
    Zeichen.SPAETER,
    Zeichen.SINNLOS,
    Zeichen.FEHLT,
]
PAIRS = [(a, b) for i, a in enumerate(PRECEDENCE) for b in PRECEDENCE[i + 1 :]]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_of_two_signs_the_first_in_precedence_is_shown(first: Zeichen, second: Zeichen) -> None:
    for zaehler, nenner in ((first, second), (second, first)):
        zellen = [(A, 2020, "alo", zaehler), (A, 2020, "bev", nenner)]
        assert value(zellen, QUOTE) is first


@pytest.mark.parametrize("sign", PRECEDENCE)
def test_a_sign_beside_a_number_is_shown(sign: Zeichen) -> None:
    assert value([(A, 2020, "alo", sign), (A, 2020, "bev", 100)], QUOTE) is sign
    assert value([(A, 2020, "alo", 5), (A, 2020, "bev", sign)], QUOTE) is sign


@pytest.mark.parametrize("first", [True, False])
def test_a_sign_in_one_term_of_a_sum_replaces_the_sum(first: bool) -> None:  # noqa: FBT001
    summe = katalog(kennzahl("summe", "a + b - c"))
    signs = (Zeichen.SPAETER, Zeichen.UNSICHER)
    werte = dict(zip("abc", (signs[first], 10, signs[not first]), strict=True))

    assert value([(A, 2020, m, w) for m, w in werte.items()], summe) is Zeichen.UNSICHER


def test_amounts_in_thousands_of_euros_are_divided_by_counts() -> None:
    betrag = merkmal("einkuenfte", art=Art.BETRAG, einheit="Tsd. EUR")
    verzeichnis = katalog(
        betrag,
        kennzahl(
            "mittel",
            "einkuenfte",
            "steuerpflichtige",
            formel=Formelart.MITTELWERT,
            faktor=1000,
            nachkommastellen=0,
        ),
    )
    zellen = [(A, 2020, "einkuenfte", 17_858_853), (A, 2020, "steuerpflichtige", 553_064)]

    assert value(zellen, verzeichnis) == 32_291  # 32.290,75… EUR


def test_square_kilometres_with_two_decimals_give_the_printed_density() -> None:
    flaeche = merkmal("flaeche", art=Art.BETRAG, dezimalen=2)
    verzeichnis = katalog(
        flaeche,
        kennzahl("dichte", "bev", "flaeche", formel=Formelart.MITTELWERT, nachkommastellen=0),
    )
    # Gemeindeverzeichnis 2021: Hannover, 535.932 inhabitants on 204,30 km², 2.623 je km²
    zellen = [(A, 2020, "bev", 535_932), (A, 2020, "flaeche", 20_430)]

    assert value(zellen, verzeichnis) == 2623


def test_a_zaehler_with_decimals_is_scaled_back() -> None:
    flaeche = merkmal("wohnflaeche", art=Art.BETRAG, dezimalen=1)
    verzeichnis = katalog(
        flaeche,
        kennzahl("je_ew", "wohnflaeche", "bev", formel=Formelart.MITTELWERT, faktor=1000),
    )
    # 47.859,0 Tsd. m² for 1.132.130 inhabitants are 42,27 m² each
    zellen = [(A, 2020, "wohnflaeche", 478_590), (A, 2020, "bev", 1_132_130)]

    assert value(zellen, verzeichnis) == 423


def test_a_delivered_figure_is_printed_as_it_is() -> None:
    verzeichnis = katalog(
        merkmal("alter", art=Art.QUOTE, additiv=False, dezimalen=1),
        kennzahl("mittel", "alter", formel=Formelart.GELIEFERT, nachkommastellen=1, additiv=False),
    )

    assert value([(A, 2020, "alter", 438)], verzeichnis) == 438
    assert value([(REGION, 2020, "alter", 451)], verzeichnis, REGION) == 451
    assert value([(k, 2020, "alter", 438) for k in (A, B, C)], verzeichnis, REGION) is None


def test_what_does_not_add_up_is_not_computed_for_groups() -> None:
    volumen = katalog(kennzahl("volumen", "zu + fort", "bev", additiv=False))
    zellen = [(k, 2020, m, 100) for k in (A, B, C) for m in ("zu", "fort", "bev")]

    assert value(zellen, volumen) == 2000
    assert value(zellen, volumen, REGION) is None
    assert value(zellen, volumen, UMLAND) is None


def test_both_sources_of_a_rate_are_named() -> None:
    figures = haeufigkeiten(bestand(PROBE), QUOTE, gebiete())
    from_elsewhere = figures.with_columns(
        quelle=figures["merkmal"].replace({"alo": "BA", "bev": "LSN"})
    )

    found = kennzahlwerte(from_elsewhere, QUOTE, gebiete()).filter(gebiet=A)

    assert found["quelle"].to_list() == ["BA; LSN"]
