from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.domain.katalog import Art, Merkmal, Stichtag
from reports.domain.quelle import Liefereinheit, Zeichensatz
from reports.domain.zeichen import Kennzeichen, Zeichen
from reports.intake.cells import Angabe, ZellenError, read_zelle
from reports.intake.grids.tafel import Feld, Inhalt

BA, DIN, DESTATIS, LSN = Zeichensatz.BA, Zeichensatz.DIN, Zeichensatz.DESTATIS, Zeichensatz.LSN_NEU
ZENSUS = Zeichensatz.ZENSUS_2022
P, R, S = Kennzeichen.VORLAEUFIG, Kennzeichen.BERICHTIGT, Kennzeichen.GESCHAETZT
U, F, K = Kennzeichen.EINGESCHRAENKT, Kennzeichen.FEHLERHAFT, Kennzeichen.GERUNDET_NULL


def merkmal(dezimalen: int = 0, einheit: str = "EUR", art: Art = Art.BETRAG) -> Merkmal:
    return Merkmal(
        id="m",
        titel="Merkmal",
        einheit=einheit,
        quelle="Amt",
        stichtag=Stichtag.JAHR,
        art=art,
        dezimalen=dezimalen,
    )


def read(text: str, satz: Zeichensatz = DESTATIS, dezimalen: int = 0) -> Angabe:
    """What a text cell of an amount says."""
    return read_zelle(Feld(text), satz, merkmal(dezimalen))


def number(text: str, zahl: str, art: Inhalt = Inhalt.ZAHL) -> Feld:
    """A cell of a workbook that holds a number."""
    return Feld(text, art, Decimal(zahl))


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
    assert read(text, DESTATIS, dezimalen) == Angabe(wert, None)


@pytest.mark.parametrize(
    "text",
    [
        *("12.34", "1.23", "1.2345", "12.", ".5", "1234.567", "12.34,5", "1..234", "0.123"),
        *("1,234.5", "1,", ",5", "1,2,3", "1 234", "1'234", "--5", "5-", "- 5", "1e5", "1,3E+06"),
        *("12 %", "12€", "(12", "12q", "#DIV/0!", "#NV", "k.A.", "n.v.", "null", "NaN", "inf"),
        *("*", "k", "g", "0x10", "½", "1_000", "１２", "1\N{THIN SPACE}234.567"),
        *("1\N{NO-BREAK SPACE}23", "01.234", "99999999999999999"),
    ],
)
def test_anything_ambiguous_or_unknown_is_refused(text: str) -> None:
    with pytest.raises(ZellenError, match="»"):
        read(text, DESTATIS, 2)


@pytest.mark.parametrize(("text", "dezimalen"), [("12,5", 0), ("6,725", 2), ("1,01", 1)])
def test_more_decimals_than_the_merkmal_has_are_refused(text: str, dezimalen: int) -> None:
    with pytest.raises(ZellenError, match=f"»{text}«.*{dezimalen}"):
        read(text, DESTATIS, dezimalen)


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
        read(text, DESTATIS, 2)

    assert word in caught.value.abhilfe


@pytest.mark.parametrize("text", ["", "  ", "\N{NO-BREAK SPACE}"])
@pytest.mark.parametrize("satz", Zeichensatz)
def test_empty_cell_is_no_value_and_no_sign(text: str, satz: Zeichensatz) -> None:
    with pytest.raises(ZellenError, match="leer"):
        read(text, satz)


@pytest.mark.parametrize("text", ["-", "–", " - ", "\N{MINUS SIGN}", "\N{NON-BREAKING HYPHEN}"])
def test_dash_of_destatis_is_an_exact_zero(text: str) -> None:
    assert read(text, DESTATIS, 2) == Angabe(0, None)


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
    assert read(text, satz) == Angabe(None, zeichen)


@pytest.mark.parametrize("text", ["-", "\N{MINUS SIGN}", "—", ".", "x", "...", "…"])
def test_sign_of_another_set_is_refused_with_those_allowed(text: str) -> None:
    with pytest.raises(ZellenError, match="– /"):
        read(text, ZENSUS)


@pytest.mark.parametrize("separator", ["", ","], ids=["plain", "grouped"])
@given(wert=st.integers(-(10**15), 10**15), dezimalen=st.integers(0, 4))
def test_every_number_printed_in_german_reads_back(
    separator: str, wert: int, dezimalen: int
) -> None:
    english = f"{Decimal(wert).scaleb(-dezimalen):{separator}f}"
    german = english.translate(str.maketrans(",.", ".,"))

    assert read(german, DESTATIS, dezimalen) == Angabe(wert, None)


@pytest.mark.parametrize(
    ("text", "satz", "zeichen"),
    [
        ("*", BA, Zeichen.GEHEIM_QUELLE),
        ("* ", BA, Zeichen.GEHEIM_QUELLE),
        ("x", BA, Zeichen.SINNLOS),
        ("g", LSN, Zeichen.GEHEIM_QUELLE),
        ("t", LSN, Zeichen.SPAETER),
        ("u", LSN, Zeichen.UNSICHER),
        ("x", LSN, Zeichen.SINNLOS),
        (".", DIN, Zeichen.GEHEIM_QUELLE),
        (". p", DESTATIS, Zeichen.GEHEIM_QUELLE),
        ("...", DIN, Zeichen.SPAETER),
    ],
)
def test_each_house_has_its_own_signs(text: str, satz: Zeichensatz, zeichen: Zeichen) -> None:
    assert read(text, satz) == Angabe(None, zeichen)


@pytest.mark.parametrize(
    ("text", "satz"),
    [("*", DIN), ("*", LSN), (".", BA), (".", LSN), ("-", LSN), ("g", BA), ("k", DIN)],
)
def test_sign_of_another_house_is_refused_by_name(text: str, satz: Zeichensatz) -> None:
    with pytest.raises(ZellenError) as caught:
        read(text, satz)

    assert caught.value.code == "E-ZEICHEN"


@pytest.mark.parametrize(
    ("text", "satz", "wert", "marks"),
    [
        ("12p", DIN, 12, P),
        ("12 p", DIN, 12, P),
        ("p 12", DIN, 12, P),
        ("1.234 r", DIN, 1234, R),
        ("12s", DESTATIS, 12, S),
        ("12e", DESTATIS, 12, Kennzeichen(0)),
        ("12 pr", DIN, 12, P | R),
        ("12 u", LSN, 12, U),
        ("12f", LSN, 12, F),
        ("(12)", DIN, 12, U),
        ("( 1.234 )", DESTATIS, 1234, U),
        ("(12 p)", DIN, 12, P | U),
        ("k", LSN, 0, K),
        ("- p", DESTATIS, 0, P),
    ],
)
def test_marks_beside_a_number_are_kept(
    text: str, satz: Zeichensatz, wert: int, marks: Kennzeichen
) -> None:
    assert read(text, satz) == Angabe(wert, None, marks)


@pytest.mark.parametrize("text", ["12¹", "12²", "12 1)", "12¹)", " 12 ³"])
def test_footnote_mark_is_not_part_of_the_number(text: str) -> None:
    assert read(text) == Angabe(12)


@pytest.mark.parametrize("text", ["12p", "(12p", "12 u"])
def test_letters_that_a_house_does_not_write_are_refused(text: str) -> None:
    with pytest.raises(ZellenError):
        read(text, BA)


@pytest.mark.parametrize(
    ("satz", "einheit", "marks"),
    [
        (DIN, Liefereinheit.TAUSEND, K),
        (DESTATIS, Liefereinheit.MILLION, K),
        (DIN, Liefereinheit.EINS, Kennzeichen(0)),
        (LSN, Liefereinheit.TAUSEND, Kennzeichen(0)),
        (BA, Liefereinheit.TAUSEND, Kennzeichen(0)),
    ],
)
def test_written_zero_is_only_nearly_nothing_where_figures_are_rounded(
    satz: Zeichensatz, einheit: Liefereinheit, marks: Kennzeichen
) -> None:
    assert read_zelle(Feld("0"), satz, merkmal(), einheit) == Angabe(0, None, marks)


@pytest.mark.parametrize(
    ("text", "einheit", "dezimalen", "wert"),
    [
        ("12,3", Liefereinheit.TAUSEND, 0, 12300),
        ("0,5", Liefereinheit.MILLION, 0, 500_000),
        ("1,2345", Liefereinheit.TAUSEND, 1, 12345),
        ("8,2", Liefereinheit.PROZENT, 1, 82),
    ],
)
def test_unit_of_the_column_is_multiplied_out(
    text: str, einheit: Liefereinheit, dezimalen: int, wert: int
) -> None:
    assert read_zelle(Feld(text), DIN, merkmal(dezimalen), einheit).wert == wert


@pytest.mark.parametrize(
    ("text", "einheit", "own", "wert"),
    [
        ("14399", Liefereinheit.EINS, "Tsd. EUR", 14399),
        ("14399", Liefereinheit.TAUSEND, "Tsd. EUR", 14399),
        ("14,399", Liefereinheit.MILLION, "Tsd. EUR", 14399),
        ("12", Liefereinheit.TAUSEND, "1.000 m²", 12),
        ("12", Liefereinheit.MILLION, "Mio. EUR", 12),
        ("12000", Liefereinheit.TAUSEND, "Mio. EUR", 12),
        ("12", Liefereinheit.MILLION, "EUR", 12_000_000),
    ],
)
def test_unit_of_the_column_is_converted_into_the_merkmals_own(
    text: str, einheit: Liefereinheit, own: str, wert: int
) -> None:
    assert read_zelle(Feld(text), DIN, merkmal(0, own), einheit).wert == wert


def test_percent_sign_is_read_where_the_merkmal_has_it() -> None:
    assert read_zelle(Feld("8,2 %"), BA, merkmal(1, "%")) == Angabe(82)
    assert read_zelle(Feld("8,2%"), BA, merkmal(1, "%")) == Angabe(82)
    with pytest.raises(ZellenError, match="8,2 %"):
        read_zelle(Feld("8,2 %"), BA, merkmal(1, "EUR"))


def test_blanks_between_thousands_have_one_cause() -> None:
    remedies = set()
    for text in ("12 345", "1 234 567", "-1 234,5"):
        with pytest.raises(ZellenError) as caught:
            read(text, dezimalen=1)
        remedies.add(caught.value.abhilfe)

    assert len(remedies) == 1
    assert "Leerzeichen" in remedies.pop()


def test_number_of_a_workbook_is_taken_as_it_is_stored() -> None:
    assert read_zelle(number("12,5", "12.5"), DIN, merkmal(1)) == Angabe(125)
    assert read_zelle(number("0", "0"), DIN, merkmal(0, "Tsd. EUR")) == Angabe(0)


def test_number_that_excel_shows_as_a_point_is_no_thousand() -> None:
    """A stored 1.234 is one and a bit; only the text »1.234« is a thousand."""
    with pytest.raises(ZellenError, match="Nachkommastellen"):
        read_zelle(number("1,234", "1.234"), DIN, merkmal())


def test_percentage_of_a_workbook_is_a_hundred_times_what_is_stored() -> None:
    shown = number("8,2 %", "0.082", Inhalt.PROZENT)

    assert read_zelle(shown, DIN, merkmal(1, "%", Art.QUOTE)) == Angabe(82)
    with pytest.raises(ZellenError) as caught:
        read_zelle(shown, DIN, merkmal(1))
    assert caught.value.code == "E-EINHEIT"


@pytest.mark.parametrize(
    ("feld", "code"),
    [
        (Feld("03.12.2015", Inhalt.DATUM), "E-DATUM"),
        (Feld("=A1+A2", Inhalt.FORMEL), "E-FORMEL"),
        (Feld("#DIV/0!", Inhalt.EXCELFEHLER), "E-FORMEL"),
        (Feld("WAHR", Inhalt.WAHRHEITSWERT), "E-ZAHL"),
        (Feld("12", verbunden=True), "E-ZAHL"),
    ],
)
def test_cell_of_a_workbook_that_is_no_number_is_refused(feld: Feld, code: str) -> None:
    with pytest.raises(ZellenError) as caught:
        read_zelle(feld, DIN, merkmal())

    assert caught.value.code == code
    assert f"»{feld.text}«" in str(caught.value)


def test_count_is_never_negative() -> None:
    with pytest.raises(ZellenError, match="»-5«"):
        read_zelle(Feld("-5"), DIN, merkmal(art=Art.ANZAHL))
    assert read_zelle(Feld("-5"), DIN, merkmal()).wert == -5
