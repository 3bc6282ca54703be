"""The list for the office names what is suppressed and why, never a figure."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from fragen import eingang
from openpyxl import load_workbook
from zahlen import (
    A,
    B,
    C,
    Zellwert,
    bestand,
    edition,
    katalog,
    kennzahl,
    material,
    merkmal,
    umstaende,
)

from reports.auskunft.sperrliste import Sperrliste, check_sperrliste, write_sperrliste
from reports.disclosure.protect import protect
from reports.domain.katalog import Art, Formelart, Katalog
from reports.domain.zeichen import Zeichen
from reports.errors import AblageFehler
from reports.handover.folder import BESCHREIBUNG
from reports.measures.measure import measure

AUSGABE = edition(2011, 2020)
ALO = {A: 4711, B: 2, C: 815}
KLEIN, DECKUNG = "zu kleine Zahl", "zum Schutz einer anderen Zahl"
ZAHL_UND_QUOTE = katalog(
    merkmal("alo", titel="Arbeitslose"),
    merkmal("bev", titel="Einwohner"),
    kennzahl("zahl", "alo"),
    kennzahl("quote", "alo", "bev"),
)
Row = tuple[object, ...]


def liste(zellen: Sequence[Zellwert], verzeichnis: Katalog) -> Sperrliste:
    """What the edition of these cells suppresses."""
    messung = measure(bestand(zellen), verzeichnis, (), AUSGABE)
    return Sperrliste(
        eingang=eingang(zellen, verzeichnis),
        material=material(zellen, verzeichnis, AUSGABE),
        gesperrt=protect(messung, umstaende(verzeichnis, AUSGABE)).gesperrt,
    )


def zwei_arbeitslose(alo: Mapping[str, int] = ALO) -> Sperrliste:
    """Two unemployed in B in 2020; C goes with them, since the Umland of both is shown."""
    zellen = [
        (kommune, jahr, name, wert)
        for kommune in alo
        for jahr in (2011, 2020)
        for name, wert in (("alo", alo[kommune] if jahr == 2020 else 500), ("bev", 9999))
    ]
    return liste(zellen, ZAHL_UND_QUOTE)


def sheets(found: Sperrliste, path: Path) -> dict[str, list[Row]]:
    """The filled rows of each sheet by its name."""
    write_sperrliste(path, found)
    return {
        sheet.title: [row for row in sheet.iter_rows(values_only=True) if any(row)]
        for sheet in load_workbook(path).worksheets
    }


def rows(found: Sperrliste, folder: Path) -> list[Row]:
    """The suppressed values, below the header line and the heads."""
    return sheets(found, folder / "liste.xlsx")["Gesperrt"][2:]


def summary(found: Sperrliste, folder: Path) -> dict[object, object]:
    lines = sheets(found, folder / "liste.xlsx")["Überblick"][2:]
    return {name: wert for name, wert, *_ in lines}


def test_each_suppressed_value_stands_with_its_count_reason_and_cell(tmp_path: Path) -> None:
    b = ("Zähler: Arbeitslose", KLEIN, "probe.csv, Zeile 8")
    c = ("Zähler: Arbeitslose", DECKUNG, "probe.csv, Zeile 12")

    assert rows(zwei_arbeitslose(), tmp_path) == [
        (B, 2020, "ZAHL", "Zahl", *b),
        (B, 2020, "QUOTE", "Quote", *b),
        (C, 2020, "ZAHL", "Zahl", *c),
        (C, 2020, "QUOTE", "Quote", *c),
    ]


def test_zaehler_and_nenner_have_each_their_own_line(tmp_path: Path) -> None:
    """In B 1 of 2 is unemployed, and the two are shown nowhere."""
    werte = {A: (300, 4711), B: (1, 2), C: (40, 815)}
    zellen = [
        (kommune, 2020, name, wert)
        for kommune, pair in werte.items()
        for name, wert in zip(("alo", "bev"), pair, strict=True)
    ]

    (found,) = [
        row for row in rows(liste(zellen, ZAHL_UND_QUOTE), tmp_path) if row[::2][:2] == (B, "QUOTE")
    ]

    assert found[4:] == (
        "Zähler: Arbeitslose\nNenner: Einwohner",
        f"{KLEIN}\n{KLEIN}",
        "probe.csv, Zeile 4\nprobe.csv, Zeile 5",
    )


def test_a_formula_stands_in_words_with_all_its_cells(tmp_path: Path) -> None:
    """Two foreigners live in B; beside its inhabitants the others would tell them."""
    verzeichnis = katalog(
        merkmal("bev", titel="Einwohner"),
        merkmal("ausl", titel="Ausländer"),
        kennzahl("alle", "bev"),
        kennzahl("deutsche", "bev - ausl"),
    )
    zellen = [
        (kommune, 2020, name, wert)
        for kommune, ausl in ((A, 500), (B, 2), (C, 700))
        for name, wert in (("bev", 9999), ("ausl", ausl))
    ]

    found = {row[:3:2]: row[4:] for row in rows(liste(zellen, verzeichnis), tmp_path)}

    cells = "probe.csv, Zeile 4; probe.csv, Zeile 5"
    assert found[B, "DEUTSCHE"] == ("Zähler: Einwohner − Ausländer", DECKUNG, cells)


def test_a_derived_merkmal_leads_to_the_cells_of_its_parts(tmp_path: Path) -> None:
    verzeichnis = katalog(merkmal("alo", "alo_m + alo_w"), kennzahl("zahl", "alo"))
    zellen = [
        (kommune, 2020, name, wert)
        for kommune, wert in ((A, 500), (B, 1), (C, 700))
        for name in ("alo_m", "alo_w")
    ]

    found = {row[0]: row[4:] for row in rows(liste(zellen, verzeichnis), tmp_path)}

    assert found[B] == ("Zähler: alo", KLEIN, "probe.csv, Zeile 4; probe.csv, Zeile 5")


def test_a_delivered_mean_names_the_number_of_its_cases(tmp_path: Path) -> None:
    verzeichnis = katalog(
        merkmal("hoehe", art=Art.QUOTE, additiv=False, fallzahl="haushalte"),
        merkmal("haushalte", titel="Haushalte"),
        kennzahl("mittel", "hoehe", formel=Formelart.GELIEFERT, additiv=False),
    )
    zellen = [(B, 2020, "hoehe", 180), (B, 2020, "haushalte", 2)]

    (found,) = rows(liste(zellen, verzeichnis), tmp_path)

    assert found[4:] == ("Fallzahl: Haushalte", KLEIN, "probe.csv, Zeile 3")


def test_an_entwicklung_names_the_year_whose_count_is_suppressed(tmp_path: Path) -> None:
    verzeichnis = katalog(
        merkmal("alo", titel="Arbeitslose"),
        kennzahl("wachstum", "alo", formel=Formelart.ENTWICKLUNG),
    )
    alo = {A: (600, 700), B: (2, 400), C: (500, 800)}
    zellen = [
        (kommune, jahr, "alo", wert)
        for kommune, pair in alo.items()
        for jahr, wert in zip((2011, 2020), pair, strict=True)
    ]

    found = [row[4:] for row in rows(liste(zellen, verzeichnis), tmp_path) if row[:2] == (B, 2020)]

    assert found == [("2011: Arbeitslose", KLEIN, "probe.csv, Zeile 4")]


def test_what_the_source_does_not_tell_is_not_in_the_list(tmp_path: Path) -> None:
    """Neither a figure that the source holds for too unsure nor one that it never delivered is ours."""
    zellen = [(A, 2020, "alo", 500), (B, 2020, "alo", Zeichen.UNSICHER)]

    found = rows(liste(zellen, katalog(kennzahl("zahl", "alo"))), tmp_path)

    assert found == [("Die Ausgabe sperrt nichts.", *[None] * 6)]


def test_a_group_says_how_its_figure_comes_about(tmp_path: Path) -> None:
    """Even the whole Region has no more than two."""
    zellen = [(kommune, 2020, "alo", wert) for kommune, wert in ((A, 0), (B, 2), (C, 0))]

    found = {
        row[0]: row[-1] for row in rows(liste(zellen, katalog(kennzahl("z", "alo"))), tmp_path)
    }

    assert found["Region"] == "Summe der Kommunen"


def test_each_sheet_begins_by_saying_that_it_is_internal(tmp_path: Path) -> None:
    found = sheets(zwei_arbeitslose(), tmp_path / "liste.xlsx")

    assert list(found) == ["Gesperrt", "Überblick"]
    assert all("Intern – nicht weitergeben" in str(sheet[0][0]) for sheet in found.values())


def test_the_overview_counts_values_and_what_they_are_made_of(tmp_path: Path) -> None:
    """Four values of two counts: one is small, one hides it."""
    found = summary(zwei_arbeitslose(), tmp_path)

    assert (found["Ausgabe"], found["Zeitraum"]) == ("2020/1", "2011–2020")
    assert found["Datenstand"] == "30.06.2023"
    assert found["gesperrte Werte von Kennzahlen"] == 4
    assert found["gesperrte Zahlen, aus denen sie entstehen"] == 2
    assert (found["davon selbst geheim"], found[f"davon {DECKUNG}"]) == (1, 1)
    assert found["zum Schutz gesperrte je selbst geheime Zahl"] == 1


def test_an_edition_without_secrets_has_an_empty_list(tmp_path: Path) -> None:
    nothing = zwei_arbeitslose({A: 4711, B: 200, C: 815})

    assert rows(nothing, tmp_path) == [("Die Ausgabe sperrt nichts.", *[None] * 6)]
    (tmp_path / "liste.xlsx").unlink()
    assert summary(nothing, tmp_path)["zum Schutz gesperrte je selbst geheime Zahl"] == "–"


def test_lists_of_different_secrets_have_the_same_bytes(tmp_path: Path) -> None:
    """B and C are 817 together either way, and nothing of either reaches the workbook."""
    write_sperrliste(tmp_path / "a.xlsx", zwei_arbeitslose())
    write_sperrliste(tmp_path / "b.xlsx", zwei_arbeitslose({A: 4711, B: 1, C: 816}))

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_no_part_of_the_workbook_knows_the_time_of_its_making(tmp_path: Path) -> None:
    write_sperrliste(tmp_path / "liste.xlsx", zwei_arbeitslose())

    with zipfile.ZipFile(tmp_path / "liste.xlsx") as found:
        core = found.read("docProps/core.xml").decode()
        days = {info.date_time for info in found.infolist()}
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2000-01-01T00:00:00Z"}
    assert days == {(1980, 1, 1, 0, 0, 0)}


def test_a_file_that_has_come_meanwhile_is_kept(tmp_path: Path) -> None:
    (tmp_path / "liste.xlsx").write_bytes(b"x")

    with pytest.raises(AblageFehler, match="Ausgabe ist fertig"):
        write_sperrliste(tmp_path / "liste.xlsx", zwei_arbeitslose())

    assert (tmp_path / "liste.xlsx").read_bytes() == b"x"


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("liste.csv", ".xlsx"),
        ("liste", ".xlsx"),
        ("output/liste.xlsx", "Ausgaben"),
        ("output/2020/1/daten/liste.xlsx", "Ausgaben"),
        ("verweis/liste.xlsx", "Ausgaben"),
        ("nirgends/../output/liste.xlsx", "Ausgaben"),
        ("input/liste.xlsx", "Eingaben"),
        ("archiv/2019/1/liste.xlsx", "weitergibt"),
        ("archiv/liste.xlsx", "weitergibt"),
        ("da.xlsx", "schon"),
        ("nirgends/liste.xlsx", "Ordner"),
        ("da.xlsx/liste.xlsx", "Ordner"),
        (f"{'a' * 300}.xlsx", "schreiben"),
    ],
)
def test_a_place_where_it_would_be_passed_on_or_lost_is_refused(
    name: str, word: str, tmp_path: Path
) -> None:
    (tmp_path / "da.xlsx").write_bytes(b"x")
    (tmp_path / "verweis").symlink_to(tmp_path / "output")
    beschreibung = tmp_path / "archiv" / "2019" / "1" / BESCHREIBUNG
    beschreibung.parent.mkdir(parents=True)
    beschreibung.write_bytes(b"{}")

    with pytest.raises(AblageFehler) as caught:
        check_sperrliste(tmp_path / name, eingabe=tmp_path / "input", ausgabe=tmp_path / "output")

    (befund,) = caught.value.befunde
    assert word in befund.text + befund.abhilfe


def test_a_free_place_beside_the_folders_is_accepted(tmp_path: Path) -> None:
    folders = {"eingabe": tmp_path / "input", "ausgabe": tmp_path / "output"}

    check_sperrliste(tmp_path / "output.xlsx", **folders)

    assert not list(tmp_path.iterdir())
