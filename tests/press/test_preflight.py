"""A damaged print does not leave the house."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from druckprobe import KAPITEL, drucke, druckprobe, png, profil, seite

from reports.errors import DruckFehler
from reports.press.preflight import preflight
from reports.profile.model import Kachel
from reports.profile.tablemodel import Zelle

Damage = Callable[[pikepdf.Pdf], None]


def elements(pdf: pikepdf.Pdf, key: str, value: str) -> list[pikepdf.Object]:
    """The dictionaries with *value* at *key*."""
    found = (item for item in pdf.objects if isinstance(item, pikepdf.Dictionary))
    return [item for item in found if item.get(key) == value]


def without_alt(pdf: pikepdf.Pdf) -> None:
    """One figure loses its alternative text."""
    del elements(pdf, "/S", "/Figure")[2]["/Alt"]


def data_instead_of_heads(pdf: pikepdf.Pdf) -> None:
    """Header cells become data cells."""
    for cell in elements(pdf, "/S", "/TH"):
        cell.S = pikepdf.Name.TD


def without_scope(pdf: pikepdf.Pdf) -> None:
    """One header cell loses its scope."""
    del elements(pdf, "/S", "/TH")[4].A["/Scope"]


def without_caption(pdf: pikepdf.Pdf) -> None:
    """A caption becomes a paragraph."""
    for caption in elements(pdf, "/S", "/Caption"):
        caption.S = pikepdf.Name.P


def other_title(pdf: pikepdf.Pdf) -> None:
    """The title names another Kommune."""
    pdf.docinfo["/Title"] = "Sozialstruktur-Profil 2022: Springe, 2011–2022"


def other_xmp_title(pdf: pikepdf.Pdf) -> None:
    """Only the XMP names another Kommune."""
    with pdf.open_metadata(update_docinfo=False) as xmp:
        xmp["dc:title"] = "Springe"


def without_language(pdf: pikepdf.Pdf) -> None:
    """The document does not say its language."""
    del pdf.Root["/Lang"]


def file_name_in_window(pdf: pikepdf.Pdf) -> None:
    """The viewer would show the file name."""
    del pdf.Root["/ViewerPreferences"]


def other_font(pdf: pikepdf.Pdf) -> None:
    """A face of another family."""
    elements(pdf, "/Type", "/FontDescriptor")[0].FontName = pikepdf.Name("/ABCDEF+DejaVu-Sans")


def font_not_embedded(pdf: pikepdf.Pdf) -> None:
    """A face without its file."""
    del elements(pdf, "/Type", "/FontDescriptor")[0]["/FontFile2"]


def missing_glyph(pdf: pikepdf.Pdf) -> None:
    """A text shows glyph 0."""
    page = pdf.pages[1]
    content = page.Contents.read_bytes()
    start = content.index(b"[<") + 2
    page.Contents = pdf.make_stream(content[:start] + b"0000" + content[start + 4 :])


def letter_format(pdf: pikepdf.Pdf) -> None:
    """A page of American size."""
    pdf.pages[3].MediaBox = pikepdf.Array([0, 0, 612, 792])


def without_declaration(pdf: pikepdf.Pdf) -> None:
    """No standard is named."""
    del pdf.Root["/Metadata"]


def page_lost(pdf: pikepdf.Pdf) -> None:
    """The last page is gone."""
    del pdf.pages[-1]


DAMAGES = [
    (without_alt, "Alternativtexte"),
    (data_instead_of_heads, "Es fehlen Kopfzellen für Spalten"),
    (data_instead_of_heads, "Es fehlen Kopfzellen für Zeilen"),
    (without_scope, "ob sie für eine Zeile oder eine Spalte gilt"),
    (without_caption, "Eine Tabelle hat keine Überschrift"),
    (other_title, "Der Titel heißt »Sozialstruktur-Profil 2022: Springe"),
    (other_xmp_title, "Titel in den Metadaten"),
    (without_language, "nicht Deutsch"),
    (file_name_in_window, "Dateinamen"),
    (other_font, "fremde Schrift »DejaVu-Sans«"),
    (font_not_embedded, "nicht eingebettet"),
    (missing_glyph, "Seite 2 zeigt ein Zeichen"),
    (letter_format, "Seite 4 ist kein DIN-A4"),
    (without_declaration, "nicht als PDF/A-2a"),
    (without_declaration, "nicht als PDF/UA-1"),
    (page_lost, "Auf Seite 1 fehlt »Seite 1 von 7«"),
]


def test_the_sample_passes() -> None:
    """What was printed from a page model is what the page model says."""
    preflight(druckprobe(), profil())


@pytest.mark.parametrize(("damage", "befund"), DAMAGES)
def test_damage_is_found(damage: Damage, befund: str) -> None:
    """Each defect is named."""
    target = BytesIO()
    with pikepdf.open(BytesIO(druckprobe())) as pdf:
        damage(pdf)
        pdf.save(target)

    with pytest.raises(DruckFehler, match=befund):
        preflight(target.getvalue(), profil())


def test_a_figure_that_is_not_printed_is_found() -> None:
    """A value of the page model that no page shows."""
    with pytest.raises(DruckFehler, match=r"»20\.412« fehlt 1-mal"):
        preflight(druckprobe(), replace(profil(), einwohner=Zelle(text="20.412")))


def test_a_figure_that_is_printed_too_seldom_is_found() -> None:
    """A value that stands twice in the page model but once on the pages."""
    with pytest.raises(DruckFehler, match=r"»1\.100« fehlt 1-mal"):
        preflight(druckprobe(), replace(profil(), einwohner=Zelle(text="1.100")))


def test_the_profile_of_another_kommune_is_found() -> None:
    """By its title, its name and its footer."""
    springe = replace(profil(), name="Springe", titel="Springe 2022", fuss=("Springe",))

    with pytest.raises(DruckFehler) as error:
        preflight(druckprobe(), springe)

    texts = [befund.text for befund in error.value.befunde]
    assert "Auf Seite 1 steht nicht »Springe«." in texts
    assert "Auf Seite 8 fehlt »Springe«." in texts
    assert any(text.startswith("Der Titel heißt") for text in texts)


def test_a_key_figure_that_has_slipped_from_the_first_page_is_found() -> None:
    """Its title stands in a later chapter only."""
    titel = f"Kennzahlen {KAPITEL[-1]}"
    kachel = Kachel(
        titel=titel, stand="", wert=Zelle(text=""), vergleich="", veraenderung=None, rang=""
    )

    with pytest.raises(DruckFehler, match=f"»{titel}« passt nicht mehr auf das Ratsblatt"):
        preflight(druckprobe(), replace(profil(), kacheln=(kachel,)))


def test_contents_that_name_another_page_are_found() -> None:
    """The second page names another for the chapter that begins on it."""
    model = profil()
    begin = f"<h2>{KAPITEL[0]}</h2>"
    html = seite(model).replace(begin, f"{begin}<p>{KAPITEL[0]} 0</p>")

    with pytest.raises(DruckFehler, match=f"nennt für »{KAPITEL[0]}« Seite 0"):
        preflight(drucke(html), model)


def test_a_coarse_chart_is_found() -> None:
    """285 pixels an inch are too few."""
    with pytest.raises(DruckFehler, match="nur 285 Punkte je Zoll"):
        preflight(drucke(seite(profil()), png(breite=1874)), profil())


def test_a_chart_of_the_model_that_is_not_printed_is_found() -> None:
    """The page shows four pictures, the model has five."""
    html = seite(profil()).replace('<img src="bild:verlauf-4"', '<img hidden src="bild:verlauf-4"')

    with pytest.raises(DruckFehler, match="Gedruckt sind 4 Bilder statt 5"):
        preflight(drucke(html), profil())


def test_hyphenation_and_ligatures_do_not_hide_a_word() -> None:
    """A cell whose words the typesetter breaks is found all the same."""
    lang = Zelle(text="Straßenverkehrsunfallstatistik, effizient SGB-II-Leistungsberechtigte " * 3)
    model = profil()
    thema = model.themen[0]
    zeile = replace(thema.tabellen[0].zeilen[0], zellen=(lang, lang))
    table = replace(thema.tabellen[0], zeilen=(zeile, *thema.tabellen[0].zeilen[1:]))
    themen = (replace(thema, tabellen=(table,)), *model.themen[1:])
    model = replace(model, themen=themen)

    preflight(drucke(seite(model)), model)
