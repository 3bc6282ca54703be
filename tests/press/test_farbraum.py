import pytest
from druckbedingung import druckbedingung

from reports.charts.tokens import read_tokens
from reports.edition import shipped
from reports.press.druckprofil import Druckprofil
from reports.press.farbraum import GRAU, RGB, SCHWARZ, Farbraum, farbraum_of
from reports.press.variante import Druck, Variante


@pytest.fixture(scope="module")
def cmyk() -> Farbraum:
    druckprofil = Druckprofil(icc=druckbedingung())
    return farbraum_of(Druck(variante=Variante.DRUCKEREI, druckprofil=druckprofil))


def test_a_file_for_the_office_keeps_its_colours() -> None:
    for variante in (Variante.STANDARD, Variante.KURZ):
        assert farbraum_of(Druck(variante=variante)) is RGB
    assert RGB.umrechnen(b"\x0a\x2f\x51") == b"\x0a\x2f\x51"


def test_a_printing_house_without_profile_gets_grey() -> None:
    assert farbraum_of(Druck(variante=Variante.DRUCKEREI)) is GRAU


@pytest.mark.parametrize(("colour", "level"), [("0a2f51", 40), ("a3481a", 94), ("8a8a8a", 138)])
def test_grey_weighs_red_green_and_blue_as_pdf_does(colour: str, level: int) -> None:
    """Level by 0.3 R + 0.59 G + 0.11 B, worked out by hand."""
    (found,) = GRAU.umrechnen(bytes.fromhex(colour))

    assert found == pytest.approx(level, abs=1)


def test_text_is_printed_solid_in_grey_and_in_four_inks(cmyk: Farbraum) -> None:
    text = bytes.fromhex(read_tokens(shipped("styles"))["farbe-text"].removeprefix("#"))

    assert text == bytes((SCHWARZ,) * 3)
    assert GRAU.umrechnen(text) == b"\0"
    assert cmyk.umrechnen(text) == b"\0\0\0\xff"


def test_a_grey_is_black_ink_alone_and_paper_none(cmyk: Farbraum) -> None:
    assert list(cmyk.umrechnen(bytes.fromhex("595959c8c8c8ffffff"))) == [
        *(0, 0, 0, 0xFF - 0x59),
        *(0, 0, 0, 0xFF - 0xC8),
        *(0, 0, 0, 0),
    ]


def test_a_colour_is_mixed_by_the_profile(cmyk: Farbraum) -> None:
    """The profile of the test knows no black ink; its grid is coarse."""
    for colour, inks in {"ff0000": (0, 255, 255, 0), "0000ff": (255, 255, 0, 0)}.items():
        found = cmyk.umrechnen(bytes.fromhex(colour))
        assert list(found) == pytest.approx(inks, abs=48)
        assert found[3] == 0


def test_colours_keep_their_order(cmyk: Farbraum) -> None:
    colours = [bytes.fromhex(colour) for colour in ("0a2f51", "595959", "a3481a")]

    assert cmyk.umrechnen(b"".join(colours)) == b"".join(map(cmyk.umrechnen, colours))
