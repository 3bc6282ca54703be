"""In which inks a page is printed, and how a screen's colour becomes one.

Text, lines and pictures go one way, so that the same grey is the same ink in all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from reports.press.druckprofil import Druckprofil
from reports.press.variante import Druck, Zweck

SCHWARZ = 0x1A  # what is as dark as the text is printed solid: a screened letter has a ragged edge
_GRADE = bytes(0 if level <= SCHWARZ else level for level in range(256))

Umrechnung = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Farbraum:
    """A colour space of PDF.

    Attributes:
        name: PDF's name of it.
        flaeche: the operator that sets the colour of fills; ``linie`` that of strokes.
        umrechnen: from sRGB, three bytes a colour, to this space, one byte a component.
    """

    name: str
    flaeche: str
    linie: str
    umrechnen: Umrechnung


def grey(rgb: bytes) -> bytes:
    """The grey of each colour, by the weights with which PDF itself turns RGB into grey."""
    return _row(rgb).convert("L").tobytes().translate(_GRADE)


RGB = Farbraum(name="/DeviceRGB", flaeche="rg", linie="RG", umrechnen=bytes)
GRAU = Farbraum(name="/DeviceGray", flaeche="g", linie="G", umrechnen=grey)


def farbraum_of(druck: Druck) -> Farbraum:
    """The inks of a print: sRGB for the office, CMYK or grey for a printing house."""
    if druck.machart.zweck is Zweck.BUERO:
        return RGB
    return _cmyk(druck.druckprofil) if druck.druckprofil else GRAU


def _cmyk(druckprofil: Druckprofil) -> Farbraum:
    """CMYK under a printing condition; what is grey is printed with black alone.

    A grey of four inks shows a coloured edge wherever the plates are not quite in register, and
    most of what is read here is small black type.
    """
    transform = druckprofil.mixture()

    def inks(rgb: bytes) -> bytes:
        mixed = transform.apply(_row(rgb)).tobytes()
        return b"".join(
            _ink(rgb[3 * place : 3 * place + 3], mixed[4 * place : 4 * place + 4])
            for place in range(len(rgb) // 3)
        )

    return Farbraum(name="/DeviceCMYK", flaeche="k", linie="K", umrechnen=inks)


def _ink(colour: bytes, mixed: bytes) -> bytes:
    """The four inks of a colour: *mixed* as the profile says, or black alone for a grey."""
    return mixed if len(set(colour)) > 1 else bytes((0, 0, 0, 255 - _GRADE[colour[0]]))


def _row(rgb: bytes) -> Image.Image:
    return Image.frombytes("RGB", (len(rgb) // 3, 1), rgb)
