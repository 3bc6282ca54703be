"""Every defect planted in a finished file is found: by our own last look, by veraPDF, or by both."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
import schaeden
from verapdf import Urteil, pruefe
from zahlen import echtes_material

from reports.edition import shipped
from reports.errors import DruckFehler
from reports.press.preflight import preflight
from reports.press.produce import produce
from reports.profile.build import build_profil
from reports.profile.model import Profil

Schaden = Callable[[pikepdf.Pdf], None]

UNSERE_PRUEFUNG = [
    (schaeden.data_instead_of_heads, "Es fehlen Kopfzellen für Spalten"),
    (schaeden.data_instead_of_heads, "Es fehlen Kopfzellen für Zeilen"),
    (schaeden.head_without_scope, "ob sie für eine Zeile oder eine Spalte gilt"),
    (schaeden.table_in_two_parts, "Eine Tabelle hat keine Überschrift"),
    (schaeden.table_as_paragraph, "Es fehlt eine Tabelle"),
    (schaeden.caption_as_paragraph, "Eine Tabelle hat keine Überschrift"),
    (schaeden.figure_without_alt, "Alternativtexte"),
    (schaeden.alt_of_three_characters, "Alternativtexte"),
    (schaeden.alt_of_700_characters, "Alternativtexte"),
    (schaeden.figure_as_paragraph, "Alternativtexte"),
    (schaeden.without_tree, "Es fehlt eine Tabelle"),
    (schaeden.without_language, "nicht Deutsch"),
    (schaeden.without_title, "Der Titel heißt »«"),
    (schaeden.file_name_in_the_window, "Dateinamen statt des Titels"),
    (schaeden.pdfua_not_declared, "nicht als PDF/UA-1"),
    (schaeden.pdfa_of_a_lower_level, "nicht als PDF/A-2a"),
    (schaeden.font_not_embedded, "nicht eingebettet"),
    (schaeden.glyphs_without_letters, "Auf Seite 1 fehlt"),
    (schaeden.page_of_another_size, "Seite 4 ist kein DIN-A4"),
    (schaeden.page_lost, "Auf Seite 1 fehlt »Seite 1 von"),
]
VORLESEN = [
    (schaeden.cell_without_heads, "führt nicht zu den Köpfen"),
    (schaeden.heads_without_index, "führt nicht zu den Köpfen"),
    (schaeden.cell_under_a_head_of_another_table, "führt nicht zu den Köpfen"),
    (schaeden.data_instead_of_heads, "führt nicht zu den Köpfen"),
    (schaeden.table_in_two_with_captions, "Tabellen statt"),
    (schaeden.footer_read_as_text, "in anderer Folge"),
    (schaeden.paragraph_as_artifact, "nicht genau das, was auf den Seiten steht"),
    (schaeden.part_left_out, "nicht genau das, was auf den Seiten steht"),
    (schaeden.rows_swapped, "Die Zeilen einer Tabelle"),
    (schaeden.parts_swapped, "Die Seiten würden in anderer Folge"),
    (schaeden.empty_head, "Ein Element »TH« ist leer"),
    (schaeden.sign_without_word, "kein oder ein anderes Wort"),
    (schaeden.sign_with_another_word, "kein oder ein anderes Wort"),
    (schaeden.another_language, "in einer anderen Sprache"),
    (schaeden.without_bookmarks, "fehlt »Uetze«"),
    (schaeden.bookmark_lost, "fehlt »Bevölkerung«"),
    (schaeden.dead_link, "führt nirgendwohin"),
    (schaeden.without_page_labels, "Die Seitenzahlen im Fenster"),
    (schaeden.page_labels_in_roman, "Die Seitenzahlen im Fenster"),
    (schaeden.half_transparent, "durchsichtig"),
    (schaeden.picture_with_a_mask, "durchsichtig"),
]
PDFUA = [
    (schaeden.table_as_paragraph, "7.2-5"),
    (schaeden.caption_as_paragraph, "7.2-3"),
    (schaeden.figure_without_alt, "7.3-1"),
    (schaeden.heading_level_skipped, "7.4.2-1"),
    (schaeden.first_heading_missing, "7.4.2-1"),
    (schaeden.sections_swapped, "7.4.2-1"),
    (schaeden.link_without_words, "7.18.5-2"),
    (schaeden.link_outside_of_the_text, "7.18.5-1"),
    (schaeden.tabs_in_any_order, "7.18.3-1"),
    (schaeden.drawing_without_mark, "7.1-3"),
    (schaeden.element_of_unknown_kind, "7.1-5"),
    (schaeden.without_tree, "7.1-11"),
    (schaeden.without_language, "7.2-34"),
    (schaeden.without_title, "7.1-9"),
    (schaeden.file_name_in_the_window, "7.1-10"),
    (schaeden.without_marks, "6.2-1"),
    (schaeden.with_suspects, "7.1-4"),
    (schaeden.pdfua_not_declared, "5-1"),
    (schaeden.font_not_embedded, "7.21.4.1-1"),
    (schaeden.glyphs_without_letters, "7.21.7-1"),
]
PDFA = [
    (schaeden.smoothed_picture, "6.2.8-3"),
    (schaeden.without_output_intent, "6.2.4.3-2"),
    (schaeden.without_marks, "6.7.2.2-1"),
    (schaeden.pdfa_of_a_lower_level, "6.6.4-3"),
    (schaeden.script_on_opening, "6.5.1-1"),
    (schaeden.font_not_embedded, "6.2.11.4.1-1"),
]


def unharmed(_pdf: pikepdf.Pdf) -> None:
    """Leave the file as it is, to show that saving it again plants nothing."""


@pytest.fixture(scope="module")
def profil() -> Profil:
    """Uetze with one chapter, short enough for many copies to be looked at."""
    material = echtes_material()
    uetze = next(k for k in material.edition.gebiete.kommunen if k.name == "Uetze")
    whole = build_profil(uetze, material)
    thema = whole.themen[0]
    return replace(
        whole,
        vergleich=replace(whole.vergleich, tabellen=whole.vergleich.tabellen[1:2]),
        themen=(replace(thema, diagramme=thema.diagramme[:1], lesarten=thema.lesarten[:3]),),
        verzeichnis=replace(
            whole.verzeichnis,
            tabellen=whole.verzeichnis.tabellen[-1:],
            quellen=whole.verzeichnis.quellen[:2],
        ),
    )


@pytest.fixture(scope="module")
def druck(profil: Profil) -> bytes:
    """The finished file."""
    return produce(profil, layouts=shipped("layouts"), styles=shipped("styles"))


@pytest.fixture(scope="module")
def urteile(druck: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Urteil]:
    """What veraPDF says of the file and of each damaged copy, by the name of the damage."""
    folder = tmp_path_factory.mktemp("schaeden")
    damages = dict.fromkeys([unharmed, *(schaden for schaden, _ in (*PDFUA, *PDFA))])
    paths = [folder / f"{schaden.__name__}.pdf" for schaden in damages]
    for schaden, path in zip(damages, paths, strict=True):
        path.write_bytes(damaged(druck, schaden))
    return {path.stem: urteil for path, urteil in pruefe(paths).items()}


def damaged(druck: bytes, schaden: Schaden) -> bytes:
    """A copy of the file with one defect."""
    target = BytesIO()
    with pikepdf.open(BytesIO(druck)) as pdf:
        schaden(pdf)
        pdf.save(target)
    return target.getvalue()


def test_without_a_defect_nobody_complains(
    druck: bytes, profil: Profil, urteile: dict[str, Urteil]
) -> None:
    preflight(damaged(druck, unharmed), profil)

    assert urteile["unharmed"].bestanden


@pytest.mark.parametrize(("schaden", "befund"), [*UNSERE_PRUEFUNG, *VORLESEN])
def test_our_own_check_names_the_defect(
    schaden: Schaden, befund: str, druck: bytes, profil: Profil
) -> None:
    with pytest.raises(DruckFehler, match=befund):
        preflight(damaged(druck, schaden), profil)


@pytest.mark.parametrize(("schaden", "regel"), PDFUA)
def test_verapdf_finds_the_defect_by_a_rule_of_pdfua(
    schaden: Schaden, regel: str, urteile: dict[str, Urteil]
) -> None:
    assert regel in urteile[schaden.__name__].pdfua


@pytest.mark.parametrize(("schaden", "regel"), PDFA)
def test_verapdf_finds_the_defect_by_a_rule_of_pdfa(
    schaden: Schaden, regel: str, urteile: dict[str, Urteil]
) -> None:
    assert regel in urteile[schaden.__name__].pdfa
