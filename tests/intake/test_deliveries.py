import unicodedata
from hashlib import sha256
from itertools import product
from pathlib import Path

import pytest
from helfer import (
    GUT,
    KATALOG,
    KLEIN,
    KOPF,
    LIEFERUNG,
    QUELLE,
    befunde_of,
    row,
    write_input,
)

from reports.domain.katalog import Stichtag
from reports.domain.zeichen import Kennzeichen, Zeichen
from reports.edition import read_edition
from reports.errors import Befund, Stelle
from reports.intake.bestand import Eingang, read_eingang
from reports.intake.catalogue import read_katalog
from reports.intake.corrections import Korrekturen
from reports.intake.deliveries import Leser
from reports.intake.keys import schluesselwerk
from reports.intake.sources import read_quellen

GROSSAU = "03241001"
ZEILE_2 = "03241000;Region Probe;2018;2018-12-31;bev;7800\n"
ZEILE_3 = "03241001;Großau;2018;2018-12-31;bev;5100\n"


def eingang(folder: Path, delivery: str | bytes = GUT, **files: str) -> Eingang:
    """The small input, read, with another delivery, ``katalog`` or ``quelle``."""
    changes = {LIEFERUNG: delivery}
    changes |= {{"katalog": KATALOG, "quelle": QUELLE}[name]: text for name, text in files.items()}
    return read_eingang(read_edition(write_input(folder, changes)))


def refused(folder: Path, delivery: str | bytes, **files: str) -> tuple[Befund, ...]:
    return befunde_of(lambda: eingang(folder, delivery, **files))


def changed(old: str, new: str) -> str:
    """The good delivery with its first *old* replaced."""
    assert old in GUT
    return GUT.replace(old, new, 1)


def with_stichtag(stichtag: str, jahr: str = "2018", art: str = "31.12.") -> tuple[str, str]:
    """A delivery of bev in one year with that day, and a catalogue that asks for *art*."""
    rows = "".join(line for line in GUT.splitlines(keepends=True)[1:5])
    delivery = KOPF + rows.replace(";2018;2018-12-31;", f";{jahr};{stichtag};")
    return delivery, KLEIN[KATALOG].replace('"31.12."', f'"{art}"')


def wert_of(found: Eingang, gebiet: str, jahr: int, merkmal: str = "bev") -> tuple[object, object]:
    """Value and sign of a cell of the Bestand."""
    (cell,) = found.bestand.rows_by_key(["gebiet", "jahr", "merkmal"], named=True)[
        gebiet, jahr, merkmal
    ]
    return cell["wert"], cell["zeichen"]


def test_good_delivery_is_read_cell_by_cell(tmp_path: Path) -> None:
    found = eingang(tmp_path)

    assert found.bestand.height == len(GUT.splitlines()) - 1
    assert wert_of(found, "03241003", 2019) == (790, None)
    assert found.warnungen == ()


def test_every_figure_leads_back_to_its_line(tmp_path: Path) -> None:
    lines = GUT.splitlines()

    for cell in eingang(tmp_path).bestand.iter_rows(named=True):
        ags, _, jahr, stichtag, merkmal, wert = lines[int(cell["zelle"][1:]) - 1].split(";")
        assert (cell["gebiet"], str(cell["jahr"]), cell["merkmal"]) == (ags, jahr, merkmal)
        assert (str(cell["wert"]), cell["roh"], cell["stichtag"]) == (wert, wert, stichtag)
        assert cell["zelle"][0] == "F"
        assert cell["datei"] == LIEFERUNG
        assert cell["quelle"].startswith("Amt")


@pytest.mark.parametrize("name", ["Krumm am Bach", "Krumm am Bach, Stadt", "Krumm a. B."])
def test_printed_official_and_short_name_are_accepted(name: str, tmp_path: Path) -> None:
    found = eingang(tmp_path, GUT.replace(";Krumm am Bach;", f";{name};"))

    assert wert_of(found, "03241003", 2018) == (800, None)


def test_umlaut_of_two_code_points_is_the_same_name(tmp_path: Path) -> None:
    folder = write_input(
        tmp_path,
        {
            "kommunen.csv": KLEIN["kommunen.csv"].replace("Krumm", "Grün"),
            LIEFERUNG: unicodedata.normalize("NFD", GUT.replace("Krumm", "Grün")),
        },
    )

    assert wert_of(read_eingang(read_edition(folder)), "03241003", 2018) == (800, None)


@pytest.mark.parametrize("ags", ["3241001", "241001", "032410001001"])
def test_key_may_come_in_another_form(ags: str, tmp_path: Path) -> None:
    found = eingang(tmp_path, changed(ZEILE_3, ZEILE_3.replace(GROSSAU, ags)))

    assert wert_of(found, GROSSAU, 2018) == (5100, None)


@pytest.mark.parametrize("ags", ["03241009", "Großau", "324100", "032410010001", "0241001"])
def test_unknown_key_is_refused(ags: str, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, changed(ZEILE_3, ZEILE_3.replace(GROSSAU, ags)))

    assert (befund.code, befund.ort) == ("E-AGS", Stelle(LIEFERUNG, zelle="A3"))
    assert f"»{ags}«" in befund.text


@pytest.mark.parametrize("name", ["Krumm am Bach", "Gross Au", "Großau-Dorf", "Region Probe"])
def test_key_and_name_have_to_agree(name: str, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, changed(ZEILE_3, ZEILE_3.replace("Großau", name)))

    assert (befund.code, befund.ort) == ("E-NAME", Stelle(LIEFERUNG, zelle="A3"))
    assert all(word in befund.text for word in (GROSSAU, f"»{name}«"))
    assert "»Großau«" in befund.abhilfe


def test_unknown_merkmal_is_answered_with_the_nearest(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, changed(";bev_u18;900", ";bev_u81;900"))

    assert befund.code == "E-MERKMAL"
    assert "»bev_u81«" in befund.text
    assert "»bev_u18«" in befund.abhilfe


def test_derived_merkmal_is_not_delivered(tmp_path: Path) -> None:
    entry = MERKMAL_SUMME + KLEIN[KATALOG].partition("[[merkmal]]")[2]
    delivery = GUT + row(GROSSAU, 2018, "koepfe", 4200)

    (befund,) = refused(
        tmp_path, delivery, katalog=KLEIN[KATALOG].partition("[[merkmal]]")[0] + entry
    )

    assert befund.code == "E-MERKMAL"
    assert "»koepfe«" in befund.text


MERKMAL_SUMME = """
[[merkmal]]
id = "koepfe"
titel = "Köpfe"
einheit = "Personen"
quelle = "Amt"
stichtag = "31.12."
basis = "fortschreibung"
summe = ["bev + bev_u18"]

[[merkmal]]"""


@pytest.mark.parametrize(
    ("art", "stichtag"),
    [
        ("31.12.", "2018-12-31"),
        ("30.06.", "2018-06-30"),
        ("01.03.", "2018-03-01"),
        ("01.10.", "2018-10-01"),
        ("31.01.", "2018-01-31"),
        ("Zensusstichtag", "2018-05-15"),
        ("Wahltag", "2018-09-23"),
        ("Jahressumme", "Jahressumme"),
        ("Jahresdurchschnitt", "Jahresdurchschnitt"),
        ("Schuljahr", "Schuljahr"),
        *((art.value, "Jahr") for art in Stichtag),
    ],
)
def test_day_that_the_catalogue_asks_for_is_accepted(
    art: str, stichtag: str, tmp_path: Path
) -> None:
    delivery, catalogue = with_stichtag(stichtag, art=art)
    assert "bev_u18" not in delivery

    found = eingang(tmp_path, delivery, katalog=catalogue)

    assert set(found.bestand["stichtag"]) == {stichtag}


@pytest.mark.parametrize(
    ("art", "stichtag"),
    [
        ("31.12.", "2018-06-30"),
        ("31.12.", "2017-12-31"),
        ("31.12.", "31.12.2018"),
        ("31.12.", "31.12."),
        ("31.12.", ""),
        ("30.06.", "2018-12-31"),
        ("Zensusstichtag", "2011-05-09"),
        ("Zensusstichtag", "2018-02-30"),
        ("Zensusstichtag", "20180515"),
        ("Wahltag", "2018-W20-2"),
        ("Jahressumme", "Jahresdurchschnitt"),
        ("Jahressumme", "2018-12-31"),
        ("Schuljahr", "2018/19"),
    ],
)
def test_other_day_than_the_catalogue_asks_for_is_refused(
    art: str, stichtag: str, tmp_path: Path
) -> None:
    delivery, catalogue = with_stichtag(stichtag, art=art)

    befunde = refused(tmp_path, delivery, katalog=catalogue)

    assert {befund.code for befund in befunde} == {"E-STICHTAG"}
    assert all(f"»{stichtag}«" in befund.text for befund in befunde)


@pytest.mark.parametrize(
    "jahr", ["31.12.2018", "2018-12-31", "43465", "2018.0", "18", "", "２０１８", "2018 "]
)
def test_date_that_excel_made_of_a_year_is_refused(jahr: str, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, changed(ZEILE_3, ZEILE_3.replace(";2018;", f";{jahr};")))

    assert (befund.code, befund.ort) == ("E-STICHTAG", Stelle(LIEFERUNG, zelle="D3"))
    assert f"»{jahr}«" in befund.text


def test_negative_count_is_refused(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, changed(";bev;800", ";bev;-800"))

    assert befund.code == "E-ZAHL"
    assert "»-800«" in befund.text


@pytest.mark.parametrize("wert", ["", "5.10", "5100.0", "5 100", "*", "k.A.", "#NV", "9" * 25])
def test_cell_without_a_number_or_sign_is_refused_with_its_line(wert: str, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, changed(ZEILE_3, ZEILE_3.replace(";5100", f";{wert}")))

    assert befund.code in {"E-ZAHL", "E-ZEICHEN"}
    assert befund.ort == Stelle(LIEFERUNG, zelle="F3")
    assert wert in befund.text


@pytest.mark.parametrize("sign", [";bev;.", ";bev;x", ";bev;/", ";bev;..."])
def test_sign_is_no_zero(sign: str, tmp_path: Path) -> None:
    wert, zeichen = wert_of(eingang(tmp_path, changed(";bev;5100", sign)), GROSSAU, 2018)

    assert wert is None
    assert zeichen is not None


DEUTUNG = """
[[datei.zeichen]]
zeichen = "-"
bedeutung = "fehlt"
ags = ["03241001"]
jahre = [2018]
grund = "Nicht ausgewiesen."
"""


@pytest.mark.parametrize("dash", ["-", "–", "\N{MINUS SIGN}", " - "])
def test_sign_that_means_missing_in_this_file_is_never_zero(dash: str, tmp_path: Path) -> None:
    delivery = changed(";bev;5100", f";bev;{dash}")

    found = eingang(tmp_path, delivery, quelle=KLEIN[QUELLE] + DEUTUNG)

    assert wert_of(found, GROSSAU, 2018) == (None, Zeichen.FEHLT)


@pytest.mark.parametrize(
    ("old", "new", "gebiet", "jahr"),
    [
        (";bev;1900", ";bev;-", "03241002", 2018),
        (";bev;5150", ";bev;-", GROSSAU, 2019),
    ],
    ids=["another area", "another year"],
)
def test_reading_of_a_sign_ends_with_its_areas_and_years(
    old: str, new: str, gebiet: str, jahr: int, tmp_path: Path
) -> None:
    quelle = KLEIN[QUELLE].replace('gebiete = "', 'toleranz = 9999\ngebiete = "') + DEUTUNG

    delivery = changed(old, new).replace(";bev;5100", ";bev;-")

    found = eingang(tmp_path, delivery, quelle=quelle)

    assert wert_of(found, GROSSAU, 2018) == (None, Zeichen.FEHLT)
    assert wert_of(found, gebiet, jahr) == (0, None)


def test_reading_without_areas_and_years_holds_for_the_whole_file(tmp_path: Path) -> None:
    deutung = "\n".join(
        line for line in DEUTUNG.splitlines() if not line.startswith(("ags", "jahre"))
    )

    found = eingang(tmp_path, changed(";bev;790", ";bev;-"), quelle=KLEIN[QUELLE] + deutung)

    assert wert_of(found, "03241003", 2019) == (None, Zeichen.FEHLT)


@pytest.mark.parametrize(
    ("old", "new"),
    [('"03241001"', '"3241001"'), ("2018", "2081"), ('"-"', '"~"')],
    ids=["unknown area", "year not delivered", "sign not delivered"],
)
def test_reading_of_a_sign_that_fits_no_cell_is_refused(old: str, new: str, tmp_path: Path) -> None:
    quelle = KLEIN[QUELLE] + DEUTUNG.replace(old, new)

    befunde = refused(tmp_path, changed(";bev;5100", ";bev;-"), quelle=quelle)

    assert any(QUELLE in str(befund.ort) for befund in befunde)


@pytest.mark.parametrize(
    ("delivery", "code"),
    [
        (GUT.replace(";", ","), "E-TRENN"),
        (GUT.replace("ags;name", "name;ags", 1), "E-KOPF"),
        (GUT.replace(";wert", ";wert;bemerkung", 1), "E-KOPF"),
        ("Bevölkerung;;;;;\n" + GUT, "E-KOPF"),
        (GUT.replace(";5100", "", 1), "E-TRENN"),
        (GUT.replace(";5100", ";5100;", 1), "E-TRENN"),
        (GUT.replace(";Großau;", ';"Großau;', 1), "E-TRENN"),
        (GUT + "Quelle: Amt\n", "E-TRENN"),
        (GUT.encode("cp1252").replace(b"\xdf", b"\x81"), "E-ENC"),
    ],
    ids=[
        *("commas", "columns swapped", "column added", "title above"),
        *("cell lost", "cell added", "open quote", "footer", "no encoding"),
    ],
)
def test_broken_file_is_refused_as_a_whole(
    delivery: str | bytes, code: str, tmp_path: Path
) -> None:
    (befund,) = refused(tmp_path, delivery)

    assert befund.code == code
    assert str(befund.ort).startswith(LIEFERUNG)


@pytest.mark.parametrize("line", ["\n", ";;;;;\n"])
def test_empty_line_between_others_is_called_empty(line: str, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, changed(ZEILE_3, line + ZEILE_3))

    assert "leer" in befund.text
    assert eingang(tmp_path, GUT + line).warnungen == ()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (KOPF, "E-ZEILE"),
        (";Summe;2018;2018-12-31;bev;7800\n", "E-ZEILE"),
        ("03241;Kreis;2018;2018-12-31;bev;7800\n", "E-NAME"),
    ],
    ids=["second header", "total row", "row of the district"],
)
def test_row_that_is_no_area_is_refused_with_its_line(line: str, code: str, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, GUT + line)

    assert befund.code == code
    assert str(befund.ort).endswith(str(len(GUT.splitlines()) + 1))


def test_problems_of_all_cells_are_reported_together(tmp_path: Path) -> None:
    delivery = (
        GUT.replace("03241001;Großau;2018;2018-12-31;bev;", "03241009;Großau;2018;2018-12-31;bev;")
        .replace("2019;2019-12-31;bev;5", "2019;2019-12-31;beev;5")
        .replace(";bev;790", ";bev;k.A.")
        .replace("2020;2020-12-31;bev_u18;90", "2020;2020-06-30;bev_u18;90")
    )

    befunde = refused(tmp_path, delivery)

    assert sorted(befund.code for befund in befunde) == [
        *("E-AGS", "E-MERKMAL", "E-STICHTAG", "E-ZEICHEN")
    ]


def test_every_lost_character_of_a_key_is_refused_or_harmless(tmp_path: Path) -> None:
    """Only the leading zero may be lost: the name still bears witness."""
    folder = write_input(tmp_path)
    edition = read_edition(folder)
    (quelle,) = read_quellen(folder)
    leser = Leser(
        merkmale=read_katalog(folder).merkmale,
        werk=schluesselwerk(edition.gebiete),
        korrekturen=Korrekturen({}),
    )
    good, _ = leser.read(folder, quelle, quelle.datei[0]) or (None, None)
    lines = GUT.splitlines(keepends=True)

    for line, place in product(range(1, len(lines)), range(8)):
        damaged = [*lines]
        damaged[line] = lines[line][:place] + lines[line][place + 1 :]
        (folder / LIEFERUNG).write_text("".join(damaged), encoding="utf-8")
        leser.sammlung.befunde.clear()

        read = leser.read(folder, quelle, quelle.datei[0])

        if place == 0:
            assert read is not None
            assert read[0].equals(good)
        else:
            assert read is None
            assert [(befund.code, befund.ort) for befund in leser.sammlung.befunde] == [
                ("E-AGS", Stelle(LIEFERUNG, zelle=f"A{line + 1}"))
            ]


ROWS = len(GUT.splitlines()) - 1


@pytest.mark.parametrize(
    ("delivery", "code", "words"),
    [
        (GUT.replace("-12-31", ".12.31"), "E-STICHTAG", ["Stichtag"]),
        (GUT.replace("2018-12-31", "31.12.2018"), "E-STICHTAG", ["JJJJ-MM-TT"]),
        (GUT.replace(";bev;", ";bevv;"), "E-MERKMAL", ["»bev«"]),
        (GUT.replace("0\n", "0.0\n"), "E-ZAHL", ["Komma"]),
        (GUT.replace("Großau", "Gro\N{REPLACEMENT CHARACTER}au"), "E-ENC", ["UTF-8"]),
    ],
    ids=["day", "turned day", "Merkmal", "English", "lost letters"],
)
def test_same_cause_in_a_whole_file_is_one_befund(
    delivery: str, code: str, words: list[str], tmp_path: Path
) -> None:
    befunde = refused(tmp_path, delivery)

    assert {befund.code for befund in befunde} == {code}
    assert len(befunde) <= 2
    assert all(word in befunde[0].abhilfe for word in words), str(befunde[0])


def test_number_of_further_cells_is_right(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, GUT.replace(";bev_u18;", ";bevv;"))

    assert befund.ort == Stelle(LIEFERUNG, zelle="E14", weitere=ROWS // 2 - 1)


def test_different_causes_stay_apart(tmp_path: Path) -> None:
    delivery = GUT.replace(";5100", ";k.A.").replace(";5150", ";n.v.").replace(";5200", ";5200.0")

    befunde = refused(tmp_path, delivery)

    assert len(befunde) == 3


@pytest.mark.parametrize("word", ["Summe", "insgesamt", "Zusammen"])
def test_total_row_is_called_one(word: str, tmp_path: Path) -> None:
    line = row("03241000", 2018, "bev", 7800).replace("03241000;Region Probe", f";{word}")

    (befund,) = refused(tmp_path, GUT + line)

    assert befund.code == "E-ZEILE"
    assert f"»{word}«" in befund.text
    assert "summen" in befund.abhilfe


def test_second_header_is_called_one(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, GUT + GUT.splitlines()[0] + "\n")

    assert "Kopfzeile" in befund.text


def test_provisional_file_marks_its_figures_and_no_sign(tmp_path: Path) -> None:
    quelle = KLEIN[QUELLE] + "endgueltig = false\n"

    found = eingang(tmp_path, changed(";bev;800", ";bev;."), quelle=quelle)

    marks = {(cell["wert"] is None, cell["kennzeichen"]) for cell in found.bestand.to_dicts()}
    assert marks == {(False, int(Kennzeichen.VORLAEUFIG)), (True, 0)}


def test_what_a_file_gave_is_told(tmp_path: Path) -> None:
    delivery = changed(";bev;800", ";bev;.")

    (lesung,) = eingang(tmp_path, delivery).lesungen

    assert (lesung.datei, lesung.blatt) == (LIEFERUNG, "")
    assert (lesung.zahlen, lesung.zeichen) == (ROWS - 1, 1)
    assert lesung.sha256 == sha256(delivery.encode()).hexdigest()
