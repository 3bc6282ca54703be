"""Colours as eyes and printers take them, computed from the published formulas.

A colour is ``#rrggbb``. Linear light of sRGB: IEC 61966-2-1; lightness L* of CIELAB: CIE 15; contrast:
WCAG 2.2; colour blindness of full severity: Machado, Oliveira, Fernandes, »A Physiologically-based
Model for Simulation of Color Vision Deficiency«, IEEE TVCG 15 (2009), for linear light.
"""

import numpy as np
from numpy.typing import NDArray

LUMINANZ = np.array([0.2126, 0.7152, 0.0722])
SEHWEISEN = {
    "voll": np.eye(3),
    "protanop": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranop": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanop": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}


def linear(levels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Light from 0 to 1 of sRGB *levels* from 0 to 1."""
    return np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)


def luminance(farbe: str, sehweise: str = "voll") -> float:
    """Light from 0 to 1 that an eye of this kind takes from *farbe*."""
    levels = np.array([int(farbe[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    seen = np.clip(SEHWEISEN[sehweise] @ linear(levels), 0, 1)
    return float(LUMINANZ @ seen)


def lightness(farbe: str, sehweise: str = "voll") -> float:
    """L* from 0 for black to 100 for white."""
    light = luminance(farbe, sehweise)
    root = light ** (1 / 3) if light > (6 / 29) ** 3 else light * (29 / 6) ** 2 / 3 + 4 / 29
    return 116 * root - 16


def contrast(one: str, other: str, sehweise: str = "voll") -> float:
    """How many times lighter the lighter one is, from 1 to 21."""
    return ratio(luminance(one, sehweise), luminance(other, sehweise))


def ratio(one: float, other: float) -> float:
    """The contrast of two luminances."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
