"""The tokens of the style sheet, as text styles, strokes and lengths in points."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from tinycss2.parser import parse_blocks_contents, parse_stylesheet
from tinycss2.serializer import serialize

from reports.errors import Befund, DruckFehler

POINTS = {"mm": 72 / 25.4, "pt": 1.0, "": 1.0}
LENGTH = re.compile(r"(\d+(?:\.\d+)?)(mm|pt|)")

Weight = Literal[400, 700]
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set; ``size`` in points."""

    size: float
    weight: Weight
    colour: str
    align: Align = "left"

    def aligned(self, align: Align) -> "TextStyle":
        """The same style with text that starts, centres or ends at its place."""
        return replace(self, align=align)


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn; ``width`` and ``dash`` in points, no dash means solid."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Tokens:
    """Custom properties of the style sheet, by name without dashes in front."""

    values: Mapping[str, str]

    def text(self, name: str) -> str:
        """The value of token *name* as it stands.

        Raises:
            DruckFehler: the style sheet has no such token.
        """
        if name not in self.values:
            raise DruckFehler([_befund(f"Das Token --{name} fehlt.")])
        return self.values[name]

    def points(self, name: str) -> tuple[float, ...]:
        """The lengths of token *name* in points; plain numbers stay as they are.

        Raises:
            DruckFehler: the token is missing or no length in mm or pt.
        """
        lengths = [LENGTH.fullmatch(part) for part in self.text(name).split()]
        if not all(lengths):
            raise DruckFehler([_befund(f"--{name}: {self.text(name)} ist kein Maß in mm oder pt.")])
        return tuple(float(found[1]) * POINTS[found[2]] for found in lengths if found)

    def size(self, name: str) -> float:
        """The one length of token *name* in points."""
        return self.points(name)[0]

    def font(self, size: str, weight: Weight, colour: str) -> TextStyle:
        """The text style made of tokens *size* and *colour*."""
        return TextStyle(self.size(size), weight, self.text(colour))

    def stroke(self, colour: str, width: str, dash: str | None = None) -> Stroke:
        """The stroke made of tokens *colour*, *width* and *dash*."""
        return Stroke(self.text(colour), self.size(width), self.points(dash) if dash else ())


def read_tokens(styles: Path) -> Mapping[str, str]:
    """Custom properties of ``tokens.css`` in folder *styles*, names without the two dashes."""
    sheet = parse_stylesheet((styles / "tokens.css").read_text("utf-8"))
    content = [node for rule in sheet if rule.type == "qualified-rule" for node in rule.content]
    return {
        node.name.removeprefix("--"): serialize(node.value).strip()
        for node in parse_blocks_contents(content)
        if node.type == "declaration"
    }


def _befund(text: str) -> Befund:
    return Befund(
        code="E-TOKEN",
        ort="styles/tokens.css",
        text=text,
        abhilfe="Das Token in styles/tokens.css so angeben, wie die mitgelieferte Datei es zeigt.",
    )
