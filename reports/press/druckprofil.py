"""The ICC profile of a printing condition, as a printing house hands it out."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import ImageCms

from reports.errors import AuswahlFehler, Befund
from reports.reading import os_reason

ABHILFE = "Das Profil von der Druckerei geben lassen, meist eine Datei wie »PSOcoated_v3.icc«."


@dataclass(frozen=True, slots=True, kw_only=True)
class Druckprofil:
    """A CMYK output profile; *icc* is the content of its file."""

    icc: bytes

    def mixture(self) -> ImageCms.ImageCmsTransform:
        """The way from a screen's colours to inks; ImageCms.PyCMSError where it tells none."""
        return ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"),
            ImageCms.ImageCmsProfile(BytesIO(self.icc)),
            "RGB",
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,  # the paper stays free of ink
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )


def read_druckprofil(path: Path) -> Druckprofil:
    """The profile in a file.

    Raises:
        AuswahlFehler: the file cannot be read, or is no CMYK output profile.
    """
    try:
        icc = path.read_bytes()
    except OSError as fehler:
        text = f"Das Druckprofil lässt sich nicht lesen ({os_reason(fehler)})."
        raise _refusal(path, text) from fehler
    try:
        profile = ImageCms.getOpenProfile(BytesIO(icc))
    except ImageCms.PyCMSError as fehler:
        raise _refusal(path, "Das ist kein ICC-Profil.") from fehler
    kind = (profile.profile.device_class.strip(), profile.profile.xcolor_space.strip())
    if kind != ("prtr", "CMYK"):
        text = f"Das ist kein Ausgabeprofil für CMYK (Klasse »{kind[0]}«, Farbraum »{kind[1]}«)."
        raise _refusal(path, text)
    druckprofil = Druckprofil(icc=icc)
    try:
        druckprofil.mixture()
    except ImageCms.PyCMSError as fehler:
        text = "Dem Profil fehlt die Tabelle, die Farben in Druckfarben umrechnet."
        raise _refusal(path, text) from fehler
    return druckprofil


def _refusal(path: Path, text: str) -> AuswahlFehler:
    return AuswahlFehler([Befund(code="E-DRUCKPROFIL", ort=str(path), text=text, abhilfe=ABHILFE)])
