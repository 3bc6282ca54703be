"""The list for the office names what is suppressed and why, never a figure."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from zahlen import A, B, C, bestand, edition, katalog, kennzahl, merkmal, umstaende

from reports.auskunft.sperrliste import Sperrliste, check_sperrliste, write_sperrliste
from reports.disclosure.protect import protect
from reports.errors import AblageFehler
from reports.measures.measure import measure

JAHRE = (2011, 2020)
MERKMAL = merkmal("alo")


def liste() -> Sperrliste:
    """Two unemployed in B in 2020, and what is hidden with them."""
    verzeichnis = katalog(MERKMAL, kennzahl("zahl", "alo"), kennzahl("quote", "alo", "bev"))
    alo = {A: 4711, B: 2, C: 815}
    zellen = [
        (k, jahr, name, wert)
        for k in alo
        for jahr in JAHRE
        for name, wert in (("alo", alo[k] if jahr == 2020 else 500), ("bev", 9999))
    ]
    ausgabe = edition(*JAHRE)
    messung = measure(bestand(zellen), verzeichnis, (), ausgabe)
    gesperrt = protect(messung, umstaende(verzeichnis, ausgabe)).gesperrt
    return Sperrliste(edition=ausgabe, katalog=verzeichnis, gesperrt=gesperrt)


def cells(path: Path) -> list[tuple[object, ...]]:
    sheet = load_workbook(BytesIO(path.read_bytes())).worksheets[0]
    return [row for row in sheet.iter_rows(values_only=True) if any(row)]


def test_each_suppressed_count_stands_with_its_reason(tmp_path: Path) -> None:
    write_sperrliste(tmp_path / "liste.xlsx", liste())

    rows = cells(tmp_path / "liste.xlsx")

    assert (B, 2020, "alo", "ZAHL, QUOTE", "zu kleine Zahl") in rows
    assert (C, 2020, "alo", "ZAHL, QUOTE", "zum Schutz einer anderen Zahl") in rows


def test_the_first_line_says_that_it_is_internal(tmp_path: Path) -> None:
    write_sperrliste(tmp_path / "liste.xlsx", liste())

    assert "nicht weitergeben" in str(cells(tmp_path / "liste.xlsx")[0][0])
    assert "2 Zahlen gesperrt, davon 1 nur zum Schutz anderer" in str(
        cells(tmp_path / "liste.xlsx")[1][0]
    )


def test_no_suppressed_figure_is_in_it(tmp_path: Path) -> None:
    write_sperrliste(tmp_path / "liste.xlsx", liste())

    assert 815 not in [field for row in cells(tmp_path / "liste.xlsx") for field in row]


def test_the_same_list_has_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_sperrliste(tmp_path / name, liste())

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("liste.csv", ".xlsx"),
        ("output/liste.xlsx", "Ausgaben"),
        ("output/2020/1/daten/liste.xlsx", "Ausgaben"),
        ("input/liste.xlsx", "Eingaben"),
        ("da.xlsx", "schon"),
        ("nirgends/liste.xlsx", "Ordner"),
    ],
)
def test_a_place_where_it_would_be_passed_on_or_lost_is_refused(
    name: str, word: str, tmp_path: Path
) -> None:
    (tmp_path / "da.xlsx").write_bytes(b"x")

    with pytest.raises(AblageFehler) as caught:
        check_sperrliste(tmp_path / name, eingabe=tmp_path / "input", ausgabe=tmp_path / "output")

    (befund,) = caught.value.befunde
    assert word in befund.text + befund.abhilfe
