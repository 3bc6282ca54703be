"""Tile maps: every Kommune an equal square, placed as on a map."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil
from typing import Self

from reports.charts.sheet import Box, Label, Mark, Sheet
from reports.charts.text import ASCENT, width
from reports.charts.theme import Theme
from reports.charts.tokens import Stroke, TextStyle
from reports.errors import Befund, DruckFehler
from reports.profile.chartmodel import Kachelkarte, Kartenkachel

MOST_LINES = 3  # of a name
WIDEST_GAP = 0.1  # between two tiles, as a share of their distance
WIDEST_LINE = 0.8  # as a share of the gap: the renderer takes a corner for as wide as its line
HYPHEN = "-"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a map, ``cell`` points wide; ``first`` is the first column and row with a tile."""

    first: tuple[int, int]
    rows: int
    cell: float

    @classmethod
    def of(cls, karte: Kachelkarte) -> Self:
        """The least grid that holds all tiles."""
        columns = [tile.spalte for tile in karte.kartenkacheln]
        rows = [tile.reihe for tile in karte.kartenkacheln]
        cell = karte.breite / (max(columns) - min(columns) + 1)
        return cls((min(columns), min(rows)), max(rows) - min(rows) + 1, cell)


@dataclass(frozen=True, slots=True)
class Square:
    """A tile in its place.

    Attributes:
        x: its left edge; ``y`` is its upper one, all in points.
        gap: distance to the next tile.
    """

    tile: Kartenkachel
    x: float
    y: float
    side: float
    gap: float
    theme: Theme

    @classmethod
    def of(cls, tile: Kartenkachel, grid: "Grid", theme: Theme) -> Self:
        """The square in the middle of its cell."""
        gap = min(theme.tile.gap, grid.cell * WIDEST_GAP)
        x = (tile.spalte - grid.first[0]) * grid.cell + gap / 2
        y = (tile.reihe - grid.first[1]) * grid.cell + gap / 2
        return cls(tile, x, y, grid.cell - gap, gap, theme)

    @property
    def name(self) -> TextStyle:
        """How the name is set."""
        style = self.theme.tile.own_name if self.tile.eigen else self.theme.tile.name
        return replace(style, colour=self.theme.tile.inks[self.tile.stufe])

    @property
    def text(self) -> TextStyle:
        """How the text below the name is set."""
        return replace(self.theme.tile.text, colour=self.theme.tile.inks[self.tile.stufe])

    @property
    def room(self) -> float:
        """What texts may fill of the side."""
        theme = self.theme.tile
        own = theme.frame.width + theme.ring.width
        return self.side - 2 * (own if self.tile.eigen else theme.pad)

    def lines(self) -> list[str]:
        """The lines of the name."""
        return name_lines(self.tile.name, self.name, self.room) if self.tile.name else []

    def stroke(self, style: Stroke) -> Stroke:
        """The line as wide as there is room between two tiles."""
        return replace(style, width=min(style.width, WIDEST_LINE * self.gap))

    def box(self, inset: float) -> tuple[float, float, float, float]:
        """Left, upper, right and lower edge, each *inset* points further inside."""
        low, high = inset, self.side - inset
        return self.x + low, self.y + low, self.x + high, self.y + high


def tile_map(karte: Kachelkarte, theme: Theme) -> Sheet:
    """The tiles in their columns and rows, as large as the width of the map lets.

    Raises:
        DruckFehler: a name or text does not fit into its tile.
    """
    grid = Grid.of(karte)
    squares = [Square.of(tile, grid, theme) for tile in karte.kartenkacheln]
    if too_long := list(_overflows(squares)):
        raise DruckFehler([_befund(karte.titel, text) for text in too_long])
    height = ceil(grid.cell * grid.rows)
    marks = tuple(mark for square in squares for mark in (*_boxes(square), *_labels(square)))
    return Sheet(karte.breite, height, theme.paper, marks)


def name_lines(name: str, font: TextStyle, limit: float) -> list[str]:
    """Lines of *name*, broken at spaces, and at soft hyphens where a word needs it.

    A part that cannot be broken may be wider than *limit* points.
    """
    words = " ".join(_broken(word, font, limit) for word in name.split(" "))
    return _filled(words.split(" "), " ", font, limit)


def _broken(word: str, font: TextStyle, limit: float) -> str:
    """*word* as it is printed: whole where it fits, else in parts with a space between them."""
    whole = word.replace(SOFT_HYPHEN, "")
    if width(whole, font) <= limit:
        return whole
    parts = _filled(word.split(SOFT_HYPHEN), "", font, limit - width(HYPHEN, font))
    return f"{HYPHEN} ".join(parts)


def _filled(parts: list[str], glue: str, font: TextStyle, limit: float) -> list[str]:
    """*parts* joined by *glue*, as many in a line as fit."""
    lines = parts[:1]
    for part in parts[1:]:
        longer = lines[-1] + glue + part
        if width(longer, font) <= limit:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def _boxes(square: Square) -> Iterator[Mark]:
    """The fill with its outline; about the own tile a heavy frame that paper sets apart."""
    tile, theme = square.tile, square.theme.tile
    fill, outline = theme.fills[tile.stufe], square.stroke(theme.outline)
    if tile.eigen:
        frame, ring = square.stroke(theme.frame), square.stroke(theme.ring)
        yield Box(*square.box(frame.width / 2), theme.fills[0], frame)
        yield Box(*square.box(frame.width + ring.width / 2), fill, ring)
    else:
        yield Box(*square.box(outline.width / 2), fill, outline)


def _labels(square: Square) -> Iterator[Mark]:
    """The name above its text, both together in the middle of the tile."""
    set_lines = [(line, square.name) for line in square.lines()]
    if square.tile.text:
        set_lines.append((square.tile.text, square.text))
    top = square.y + (square.side - _height(square)) / 2
    for line, font in set_lines:
        yield Label(line, square.x + square.side / 2, top + font.size * ASCENT, font)
        top += square.theme.line(font)


def _height(square: Square) -> float:
    """Height of all lines of a tile in points."""
    names = len(square.lines()) * square.theme.line(square.name)
    return names + (square.theme.line(square.text) if square.tile.text else 0)


def _overflows(squares: list[Square]) -> Iterator[str]:
    """What does not fit into its tile."""
    for square in squares:
        lines, name = square.lines(), square.tile.name.replace(SOFT_HYPHEN, "")
        too_wide = any(width(line, square.name) > square.room for line in lines)
        if too_wide or len(lines) > MOST_LINES or _height(square) > square.side:
            yield name
        if square.tile.text and width(square.tile.text, square.text) > square.room:
            yield square.tile.text


def _befund(titel: str, text: str) -> Befund:
    return Befund(
        code="E-DIAGRAMM",
        ort=f"Karte »{titel}«",
        text=f"»{text}« passt nicht in seine Kachel.",
        abhilfe="Den Namen in kommunen.csv kürzen oder die Einheit der Zahl größer wählen.",
    )
