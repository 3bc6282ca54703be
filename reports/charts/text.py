"""How wide a text is in print, so that it can be wrapped and given its room."""

import re
from functools import cache

from fontTools.ttLib import TTFont

from reports.charts.schrift import SCHNITTE
from reports.charts.tokens import TextStyle
from reports.errors import Befund, DruckFehler

EM = 1000  # font units
ASCENT = 0.85  # height above the baseline that no letter exceeds, as a share of the size
MIDDLE = 0.33  # half the height of capitals and figures, as a share of the size
JOINTS = re.compile(r"(?<=[-/])(?=\w)")


def width(text: str, style: TextStyle) -> float:
    """Width of *text* in points; without kerning, hence rather too wide than too narrow."""
    advances = _advances(style.weight)
    return sum(advances.get(ord(char), EM) for char in text) * style.size / EM


def wrap(text: str, style: TextStyle, limit: float) -> tuple[str, ...]:
    """Lines of *text* that are no wider than *limit* points.

    Lines break at spaces, never at no-break spaces, and inside a word that is too wide by itself
    at its hyphens and slashes.

    Raises:
        DruckFehler: a word is wider than *limit*.
    """
    lines = [""]
    for glue, piece in _pieces(text, style, limit):
        longer = lines[-1] + glue + piece
        if lines[-1] and width(longer, style) > limit:
            lines.append(piece)
        else:
            lines[-1] = longer if lines[-1] else piece
    return tuple(lines)


def widest_word(text: str, style: TextStyle) -> float:
    """Width of the widest word of *text* in points."""
    return max(width(word, style) for word in text.split(" "))


def _pieces(text: str, style: TextStyle, limit: float) -> list[tuple[str, str]]:
    """Parts of *text* that stay together, each with what joins it to the part before."""
    pieces = []
    for word in text.split(" "):
        parts = [word] if width(word, style) <= limit else JOINTS.split(word)
        pieces += [(" ", parts[0]), *(("", part) for part in parts[1:])]
    too_wide = [piece for _, piece in pieces if width(piece, style) > limit]
    if too_wide:
        raise DruckFehler([_befund(text, word) for word in too_wide])
    return pieces


@cache
def _advances(weight: int) -> dict[int, int]:
    """Advance width by code point, in font units, of the upright face of *weight*."""
    schnitt = next(s for s in SCHNITTE if (s.gewicht, s.lage) == (weight, "normal"))
    with TTFont(schnitt.pfad, lazy=True) as font:
        metrics = font["hmtx"]
        return {char: metrics[name][0] for char, name in (font.getBestCmap() or {}).items()}


def _befund(text: str, word: str) -> Befund:
    return Befund(
        code="E-WORT",
        ort=f"Diagramm, »{text}«",
        text=f"Das Wort »{word}« ist breiter als seine Spalte.",
        abhilfe="Den Titel im Katalog kürzen oder das Wort mit Bindestrich teilen.",
    )
