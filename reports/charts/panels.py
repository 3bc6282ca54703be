"""Where the panels of a line chart lie: three side by side, their plots of one size."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from reports.charts.placing import Scale
from reports.charts.text import widest_word, width, wrap
from reports.charts.theme import Theme
from reports.charts.tokens import TextStyle
from reports.profile.chartmodel import Linie, Linienart, Linienbild, Liniendiagramm

COLUMNS = 3
WIDEST_YEAR = "0000"  # figures are tabular: every year is as wide

Place = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A Linienbild with its place on the sheet, in points.

    Attributes:
        head: the lines of its title; ``unit``: those of its unit.
        x: left edge of the panel, of its title and unit.
        y: upper edge of the panel.
        left: left edge of the plot; ``right``, ``top`` and ``bottom`` are its other edges.
        label: width of the texts at the ends of its lines.
    """

    bild: Linienbild
    head: tuple[str, ...]
    unit: tuple[str, ...]
    x: float
    y: float
    left: float
    right: float
    top: float
    bottom: float
    label: float

    @property
    def year(self) -> float:
        """Points that one year takes on the time axis."""
        first, last = self.bild.jahre
        return (self.right - self.left) / max(last - first, 1)

    def years(self) -> Scale:
        """The time axis, with the true distance of years."""
        return Scale(*self.bild.jahre, self.left, self.right)

    def values(self) -> Scale:
        """The value axis, which reaches from the lowest tick or point to the highest."""
        known = [wert for linie in self.bild.linien for _, wert in known_points(linie)]
        values = [*known, *(strich.wert for strich in self.bild.striche)]
        return Scale(min(values, default=0), max(values, default=0), self.bottom, self.top)

    def segments(self, linie: Linie) -> tuple[tuple[Place, ...], ...]:
        """Places of the known points of *linie*, one tuple for each unbroken series."""
        starts = (*sorted(self.bild.brueche), float("inf"))
        years, values = self.years(), self.values()
        series: dict[float, list[Place]] = {}
        for jahr, wert in known_points(linie):
            end = next(start for start in starts if jahr < start)
            series.setdefault(end, []).append((years(jahr), values(wert)))
        return tuple(tuple(places) for places in series.values())


def known_points(linie: Linie) -> list[tuple[int, float]]:
    """Year and value of the points of *linie* that have a value."""
    return [(punkt.jahr, punkt.wert) for punkt in linie.punkte if punkt.wert is not None]


def breaks(bild: Linienbild) -> list[int]:
    """The years of *bild* with a break, whole or limiting, that lie within its time axis."""
    first, last = bild.jahre
    return [j for j in sorted({*bild.brueche, *bild.einschraenkungen}) if first < j <= last]


def font_of(linie: Linie, theme: Theme) -> TextStyle:
    """The text style of what is said about *linie*."""
    return theme.font.own if linie.art is Linienart.EIGEN else theme.font.other


def arrange_panels(diagramm: Liniendiagramm, theme: Theme) -> tuple[Panel, ...]:
    """The panels of *diagramm* from left to right and from top to bottom."""
    y = 0.0
    rows = []
    for start in range(0, len(diagramm.bilder), COLUMNS):
        row = _row(diagramm, diagramm.bilder[start : start + COLUMNS], y, theme)
        rows.append(row)
        y = foot(row[0], theme) + theme.length.row_gap
    return tuple(chain.from_iterable(rows))


def foot(panel: Panel, theme: Theme) -> float:
    """Lower edge of *panel*, below its years."""
    return panel.bottom + theme.length.gap + theme.line(theme.font.small)


def _row(
    diagramm: Liniendiagramm, bilder: Iterable[Linienbild], y: float, theme: Theme
) -> list[Panel]:
    """The panels of one row; their plots begin below the longest title."""
    length, column = theme.length, _column(theme)
    left, label = _left_margin(diagramm, theme), _label_width(diagramm, theme)
    heads = [wrap(bild.titel, theme.font.title, column) for bild in bilder]
    units = [wrap(bild.einheit, theme.font.small, column) for bild in bilder]
    bruch = any(breaks(bild) for bild in bilder)
    top = y + _head_height(heads, units, theme) + bruch * theme.line(theme.font.small)
    return [
        Panel(
            bild=bild,
            head=head,
            unit=unit,
            x=(x := length.edge + number * (column + length.gutter)),
            y=y,
            left=x + left,
            right=x + column - label - end_gap(theme),
            top=top,
            bottom=top + length.plot,
            label=label,
        )
        for number, (bild, head, unit) in enumerate(zip(bilder, heads, units, strict=True))
    ]


def end_gap(theme: Theme) -> float:
    """Distance from the end of a line to its text."""
    return theme.marker.own.size / 2 + 2 * theme.length.gap


def _column(theme: Theme) -> float:
    """Width of a panel."""
    length = theme.length
    return (length.width - 2 * length.edge - (COLUMNS - 1) * length.gutter) / COLUMNS


def _head_height(
    heads: Iterable[tuple[str, ...]], units: Iterable[tuple[str, ...]], theme: Theme
) -> float:
    """Height of the highest title with its unit, and of the distance to the plot."""
    title, unit = theme.line(theme.font.title), theme.line(theme.font.small)
    lines = zip(heads, units, strict=True)
    return max(len(h) * title + len(u) * unit for h, u in lines) + 2 * theme.length.gap


def _left_margin(diagramm: Liniendiagramm, theme: Theme) -> float:
    """Room for the widest text of a value axis, and for half a year."""
    font = theme.font.small
    texts = [width(strich.text, font) for bild in diagramm.bilder for strich in bild.striche]
    ticks = max(texts, default=0) + theme.length.gap + theme.marker.own.size / 2
    return max(ticks, width(WIDEST_YEAR, font) / 2)


def _label_width(diagramm: Liniendiagramm, theme: Theme) -> float:
    """Room for the texts at the ends of lines, wrapped where they are longer than usual."""
    linien = [linie for bild in diagramm.bilder for linie in bild.linien]
    words = [widest_word(linie.endtext, font_of(linie, theme)) for linie in linien]
    limit = max([theme.length.label, *words])
    lines = [
        width(line, font_of(linie, theme))
        for linie in linien
        for line in wrap(linie.endtext, font_of(linie, theme), limit)
    ]
    return max([width(WIDEST_YEAR, theme.font.small) / 2, *lines])
