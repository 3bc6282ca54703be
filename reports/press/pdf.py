"""How HTML becomes a PDF file whose bytes depend on nothing but the content."""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path

from reports.errors import Befund, DruckFehler
from reports.press.fonts import hide_system_fonts
from reports.press.variante import STANDARD, Druck

PAKETE = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def write_pdf(
    html: str, *, styles: Path, bilder: Mapping[str, bytes], druck: Druck = STANDARD
) -> bytes:
    """Print *html* as PDF/A-2a that also declares PDF/UA-1, or for a printing house.

    Args:
        html: a whole document; an image is addressed as ``bild:NAME``, and the title of an ``abbr``
            becomes what a screen reader says in its place.
        styles: folder with ``druck.css``, which imports the other sheets of that folder.
        bilder: content of the images by NAME: PNG, RGB or grey, opaque.
        druck: what the file is made for.

    Returns:
        The file; the same arguments give the same bytes, in any folder and any process.

    Raises:
        DruckFehler: a system library is missing, the renderer complained, or something other than
            the given images, sheets and fonts was asked for.
    """
    with _libraries_are_there():
        # The renderer loads Pango when it is imported; the rest of the program works without.
        from reports.press.engine import print_document  # noqa: PLC0415
    return print_document(html, styles=styles, bilder=bilder, druck=druck)


@contextmanager
def _libraries_are_there() -> Iterator[None]:
    """Turn a missing system library into one clear sentence."""
    hide_system_fonts()
    try:
        with warnings.catch_warnings(), redirect_stdout(StringIO()):
            warnings.filterwarnings("error", message="HarfBuzz-Subset")
            warnings.filterwarnings("ignore", message="No fonts configured")
            yield
    except (OSError, DeprecationWarning) as error:
        raise DruckFehler([_missing_library(error)]) from error


def _missing_library(error: Exception) -> Befund:
    """Say which packages to install, and what the renderer said."""
    return Befund(
        code="D-BIBLIOTHEK",
        ort="WeasyPrint",
        text=f"Eine Systembibliothek für den Satz fehlt ({str(error).splitlines()[0]}).",
        abhilfe=f"Auf Debian installieren: apt-get install {PAKETE}",
    )
