"""The finished picture."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import vl_convert
from diagramme import bild, leer, linie, spine, voll
from PIL import Image, ImageChops
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from reports.charts.draw import arrange, draw, register_font
from reports.charts.sheet import Label, Sheet
from reports.charts.spine import spine_chart
from reports.charts.text import width
from reports.charts.theme import Theme
from reports.errors import DruckFehler
from reports.profile.chartmodel import Liniendiagramm

ROOT = Path(__file__).parents[2]
HASH = """
import hashlib, pathlib, sys
from diagramme import leer, voll
from reports.charts.draw import draw
from reports.charts.theme import Theme
theme = Theme.read(pathlib.Path(sys.argv[1]))
print(*(hashlib.sha256(draw(chart, theme)).hexdigest() for chart in (voll(), leer())))
"""

kinds = pytest.mark.parametrize("chart", [voll, leer])
Chart = Callable[[], Liniendiagramm]


class Svg(SingleFileSnapshotExtension):
    """A golden as an SVG file of its own, which a person can look at."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT


def svg(sheet: Sheet) -> str:
    """The drawing of *sheet*, a line for each element."""
    register_font()
    return vl_convert.vegalite_to_svg(sheet.specification()).replace("><", ">\n<")


def picture(chart: Liniendiagramm, theme: Theme) -> Image.Image:
    """The drawn chart."""
    return Image.open(BytesIO(draw(chart, theme)))


@kinds
def test_the_picture_is_opaque_half_as_wide_as_the_text_at_300_ppi(
    chart: Chart, theme: Theme
) -> None:
    """81 mm at 300 pixels per inch, to a millimetre: two stand side by side in 167 mm."""
    drawn = picture(chart(), theme)

    assert drawn.mode == "P"
    assert "transparency" not in drawn.info
    assert round(drawn.info["dpi"][0]) == 300
    assert drawn.width / 300 * 25.4 == pytest.approx(81, abs=0.5)


@kinds
def test_every_text_is_in_the_drawing_as_often_as_on_the_sheet(chart: Chart, theme: Theme) -> None:
    """The renderer drops no text and shortens none."""
    sheet = arrange(chart(), theme)

    drawn = [
        "".join(element.itertext())
        for element in ET.fromstring(svg(sheet)).iter("{http://www.w3.org/2000/svg}text")  # noqa: S314
    ]
    assert sorted(drawn) == sorted(sheet.texts())


@pytest.mark.parametrize("style", ["small", "own"])
def test_text_is_drawn_in_our_font(theme: Theme, style: str) -> None:
    """Its ink is as wide as its widths say; a fallback font would be wider by a tenth."""
    text, font = "Regelleistungsberechtigte 1234567890", getattr(theme.font, style)
    register_font()
    sheet = Sheet(473, 20, theme.paper, (Label(text, 10, 15, font),))
    png = vl_convert.vegalite_to_png(sheet.specification(), ppi=300)

    left, _, right, _ = ImageChops.invert(Image.open(BytesIO(png)).convert("L")).getbbox() or ()
    assert (right - left) * 72 / 300 == pytest.approx(width(text, font), rel=0.02)


@kinds
def test_a_chart_gives_the_same_bytes_in_every_process(chart: Chart, theme: Theme) -> None:
    """Whatever the seed of hashes is."""
    path = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    digests = {
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", HASH, str(ROOT / "styles")],
            env=os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(digests) == 1
    assert sha256(draw(chart(), theme)).hexdigest() in digests.pop().split()


@kinds
def test_the_renderer_has_nothing_to_grumble(
    chart: Chart, theme: Theme, capfd: pytest.CaptureFixture[str]
) -> None:
    """Its warnings, which are switched on, would stand in the output."""
    draw(chart(), theme)

    assert capfd.readouterr() == ("", "")


def test_a_character_that_the_font_lacks_is_refused(theme: Theme) -> None:
    """The message names it and the chart."""
    with pytest.raises(DruckFehler, match=r"»SGB-II-Quote«.*☃ \(U\+2603\)"):
        draw(bild(linie({2021: 5.0}, "Schnee ☃")), theme)


def test_a_text_beyond_the_edge_is_refused(theme: Theme) -> None:
    """It would be cut off, or the picture would be wider than its place."""
    with pytest.raises(DruckFehler, match="über den Rand"):
        draw(bild(hinweis="Neustadt am Rübenberge " * 4), theme)


@pytest.mark.parametrize("taller", range(24))
def test_a_picture_of_any_height_is_not_taken_for_a_wider_one(taller: int, theme: Theme) -> None:
    """Points are no whole pixels, and of some heights the renderer loses one."""
    length = replace(theme.length, plot=theme.length.plot + taller)
    chart = bild(linie({2015: 5.0}))

    higher = picture(chart, replace(theme, length=length)).height - picture(chart, theme).height
    assert higher == pytest.approx(taller * 300 / 72, abs=2)


def test_dark_and_light_marks_stay_apart_in_grey(theme: Theme) -> None:
    """Own line, comparison and grid differ by at least 20 steps of lightness in print."""
    lab = [
        Image.new("RGB", (1, 1), colour).convert("L").getpixel((0, 0))
        for colour in (
            theme.stroke.own.colour,
            theme.stroke.other.colour,
            theme.stroke.axis.colour,
            theme.stroke.grid.colour,
        )
    ]

    assert min(b - a for a, b in pairwise(lab)) >= 20


def test_a_line_chart_looks_as_it_did(theme: Theme, snapshot: SnapshotAssertion) -> None:
    """With a break."""
    region = linie({2002: 9.0, 2010: 8.0, 2021: 7.4}, "Region", "7,4\u00a0%")
    chart = bild(linie({2005: 5.0, 2012: 6.1}), region, brueche=(2011,))

    assert svg(arrange(chart, theme)) == snapshot(extension_class=Svg)


def test_a_chart_with_a_band_looks_as_it_did(theme: Theme, snapshot: SnapshotAssertion) -> None:
    assert svg(arrange(voll(), theme)) == snapshot(extension_class=Svg)


def test_a_spine_looks_as_it_did(theme: Theme, snapshot: SnapshotAssertion) -> None:
    assert svg(spine_chart(spine(), theme)) == snapshot(extension_class=Svg)
