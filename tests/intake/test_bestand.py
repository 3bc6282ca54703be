from decimal import Decimal
from pathlib import Path

import pytest
from helfer import (
    GEBIETE,
    GUT,
    KATALOG,
    KLEIN,
    KOPF,
    LIEFERUNG,
    QUELLE,
    befunde_of,
    block,
    row,
    write_input,
)

from reports.edition import read_edition
from reports.errors import Befund, Schwere, Stelle
from reports.intake.bestand import Eingang, read_eingang

ZWEITE = "lieferungen/amt/zweite.csv"
GROSSAU = "03241001"
ABWEICHUNG = """
[[datei.abweichung]]
merkmal = "bev"
jahr = 2019
differenz = {}
grund = "Im Amt verrechnet."
"""


def eingang(folder: Path, changes: dict[str, str]) -> Eingang:
    return read_eingang(read_edition(write_input(folder, dict(changes))))


def refused(folder: Path, changes: dict[str, str]) -> tuple[Befund, ...]:
    return befunde_of(lambda: eingang(folder, changes))


def quelle(toleranz: object = 0, mehr: str = "") -> str:
    """The source with a tolerance and further lines for its file."""
    return KLEIN[QUELLE].replace('gebiete = "', f'toleranz = {toleranz}\ngebiete = "') + mehr


def off_by(difference: int) -> str:
    """The good delivery, the Region's figure of 2019 too low by *difference*."""
    total = 5150 + 1880 + 790
    line = row("03241000", 2019, "bev", total)
    assert line in GUT
    return GUT.replace(line, row("03241000", 2019, "bev", total - difference))


def second_file(text: str, umfang: str = "kommunen_und_region") -> dict[str, str]:
    """A second file beside the first, and the profile that describes both."""
    head, mark, entry = KLEIN[QUELLE].partition("[[datei]]")
    more = entry.replace("bevoelkerung.csv", "zweite.csv").replace("kommunen_und_region", umfang)
    return {QUELLE: head + mark + entry + mark + more, ZWEITE: text}


def test_row_twice_in_a_file_is_refused_with_both_lines(tmp_path: Path) -> None:
    lines = len(GUT.splitlines())
    first = GUT.splitlines(keepends=True).index(row(GROSSAU, 2019, "bev", 5150)) + 1

    (befund,) = refused(tmp_path, {LIEFERUNG: GUT + row(GROSSAU, 2019, "bev", 5151)})

    assert befund.code == "E-DOPPELT"
    assert befund.ort == Stelle(LIEFERUNG, zelle=f"F{lines + 1}")
    assert f"Zelle F{first}" in befund.text


def test_same_row_twice_in_a_file_counts_once_and_is_told(tmp_path: Path) -> None:
    found = eingang(tmp_path, {LIEFERUNG: GUT + row(GROSSAU, 2019, "bev", 5150)})

    assert [befund.code for befund in found.warnungen] == ["W-DOPPELT"]
    assert found.bestand.height == len(GUT.splitlines()) - 1


def test_row_in_two_files_is_refused_with_both_places(tmp_path: Path) -> None:
    text = KOPF + block("bev", 2019, (5150, 1880, 790))

    befunde = refused(tmp_path, second_file(text))

    assert {befund.code for befund in befunde} == {"E-DOPPELT"}
    assert len(befunde) == 4
    assert all(LIEFERUNG in str(befund) and ZWEITE in str(befund) for befund in befunde)


def test_same_kommune_under_two_names_is_still_double(tmp_path: Path) -> None:
    again = row(GROSSAU, 2019, "bev", 5151).replace("Großau", "Großau, Landeshauptstadt")

    (befund,) = refused(tmp_path, {LIEFERUNG: GUT + again})

    assert befund.code == "E-DOPPELT"


def test_missing_kommune_is_named_for_each_merkmal_and_year(tmp_path: Path) -> None:
    kept = [line for line in GUT.splitlines(keepends=True) if "03241002;" not in line]

    befunde = refused(tmp_path, {LIEFERUNG: "".join(kept)})

    assert {befund.code for befund in befunde} == {"E-FEHLT"}
    assert len(befunde) == 6
    assert all("03241002 Heidefeld (Moor)" in befund.text for befund in befunde)
    assert any("»bev_u18« 2020" in befund.text for befund in befunde)


def test_missing_region_is_named(tmp_path: Path) -> None:
    text = GUT.replace(row("03241000", 2019, "bev", 7820), "")

    (befund,) = refused(tmp_path, {LIEFERUNG: text})

    assert befund.code == "E-FEHLT"
    assert "03241000 Region Probe" in befund.text
    assert "»bev« 2019" in befund.text


@pytest.mark.parametrize(
    ("umfang", "missing"),
    [
        ("kommunen", {"03241002", "03241003"}),
        ("kommunen_und_region", {"03241000", "03241002", "03241003"}),
        ("region_und_hannover", {"03241000"}),
    ],
)
def test_file_holds_the_areas_it_announces(umfang: str, missing: set[str], tmp_path: Path) -> None:
    text = KOPF + row(GROSSAU, 2017, "bev", 5000)

    (befund,) = refused(tmp_path, second_file(text, umfang))

    assert befund.ort == Stelle(ZWEITE)
    assert {ags for ags in GEBIETE if ags in befund.text} == missing


def test_file_without_a_single_row_is_refused(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, second_file(KOPF))

    assert str(befund.ort).startswith(ZWEITE)


def test_sign_stands_for_a_kommune_that_delivers_nothing(tmp_path: Path) -> None:
    found = eingang(tmp_path, {LIEFERUNG: GUT.replace(";bev;800\n", ";bev;.\n")})

    assert found.bestand.height == 24
    assert ("bev", 2018) not in {(s.merkmal, s.jahr) for s in found.kontrollsummen}


def test_control_totals_are_the_sums_beside_the_delivered(tmp_path: Path) -> None:
    found = eingang(tmp_path, {})

    assert {(s.merkmal, s.jahr, s.summe, s.geliefert) for s in found.kontrollsummen} == {
        ("bev", 2018, 7800, 7800),
        ("bev", 2019, 7820, 7820),
        ("bev", 2020, 7840, 7840),
        ("bev_u18", 2018, 1300, 1300),
        ("bev_u18", 2019, 1295, 1295),
        ("bev_u18", 2020, 1300, 1300),
    }


@pytest.mark.parametrize("difference", [-3, -1, 0, 2, 3])
def test_difference_within_the_tolerance_says_nothing(difference: int, tmp_path: Path) -> None:
    found = eingang(tmp_path, {LIEFERUNG: off_by(difference), QUELLE: quelle(3)})

    assert found.warnungen == ()


@pytest.mark.parametrize("difference", [-4, 4, 100])
def test_difference_beyond_the_tolerance_is_refused(difference: int, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, {LIEFERUNG: off_by(difference), QUELLE: quelle(3)})

    assert (befund.code, befund.ort) == ("E-SUMME", Stelle(LIEFERUNG, zelle="F6"))
    assert "»bev« 2019" in befund.text
    assert "3" in befund.abhilfe


def test_figures_of_a_total_are_written_in_german(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, {LIEFERUNG: off_by(4)})

    assert "7.820" in befund.text
    assert "7.816" in befund.text


def test_declared_difference_is_a_warning_with_its_reason(tmp_path: Path) -> None:
    found = eingang(tmp_path, {LIEFERUNG: off_by(4), QUELLE: quelle(3, ABWEICHUNG.format(4))})

    (warnung,) = found.warnungen
    assert warnung.schwere is Schwere.WARNUNG
    assert "Im Amt verrechnet." in str(warnung)


@pytest.mark.parametrize("declared", [3, 5, -4])
def test_declared_difference_that_no_longer_fits_is_refused(declared: int, tmp_path: Path) -> None:
    changes = {LIEFERUNG: off_by(4), QUELLE: quelle(1, ABWEICHUNG.format(declared))}

    (befund,) = refused(tmp_path, changes)

    assert (befund.code, befund.schwere) == ("E-SUMME", Schwere.FEHLER)


def test_catalogue_and_sources_are_reported_together(tmp_path: Path) -> None:
    changes = {
        KATALOG: KLEIN[KATALOG].replace('"anzahl"', '"anzal"'),
        QUELLE: KLEIN[QUELLE].replace("lizenz", "lizens"),
    }

    befunde = refused(tmp_path, changes)

    assert [str(befund.ort).split(",")[0] for befund in befunde] == [KATALOG, QUELLE]


def test_key_figures_and_breaks_are_reported_together(tmp_path: Path) -> None:
    changes = {
        "ausgabe.toml": KLEIN["ausgabe.toml"].replace('"einwohner"', '"einwohnr"'),
        "brueche.toml": '[[bruch]]\nab = 2019\nvergleichbar = "nein"\ntitel = "Neu"\ngrund = "g"'
        '\nmerkmale = ["bevv"]',
    }

    befunde = refused(tmp_path, changes)

    assert [str(befund.ort).split(",")[0] for befund in befunde] == ["ausgabe.toml", "brueche.toml"]


def test_declared_difference_that_no_longer_exists_is_refused(tmp_path: Path) -> None:
    befunde = refused(tmp_path, {QUELLE: quelle(1, ABWEICHUNG.format(4))})

    assert any("bev" in befund.text and "2019" in befund.text for befund in befunde)


def test_declared_difference_of_an_unknown_merkmal_is_refused(tmp_path: Path) -> None:
    wrong = ABWEICHUNG.format(4).replace('"bev"', '"bevv"')
    changes = {LIEFERUNG: off_by(4), QUELLE: quelle(9, wrong)}

    befunde = refused(tmp_path, changes)

    assert any("bevv" in str(befund) for befund in befunde)


def test_amounts_are_compared_in_their_own_unit(tmp_path: Path) -> None:
    catalogue = KLEIN[KATALOG].replace(
        'basis = "fortschreibung"', 'basis = "fortschreibung"\nart = "betrag"\ndezimalen = 2', 1
    )
    rows = (row(ags, 2017, "bev", "0,10") for ags in ("03241001", "03241002", "03241003"))
    text = KOPF + row("03241000", 2017, "bev", "0,35") + "".join(rows)
    files = second_file(text)
    files[QUELLE] = files[QUELLE].replace('gebiete = "', 'toleranz = 0.05\ngebiete = "')

    found = eingang(tmp_path, {KATALOG: catalogue, **files})

    (summe,) = (s for s in found.kontrollsummen if s.jahr == 2017)
    assert (summe.summe, summe.geliefert) == (Decimal("0.30"), Decimal("0.35"))
    assert summe.differenz == Decimal("-0.05")


def test_what_does_not_add_up_is_not_compared(tmp_path: Path) -> None:
    catalogue = KLEIN[KATALOG].replace(
        'basis = "fortschreibung"', 'basis = "fortschreibung"\nadditiv = false', 1
    )
    catalogue = catalogue.replace("richtung", "additiv = false\nrichtung")

    found = eingang(tmp_path, {KATALOG: catalogue, LIEFERUNG: off_by(500)})

    assert {s.merkmal for s in found.kontrollsummen} == {"bev_u18"}


def test_problems_of_the_last_stage_are_reported_together(tmp_path: Path) -> None:
    text = off_by(4).replace(row("03241003", 2018, "bev", 800), "")

    befunde = refused(tmp_path, {LIEFERUNG: text})

    assert sorted(befund.code for befund in befunde) == ["E-FEHLT", "E-SUMME"]
