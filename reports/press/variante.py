"""The variants of the print, and all that tells one from another.

A variant is an edition folder of its own, beside that of the standard: the same released figures,
other PDFs. Page models, description and audit then stay what they are, one file a name; and since
:func:`reports.handover.folder.check_same_state` demands one Kennung of the folders of an edition,
two variants never tell different figures under one number.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from pathlib import Path

from reports.errors import AuswahlFehler, Befund
from reports.press.druckprofil import Druckprofil, read_druckprofil
from reports.profile.build import build_profil
from reports.profile.material import Gebiet, Material
from reports.profile.model import Profil
from reports.profile.ratsblatt import build_ratsblatt

PUNKT_JE_MM = 72 / 25.4
ANSCHNITT = 3  # millimetres of bleed beyond the edge at which the paper is cut
RAND = 10  # millimetres from that edge to the end of the medium, where the crop marks stand


class Zweck(Enum):
    """What a file is made for, which decides its norm, its colours and its boxes."""

    BUERO = auto()  # screen, mail, office printer, archive: PDF/A-2a and PDF/UA-1, sRGB
    DRUCKEREI = auto()  # a printing house: inks, bleed and crop marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Machart:
    """What a variant changes.

    Attributes:
        zusatz: what the names of its folder and its PDFs end with.
        seiten: makes the page model of an area, which holds the pages that are printed.
        layout: the template in ``layouts``.
        umfang: how many pages it has; None for as many as there is to say.
        stil: CSS of the sheet of paper that ``styles`` has not.
    """

    zusatz: str
    seiten: Callable[[Gebiet, Material], Profil]
    layout: str
    stil: str
    zweck: Zweck
    umfang: int | None = None


class Variante(Enum):
    """A way to print an edition."""

    STANDARD = Machart(
        zusatz="",
        seiten=build_profil,
        layout="profil.html",
        stil="",
        zweck=Zweck.BUERO,
    )
    DRUCKEREI = Machart(
        zusatz="_druckerei",
        seiten=build_profil,
        layout="profil.html",
        stil=f"@page {{ bleed: {RAND}mm; marks: crop }}",
        zweck=Zweck.DRUCKEREI,
    )
    KURZ = Machart(
        zusatz="_kurz",
        seiten=build_ratsblatt,
        layout="kurz.html",
        stil="",
        zweck=Zweck.BUERO,
        umfang=1,
    )

    def folder(self, ordner: Path) -> Path:
        """Where this variant lies, *ordner* being the folder of the standard."""
        return ordner.with_name(ordner.name + self.value.zusatz)

    def page_model(self, gebiet: Gebiet, material: Material) -> Profil:
        """What it prints of an area, under a file name of its own."""
        profil = self.value.seiten(gebiet, material)
        name = f"{profil.dateiname.removesuffix('.pdf')}{self.value.zusatz}.pdf"
        return replace(profil, dateiname=name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Druck:
    """How the PDFs of a run are printed.

    Attributes:
        druckprofil: the printing condition, for a printing house only; None where nobody has named
            one, and for all others.
        datenstand: the day that PDF/X wants in a file and that is no day of the clock, so that the
            same edition is always the same file; None where no printing house gets it.
    """

    variante: Variante = Variante.STANDARD
    druckprofil: Druckprofil | None = None
    datenstand: date | None = None

    @property
    def machart(self) -> Machart:
        """What the variant changes."""
        return self.variante.value


STANDARD = Druck()


def chosen_druckprofil(path: Path | None, variante: Variante) -> Druckprofil | None:
    """The profile in the file that a person has named, None where no file is named.

    Raises:
        AuswahlFehler: the file holds no CMYK output profile, or *variante* mixes no inks.
    """
    if path and variante.value.zweck is not Zweck.DRUCKEREI:
        raise AuswahlFehler([_no_inks(path)])
    return read_druckprofil(path) if path else None


def _no_inks(path: Path) -> Befund:
    return Befund(
        code="E-DRUCKPROFIL",
        ort=str(path),
        text="Ein Druckprofil gilt nur für die Variante »druckerei«.",
        abhilfe="--variante druckerei dazu angeben oder --druckprofil weglassen.",
    )
