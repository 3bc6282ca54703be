"""Dot charts: where an area stands among all Kommunen, a row for each Kennzahl."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from math import ceil

from reports.charts.placing import Scale
from reports.charts.sheet import Dot, Label, Mark, Rule, Sheet
from reports.charts.text import ASCENT, MIDDLE, width, wrap
from reports.charts.theme import Theme
from reports.charts.tokens import TextStyle
from reports.errors import Befund, DruckFehler
from reports.profile.chartmodel import Punktdiagramm, Punktreihe

Run = tuple[str, TextStyle]  # text of one style inside a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Edges of what stands side by side in a row, in points; titles begin at the edge.

    Attributes:
        least: right edge of the smallest values.
        start: left edge of the scales; ``end`` is their right edge.
        greatest: left edge of the largest values.
        own: right edge of the own values.
    """

    least: float
    start: float
    end: float
    greatest: float
    own: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A Punktreihe with its upper edge, its height in points, and the lines of its title."""

    reihe: Punktreihe
    lines: tuple[tuple[Run, ...], ...]
    y: float
    height: float

    @property
    def middle(self) -> float:
        """The height on which its scale lies."""
        return self.y + self.height / 2


def dot_chart(diagramm: Punktdiagramm, theme: Theme) -> Sheet:
    """The sheet of *diagramm*: a line that names the marks, then its rows.

    Raises:
        DruckFehler: a text does not fit.
    """
    columns, rows = _columns(diagramm, theme), _rows(diagramm, theme)
    marks = chain(
        *(_title(row, theme) for row in rows),
        *(_scale(row, columns, theme) for row in rows),
        *(_kommunen(row, columns, theme) for row in rows),
        *(_own(row, columns, theme) for row in rows),
        _names(diagramm, theme),
    )
    height = ceil(rows[-1].y + rows[-1].height)
    return Sheet(theme.length.width, height, theme.paper, tuple(marks))


def _rows(diagramm: Punktdiagramm, theme: Theme) -> list[Row]:
    """The rows from top to bottom, each as high as its title needs."""
    rows = []
    y = theme.line(theme.font.plain) + theme.length.gap
    for reihe in diagramm.reihen:
        lines = _lines(reihe, theme)
        height = len(lines) * theme.line(theme.font.plain) + theme.length.gap
        rows.append(Row(reihe=reihe, lines=lines, y=y, height=max(height, theme.length.row)))
        y += rows[-1].height
    return rows


def _lines(reihe: Punktreihe, theme: Theme) -> tuple[tuple[Run, ...], ...]:
    """The title and, smaller, its Stand: behind it where there is room, else below."""
    plain, small, limit = theme.font.plain, theme.font.small, theme.length.column
    *upper, last = wrap(reihe.titel, plain, limit)
    above = tuple(((line, plain),) for line in upper)
    if width(last, plain) + theme.length.gap + width(reihe.stand, small) <= limit:
        return (*above, ((last, plain), (reihe.stand, small)))
    return (
        *above,
        ((last, plain),),
        *(((line, small),) for line in wrap(reihe.stand, small, limit)),
    )


def _columns(diagramm: Punktdiagramm, theme: Theme) -> Columns:
    """The columns, as wide as the widest text in them; the scales take what is left."""
    small, gap = theme.font.small, theme.length.gap
    reihen = diagramm.reihen
    own = max(width(reihe.eigentext, theme.font.own) for reihe in reihen)
    greatest = max(width(reihe.groesster, small) for reihe in reihen)
    least = max(width(reihe.kleinster, small) for reihe in reihen)
    columns = Columns(
        least=(left := theme.length.column + theme.length.gutter + least),
        start=left + gap,
        end=(right := theme.length.width - own - theme.length.gutter - greatest) - gap,
        greatest=right,
        own=theme.length.width,
    )
    if columns.end - columns.start < theme.length.scale:
        raise DruckFehler([_befund(diagramm)])
    return columns


def _title(row: Row, theme: Theme) -> Iterator[Mark]:
    """A line between the rows, and the title in the middle of its own."""
    edge = theme.length.edge
    yield Rule(edge, row.y, theme.length.width - edge, row.y, theme.stroke.grid)
    leading = theme.line(theme.font.plain)
    y = row.middle - (len(row.lines) - 1) * leading / 2 + theme.font.plain.size * MIDDLE
    for line in row.lines:
        x = edge
        for text, style in line:
            yield Label(text, x, y, style)
            x += width(text, style) + theme.length.gap
        y += leading


def _scale(row: Row, columns: Columns, theme: Theme) -> Iterator[Mark]:
    """The scale with the texts of its ends, and the own value at the right."""
    small, own, y = theme.font.small, theme.font.own, row.middle
    yield Rule(columns.start, y, columns.end, y, theme.stroke.axis)
    low, high = row.reihe.kleinster, row.reihe.groesster
    yield Label(low, columns.least, y + small.size * MIDDLE, small.aligned("right"))
    yield Label(high, columns.greatest, y + small.size * MIDDLE, small)
    yield Label(row.reihe.eigentext, columns.own, y + own.size * MIDDLE, own.aligned("right"))


def _places(row: Row, columns: Columns, theme: Theme) -> Scale:
    """The scale of a row, from its smallest to its largest value."""
    reihe, pad = row.reihe, theme.marker.own.size / 2
    values = [v for v in (*reihe.werte, reihe.eigen, reihe.region) if v is not None]
    low, high = min(values, default=0), max(values, default=0)
    return Scale(low, high, columns.start + pad, columns.end - pad)


def _kommunen(row: Row, columns: Columns, theme: Theme) -> Iterator[Mark]:
    """The Region's value and the dots of the other Kommunen."""
    place, inset = _places(row, columns, theme), theme.stroke.region.width
    if row.reihe.region is not None:
        x = place(row.reihe.region)
        yield Rule(x, row.y + inset, x, row.y + row.height - inset, theme.stroke.region)
    for wert in row.reihe.werte:
        yield Dot(place(wert), row.middle, theme.marker.kommune)


def _own(row: Row, columns: Columns, theme: Theme) -> Iterator[Mark]:
    """The dot of the own area, which lies over the others."""
    if row.reihe.eigen is not None:
        x = _places(row, columns, theme)(row.reihe.eigen)
        yield Dot(x, row.middle, theme.marker.own)


def _names(diagramm: Punktdiagramm, theme: Theme) -> Iterator[Mark]:
    """The line above the rows that says what the marks mean."""
    font, marker, gap = theme.font, theme.marker, theme.length.gap
    y = font.plain.size * ASCENT
    x = theme.length.column + theme.length.gutter
    middle = y - font.plain.size * MIDDLE
    if diagramm.eigenname:
        yield Dot(x + marker.own.size / 2, middle, marker.own)
        yield Label(diagramm.eigenname, x + marker.own.size + gap, y, font.own)
        x += marker.own.size + gap + width(diagramm.eigenname, font.own) + theme.length.gutter
    text = "andere Kommunen" if diagramm.eigenname else "Kommunen"
    yield Dot(x + marker.kommune.size / 2, middle, marker.kommune)
    yield Label(text, x + marker.kommune.size + gap, y, font.plain)
    x += marker.kommune.size + gap + width(text, font.plain) + theme.length.gutter
    yield Rule(x, theme.stroke.region.width, x, theme.line(font.plain), theme.stroke.region)
    yield Label(
        "Region",
        x + theme.stroke.region.width + gap,
        y,
        font.other if diagramm.eigenname else font.own,
    )


def _befund(diagramm: Punktdiagramm) -> Befund:
    return Befund(
        code="E-DIAGRAMM",
        ort=f"Diagramm »{diagramm.titel}«",
        text="Neben Titeln und Werten ist für die Skala kein Platz.",
        abhilfe="--diagramm-textspalte in styles/tokens.css verkleinern.",
    )
