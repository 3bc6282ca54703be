"""The Zerlegungen and declared jumps that come with the program, beside the shipped figures."""

import csv
import tomllib
from decimal import Decimal

import polars as pl
import pytest

from reports.domain.frames import Bestand
from reports.edition import read_edition, shipped
from reports.intake.bestand import Eingang, read_eingang
from reports.intake.checks import UNBESTAETIGT, part_problems

Stelle = tuple[str, str, str]  # Merkmal, year, area
KATALOG = [
    tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((shipped("input") / "katalog").glob("*.toml"))
]
ZERLEGUNGEN = [entry for datei in KATALOG for entry in datei.get("zerlegung", [])]


def figures() -> dict[Stelle, Decimal]:
    """Every cell that is a number, read by nothing of the program."""
    found: dict[Stelle, Decimal] = {}
    for path in (shipped("input") / "lieferungen").glob("*/*.csv"):
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter=";"):
            text = row["wert"].replace(".", "").replace(",", ".")
            if text.replace(".", "").isdigit():
                found[row["merkmal"], row["jahr"], row["ags"]] = Decimal(text)
    return found


FIGURES = figures()


def surplus(entry: dict[str, object]) -> list[Decimal]:
    """Sum of the parts minus the whole, wherever all of them are numbers."""
    ganzes, teile = str(entry["ganzes"]), [str(teil) for teil in entry["teile"]]
    return [
        sum((FIGURES[teil, jahr, ags] for teil in teile), Decimal(0)) - whole
        for (merkmal, jahr, ags), whole in FIGURES.items()
        if merkmal == ganzes
        and int(str(entry.get("von", 0))) <= int(jahr) <= int(str(entry.get("bis", 9999)))
        and all((teil, jahr, ags) in FIGURES for teil in teile)
    ]


@pytest.fixture(scope="module")
def eingang() -> Eingang:
    return read_eingang(read_edition(shipped("input")))


@pytest.mark.parametrize(
    "entry", ZERLEGUNGEN, ids=lambda entry: f"{entry['titel']} von {entry['ganzes']}"
)
def test_shipped_figures_bear_out_the_catalogue(entry: dict[str, object]) -> None:
    allowed = entry.get("toleranz", 0)
    differences = surplus(entry)

    assert all(difference <= allowed for difference in differences)
    if entry["vollstaendig"]:
        assert all(difference >= -allowed for difference in differences)


def test_most_zerlegungen_can_be_compared_with_shipped_figures() -> None:
    compared = [entry for entry in ZERLEGUNGEN if surplus(entry)]

    assert len(ZERLEGUNGEN) >= 130
    assert len(compared) >= 90


@pytest.mark.parametrize(
    ("merkmal", "jahr", "change"),
    [("bev_m", 2015, 1), ("bev_20_24_w", 2015, -1), ("gsie", 2014, 3), ("kita_u3", 2014, 20000)],
)
def test_changed_part_of_a_shipped_whole_is_found(
    merkmal: str, jahr: int, change: int, eingang: Eingang
) -> None:
    cell = (
        (pl.col("merkmal") == merkmal) & (pl.col("jahr") == jahr) & (pl.col("gebiet") == "03241001")
    )
    wert = pl.col("wert") + pl.when(cell).then(change).otherwise(0)
    changed = Bestand.validate(eingang.bestand.with_columns(wert))

    befunde = list(part_problems(changed, eingang.katalog))

    assert befunde
    assert all(merkmal in befund.text and "03241001" in befund.text for befund in befunde)


def test_every_odd_shipped_figure_is_declared_with_its_reason(eingang: Eingang) -> None:
    codes = [befund.code for befund in eingang.warnungen]

    assert UNBESTAETIGT not in codes
    assert codes.count("W-PLAUSIBEL") == 19
