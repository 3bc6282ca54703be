"""What stands where in a dot chart."""

from dataclasses import replace

import pytest
from diagramme import LANG, punktdiagramm, punkte, reihe

from reports.charts.dots import dot_chart
from reports.charts.sheet import Dot, Label, Rule, Sheet
from reports.charts.text import width
from reports.charts.theme import Theme
from reports.errors import DruckFehler
from reports.profile.chartmodel import Punktreihe


def sheet(theme: Theme, *reihen: Punktreihe, eigenname: str = "Uetze") -> Sheet:
    """The marks of these rows."""
    return dot_chart(punktdiagramm(*reihen, eigenname=eigenname), theme)


def dots(drawn: Sheet, theme: Theme, *, own: bool) -> list[Dot]:
    """The dots of the rows, without those that name the marks, which come last."""
    style = theme.marker.own if own else theme.marker.kommune
    return [m for m in drawn.marks if isinstance(m, Dot) and m.style == style][:-1]


def test_dots_lie_where_their_values_are(theme: Theme) -> None:
    """From 1 to 9, the value 5 lies in the middle, and so does the Region."""
    drawn = sheet(theme, reihe((1.0, 5.0, 9.0), 3.0))

    left, middle, right = (dot.x for dot in dots(drawn, theme, own=False))
    [own] = dots(drawn, theme, own=True)
    region = next(m for m in drawn.marks if isinstance(m, Rule) and m.style == theme.stroke.region)
    assert middle == region.x == pytest.approx((left + right) / 2)
    assert own.x == pytest.approx((left + middle) / 2)


def test_each_row_has_its_own_scale(theme: Theme) -> None:
    """A hundred times the values, the same places."""
    small = reihe((1.0, 9.0), 4.0)
    large = replace(small, werte=(100.0, 900.0), eigen=400.0, region=500.0)

    places = [dot.x for dot in dots(sheet(theme, small, large), theme, own=False)]

    assert places[:2] == pytest.approx(places[2:])


def test_own_dots_lie_over_all_others(theme: Theme) -> None:
    """No circle of a neighbour hides them."""
    drawn = dot_chart(punkte(), theme)
    order = [m.style for m in drawn.marks if isinstance(m, Dot)]

    rows = order[:-2]
    assert rows == sorted(rows, key=lambda style: style == theme.marker.own)


def test_a_suppressed_own_value_has_its_sign_and_no_dot(theme: Theme) -> None:
    """The place of a dot would betray the value."""
    drawn = sheet(theme, reihe((1.0, 9.0), None))

    assert dots(drawn, theme, own=True) == []
    assert "x" in drawn.texts()


def test_equal_values_lie_in_the_middle_of_the_scale(theme: Theme) -> None:
    """A scale of no length has no ends."""
    drawn = sheet(theme, reihe((5.0, 5.0), 5.0))

    [own] = dots(drawn, theme, own=True)
    scale = next(m for m in drawn.marks if isinstance(m, Rule) and m.style == theme.stroke.axis)
    assert own.x == pytest.approx((scale.x + scale.x2) / 2)


def test_a_row_without_any_value_still_prints_its_sign(theme: Theme) -> None:
    """Nothing is released: no dots, no line of the Region."""
    drawn = sheet(theme, replace(reihe((), None), region=None, kleinster="", groesster=""))

    assert dots(drawn, theme, own=False) == []
    assert "x" in drawn.texts()


def test_the_edition_of_the_region_names_kommunen_and_no_own_dot(theme: Theme) -> None:
    """None of the 21 is another one there."""
    texts = sheet(theme, reihe((1.0, 9.0), None), eigenname="").texts()

    assert "Kommunen" in texts
    assert "andere Kommunen" not in texts


def test_marks_are_named_once(theme: Theme) -> None:
    """However many rows there are."""
    texts = dot_chart(punkte(), theme).texts()

    assert [texts.count(name) for name in ("Uetze", "andere Kommunen", "Region")] == [1, 1, 1]


def test_a_long_title_stays_in_its_column(theme: Theme) -> None:
    """All its words stand there, in lines of their own."""
    drawn = sheet(theme, reihe((1.0, 9.0), 4.0, LANG))
    lines = [m for m in drawn.marks if isinstance(m, Label) and m.text in LANG]

    assert " ".join(line.text for line in lines) == LANG
    assert all(width(m.text, m.style) <= theme.length.column for m in lines)


def test_rows_do_not_overlap(theme: Theme) -> None:
    """A row is as high as its title needs, and never lower than 7 mm."""
    drawn = dot_chart(punkte(), theme)
    edges = [m.y for m in drawn.marks if isinstance(m, Rule) and m.style == theme.stroke.grid]

    heights = [b - a for a, b in zip(edges, [*edges[1:], drawn.height], strict=True)]
    assert min(heights) >= theme.length.row - 1e-9
    assert heights[0] > heights[1]


def test_texts_that_leave_no_room_for_the_scale_are_refused(theme: Theme) -> None:
    """A scale without length would be a wrong picture."""
    with pytest.raises(DruckFehler, match="kein Platz"):
        sheet(theme, replace(reihe((1.0, 9.0), 4.0), groesster="123.456.789 Einwohner je km²" * 2))
