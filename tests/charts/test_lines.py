"""What stands where in a line chart."""

from itertools import pairwise

import pytest
from diagramme import bild, jaehrlich, leer, linie, voll
from hypothesis import given
from hypothesis import strategies as st

from reports.charts.lines import labelled_years, line_chart, marked
from reports.charts.panels import arrange_panel
from reports.charts.sheet import Band, Dot, Label, Path, Rule, Sheet
from reports.charts.text import width
from reports.charts.theme import Theme
from reports.errors import DruckFehler
from reports.profile.chartmodel import Liniendiagramm, Spannweite


def sheet(theme: Theme, chart: Liniendiagramm) -> Sheet:
    """The marks of a chart."""
    return line_chart(chart, theme)


def paths(drawn: Sheet) -> list[Path]:
    """The lines of *drawn*."""
    return [mark for mark in drawn.marks if isinstance(mark, Path)]


def label(drawn: Sheet, text: str) -> Label:
    """The label of this text."""
    return next(m for m in drawn.marks if isinstance(m, Label) and m.text == text)


def test_a_line_has_a_gap_before_the_year_of_a_break(theme: Theme) -> None:
    """The new series begins with 2011, so 2010 and 2011 are not joined."""
    before, after = paths(sheet(theme, bild(linie(jaehrlich()), brueche=(2011,))))

    assert (len(before.places), len(after.places)) == (9, 11)
    assert before.places[-1][0] < after.places[0][0]


def test_a_dashed_mark_stands_in_the_gap(theme: Theme) -> None:
    """Halfway between 2010 and 2011, with its name above."""
    drawn = sheet(theme, bild(linie(jaehrlich()), brueche=(2011,)))
    before, after = paths(drawn)

    [mark] = [m for m in drawn.marks if isinstance(m, Rule) and m.style == theme.stroke.bruch]
    assert mark.x == mark.x2 == pytest.approx((before.places[-1][0] + after.places[0][0]) / 2)
    assert label(drawn, "Bruch").x == mark.x
    assert label(drawn, "Bruch").y < mark.y


def test_breaks_side_by_side_share_one_name(theme: Theme) -> None:
    """Two names would lie over each other."""
    drawn = sheet(theme, bild(linie(jaehrlich()), brueche=(2010, 2012)))

    assert [text for text in drawn.texts() if "Br" in text] == ["Brüche"]


def test_a_break_that_only_limits_has_a_mark_in_brackets_and_no_gap(theme: Theme) -> None:
    drawn = sheet(theme, bild(linie(jaehrlich()), einschraenkungen=(2011,)))

    assert len(paths(drawn)) == 1
    [mark] = [m for m in drawn.marks if isinstance(m, Rule) and m.style == theme.stroke.bruch]
    assert label(drawn, "(Bruch)").x == mark.x


def test_a_break_beside_one_that_only_limits_is_named_without_brackets(theme: Theme) -> None:
    drawn = sheet(theme, bild(linie(jaehrlich()), brueche=(2011,), einschraenkungen=(2012,)))

    assert [text for text in drawn.texts() if "Br" in text] == ["Brüche"]


def test_a_break_outside_of_the_axis_is_not_drawn(theme: Theme) -> None:
    """Neither one before the period nor one with its first year."""
    drawn = sheet(theme, bild(linie(jaehrlich()), brueche=(1999, 2002, 2030)))

    assert "Bruch" not in drawn.texts()
    assert len(paths(drawn)) == 1


def test_missing_years_keep_their_distance(theme: Theme) -> None:
    """From 2002 to 2012 is ten times as far as from 2012 to 2013."""
    [path] = paths(sheet(theme, bild(linie({2002: 1.0, 2007: None, 2012: 2.0, 2013: 3.0}))))

    first, second, third = (x for x, _ in path.places)
    assert second - first == pytest.approx(10 * (third - second))


def test_a_single_point_is_a_marker(theme: Theme) -> None:
    """Its line has no length, its text stands beside it."""
    drawn = sheet(theme, bild(linie({2015: 5.0})))

    [dot] = [mark for mark in drawn.marks if isinstance(mark, Dot)]
    [path] = paths(drawn)
    assert path.places == ((dot.x, dot.y),)
    assert label(drawn, "Uetze 6,1\u00a0%").x > dot.x


def test_a_line_without_released_values_is_not_drawn(theme: Theme) -> None:
    """Nor is its text."""
    drawn = sheet(theme, bild(linie({2015: None}), linie({2015: 5.0}, "Region")))

    assert len(paths(drawn)) == 1
    assert "Uetze 6,1\u00a0%" not in drawn.texts()


def test_no_grid_line_runs_through_a_text(theme: Theme) -> None:
    """Where a line ends early, its text stands in the plot, at the height of a tick here."""
    drawn = sheet(theme, bild(linie({2010: 5.0})))
    text = label(drawn, "Uetze 6,1\u00a0%")

    grid = [m for m in drawn.marks if isinstance(m, Rule) and m.style == theme.stroke.grid]
    assert len([rule for rule in grid if rule.x2 < text.x]) == 1
    assert len([rule for rule in grid if rule.x2 > text.x]) == 2


def test_equal_values_have_texts_one_above_the_other(theme: Theme) -> None:
    """The own text first, a whole line apart."""
    drawn = sheet(theme, bild(linie({2021: 5.0}), linie({2021: 5.0}, "Region")))

    own, region = label(drawn, "Uetze 6,1\u00a0%"), label(drawn, "Region 6,1\u00a0%")
    assert region.y - own.y == pytest.approx(theme.line(theme.font.own))


def test_texts_at_the_ends_stay_on_their_sheet(theme: Theme) -> None:
    """Even that of the longest name."""
    drawn = sheet(theme, bild(linie(jaehrlich(), "Neustadt am Rübenberge")))

    for mark in drawn.marks:
        if isinstance(mark, Label) and mark.style == theme.font.other:
            assert mark.x + width(mark.text, mark.style) <= drawn.width


def test_all_charts_have_plots_of_one_size(theme: Theme) -> None:
    """So that the same slope is the same change over time, and one chart lies level with another."""
    panels = [arrange_panel(chart, theme) for chart in (voll(), leer(), bild(linie({2015: 1.0})))]

    edges = {(p.left, p.right, p.top, p.bottom) for p in panels}
    assert len(edges) == 1


def test_the_band_has_a_gap_where_the_series_breaks_and_where_years_are_missing(
    theme: Theme,
) -> None:
    years = [2004, 2005, 2006, 2009, 2010, 2011, 2012]
    bands = tuple(Spannweite(jahr, 2.0, 8.0) for jahr in years)
    drawn = sheet(theme, bild(linie(jaehrlich()), brueche=(2011,), spannweiten=bands))

    parts = [mark for mark in drawn.marks if isinstance(mark, Band)]

    assert [len(part.places) for part in parts] == [3, 2, 2]


def test_the_band_reaches_from_the_smallest_to_the_largest_value(theme: Theme) -> None:
    """0 and 10 are the ends of the axis."""
    chart = bild(linie(jaehrlich()), spannweiten=(Spannweite(2010, 0.0, 10.0),))
    panel = arrange_panel(chart, theme)

    [band] = [mark for mark in sheet(theme, chart).marks if isinstance(mark, Band)]

    assert [place[1:] for place in band.places] == [
        pytest.approx((panel.top, panel.bottom)),
    ]


def test_what_is_said_in_place_of_the_own_line_stands_in_the_plot(theme: Theme) -> None:
    panel = arrange_panel(leer(), theme)

    remark = label(sheet(theme, leer()), "Uetze: kein Wert")

    assert panel.left < remark.x < panel.right
    assert panel.top < remark.y < panel.bottom


def test_the_axis_reaches_to_values_beyond_its_ticks(theme: Theme) -> None:
    """No point lies outside of its panel."""
    panel = arrange_panel(bild(linie({2010: -3.0, 2011: 14.0})), theme)
    [[low, high]] = panel.segments(panel.bild.linien[0])

    assert (low[1], high[1]) == pytest.approx((panel.bottom, panel.top))


def test_texts_arrive_finished(theme: Theme) -> None:
    """Ticks and ends are printed as given, years as years."""
    texts = sheet(theme, bild(linie(jaehrlich()))).texts()

    expected = {"0,0", "5,0", "10,0", "2002", "2021"}
    assert expected < set(texts)


@given(st.integers(1990, 2030), st.integers(0, 40), st.floats(0.1, 30))
def test_labelled_years_have_room(first: int, span: int, room: float) -> None:
    """First and last stand always, what stands between is not too close."""
    years = labelled_years(first, first + span, room)

    assert (years[0], years[-1]) == (first, first + span)
    if len(years) > 2:
        assert min(b - a for a, b in pairwise(years)) >= room


def test_years_between_are_round() -> None:
    """The ends as they are, tens between them."""
    assert labelled_years(2002, 2031, 6) == [2002, 2010, 2020, 2031]


def test_close_points_have_no_markers_but_at_the_ends_of_their_line() -> None:
    """A marker for each would hide the line."""
    year = 4.0
    places = [(index * year, 0.0) for index in range(10)]

    assert marked([places], year, 8) == [places[0], places[-1]]
    assert marked([places[:5], places[5:]], year, 8) == [places[0], places[-1]]


def test_points_beside_a_missing_year_have_markers() -> None:
    """So that a joined gap is not read as data."""
    places = [(x, 0.0) for x in (0.0, 4.0, 8.0, 16.0, 20.0, 24.0)]

    assert marked([places], 4, 100) == [places[0], places[2], places[3], places[5]]


def test_a_point_alone_between_breaks_has_a_marker() -> None:
    """It has no line that would show it."""
    segments = [[(0.0, 0.0), (4.0, 0.0)], [(8.0, 0.0)], [(12.0, 0.0), (16.0, 0.0)]]

    assert (8.0, 0.0) in marked(segments, 4, 100)


def test_too_many_texts_for_a_panel_are_refused(theme: Theme) -> None:
    """Rather no chart than one that cannot be read."""
    many = [linie({2021: 5.0}, f"Umland {number}") for number in range(20)]

    with pytest.raises(DruckFehler, match="20 Beschriftungen"):
        sheet(theme, bild(*many))
