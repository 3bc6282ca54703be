"""The texts at the ends of lines, which stand in place of a legend."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reports.charts.panels import Panel, Place, end_gap, font_of, known_points
from reports.charts.placing import spread
from reports.charts.sheet import Label, Mark, Rule
from reports.charts.text import MIDDLE, wrap
from reports.charts.theme import Theme
from reports.charts.tokens import TextStyle
from reports.profile.chartmodel import Linie


@dataclass(frozen=True, slots=True, kw_only=True)
class EndText:
    """The text of a line with its place, in points.

    Attributes:
        lines: the lines of the text.
        end: the last point of the line.
        x: left edge of the text.
        centre: height of its middle; ``extent`` is its own height.
    """

    lines: tuple[str, ...]
    font: TextStyle
    end: Place
    x: float
    centre: float
    extent: float

    def covers(self, y: float) -> bool:
        """Whether the text stands at height *y*."""
        return abs(y - self.centre) < self.extent / 2


def end_texts(panel: Panel, theme: Theme) -> list[EndText]:
    """The texts in one column behind the last point, beside their points if there is room.

    Raises:
        DruckFehler: there is not room for all.
    """
    texts = [_beside(panel, linie, theme) for linie in panel.bild.linien if known_points(linie)]
    wishes, extents = [text.centre for text in texts], [text.extent for text in texts]
    centres = spread(wishes, extents, panel.top - theme.length.gap, panel.bottom)
    x = max((text.x for text in texts), default=0)
    return [replace(text, x=x, centre=centre) for text, centre in zip(texts, centres, strict=True)]


def end_labels(panel: Panel, theme: Theme) -> Iterator[Mark]:
    """The texts, with a thin line to the point where one does not stand beside it."""
    for text in end_texts(panel, theme):
        (x, y), gap, leading = text.end, theme.length.gap, theme.line(text.font)
        start = x + theme.marker.own.size / 2
        if abs(text.centre - y) > text.font.size / 2 or text.x - start > 3 * gap:
            yield Rule(start, y, text.x - gap / 2, text.centre, theme.stroke.axis)
        first = text.centre - (len(text.lines) - 1) * leading / 2 + text.font.size * MIDDLE
        for number, line in enumerate(text.lines):
            yield Label(line, text.x, first + number * leading, text.font)


def _beside(panel: Panel, linie: Linie, theme: Theme) -> EndText:
    """The text of *linie* where it would stand alone: right beside the last point."""
    font, end = font_of(linie, theme), panel.segments(linie)[-1][-1]
    lines = wrap(linie.endtext, font, panel.label)
    return EndText(
        lines=lines,
        font=font,
        end=end,
        x=end[0] + end_gap(theme),
        centre=end[1],
        extent=len(lines) * theme.line(font),
    )
