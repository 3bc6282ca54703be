"""Colours and sizes of charts, read from the style sheet of the pages."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

from reports.charts.tokens import Stroke, TextStyle, Tokens, read_tokens


@dataclass(frozen=True, slots=True)
class Marker:
    """A symbol of ``size`` points across; with fill ``none`` what lies beneath shows through."""

    shape: Literal["circle", "diamond"]
    size: float
    fill: str
    stroke: Stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """Distances and extents in points.

    Attributes:
        width: width of every chart, the type area in whole points.
        edge: what stays free at the left and right, where letters may overhang.
        gap: the small distance between a mark and its text.
        gutter: distance between panels side by side; ``row_gap``: one above the other.
        label: width that a text at a line's end may take before it wraps.
        column: width of the text beside a row of dots; ``row``: least height of such a row.
        scale: least width of the scale in a row of dots.
        marker_gap: least distance of neighbours at which each point of a line has a marker.
    """

    width: int
    edge: float
    gap: float
    gutter: float
    row_gap: float
    plot: float
    label: float
    column: float
    row: float
    scale: float
    marker_gap: float

    @classmethod
    def read(cls, tokens: Tokens) -> Self:
        """The lengths that *tokens* give."""
        return cls(
            width=int(tokens.size("satzbreite")),
            edge=tokens.size("diagramm-rand"),
            gap=tokens.size("diagramm-abstand"),
            gutter=tokens.size("diagramm-spaltenabstand"),
            row_gap=tokens.size("diagramm-zeilenabstand"),
            plot=tokens.size("diagramm-plothoehe"),
            label=tokens.size("diagramm-endtext"),
            column=tokens.size("diagramm-textspalte"),
            row=tokens.size("diagramm-reihe"),
            scale=tokens.size("diagramm-skala"),
            marker_gap=tokens.size("diagramm-markenabstand"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """Text styles: titles, plain text, small grey text, the own area and its comparison."""

    title: TextStyle
    plain: TextStyle
    small: TextStyle
    own: TextStyle
    other: TextStyle

    @classmethod
    def read(cls, tokens: Tokens) -> Self:
        """The text styles that *tokens* give."""
        return cls(
            title=tokens.font("grad-diagramm", 700, "farbe-text"),
            plain=tokens.font("grad-diagramm", 400, "farbe-text"),
            small=tokens.font("grad-diagramm-klein", 400, "farbe-text-leise"),
            own=tokens.font("grad-diagramm", 700, "farbe-eigen"),
            other=tokens.font("grad-diagramm", 400, "farbe-vergleich"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Strokes:
    """Lines: grid, axis, a break in a series, the Region's value, the own line, a comparison."""

    grid: Stroke
    axis: Stroke
    bruch: Stroke
    region: Stroke
    own: Stroke
    other: Stroke

    @classmethod
    def read(cls, tokens: Tokens) -> Self:
        """The lines that *tokens* give."""
        return cls(
            grid=tokens.stroke("farbe-linie-zart", "linie-zart"),
            axis=tokens.stroke("farbe-linie", "linie-zart"),
            bruch=tokens.stroke("farbe-umriss", "linie-zart", "diagramm-muster-bruch"),
            region=tokens.stroke("farbe-vergleich", "linie-stark"),
            own=tokens.stroke("farbe-eigen", "linie-stark"),
            other=tokens.stroke("farbe-vergleich", "linie-mittel", "diagramm-muster-vergleich"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Markers:
    """Symbols of the own area, of a comparison line and of the other Kommunen."""

    own: Marker
    other: Marker
    kommune: Marker

    @classmethod
    def read(cls, tokens: Tokens) -> Self:
        """The symbols that *tokens* give."""
        own, paper = tokens.text("farbe-eigen"), tokens.text("farbe-papier")
        edge = tokens.stroke("farbe-papier", "linie-zart")
        ring = tokens.stroke("farbe-vergleich", "linie-mittel")
        outline = tokens.stroke("farbe-text-leise", "linie-zart")
        return cls(
            own=Marker("diamond", tokens.size("diagramm-marke-eigen"), own, edge),
            other=Marker("circle", tokens.size("diagramm-marke-vergleich"), paper, ring),
            kommune=Marker("circle", tokens.size("diagramm-marke-andere"), "none", outline),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Everything about looks that a chart does not decide by itself.

    Attributes:
        leading: distance of two lines of text as a multiple of their size.
    """

    paper: str
    leading: float
    length: Lengths
    font: Fonts
    stroke: Strokes
    marker: Markers

    @classmethod
    def read(cls, styles: Path) -> Self:
        """The theme of the style sheets in folder *styles*.

        Raises:
            DruckFehler: a token is missing or no measure.
        """
        tokens = Tokens(read_tokens(styles))
        return cls(
            paper=tokens.text("farbe-papier"),
            leading=tokens.size("diagramm-zeile"),
            length=Lengths.read(tokens),
            font=Fonts.read(tokens),
            stroke=Strokes.read(tokens),
            marker=Markers.read(tokens),
        )

    def line(self, style: TextStyle) -> float:
        """Distance from one line of text in *style* to the next, in points."""
        return style.size * self.leading
