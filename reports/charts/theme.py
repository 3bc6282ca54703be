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
        panel: width of a line chart in whole points.
        edge: what stays free at the left and right, where letters may overhang.
        gap: the small distance between a mark and its text.
        plot: height of the plot of a line chart.
        axis: usual width of the texts of a value axis.
        label: width that a text at a line's end may take before it wraps.
        marker_gap: least distance of neighbours at which each point of a line has a marker.
        spine: width of a spine in whole points; ``strip`` is the height of one of its rows.
        tick: height of the mark of a Kommune in a spine.
        example: width of the worked example of a spine in whole points.
        pyramid: width of the Altersaufbau in whole points; ``ages`` is the height of its bars, and
            ``middle`` the width of the column of ages between them.
    """

    panel: int
    edge: float
    gap: float
    plot: float
    axis: float
    label: float
    marker_gap: float
    spine: int
    strip: int
    tick: float
    example: int
    pyramid: int
    ages: float
    middle: float

    @classmethod
    def read(cls, tokens: Tokens) -> Self:
        """The lengths that *tokens* give."""
        return cls(
            panel=int(tokens.size("diagramm-breite")),
            edge=tokens.size("diagramm-rand"),
            gap=tokens.size("diagramm-abstand"),
            plot=tokens.size("diagramm-plothoehe"),
            axis=tokens.size("diagramm-achse"),
            label=tokens.size("diagramm-endtext"),
            marker_gap=tokens.size("diagramm-markenabstand"),
            spine=int(tokens.size("spine-breite")),
            strip=int(tokens.size("spine-hoehe")),
            tick=tokens.size("spine-strich"),
            example=int(tokens.size("spine-beispiel")),
            pyramid=int(tokens.size("pyramide-breite")),
            ages=tokens.size("pyramide-hoehe"),
            middle=tokens.size("pyramide-mitte"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """Text styles: small grey text, the own area and its comparison."""

    small: TextStyle
    own: TextStyle
    other: TextStyle

    @classmethod
    def read(cls, tokens: Tokens) -> Self:
        """The text styles that *tokens* give."""
        return cls(
            small=tokens.font("grad-diagramm-klein", 400, "farbe-text-leise"),
            own=tokens.font("grad-diagramm", 700, "farbe-eigen"),
            other=tokens.font("grad-diagramm", 400, "farbe-vergleich"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Strokes:
    """Lines: grid, axis, a break in a series, the Region's value, the own line, a comparison.

    Attributes:
        judged: the axis of a spine whose right is the better end; ``neutral`` where none is.
        kommune: the mark of a Kommune in a spine.
        outline: around a bar.
        pointer: from a label to its mark.
    """

    grid: Stroke
    axis: Stroke
    bruch: Stroke
    region: Stroke
    own: Stroke
    other: Stroke
    judged: Stroke
    neutral: Stroke
    kommune: Stroke
    outline: Stroke
    pointer: Stroke

    @classmethod
    def read(cls, tokens: Tokens) -> Self:
        """The lines that *tokens* give."""
        return cls(
            grid=tokens.stroke("farbe-linie-zart", "linie-zart"),
            axis=tokens.stroke("farbe-linie", "linie-zart"),
            bruch=tokens.stroke("farbe-umriss", "linie-zart", "diagramm-muster-bruch"),
            region=tokens.stroke("farbe-vergleich", "linie-stark"),
            judged=tokens.stroke("farbe-linie", "linie-zart"),
            neutral=tokens.stroke("farbe-linie", "linie-zart", "diagramm-muster-bruch"),
            kommune=tokens.stroke("farbe-text-leise", "linie-zart"),
            outline=tokens.stroke("farbe-umriss", "linie-zart"),
            pointer=tokens.stroke("farbe-text-leise", "linie-zart", "diagramm-muster-bruch"),
            own=tokens.stroke("farbe-eigen", "linie-stark"),
            other=tokens.stroke("farbe-vergleich", "linie-mittel", "diagramm-muster-vergleich"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Markers:
    """Symbols of the own area and of a comparison line."""

    own: Marker
    other: Marker

    @classmethod
    def read(cls, tokens: Tokens) -> Self:
        """The symbols that *tokens* give."""
        own, paper = tokens.text("farbe-eigen"), tokens.text("farbe-papier")
        edge = tokens.stroke("farbe-papier", "linie-zart")
        ring = tokens.stroke("farbe-vergleich", "linie-mittel")
        return cls(
            own=Marker("diamond", tokens.size("diagramm-marke-eigen"), own, edge),
            other=Marker("circle", tokens.size("diagramm-marke-vergleich"), paper, ring),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """Tiles of a map.

    Attributes:
        fills: fill of each step, from paper to dark; ``inks`` are the colours of texts on them.
        gap: distance of two tiles.
        pad: what stays free between the edge of a tile and its texts.
        outline: around every tile; ``frame`` around the own one, ``ring`` between frame and fill.
    """

    fills: tuple[str, ...]
    inks: tuple[str, ...]
    gap: float
    pad: float
    outline: Stroke
    frame: Stroke
    ring: Stroke
    name: TextStyle
    own_name: TextStyle
    text: TextStyle

    @classmethod
    def read(cls, tokens: Tokens) -> Self:
        """The tiles that *tokens* give."""
        paper, ink = tokens.text("farbe-papier"), tokens.text("farbe-text")
        light = (tokens.text("farbe-karte-hell"), tokens.text("farbe-karte-mittel"))
        dark = (tokens.text("farbe-karte-stark"), tokens.text("farbe-karte-dunkel"))
        return cls(
            fills=(paper, *light, *dark),
            inks=(ink, ink, ink, paper, paper),
            gap=tokens.size("karte-abstand"),
            pad=tokens.size("karte-rand"),
            outline=tokens.stroke("farbe-umriss", "linie-zart"),
            frame=tokens.stroke("farbe-text", "linie-stark"),
            ring=tokens.stroke("farbe-papier", "linie-mittel"),
            name=tokens.font("grad-karte", 400, "farbe-text").aligned("center"),
            own_name=tokens.font("grad-karte", 700, "farbe-text").aligned("center"),
            text=tokens.font("grad-diagramm-klein", 400, "farbe-text").aligned("center"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Everything about looks that a chart does not decide by itself.

    Attributes:
        band: fill between the smallest and the largest value of the Kommunen.
        bar: fill of the bars of the Altersaufbau.
        leading: distance of two lines of text as a multiple of their size.
    """

    paper: str
    band: str
    bar: str
    leading: float
    length: Lengths
    font: Fonts
    stroke: Strokes
    marker: Markers
    tile: Tiles

    @classmethod
    def read(cls, styles: Path) -> Self:
        """The theme of the style sheets in folder *styles*.

        Raises:
            DruckFehler: a token is missing or no measure.
        """
        tokens = Tokens(read_tokens(styles))
        return cls(
            paper=tokens.text("farbe-papier"),
            band=tokens.text("farbe-spannweite"),
            bar=tokens.text("farbe-balken"),
            leading=tokens.size("diagramm-zeile"),
            length=Lengths.read(tokens),
            font=Fonts.read(tokens),
            stroke=Strokes.read(tokens),
            marker=Markers.read(tokens),
            tile=Tiles.read(tokens),
        )

    def line(self, style: TextStyle) -> float:
        """Distance from one line of text in *style* to the next, in points."""
        return style.size * self.leading
