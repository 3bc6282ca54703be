"""The README tells the truth about commands, folders and files."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from reports.cli import cli
from reports.edition import read_edition, shipped
from reports.intake.catalogue import read_katalog
from reports.intake.corrections import korrekturen_of
from reports.intake.deliveries import Leser
from reports.intake.keys import schluesselwerk
from reports.intake.sources import read_quellen

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def hilfe(*command: str) -> str:
    """What a command says of itself, 80 columns wide."""
    runner = CliRunner()
    done = runner.invoke(cli, [*command, "--help"], prog_name="sozialprofil", terminal_width=80)
    return done.output.strip()


@pytest.mark.parametrize("command", [(), *((name,) for name in cli.commands)])
def test_the_help_of_each_command_stands_in_the_readme(command: tuple[str, ...]) -> None:
    assert f"```\n{hilfe(*command)}\n```" in README


def test_the_two_commands_stand_before_any_heading() -> None:
    start = README[: README.index("\n## ")]

    assert re.search(r"^make profile ", start, re.MULTILINE)
    assert re.search(r"^make test ", start, re.MULTILINE)


def test_every_picture_of_the_readme_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)

    assert len(pictures) == 2
    assert [path for path in pictures if not (ROOT / path).is_file()] == []


def test_every_folder_of_the_project_is_explained() -> None:
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and path.name[0] != "."}

    explained = set(re.findall(r"^\| `(\w+)/` \|", README, re.MULTILINE))
    assert folders - {"dist", "build", "pruefbericht"} == explained


def test_the_readme_explains_every_code_of_a_finding_once_and_no_other() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "reports").rglob("*.py")]
    used = {code for text in sources for code in re.findall(r'"([DEGW]-[A-ZÄÖÜ0-9-]+)"', text)}

    explained = re.findall(r"^\| `([DEGW]-[^`]+)` \| [^|]+\. \|$", README, re.MULTILINE)
    assert len(used) > 50
    assert sorted(explained) == sorted(used)


def test_the_example_of_a_source_reads_the_workbook_that_it_describes(tmp_path: Path) -> None:
    (profile,) = re.findall(r"```toml\n(.+?)```", README, re.DOTALL)
    folder = tmp_path / "lieferungen/soziales"
    folder.mkdir(parents=True)
    (folder / "quelle.toml").write_text(profile, encoding="utf-8")
    gebiete = read_edition(shipped("input")).gebiete
    kommunen = [(k.schluessel, k.amtlicher_name, 10) for k in gebiete.kommunen]
    wohngeld_2023(kommunen).save(folder / "wohngeld_2023.xlsx")
    (quelle,) = read_quellen(tmp_path)
    leser = Leser(
        merkmale=read_katalog(shipped("input")).merkmale,
        werk=schluesselwerk(gebiete),
        korrekturen=korrekturen_of(()),
    )

    frame, lesung = leser.read(tmp_path, quelle, quelle.datei[0]) or pytest.fail(
        str(leser.sammlung.befunde)
    )

    assert leser.sammlung.befunde == []
    assert frame.select("gebiet", "jahr", "merkmal", "wert").rows() == [
        (schluessel, 2023, "wohngeld_hh", 10) for schluessel, *_ in kommunen
    ]
    assert lesung.blatt == "Haushalte"


def wohngeld_2023(kommunen: list[tuple[str, str, int]]) -> Workbook:
    """A workbook with a title, a head of two rows with merged cells, and a total."""
    mappe = Workbook()
    sheet = mappe.worksheets[0]
    sheet.title = "Haushalte"
    sheet.append(["Haushalte mit Wohngeld 2023"])
    sheet.append([])
    sheet.append(["Gemeinde", None, "Haushalte"])
    sheet.append(["Schlüssel", "Name", "insgesamt"])
    sheet.merge_cells("A3:B3")
    for row in kommunen:
        sheet.append(row)
    sheet.append([None, "Insgesamt", 210])
    return mappe
