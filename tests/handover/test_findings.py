"""What comparison and sentences state leaves the program as files that others can use."""

import csv
import json
from pathlib import Path

import pytest
from zahlen import echtes_material

from reports.handover.findings import write_saetze, write_signale, write_vergleich
from reports.reading.earlier import SIGNALE, read_frueheres


@pytest.fixture(scope="module")
def vergleich(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    path = tmp_path_factory.mktemp("vergleich") / "vergleich.csv"
    write_vergleich(path, echtes_material())
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_area_has_a_row_for_every_delivered_kennzahl(vergleich: list[dict[str, str]]) -> None:
    of = echtes_material()

    pairs = {(row["gebiet"], row["kennzahl"]) for row in vergleich}
    assert len(pairs) == len(vergleich) == len(of.edition.gebiete.alle) * len(of.staende)


def test_every_area_has_its_key_the_umland_too(vergleich: list[dict[str, str]]) -> None:
    of = echtes_material().edition.gebiete

    keys = {row["schluessel"]: row["gebiet"] for row in vergleich}
    assert keys["umland"] == "Umland der Landeshauptstadt"
    assert keys == {gebiet.schluessel: gebiet.name for gebiet in of.alle}


def test_over_and_under_are_what_interval_and_region_say(vergleich: list[dict[str, str]]) -> None:
    """Recomputed from the released values alone."""
    of = echtes_material()
    region = of.edition.gebiete.region.schluessel
    told = [row for row in vergleich if row["zur_region"]]

    assert len(told) > 500
    for row in told:
        other = of.werte[region, int(row["jahr"]), row["kennzahl"]].wert or 0
        low, high = float(row["unten"]), float(row["oben"])
        expected = {"über": other < low, "unter": other > high, "vergleichbar": True}
        assert expected[row["zur_region"]], row


def test_ranks_hold_their_places(vergleich: list[dict[str, str]]) -> None:
    """The places of one Kennzahl are counted through without a gap."""
    rows = [row for row in vergleich if row["kennzahl"] == "auslaenderanteil" and row["rang"]]

    shared = sorted((int(row["rang"]), int(row["rang_bis"])) for row in rows)
    assert shared[0][0] == 1
    assert max(last for _, last in shared) == len(rows) == int(rows[0]["anzahl"])
    assert all(1 <= int(row["viertel"]) <= 4 for row in rows)


def test_signals_are_read_back_by_the_next_edition(tmp_path: Path) -> None:
    of = echtes_material()
    (tmp_path / "vorausgabe").mkdir()
    write_signale(tmp_path / SIGNALE, of)

    earlier = read_frueheres(tmp_path, jahr=2023, ausgabe=1, gebiete={}).vorausgabe

    assert earlier is not None
    assert earlier.name == "2022/1"
    assert set(earlier.signale) == {
        key for key, e in of.einordnungen.items() if e.signal and key[0].isdigit()
    }
    assert set(earlier.signale.values()) == {"2022/1"}


def test_every_sentence_is_kept_with_its_place_and_its_cells(tmp_path: Path) -> None:
    of = echtes_material()
    write_saetze(tmp_path / "saetze.json", of)

    entries = json.loads((tmp_path / "saetze.json").read_text(encoding="utf-8"))
    areas = [*(k.schluessel for k in of.edition.gebiete.kommunen), "03241000"]
    assert {entry["gebiet"] for entry in entries} == set(areas)
    for entry in entries:
        for beleg in entry["satz"]["belege"]:
            wert = of.werte[beleg["gebiet"], beleg["jahr"], beleg["kennzahl"]]
            assert (wert.zaehler, wert.nenner) == (beleg["zaehler"], beleg["nenner"])
        if entry["satz"]["belege"]:
            assert entry["satz"]["belege"][0]["gedruckt"] in entry["satz"]["text"]
