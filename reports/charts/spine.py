"""Spines: where all Kommunen stand about the Region, a strip for each Kennzahl."""

from collections.abc import Iterator
from itertools import chain

from reports.charts.placing import Scale
from reports.charts.sheet import Dot, Mark, Rule, Sheet
from reports.charts.theme import Theme
from reports.profile.chartmodel import Spine, Spinezeile


def spine_chart(spine: Spine, theme: Theme) -> Sheet:
    """The sheet of all strips, one below the other, each as high as the theme says."""
    height = theme.length.strip
    rows = enumerate(spine.zeilen)
    marks = chain.from_iterable(_strip(row, number * height, theme) for number, row in rows)
    return Sheet(theme.length.spine, len(spine.zeilen) * height, theme.paper, tuple(marks))


def _strip(row: Spinezeile, top: float, theme: Theme) -> Iterator[Mark]:
    """The axis, the Region in its middle, a mark for each Kommune, the own one above all."""
    length, stroke, inset = theme.length, theme.stroke, 2 * theme.stroke.region.width
    pad, middle = theme.marker.own.size, top + length.strip / 2
    place = Scale(-1, 1, pad, length.spine - pad)
    yield from kommunen(row, place, middle, theme)
    yield Rule(place(0), top + inset, place(0), top + length.strip - inset, stroke.region)
    if row.eigen is not None:
        yield Dot(place(row.eigen), middle, theme.marker.own)


def kommunen(row: Spinezeile, place: Scale, middle: float, theme: Theme) -> Iterator[Mark]:
    """The axis at height *middle*, and a mark on it for each Kommune but the own."""
    stroke, reach = theme.stroke, theme.length.tick / 2
    axis = stroke.judged if row.gewertet else stroke.neutral
    yield Rule(place(-1), middle, place(1), middle, axis)
    for x in map(place, row.andere):
        yield Rule(x, middle - reach, x, middle + reach, stroke.kommune)
