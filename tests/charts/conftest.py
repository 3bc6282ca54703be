"""The theme of the delivered style sheets."""

from pathlib import Path

import pytest

from reports.charts.theme import Theme

STYLES = Path(__file__).parents[2] / "styles"


@pytest.fixture(scope="session")
def theme() -> Theme:
    """The looks that the product has."""
    return Theme.read(STYLES)
