"""Pages and charts as a grey printer prints them, and as a copier loses them."""

from functools import cache

import numpy as np
import pypdfium2
from farben import linear, ratio
from numpy.typing import NDArray
from PIL import Image, ImageFilter
from woerter import Kasten

PPI = 300
UNSCHAERFE = 0.6  # pixels: standard deviation of what the lens spreads
KONTRAST = 0.85  # of the distance from middle grey
RAUSCHEN = 10  # of 255 levels: standard deviation of what a pixel's own threshold adds
SAAT = 20221231
RAND = 3  # pixels around a word that show what it stands on

Grau = NDArray[np.uint8]


def grey(page: pypdfium2.PdfPage) -> Grau:
    """A page in grey at 300 dpi."""
    return np.asarray(page.render(scale=PPI / 72, grayscale=True).to_pil())


def copied(grau: Grau) -> Grau:
    """The photocopy: blurred by 0.6 pixels, contrast times 0.85, each pixel lighter or darker.

    The noise is normal with 10 levels and the same for every sheet, as dirt on the glass is.
    """
    soft = np.asarray(Image.fromarray(grau).filter(ImageFilter.GaussianBlur(UNSCHAERFE)))
    flat = 127.5 + KONTRAST * (soft.astype(np.float32) - 127.5)
    height, width = grau.shape
    return np.clip(flat + _noise()[:height, :width], 0, 255).astype(np.uint8)


@cache
def _noise() -> NDArray[np.float32]:
    """The noise of a sheet of A4."""
    chance = np.random.default_rng(SAAT)
    return (RAUSCHEN * chance.standard_normal((3510, 2490))).astype(np.float32)


def crop(kasten: Kasten, height: float) -> tuple[slice, slice]:
    """The pixels of a box and of a rim around it, on a page of *height* points."""
    scale = PPI / 72
    top, bottom = (round((height - edge) * scale) for edge in (kasten.oben, kasten.unten))
    left, right = (round(edge * scale) for edge in (kasten.links, kasten.rechts))
    return (
        slice(max(top - RAND, 0), bottom + RAND),
        slice(max(left - RAND, 0), right + RAND),
    )


def contrast(grau: Grau, kopie: Grau) -> float:
    """How far the ink of *kopie* stands out from its ground.

    Ink is what in *grau*, the same cutting before the copy, is nearer to its darkest than to its
    lightest level; of ink and of ground the median counts.
    """
    middle = (int(grau.min()) + int(grau.max())) / 2
    ink = grau <= middle
    if ink.all():
        return 1
    return ratio(_light(kopie[ink]), _light(kopie[~ink]))


def _light(levels: Grau) -> float:
    return float(linear(np.array(np.median(levels) / 255)))
