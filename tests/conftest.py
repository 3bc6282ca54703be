"""Every run of the tests draws the same examples, and prints the whole edition once."""

from pathlib import Path

import pytest
from drucken import erstellen
from hypothesis import settings

settings.register_profile("gleich", derandomize=True, deadline=None)
settings.load_profile("gleich")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Share the tests out by file; those of the printed edition go together, and first."""
    groups = {item: _group(item) for item in items}
    for item, group in groups.items():
        item.add_marker(pytest.mark.xdist_group(group))
    items.sort(key=lambda item: groups[item] != "ausgabe")


def _group(item: pytest.Item) -> str:
    """What has to run in one process to make its costly things once."""
    return "ausgabe" if "ausgabe" in item.fixturenames else item.path.stem


@pytest.fixture(scope="session")
def ausgabe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the edition that ``make profile`` makes."""
    return erstellen(tmp_path_factory.mktemp("ausgabe"))
