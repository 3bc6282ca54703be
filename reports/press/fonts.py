"""How a print gets the product's font and no other."""

import os
from pathlib import Path

from reports.charts.schrift import FAMILIE, SCHNITTE, Schnitt

URL = "schrift:"


def hide_system_fonts() -> None:
    """Let fontconfig find no font of this machine, for the whole process.

    Otherwise a font of the same name that is installed here could take the place of ours, and a
    character that ours lacks would silently be drawn in another.
    """
    os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))


def font_faces() -> str:
    """The @font-face rules of the family, with addresses that are the same on every machine."""
    return "\n".join(_font_face(schnitt) for schnitt in SCHNITTE)


def font_files() -> dict[str, Path]:
    """The font files by the addresses that :func:`font_faces` uses."""
    return {URL + schnitt.datei: schnitt.pfad for schnitt in SCHNITTE}


def _font_face(schnitt: Schnitt) -> str:
    return (
        f'@font-face {{ font-family: "{FAMILIE}"; src: url("{URL}{schnitt.datei}");'
        f" font-weight: {schnitt.gewicht}; font-style: {schnitt.lage} }}"
    )
