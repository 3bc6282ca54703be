"""The parts of a page: templates that only arrange, and sheets that take all sizes from one."""

import re
from collections.abc import Callable
from pathlib import Path

import beispiel
import pytest
import tafeln
from jinja2 import nodes
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from reports.press.html import environment
from reports.profile.model import Vergleich

ROOT = Path(__file__).parents[2]
LAYOUTS, STYLES = ROOT / "layouts", ROOT / "styles"
BAUSTEINE = {path.stem for path in (LAYOUTS / "bausteine").glob("*.html")}
TEMPLATES = sorted(path for path in LAYOUTS.rglob("*.html"))
SHEETS = sorted(path for path in STYLES.rglob("*.css") if path.name != "tokens.css")
RECHNEN = (nodes.Compare, nodes.BinExpr, nodes.Neg, nodes.Pos, nodes.Test)
FILTER = {"join", "map", "replace"}

# What each part shows in its golden, small enough to be read.
PROBEN: dict[str, Callable[[], object]] = {
    "anmerkungen": lambda: beispiel.verzeichnis().anmerkungen,
    "beispiel": beispiel.spinebeispiel,
    "brueche": lambda: beispiel.verzeichnis().brueche,
    "diagramm": lambda: beispiel.liniendiagramm(1),
    "fruehwarnung": lambda: beispiel.profil().fruehwarnung,
    "inhalt": beispiel.profil,
    "kachel": lambda: beispiel.kachel("Arbeitslosenanteil", "5,2 %", "−0,9 %-Punkte"),
    "karte": lambda: beispiel.karte("karte-3", 255, "Dunkel: höchstes Viertel."),
    "kommunenblick": beispiel.kommunenblick,
    "legende": beispiel.legende,
    "lesarten": lambda: beispiel.lesarten(2),
    "leseregeln": beispiel.profil,
    "pyramide": beispiel.pyramide,
    "quellen": lambda: (beispiel.quelle(1),),
    "ratsblatt": beispiel.profil,
    "rueckseite": lambda: beispiel.profil().rueckseite,
    "tabelle": lambda: tafeln.vergleichstabelle(1, 4),
    "thema": lambda: beispiel.thema(1, "Bevölkerung", zeilen=1),
    "uebersicht": beispiel.profil,
    "vergleich": lambda: Vergleich(
        einleitung="So zu lesen.", tabellen=(tafeln.vergleichstabelle(1, 1),)
    ),
    "verzeichnis": lambda: beispiel.verzeichnis(zeilen=1),
    "zelle": lambda: tafeln.zelle("*"),
}


class Html(SingleFileSnapshotExtension):
    """One HTML file a golden."""

    _write_mode = WriteMode.TEXT
    file_extension = "html"


def without_comments(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)


def tree(path: Path) -> nodes.Template:
    return environment(LAYOUTS).parse(path.read_text("utf-8"))


def test_a_part_has_one_name_in_macro_class_sheet_and_golden() -> None:
    sheets = {path.stem for path in (STYLES / "bausteine").glob("*.css")}
    classes = {
        path.stem
        for path in (STYLES / "bausteine").glob("*.css")
        if f".{path.stem} " in path.read_text("utf-8")
    }
    used = {
        path.stem
        for path in (LAYOUTS / "bausteine").glob("*.html")
        if re.search(rf'class="{path.stem}[" ]', path.read_text("utf-8"))
    }

    assert sheets == classes == used == set(PROBEN) == BAUSTEINE


def test_the_printed_sheet_imports_every_other_once() -> None:
    imported = re.findall(r"@import url\(([\w/.]+)\)", without_comments(STYLES / "druck.css"))
    others = [path.relative_to(STYLES).as_posix() for path in STYLES.rglob("*.css")]

    assert sorted([*imported, "druck.css"]) == sorted(others)


@pytest.mark.parametrize("baustein", sorted(BAUSTEINE))
def test_a_template_of_a_part_is_one_macro_of_one_argument(baustein: str) -> None:
    macros = list(tree(LAYOUTS / "bausteine" / f"{baustein}.html").find_all(nodes.Macro))

    assert [macro.name for macro in macros] == [baustein]
    assert len(macros[0].args) == 1


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_neither_calculates_nor_compares(path: Path) -> None:
    template = tree(path)

    assert not list(template.find_all(RECHNEN))
    assert {found.name for found in template.find_all(nodes.Filter)} <= FILTER


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_a_sheet_has_no_colour_font_or_size_of_its_own(path: Path) -> None:
    css = re.sub(r"@import.*", "", without_comments(path))

    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|lab|lch|device-cmyk)a?\(", css)
    assert not re.findall(r"\b[\d.]+(?:pt|pc|mm|cm|in|px|q)\b", css, re.IGNORECASE)
    assert set(re.findall(r"font-family:\s*([^;]+)", css)) <= {"var(--schrift)"}
    assert set(re.findall(r"[^-]color:\s*([^;]+)", css)) <= {
        "inherit",
        "var(--farbe-text)",
        "var(--farbe-text-leise)",
    }


def test_every_token_is_defined_and_used() -> None:
    defined = set(re.findall(r"--([\w-]+):", without_comments(STYLES / "tokens.css")))
    in_sheets = {
        name for path in SHEETS for name in re.findall(r"var\(--([\w-]+)\)", without_comments(path))
    }
    charts = "".join(path.read_text("utf-8") for path in (ROOT / "reports/charts").glob("*.py"))
    in_charts = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', charts))

    assert in_sheets <= defined
    assert defined <= in_sheets | in_charts


@pytest.mark.parametrize("baustein", sorted(PROBEN))
def test_a_part_looks_as_it_did(baustein: str, snapshot: SnapshotAssertion) -> None:
    module = environment(LAYOUTS).get_template(f"bausteine/{baustein}.html").module
    html = str(getattr(module, baustein)(PROBEN[baustein]()))

    assert html == snapshot(extension_class=Html)
