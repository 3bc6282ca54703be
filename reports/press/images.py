"""How a chart's PNG gets into the PDF without being decoded and packed again.

The compressed pixels of a PNG are what PDF calls Flate with PNG prediction, so they are handed over
as they are: half the time of a print, and the very bytes that the chart was checked with.
"""

import struct
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pydyf
from weasyprint.images import RasterImage

from reports.errors import Befund, DruckFehler
from reports.press.farbraum import RGB, Farbraum

KOPF = b"\x89PNG\r\n\x1a\n"
TIEFE = 8  # bits a channel
INDIZIERT = 3  # the colour type of a PNG with a palette


class Bild(RasterImage):
    """An opaque PNG with a palette of 8 bits, as an entry of WeasyPrint's image cache.

    The parent's constructor is not called: it would decode the pixels.
    """

    def __init__(self, name: str, png: bytes, farbraum: Farbraum = RGB) -> None:
        """Read the head of *png* and keep its compressed pixels; its palette becomes *farbraum*.

        Raises:
            DruckFehler: *png* is no PNG, transparent, interlaced, or has no palette of 8 bits.
        """
        chunks = list(_chunks(png)) if png.startswith(KOPF) else []
        parts = dict(chunks)
        head = parts.get(b"IHDR", bytes(13))
        self.width, self.height, depth, kind, *_, interlaced = struct.unpack(">IIBBBBB", head)
        if kind != INDIZIERT or depth != TIEFE or interlaced or b"tRNS" in parts:
            raise DruckFehler([_unfit(name)])
        self.id = sha256(png).hexdigest()[:16]
        self.ratio = self.width / self.height
        self._dpi = None
        self._space = farbraum.name
        self._last = len(parts[b"PLTE"]) // 3 - 1
        self._palette = farbraum.umrechnen(parts[b"PLTE"])
        self.pixels = b"".join(content for kind_, content in chunks if kind_ == b"IDAT")

    def get_x_object(self, _interpolate: object, _dpi_ratio: object) -> Any:
        """The image object of the PDF; never interpolated, which PDF/A forbids."""
        prediction = {"Predictor": 15, "Colors": 1, "Columns": self.width}
        values = {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": self.width,
            "Height": self.height,
            "ColorSpace": f"[/Indexed {self._space} {self._last} <{self._palette.hex()}>]",
            "BitsPerComponent": TIEFE,
            "Interpolate": "false",
            "Filter": "/FlateDecode",
            "DecodeParms": pydyf.Dictionary(prediction),
        }
        return pydyf.Stream([self.pixels], pydyf.Dictionary(values))


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG: type and content."""
    place = len(KOPF)
    while place < len(png):
        size, kind = struct.unpack_from(">I4s", png, place)
        yield kind, png[place + 8 : place + 8 + size]
        place += size + 12


def _unfit(name: str) -> Befund:
    return Befund(
        code="D-BILD",
        ort=f"Bild {name}",
        text="Das Bild ist kein deckendes PNG mit einer Palette von 8 Bit.",
        abhilfe="Das Diagramm ohne Transparenz und mit Palette als PNG liefern.",
    )
