"""Editions of the shipped figures, made as a person makes them."""

from pathlib import Path

from click.testing import CliRunner

from reports.cli import cli
from reports.edition import shipped


def erstellen(ausgabe: Path, *options: str) -> Path:
    """The folder that the command has filled with the shipped figures."""
    arguments = ["erstellen", "--eingabe", str(shipped("input")), "--ausgabe", str(ausgabe)]
    done = CliRunner(catch_exceptions=False).invoke(cli, [*arguments, *options])
    assert done.exit_code == 0, done.output
    (folder,) = (path.parent for path in ausgabe.rglob("daten"))
    return folder
