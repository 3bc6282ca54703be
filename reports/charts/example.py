"""The worked example of a spine: one strip, large, with a label at each kind of mark."""

from collections.abc import Iterator

from reports.charts.placing import Scale
from reports.charts.sheet import Dot, Label, Mark, Rule, Sheet
from reports.charts.spine import kommunen
from reports.charts.theme import Theme
from reports.charts.tokens import TextStyle
from reports.profile.chartmodel import Spinebeispiel


def spine_example(beispiel: Spinebeispiel, theme: Theme) -> Sheet:
    """The sheet: labels of the Kommunen above the strip, that of the Region and the ends below."""
    line, length = theme.line(theme.font.own), theme.length
    height = 2 * line + length.strip + 3 * length.gap
    return Sheet(length.example, round(height), theme.paper, tuple(_marks(beispiel, line, theme)))


def _marks(beispiel: Spinebeispiel, line: float, theme: Theme) -> Iterator[Mark]:
    row, length, stroke = beispiel.zeile, theme.length, theme.stroke
    top, bottom = line + length.gap, line + length.gap + length.strip
    middle, pad = (top + bottom) / 2, theme.marker.own.size
    place = Scale(-1, 1, pad, length.example - pad)
    yield from kommunen(row, place, middle, theme)
    yield Rule(place(0), top, place(0), bottom + length.gap, stroke.region)
    labelled = _far_from(row.eigen or 0.0, row.andere)
    yield from _pointer(beispiel.andere, place(labelled), middle, theme.font.small, theme)
    if row.eigen is not None:
        yield from _pointer(beispiel.eigen, place(row.eigen), middle, theme.font.own, theme)
        yield Dot(place(row.eigen), middle, theme.marker.own)
    below = bottom + length.gap + theme.font.other.size
    left, right = beispiel.enden
    yield Label(beispiel.region, place(0), below, theme.font.other.aligned("center"))
    yield Label(left, length.edge, below, theme.font.small)
    yield Label(right, length.example - length.edge, below, theme.font.small.aligned("right"))


def _far_from(eigen: float, andere: tuple[float, ...]) -> float:
    """The mark of another Kommune that lies farthest from the own one."""
    return max(andere, key=lambda value: (abs(value - eigen), value))


def _pointer(text: str, x: float, middle: float, font: TextStyle, theme: Theme) -> Iterator[Mark]:
    """A label above the strip and the line that leads down to its mark."""
    length = theme.length
    yield Rule(x, font.size + length.gap, x, middle - length.tick / 2, theme.stroke.pointer)
    if x < length.example / 4:
        yield Label(text, length.edge, font.size, font)
    elif x > 3 * length.example / 4:
        yield Label(text, length.example - length.edge, font.size, font.aligned("right"))
    else:
        yield Label(text, x, font.size, font.aligned("center"))
