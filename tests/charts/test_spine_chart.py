"""A strip for each Kennzahl, with the Region in its middle."""

from io import BytesIO

import pytest
from diagramme import spine
from PIL import Image

from reports.charts.draw import draw_strips
from reports.charts.sheet import Dot, Rule, Sheet
from reports.charts.spine import spine_chart
from reports.charts.theme import Theme
from reports.charts.tokens import Stroke


def rules(sheet: Sheet, style: Stroke) -> list[Rule]:
    return [mark for mark in sheet.marks if isinstance(mark, Rule) and mark.style == style]


def test_the_region_stands_in_the_middle_of_every_strip(theme: Theme) -> None:
    sheet = spine_chart(spine(), theme)

    assert [rule.x for rule in rules(sheet, theme.stroke.region)] == [sheet.width / 2] * 3


def test_each_kommune_has_a_mark_at_its_place(theme: Theme) -> None:
    """-1 and 1 lie at the ends of the axis, -0.25 an eighth of it left of the middle."""
    sheet = spine_chart(spine(), theme)
    axis = rules(sheet, theme.stroke.judged)[0]
    length = axis.x2 - axis.x

    marks = rules(sheet, theme.stroke.kommune)[:4]

    expected = [axis.x, sheet.width / 2 - length / 8, sheet.width / 2, axis.x2 - length / 4]
    assert [mark.x for mark in marks] == pytest.approx(expected)


def test_the_own_diamond_lies_on_its_place_and_only_where_it_has_one(theme: Theme) -> None:
    sheet = spine_chart(spine(), theme)
    axis = rules(sheet, theme.stroke.judged)[0]

    dots = [mark for mark in sheet.marks if isinstance(mark, Dot)]

    assert [dot.style for dot in dots] == [theme.marker.own] * 2
    assert dots[1].x == pytest.approx(axis.x2)
    assert dots[1].y - dots[0].y == pytest.approx(theme.length.strip)


def test_what_is_not_judged_has_another_axis_that_grey_keeps_apart(theme: Theme) -> None:
    sheet = spine_chart(spine(), theme)

    assert len(rules(sheet, theme.stroke.neutral)) == 1
    assert theme.stroke.neutral.dash
    assert not theme.stroke.judged.dash


def test_the_drawing_is_cut_into_strips_that_lose_no_line_of_pixels(theme: Theme) -> None:
    strips = draw_strips(spine(), theme)
    sizes = [Image.open(BytesIO(png)).size for png in strips.values()]

    assert list(strips) == ["spine-a", "spine-b", "spine-c"]
    assert {width for width, _ in sizes} <= {449, 450}  # 108 points at 300 ppi; one may be lost
    assert sum(height for _, height in sizes) == pytest.approx(
        3 * theme.length.strip * 300 / 72, abs=1
    )


def test_a_strip_holds_the_marks_of_its_row_alone(theme: Theme) -> None:
    """The dark of the own diamond is in the first two strips."""
    own = tuple(int(theme.marker.own.fill[n : n + 2], 16) for n in (1, 3, 5))

    def dark(png: bytes) -> int:
        picture = Image.open(BytesIO(png)).convert("RGB")
        return sum(
            number
            for number, colour in picture.getcolors(1 << 20) or []
            if max(abs(a - b) for a, b in zip(colour, own, strict=True)) < 24
        )

    assert [dark(png) > 0 for png in draw_strips(spine(), theme).values()] == [True, True, False]
