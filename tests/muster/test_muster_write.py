"""The whole delivery, read back by the intake and checked against the catalogue's own text."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from reports.domain.zeichen import Kennzeichen
from reports.domain.zeit import Vergleichbarkeit
from reports.edition import read_edition
from reports.errors import Schwere
from reports.intake.bestand import Eingang, read_eingang
from reports.measures.measure import measure
from reports.muster.write import write_muster

# What each house writes in place of a figure, and beside one (regeln.md 1.3).
ZEICHEN = {
    "din": {"-", "0", ".", "x", "X", "/", "...", "…"},
    "destatis": {"-", "0", ".", "x", "/", "..."},
    "lsn_neu": {"0", "k", "g", "t", "u", "x"},
    "ba": {"- ", "* ", "x "},
    "zensus_2022": {"–", "/"},
}
MARKEN = {
    "din": "prs(",
    "destatis": "prseu(",
    "lsn_neu": "prseuf",
}
REGION = "03241000"


@pytest.fixture(scope="module")
def eingabe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The input folder of a Musterlieferung for the 21 Kommunen."""
    ordner = tmp_path_factory.mktemp("muster")
    write_muster(ordner, seed=1, kommunen=21)
    return ordner / "input"


@pytest.fixture(scope="module")
def eingang(eingabe: Path) -> Eingang:
    """What the intake makes of it."""
    return read_eingang(read_edition(eingabe))


@pytest.fixture(scope="module")
def entries(eingabe: Path) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """The raw entries of the catalogue by their kind."""
    files = [tomllib.loads(p.read_text()) for p in sorted((eingabe / "katalog").glob("*.toml"))]
    kinds = ("merkmal", "kennzahl", "zerlegung")
    return {kind: [entry for file in files for entry in file.get(kind, [])] for kind in kinds}


def files_of(ordner: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(ordner)): path.read_bytes()
        for path in ordner.rglob("*")
        if path.is_file()
    }


def figures_of(eingang: Eingang, entries: Mapping[str, Any]) -> Iterator[dict[str, int]]:
    """For each area and year the figures that stand for sure, derived ones added up."""
    derived = {m["id"]: m["summe"] for m in entries["merkmal"] if "summe" in m}
    known = eingang.bestand.filter(pl.col("wert").is_not_null())
    for _, rows in known.group_by("gebiet", "jahr"):
        figures = dict(rows.select("merkmal", "wert").iter_rows())
        for name, summen in derived.items():
            for summe in summen:
                parts = summe.split(" + ")
                if all(part in figures for part in parts):
                    figures.setdefault(name, sum(figures[part] for part in parts))
        yield figures


def broken(figures: dict[str, int], zerlegung: Mapping[str, Any]) -> bool:
    """Whether a Zerlegung that can be checked does not hold exactly."""
    names = [zerlegung["ganzes"], *zerlegung["teile"]]
    if not all(name in figures for name in names):
        return False
    whole, *parts = (figures[name] for name in names)
    return sum(parts) != whole if zerlegung["vollstaendig"] else sum(parts) > whole


def test_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        write_muster(tmp_path / name, seed=seed, kommunen=3)
    first, same, other = (files_of(tmp_path / name) for name in "abc")

    assert first == same
    assert first.keys() == other.keys()
    changed = {name for name in first if first[name] != other[name]}
    delivered = {n for n in first if "lieferungen" in n and not n.endswith("quelle.toml")}
    assert delivered <= changed


def test_nothing_is_reported_but_the_declared_jump(eingang: Eingang) -> None:
    assert {befund.schwere for befund in eingang.warnungen} == {Schwere.WARNUNG}
    assert [befund.code for befund in eingang.warnungen] == ["W-PLAUSIBEL", "W-PLAUSIBEL"]
    assert all("»hze«" in befund.text for befund in eingang.warnungen)


def test_every_merkmal_that_is_no_sum_is_delivered(
    eingang: Eingang, entries: Mapping[str, Any]
) -> None:
    expected = {merkmal["id"] for merkmal in entries["merkmal"] if "summe" not in merkmal}

    assert len(expected) > 300
    assert set(eingang.bestand["merkmal"]) == expected


def test_parts_add_up_to_their_whole(eingang: Eingang, entries: Mapping[str, Any]) -> None:
    found = [
        zerlegung["titel"]
        for figures in figures_of(eingang, entries)
        for zerlegung in entries["zerlegung"]
        if broken(figures, zerlegung)
    ]

    assert len(entries["zerlegung"]) > 100
    assert found == []


def test_every_percentage_lies_between_0_and_100(
    eingang: Eingang, entries: Mapping[str, Any]
) -> None:
    shares = [k for k in entries["kennzahl"] if k["formel"] == "prozent"]
    checked = 0
    for figures in figures_of(eingang, entries):
        for kennzahl in shares:
            above, below = (kennzahl[key].split(" + ") for key in ("zaehler", "nenner"))
            if all(name in figures for name in (*above, *below)):
                checked += 1
                nenner = sum(figures[name] for name in below)
                assert 0 <= sum(figures[name] for name in above) <= nenner
                assert nenner > 0
    assert checked > 10_000


def test_region_is_the_sum_of_its_kommunen(eingang: Eingang, entries: Mapping[str, Any]) -> None:
    additive = [m["id"] for m in entries["merkmal"] if m.get("additiv", True)]
    of_region = pl.col("gebiet") == REGION
    sums = (
        eingang.bestand.filter(pl.col("merkmal").is_in(additive))
        .group_by("merkmal", "jahr")
        .agg(
            pl.col("wert").filter(~of_region).sum().alias("summe"),
            pl.col("wert").filter(of_region).first().alias("region"),
            pl.col("wert").filter(~of_region).count().alias("anzahl"),
        )
    )
    complete = sums.filter(pl.col("anzahl") == 21)

    assert complete.height > 2500
    assert complete.filter(pl.col("summe") != pl.col("region")).is_empty()
    assert sums.filter(pl.col("summe") > pl.col("region")).is_empty()


def test_every_sign_and_mark_of_every_house_occurs(eingang: Eingang) -> None:
    for satz, signs in ZEICHEN.items():
        quellen = [q.zitat for q in eingang.quellen if q.zeichensatz == satz]
        written = set(eingang.bestand.filter(pl.col("quelle").is_in(quellen))["roh"])
        marks = {text.strip()[-1] for text in written if text.strip()[:1].isdigit()}
        marks |= {text[0] for text in written if text.startswith("(")}

        assert signs <= written, satz
        assert {*MARKEN.get(satz, "")} <= marks, satz


def test_marks_of_all_kinds_are_read_from_it(eingang: Eingang) -> None:
    found = Counter(bit for marks in eingang.bestand["kennzeichen"] for bit in Kennzeichen(marks))

    assert set(found) == set(Kennzeichen)


def test_every_kennzahl_has_a_value_for_the_region_and_most_kommunen(
    eingabe: Path, eingang: Eingang
) -> None:
    edition = read_edition(eingabe)
    messung = measure(eingang.bestand, eingang.katalog, eingang.brueche, edition)
    staende = pl.DataFrame(
        [(name, jahre.stand) for name, jahre in messung.jahre.items()],
        schema={"kennzahl": pl.String, "jahr": pl.Int32},
        orient="row",
    )
    latest = messung.werte.join(staende, on=["kennzahl", "jahr"]).filter(
        pl.col("gerundet").is_not_null()
    )
    filled = latest.group_by("gebiet").agg(pl.col("kennzahl"))
    by_area = {gebiet: set(names) for gebiet, names in filled.iter_rows()}

    assert by_area[REGION] == set(eingang.katalog.kennzahlen)
    assert by_area["umland"] >= {k.id for k in eingang.katalog.kennzahlen.values() if k.additiv}
    counts = Counter(name for key, names in by_area.items() if key[-2:] > "00" for name in names)
    assert min(counts[name] for name in eingang.katalog.kennzahlen) >= 18


def test_years_are_missing_where_statistics_are_not_made_every_year(eingang: Eingang) -> None:
    years = dict(eingang.bestand.group_by("merkmal").agg(pl.col("jahr").unique()).iter_rows())

    assert sorted(years["bev"]) == list(range(2012, 2025))
    assert sorted(years["pb"]) == [2013, 2015, 2017, 2019, 2021, 2023]
    assert sorted(years["zensus_bev"]) == [2022]
    assert 2018 not in years["hausaerzte"]
    assert 2017 in years["hausaerzte"]


def test_breaks_of_both_grades_are_declared(eingang: Eingang) -> None:
    assert {bruch.vergleichbar for bruch in eingang.brueche} == set(Vergleichbarkeit)


def test_last_year_of_a_source_is_provisional_as_a_whole(eingang: Eingang) -> None:
    last = eingang.bestand.filter(
        (pl.col("datei") == "lieferungen/arbeitslose/arbeitslose_2024.csv")
        & pl.col("wert").is_not_null()
    )

    assert last.height > 150
    assert (last["kennzeichen"] & Kennzeichen.VORLAEUFIG != 0).all()


def test_planted_wrong_digit_is_corrected(eingang: Eingang) -> None:
    (korrektur,) = eingang.korrekturen
    cell = eingang.bestand.row(
        by_predicate=(pl.col("merkmal") == korrektur.merkmal)
        & (pl.col("gebiet") == korrektur.ags)
        & (pl.col("jahr") == korrektur.jahr),
        named=True,
    )

    assert cell["roh"] == f"{cell['wert']}0"
    assert Kennzeichen.BERICHTIGT in Kennzeichen(cell["kennzeichen"])


def test_small_counts_occur(eingang: Eingang) -> None:
    assert {0, 1, 2} <= set(eingang.bestand["wert"])


def test_every_page_says_that_the_figures_are_made_up(eingabe: Path) -> None:
    assert read_edition(eingabe).hinweis == "Musterdaten – frei erfunden"


def test_invented_kommunen_are_read_without_a_finding_of_their_own(tmp_path: Path) -> None:
    write_muster(tmp_path, seed=2, kommunen=24)
    edition = read_edition(tmp_path / "input")
    eingang = read_eingang(edition)

    assert edition.gebiete.region.schluessel == "99000000"
    assert edition.gebiete.landeshauptstadt.schluessel == "99000001"
    assert [kommune.name for kommune in edition.gebiete.kommunen][1] == "Musterort 00002"
    places = [(kommune.spalte, kommune.reihe) for kommune in edition.gebiete.kommunen]
    assert places[:6] == [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (1, 2)]  # five by five hold 24
    assert {befund.code for befund in eingang.warnungen} <= {"W-PLAUSIBEL"}


def test_many_kommunen_are_delivered_without_spreadsheets(tmp_path: Path) -> None:
    write_muster(tmp_path, seed=1, kommunen=101)
    endings = {path.suffix for path in (tmp_path / "input/lieferungen").rglob("*.*")}

    assert endings == {".csv", ".zip", ".toml"}


def test_few_kommunen_are_delivered_in_the_forms_of_all_houses(eingabe: Path) -> None:
    heads = {
        path.relative_to(eingabe / "lieferungen").parts[0]: path.read_bytes()[:14]
        for path in sorted((eingabe / "lieferungen").rglob("*.*"))
        if path.suffix != ".toml"
    }

    assert heads["weitere"] == b"ags;name;jahr;"
    assert heads["bevoelkerungsstand"] == b"\xef\xbb\xbfStatistik_C"
    assert heads["inkar"] == b'\xef\xbb\xbf"Kennziffer'
    assert heads["landesamt"].startswith(b"Tabelle M")
    assert heads["soziales"].startswith(b"Sozialleistunge"[:14])
    workbooks = ("beschaeftigte", "grundsicherung", "melderegister", "fachbereiche")
    assert all(heads[name].startswith(b"PK") for name in (*workbooks, "bevoelkerung_alter"))
