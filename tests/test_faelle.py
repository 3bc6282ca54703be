"""Worked cases: published figures, computed once more from published counts.

Every ``faelle/*.toml`` holds ``[[fall]]`` entries that need no Python. All have ``titel``, ``quelle``
and ``gedruckt``, the figure as published. A case of the shipped input names ``kennzahl``, ``gebiet``
and ``jahr``; with ``seit`` it is the change since that year. A free-standing case gives ``formel``,
``zaehler``, ``nenner`` and ``nachkommastellen``; lists are the Kommunen of a Region; with
``zaehler_vorher`` (and ``nenner_vorher``) it is the change.
"""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from zahlen import REGION, echtes_material, edition, gebiete, katalog, kennzahl, material

from reports.profile.cells import change_cell, value_cell
from reports.profile.material import Material

FAELLE = {
    f"{path.stem}: {fall['titel']}": fall
    for path in sorted((Path(__file__).parent / "faelle").glob("*.toml"))
    for fall in tomllib.loads(path.read_text(encoding="utf-8"))["fall"]
}
ECHT = {"titel", "quelle", "gedruckt", "kennzahl", "gebiet", "jahr", "seit"}
FREI = {
    "titel",
    "quelle",
    "gedruckt",
    "formel",
    "zaehler",
    "nenner",
    "nachkommastellen",
    "zaehler_vorher",
    "nenner_vorher",
}


def plain(text: str) -> str:
    """Print without its no-break spaces and with the minus of a keyboard."""
    return text.replace("\u00a0", " ").replace("\u2212", "-")


def shipped_print(fall: dict) -> str:
    """What the program prints for a Kennzahl of the shipped input."""
    seit = fall.get("seit", fall["jahr"] - 1)
    found = echtes_material(fall["jahr"], seit, fall["jahr"])
    stelle = found.katalog.kennzahlen[fall["kennzahl"]]
    (area,) = [g for g in found.edition.gebiete.alle if fall["gebiet"] in (g.name, g.schluessel)]
    if "seit" in fall:
        return change_cell(stelle, found.aenderung(area, stelle)).text
    return value_cell(stelle, found.wert(area, stelle, fall["jahr"])).text


def listed(counts: int | list[int] | None) -> list[int]:
    return counts if isinstance(counts, list) else [] if counts is None else [counts]


def free_material(fall: dict) -> Material:
    """The counts of a free-standing case as a delivery of two years."""
    keys = [f"032410{nummer:02}" for nummer, _ in enumerate(listed(fall["zaehler"]), start=1)]
    zellen = [
        (key, jahr, name, wert)
        for jahr, ende in ((2011, "_vorher"), (2012, ""))
        for name in ("zaehler", "nenner")
        for key, wert in zip(keys, listed(fall.get(f"{name}{ende}")), strict=False)
    ]
    stelle = kennzahl(
        "x",
        "zaehler",
        "nenner" if "nenner" in fall else "",
        formel=fall["formel"],
        nachkommastellen=fall["nachkommastellen"],
    )
    return material(zellen, katalog(stelle), replace(edition(2011, 2012), gebiete=gebiete(*keys)))


def free_print(fall: dict) -> str:
    """What the program prints for the counts of a free-standing case."""
    found = free_material(fall)
    stelle = found.katalog.kennzahlen["x"]
    area = found.edition.gebiete.named(REGION)
    if "zaehler_vorher" in fall:
        return change_cell(stelle, found.aenderung(area, stelle)).text
    return value_cell(stelle, found.wert(area, stelle)).text


@pytest.mark.parametrize("fall", FAELLE.values(), ids=FAELLE)
def test_the_published_figure_is_printed(fall: dict) -> None:
    found = shipped_print(fall) if "kennzahl" in fall else free_print(fall)

    assert plain(found) == plain(fall["gedruckt"])


@pytest.mark.parametrize("fall", FAELLE.values(), ids=FAELLE)
def test_a_case_names_its_source_and_has_no_misspelt_key(fall: dict) -> None:
    assert len(fall["quelle"]) > 20
    assert set(fall) <= (ECHT if "kennzahl" in fall else FREI)


def test_there_are_enough_cases() -> None:
    assert len(FAELLE) >= 15
