"""Prints both editions as a person does and has every file judged by others: ``make bench``.

One row for each PDF: pages, size, and what veraPDF (PDF/A-2a, PDF/UA-1) and outloud object to.
"""

import tempfile
from pathlib import Path

import outloud
import pypdfium2
from click.testing import CliRunner
from rich.console import Console
from rich.table import Table
from verapdf import Urteil, pruefe

from reports.cli import cli
from reports.edition import shipped

HOECHSTENS = 3_000_000  # bytes of a standard file


def main() -> None:
    """Print a table for each edition."""
    with tempfile.TemporaryDirectory() as ordner:
        _report("Mitgelieferte Eingaben", shipped("input"), Path(ordner) / "echt")
        _run("muster", f"{ordner}/muster")
        _report("Musterlieferung", Path(ordner) / "muster" / "input", Path(ordner) / "erfunden")


def _run(*arguments: str) -> None:
    done = CliRunner(catch_exceptions=False).invoke(cli, arguments)
    assert done.exit_code == 0, done.output


def _report(titel: str, eingabe: Path, ausgabe: Path) -> None:
    _run("erstellen", "--eingabe", str(eingabe), "--ausgabe", str(ausgabe))
    paths = sorted(ausgabe.rglob("*.pdf"))
    judged = pruefe(paths)
    table = Table("Datei", "Seiten", "MB", "veraPDF", "outloud", title=titel)
    for path in paths:
        with pypdfium2.PdfDocument(path) as document:
            pages = len(document)
        heard = outloud.check(str(path))
        found = [heard.error] if heard.error else [finding.message for finding in heard.findings]
        size = path.stat().st_size
        megabytes = f"{size / 1e6:.2f}" + (" zu groß" if size > HOECHSTENS else "")
        said = "; ".join(found) or "nichts"
        table.add_row(path.stem, str(pages), megabytes, _broken(judged[path]), said)
    Console(width=140).print(table)


def _broken(urteil: Urteil) -> str:
    return "; ".join(sorted(urteil.pdfa | urteil.pdfua)) or "nichts"


if __name__ == "__main__":
    main()
