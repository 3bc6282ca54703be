from pathlib import Path

import pytest
from druckbedingung import druckbedingung
from PIL import ImageCms

from reports.errors import AuswahlFehler
from reports.press.druckprofil import read_druckprofil
from reports.press.variante import Variante, chosen_druckprofil

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.fixture
def datei(tmp_path: Path) -> Path:
    path = tmp_path / "probe.icc"
    path.write_bytes(druckbedingung())
    return path


def test_a_cmyk_output_profile_is_taken_as_it_is(datei: Path) -> None:
    assert read_druckprofil(datei).icc == datei.read_bytes()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"kein Profil", "kein ICC-Profil"),
        (b"", "kein ICC-Profil"),
        (SRGB, "kein Ausgabeprofil für CMYK (Klasse »mntr«, Farbraum »RGB«)"),
        (druckbedingung(b"scnr"), "kein Ausgabeprofil für CMYK (Klasse »scnr«, Farbraum »CMYK«)"),
        (druckbedingung().replace(b"B2A0", b"B2X0"), "fehlt die Tabelle"),
    ],
    ids=["text", "nothing", "screen", "scanner", "one way"],
)
def test_anything_else_is_refused_in_one_sentence(content: bytes, words: str, datei: Path) -> None:
    datei.write_bytes(content)

    with pytest.raises(AuswahlFehler) as stop:
        read_druckprofil(datei)
    (befund,) = stop.value.befunde
    assert (befund.code, befund.ort) == ("E-DRUCKPROFIL", str(datei))
    assert words in befund.text


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        AuswahlFehler, match=r"nirgends\.icc: Das Druckprofil lässt sich nicht lesen"
    ):
        read_druckprofil(tmp_path / "nirgends.icc")


@pytest.mark.parametrize("variante", [Variante.STANDARD, Variante.KURZ])
def test_a_profile_is_for_the_printing_house_alone(variante: Variante, datei: Path) -> None:
    with pytest.raises(AuswahlFehler, match="nur für die Variante »druckerei«"):
        chosen_druckprofil(datei, variante)
    assert chosen_druckprofil(None, variante) is None
