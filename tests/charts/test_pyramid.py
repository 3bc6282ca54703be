"""The Altersaufbau as drawn: areas are shares, the outline lies around them, gaps stay open."""

from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion
from test_draw import Svg, svg

from reports.charts.pyramid import pyramid
from reports.charts.sheet import Box, Label, Rule, Sheet
from reports.charts.theme import Theme
from reports.profile.chartmodel import Balken, Pyramide, Pyramidenstufe, Strich

GESPERRT = Balken(wert=None, vergleich=0.5, zeichen="*")


def stufe(von: int, bis: int, maenner: Balken, frauen: Balken) -> Pyramidenstufe:
    return Pyramidenstufe(von=von, bis=bis, maenner=maenner, frauen=frauen)


def balken(wert: float, vergleich: float | None = 0.5) -> Balken:
    return Balken(wert=wert, vergleich=vergleich, zeichen="")


def beispiel() -> Pyramide:
    """Three steps of 10, 20 and 30 years, on a scale up to 1."""
    return Pyramide(
        id="pyramide",
        titel="Altersaufbau",
        einheit="Prozent je Altersjahr",
        eigen="Uetze",
        vergleich="Region",
        stufen=(
            stufe(0, 10, balken(1.0), balken(0.8)),
            stufe(10, 30, balken(0.6), GESPERRT),
            stufe(30, 60, balken(0.2, 0.4), balken(0.4, 0.4)),
        ),
        ende=1.0,
        striche=tuple(Strich(wert=w, text=f"{w:.1f}".replace(".", ",")) for w in (0.0, 0.5, 1.0)),
        alt="Pyramide.",
    )


def bars(sheet: Sheet, theme: Theme) -> list[Box]:
    """The boxes but that of the key, which stands below the bars."""
    bottom = theme.line(theme.font.own) + 2 * theme.length.gap + theme.length.ages
    return [mark for mark in sheet.marks if isinstance(mark, Box) and mark.y2 <= bottom + 0.01]


def outline(sheet: Sheet, theme: Theme) -> list[Rule]:
    rules = [mark for mark in sheet.marks if isinstance(mark, Rule)]
    return [rule for rule in rules if rule.style == theme.stroke.region]


def label(sheet: Sheet, text: str) -> Label:
    return next(m for m in sheet.marks if isinstance(m, Label) and m.text == text)


def test_a_bar_is_as_high_as_its_years_and_as_long_as_its_share_of_one(theme: Theme) -> None:
    """By hand: sixty years share the height; 0.6 is three fifths of 1.0, on both sides."""
    sheet = pyramid(beispiel(), theme)
    men = sorted((bar for bar in bars(sheet, theme) if bar.x2 < sheet.width / 2), key=lambda b: b.y)
    old, middle, young = (bar.y2 - bar.y for bar in men)
    _, two_tenths, _ = (bar.x2 - bar.x for bar in men)

    assert (old, middle, young) == pytest.approx(
        (theme.length.ages / 2, theme.length.ages / 3, theme.length.ages / 6)
    )
    assert two_tenths == pytest.approx(0.6 * (men[2].x2 - men[2].x))


def test_equal_shares_reach_equally_far_to_both_sides(theme: Theme) -> None:
    even = replace(beispiel(), stufen=(stufe(0, 10, balken(0.7), balken(0.7)),))
    left, right = bars(pyramid(even, theme), theme)

    assert left.x2 - left.x == pytest.approx(right.x2 - right.x)
    assert left.x2 < right.x


def test_the_youngest_stand_at_the_bottom(theme: Theme) -> None:
    found = bars(pyramid(beispiel(), theme), theme)

    assert max(found, key=lambda bar: bar.x2 - bar.x).y2 == max(bar.y2 for bar in found)


def test_a_hidden_share_has_its_sign_where_the_bar_would_begin(theme: Theme) -> None:
    sheet = pyramid(beispiel(), theme)
    step = next(b for b in bars(sheet, theme) if b.x2 - b.x == min(_lengths(sheet, theme)))

    assert len(bars(sheet, theme)) == 5
    assert label(sheet, "*").x > sheet.width / 2
    assert label(sheet, "*").y > step.y2


def _lengths(sheet: Sheet, theme: Theme) -> list[float]:
    return [bar.x2 - bar.x for bar in bars(sheet, theme)]


def test_the_outline_joins_steps_and_ends_before_a_missing_one(theme: Theme) -> None:
    """By hand: men 0.5, 0.5, 0.4 are three uprights and one step; women without the second two."""
    holes = replace(
        beispiel(),
        stufen=tuple(
            replace(step, frauen=balken(0.3, None)) if step.von == 10 else step
            for step in beispiel().stufen
        ),
    )
    sheet = pyramid(holes, theme)
    rules = [rule for rule in outline(sheet, theme) if rule.y < theme.length.ages + 30]
    men = [rule for rule in rules if rule.x < sheet.width / 2]
    women = [rule for rule in rules if rule.x > sheet.width / 2]

    assert [rule.x == rule.x2 for rule in men].count(True) == 3
    assert [rule.y == rule.y2 for rule in men].count(True) == 1
    assert [rule.x == rule.x2 for rule in women].count(True) == 2
    assert [rule.y == rule.y2 for rule in women].count(True) == 0


def test_bars_outline_sexes_and_scales_are_named_on_the_spot(theme: Theme) -> None:
    texts = pyramid(beispiel(), theme).texts()

    assert {"Männer", "Frauen", "Alter", "Uetze", "Region", "Prozent je Altersjahr"} <= {*texts}
    assert [text for text in texts if text in {"0", "10", "20", "60"}] == ["0", "10", "20", "60"]
    assert texts.count("1,0") == 2


def test_no_text_leaves_the_sheet_and_all_are_large_enough(theme: Theme) -> None:
    sheet = pyramid(beispiel(), theme)
    labels = [mark for mark in sheet.marks if isinstance(mark, Label)]

    assert all(0 < text.x < sheet.width and 0 < text.y < sheet.height for text in labels)
    assert min(text.style.size for text in labels) >= 8


def test_the_drawing_is_the_known_one(theme: Theme, snapshot: SnapshotAssertion) -> None:
    assert svg(pyramid(beispiel(), theme)) == snapshot(extension_class=Svg)
