"""The variants of the print: for a printing house, and the first page alone."""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from shutil import copytree, rmtree

import beispiel
import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner, Result
from druckbedingung import NAME, druckbedingung
from helfer import GUT, LIEFERUNG, contents, write_input
from PIL import Image, ImageCms
from test_html import png
from verapdf import pruefe

from reports.cli import cli
from reports.edition import shipped
from reports.errors import DruckFehler
from reports.press.druckprofil import Druckprofil
from reports.press.html import render
from reports.press.pdf import write_pdf
from reports.press.preflight import preflight
from reports.press.variante import STANDARD, Druck, Variante

GRAU = Druck(variante=Variante.DRUCKEREI)
FARBE = Druck(
    variante=Variante.DRUCKEREI,
    druckprofil=Druckprofil(icc=druckbedingung()),
    datenstand=date(2022, 12, 31),
)
MILLIMETRE = 72 / 25.4
XMP_DATES = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")


def printed(druck: Druck) -> bytes:
    """The example in a variant."""
    profil = beispiel.profil()
    bilder = {bild.id: png(134.1, 38) for bild in profil.bilder}
    spines = (table.spine for table in profil.vergleich.tabellen if table.spine)
    bilder |= {row.id: png(38.1, 4.9) for spine in spines for row in spine.zeilen}
    html = render(profil, layouts=shipped("layouts"))
    return write_pdf(html, styles=shipped("styles"), bilder=bilder, druck=druck)


@pytest.fixture(scope="module")
def farbig() -> bytes:
    return printed(FARBE)


@pytest.fixture(scope="module")
def grau() -> bytes:
    return printed(GRAU)


@pytest.fixture(params=["farbig", "grau"])
def druckdatei(request: pytest.FixtureRequest) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(request.getfixturevalue(request.param))) as pdf:
        yield pdf


def texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def colours(pdf: pikepdf.Pdf) -> set[tuple[str, tuple[float, ...]]]:
    """The instructions of all pages that set a colour, with their levels."""
    return {
        (str(command.operator), tuple(round(float(level), 3) for level in command.operands))
        for page in pdf.pages
        for command in pikepdf.parse_content_stream(page, "rg RG g G k K cs CS sc SC scn SCN")
    }


def palettes(pdf: pikepdf.Pdf) -> set[tuple[str, bytes]]:
    """Colour space and palette of each picture."""
    images = (item for item in pdf.objects if isinstance(item, pikepdf.Stream))
    spaces = [item.ColorSpace for item in images if item.get("/Subtype") == "/Image"]
    return {(str(space[1]), bytes(space[3])) for space in spaces}


def screen() -> list[tuple[int, ...]]:
    """The palette of the example's pictures as a screen shows it."""
    flat = Image.open(BytesIO(png(81, 38))).getpalette()
    return [tuple(flat[place : place + 3]) for place in range(0, len(flat), 3)]


def test_a_file_for_the_printing_house_passes_its_preflight(farbig: bytes, grau: bytes) -> None:
    preflight(farbig, beispiel.profil(), FARBE)
    preflight(grau, beispiel.profil(), GRAU)


def test_a_file_for_the_printing_house_says_what_the_standard_says(
    farbig: bytes, grau: bytes
) -> None:
    """Word for word, page for page: the pages are set once and only coloured otherwise."""
    assert texts(farbig) == texts(grau) == texts(printed(STANDARD))


def test_every_page_is_cut_to_a4_with_three_millimetres_of_bleed(druckdatei: pikepdf.Pdf) -> None:
    for page in druckdatei.pages:
        trim = [float(edge) / MILLIMETRE for edge in page.obj.TrimBox]
        bleed = [float(edge) / MILLIMETRE for edge in page.obj.BleedBox]
        media = [float(edge) / MILLIMETRE for edge in page.obj.MediaBox]
        assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((210, 297))
        assert [abs(a - b) for a, b in zip(bleed, trim, strict=True)] == pytest.approx([3] * 4)
        assert [abs(a - b) for a, b in zip(media, trim, strict=True)] == pytest.approx([10] * 4)
        assert media[0] < bleed[0] < trim[0] < trim[2] < bleed[2] < media[2]


def test_crop_marks_stand_outside_of_the_bleed_at_each_corner(grau: bytes) -> None:
    """On the picture of a page: ink in line with the edges of the cut, none inside the bleed."""
    with pypdfium2.PdfDocument(grau) as document:
        page = document[0].render(scale=300 / 72, grayscale=True).to_pil()
    dot = 300 / 25.4
    for x in (10, 220):
        for y in (10, 307):
            across = page.crop((round((x - 0.3) * dot), 0, round((x + 0.3) * dot), page.height))
            far, near = ((0, 5), (7, 10)) if y == 10 else ((312, 317), (307, 310))
            assert (
                across.crop(
                    (0, round(far[0] * dot), across.width, round(far[1] * dot))
                ).getextrema()[0]
                < 128
            )
            assert across.crop(
                (0, round(near[0] * dot), across.width, round(near[1] * dot))
            ).getextrema() == (255, 255)


def test_with_a_profile_everything_is_in_four_inks_and_text_is_black_alone(farbig: bytes) -> None:
    with pikepdf.open(BytesIO(farbig)) as pdf:
        found, spaces = colours(pdf), palettes(pdf)

    assert {operator for operator, _ in found} == {"k", "K"}
    assert ("k", (0, 0, 0, 1)) in found
    (tint,) = {inks for _, inks in found if any(inks[:3])}  # the rows that are set off
    assert tint == pytest.approx([1 - level / 255 for level in (0xF1, 0xF4, 0xF6)] + [0], abs=0.03)
    ((space, palette),) = spaces
    inks = [tuple(palette[place : place + 4]) for place in range(0, len(palette), 4)]
    greys = {
        colour: ink for colour, ink in zip(screen(), inks, strict=True) if len(set(colour)) == 1
    }
    assert space == "/DeviceCMYK"
    assert greys[0x99, 0x99, 0x99] == (0, 0, 0, 0x66)
    assert all(ink[:3] == (0, 0, 0) for ink in greys.values())


def test_without_a_profile_everything_is_grey(grau: bytes) -> None:
    with pikepdf.open(BytesIO(grau)) as pdf:
        found, spaces = colours(pdf), palettes(pdf)

    assert {operator for operator, _ in found} == {"g", "G"}
    assert ("g", (0,)) in found
    ((space, palette),) = spaces
    greys = dict(zip(screen(), palette, strict=True))
    assert space == "/DeviceGray"
    assert greys[0x99, 0x99, 0x99] == 0x99
    assert greys[0xFF, 0x00, 0x00] == pytest.approx(0.3 * 255, abs=1)


def test_with_a_profile_the_file_is_pdfx_4_under_that_condition(farbig: bytes) -> None:
    with pikepdf.open(BytesIO(farbig)) as pdf, pdf.open_metadata() as xmp:
        (intent,) = pdf.Root.OutputIntents
        assert (intent.S, str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", NAME)
        profile = ImageCms.ImageCmsProfile(BytesIO(intent.DestOutputProfile.read_bytes())).profile
        assert (profile.xcolor_space, profile.device_class) == ("CMYK", "prtr")
        assert int(intent.DestOutputProfile.N) == 4
        assert xmp["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
        assert {xmp[name] for name in XMP_DATES} == {"2022-12-31"}
        assert (pdf.pdf_version, pdf.docinfo.Trapped) == ("1.6", "/False")
        assert not [item for item in pdf.objects if _is_space(item)]


def _is_space(item: pikepdf.Object) -> bool:
    """Whether it lists colour spaces beside those of the devices."""
    return isinstance(item, pikepdf.Dictionary) and bool({"/lab-d50", "/device-cmyk"} & item.keys())


def test_without_a_profile_the_file_claims_no_norm(grau: bytes) -> None:
    with pikepdf.open(BytesIO(grau)) as pdf:
        assert "/OutputIntents" not in pdf.Root
    assert b"PDF/X" not in grau
    assert b"pdfaid" not in grau


def test_a_file_for_the_printing_house_has_neither_links_nor_notes(druckdatei: pikepdf.Pdf) -> None:
    assert not [page for page in druckdatei.pages if "/Annots" in page]


def test_the_same_content_is_the_same_file(farbig: bytes, grau: bytes) -> None:
    """No clock and no chance, though PDF/X wants dates and an identifier."""
    assert printed(FARBE) == farbig
    assert printed(GRAU) == grau


def add(page: pikepdf.Page, instructions: bytes) -> None:
    """Write more into a page."""
    page.Contents.write(page.Contents.read_bytes() + b"\n" + instructions)


def rgb_text(pdf: pikepdf.Pdf) -> None:
    add(pdf.pages[1], b"1 0 0 rg")


def spot_text(pdf: pikepdf.Pdf) -> None:
    add(pdf.pages[0], b"/Cs1 cs 1 scn")


def rgb_picture(pdf: pikepdf.Pdf) -> None:
    images = (item for item in pdf.objects if isinstance(item, pikepdf.Stream))
    image = next(item for item in images if item.get("/Subtype") == "/Image")
    image.ColorSpace[1] = pikepdf.Name.DeviceRGB


def link(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
    pdf.pages[2].Annots = pikepdf.Array([note])


def no_bleed(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[3].obj["/BleedBox"]


def small_bleed(pdf: pikepdf.Pdf) -> None:
    pdf.pages[3].obj.BleedBox = pdf.pages[3].obj.TrimBox


def uncut(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.TrimBox = pdf.pages[0].obj.MediaBox


def other_paper(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.MediaBox = pdf.pages[0].obj.TrimBox


def no_condition(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def condition_of_a_screen(pdf: pikepdf.Pdf) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    pdf.Root.OutputIntents[0].DestOutputProfile.write(srgb)


def no_norm(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"PDF/X-4", b"PDF/X-3"))


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (rgb_text, "Seite 2 setzt Farben"),
        (spot_text, "Seite 1 setzt Farben"),
        (rgb_picture, "Farbraum DeviceRGB statt DeviceCMYK"),
        (link, "Verweise oder Kommentare"),
        (no_bleed, "Auf Seite 4 stimmt die BleedBox nicht"),
        (small_bleed, "Auf Seite 4 stimmt die BleedBox nicht"),
        (uncut, "Auf Seite 1 stimmt die TrimBox nicht"),
        (other_paper, "Auf Seite 1 stimmt die MediaBox nicht"),
        (no_condition, "Die Druckbedingung der Datei"),
        (condition_of_a_screen, "Die Druckbedingung der Datei"),
        (no_norm, "nicht richtig als PDF/X-4"),
    ],
)
def test_a_damaged_file_does_not_go_to_the_printing_house(
    damage: Callable[[pikepdf.Pdf], None], words: str, farbig: bytes
) -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(farbig)) as pdf:
        damage(pdf)
        pdf.save(target)

    with pytest.raises(DruckFehler, match=words):
        preflight(target.getvalue(), beispiel.profil(), FARBE)


def test_a_file_is_held_against_what_it_is_made_for(farbig: bytes, grau: bytes) -> None:
    with pytest.raises(DruckFehler, match="PDF/A-2a"):
        preflight(farbig, beispiel.profil())
    with pytest.raises(DruckFehler, match="PDF/X-4"):
        preflight(farbig, beispiel.profil(), GRAU)
    with pytest.raises(DruckFehler, match="Druckbedingung"):
        preflight(grau, beispiel.profil(), FARBE)


def test_a_sheet_of_two_pages_is_refused(grau: bytes) -> None:
    with pytest.raises(DruckFehler, match=r"Die Datei hat \d+ Seiten statt 1\."):
        preflight(grau, beispiel.profil(), Druck(variante=Variante.KURZ))


def erstellen(eingabe: Path, ausgabe: Path, *options: str) -> Result:
    command = ["erstellen", "--eingabe", str(eingabe), "--ausgabe", str(ausgabe)]
    arguments = [*command, "--kommune", "Großau", "--prozesse", "1", *options]
    return CliRunner(catch_exceptions=False).invoke(cli, arguments)


@pytest.fixture(scope="module")
def ausgaben(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an input and its edition in all variants, of one Kommune."""
    folder = tmp_path_factory.mktemp("varianten")
    eingabe = write_input(folder / "input")
    (folder / "probe.icc").write_bytes(druckbedingung())
    for options in (
        (),
        ("--variante", "kurz"),
        ("--variante", "druckerei", "--druckprofil", str(folder / "probe.icc")),
    ):
        answer = erstellen(eingabe, folder / "output", *options)
        assert answer.exit_code == 0, answer.output
    return folder


@pytest.fixture(scope="module")
def kurz(ausgaben: Path) -> Path:
    (pdf,) = (ausgaben / "output/2020/1_kurz").glob("*.pdf")
    return pdf


def test_each_variant_has_a_folder_and_names_of_its_own(ausgaben: Path) -> None:
    pdfs = [path.relative_to(ausgaben / "output") for path in ausgaben.rglob("*.pdf")]

    assert sorted(map(str, pdfs)) == [
        "2020/1/Sozialstrukturprofil_2020_03241001_Grossau_v1.pdf",
        "2020/1_druckerei/Sozialstrukturprofil_2020_03241001_Grossau_v1_druckerei.pdf",
        "2020/1_kurz/Sozialstrukturprofil_2020_03241001_Grossau_v1_kurz.pdf",
    ]


def test_all_variants_hand_over_the_same_data(ausgaben: Path) -> None:
    found = [
        {
            name: digest
            for name, digest in contents(ausgaben / "output/2020" / folder / "daten").items()
            if not name.startswith("seiten") and name != "ausgabe.json"
        }
        for folder in ("1", "1_kurz", "1_druckerei")
    ]

    assert len(found[0]) == 8
    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize("folder", ["1_kurz", "1_druckerei"])
def test_an_edition_in_a_variant_passes_the_audit(folder: str, ausgaben: Path) -> None:
    ordner = str(ausgaben / "output/2020" / folder)
    answer = CliRunner(catch_exceptions=False).invoke(cli, ["geheimhaltung-pruefen", ordner])

    assert answer.exit_code == 0, answer.output


def test_a_file_for_the_printing_house_that_says_one_number_more_fails_the_audit(
    ausgaben: Path, tmp_path: Path
) -> None:
    ordner = copytree(ausgaben / "output/2020/1_druckerei", tmp_path / "1_druckerei")
    (pdf,) = ordner.glob("*.pdf")
    with pikepdf.open(pdf, allow_overwriting_input=True) as file:
        xmp = file.Root.Metadata.read_bytes()
        file.Root.Metadata.write(xmp.replace(b"<xmp:ModifyDate>", b"<xmp:ModifyDate>4711 "))
        file.save(pdf)

    answer = CliRunner(catch_exceptions=False).invoke(cli, ["geheimhaltung-pruefen", str(ordner)])

    assert answer.exit_code == 1
    assert "G-SPUR" in answer.stderr


def test_the_short_file_is_the_first_page_of_the_standard(ausgaben: Path, kurz: Path) -> None:
    (standard,) = (ausgaben / "output/2020/1").glob("*.pdf")
    whole, (sheet,) = texts(standard.read_bytes()), texts(kurz.read_bytes())
    body, _ = whole[0].split("Werte in Klammern gelten nur")

    assert sheet.startswith(body)
    assert "Seite 1 von 1" in sheet
    assert f"Seite 1 von {len(whole)}" in whole[0]


def test_the_short_file_refers_to_nothing_that_it_lacks(kurz: Path) -> None:
    with pikepdf.open(kurz) as pdf:
        assert len(pdf.pages) == 1
        assert "/Annots" not in pdf.pages[0]
        assert [str(item.title) for item in pdf.open_outline().root] == ["Großau"]
    assert "Verzeichnis" not in texts(kurz.read_bytes())[0]


def test_the_short_file_is_fit_for_archive_and_screen_reader(kurz: Path) -> None:
    assert pruefe([kurz])[kurz].bestanden


def test_two_variants_never_tell_different_figures_under_one_number(
    ausgaben: Path, tmp_path: Path
) -> None:
    output = copytree(ausgaben / "output", tmp_path / "output")
    rmtree(output / "2020/1_kurz")
    other = GUT.replace(";bev_u18;930\n", ";bev_u18;931\n")
    other = other.replace("2020-12-31;bev_u18;1300\n", "2020-12-31;bev_u18;1301\n")
    eingabe = write_input(tmp_path / "input", {LIEFERUNG: other})
    before = contents(output)

    answer = erstellen(eingabe, output, "--variante", "kurz")

    assert answer.exit_code == 1
    assert "E-ABLAGE" in answer.stderr
    assert str(output / "2020/1") in answer.stderr
    assert contents(output) == before


def test_another_profile_does_not_replace_a_file_under_its_name(
    ausgaben: Path, tmp_path: Path
) -> None:
    output = copytree(ausgaben / "output", tmp_path / "output")
    before = contents(output)

    answer = erstellen(ausgaben / "input", output, "--variante", "druckerei")

    assert answer.exit_code == 1
    assert "E-ABLAGE" in answer.stderr
    assert contents(output) == before
