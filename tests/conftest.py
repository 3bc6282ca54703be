"""Every run of the tests draws the same examples, and prints the whole edition once."""

import os
from pathlib import Path

import pytest
from drucken import erstellen
from filelock import FileLock
from hypothesis import settings

settings.register_profile("gleich", derandomize=True, deadline=None)
settings.load_profile("gleich")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that look at the printed edition: they take longest."""
    longest = {item.path for item in items if "ausgabe" in item.fixturenames}
    items.sort(key=lambda item: item.path not in longest)


@pytest.fixture(scope="session")
def ausgabe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the edition that ``make profile`` makes, the same for all processes of a run."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with FileLock(shared / "ausgabe.lock"):
        found = list(shared.glob("ausgabe/*/*"))
        return found[0] if found else erstellen(shared / "ausgabe")
