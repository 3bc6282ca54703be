"""One file is fit for the archive and for a screen reader, by the judgement of others."""

from pathlib import Path

import pytest
from verapdf import Urteil, pruefe

DATEIEN = ("Neustadt-am-Ruebenberge", "Uetze", "Region-Hannover")  # long name, short name, Region


@pytest.fixture(scope="module")
def urteile(ausgabe: Path) -> dict[str, Urteil]:
    """What veraPDF says of the finished files."""
    paths = {name: next(ausgabe.glob(f"*_{name}_*.pdf")) for name in DATEIEN}
    found = pruefe(tuple(paths.values()))
    return {name: found[path] for name, path in paths.items()}


@pytest.mark.parametrize("name", DATEIEN)
def test_a_finished_file_breaks_no_rule_of_pdfa_2a(name: str, urteile: dict[str, Urteil]) -> None:
    assert urteile[name].pdfa == frozenset()


@pytest.mark.parametrize("name", DATEIEN)
def test_a_finished_file_breaks_no_rule_of_pdfua_1(name: str, urteile: dict[str, Urteil]) -> None:
    assert urteile[name].pdfua == frozenset()
