"""A CMYK output profile of a printing condition that nobody has, built byte by byte.

Its inks are the plainest: what a colour lacks of white in red, green and blue is cyan, magenta and
yellow, and black is never used. Whatever prints black alone has not gone through it.
"""

import struct
from functools import cache
from itertools import product

from PIL import Image, ImageCms

NAME = "Probedruck gestrichen"
PUNKTE = 9  # of the grid of Lab colours on each axis
D50 = (0.9642, 1.0, 0.8249)


@cache
def druckbedingung(klasse: bytes = b"prtr") -> bytes:
    """The content of the ICC file; *klasse* is what it says it describes."""
    parts = {
        b"desc": _text(b"desc", NAME),
        b"cprt": _text(b"text", "frei"),
        b"wtpt": b"XYZ \0\0\0\0" + b"".join(_fixed(part) for part in D50),
        b"A2B0": _table(4, 3, 2, _lab_of_inks()),
        b"B2A0": _table(3, 4, PUNKTE, _inks_of_lab()),
    }
    place, index, content = 128 + 4 + 12 * len(parts), b"", b""
    for name, part in parts.items():
        padded = part + bytes(-len(part) % 4)
        index += name + struct.pack(">II", place + len(content), len(part))
        content += padded
    body = struct.pack(">I", len(parts)) + index + content
    return _head(klasse, 128 + len(body)) + body


def _head(klasse: bytes, size: int) -> bytes:
    day = struct.pack(">6H", 2020, 1, 1, 0, 0, 0)
    head = struct.pack(">I4sI", size, b"", 0x02400000) + klasse + b"CMYKLab " + day + b"acsp"
    return (head + bytes(28) + b"".join(_fixed(part) for part in D50)).ljust(128, b"\0")


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _text(kind: bytes, text: str) -> bytes:
    plain = text.encode("ascii") + b"\0"
    if kind == b"text":
        return b"text\0\0\0\0" + plain
    return b"desc\0\0\0\0" + struct.pack(">I", len(plain)) + plain + bytes(78)


def _table(sources: int, targets: int, points: int, grid: bytes) -> bytes:
    """A table of 8 bits between straight curves."""
    unit = b"".join(_fixed(value) for value in (1, 0, 0, 0, 1, 0, 0, 0, 1))
    straight = bytes(range(256))
    return (
        b"mft1\0\0\0\0"
        + bytes((sources, targets, points, 0))
        + unit
        + straight * sources
        + grid
        + straight * targets
    )


def _lab_of_inks() -> bytes:
    """The Lab colour of each corner of the four inks, black being black whatever lies below."""
    corners = product((0, 255), repeat=4)
    rgb = [(0, 0, 0) if k else (255 - c, 255 - m, 255 - y) for c, m, y, k in corners]
    lab = _transform("sRGB", "LAB", bytes(level for colour in rgb for level in colour), "RGB")
    return _icc_lab(lab)


def _icc_lab(lab: bytes) -> bytes:
    """Pillow counts a and b from 0 as signed bytes, ICC from 128."""
    return bytes(level if place % 3 == 0 else level ^ 128 for place, level in enumerate(lab))


def _inks_of_lab() -> bytes:
    """What is lacking of white at each point of the grid."""
    axis = [round(255 * step / (PUNKTE - 1)) for step in range(PUNKTE)]
    points = bytes(level for point in product(axis, repeat=3) for level in point)
    rgb = _transform("LAB", "sRGB", _icc_lab(points), "LAB")
    rows = (rgb[place : place + 3] for place in range(0, len(rgb), 3))
    return b"".join(bytes((*(255 - level for level in row), 0)) for row in rows)


def _transform(source: str, target: str, data: bytes, mode: str) -> bytes:
    profiles = [ImageCms.createProfile(source), ImageCms.createProfile(target)]
    goal = "RGB" if mode == "LAB" else "LAB"
    transform = ImageCms.buildTransform(
        *profiles, mode, goal, ImageCms.Intent.RELATIVE_COLORIMETRIC
    )
    row = Image.frombytes(mode, (len(data) // 3, 1), data)
    return ImageCms.applyTransform(row, transform).tobytes()
