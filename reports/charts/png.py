"""Small PNG files whose bytes do not depend on the processor.

Pillow compresses with zlib-ng, which chooses by processor how it does so. A chart has few colours,
and most of them are steps between paper and ink: a palette halves it.
"""

import struct
import zlib

from PIL.Image import Dither, Image, Quantize

SIGNATURE = b"\x89PNG\r\n\x1a\n"
INDEXED_8_BIT = (8, 3, 0, 0, 0)  # bit depth, colour type, compression, filter, interlace
LEVEL = 9
COLOURS = 64
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
            _chunk(b"IDAT", zlib.compress(_unfiltered(indexed), LEVEL)),
            _chunk(b"IEND", b""),
        )
    )


def _unfiltered(picture: Image) -> bytes:
    """The pixels row by row, each behind the sign for "no filter", best for flat colours."""
    pixels, stride = picture.tobytes(), picture.width
    return b"".join(b"\0" + pixels[at : at + stride] for at in range(0, len(pixels), stride))


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
