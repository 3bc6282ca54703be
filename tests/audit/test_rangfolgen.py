"""What the auditor of traces finds in rankings; Bdorf has a secret."""

from collections.abc import Callable
from pathlib import Path

import pytest
from seiten_probe import Blatt, probe

from reports.audit.spuren import pruefe_spuren

TABELLE = "daten/seiten/03241000.json, Tabelle rangfolge-quote"


def places(folder: Path, plant: Callable[[Blatt], object]) -> list[str]:
    """Where traces are found after *plant* has changed the ranking."""
    planted = probe()
    plant(planted.rangfolge)
    return [str(befund.ort) for befund in pruefe_spuren(planted.write(folder))]


def row(tabelle: Blatt, name: str) -> Blatt:
    """The row of a Kommune."""
    return next(zeile for zeile in tabelle["zeilen"] if zeile["kopf"] == name)


def test_ranks_of_released_values_pass(tmp_path: Path) -> None:
    assert places(tmp_path, lambda tabelle: row(tabelle, "Adorf")) == []


def _hidden_value(tabelle: Blatt) -> None:
    row(tabelle, "Bdorf")["zellen"][0]["text"] = "12,5"


def _hidden_rank(tabelle: Blatt) -> None:
    row(tabelle, "Bdorf")["zellen"][1]["text"] = "2"


def _hidden_place(tabelle: Blatt) -> None:
    """Bdorf stands between the two whose values it lies between."""
    first, second, hidden, region = tabelle["zeilen"]
    tabelle["zeilen"] = [first, hidden, second, region]


def _counted_in(tabelle: Blatt) -> None:
    """Cdorf is third only if Bdorf is counted."""
    row(tabelle, "Cdorf")["zellen"][1]["text"] = "3"


def _other_value(tabelle: Blatt) -> None:
    row(tabelle, "Cdorf")["zellen"][0]["text"] = "12,1"


def _missing_row(tabelle: Blatt) -> None:
    tabelle["zeilen"].remove(row(tabelle, "Bdorf"))


def _whispered_value(tabelle: Blatt) -> None:
    row(tabelle, "Bdorf")["zellen"][0]["gesprochen"] = "gesperrt, 12,5"


def _value_in_the_title(tabelle: Blatt) -> None:
    tabelle["titel"] = "Rangfolge: Quote, Bdorf 12,5"


def _value_beside_the_name(tabelle: Blatt) -> None:
    row(tabelle, "Bdorf")["zusatz"] = "12,5"


@pytest.mark.parametrize(
    "plant",
    [
        _hidden_value,
        _hidden_rank,
        _hidden_place,
        _counted_in,
        _other_value,
        _missing_row,
        _whispered_value,
        _value_in_the_title,
        _value_beside_the_name,
    ],
)
def test_what_released_values_do_not_give_is_a_trace(
    tmp_path: Path, plant: Callable[[Blatt], None]
) -> None:
    assert TABELLE in places(tmp_path, plant)
