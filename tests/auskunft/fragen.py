"""The way of a made-up figure, from cells that a test names."""

from collections.abc import Sequence
from hashlib import sha256

import zahlen
from zahlen import Zellwert

from reports.auskunft.herkunft import Frage, Herkunft, herkunft_of
from reports.domain.katalog import Katalog
from reports.domain.korrektur import Korrektur
from reports.domain.zeit import Bruch
from reports.errors import Befund
from reports.intake.bestand import Eingang
from reports.intake.deliveries import Lesung
from reports.profile.material import Material

DATEI = "probe.csv"  # the file that zahlen.bestand names
SHA256 = sha256(DATEI.encode()).hexdigest()


def eingang(
    zellen: Sequence[Zellwert],
    katalog: Katalog,
    *,
    korrekturen: tuple[Korrektur, ...] = (),
    warnungen: tuple[Befund, ...] = (),
) -> Eingang:
    """The input that these cells are."""
    lesung = Lesung(
        datei=DATEI,
        quelle=zahlen.QUELLE.zitat,
        blatt="",
        sha256=SHA256,
        zahlen=len(zellen),
        zeichen=0,
        uebersprungen={"Titelzeilen": 6, "leere Zeilen": 2},
    )
    return Eingang(
        katalog=katalog,
        quellen=(zahlen.QUELLE,),
        brueche=(),
        korrekturen=korrekturen,
        bestand=zahlen.bestand(zellen),
        kontrollsummen=(),
        gesamtzahlen=(),
        lesungen=(lesung,),
        warnungen=warnungen,
    )


def frage(material: Material, gebiet: str, kennzahl: str, jahr: int) -> Frage:
    return Frage(
        kennzahl=material.katalog.kennzahlen[kennzahl],
        gebiet=material.edition.gebiete.named(gebiet),
        jahr=jahr,
    )


def herkunft(  # noqa: PLR0913 (a figure and what it is asked of)
    zellen: Sequence[Zellwert],
    katalog: Katalog,
    gebiet: str,
    kennzahl: str,
    jahr: int,
    *,
    korrekturen: tuple[Korrektur, ...] = (),
    brueche: tuple[Bruch, ...] = (),
) -> Herkunft:
    """The way of the figure of that area, Kennzahl and year."""
    found = zahlen.material(zellen, katalog, brueche=brueche)
    own = eingang(zellen, katalog, korrekturen=korrekturen)
    return herkunft_of(frage(found, gebiet, kennzahl, jahr), own, found)
