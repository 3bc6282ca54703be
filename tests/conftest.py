"""Every run of the tests draws the same examples, and prints the whole edition once."""

from pathlib import Path

import pytest
from drucken import erstellen
from hypothesis import settings

settings.register_profile("gleich", derandomize=True, deadline=None)
settings.load_profile("gleich")


@pytest.fixture(scope="session")
def ausgabe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the edition that ``make profile`` makes."""
    return erstellen(tmp_path_factory.mktemp("ausgabe"))
