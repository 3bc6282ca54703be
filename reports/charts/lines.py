"""Line charts: a Kennzahl over the years."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from math import ceil, inf

from reports.charts.endings import end_labels, end_texts
from reports.charts.panels import Panel, Place, arrange_panel, breaks, foot
from reports.charts.sheet import Band, Dot, Label, Mark, Path, Rule, Sheet
from reports.charts.text import ASCENT, MIDDLE, width
from reports.charts.theme import Theme
from reports.profile.chartmodel import Linienart, Liniendiagramm

STEPS = (1, 2, 5, 10, 20, 50)


def line_chart(diagramm: Liniendiagramm, theme: Theme) -> Sheet:
    """The sheet of *diagramm*; the comparison lies beneath the own line.

    Raises:
        DruckFehler: a text does not fit.
    """
    panel = arrange_panel(diagramm, theme)
    marks = chain(
        (Band(places, theme.band) for places in panel.bands()),
        _axes(panel, theme),
        _breaks(panel, theme),
        _lines(panel, Linienart.VERGLEICH, theme),
        _lines(panel, Linienart.EIGEN, theme),
        end_labels(panel, theme),
        _remark(panel, theme),
    )
    return Sheet(theme.length.panel, ceil(foot(panel, theme)), theme.paper, tuple(marks))


def labelled_years(first: int, last: int, room: float) -> list[int]:
    """First and last year and round years between them for which there is room.

    Args:
        first: first year of the axis.
        last: last year of the axis.
        room: number of years that the text of one year takes.
    """
    step = next((step for step in STEPS if step >= room), last - first + 1)
    between = range(first - first % step + step, last, step)
    return sorted({first, last, *(j for j in between if min(j - first, last - j) >= room)})


def marked(segments: Sequence[Sequence[Place]], year: float, least: float) -> list[Place]:
    """Places of a line that get a marker.

    These are its ends, points alone in their series, points beside a missing year, and points
    whose neighbours, even those beyond a break, leave room for it.

    Args:
        segments: places of each series of the line.
        year: points that one year takes.
        least: points between neighbours that are room enough.
    """
    places = list(chain.from_iterable(segments))
    steps = [inf, *(after[0] - before[0] for before, after in pairwise(places)), inf]
    alone = {segment[0] for segment in segments if len(segment) == 1}
    return [
        place
        for place, (before, after) in zip(places, pairwise(steps), strict=False)
        if min(before, after) >= least or max(before, after) > 1.5 * year or place in alone
    ]


def _remark(panel: Panel, theme: Theme) -> Iterator[Mark]:
    """Why there is no own line, in the middle of the plot."""
    font = theme.font.own.aligned("center")
    if panel.bild.hinweis:
        middle = (panel.left + panel.right) / 2, (panel.top + panel.bottom) / 2
        yield Label(panel.bild.hinweis, *middle, font)


def _axes(panel: Panel, theme: Theme) -> Iterator[Mark]:
    """Grid lines with their values at the left, and the time axis below."""
    values, stroke = panel.values(), theme.stroke
    font = theme.font.small.aligned("right")
    x = panel.left - theme.length.gap - theme.marker.own.size / 2
    texts = end_texts(panel, theme)
    for strich in panel.bild.striche:
        y = values(strich.wert)
        right = min([panel.right, *(text.x - theme.length.gap for text in texts if text.covers(y))])
        yield Rule(panel.left, y, right, y, stroke.grid)
        yield Label(strich.text, x, y + font.size * MIDDLE, font)
    yield Rule(panel.left, panel.bottom, panel.right, panel.bottom, stroke.axis)
    yield from _year_marks(panel, theme)


def _year_marks(panel: Panel, theme: Theme) -> Iterator[Mark]:
    """Short marks with years on the time axis."""
    years, font = panel.years(), theme.font.small.aligned("center")
    first, last = panel.bild.jahre
    room = (width(str(first), font) + theme.length.gap) / panel.year
    for jahr in labelled_years(first, last, room):
        x, y = years(jahr), panel.bottom + theme.length.gap
        yield Rule(x, panel.bottom, x, y, theme.stroke.axis)
        yield Label(str(jahr), x, y + font.size * ASCENT, font)


def _breaks(panel: Panel, theme: Theme) -> Iterator[Mark]:
    """A dashed line before each year with a break, with its name above.

    The name of a break that only limits the comparison stands in brackets, like such figures.
    """
    years, font = panel.years(), theme.font.small.aligned("center")
    whole = {years(jahr) - panel.year / 2 for jahr in panel.bild.brueche}
    places = [years(jahr) - panel.year / 2 for jahr in breaks(panel.bild)]
    for x in places:
        yield Rule(x, panel.top - theme.length.gap, x, panel.bottom, theme.stroke.bruch)
    for near in _clusters(places, width("(Brüche)", font) + theme.length.gap):
        word = "Bruch" if len(near) == 1 else "Brüche"
        text = word if whole.intersection(near) else f"({word})"
        yield Label(text, sum(near) / len(near), panel.top - 2 * theme.length.gap, font)


def _clusters(places: Sequence[float], least: float) -> list[list[float]]:
    """Ascending *places*, those together whose neighbours are nearer than *least*."""
    clusters = [list(places[:1])] if places else []
    for before, place in pairwise(places):
        if place - before < least:
            clusters[-1].append(place)
        else:
            clusters.append([place])
    return clusters


def _lines(panel: Panel, art: Linienart, theme: Theme) -> Iterator[Mark]:
    """The lines of one kind with their markers."""
    own = art is Linienart.EIGEN
    stroke = theme.stroke.own if own else theme.stroke.other
    marker = theme.marker.own if own else theme.marker.other
    for linie in panel.bild.linien:
        if linie.art is art:
            segments = panel.segments(linie)
            yield from (Path(places, stroke) for places in segments)
            for x, y in marked(segments, panel.year, theme.length.marker_gap):
                yield Dot(x, y, marker)
