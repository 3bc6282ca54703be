"""The command line as a person meets it, with the small region printed once for real."""

import csv
import hashlib
import json
import re
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result
from helfer import GEBIETE, GUT, KATALOG, KLEIN, KOPF, LIEFERUNG, QUELLE, contents, write_input
from openpyxl import load_workbook

from reports.cli import cli
from reports.edition import read_edition, shipped
from reports.intake.catalogue import read_katalog

KENNUNG = r"--bestaetigt ([0-9a-f]{8})\b"
ENGLISH = re.compile(
    r"\b(Usage|Options|Commands|Show|Error|exit|Invalid|missing|No such)\b", re.IGNORECASE
)


def run(*arguments: str | Path) -> Result:
    """What the command line answers; anything but an exit is a bug and is raised."""
    return CliRunner(catch_exceptions=False).invoke(cli, [str(word) for word in arguments])


def pruefen(eingabe: Path, *arguments: str | Path) -> Result:
    """A check whose report lies beside the input."""
    return run("pruefen", "--eingabe", eingabe, "--bericht", eingabe.parent / "bericht", *arguments)


def erstellen(eingabe: Path, ausgabe: Path, *arguments: str) -> Result:
    return run(
        "erstellen", "--eingabe", eingabe, "--ausgabe", ausgabe, "--prozesse", "1", *arguments
    )


@pytest.fixture
def eingabe(tmp_path: Path) -> Path:
    return write_input(tmp_path / "input")


@pytest.fixture
def springend(tmp_path: Path) -> Path:
    """An input in which the children of Großau are twice as many as the year before."""
    jump = GUT.replace(";bev_u18;930\n", ";bev_u18;1930\n")
    jump = jump.replace("2020-12-31;bev_u18;1300\n", "2020-12-31;bev_u18;2300\n")
    return write_input(tmp_path / "sprung/input", {LIEFERUNG: jump})


@pytest.fixture(scope="module")
def gedruckt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Result]:
    """Input, output and answer of a run that made one Profil of the small region."""
    folder = tmp_path_factory.mktemp("gedruckt")
    eingabe, ausgabe = write_input(folder / "input"), folder / "output"
    return eingabe, ausgabe, erstellen(eingabe, ausgabe, "--kommune", "Großau")


@pytest.mark.parametrize("command", ["", *cli.commands])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_is_german(command: str, option: str) -> None:
    answer = run(*filter(None, [command, option]))

    assert answer.exit_code == 0
    assert not ENGLISH.search(answer.output), answer.output


def test_help_names_every_command_and_option() -> None:
    text = "".join(run(*command, "--help").output for command in [[], *([c] for c in cli.commands)])

    commands = "erstellen pruefen geheimhaltung-pruefen herkunft katalog neu muster"
    options = "--jahr --zeitraum --vergleich --kommune --eingabe --ausgabe --prozesse --bestaetigt --intern"
    options += " --variante --druckprofil"
    assert set(cli.commands) == set(commands.split())
    assert all(
        name in text
        for name in [*commands.split(), *options.split(), "--bericht", "--kennzahl", "--seed"]
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["drucken"],
        ["neu"],
        ["erstellen", "--farbe"],
        ["erstellen", "--jahr", "zwanzig"],
        ["erstellen", "--jahr"],
        ["erstellen", "--zeitraum", "2018"],
        ["erstellen", "--variante", "bunt"],
        ["erstellen", "--prozesse", "0"],
        ["pruefen", "zuviel"],
        ["herkunft", "--kommune", "Großau", "--kennzahl", "einwohner"],
        ["muster"],
        ["muster", "ordner", "--kommunen", "1"],
        ["muster", "ordner", "--kommunen", "11001"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_two_and_says_so_in_german(arguments: list[str]) -> None:
    answer = run(*arguments)

    assert answer.exit_code == 2
    assert not ENGLISH.search(answer.stderr), answer.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--kommune", "Heidfeld"], ["»Heidfeld«", "»Heidefeld (Moor)«"]),
        (["--kommune", "Celle", "--kommune", "Hameln"], ["»Celle«", "»Hameln«", "2 Befunde"]),
        (["--zeitraum", "2020-2018"], ["2020–2018"]),
        (["--zeitraum", "2018–2021"], ["2018–2021", "2020"]),
        (["--vergleich", "Heidfeld"], ["»Heidfeld«", "»Heidefeld (Moor)«", "--vergleich"]),
        (["--vergleich", "Region"], ["03241000", "E-VERGLEICH"]),
        (["--jahr", "2021"], ["2021", "2018", "2020"]),
        (["--zeitraum", "1999-2020"], ["1999", "2018", "2020"]),
        (["--druckprofil", "probe.icc"], ["probe.icc", "E-DRUCKPROFIL", "--variante druckerei"]),
        (
            ["--variante", "druckerei", "--druckprofil", __file__],
            ["test_cli.py", "E-DRUCKPROFIL", "kein ICC-Profil"],
        ),
    ],
)
def test_choice_that_does_not_exist_ends_with_one(
    arguments: list[str], words: list[str], eingabe: Path
) -> None:
    answer = erstellen(eingabe, eingabe.parent / "output", *arguments)

    assert answer.exit_code == 1
    assert all(word in answer.stderr for word in words), answer.stderr
    assert not (eingabe.parent / "output").exists()


@pytest.mark.parametrize("place", ["datei", "datei/unten"])
def test_folder_that_cannot_be_written_ends_with_one(place: str, eingabe: Path) -> None:
    (eingabe.parent / "datei").write_text("x")

    answer = erstellen(eingabe, eingabe.parent / place, "--kommune", "Großau")

    assert answer.exit_code == 1
    assert "E-ABLAGE" in answer.stderr
    assert (eingabe.parent / "datei").read_text() == "x"


def test_file_in_the_place_of_the_edition_ends_with_one(eingabe: Path) -> None:
    ziel = eingabe.parent / "output/2020/1"
    ziel.parent.mkdir(parents=True)
    ziel.write_text("x")

    answer = erstellen(eingabe, eingabe.parent / "output", "--kommune", "Großau")

    assert answer.exit_code == 1
    assert ziel.read_text() == "x"


BROKEN = {
    "unknown area": {LIEFERUNG: GUT.replace("\n03241003", "\n03241004")},
    "commas": {LIEFERUNG: GUT.replace(";", ",")},
    "cp1252": {"kommunen.csv": KLEIN["kommunen.csv"].encode("cp1252")},
    "row twice": {LIEFERUNG: GUT + GUT.splitlines(keepends=True)[4].replace(";800", ";801")},
    "wrong total": {LIEFERUNG: GUT.replace(";bev;7820", ";bev;7821")},
    "broken TOML": {KATALOG: KLEIN[KATALOG].replace('"anzahl"', '"anzahl')},
    "unknown key": {QUELLE: KLEIN[QUELLE].replace("lizenz", "lizens")},
    "unknown key figure": {
        "ausgabe.toml": KLEIN["ausgabe.toml"].replace('"einwohner"', '"einwohnr"')
    },
    "nothing delivered": {LIEFERUNG: KOPF},
    "no key figure": {
        "ausgabe.toml": KLEIN["ausgabe.toml"].replace('["einwohner", "anteil_kinder"]', "[]")
    },
}


@pytest.mark.parametrize("problem", BROKEN)
def test_bad_input_leaves_no_folder_behind(problem: str, tmp_path: Path) -> None:
    eingabe = write_input(tmp_path / "input", BROKEN[problem])

    answer = erstellen(eingabe, tmp_path / "output", "--kommune", "Großau")

    assert answer.exit_code == 1
    assert re.search(r"^\[E-\w+\] .+: .+\n    Abhilfe: .+", answer.stderr, re.MULTILINE)
    assert [path.name for path in tmp_path.iterdir()] == ["input"]


@pytest.mark.parametrize("problem", BROKEN)
def test_checking_finds_what_printing_would_stumble_over(problem: str, tmp_path: Path) -> None:
    answer = pruefen(write_input(tmp_path / "input", BROKEN[problem]))

    assert answer.exit_code == 1
    assert "Abgebrochen" in answer.stderr


def test_run_ends_with_a_summary(gedruckt: tuple[Path, Path, Result]) -> None:
    _, ausgabe, answer = gedruckt

    assert answer.exit_code == 0, answer.output
    assert "1 Profil für 2020" in answer.stdout
    assert "2018–2020" in answer.stdout
    assert "0 Warnungen" in answer.stdout
    assert str(ausgabe / "2020/1") in answer.stdout
    assert "Großau" in answer.stderr


def test_run_leaves_the_edition_and_nothing_else(gedruckt: tuple[Path, Path, Result]) -> None:
    _, ausgabe, _ = gedruckt

    files = {name for name, digest in contents(ausgabe).items() if digest}
    assert {name for name in files if not name.endswith(".pdf")} == {
        "2020/1/daten/freigabe.csv",
        "2020/1/daten/veraenderungen.csv",
        "2020/1/daten/vergleich.csv",
        "2020/1/daten/saetze.json",
        "2020/1/daten/signale.json",
        "2020/1/daten/beziehungen.json",
        "2020/1/daten/bekannt.csv",
        "2020/1/daten/geheimhaltung.json",
        "2020/1/daten/seiten/03241001.json",
        "2020/1/daten/ausgabe.json",
    }
    (pdf,) = (name for name in files if name.endswith(".pdf"))
    assert re.fullmatch(r"2020/1/Sozialstrukturprofil_2020_03241001_[A-Za-z-]+_v1\.pdf", pdf)


def test_description_holds_the_hash_of_each_pdf_and_page_model(
    gedruckt: tuple[Path, Path, Result],
) -> None:
    ordner = gedruckt[1] / "2020/1"
    found = json.loads((ordner / "daten/ausgabe.json").read_text(encoding="utf-8"))

    assert (found["jahr"], found["zeitraeume"]) == (2020, ["2018–2020"])
    assert found["vergleich"] == ["umland", "03241001"]
    assert found["dateien"] == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in ordner.glob("*.pdf")
    }
    page = ordner / "daten/seiten/03241001.json"
    assert found["seiten"] == {
        "daten/seiten/03241001.json": hashlib.sha256(page.read_bytes()).hexdigest()
    }


def test_printed_figures_are_the_released_ones(gedruckt: tuple[Path, Path, Result]) -> None:
    ordner = gedruckt[1] / "2020/1"
    (pdf,) = ordner.glob("*.pdf")
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    text = " ".join(" ".join(pages).split())
    lines = (ordner / "daten/freigabe.csv").read_text(encoding="utf-8").splitlines()
    shown = {
        row["gedruckt"]
        for row in csv.DictReader(lines)
        if row["jahr"] == "2020" and row["gebiet"] in {"Großau", "Region Probe", "Umland"}
    }

    assert len(shown) == 6
    assert all(figure in text for figure in shown), (shown, text)
    assert all("Probe mit erfundenen Zahlen" in page for page in pages)


@pytest.fixture(scope="module")
def gesperrt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result, Result]:
    """A folder with the list of a run on two children in Krumm am Bach, and the run without."""
    folder = tmp_path_factory.mktemp("gesperrt")
    few = re.sub(r"(?m)^(03241003;.*;bev_u18;)\d+$", r"\g<1>2", GUT)
    for jahr, children in {2018: 1202, 2019: 1202, 2020: 1212}.items():
        total = rf"(?m)^(03241000;.*;{jahr}-12-31;bev_u18;)\d+$"
        few = re.sub(total, rf"\g<1>{children}", few)
    eingabe = write_input(folder / "input", {LIEFERUNG: few})
    (folder / "intern").mkdir()
    without = erstellen(eingabe, folder / "output", "--kommune", "Großau")
    before = contents(folder / "output")
    intern = str(folder / "intern/liste.xlsx")
    answer = erstellen(eingabe, folder / "output", "--kommune", "Großau", "--intern", intern)
    assert contents(folder / "output") == before
    return folder, answer, without


def test_internal_list_has_a_row_for_each_suppressed_value_of_the_edition(
    gesperrt: tuple[Path, Result, Result],
) -> None:
    folder, answer, _ = gesperrt
    released = (folder / "output/2020/1/daten/freigabe.csv").read_text(encoding="utf-8")
    stars = {
        (row["gebiet"], int(row["jahr"]), row["titel"])
        for row in csv.DictReader(released.splitlines())
        if row["zeichen"] == "*"
    }
    sheet = load_workbook(folder / "intern/liste.xlsx")["Gesperrt"]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))

    assert answer.exit_code == 0, answer.output
    assert ("Krumm am Bach", 2020, "Anteil der Kinder") in stars
    assert [(row[0], row[1], row[3]) for row in rows if row[0]] == sorted(
        stars, key=lambda star: ([*GEBIETE.values(), "Umland"].index(star[0]), star[1])
    )


def test_a_run_says_how_many_values_are_suppressed_and_where_the_reason_stands(
    gesperrt: tuple[Path, Result, Result],
) -> None:
    folder, answer, without = gesperrt
    sheet = load_workbook(folder / "intern/liste.xlsx")["Gesperrt"]

    assert f"Gesperrt: {sheet.max_row - 3} Werte. Warum, sagt --intern.\n" in without.stdout
    assert f"Gesperrt: {sheet.max_row - 3} Werte.\n" in answer.stdout
    assert "Krumm" not in without.output


def test_only_the_named_file_is_internal(gesperrt: tuple[Path, Result, Result]) -> None:
    folder, _, _ = gesperrt

    assert {path.name for path in folder.iterdir()} == {"input", "intern", "output"}
    assert list(contents(folder / "intern")) == ["liste.xlsx"]
    assert not [name for name in contents(folder / "output") if name.endswith(".xlsx")]


@pytest.mark.parametrize(
    "name",
    ["output/liste.xlsx", "input/liste.xlsx", "nirgends/liste.xlsx", "liste.csv", "da.xlsx"],
)
def test_internal_list_in_a_wrong_place_stops_before_anything_is_made(
    name: str, eingabe: Path
) -> None:
    folder = eingabe.parent
    (folder / "da.xlsx").write_text("x")
    before = contents(folder)

    answer = erstellen(eingabe, folder / "output", "--intern", str(folder / name))

    assert answer.exit_code == 1
    assert "[E-ABLAGE]" in answer.stderr
    assert str(folder / name) in answer.stderr
    assert contents(folder) == before


def test_edition_that_is_refused_has_no_internal_list(springend: Path, tmp_path: Path) -> None:
    answer = erstellen(springend, tmp_path / "output", "--intern", str(tmp_path / "liste.xlsx"))

    assert answer.exit_code == 1
    assert not (tmp_path / "liste.xlsx").exists()


@pytest.mark.parametrize("problem", ["unknown area", "broken TOML", "wrong total"])
def test_bad_delivery_leaves_the_last_good_output_untouched(
    problem: str, gedruckt: tuple[Path, Path, Result], tmp_path: Path
) -> None:
    _, ausgabe, _ = gedruckt
    before = contents(ausgabe)

    answer = erstellen(write_input(tmp_path, BROKEN[problem]), ausgabe, "--kommune", "Großau")

    assert answer.exit_code == 1
    assert contents(ausgabe) == before


def test_other_figures_do_not_take_the_name_of_a_finished_edition(
    gedruckt: tuple[Path, Path, Result], tmp_path: Path
) -> None:
    _, ausgabe, _ = gedruckt
    before = contents(ausgabe)
    other = GUT.replace(";bev_u18;95\n", ";bev_u18;96\n").replace(";1295\n", ";1296\n")

    answer = erstellen(write_input(tmp_path, {LIEFERUNG: other}), ausgabe, "--kommune", "Großau")

    assert answer.exit_code == 1
    assert "E-ABLAGE" in answer.stderr
    assert contents(ausgabe) == before


def test_checking_the_shipped_input_finds_no_error_and_counts(tmp_path: Path) -> None:
    answer = run("pruefen", "--eingabe", shipped("input"), "--bericht", tmp_path)

    assert answer.exit_code == 0, answer.output
    rows = sum(
        len(path.read_text(encoding="utf-8").splitlines()) - 1
        for path in shipped("input").glob("lieferungen/*/*.csv")
    )
    kennzahlen, kommunen, region = map(
        int,
        re.search(
            r"Von (\d+) Kennzahlen haben (\d+) .*? 21 Kommunen und (\d+)", answer.stdout
        ).groups(),
    )
    assert re.search(rf"\b{rows}\b|\b{rows // 1000}\.{rows % 1000:03}\b", answer.stdout)
    assert kennzahlen >= 117
    assert kommunen >= 90
    assert region >= 105


def test_checking_writes_its_report_and_nothing_else(eingabe: Path) -> None:
    before = contents(eingabe)

    answer = pruefen(eingabe)

    assert answer.exit_code == 0
    assert contents(eingabe) == before
    assert {path.name for path in eingabe.parent.iterdir()} == {"input", "bericht"}
    assert set(contents(eingabe.parent / "bericht")) == {"pruefbericht.html", "pruefbericht.xlsx"}
    assert f"Prüfbericht: {eingabe.parent / 'bericht' / 'pruefbericht.html'}" in answer.stdout


def test_report_lies_beside_where_the_command_was_called(
    eingabe: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    answer = run("pruefen", "--eingabe", eingabe)

    assert answer.exit_code == 0
    assert set(contents(tmp_path / "pruefbericht")) == {"pruefbericht.html", "pruefbericht.xlsx"}


def test_every_printed_finding_stands_in_the_report_with_its_cell(tmp_path: Path) -> None:
    text = GUT.replace(";bev;5100", ";bev;51OO").replace(";bev_u18;910", ";bev_u18;91O")
    answer = pruefen(write_input(tmp_path / "input", {LIEFERUNG: text}))

    sheet = load_workbook(tmp_path / "bericht/pruefbericht.xlsx")["Befunde"]
    rows = [row for row in sheet.iter_rows(values_only=True) if str(row[1] or "").startswith("E-")]

    assert answer.exit_code == 1
    assert [(row[0], row[2], row[4]) for row in rows] == [
        ("Fehler", LIEFERUNG, "F3"),
        ("Fehler", LIEFERUNG, "F19"),
    ]
    assert all(f"[{row[1]}]" in answer.stderr and str(row[6]) in answer.stderr for row in rows)
    html = (tmp_path / "bericht/pruefbericht.html").read_text(encoding="utf-8")
    assert "51OO" in html
    assert "91O" in html


def test_findings_are_printed_although_their_report_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "bericht").write_text("x")

    answer = pruefen(write_input(tmp_path / "input", BROKEN["unknown area"]))

    assert answer.exit_code == 1
    assert "E-AGS" in answer.stderr
    assert "E-ABLAGE" in answer.stderr


def test_missing_input_folder_is_reported_too(tmp_path: Path) -> None:
    answer = pruefen(tmp_path / "nirgends")

    assert answer.exit_code == 1
    assert "nirgends" in (tmp_path / "bericht/pruefbericht.html").read_text(encoding="utf-8")


def test_all_problems_of_a_delivery_are_printed_together(tmp_path: Path) -> None:
    text = GUT.replace(";bev;5100", ";bev;51OO").replace(";bev;5150", ";beev;5150")

    answer = pruefen(write_input(tmp_path / "input", {LIEFERUNG: text}))

    assert "51OO" in answer.stderr
    assert "E-MERKMAL" in answer.stderr
    assert "2 Befunde" in answer.stderr


def test_unconfirmed_jump_stops_before_printing_and_tells_the_kennung_after_it(
    springend: Path, tmp_path: Path
) -> None:
    answer = erstellen(springend, tmp_path / "output", "--kommune", "Großau")

    assert answer.exit_code == 1
    assert "Gedruckt" not in answer.stderr
    assert answer.stderr.index("W-UNBESTAETIGT") < answer.stderr.index("--bestaetigt ")
    assert not (tmp_path / "output").exists()


def test_check_tells_the_same_kennung_as_the_refused_print(springend: Path, tmp_path: Path) -> None:
    refused = erstellen(springend, tmp_path / "output").stderr
    checked = pruefen(springend)

    (kennung,) = set(re.findall(KENNUNG, refused))
    assert checked.exit_code == 0
    assert re.findall(KENNUNG, checked.stdout) == [kennung]
    assert kennung in (springend.parent / "bericht/pruefbericht.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("kennung", ["00000000", "ja"])
def test_other_kennung_is_refused_and_named(kennung: str, springend: Path, tmp_path: Path) -> None:
    answer = erstellen(springend, tmp_path / "output", "--bestaetigt", kennung)

    assert answer.exit_code == 1
    assert f"»{kennung}«" in answer.stderr
    assert not (tmp_path / "output").exists()


def test_confirmed_jump_is_told_to_the_person_and_to_nobody_else(
    springend: Path, tmp_path: Path
) -> None:
    (kennung,) = set(re.findall(KENNUNG, erstellen(springend, tmp_path / "output").stderr))

    answer = erstellen(
        springend, tmp_path / "output", "--kommune", "Großau", "--bestaetigt", kennung
    )

    assert answer.exit_code == 0, answer.output
    assert "W-UNBESTAETIGT" in answer.stderr
    ordner = tmp_path / "output/2020/1/daten"
    note = json.loads((ordner / "ausgabe.json").read_text(encoding="utf-8"))
    assert "bestaetigt" not in note
    public = [path.read_text(encoding="utf-8") for path in ordner.rglob("*.*")]
    assert not [text for text in public if kennung in text or "UNBESTAETIGT" in text]


def test_unconfirmed_delivery_leaves_the_last_good_output_untouched(
    gedruckt: tuple[Path, Path, Result], springend: Path
) -> None:
    _, ausgabe, _ = gedruckt
    before = contents(ausgabe)

    answer = erstellen(springend, ausgabe, "--kommune", "Großau")

    assert answer.exit_code == 1
    assert contents(ausgabe) == before


@pytest.mark.parametrize("kennung", ["", " "])
def test_empty_kennung_is_harmless_where_nothing_is_open(
    kennung: str, gedruckt: tuple[Path, Path, Result]
) -> None:
    eingabe, ausgabe, _ = gedruckt

    answer = erstellen(eingabe, ausgabe, "--kommune", "Großau", "--bestaetigt", kennung)

    assert answer.exit_code == 0, answer.output


def test_kennung_for_nothing_is_refused(gedruckt: tuple[Path, Path, Result]) -> None:
    eingabe, ausgabe, _ = gedruckt
    before = contents(ausgabe)

    answer = erstellen(eingabe, ausgabe, "--kommune", "Großau", "--bestaetigt", "1234abcd")

    assert answer.exit_code == 1
    assert "»1234abcd«" in answer.stderr
    assert contents(ausgabe) == before


def test_origin_leads_from_the_printed_figure_to_its_cells(eingabe: Path) -> None:
    answer = run(
        *("herkunft", "--eingabe", eingabe, "--kommune", "Großau"),
        *("--kennzahl", "anteil_kinder", "--jahr", "2019"),
    )

    assert answer.exit_code == 0, answer.output
    assert "Nur für das Amt" in answer.stdout
    assert f"{LIEFERUNG}, Zelle F19: »910«" in answer.stdout
    assert f"{LIEFERUNG}, Zelle F7: »5150«" in answer.stdout
    assert hashlib.sha256((eingabe / LIEFERUNG).read_bytes()).hexdigest() in answer.stdout
    assert "Gedruckt: 17,7\N{NO-BREAK SPACE}%" in answer.stdout  # 910 / 5150 = 17,669… %


def test_origin_of_what_there_is_not_is_answered_with_the_nearest(eingabe: Path) -> None:
    answer = run(
        *("herkunft", "--eingabe", eingabe, "--kommune", "Grosau"),
        *("--kennzahl", "anteil_kind", "--jahr", "2019"),
    )

    assert answer.exit_code == 1
    assert "»Großau«" in answer.stderr
    assert "»anteil_kinder«" in answer.stderr


def test_catalogue_lists_every_kennzahl() -> None:
    answer = run("katalog", "--eingabe", shipped("input"))
    katalog = read_katalog(shipped("input"))

    words = set(answer.stdout.split())
    assert answer.exit_code == 0
    assert set(katalog.kennzahlen) <= words
    assert {kennzahl.nummer for kennzahl in katalog.kennzahlen.values()} <= words


def test_new_folder_holds_an_input_that_can_be_read(tmp_path: Path) -> None:
    answer = run("neu", tmp_path / "probe")

    assert answer.exit_code == 0
    assert "probe" in answer.stdout
    assert contents(tmp_path / "probe/input") == contents(shipped("input"))
    assert read_edition(tmp_path / "probe/input").jahr == 2022


def test_new_folder_may_be_there_and_empty(tmp_path: Path) -> None:
    assert run("neu", tmp_path).exit_code == 0


def test_new_refuses_a_folder_with_anything_in_it(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("x")

    answer = run("neu", tmp_path)

    assert answer.exit_code == 1
    assert "E-ABLAGE" in answer.stderr
    assert list(contents(tmp_path)) == ["brief.txt"]


@pytest.mark.parametrize("place", ["datei", "datei/unten"])
def test_new_refuses_the_place_of_a_file(place: str, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("x")

    answer = run("neu", tmp_path / place)

    assert answer.exit_code == 1
    assert "E-ABLAGE" in answer.stderr
    assert (tmp_path / "datei").read_text() == "x"


def test_muster_is_refused_where_something_lies(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("x")

    answer = run("muster", tmp_path)

    assert answer.exit_code == 1
    assert "E-ABLAGE" in answer.stderr
    assert list(contents(tmp_path)) == ["brief.txt"]


def test_muster_of_two_kommunen_passes_the_check(tmp_path: Path) -> None:
    made = run("muster", tmp_path / "muster", "--kommunen", "2", "--seed", "7")
    checked = pruefen(tmp_path / "muster/input")

    assert made.exit_code == 0, made.output
    assert checked.exit_code == 0, checked.output
    assert "alle 2 Kommunen" in checked.stdout


def test_missing_input_folder_is_named(tmp_path: Path) -> None:
    answer = pruefen(tmp_path / "nirgends")

    assert answer.exit_code == 1
    assert "nirgends" in answer.stderr
