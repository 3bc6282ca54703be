"""Where the parts of a line chart lie; all charts are of one size, their plots nearly so."""

from dataclasses import dataclass

from reports.charts.placing import Scale
from reports.charts.text import widest_word, width, wrap
from reports.charts.theme import Theme
from reports.charts.tokens import TextStyle
from reports.profile.chartmodel import Linie, Linienart, Liniendiagramm

WIDEST_YEAR = "0000"  # figures are tabular: every year is as wide

Place = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A Liniendiagramm with the edges of its plot, in points, and the width of the texts behind."""

    bild: Liniendiagramm
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
        ends = [end for s in self.bild.spannweiten for end in (s.unten, s.oben)]
        values = [*known, *ends, *(strich.wert for strich in self.bild.striche)]
        return Scale(min(values, default=0), max(values, default=0), self.bottom, self.top)

    def series(self, jahr: int) -> float:
        """With which break the series of a year ends; infinite for the last."""
        return next((start for start in sorted(self.bild.brueche) if jahr < start), float("inf"))

    def segments(self, linie: Linie) -> tuple[tuple[Place, ...], ...]:
        """Places of the known points of *linie*, one tuple for each unbroken series."""
        years, values = self.years(), self.values()
        series: dict[float, list[Place]] = {}
        for jahr, wert in known_points(linie):
            series.setdefault(self.series(jahr), []).append((years(jahr), values(wert)))
        return tuple(tuple(places) for places in series.values())

    def bands(self) -> tuple[tuple[tuple[float, float, float], ...], ...]:
        """Places of the band, one tuple for each unbroken series of years in a row."""
        years, values = self.years(), self.values()
        parts: dict[tuple[float, int], list[tuple[float, float, float]]] = {}
        for number, s in enumerate(self.bild.spannweiten):
            key = self.series(s.jahr), s.jahr - number
            parts.setdefault(key, []).append((years(s.jahr), values(s.oben), values(s.unten)))
        return tuple(tuple(places) for places in parts.values())


def known_points(linie: Linie) -> list[tuple[int, float]]:
    """Year and value of the points of *linie* that have a value."""
    return [(punkt.jahr, punkt.wert) for punkt in linie.punkte if punkt.wert is not None]


def breaks(bild: Liniendiagramm) -> list[int]:
    """The years of *bild* with a break, whole or limiting, that lie within its time axis."""
    first, last = bild.jahre
    return [j for j in sorted({*bild.brueche, *bild.einschraenkungen}) if first < j <= last]


def font_of(linie: Linie, theme: Theme) -> TextStyle:
    """The text style of what is said about *linie*."""
    return theme.font.own if linie.art is Linienart.EIGEN else theme.font.other


def arrange_panel(bild: Liniendiagramm, theme: Theme) -> Panel:
    """The panel of a chart; the names of breaks have room above its plot."""
    length = theme.length
    label, top = _label_width(bild, theme), theme.line(theme.font.small) + 2 * length.gap
    return Panel(
        bild=bild,
        left=length.edge + _left_margin(bild, theme),
        right=length.panel - length.edge - label - end_gap(theme),
        top=top,
        bottom=top + length.plot,
        label=label,
    )


def foot(panel: Panel, theme: Theme) -> float:
    """Lower edge of *panel*, below its years."""
    return panel.bottom + theme.length.gap + theme.line(theme.font.small)


def end_gap(theme: Theme) -> float:
    """Distance from the end of a line to its text."""
    return theme.marker.own.size / 2 + 2 * theme.length.gap


def _left_margin(bild: Liniendiagramm, theme: Theme) -> float:
    """Room for the widest text of the value axis, the same in most charts."""
    texts = [width(strich.text, theme.font.small) for strich in bild.striche]
    needed = max(texts, default=0) + theme.length.gap + theme.marker.own.size / 2
    return max(needed, theme.length.axis)


def _label_width(bild: Liniendiagramm, theme: Theme) -> float:
    """Room for the texts at the ends of lines, wrapped where they are longer than usual."""
    words = [widest_word(linie.endtext, font_of(linie, theme)) for linie in bild.linien]
    limit = max([theme.length.label, *words])
    lines = [
        width(line, font_of(linie, theme))
        for linie in bild.linien
        for line in wrap(linie.endtext, font_of(linie, theme), limit)
    ]
    return max([theme.length.label, *lines])
