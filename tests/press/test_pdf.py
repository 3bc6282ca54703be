"""Printing takes nothing from outside and gives the same bytes everywhere."""

import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import font_source_sans_pro
import pikepdf
import pytest
from druckprobe import STIL, drucke, druckprobe, png

from reports.errors import DruckFehler
from reports.press.pdf import write_pdf

WURZEL = Path(__file__).parents[2]
DRUCKE = """
import sys, druckprobe
from pathlib import Path
druckprobe.STIL = Path(sys.argv[1])
Path(sys.argv[2]).write_bytes(druckprobe.druckprobe())
"""


def html(inhalt: str, kopf: str = "") -> str:
    """A whole document around *inhalt*."""
    return f'<html lang="de"><head><title>Probe</title>{kopf}</head><body>{inhalt}</body></html>'


def in_another_process(folder: Path, seed: str) -> bytes:
    """The sample, printed with style sheets and fonts that lie in *folder*."""
    styles = shutil.copytree(STIL, folder / "stil")
    fonts = Path(font_source_sans_pro.font_directory).parent
    shutil.copytree(fonts, folder / fonts.name)
    path = os.pathsep.join(map(str, (folder, WURZEL, Path(__file__).parent)))
    environment = os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", DRUCKE, str(styles), str(folder / "probe.pdf")]
    subprocess.run(command, env=environment, check=True, cwd=folder)  # noqa: S603
    return (folder / "probe.pdf").read_bytes()


def test_bytes_depend_on_the_content_alone(tmp_path: Path) -> None:
    """Another process, hash seed, folder of styles and folder of fonts: the same file."""
    assert in_another_process(tmp_path / "hier", "1") == druckprobe()
    assert in_another_process(tmp_path / "da", "2") == druckprobe()


def test_a_complaint_of_the_renderer_stops_the_print(capfd: pytest.CaptureFixture[str]) -> None:
    """The message reaches the user once, and nothing else reaches the screen."""
    with pytest.raises(DruckFehler, match="farbe") as error:
        drucke(html('<p style="farbe: rot">Text</p>'))

    assert len(error.value.befunde) == 1
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "inhalt",
    [
        '<img src="bild:fehlt" alt="Bild">',
        '<img src="https://example.org/bild.png" alt="Bild">',
        '<img src="file:///etc/hostname" alt="Bild">',
        '<style>@import url("file:///etc/fremd.css");</style>',
        '<style>@import url("https://example.org/fremd.css");</style>',
        '<style>@font-face { font-family: X; src: url("https://example.org/x.ttf") }</style>',
        '<img src="data:image/png;base64,AAAA" alt="Bild">',
    ],
)
def test_nothing_is_loaded_that_was_not_handed_over(inhalt: str) -> None:
    """No network, no file of the machine, no picture that the profile lacks."""
    with pytest.raises(DruckFehler, match="D-ADRESSE"):
        drucke(html(inhalt))


def test_a_sheet_outside_the_style_folder_is_refused(tmp_path: Path) -> None:
    """Not even by way of the style folder itself."""
    (tmp_path / "stil").mkdir()
    (tmp_path / "stil" / "druck.css").write_text('@import url("../fremd.css");')
    (tmp_path / "fremd.css").write_text("p { color: red }")

    with pytest.raises(DruckFehler, match="liegt nicht im Ordner der Stilvorlagen"):
        write_pdf(html("<p>Text</p>"), styles=tmp_path / "stil", bilder={})


def test_a_missing_main_sheet_is_a_failure(tmp_path: Path) -> None:
    """A folder without druck.css does not print unstyled pages."""
    with pytest.raises(DruckFehler, match=r"druck\.css"):
        write_pdf(html("<p>Text</p>"), styles=tmp_path, bilder={})


def test_a_character_without_a_glyph_stops_the_print() -> None:
    """The machine's own fonts do not step in."""
    with pytest.raises(DruckFehler, match="☃"):
        drucke(html("<p>Schnee ☃</p>"))


def test_a_font_of_the_machine_is_never_embedded() -> None:
    """Not even one that a sheet asks for by name."""
    printed = drucke(html('<p style="font-family: DejaVu Sans, sans-serif">Text</p>'))

    with pikepdf.open(BytesIO(printed)) as pdf:
        names = {str(font.BaseFont)[8:] for font in pdf.pages[0].Resources.Font.values()}
    assert names == {"Source-Sans-Pro"}


def test_a_chart_arrives_with_its_own_bytes() -> None:
    """The compressed pixels of the PNG stand unchanged in the PDF, never interpolated."""
    bild = png()
    with pikepdf.open(BytesIO(drucke(html('<img src="bild:verlauf-0" alt="Bild">'), bild))) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        pixels = bytes(image.read_raw_bytes())
        decoded = pikepdf.PdfImage(image).as_pil_image()
        interpolated = bool(image.Interpolate)

    assert pixels in bild
    assert decoded.size == (1973, 657)
    assert decoded.convert("RGB").getpixel((5, 5)) == (153, 153, 153)
    assert not interpolated


@pytest.mark.parametrize("mode", ["RGBA", "LA", "RGB", "L", "1"])
def test_a_chart_that_is_not_opaque_with_a_palette_is_refused(mode: str) -> None:
    """Transparency does not print the same everywhere, and true colour doubles the file."""
    with pytest.raises(DruckFehler, match="kein deckendes PNG"):
        drucke(html("<p>Text</p>"), png(mode))


def test_a_missing_system_library_is_named(tmp_path: Path) -> None:
    """Without Pango the user learns which packages to install; WeasyPrint stands in for itself."""
    (tmp_path / "weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango'\")")
    code = "from reports.press.pdf import write_pdf; write_pdf('', styles=None, bilder={})"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(tmp_path), str(WURZEL)))}
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603

    assert "libpango'" in run.stderr
    assert "apt-get install libpango-1.0-0" in run.stderr
