"""The figures that come with the program, checked without the program."""

import csv
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from reports.edition import read_edition, shipped
from reports.errors import Schwere
from reports.intake.bestand import Eingang, read_eingang

REGION = "03241000"
LIEFERUNGEN = shipped("input") / "lieferungen"
ROHDATEN = {
    path: list(csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter=";"))
    for path in sorted(LIEFERUNGEN.glob("*/*.csv"))
}
# What shows that a Merkmal adds up: the catalogue says so, unless additiv = false.
MERKMALE = {
    entry["id"]: entry
    for path in (shipped("input") / "katalog").glob("*.toml")
    for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("merkmal", [])
}


def profile_of(path: Path) -> dict[str, object]:
    """The ``[[datei]]`` that describes a delivered file, with its source's set of signs."""
    source = tomllib.loads((path.parent / "quelle.toml").read_text(encoding="utf-8"))
    (entry,) = (entry for entry in source["datei"] if entry["name"] == path.name)
    return entry | {"zeichensatz": source["zeichensatz"]}


def figure(row: dict[str, str], profile: dict[str, object]) -> Decimal | None:
    """The value of a cell, None for a sign; read by nothing of the program."""
    text = row["wert"]
    if text == "-" and profile["zeichensatz"] == "destatis":
        return None if means_missing(row, profile) else Decimal(0)
    try:
        return Decimal(text.replace(".", "").replace(",", "."))
    except ArithmeticError:
        return None


def means_missing(row: dict[str, str], profile: dict[str, object]) -> bool:
    """Whether the profile of the file says that a dash there is no zero."""
    return any(
        row["ags"] in entry.get("ags", [row["ags"]])
        and int(row["jahr"]) in entry.get("jahre", [int(row["jahr"])])
        for entry in profile.get("zeichen", [])
        if entry["zeichen"] == "-"
    )


def controlled() -> Iterator[tuple[str, str, int, Decimal]]:
    """File, Merkmal, year and difference, wherever all 21 and the Region have a value."""
    for path, rows in ROHDATEN.items():
        profile = profile_of(path)
        cells: dict[tuple[str, str], dict[str, Decimal | None]] = {}
        for row in rows:
            place = cells.setdefault((row["merkmal"], row["jahr"]), {})
            place[row["ags"]] = figure(row, profile)
        for (merkmal, jahr), werte in cells.items():
            whole = werte.pop(REGION, None)
            parts = [wert for wert in werte.values() if wert is not None]
            if MERKMALE[merkmal].get("additiv", True) and whole is not None and len(parts) == 21:
                name = path.relative_to(LIEFERUNGEN).as_posix()
                yield name, merkmal, int(jahr), sum(parts, Decimal(0)) - whole


DIFFERENZEN = {(name, merkmal, jahr): differenz for name, merkmal, jahr, differenz in controlled()}


@pytest.fixture(scope="module")
def eingang() -> Eingang:
    return read_eingang(read_edition(shipped("input")))


def test_shipped_input_is_read_without_an_error(eingang: Eingang) -> None:
    assert eingang.bestand.height == sum(map(len, ROHDATEN.values()))
    assert all(befund.schwere is Schwere.WARNUNG for befund in eingang.warnungen)


def test_every_value_of_the_files_is_in_the_bestand(eingang: Eingang) -> None:
    found = {
        (row["datei"], row["zelle"]): (row["wert"], row["merkmal"])
        for row in eingang.bestand.iter_rows(named=True)
    }
    for path, rows in ROHDATEN.items():
        name = f"lieferungen/{path.relative_to(LIEFERUNGEN).as_posix()}"
        profile = profile_of(path)
        for line, row in enumerate(rows, start=2):
            wert, merkmal = found[name, f"F{line}"]
            places = MERKMALE[row["merkmal"]].get("dezimalen", 0)
            read = None if wert is None else Decimal(wert).scaleb(-places)
            assert (merkmal, read) == (row["merkmal"], figure(row, profile)), (name, line)


@pytest.mark.parametrize("datei", sorted({name for name, _, _ in DIFFERENZEN}))
def test_kommunen_add_up_to_the_region_within_the_tolerance(datei: str) -> None:
    profile = profile_of(LIEFERUNGEN / datei)
    toleranz = Decimal(str(profile.get("toleranz", 0)))
    declared = {
        (entry["merkmal"], entry["jahr"]): entry["differenz"]
        for entry in profile.get("abweichung", [])
    }
    beyond = {
        (merkmal, jahr): differenz
        for (name, merkmal, jahr), differenz in DIFFERENZEN.items()
        if name == datei and abs(differenz) > toleranz
    }

    assert beyond == declared


def test_program_compares_every_control_total(eingang: Eingang) -> None:
    compared = {
        (summe.ort.datei.removeprefix("lieferungen/"), summe.merkmal, summe.jahr): summe.differenz
        for summe in eingang.kontrollsummen
    }

    assert DIFFERENZEN.items() <= compared.items()
    assert len(DIFFERENZEN) > 200


def test_dash_for_hannover_2008_is_missing_and_not_zero(eingang: Eingang) -> None:
    cells = [
        row
        for row in eingang.bestand.iter_rows(named=True)
        if (row["gebiet"], row["jahr"]) == ("03241001", 2008)
        and row["datei"].endswith("bevoelkerung_2008_2015.csv")
    ]

    assert cells
    assert {(cell["wert"], cell["zeichen"]) for cell in cells} == {(None, "fehlt")}


def test_every_source_names_its_licence_and_every_file_its_origin(eingang: Eingang) -> None:
    for quelle in eingang.quellen:
        assert quelle.lizenz
        assert quelle.herausgeber
        for datei in quelle.datei:
            assert datei.url.startswith("https://"), datei.name
            assert datei.tabelle, datei.name


def test_no_figure_is_younger_than_the_day_the_deliveries_were_closed(eingang: Eingang) -> None:
    closed = read_edition(shipped("input")).datenstand

    assert max(eingang.bestand["jahr"]) <= closed.year
