from pathlib import Path

import pytest
from helfer import GUT, KATALOG, KLEIN, KOPF, LIEFERUNG, QUELLE, block, write_input

from reports.domain.zeit import Zeitraum
from reports.edition import Edition, choose, read_edition, shipped
from reports.errors import AuswahlFehler, EingabeFehler
from reports.pipeline import chosen_gebiete, prepare
from reports.profile.build import build_profil

NICHT_GELIEFERT = """\
titel = "Arbeit"
rang = 2

[[merkmal]]
id = "alo"
titel = "Arbeitslose"
einheit = "Personen"
quelle = "Amt"
stichtag = "31.12."

[[kennzahl]]
id = "arbeitslose"
nummer = "ARB01"
titel = "Arbeitslose"
kurztitel = "Arbeitslose"
formel = "anzahl"
zaehler = "alo"
einheit = "Personen"
nachkommastellen = 0
richtung = "mehr_belastung"
quelle = "Amt"
stichtag = "31.12."
erlaeuterung = "So viele Menschen suchen Arbeit."
"""


@pytest.fixture(scope="module")
def region_hannover() -> Edition:
    return read_edition(shipped("input"))


def small(folder: Path, delivery: str = GUT) -> Edition:
    return read_edition(write_input(folder, {LIEFERUNG: delivery}))


def test_without_a_name_all_kommunen_and_the_region_are_made(region_hannover: Edition) -> None:
    gebiete = chosen_gebiete(region_hannover, ())

    assert len(gebiete) == 22
    assert {gebiet.schluessel for gebiet in gebiete} == {
        f"032410{number:02d}" for number in range(22)
    }


@pytest.mark.parametrize(
    ("name", "schluessel"),
    [
        ("Wedemark", "03241019"),
        ("wedemark", "03241019"),
        ("03241019", "03241019"),
        ("Neustadt am Rübenberge", "03241012"),
        ("Neustadt a. Rbge.", "03241012"),
        ("Wennigsen", "03241020"),
        ("Hannover", "03241001"),
        ("Region Hannover", "03241000"),
        ("Region", "03241000"),
        ("03241000", "03241000"),
    ],
)
def test_area_is_found_by_name_or_key(name: str, schluessel: str, region_hannover: Edition) -> None:
    (gebiet,) = chosen_gebiete(region_hannover, [name])

    assert gebiet.schluessel == schluessel


def test_areas_come_in_the_order_asked_for_and_once(region_hannover: Edition) -> None:
    names = ["Uetze", "Region Hannover", "03241018", "Burgdorf"]

    found = chosen_gebiete(region_hannover, names)

    assert [gebiet.name for gebiet in found] == ["Uetze", "Region Hannover", "Burgdorf"]


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("Wedemrak", "»Wedemark«"),
        ("Neustadt am Ruebenberge", "»Neustadt am Rübenberge«"),
        ("langenhagn", "»Langenhagen«"),
        ("Neustadt am Rübenberge, Stadt", "»Neustadt am Rübenberge«"),
    ],
)
def test_unknown_kommune_is_answered_with_the_nearest(
    name: str, guess: str, region_hannover: Edition
) -> None:
    with pytest.raises(AuswahlFehler) as caught:
        chosen_gebiete(region_hannover, [name])

    (befund,) = caught.value.befunde
    assert befund.code == "E-KOMMUNE"
    assert f"»{name}«" in befund.text
    assert guess in befund.abhilfe


def test_name_unlike_any_is_answered_with_all(region_hannover: Edition) -> None:
    with pytest.raises(AuswahlFehler) as caught:
        chosen_gebiete(region_hannover, ["qqq"])

    assert all(k.name in str(caught.value) for k in region_hannover.gebiete.kommunen)


def test_all_unknown_kommunen_are_named_together(region_hannover: Edition) -> None:
    with pytest.raises(AuswahlFehler) as caught:
        chosen_gebiete(region_hannover, ["Uetze", "Hildesheim", "Celle"])

    assert [befund.text.split("«")[0] for befund in caught.value.befunde] == [
        "»Hildesheim",
        "»Celle",
    ]


@pytest.mark.parametrize(
    ("jahr", "zeitraeume", "missing"),
    [
        (2021, [], {"2021"}),
        (None, [Zeitraum(2017, 2020)], {"2017"}),
        (2025, [Zeitraum(2010, 2025)], {"2010", "2025"}),
        (2022, [Zeitraum(2018, 2021)], {"2021", "2022"}),
        (None, [Zeitraum(2018, 2020), Zeitraum(2016, 2017)], {"2016", "2017"}),
    ],
)
def test_years_without_any_figure_are_named_together(
    jahr: int | None, zeitraeume: list[Zeitraum], missing: set[str], tmp_path: Path
) -> None:
    with pytest.raises(AuswahlFehler) as caught:
        prepare(choose(small(tmp_path), jahr=jahr, zeitraeume=zeitraeume))

    assert {str(befund.ort).removeprefix("Jahr ") for befund in caught.value.befunde} == missing
    assert all("2018" in b.abhilfe and "2020" in b.abhilfe for b in caught.value.befunde)


def test_year_without_data_before_the_usual_period_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(AuswahlFehler) as caught:
        prepare(choose(small(tmp_path), jahr=2017))

    assert "2017" in caught.value.befunde[0].text
    assert "Zahl" in caught.value.befunde[0].text


def test_input_without_any_figure_is_refused(tmp_path: Path) -> None:
    folder = write_input(tmp_path)
    for path in (folder / "lieferungen/amt").iterdir():
        path.unlink()
    (folder / "lieferungen/amt").rmdir()

    with pytest.raises((EingabeFehler, AuswahlFehler)):
        prepare(read_edition(folder))


def test_figures_of_a_later_year_are_not_shown(tmp_path: Path) -> None:
    delivery = GUT + block("bev", 2021, (5300, 1850, 770))

    _, material, _ = prepare(small(tmp_path, delivery))

    assert material.staende["einwohner"].jahr == 2020
    assert {jahr for _, jahr, _ in material.werte} == {2018, 2019, 2020}


def test_other_period_changes_the_fingerprint(tmp_path: Path) -> None:
    edition = small(tmp_path)

    _, standard, _ = prepare(edition)
    _, again, _ = prepare(edition)
    _, other, _ = prepare(choose(edition, zeitraeume=[Zeitraum(2019, 2020)]))

    assert standard.kennung == again.kennung
    assert standard.kennung != other.kennung


def kennung_of(folder: Path, **changes: str) -> str:
    """The hash of the small input with other files."""
    written = write_input(folder, changes)
    return prepare(read_edition(written))[1].kennung


@pytest.mark.parametrize("file", ["ausgabe.toml", "brueche.toml", "kommunen.csv", KATALOG])
def test_every_public_file_of_the_input_is_part_of_the_fingerprint(
    file: str, tmp_path: Path
) -> None:
    end = "\n" if file.endswith("toml") else ""
    changed = KLEIN[file].replace("Heidefeld;Gemeinde", "Heidefeld;Stadt") + end

    assert kennung_of(tmp_path, **{file: changed}) != kennung_of(tmp_path)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (LIEFERUNG, "\n", "\r\n"),
        (LIEFERUNG, GUT.removeprefix(KOPF), "".join(sorted(GUT.splitlines(keepends=True)[1:]))),
        ("korrekturen.toml", "", "# nichts zu berichtigen\n"),
        (QUELLE, "example.org/1", "example.org/2"),
    ],
    ids=["line ends of a delivery", "order of its rows", "korrekturen.toml", "quelle.toml"],
)
def test_what_nobody_outside_sees_is_no_part_of_the_fingerprint(
    file: str, old: str, new: str, tmp_path: Path
) -> None:
    changed = KLEIN[file].replace(old, new)

    assert changed != KLEIN[file]
    assert kennung_of(tmp_path, **{file: changed}) == kennung_of(tmp_path)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (LIEFERUNG, "bev_u18;90\n", "bev_u18;90p\n"),
        (QUELLE, 'lizenz = "frei"', 'lizenz = "dl-de/by-2-0"'),
        (QUELLE, 'tabelle = "1"', 'tabelle = "2"'),
        (QUELLE, 'tabelle = "1"', 'tabelle = "1"\nanmerkung = "Stichprobe."'),
    ],
    ids=["mark", "licence", "table", "remark"],
)
def test_what_pages_print_is_part_of_the_fingerprint(
    file: str, old: str, new: str, tmp_path: Path
) -> None:
    changed = KLEIN[file].replace(old, new)

    assert kennung_of(tmp_path, **{file: changed}) != kennung_of(tmp_path)


def test_source_of_no_released_value_is_no_part_of_the_fingerprint(tmp_path: Path) -> None:
    rows = block("bev", 2021, (5300, 1850, 770)).splitlines(keepends=True)
    later = KOPF + "".join(rows[1:])  # the Kommunen, without the Region
    quelle = KLEIN[QUELLE].replace("Bevölkerung", "Zukunft").replace("_und_region", "")
    unused = {LIEFERUNG.replace("amt", "land"): later, QUELLE.replace("amt", "land"): quelle}

    assert kennung_of(tmp_path / "a", **unused) == kennung_of(tmp_path / "b")


def children_2018(*figures: int) -> str:
    """The small delivery with other numbers of children in 2018."""
    return GUT.replace(block("bev_u18", 2018, (900, 300, 100)), block("bev_u18", 2018, figures))


def test_fingerprint_does_not_tell_one_secret_from_another(tmp_path: Path) -> None:
    _, one, _ = prepare(small(tmp_path / "a", children_2018(900, 301, 1)))
    _, two, _ = prepare(small(tmp_path / "b", children_2018(900, 300, 2)))
    _, other, _ = prepare(small(tmp_path / "c", children_2018(901, 300, 2)))

    assert one.werte == two.werte != other.werte  # what is to be shown: only secrets differ
    assert one.kennung == two.kennung != other.kennung


@pytest.mark.parametrize("kernzahlen", ['"arbeitslose", "einwohner"', '"einwohner", "arbeitslose"'])
def test_key_figure_that_nobody_delivered_does_not_stop_the_page(
    kernzahlen: str, tmp_path: Path
) -> None:
    ausgabe = KLEIN["ausgabe.toml"].replace('"einwohner", "anteil_kinder"', kernzahlen)
    files = {"ausgabe.toml": ausgabe, "katalog/arbeit.toml": NICHT_GELIEFERT}
    edition = read_edition(write_input(tmp_path, files))
    _, material, _ = prepare(edition)

    profil = build_profil(edition.gebiete.region, material)

    assert [kachel.titel for kachel in profil.kacheln] == ["Einwohner"]
