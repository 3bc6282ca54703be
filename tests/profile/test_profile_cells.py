"""Released values become finished cells, with words for every sign and mark."""

import pytest
from zahlen import katalog as baue_katalog
from zahlen import kennzahl, merkmal

from reports.domain.angabe import Aenderung, Wert
from reports.domain.katalog import Art, Formelart
from reports.domain.zeichen import Kennzeichen, Zeichen
from reports.profile.cells import change_cell, count_cell, value_cell, value_with_unit
from reports.profile.marks import Marke, letters_of

NBSP = "\u00a0"
ANZAHL, QUOTE = kennzahl("n", "alo"), kennzahl("q", "alo", "bev")
JE_100 = kennzahl("j", "alo", "bev", formel=Formelart.JE_100)
JE_1000 = kennzahl("t", "alo", "bev", formel=Formelart.JE_1000)
KATALOG = baue_katalog(ANZAHL, QUOTE, JE_100, JE_1000)
P, R, S, U, F, K = (
    Kennzeichen.VORLAEUFIG,
    Kennzeichen.BERICHTIGT,
    Kennzeichen.GESCHAETZT,
    Kennzeichen.EINGESCHRAENKT,
    Kennzeichen.FEHLERHAFT,
    Kennzeichen.GERUNDET_NULL,
)
OHNE = Kennzeichen(0)


def aenderung(
    absolut: int | None,
    prozent: int | None = None,
    *,
    zeichen: Zeichen | None = None,
    kennzeichen: Kennzeichen = OHNE,
    eingeschraenkt: bool = False,
) -> Aenderung:
    """A change; where there is no percentage, it is because it makes no sense."""
    return Aenderung(
        von=2011,
        bis=2022,
        absolut=absolut,
        zeichen=zeichen,
        prozent=prozent,
        prozent_zeichen=(zeichen or Zeichen.SINNLOS) if prozent is None else None,
        kennzeichen=kennzeichen,
        eingeschraenkt=eingeschraenkt,
    )


def test_a_value_is_written_without_and_with_its_unit() -> None:
    wert = Wert(zaehler=165_429, nenner=1_129_158, wert=14.65, gerundet=147)

    assert value_cell(QUOTE, wert).text == "14,7"
    assert value_with_unit(QUOTE, wert).text == f"14,7{NBSP}%"


@pytest.mark.parametrize("sign", Zeichen)
def test_a_sign_replaces_value_unit_and_count(sign: Zeichen) -> None:
    wert = Wert(zeichen=sign)

    for cell in (value_cell(QUOTE, wert), value_with_unit(QUOTE, wert)):
        assert (cell.zeichen, "%" in cell.text) == ((sign,), False)
    assert count_cell(QUOTE, wert, KATALOG).zeichen == (sign,)


def test_the_count_behind_a_rate_is_its_zaehler() -> None:
    wert = Wert(zaehler=165_429, nenner=1_129_158, wert=14.65, gerundet=147)

    assert count_cell(QUOTE, wert, KATALOG).text == "165.429"


def test_there_is_no_count_behind_an_amount() -> None:
    steuer = kennzahl("s", "steuer", "bev", formel="mittelwert")
    verzeichnis = baue_katalog(merkmal("steuer", art=Art.BETRAG), steuer)

    cell = count_cell(steuer, Wert(zaehler=9, nenner=3, wert=3.0, gerundet=3), verzeichnis)

    assert cell.zeichen == (Zeichen.SINNLOS,)


def test_the_count_behind_an_entwicklung_is_a_difference() -> None:
    wachstum = kennzahl("w", "bev", formel=Formelart.ENTWICKLUNG)
    wert = Wert(zaehler=67_672, nenner=1_106_219, wert=6.12, gerundet=61)

    assert count_cell(wachstum, wert, baue_katalog(wachstum)).text == "+67.672"


@pytest.mark.parametrize(
    ("absolut", "prozent", "gedruckt"),
    [
        (8944, 4271, f"+8.944; +427,1{NBSP}%"),
        (-1344, -27, f"−1.344; −2,7{NBSP}%"),
        (0, 0, f"±0; ±0,0{NBSP}%"),
    ],
)
def test_a_count_changes_by_number_and_percent(absolut: int, prozent: int, gedruckt: str) -> None:
    assert change_cell(ANZAHL, aenderung(absolut, prozent)).text == gedruckt


@pytest.mark.parametrize(
    ("stelle", "gedruckt"),
    [
        (QUOTE, f"+4,0{NBSP}%-Pkt."),
        (JE_100, f"+4,0{NBSP}Punkte"),
        (JE_1000, f"+4,0{NBSP}je{NBSP}1.000"),
    ],
)
def test_a_rate_changes_in_points(stelle: object, gedruckt: str) -> None:
    """From 8 % to 12 % are 4 percentage points, although 8 grows to 12 by 50 percent."""
    assert change_cell(stelle, aenderung(40)).text == gedruckt


def test_a_count_from_zero_shows_the_number_and_the_sign_for_the_percentage() -> None:
    cell = change_cell(ANZAHL, aenderung(7))

    assert cell.text.startswith("+7")
    assert "%" not in cell.text
    assert cell.zeichen == (Zeichen.SINNLOS,)
    assert cell.gesprochen


@pytest.mark.parametrize("stelle", [ANZAHL, QUOTE])
@pytest.mark.parametrize("prozent", [None, -125])
def test_a_limited_comparison_stands_in_brackets_as_a_whole(
    stelle: object, prozent: int | None
) -> None:
    text = change_cell(stelle, aenderung(-100, prozent, eingeschraenkt=True)).text

    assert text.startswith("(")
    assert text.endswith(")")


@pytest.mark.parametrize("sign", [Zeichen.BRUCH, Zeichen.GESPERRT, Zeichen.SINNLOS, Zeichen.FEHLT])
@pytest.mark.parametrize("stelle", [ANZAHL, QUOTE])
def test_a_sign_replaces_the_whole_change(stelle: object, sign: Zeichen) -> None:
    cell = change_cell(stelle, aenderung(None, zeichen=sign))

    assert cell.zeichen == (sign,)
    assert not any(letter.isdigit() for letter in cell.text)


def anzahl(wert: int, kennzeichen: Kennzeichen, *, eingeschraenkt: bool = False) -> Wert:
    """A count with marks."""
    return Wert(
        zaehler=wert,
        wert=float(wert),
        gerundet=wert,
        kennzeichen=kennzeichen,
        zaehler_kennzeichen=kennzeichen,
        eingeschraenkt=eingeschraenkt,
    )


@pytest.mark.parametrize(
    ("kennzeichen", "gedruckt", "gesprochen"),
    [
        (OHNE, "1.234", ""),
        (P, f"1.234{NBSP}p", "1.234, vorläufig"),
        (R, f"1.234{NBSP}r", "1.234, berichtigt"),
        (S, f"1.234{NBSP}s", "1.234, geschätzt"),
        (F, f"1.234{NBSP}f", "1.234, fehlerbehaftet"),
        (U, "(1.234)", "1.234, eingeschränkt aussagefähig"),
        (
            F | S | R | P,
            f"1.234{NBSP}prsf",
            "1.234, vorläufig, berichtigt, geschätzt, fehlerbehaftet",
        ),
        (U | P, f"(1.234){NBSP}p", "1.234, eingeschränkt aussagefähig, vorläufig"),
    ],
)
def test_a_mark_stands_beside_the_value_and_is_said_in_words(
    kennzeichen: Kennzeichen, gedruckt: str, gesprochen: str
) -> None:
    wert = anzahl(1234, kennzeichen)

    for cell in (value_cell(ANZAHL, wert), count_cell(ANZAHL, wert, KATALOG)):
        assert (cell.text, cell.gesprochen) == (gedruckt, gesprochen)


def test_a_mark_stands_behind_the_unit() -> None:
    wert = Wert(zaehler=147, nenner=1000, wert=14.7, gerundet=147, kennzeichen=P)

    assert value_with_unit(QUOTE, wert).text == f"14,7{NBSP}%{NBSP}p"
    assert value_with_unit(QUOTE, wert).gesprochen == f"14,7{NBSP}%, vorläufig"


def test_brackets_stay_single_where_a_break_limits_as_well() -> None:
    cell = value_cell(ANZAHL, anzahl(1234, U, eingeschraenkt=True))

    assert cell.text == "(1.234)"
    assert cell.zeichen == (Marke.EINGESCHRAENKT, Marke.BRUCH)
    assert cell.gesprochen == "1.234, eingeschränkt aussagefähig, eingeschränkt vergleichbar"


def test_a_rounded_zero_is_k_and_not_0() -> None:
    """By the new signs of the state office 0 is exactly nothing, k is more than nothing."""
    rounded, exact = anzahl(0, K), anzahl(0, OHNE)

    assert value_cell(ANZAHL, rounded).text == count_cell(ANZAHL, rounded, KATALOG).text == "k"
    assert value_cell(ANZAHL, exact).text == "0"
    assert value_cell(ANZAHL, rounded).gesprochen == "mehr als nichts, gerundet null"


def test_a_rounded_zero_has_no_unit_and_keeps_its_other_marks() -> None:
    geliefert = kennzahl("g", "quote", formel=Formelart.GELIEFERT, einheit="%")
    wert = Wert(zaehler=0, wert=0.0, gerundet=0, kennzeichen=K | P)

    assert value_with_unit(geliefert, wert).text == f"k{NBSP}p"


def test_the_count_behind_a_rate_has_only_its_own_marks() -> None:
    """The Nenner is provisional, so the rate is; the count is final."""
    wert = Wert(zaehler=147, nenner=1000, wert=14.7, gerundet=147, kennzeichen=P)

    assert count_cell(QUOTE, wert, KATALOG).text == "147"
    assert value_cell(QUOTE, wert).text == f"14,7{NBSP}p"


@pytest.mark.parametrize(
    ("stelle", "prozent", "gedruckt"),
    [
        (QUOTE, None, f"+4,0{NBSP}%-Pkt.{NBSP}p"),
        (ANZAHL, 25, f"+40; +2,5{NBSP}%{NBSP}p"),
        (ANZAHL, None, f"+40; x{NBSP}p"),
    ],
)
def test_a_change_has_the_marks_of_its_years_once(
    stelle: object, prozent: int | None, gedruckt: str
) -> None:
    cell = change_cell(stelle, aenderung(40, prozent, kennzeichen=P))

    assert cell.text == gedruckt
    assert cell.gesprochen.endswith(", vorläufig")
    assert Marke.VORLAEUFIG in cell.zeichen


def test_a_limited_comparison_is_said_in_words() -> None:
    cell = change_cell(QUOTE, aenderung(40, eingeschraenkt=True))

    assert cell.text == f"(+4,0{NBSP}%-Pkt.)"
    assert cell.gesprochen == f"+4,0{NBSP}%-Pkt., eingeschränkt vergleichbar"


@pytest.mark.parametrize(
    ("kennzeichen", "buchstaben"), [(OHNE, ""), (K, "k"), (K | F | U | S | R | P, "p r s u f k")]
)
def test_marks_are_letters_in_data(kennzeichen: Kennzeichen, buchstaben: str) -> None:
    assert letters_of(kennzeichen) == buchstaben


@pytest.mark.parametrize("kennzeichen", [OHNE, U | P, K | P, R | S | F])
@pytest.mark.parametrize("eingeschraenkt", [False, True])
def test_the_pieces_to_set_are_the_text_and_its_words(
    kennzeichen: Kennzeichen,
    eingeschraenkt: bool,  # noqa: FBT001
) -> None:
    """Only the blank before the letters may break, so that a narrow column has room for them."""
    cells = (
        value_cell(ANZAHL, anzahl(0, kennzeichen, eingeschraenkt=eingeschraenkt)),
        change_cell(
            ANZAHL, aenderung(7, kennzeichen=kennzeichen & ~K, eingeschraenkt=eingeschraenkt)
        ),
    )

    for cell in cells:
        assert "".join(s.text for s in cell.gesetzt).replace(" ", NBSP) == cell.text.replace(
            " ", NBSP
        )
        words = [s.gesprochen or s.text for s in cell.gesetzt if s.text not in "( "]
        assert ", ".join(words) == cell.worte


def test_count_of_a_limited_entwicklung_stands_in_brackets_like_its_value() -> None:
    wachstum = kennzahl("w", "bev", formel=Formelart.ENTWICKLUNG)
    wert = Wert(zaehler=1458, nenner=28_356, wert=5.14, gerundet=51, eingeschraenkt=True)

    count, value = count_cell(wachstum, wert, baue_katalog(wachstum)), value_cell(wachstum, wert)

    assert (count.text, value.text) == ("(+1.458)", "(+5,1)")
    assert count.gesprochen == "+1.458, eingeschränkt vergleichbar"
