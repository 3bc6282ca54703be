"""Code is formatted, linted and typed the way pyproject.toml says."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "command",
    ["ruff check reports tests", "ruff format --check reports tests", "mypy"],
)
def test_tool_has_nothing_to_say(command: str) -> None:
    done = subprocess.run(  # noqa: S603 (our own command)
        [sys.executable, "-m", *command.split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
