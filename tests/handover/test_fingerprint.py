"""Whatever decides a byte of a PDF changes its fingerprint."""

import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from helfer import write_input

WURZEL = Path(__file__).parents[2]
PROGRAMM = """\
from pathlib import Path
from reports.edition import read_edition
from reports.pipeline import prepare
print(prepare(read_edition(Path("eingabe")))[1].kennung)
"""
SIGNALE = '{"jahr": 2019, "ausgabe": 1, "signale": []}'
BEKANNT = "ausgabe,schluessel,jahr,summe,wert,zeichen,mitglieder\n2019/1,03241001,2018,bev,5100,,\n"
METADATEN = "polars-99.0.0.dist-info/METADATA"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the program, its layouts and styles, beside the small input."""
    for name in ("reports", "layouts", "styles"):
        copytree(WURZEL / name, tmp_path / name, ignore=ignore_patterns("__pycache__"))
    write_input(tmp_path / "eingabe")
    return tmp_path


def fingerprint_in(checkout: Path) -> str:
    command = [sys.executable, "-B", "-c", PROGRAMM]
    done = subprocess.run(  # noqa: S603 (our own command)
        command, cwd=checkout, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("datei", "zusatz"),
    [
        ("styles/tokens.css", "/* breiter */\n"),
        ("layouts/rahmen.html", "\n"),
        ("reports/errors.py", "# anders\n"),
        ("eingabe/brueche.toml", "# geprüft\n"),
        ("eingabe/vorausgabe/signale.json", SIGNALE),
        ("eingabe/vorausgabe/bekannt.csv", BEKANNT),
        (METADATEN, "Metadata-Version: 2.1\nName: polars\nVersion: 99.0.0\n"),
    ],
    ids=["style", "layout", "program", "input", "signals before", "counts before", "version"],
)
def test_a_change_of_what_pages_are_made_of_is_seen(
    checkout: Path, datei: str, zusatz: str
) -> None:
    before = fingerprint_in(checkout)
    changed = checkout / datei
    changed.parent.mkdir(exist_ok=True)
    with changed.open("a", encoding="utf-8") as stream:
        stream.write(zusatz)

    assert fingerprint_in(checkout) != before


def test_what_python_stores_beside_the_program_is_no_change(checkout: Path) -> None:
    before = fingerprint_in(checkout)
    cache = checkout / "reports" / "__pycache__"
    cache.mkdir()
    (cache / "errors.cpython-311.pyc").write_bytes(b"anders")

    assert len(before) == 64
    assert fingerprint_in(checkout) == before
