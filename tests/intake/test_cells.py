from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.domain.quelle import Zeichensatz
from reports.domain.zeichen import Zeichen
from reports.intake.cells import Angabe, ZellenError, read_zelle

DESTATIS = Zeichensatz.DESTATIS
ZENSUS = Zeichensatz.ZENSUS_2022


@pytest.mark.parametrize(
    ("text", "dezimalen", "wert"),
    [
        ("1234", 0, 1234),
        ("1.234", 0, 1234),
        ("1.234.567", 0, 1234567),
        ("0", 0, 0),
        ("12,0", 0, 12),
        ("12,000", 0, 12),
        ("-5", 0, -5),
        ("\N{MINUS SIGN}5", 0, -5),
        ("+5", 0, 5),
        ("  7 ", 0, 7),
        ("7\N{NO-BREAK SPACE}", 0, 7),
        ("6,72", 2, 672),
        ("6,7", 2, 670),
        ("6", 2, 600),
        ("6,720", 2, 672),
        ("-0,05", 2, -5),
        ("1.234,5", 1, 12345),
        ("1.129.158", 0, 1129158),
        ("1\N{NO-BREAK SPACE}129\N{NO-BREAK SPACE}158", 0, 1129158),
        ("1\N{NARROW NO-BREAK SPACE}234,5", 1, 12345),
        ("1\N{THIN SPACE}234", 0, 1234),
    ],
)
def test_german_number_is_read_exactly(text: str, dezimalen: int, wert: int) -> None:
    assert read_zelle(text, DESTATIS, dezimalen) == Angabe(wert, None)


@pytest.mark.parametrize(
    "text",
    [
        *("12.34", "1.23", "1.2345", "12.", ".5", "1234.567", "12.34,5", "1..234", "0.123"),
        *("1,234.5", "1,", ",5", "1,2,3", "1 234", "1'234", "--5", "5-", "- 5", "1e5", "1,3E+06"),
        *("12 %", "12€", "(12)", "12p", "#DIV/0!", "#NV", "k.A.", "n.v.", "null", "NaN", "inf"),
        *("*", "k", "g", "0x10", "½", "1_000", "12¹", "１２", "1\N{THIN SPACE}234.567"),
        *("1\N{NO-BREAK SPACE}23", "01.234", "99999999999999999"),
    ],
)
def test_anything_ambiguous_or_unknown_is_refused(text: str) -> None:
    with pytest.raises(ZellenError, match="»"):
        read_zelle(text, DESTATIS, 2)


@pytest.mark.parametrize(("text", "dezimalen"), [("12,5", 0), ("6,725", 2), ("1,01", 1)])
def test_more_decimals_than_the_merkmal_has_are_refused(text: str, dezimalen: int) -> None:
    with pytest.raises(ZellenError, match=f"»{text}«.*{dezimalen}"):
        read_zelle(text, DESTATIS, dezimalen)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("1234.0", "Komma"),
        ("0.500", "Komma"),
        ("1,234.5", "Komma"),
        ("1,3E+06", "Excel"),
        ("1.129e+06", "Excel"),
        ("#DIV/0!", "Formel"),
        ("#NV", "Formel"),
        ("k.A.", "»k.A.«"),
    ],
)
def test_remedy_fits_what_the_cell_holds(text: str, word: str) -> None:
    with pytest.raises(ZellenError) as caught:
        read_zelle(text, DESTATIS, 2)

    assert word in caught.value.abhilfe


@pytest.mark.parametrize("text", ["", "  ", "\N{NO-BREAK SPACE}"])
@pytest.mark.parametrize("satz", Zeichensatz)
def test_empty_cell_is_no_value_and_no_sign(text: str, satz: Zeichensatz) -> None:
    with pytest.raises(ZellenError, match="leer"):
        read_zelle(text, satz, 0)


@pytest.mark.parametrize("text", ["-", "–", " - ", "\N{MINUS SIGN}", "\N{NON-BREAKING HYPHEN}"])
def test_dash_of_destatis_is_an_exact_zero(text: str) -> None:
    assert read_zelle(text, DESTATIS, 2) == Angabe(0, None)


@pytest.mark.parametrize(
    ("text", "satz", "zeichen"),
    [
        (".", DESTATIS, Zeichen.GEHEIM_QUELLE),
        ("x", DESTATIS, Zeichen.SINNLOS),
        ("X", DESTATIS, Zeichen.SINNLOS),
        ("/", DESTATIS, Zeichen.UNSICHER),
        ("...", DESTATIS, Zeichen.SPAETER),
        ("…", DESTATIS, Zeichen.SPAETER),
        (" . ", DESTATIS, Zeichen.GEHEIM_QUELLE),
        ("–", ZENSUS, Zeichen.GEHEIM_QUELLE),
        ("/", ZENSUS, Zeichen.UNSICHER),
    ],
)
def test_sign_is_kept_and_never_a_number(text: str, satz: Zeichensatz, zeichen: Zeichen) -> None:
    assert read_zelle(text, satz, 0) == Angabe(None, zeichen)


@pytest.mark.parametrize("text", ["-", "\N{MINUS SIGN}", "—", ".", "x", "...", "…"])
def test_sign_of_another_set_is_refused_with_those_allowed(text: str) -> None:
    with pytest.raises(ZellenError, match="– /"):
        read_zelle(text, ZENSUS, 0)


@pytest.mark.parametrize("separator", ["", ","], ids=["plain", "grouped"])
@given(wert=st.integers(-(10**15), 10**15), dezimalen=st.integers(0, 4))
def test_every_number_printed_in_german_reads_back(
    separator: str, wert: int, dezimalen: int
) -> None:
    english = f"{Decimal(wert).scaleb(-dezimalen):{separator}f}"
    german = english.translate(str.maketrans(",.", ".,"))

    assert read_zelle(german, DESTATIS, dezimalen) == Angabe(wert, None)
