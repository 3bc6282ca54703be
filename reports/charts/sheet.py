"""A sheet of marks at fixed places, the form that every chart takes before it is drawn.

Places are points from the upper left corner, y grows downwards. Later kinds lie over earlier ones:
bands, boxes, rules, paths, dots, labels; inside a kind, later marks lie over earlier ones.
"""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import altair as alt

from reports.charts.schrift import FAMILIE
from reports.charts.theme import Marker
from reports.charts.tokens import Stroke, TextStyle

Row = dict[str, Any]


def _of_row(field: str) -> alt.ExprRef:
    """The value that each row of data gives itself."""
    return alt.ExprRef(f"datum.{field}")


COLOUR, WIDTH, DASH = _of_row("colour"), _of_row("width"), _of_row("dash")
FILL = _of_row("fill")


@dataclass(frozen=True, slots=True)
class Band:
    """A filled band between two lines from left to right; places are x, upper and lower y."""

    places: tuple[tuple[float, float, float], ...]
    fill: str

    def rows(self) -> list[Row]:
        """The mark as data, a row for each place."""
        return [{"x": x, "y": y, "y2": y2, "fill": self.fill} for x, y, y2 in self.places]


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle with an outline, from its upper left to its lower right corner."""

    x: float
    y: float
    x2: float
    y2: float
    fill: str
    style: Stroke

    def rows(self) -> list[Row]:
        """The mark as data."""
        corners = {"x": self.x, "y": self.y, "x2": self.x2, "y2": self.y2}
        return [{**corners, "fill": self.fill, **_stroke(self.style)}]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line between two places."""

    x: float
    y: float
    x2: float
    y2: float
    style: Stroke

    def rows(self) -> list[Row]:
        """The mark as data."""
        return [{"x": self.x, "y": self.y, "x2": self.x2, "y2": self.y2, **_stroke(self.style)}]


@dataclass(frozen=True, slots=True)
class Path:
    """A line through places from left to right."""

    places: tuple[tuple[float, float], ...]
    style: Stroke

    def rows(self) -> list[Row]:
        """The mark as data, a row for each place."""
        return [{"x": x, "y": y, **_stroke(self.style)} for x, y in self.places]


@dataclass(frozen=True, slots=True)
class Dot:
    """A symbol around its place."""

    x: float
    y: float
    style: Marker

    def rows(self) -> list[Row]:
        """The mark as data; Vega wants the area of the symbol."""
        symbol = {"shape": self.style.shape, "area": self.style.size**2, "fill": self.style.fill}
        return [{"x": self.x, "y": self.y, **symbol, **_stroke(self.style.stroke)}]


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text; ``y`` is its baseline."""

    text: str
    x: float
    y: float
    style: TextStyle

    def rows(self) -> list[Row]:
        """The mark as data."""
        style = self.style
        font = {"size": style.size, "weight": style.weight, "align": style.align}
        return [{"text": self.text, "x": self.x, "y": self.y, "colour": style.colour, **font}]


Mark = Band | Box | Rule | Path | Dot | Label
KINDS = {
    "bands": Band,
    "boxes": Box,
    "rules": Rule,
    "paths": Path,
    "dots": Dot,
    "labels": Label,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """Marks on a paper of whole points."""

    width: int
    height: int
    paper: str
    marks: tuple[Mark, ...]

    def texts(self) -> list[str]:
        """All texts in the order in which they are set."""
        return [mark.text for mark in self.marks if isinstance(mark, Label)]

    def specification(self) -> dict[str, Any]:
        """The sheet as a Vega-Lite specification: the chart of every sheet, with its own data."""
        size = {"width": self.width, "height": self.height, "background": self.paper}
        return {**_grammar(), **size, "datasets": self._datasets()}

    def _datasets(self) -> Mapping[str, list[Row]]:
        """The marks as data by kind; each row carries the number of its mark."""
        return {
            name: [
                {"mark": number, **row}
                for number, mark in enumerate(self.marks)
                if isinstance(mark, kind)
                for row in mark.rows()
            ]
            for name, kind in KINDS.items()
        }


@cache
def _grammar() -> dict[str, Any]:
    """The chart that draws any sheet, without data; valid by its schema, a warning is an error.

    It is built once, because a chart costs Altair as much time as its drawing costs the renderer.
    """
    chart = alt.layer(_bands(), _boxes(), _rules(), _paths(), _dots(), _labels())
    placed = chart.encode(x=alt.X("x:Q", scale=None), y=alt.Y("y:Q", scale=None))
    bare = placed.configure(padding=0, font=FAMILIE).configure_view(stroke=None)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        specification: dict[str, Any] = bare.to_dict()
    return specification


def _bands() -> alt.Chart:
    areas = _layer("bands").mark_area(color=FILL, opacity=1)
    chart: alt.Chart = areas.encode(y2="y2", detail="mark:N")
    return chart


def _boxes() -> alt.Chart:
    boxes = _layer("boxes").mark_rect(
        fill=FILL, stroke=COLOUR, strokeWidth=WIDTH, strokeDash=DASH, strokeOffset=0, opacity=1
    )
    chart: alt.Chart = boxes.encode(x2="x2", y2="y2")
    return chart


def _rules() -> alt.Chart:
    lines = _layer("rules").mark_rule(stroke=COLOUR, strokeWidth=WIDTH, strokeDash=DASH)
    chart: alt.Chart = lines.encode(x2="x2", y2="y2")
    return chart


def _paths() -> alt.Chart:
    lines = _layer("paths").mark_line(stroke=COLOUR, strokeWidth=WIDTH, strokeDash=DASH)
    chart: alt.Chart = lines.encode(detail="mark:N")
    return chart


def _dots() -> alt.Chart:
    chart: alt.Chart = _layer("dots").mark_point(
        shape=_of_row("shape"),
        size=_of_row("area"),
        fill=_of_row("fill"),
        stroke=COLOUR,
        strokeWidth=WIDTH,
        opacity=1,
    )
    return chart


def _labels() -> alt.Chart:
    text = _layer("labels").mark_text(
        align=_of_row("align"),
        baseline="alphabetic",
        color=COLOUR,
        fontSize=_of_row("size"),
        fontWeight=_of_row("weight"),
    )
    chart: alt.Chart = text.encode(text="text:N")
    return chart


def _layer(name: str) -> alt.Chart:
    return alt.Chart(alt.NamedData(name=name))


def _stroke(style: Stroke) -> Row:
    return {"colour": style.colour, "width": style.width, "dash": list(style.dash)}
