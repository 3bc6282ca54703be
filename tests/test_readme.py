"""The README tells the truth about commands, folders and files."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.cli import cli

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
    assert folders - {"dist", "build"} == explained
