"""The tool installs from pinned packages and works outside its checkout."""

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED = re.compile(r"[a-z0-9-]+==\S+(?: ; [^\\]+)?(?: --hash=sha256:[0-9a-f]{64})+")
FOREIGN_LOCKS = {"uv.lock", "package-lock.json", "poetry.lock", "pdm.lock", "Pipfile.lock"}


def run(*command: str | Path, cwd: Path) -> str:
    """Standard output of *command*, run in *cwd* without this test's Python settings."""
    environment = {key: value for key, value in os.environ.items() if "PYTHON" not in key}
    done = subprocess.run(  # noqa: S603 (our own command)
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pins() -> list[str]:
    """The entries of the lock, each with its hashes on one line."""
    return re.sub(r" \\\n +", " ", LOCK).splitlines()


def declared(extra: str | None = None) -> list[Requirement]:
    """What pyproject.toml asks for at run time, or under *extra*."""
    texts = PROJECT["optional-dependencies"][extra] if extra else PROJECT["dependencies"]
    return [Requirement(text) for text in texts]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without network or build isolation."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `sozialprofil` of an environment that holds nothing but the wheel.

    The libraries come through a .pth file that adds the running site-packages to the path. A
    .pth file of *that* folder is not read, so its editable install of the checkout stays unseen.
    """
    home = tmp_path_factory.mktemp("umgebung")
    venv.create(home, symlinks=True)
    python = home / "bin/python"
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index")
    run(*pip, wheel, cwd=home)
    show = "import reports; print(*reports.__path__)"
    site = Path(run(python, "-c", show, cwd=home).strip()).parent
    assert site.is_relative_to(home)
    (site / "bibliotheken.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return home / "bin/sozialprofil"


@pytest.mark.parametrize("folder", ["layouts", "styles", "input"])
def test_wheel_carries_every_file_of(folder: str, wheel: Path) -> None:
    files = {path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file()}
    packed = set(zipfile.ZipFile(wheel).namelist())

    assert files
    assert {f"reports/mitgeliefert/{path.as_posix()}" for path in files} <= packed


def test_installed_wheel_prints_a_profile_far_from_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    run(installed, "neu", "probe", cwd=tmp_path)
    run(installed, "erstellen", "--kommune", "Wedemark", cwd=tmp_path / "probe")

    (profile,) = (tmp_path / "probe/output").rglob("Sozialstrukturprofil_*_Wedemark_*.pdf")
    assert profile.read_bytes().startswith(b"%PDF-")


def test_every_pin_has_its_version_and_hashes() -> None:
    assert [pin for pin in pins() if not PINNED.fullmatch(pin)] == []


def test_lock_names_no_address() -> None:
    assert re.findall(r"http|find-links|--\w*-?index|/", LOCK) == []


@pytest.mark.parametrize("extra", [None, "test"])
def test_lock_pins_what_the_project_asks_for(extra: str | None) -> None:
    found = {Requirement(pin.split(" ")[0]).name: pin.split(" ")[0] for pin in pins()}
    versions = {name: pin.partition("==")[2] for name, pin in found.items()}

    assert [
        str(wanted)
        for wanted in declared(extra)
        if versions.get(canonicalize_name(wanted.name), "0") not in wanted.specifier
    ] == []


def test_every_imported_library_is_declared() -> None:
    known = {canonicalize_name(wanted.name) for wanted in declared()}
    owners = packages_distributions()
    imported = {
        name.split(".")[0]
        for path in (ROOT / "reports").rglob("*.py")
        for name in imports(path.read_text(encoding="utf-8"))
    }
    libraries = imported - sys.stdlib_module_names - {"reports"}

    assert {
        name
        for name in libraries
        if not known & {canonicalize_name(owner) for owner in owners.get(name, [])}
    } == set()


def imports(source: str) -> list[str]:
    """Dotted names of the modules that *source* imports, at any depth."""
    nodes = list(ast.walk(ast.parse(source)))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return plain + [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]


def test_every_make_target_has_its_line_of_help() -> None:
    (targets,) = re.findall(
        r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE
    )

    assert re.findall(r"^  make (\w+)\t", run("make", cwd=ROOT), re.MULTILINE) == targets.split()


def test_requirements_lock_is_the_only_lock() -> None:
    files = [path for path in ROOT.rglob("*") if ".venv" not in path.parts]

    assert [path for path in files if path.name in FOREIGN_LOCKS] == []
    assert [path for path in files if path.match("pylock*.toml")] == []


def test_output_is_tracked_with_nothing_but_its_gitignore() -> None:
    listing = ("ls-files", "--cached", "--others", "--exclude-standard", "output")

    assert run("git", "-c", "safe.directory=*", *listing, cwd=ROOT) == "output/.gitignore\n"
