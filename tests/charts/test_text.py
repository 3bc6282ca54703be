"""Measuring and wrapping text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from reports.charts.schrift import ORDNER
from reports.charts.text import widest_word, width, wrap
from reports.charts.tokens import TextStyle
from reports.errors import DruckFehler

STYLE = TextStyle(9, 400, "#000000")
LANG = "Anteil der Personen von 15 Jahren und älter mit (Fach-)Hochschulreife"
words = st.lists(st.text("aäbcm-/()1", min_size=1, max_size=8), min_size=1).map(" ".join)


@pytest.mark.parametrize("text", [LANG, "12.345,6\u00a0%", "−3,5", "Neustadt am Rübenberge"])
def test_width_is_what_another_library_measures(text: str) -> None:
    """FreeType in Pillow, at 1000 points, differs by kerning only."""
    font = ImageFont.truetype(ORDNER / "SourceSansPro-Regular.ttf", 1000)

    assert width(text, STYLE) == pytest.approx(font.getlength(text) * 9 / 1000, rel=0.02)


def test_bold_text_is_wider() -> None:
    """Each weight has its own widths."""
    assert width(LANG, TextStyle(9, 700, "#000000")) > width(LANG, STYLE)


@given(words)
def test_wrapped_text_is_narrow_enough_and_whole(text: str) -> None:
    """Nothing is lost, nothing is added but the ends of lines."""
    lines = wrap(text, STYLE, 60)

    assert all(width(line, STYLE) <= 60 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_text_that_fits_is_one_line() -> None:
    """No break without need."""
    assert wrap("SGB-II-Quote", STYLE, 100) == ("SGB-II-Quote",)


def test_a_no_break_space_holds() -> None:
    """A figure keeps its unit."""
    assert wrap("Uetze 6,1\u00a0%", STYLE, 30) == ("Uetze", "6,1\u00a0%")


def test_a_word_breaks_at_its_hyphen_only_if_it_is_too_wide() -> None:
    """And the hyphen stays."""
    assert wrap("Teilhabe-Leistungen", STYLE, 60) == ("Teilhabe-", "Leistungen")
    assert wrap("die Teilhabe-Leistungen", STYLE, 90) == ("die", "Teilhabe-Leistungen")


def test_a_word_wider_than_its_column_is_refused() -> None:
    """It would reach into its neighbour."""
    with pytest.raises(DruckFehler, match="»Bedarfsgemeinschaften«"):
        wrap("je 100 Bedarfsgemeinschaften", STYLE, 40)


def test_the_widest_word_sets_the_narrowest_column() -> None:
    """Words are what stands between plain spaces."""
    text = "Neustadt am Rübenberge 6,1\u00a0%"

    assert widest_word(text, STYLE) == width("Rübenberge", STYLE)
