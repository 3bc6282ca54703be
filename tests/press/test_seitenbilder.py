"""Six pages look as they did, pixel by pixel at 80 dpi.

A pixel counts as changed when it differs by more than 24 of 255 levels in a channel: edges of
letters, which another build of the rasteriser smooths a little differently, stay below that. Eight of
the page's 618,000 pixels may be changed: one digit for another changes at least twelve.
"""

import re
from io import BytesIO
from itertools import combinations
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension
from syrupy.location import PyTestLocation
from woerter import Seite, read_seite

from reports.press.pdf import write_pdf

GOLDEN = Path(__file__).parents[1] / "golden"
DPI = 80
STUFEN = 24
BILDPUNKTE = 8
KOMMUNE, REGION = "03241012", "03241000"
# By name: area and the bookmark on whose page to look.
SEITEN = {
    "kommune-ratsblatt": (KOMMUNE, "Neustadt am Rübenberge"),
    "kommune-lesehilfe": (KOMMUNE, "So ist dieses Profil zu lesen"),
    "kommune-vergleich": (KOMMUNE, "Alle Kennzahlen im Vergleich"),
    "kommune-thema": (KOMMUNE, "Bevölkerung"),
    "kommune-rueckseite": (KOMMUNE, "Zu dieser Ausgabe"),
    "region-thema": (REGION, "Bevölkerung"),
}


class Seitenbild(SingleFileSnapshotExtension):
    """One PNG file a golden, compared with tolerance."""

    file_extension = "png"

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        """The pictures lie beside the other goldens of whole pages."""
        return str(GOLDEN / test_location.basename)

    def matches(self, *, serialized_data: bytes, snapshot_data: bytes) -> bool:
        """Whether both pictures look the same."""
        new, old = pixels(serialized_data), pixels(snapshot_data)
        return new.shape == old.shape and int(changed(new, old).sum()) <= BILDPUNKTE


def pixels(png: bytes) -> NDArray[np.int16]:
    return np.asarray(Image.open(BytesIO(png)).convert("RGB"), dtype=np.int16)


def changed(new: NDArray[np.int16], old: NDArray[np.int16]) -> NDArray[np.bool_]:
    """Which pixels of two pictures of one size differ."""
    return np.asarray(np.abs(new - old).max(axis=2) > STUFEN)


def png(bild: Image.Image) -> bytes:
    target = BytesIO()
    bild.save(target, "PNG", optimize=True)
    return target.getvalue()


def picture(pdf: bytes, title: str) -> bytes:
    """The first page with bookmark *title*, without the lines that name the Kennung.

    Any change of the input changes it, and moves what stands beside it.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        first = next(mark for mark in document.get_toc() if mark.get_title() == title)
        number = first.get_dest().get_index()
        bild = document[number].render(scale=DPI / 72).to_pil().convert("RGB")
        hide(kennung(document[0]), read_seite(number + 1, document[number]), bild)
    finally:
        document.close()
    return png(bild)


def kennung(front: pypdfium2.PdfPage) -> str:
    """The Kennung of the edition, as the footer of the first page gives it."""
    (found,) = re.findall(r"Zeitraum .* · ([0-9a-f]{8})\s", front.get_textpage().get_text_range())
    return str(found)


def hide(text: str, seite: Seite, bild: Image.Image) -> None:
    """Whiten each line of *bild* that has *text* in it."""
    brush, scale = ImageDraw.Draw(bild), DPI / 72
    boxes = [wort.kasten for wort in seite.woerter if text in wort.text]
    assert boxes
    for box in boxes:
        top, bottom = ((seite.kasten.oben - edge) * scale for edge in (box.oben + 2, box.unten - 3))
        brush.rectangle((0, top, bild.width, bottom), fill="white")


def difference(old: bytes, new: bytes, ziel: Path) -> Path:
    """The file *ziel* with both pictures, and between them what differs, black on the old one."""
    pictures = [Image.open(BytesIO(data)).convert("RGB") for data in (old, new)]
    width, height = pictures[0].size
    between = Image.new("RGB", (width, height), "white")
    if pictures[1].size == pictures[0].size:
        pale = Image.blend(pictures[0], between, 0.75)
        between = Image.fromarray(np.where(changed(pixels(new), pixels(old))[..., None], 0, pale))
    sheet = Image.new("RGB", (3 * width, height), "white")
    for place, part in enumerate((pictures[0], between, pictures[1])):
        sheet.paste(part, (place * width, 0))
    sheet.save(ziel)
    return ziel


def against(golden: SnapshotAssertion, new: bytes, ziel: Path) -> str:
    """What to say of a picture that is not its golden."""
    old = golden.executions[0].recalled_data
    if old is None:
        return "Es gibt noch keine Vorlage: pytest tests/press --snapshot-update"
    return f"alt, Unterschied, neu: {difference(old, new, ziel)}"


@pytest.mark.parametrize("name", SEITEN)
def test_a_page_looks_as_it_did(
    name: str, ausgabe: Path, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    area, title = SEITEN[name]
    (path,) = ausgabe.glob(f"*_{area}_*.pdf")
    new, golden = picture(path.read_bytes(), title), snapshot(extension_class=Seitenbild)

    same = new == golden
    assert same, against(golden, new, tmp_path / f"{name}.png")


@pytest.fixture(scope="module")
def ziffern() -> list[bytes]:
    """A line of table text with one digit for another of the same width, and with nothing else."""
    return [printed_digit(digit) for digit in ("3", "8", "6", "0")]


def printed_digit(digit: str) -> bytes:
    """A page whose only number is *digit*, in the type of tables."""
    styles = Path(__file__).parents[2] / "styles"
    page = f"<p style='font-size: 9pt'>1.20{digit},5 %</p>"
    html = f"<html lang='de'><head><title>Probe</title></head><body>{page}</body></html>"
    document = pypdfium2.PdfDocument(write_pdf(html, styles=styles, bilder={}))
    bild = document[0].render(scale=DPI / 72).to_pil().convert("RGB")
    document.close()
    return png(bild)


def test_one_digit_for_another_is_a_change(ziffern: list[bytes]) -> None:
    """Of any two of 3, 8, 6 and 0, which look most alike."""
    for one, other in combinations(ziffern, 2):
        assert not Seitenbild().matches(serialized_data=one, snapshot_data=other)


def test_a_slightly_different_smoothing_is_none(ziffern: list[bytes]) -> None:
    """A twelfth of each pixel's shade is lost."""
    paler = np.clip(pixels(ziffern[0]) * (11 / 12) + 255 / 12, 0, 255).astype(np.uint8)

    assert Seitenbild().matches(
        serialized_data=png(Image.fromarray(paler)), snapshot_data=ziffern[0]
    )


def test_the_picture_of_a_difference_shows_where_it_is(
    ziffern: list[bytes], tmp_path: Path
) -> None:
    """In its middle third the only dark spot is as large as a digit."""
    path = difference(ziffern[0], ziffern[1], tmp_path / "unterschied.png")

    sheet = np.asarray(Image.open(path).convert("L"))
    width = sheet.shape[1] // 3
    rows, columns = np.nonzero(sheet[:, width : 2 * width] < 40)
    assert 0 < np.ptp(columns) < 9
    assert 0 < np.ptp(rows) < 13
