"""What figures have to do with each other is told completely, by names and plain numbers."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from zahlen import REGION, UMLAND, A, B, C, edition, katalog, kennzahl, merkmal
from zahlen import material as material_of

from reports.domain.beziehung import Gesamtzahl, Naeherung
from reports.domain.katalog import Art, Zerlegung
from reports.handover.relations import write_beziehungen


@pytest.fixture(scope="module")
def beziehungen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    verzeichnis = katalog(
        merkmal("alo_jung", "alo_u20 + alo_20_24"),
        merkmal("flaeche", art=Art.BETRAG, dezimalen=2),
        kennzahl("anteil", "alo - alo_jung", "bev", nullschutz=True),
        kennzahl("strafen", "straf", mindestfallzahl=5),
        kennzahl("dichte", "bev", "flaeche", formel="mittelwert"),
    )
    parts = Zerlegung(
        titel="Geschlecht",
        ganzes="alo",
        teile=("alo_m", "alo_w"),
        vollstaendig=True,
        toleranz=Decimal("0.5"),
        von=2015,
    )
    more = {"alo_m": merkmal("alo_m"), "alo_w": merkmal("alo_w")}
    verzeichnis = replace(
        verzeichnis, merkmale={**verzeichnis.merkmale, **more}, zerlegungen=(parts,)
    )
    found = replace(
        material_of([(A, 2020, "straf", 100)], verzeichnis, edition()),
        gesamtzahlen=(
            Gesamtzahl(merkmal="alo", jahr=2020, wert=1234, toleranz=Decimal(0)),
            Gesamtzahl(merkmal="flaeche", jahr=2020, wert=229710, toleranz=Decimal("0.05")),
        ),
        naeherungen=(Naeherung(gebiet=UMLAND, merkmal="alo", jahr=2020, toleranz=Decimal("1.5")),),
    )
    path = tmp_path_factory.mktemp("beziehungen") / "beziehungen.json"
    write_beziehungen(path, found)
    return json.loads(path.read_text(encoding="utf-8"))


def by_id(entries: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in entries}


def test_kommunen_have_no_members_and_groups_name_theirs(beziehungen: dict[str, Any]) -> None:
    members = {gebiet["schluessel"]: gebiet["mitglieder"] for gebiet in beziehungen["gebiete"]}

    assert members == {A: [], B: [], C: [], REGION: [A, B, C], UMLAND: [B, C]}
    assert beziehungen["gebiete"][3]["name"] == "Region"


def test_every_merkmal_says_what_of_it_is_a_secret(beziehungen: dict[str, Any]) -> None:
    found = by_id(beziehungen["merkmale"])

    assert found["flaeche"] == {
        "id": "flaeche",
        "art": "betrag",
        "dezimalen": 2,
        "additiv": True,
        "minimum": 0,
        "nullschutz": False,
        "summe": [],
        "fallzahl": "",
    }
    assert found["alo_jung"]["summe"] == ["alo_u20 + alo_20_24"]
    protected = {name: (m["minimum"], m["nullschutz"]) for name, m in found.items()}
    assert protected["straf"] == (5, False)
    assert protected["bev"] == (3, False)
    assert {protected[name] for name in ("alo", "alo_m", "alo_w", "alo_u20")} == {(3, True)}


def test_every_kennzahl_has_its_formula_in_words_of_the_catalogue(
    beziehungen: dict[str, Any],
) -> None:
    found = by_id(beziehungen["kennzahlen"])

    assert found["anteil"] == {
        "id": "anteil",
        "formel": "prozent",
        "zaehler": "alo - alo_jung",
        "nenner": "bev",
        "faktor": 100,
        "nachkommastellen": 1,
        "teilmenge": True,
        "minimum": 3,
        "nullschutz": True,
    }
    assert (found["strafen"]["nenner"], found["strafen"]["minimum"]) == ("", 5)


def test_parts_come_with_the_years_they_hold_for(beziehungen: dict[str, Any]) -> None:
    (zerlegung,) = beziehungen["zerlegungen"]

    assert zerlegung == {
        "ganzes": "alo",
        "teile": ["alo_m", "alo_w"],
        "vollstaendig": True,
        "toleranz": 0.5,
        "von": 2015,
        "bis": None,
    }


def test_totals_of_sources_are_in_the_unit_of_their_merkmal(beziehungen: dict[str, Any]) -> None:
    assert beziehungen["gesamtzahlen"] == [
        {"merkmal": "alo", "jahr": 2020, "wert": 1234, "toleranz": 0},
        {"merkmal": "flaeche", "jahr": 2020, "wert": 2297.1, "toleranz": 0.05},
    ]


def test_figures_of_groups_that_only_nearly_add_up_are_named(beziehungen: dict[str, Any]) -> None:
    assert beziehungen["naeherungen"] == [
        {"schluessel": UMLAND, "merkmal": "alo", "jahr": 2020, "toleranz": 1.5}
    ]
