"""A chart of the page model becomes a picture that looks the same on every machine."""

import shutil
from functools import cache
from io import BytesIO
from itertools import pairwise
from multiprocessing.util import Finalize
from pathlib import Path
from tempfile import mkdtemp

import vl_convert
from PIL import Image

from reports.charts.example import spine_example
from reports.charts.karte import tile_map
from reports.charts.lines import line_chart
from reports.charts.png import encode
from reports.charts.pyramid import pyramid
from reports.charts.schrift import SCHNITTE, missing_glyphs
from reports.charts.sheet import Sheet
from reports.charts.spine import spine_chart
from reports.charts.theme import Theme
from reports.errors import Befund, DruckFehler
from reports.profile.chartmodel import (
    Diagramm,
    Kachelkarte,
    Liniendiagramm,
    Pyramide,
    Spine,
    Spinebeispiel,
)

PPI = 300
POINTS_PER_INCH = 72


def draw(diagramm: Diagramm, theme: Theme) -> bytes:
    """The picture of *diagramm*: PNG without alpha channel, 300 ppi.

    The same chart gives the same bytes, in every process and on every machine.

    Raises:
        DruckFehler: a text does not fit, or the font lacks a character.
    """
    return encode(_picture(arrange(diagramm, theme), diagramm.titel), PPI)


def draw_strips(spine: Spine, theme: Theme) -> dict[str, bytes]:
    """The pictures of the rows of a spine by their id, cut from one drawing."""
    picture = _picture(spine_chart(spine, theme), spine.id)
    height = picture.height / len(spine.zeilen)
    edges = [round(number * height) for number in range(len(spine.zeilen) + 1)]
    return {
        row.id: encode(picture.crop((0, top, picture.width, bottom)), PPI)
        for row, (top, bottom) in zip(spine.zeilen, pairwise(edges), strict=True)
    }


def arrange(diagramm: Diagramm, theme: Theme) -> Sheet:
    """The marks of *diagramm* in their places.

    Raises:
        DruckFehler: a text does not fit, or the font lacks a character.
    """
    sheet = _sheet(diagramm, theme)
    missing = missing_glyphs("".join(sheet.texts()))
    if missing:
        raise DruckFehler([_undrawable(diagramm.titel, missing)])
    return sheet


def _sheet(diagramm: Diagramm, theme: Theme) -> Sheet:
    match diagramm:
        case Liniendiagramm():
            return line_chart(diagramm, theme)
        case Spinebeispiel():
            return spine_example(diagramm, theme)
        case Kachelkarte():
            return tile_map(diagramm, theme)
        case Pyramide():
            return pyramid(diagramm, theme)


def _picture(sheet: Sheet, titel: str) -> Image.Image:
    register_font()
    png = vl_convert.vegalite_to_png(sheet.specification(), ppi=PPI, show_warnings=True)
    picture = Image.open(BytesIO(png))
    if _reaches_over(picture.size, sheet):
        raise DruckFehler([_outside(titel)])
    return picture.convert("RGB")


@cache
def register_font() -> None:
    """Let the renderer find our faces, once in a process.

    The package holds each face twice, as TrueType and as OpenType, whose outlines differ, and
    which one is found depends on the order of the folder; hence a folder of the one kind.
    """
    folder = Path(mkdtemp(prefix="sozialprofil-"))
    Finalize(None, shutil.rmtree, args=(folder,), exitpriority=0)  # also runs in worker processes
    for schnitt in SCHNITTE:
        shutil.copy(schnitt.pfad, folder)
    vl_convert.register_font_directory(str(folder))


def _reaches_over(pixels: tuple[int, int], sheet: Sheet) -> bool:
    """Whether the picture is larger than its sheet: something lies over the edge.

    The renderer multiplies in single precision and drops the rest, which may cost one pixel.
    """
    expected = (points * PPI / POINTS_PER_INCH for points in (sheet.width, sheet.height))
    return any(found > size for found, size in zip(pixels, expected, strict=True))


def _outside(titel: str) -> Befund:
    return Befund(
        code="E-DIAGRAMM",
        ort=f"Diagramm »{titel}«",
        text="Eine Beschriftung ragt über den Rand des Bildes hinaus.",
        abhilfe="Den längsten Titel oder Namen kürzen.",
    )


def _undrawable(titel: str, missing: set[str]) -> Befund:
    signs = ", ".join(f"{char} (U+{ord(char):04X})" for char in sorted(missing))
    return Befund(
        code="E-GLYPHE",
        ort=f"Diagramm »{titel}«",
        text=f"Die Schrift hat diese Zeichen nicht: {signs}.",
        abhilfe="Die Zeichen in Titeln, Einheiten und Namen durch andere ersetzen.",
    )
