"""The Altersaufbau: bars of one area over the ages, and the outline of another around them.

A bar is as long as its share a year of age and as high as its years, so that its area is the share
and steps of different width can be compared.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from reports.charts.placing import Scale
from reports.charts.sheet import Box, Label, Mark, Rule, Sheet
from reports.charts.text import MIDDLE, width
from reports.charts.theme import Theme
from reports.profile.chartmodel import Balken, Pyramide

JAHRE_JE_STRICH = 10


@dataclass(frozen=True, slots=True)
class Side:
    """One half of the pyramid.

    Attributes:
        bars: from the youngest step on, each with its first age and the one after its last.
        place: from a share a year of age to points.
        ages: from an age to points.
        head: what stands above it.
    """

    bars: tuple[tuple[int, int, Balken], ...]
    place: Scale
    ages: Scale
    head: str

    @property
    def outwards(self) -> int:
        """1 where longer bars reach further right, else -1."""
        return 1 if self.place.end > self.place.start else -1


@dataclass(frozen=True, slots=True)
class Frame:
    """The places of a pyramid: its two sides between upper and lower edge."""

    sides: tuple[Side, Side]
    top: float
    bottom: float
    theme: Theme

    @classmethod
    def of(cls, pyramide: Pyramide, theme: Theme) -> Self:
        """Both sides with as much room for their scale, the ages between them."""
        length = theme.length
        top = theme.line(theme.font.own) + 2 * length.gap
        bottom = top + length.ages
        centre, edge = length.pyramid / 2, width(pyramide.striche[-1].text, theme.font.small) / 2
        inner, outer = length.middle / 2, centre - edge
        ages = Scale(0, pyramide.stufen[-1].bis, bottom, top)
        men = tuple((stufe.von, stufe.bis, stufe.maenner) for stufe in pyramide.stufen)
        women = tuple((stufe.von, stufe.bis, stufe.frauen) for stufe in pyramide.stufen)
        left = Scale(0, pyramide.ende, centre - inner, centre - outer)
        right = Scale(0, pyramide.ende, centre + inner, centre + outer)
        sides = Side(men, left, ages, "Männer"), Side(women, right, ages, "Frauen")
        return cls(sides, top, bottom, theme)


def pyramid(pyramide: Pyramide, theme: Theme) -> Sheet:
    """The sheet: both sides, the ages between them, the scales and what they count below."""
    frame = Frame.of(pyramide, theme)
    height = frame.bottom + 3 * theme.line(theme.font.small) + 4 * theme.length.gap
    marks = (*_both_sides(pyramide, frame), *_ages(pyramide, frame), *_key(pyramide, frame))
    return Sheet(theme.length.pyramid, round(height), theme.paper, marks)


def _both_sides(pyramide: Pyramide, frame: Frame) -> Iterator[Mark]:
    for side in frame.sides:
        yield from _scale(pyramide, side, frame)
        yield from _bars(side, frame.theme)
        yield from _outline(side, frame.theme)
        head = frame.theme.font.own.aligned("right" if side.outwards < 0 else "left")
        yield Label(side.head, side.place.start, head.size, head)


def _scale(pyramide: Pyramide, side: Side, frame: Frame) -> Iterator[Mark]:
    """A line and a text for each tick."""
    small = frame.theme.font.small.aligned("center")
    below = frame.bottom + frame.theme.length.gap + small.size
    for strich in pyramide.striche:
        x = side.place(strich.wert)
        yield Rule(x, frame.top, x, frame.bottom, frame.theme.stroke.grid)
        yield Label(strich.text, x, below, small)


def _bars(side: Side, theme: Theme) -> Iterator[Mark]:
    """The bars; in place of one that is not released stands its sign."""
    for von, bis, balken in side.bars:
        low, high = side.ages(von), side.ages(bis)
        if balken.wert is not None:
            left, right = sorted((side.place(0), side.place(balken.wert)))
            yield Box(left, high, right, low, theme.bar, theme.stroke.outline)
            continue
        sign = theme.font.small.aligned("right" if side.outwards < 0 else "left")
        x = side.place(0) + side.outwards * theme.length.gap
        yield Label(balken.zeichen, x, (low + high) / 2 + sign.size * MIDDLE, sign)


def _outline(side: Side, theme: Theme) -> Iterator[Mark]:
    """The steps of the other area; open where one of them is not released."""
    stroke = theme.stroke.region
    known = [(von, bis, b.vergleich) for von, bis, b in side.bars if b.vergleich is not None]
    for von, bis, wert in known:
        x = side.place(wert)
        yield Rule(x, side.ages(von), x, side.ages(bis), stroke)
    for (_, end, one), (start, _, other) in pairwise(known):
        if end == start and one != other:
            y = side.ages(end)
            yield Rule(side.place(one), y, side.place(other), y, stroke)


def _ages(pyramide: Pyramide, frame: Frame) -> Iterator[Mark]:
    """The scale of ages in the middle column."""
    theme = frame.theme
    centre, small = theme.length.pyramid / 2, theme.font.small.aligned("center")
    for age in range(0, pyramide.stufen[-1].bis + 1, JAHRE_JE_STRICH):
        yield Label(str(age), centre, frame.sides[0].ages(age) + small.size * MIDDLE, small)
    yield Label("Alter", centre, small.size, small)


def _key(pyramide: Pyramide, frame: Frame) -> Iterator[Mark]:
    """What the scales count; below, whose bars and whose outline that is."""
    theme, small = frame.theme, frame.theme.font.small
    centre, gap = theme.length.pyramid / 2, theme.length.gap
    first = frame.bottom + 2 * gap + small.size + theme.line(small)
    second, symbol = first + theme.line(small) + gap, 2 * small.size
    yield Label(pyramide.einheit, centre, first, small.aligned("center"))
    names = (pyramide.eigen, pyramide.vergleich)
    left = centre - (sum(width(name, small) for name in names) + 2 * symbol + 4 * gap) / 2
    yield Box(left, second - small.size, left + symbol, second, theme.bar, theme.stroke.outline)
    yield Label(names[0], left + symbol + gap, second, small)
    right = left + symbol + 3 * gap + width(names[0], small)
    y = second - small.size * MIDDLE
    yield Rule(right, y, right + symbol, y, theme.stroke.region)
    yield Label(names[1], right + symbol + gap, second, small)
