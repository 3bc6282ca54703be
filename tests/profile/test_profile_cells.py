"""Released values become finished cells, with words for every sign."""

import pytest
from zahlen import katalog as baue_katalog
from zahlen import kennzahl, merkmal

from reports.domain.katalog import Art, Formelart
from reports.domain.zeichen import Zeichen
from reports.profile.cells import change_cell, count_cell, value_cell, value_with_unit
from reports.profile.material import Aenderung, Wert

NBSP = "\u00a0"
ANZAHL, QUOTE = kennzahl("n", "alo"), kennzahl("q", "alo", "bev")
JE_100 = kennzahl("j", "alo", "bev", formel=Formelart.JE_100)
JE_1000 = kennzahl("t", "alo", "bev", formel=Formelart.JE_1000)
KATALOG = baue_katalog(ANZAHL, QUOTE, JE_100, JE_1000)


def aenderung(
    absolut: int | None,
    prozent: int | None = None,
    *,
    zeichen: Zeichen | None = None,
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
