"""The one font family of the product, which charts and pages share.

It comes as a Python package, so that a profile looks the same on every machine.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont

FAMILIE = "Source Sans Pro"
ORDNER = Path(str(files("font_source_sans_pro") / "files"))


@dataclass(frozen=True, slots=True)
class Schnitt:
    """One face of the family: its file, its CSS weight and its CSS style."""

    datei: str
    gewicht: int
    lage: str = "normal"

    @property
    def pfad(self) -> Path:
        """Where the font file lies."""
        return ORDNER / self.datei


SCHNITTE = (
    Schnitt("SourceSansPro-Regular.ttf", 400),
    Schnitt("SourceSansPro-It.ttf", 400, "italic"),
    Schnitt("SourceSansPro-Semibold.ttf", 600),
    Schnitt("SourceSansPro-Bold.ttf", 700),
)


def missing_glyphs(text: str) -> set[str]:
    """Characters of *text* that at least one face cannot draw; white space needs no glyph."""
    return {char for char in set(text) if ord(char) not in _codepoints() and not char.isspace()}


@cache
def _codepoints() -> frozenset[int]:
    """Code points that every face of the family has."""
    tables = []
    for schnitt in SCHNITTE:
        with TTFont(schnitt.pfad, lazy=True) as font:
            tables.append(frozenset(font["cmap"].getBestCmap() or ()))
    return frozenset.intersection(*tables)
