from decimal import Decimal
from pathlib import Path

import pytest
from helfer import KLEIN, LIEFERUNG, QUELLE, befunde_of, write_input

from reports.domain.quelle import Zeichensatz
from reports.domain.zeit import Vergleichbarkeit
from reports.errors import Befund
from reports.intake.catalogue import read_katalog
from reports.intake.sources import read_brueche, read_quellen

ORDNER = "lieferungen/amt"
BRUCH = """
[[bruch]]
ab = 2019
vergleichbar = "nein"
titel = "Neue Zählung"
grund = "Ab 2019 anders gezählt."
merkmale = ["bev"]
"""


def refused(folder: Path, changes: dict[str, str | bytes]) -> tuple[Befund, ...]:
    return befunde_of(lambda: read_quellen(write_input(folder, changes)))


def refused_break(folder: Path, text: str) -> tuple[Befund, ...]:
    write_input(folder, {"brueche.toml": text})
    return befunde_of(lambda: read_brueche(folder, read_katalog(folder)))


def test_source_is_what_its_profile_says(tmp_path: Path) -> None:
    toleranz = KLEIN[QUELLE].replace('gebiete = "', 'toleranz = 0.5\ngebiete = "')

    (quelle,) = read_quellen(write_input(tmp_path, {QUELLE: toleranz}))

    assert (quelle.ordner, quelle.nennung) == ("amt", "Amt")
    assert quelle.zeichensatz is Zeichensatz.DESTATIS
    assert [(datei.name, datei.toleranz) for datei in quelle.datei] == [
        ("bevoelkerung.csv", Decimal("0.5"))
    ]


def test_missing_file_is_named(tmp_path: Path) -> None:
    folder = write_input(tmp_path)
    (folder / LIEFERUNG).unlink()

    (befund,) = befunde_of(lambda: read_quellen(folder))

    assert (befund.code, befund.ort) == ("E-QUELLE", LIEFERUNG)


@pytest.mark.parametrize("name", ["kopie.csv", "bevoelkerung.xlsx", "alt/zahlen.csv"])
def test_file_that_nobody_describes_is_refused(name: str, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, {f"{ORDNER}/{name}": "x"})

    assert befund.ort == f"{ORDNER}/{name.split('/', maxsplit=1)[0]}"
    assert "[[datei]]" in befund.abhilfe


def test_other_case_of_a_file_name_is_recognised(tmp_path: Path) -> None:
    folder = write_input(tmp_path)
    (folder / LIEFERUNG).rename(folder / ORDNER / "Bevoelkerung.CSV")

    befunde = befunde_of(lambda: read_quellen(folder))

    (befund,) = befunde
    assert "bevoelkerung.csv" in befund.text
    assert "Bevoelkerung.CSV" in befund.text


def test_folder_without_a_profile_is_refused(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, {"lieferungen/neu/zahlen.csv": "x"})

    assert befund.ort == "lieferungen/neu/quelle.toml"


def test_file_outside_every_source_is_refused(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, {"lieferungen/zahlen.csv": "x"})

    assert befund.ort == "lieferungen/zahlen.csv"


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "~$zahlen.xlsx", ".~lock.zahlen.csv#"])
@pytest.mark.parametrize("folder", ["lieferungen", ORDNER, "katalog"])
def test_what_systems_and_programs_leave_behind_is_overlooked(
    name: str, folder: str, tmp_path: Path
) -> None:
    found = write_input(tmp_path, {f"{folder}/{name}": "x"})

    assert [quelle.ordner for quelle in read_quellen(found)] == ["amt"]
    assert set(read_katalog(found).merkmale) == {"bev", "bev_u18"}


def test_missing_folder_of_deliveries_is_named(tmp_path: Path) -> None:
    (befund,) = befunde_of(lambda: read_quellen(tmp_path))

    assert "lieferungen" in str(befund.ort)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("lizenz =", "lizens =", ["»lizens«", "»lizenz«"]),
        ("lizenz =", "# =", ["»lizenz«", "fehlt"]),
        ("tabelle =", "tabele =", ["»tabele«", "»tabelle«"]),
        ("tabelle =", "# =", ["»tabelle«", "fehlt"]),
        ('"destatis"', '"lsn"', ["zeichensatz", "lsn", "destatis"]),
        ('"kommunen_und_region"', '"alle"', ["gebiete", "alle", "region_und_hannover"]),
        ('gebiete = "', 'toleranz = -1\ngebiete = "', ["toleranz", "-1"]),
        ('gebiete = "', 'toleranz = nan\ngebiete = "', ["toleranz", "NaN"]),
        ("titel =", 'ordner = "x"\ntitel =', ["»ordner«"]),
        ("titel =", "titel = x", [QUELLE]),
    ],
)
def test_wrong_profile_is_named_with_its_place(
    old: str, new: str, words: list[str], tmp_path: Path
) -> None:
    (befund,) = refused(tmp_path, {QUELLE: KLEIN[QUELLE].replace(old, new, 1)})

    assert str(befund.ort).startswith(QUELLE)
    assert all(word in str(befund) for word in words), str(befund)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tabelle =", "tabele ="),
        ("tabelle =", "# ="),
        ('"kommunen_und_region"', '"alle"'),
        ("gebiete =", "toleranz = -1\ngebiete ="),
    ],
)
def test_wrong_entry_of_a_file_names_that_file(old: str, new: str, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, {QUELLE: KLEIN[QUELLE].replace(old, new, 1)})

    assert "bevoelkerung.csv" in str(befund)


def test_wrong_entry_of_a_sign_names_its_file_and_number(tmp_path: Path) -> None:
    deutung = '\n[[datei.zeichen]]\nzeichen = "-"\nbedeutung = "{}"\ngrund = "So."\n'

    (befund,) = refused(
        tmp_path, {QUELLE: KLEIN[QUELLE] + deutung.format("fehlt") + deutung.format("felt")}
    )

    assert befund.ort == f"{QUELLE}, Datei »bevoelkerung.csv«, Zeichen 2"
    assert "fehlt" in befund.abhilfe


def test_file_described_twice_is_refused(tmp_path: Path) -> None:
    head, mark, entry = KLEIN[QUELLE].partition("[[datei]]")

    (befund,) = refused(tmp_path, {QUELLE: head + mark + entry + mark + entry})

    assert str(befund.ort).startswith(QUELLE)
    assert "bevoelkerung.csv" in str(befund)


def test_problems_of_all_sources_are_reported_together(tmp_path: Path) -> None:
    befunde = refused(
        tmp_path,
        {
            QUELLE: KLEIN[QUELLE].replace("lizenz", "lizens"),
            "lieferungen/b/quelle.toml": "titel =",
            "lieferungen/c/zahlen.csv": "",
        },
    )

    assert [str(befund.ort).split("/")[1] for befund in befunde] == ["amt", "b", "c"]


def test_break_is_read(tmp_path: Path) -> None:
    folder = write_input(tmp_path, {"brueche.toml": BRUCH})

    (bruch,) = read_brueche(folder, read_katalog(folder))

    assert (bruch.ab, bruch.merkmale) == (2019, ("bev",))
    assert bruch.vergleichbar is Vergleichbarkeit.NEIN


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('["bev"]', '["bevv"]', ["»bevv«", "»bev«", "Neue Zählung"]),
        ('"nein"', '"nie"', ["vergleichbar", "nie", "eingeschraenkt"]),
        ("ab = 2019", "seit = 2019", ["»seit«"]),
        ("ab = 2019", 'ab = "2019"', ["ab", "ganze Zahl"]),
        ('merkmale = ["bev"]', "", ["Neue Zählung", "basis", "merkmale"]),
    ],
    ids=["unknown Merkmal", "unknown word", "unknown key", "wrong type", "breaks nothing"],
)
def test_wrong_break_is_named(old: str, new: str, words: list[str], tmp_path: Path) -> None:
    (befund,) = refused_break(tmp_path, BRUCH.replace(old, new))

    assert str(befund.ort).startswith("brueche.toml")
    assert all(word in str(befund) for word in words), str(befund)


def test_missing_file_of_breaks_is_named(tmp_path: Path) -> None:
    folder = write_input(tmp_path)
    (folder / "brueche.toml").unlink()

    (befund,) = befunde_of(lambda: read_brueche(folder, read_katalog(folder)))

    assert befund.ort == "brueche.toml"
