"""PNG files whose bytes do not depend on the processor.

Pillow compresses with zlib-ng, which chooses by processor how it does so.
"""

import struct
import zlib

from PIL.Image import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGB_8_BIT = (8, 2, 0, 0, 0)  # bit depth, colour type, compression, filter, interlace
LEVEL = 3
PER_METRE = 1
INCHES_PER_METRE = 1 / 0.0254


def encode(picture: Image, ppi: int) -> bytes:
    """The PNG file of an RGB *picture* with *ppi* pixels per inch."""
    density = round(ppi * INCHES_PER_METRE)
    return b"".join(
        (
            SIGNATURE,
            _chunk(b"IHDR", struct.pack(">II5B", *picture.size, *RGB_8_BIT)),
            _chunk(b"pHYs", struct.pack(">IIB", density, density, PER_METRE)),
            _chunk(b"IDAT", zlib.compress(_unfiltered(picture), LEVEL)),
            _chunk(b"IEND", b""),
        )
    )


def _unfiltered(picture: Image) -> bytes:
    """The pixels row by row, each behind the sign for "no filter", best for flat colours."""
    pixels, stride = picture.tobytes(), picture.width * len(picture.getbands())
    return b"".join(b"\0" + pixels[at : at + stride] for at in range(0, len(pixels), stride))


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
