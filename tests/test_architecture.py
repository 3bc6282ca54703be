"""The way of a number runs in one direction, and the core knows neither files nor clock."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORE = ("measures", "disclosure", "comparison", "profile")
LINT = "from importlinter.cli import lint_imports_command as lint; lint()"
FORMATS = "csv|parquet|excel|ods|json|ndjson|ipc|avro|delta|database|text|bytes"
IO_CALL = re.compile(
    rf"(open|print|input|now|today|utcnow|(read|scan|write|sink)_({FORMATS}))", re.ASCII
)
PLANTS = {
    "stufen": ("domain/stoerung.py", "import reports.press"),
    "mauer": ("charts/stoerung.py", "from reports.measures import rounding"),
    "tor": ("disclosure/release.py", "import reports.disclosure.stoerung"),
    "kern": ("comparison/stoerung.py", "from pathlib import Path"),
}


def broken_contracts(folder: Path) -> set[str]:
    """Names of the contracts in *folder*'s pyproject.toml that its package breaks."""
    command = [sys.executable, "-c", LINT, "--no-cache", "--no-logo"]
    done = subprocess.run(  # noqa: S603 (our own command)
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    broken = set(re.findall(r"^(\w+):.* BROKEN", done.stdout, re.MULTILINE))
    assert bool(broken) == bool(done.returncode), done.stdout + done.stderr
    return {name.lower() for name in broken}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the package and its contracts, to plant mistakes in."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "reports", tmp_path / "reports")
    (tmp_path / "reports/disclosure/stoerung.py").touch()
    return tmp_path


def test_package_keeps_every_contract() -> None:
    assert broken_contracts(ROOT) == set()


@pytest.mark.parametrize("contract", PLANTS)
def test_planted_import_breaks_its_contract(contract: str, checkout: Path) -> None:
    place, line = PLANTS[contract]
    with (checkout / "reports" / place).open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")

    assert contract in broken_contracts(checkout)


def test_new_module_must_be_given_its_place(checkout: Path) -> None:
    (checkout / "reports/heimatlos.py").touch()

    assert broken_contracts(checkout) == {"stufen"}


def io_calls(source: str) -> list[str]:
    """Calls in *source* that reach for a file, the console or the clock."""
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    names = (ast.unparse(func) for func in calls)
    return [name for name in names if IO_CALL.fullmatch(name.rpartition(".")[2])]


def test_io_call_is_recognised() -> None:
    source = "open('a')\npl.read_csv('a')\ndate.today()\nfrozen.opened()\nreader.read_row()"

    assert io_calls(source) == ["open", "pl.read_csv", "date.today"]


@pytest.mark.parametrize("stage", CORE)
def test_core_touches_neither_file_nor_console_nor_clock(stage: str) -> None:
    modules = sorted((ROOT / "reports" / stage).rglob("*.py"))
    found = {path.name: io_calls(path.read_text(encoding="utf-8")) for path in modules}

    assert modules
    assert not any(found.values()), found
