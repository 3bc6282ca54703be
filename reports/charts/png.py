"""Small PNG files whose bytes do not depend on the processor.

Pillow compresses with zlib-ng, which chooses by processor how it does so. A chart has few colours,
and most of them are steps between paper and ink: a palette halves it.
"""

import struct
import zlib
from collections.abc import Iterator

from PIL.Image import Dither, Image, Quantize

SIGNATURE = b"\x89PNG\r\n\x1a\n"
INDEXED_8_BIT = (8, 3, 0, 0, 0)  # bit depth, colour type, compression, filter, interlace
LEVEL = 9
COLOURS = 32
NONE, UP = b"\0", b"\2"  # filters
PER_METRE = 1
INCHES_PER_METRE = 1 / 0.0254


def encode(picture: Image, ppi: int) -> bytes:
    """The PNG file of an RGB *picture* with *ppi* pixels per inch and a palette."""
    density = round(ppi * INCHES_PER_METRE)
    indexed = picture.quantize(COLOURS, method=Quantize.MEDIANCUT, dither=Dither.NONE)
    palette = bytes(indexed.getpalette() or ())
    return b"".join(
        (
            SIGNATURE,
            _chunk(b"IHDR", struct.pack(">II5B", *indexed.size, *INDEXED_8_BIT)),
            _chunk(b"pHYs", struct.pack(">IIB", density, density, PER_METRE)),
            _chunk(b"PLTE", palette),
            _chunk(b"IDAT", zlib.compress(b"".join(_lines(indexed)), LEVEL)),
            _chunk(b"IEND", b""),
        )
    )


def _lines(picture: Image) -> Iterator[bytes]:
    """The pixels row by row behind the sign of their filter: none, best for flat colours.

    A row like the one above is its difference from it, which is nothing.
    """
    pixels, stride, above = picture.tobytes(), picture.width, b""
    for at in range(0, len(pixels), stride):
        row = pixels[at : at + stride]
        yield UP + bytes(stride) if row == above else NONE + row
        above = row


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
