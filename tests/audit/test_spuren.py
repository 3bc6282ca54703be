"""What the auditor of traces finds, and that it finds nothing where nothing is."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from seiten_probe import REGION, A, B, C, Probe, probe

from reports.audit.spuren import pruefe_spuren

Pflanze = Callable[[Probe], object]
GEHEIM = 4  # what the rows of Bdorf would say
PUNKT = 14.7


def _places(folder: Path, *pflanzen: Pflanze) -> list[str]:
    """Where traces are found after planting some; no Befund may repeat the secret."""
    planted = probe()
    for pflanze in pflanzen:
        pflanze(planted)
    befunde = pruefe_spuren(planted.write(folder))
    assert {befund.code for befund in befunde} <= {"G-SPUR"}
    assert not any("4711" in str(befund) for befund in befunde)
    return [str(befund.ort) for befund in befunde]


def _row(tabelle: str, gebiet: str, **values: object) -> Pflanze:
    jahr = 2022 if tabelle == "freigabe" else None
    return lambda p: p.zeile(tabelle, gebiet, jahr).update(values)


def _zellen(p: Probe, gebiet: str) -> list[dict[str, Any]]:
    return p.tabelle(gebiet)["zeilen"][0]["zellen"]


def _spine(p: Probe, gebiet: str) -> dict[str, Any]:
    return p.tabelle(gebiet)["spine"]["zeilen"][0]


def test_an_edition_without_a_trace_passes(tmp_path: Path) -> None:
    assert _places(tmp_path) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("zaehler", 4711), ("nenner", 300), ("wert", 1.5), ("gedruckt", "1,5"), ("kennzeichen", "p")],
)
def test_nothing_may_stand_beside_the_sign_of_a_suppressed_value(
    tmp_path: Path, column: str, value: object
) -> None:
    found = _places(tmp_path, _row("freigabe", B, **{column: value}))
    assert "daten/freigabe.csv, Bdorf 2022, Kennzahl quote" in found


@pytest.mark.parametrize(
    "values",
    [
        {"gedruckt": "+4711"},
        {"gedruckt": "x", "zeichen": "x"},
        {"gedruckt": "+1,0 %-Pkt.", "zeichen": ""},
        {"kennzeichen": "p"},
    ],
)
def test_the_change_of_a_suppressed_value_is_suppressed_and_nothing_else(
    tmp_path: Path, values: dict[str, object]
) -> None:
    found = _places(tmp_path, _row("veraenderungen", B, **values))
    assert found == ["daten/veraenderungen.csv, Bdorf, Kennzahl quote, 2020–2022"]


@pytest.mark.parametrize(
    "column",
    [
        "rang",
        "viertel",
        "platz",
        "unten",
        "oben",
        "zur_region",
        "trend_von",
        "status",
        "dynamik",
        "pruefungen",
        "signal",
    ],
)
def test_comparison_says_nothing_of_a_suppressed_value(tmp_path: Path, column: str) -> None:
    found = _places(tmp_path, _row("vergleich", B, **{column: 2021}))
    assert "daten/vergleich.csv, Bdorf 2022, Kennzahl quote" in found


def test_comparison_does_not_lean_on_a_suppressed_value_of_the_region(tmp_path: Path) -> None:
    hidden = {"zaehler": "", "nenner": "", "wert": "", "gedruckt": "*", "zeichen": "*"}
    found = _places(tmp_path, _row("freigabe", REGION, **hidden), _row("vergleich", A, platz=0.5))
    assert "daten/vergleich.csv, Adorf 2022, Kennzahl quote" in found


@pytest.mark.parametrize("values", [{"anzahl": 3}, {"rang": 2, "rang_bis": 2}, {"rang_bis": 2}])
def test_a_suppressed_value_is_not_counted_in_the_ranks_of_others(
    tmp_path: Path, values: dict[str, object]
) -> None:
    found = _places(tmp_path, _row("vergleich", A, **values))
    assert "daten/vergleich.csv, Adorf 2022, Kennzahl quote" in found


@pytest.mark.parametrize("values", [{"platz": 0.4}, {"platz": 1.0}, {"viertel": 3}])
def test_a_suppressed_value_does_not_stretch_the_places_of_others(
    tmp_path: Path, values: dict[str, object]
) -> None:
    """Half a point above the Region is half of the farthest distance, which is Cdorf's."""
    found = _places(tmp_path, _row("vergleich", A, **values))
    assert "daten/vergleich.csv, Adorf 2022, Kennzahl quote" in found


def test_the_released_places_and_quarters_pass(tmp_path: Path) -> None:
    """The first of two ranks lies in the first quarter, the second in the third."""
    rows = (_row("vergleich", A, viertel=1), _row("vergleich", C, viertel=3))
    assert _places(tmp_path, *rows) == []


@pytest.mark.parametrize(
    "values",
    [{"zaehler": 4711}, {"nenner": 815}, {"wert": 13.6}, {"gedruckt": "13,6"}, {"wert": ""}],
)
def test_counts_value_and_print_of_a_row_belong_together(
    tmp_path: Path, values: dict[str, object]
) -> None:
    """27 of 200 are 13.5 percent."""
    found = _places(tmp_path, _row("freigabe", A, **values))
    assert "daten/freigabe.csv, Adorf 2022, Kennzahl quote" in found


def test_a_trend_does_not_use_a_year_whose_value_is_suppressed(tmp_path: Path) -> None:
    def show_2022(p: Probe) -> None:
        values = {"zaehler": 36, "nenner": 300, "wert": 12, "gedruckt": "12,0", "zeichen": ""}
        p.zeile("freigabe", B, 2022).update(values)
        p.zeile("vergleich", B).update(trend="steigend", trend_von=2020, trend_bis=2022)

    assert "daten/vergleich.csv, Bdorf 2022, Kennzahl quote" in _places(tmp_path, show_2022)


def test_a_signal_of_a_suppressed_value_is_a_trace(tmp_path: Path) -> None:
    signal = {"gebiet": B, "kennzahl": "quote", "seit": "2022/1"}
    found = _places(tmp_path, lambda p: p.signale["signale"].append(signal))
    assert found == ["daten/signale.json, Bdorf, Kennzahl quote"]


def test_a_line_has_no_point_in_a_year_whose_value_is_suppressed(tmp_path: Path) -> None:
    def plant(p: Probe) -> None:
        p.diagramm(B)["linien"][0]["punkte"][2]["wert"] = 12.5

    assert _places(tmp_path, plant) == ["daten/seiten/03241002.json, Diagramm linie-quote"]


@pytest.mark.parametrize(
    "ticks",
    [
        (5, 10, 15),  # a coarser step than needed: made for a point nobody sees
        (10, 12, 14),
        (8, 10, 12, 14),
        (10, 11, 12, 13, 14, 15),  # the last space holds no point
        (9, 10, 11, 12, 13, 14),  # the first space holds no point
        (10, 13, 16),
        (10, 11, 14),
        (11, 12, 13, 14),  # a point outside
        (10, 14),
        (10, 11, 12.04, 13, 14),  # between the units of the last decimal
    ],
)
def test_an_axis_is_no_longer_than_the_points_that_are_shown(
    tmp_path: Path, ticks: tuple[float, ...]
) -> None:
    def plant(p: Probe) -> None:
        p.diagramm(B)["striche"] = [_tick(tick) for tick in ticks]

    assert len(_places(tmp_path, plant)) == 1


@pytest.mark.parametrize(
    ("points", "ticks"),
    [
        # by hand, in tenths: steps 1, 2, 5, 10, …; the first that needs at most four spaces
        ((10.0, 11.0, 13.0), (10.0, 11.0, 12.0, 13.0)),
        ((10.1, 10.1, 10.1), (10.1, 10.2, 10.3)),  # never fewer than two spaces
        ((10.14, 10.2, 10.3), (10.1, 10.2, 10.3)),
        ((-0.3, 0.2, 0.3), (-0.4, -0.2, 0.0, 0.2, 0.4)),
        ((0.0, 40.0, 61.0), (0.0, 20.0, 40.0, 60.0, 80.0)),
    ],
)
def test_the_least_axis_of_other_points_passes(
    tmp_path: Path, points: tuple[float, ...], ticks: tuple[float, ...]
) -> None:
    def draw(p: Probe) -> None:
        for gebiet in p.seiten:
            bild = p.diagramm(gebiet)
            bild["striche"] = [_tick(tick) for tick in ticks]
            bild["spannweiten"] = []
            bild["linien"] = [line for line in bild["linien"] if line["name"] == "Region"]
            for jahr, wert in enumerate(points, start=2020):
                p.zeile("freigabe", REGION, jahr)["wert"] = wert
                bild["linien"][0]["punkte"][jahr - 2020]["wert"] = wert

    assert [ort for ort in _places(tmp_path, draw) if "Diagramm" in ort] == []


def _tick(wert: float) -> dict[str, object]:
    text = f"{abs(wert):.1f}".replace(".", ",")
    return {"wert": wert, "text": f"−{text}" if wert < 0 else text}


def test_the_text_of_a_tick_is_its_place(tmp_path: Path) -> None:
    def plant(p: Probe) -> None:
        p.diagramm(B)["striche"][1]["text"] = "4711"

    assert len(_places(tmp_path, plant)) == 1


def test_a_place_on_the_spine_of_a_suppressed_value_is_a_trace(tmp_path: Path) -> None:
    found = _places(tmp_path, lambda p: _spine(p, A)["andere"].append(0.9))
    assert found == ["daten/seiten/03241001.json, Tabelle tabelle-arbeit, Bild spine-quote"]


@pytest.mark.parametrize("values", [{"eigen": 0.25}, {"andere": [-1.0]}, {"andere": [-1.0, 0.4]}])
def test_a_spine_shows_released_places_alone(tmp_path: Path, values: dict[str, object]) -> None:
    found = _places(tmp_path, lambda p: _spine(p, B).update(values))
    assert found == ["daten/seiten/03241002.json, Tabelle tabelle-arbeit, Bild spine-quote"]


@pytest.mark.parametrize(
    "values",
    [
        {"eigen": "Bdorf 14,7 %"},
        {"region": "Region 14,7 %"},
        {"andere": "47112"},
        {"alt": "Beispiel. Bdorf 14,7 %."},
    ],
)
def test_the_labels_of_the_worked_example_are_printed_values(
    tmp_path: Path, values: dict[str, object]
) -> None:
    found = _places(tmp_path, lambda p: p.seiten[B]["beispiel"].update(values))
    assert found == ["daten/seiten/03241002.json, Bild beispiel"]


def test_the_worked_example_shows_released_places_alone(tmp_path: Path) -> None:
    found = _places(tmp_path, lambda p: p.seiten[B]["beispiel"]["zeile"].update(eigen=0.25))
    assert found == ["daten/seiten/03241002.json, Bild beispiel"]


@pytest.mark.parametrize("band", [(11.5, 13.5), (12.0, 14.0), (12.0, 12.0)])
def test_the_band_of_a_chart_reaches_to_released_values_alone(
    tmp_path: Path, band: tuple[float, float]
) -> None:
    def plant(p: Probe) -> None:
        p.diagramm(B)["spannweiten"][0].update(unten=band[0], oben=band[1])

    assert "daten/seiten/03241002.json, Diagramm linie-quote" in _places(tmp_path, plant)


@pytest.mark.parametrize("secret", ["4711", str(GEHEIM), "1,3 %"])
def test_an_alternative_text_names_no_other_number(tmp_path: Path, secret: str) -> None:
    def plant(p: Probe) -> None:
        p.diagramm(B)["alt"] += f" Zuletzt waren es {secret}."
        _zellen(p, B)[3]["bild"]["alt"] += f" Zuletzt waren es {secret}."

    assert _places(tmp_path, plant) == [
        "daten/seiten/03241002.json, Alternativtext von linie-quote",
        "daten/seiten/03241002.json, Alternativtext von spine-quote",
    ]


@pytest.mark.parametrize(("gaps", "clean"), [("ein Jahr", True), ("2 Jahre", False)])
def test_an_alternative_text_counts_the_years_without_a_value(
    tmp_path: Path,
    gaps: str,
    clean: bool,  # noqa: FBT001
) -> None:
    """Bdorf has a value of 2020 alone, so that no year between two is missing."""
    found = _places(tmp_path, lambda p: p.diagramm(B).update(alt=f"Bdorf, {gaps} ohne Wert."))
    assert (not found) is clean


def test_an_alternative_text_names_no_value_of_another_area(tmp_path: Path) -> None:
    def plant(p: Probe) -> None:
        p.diagramm(B)["alt"] += " Zuletzt 13,5 %."

    assert len(_places(tmp_path, plant)) == 1


def test_a_line_ends_with_the_value_of_its_last_point(tmp_path: Path) -> None:
    def plant(p: Probe) -> None:
        p.diagramm(B)["linien"][0]["endtext"] = "Bdorf 14,7 %"

    assert _places(tmp_path, plant) == ["daten/seiten/03241002.json, Diagramm linie-quote"]


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Quote: Der Wert für Bdorf ist auf 4711 gestiegen."},
        {"text": f"Quote: In Adorf waren es {GEHEIM} Personen, 13,5 % (2022)."},
        {"belege": [], "text": "Quote: Der Wert für Bdorf ist gestiegen auf 12,0 %."},
    ],
)
def test_a_sentence_names_what_its_cells_prove(tmp_path: Path, change: dict[str, object]) -> None:
    def plant(p: Probe) -> None:
        p.saetze[0]["satz"] = p.saetze[0]["satz"] | change
        p.seiten[A]["saetze"] = [p.saetze[0]["satz"]]

    assert _places(tmp_path, plant) == [
        "daten/saetze.json, Adorf, Satz 1",
        "daten/seiten/03241001.json, Satz 1",
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"gebiet": B},  # suppressed in 2022
        {"zaehler": GEHEIM},
        {"nenner": None},
        {"gedruckt": "14,7 %"},
        {"jahr": 2019},
    ],
)
def test_a_sentence_rests_on_released_cells(tmp_path: Path, change: dict[str, object]) -> None:
    found = _places(tmp_path, lambda p: p.saetze[0]["satz"]["belege"][1].update(change))
    assert found == ["daten/saetze.json, Adorf, Satz 1"]


def test_a_sentence_counts_the_kommunen_with_a_released_value(tmp_path: Path) -> None:
    def count(number: int) -> Pflanze:
        text = f"Quote: Unter {number} Kommunen hat Adorf 2022 den höchsten Wert (13,5 %)."
        belege = probe().saetze[0]["satz"]["belege"][1:]
        return lambda p: p.saetze[0]["satz"].update(text=text, belege=belege)

    assert _places(tmp_path / "two", count(2)) == []
    assert _places(tmp_path / "three", count(3)) == ["daten/saetze.json, Adorf, Satz 1"]


def test_the_sentence_of_early_warning_counts_rows_of_comparison(tmp_path: Path) -> None:
    def balance(numbers: tuple[int, ...]) -> Pflanze:
        text = "Die Frühwarnung der Ausgabe 2022/1: {} geprüft, {} auffällig, {} ruhig."
        satz = {"art": "Bilanz", "text": text.format(*numbers), "belege": []}
        return lambda p: p.saetze[0].update(satz=satz)

    assert _places(tmp_path / "right", balance((0, 0, 0))) == []
    assert _places(tmp_path / "wrong", balance((1, 0, 1))) == ["daten/saetze.json, Adorf, Satz 1"]


@pytest.mark.parametrize(
    ("column", "secret"), [(0, "4"), (0, "4711"), (1, "1,3"), (2, "4711"), (3, "2 von 3")]
)
def test_a_row_shows_released_figures_of_its_kennzahl(
    tmp_path: Path, column: int, secret: str
) -> None:
    found = _places(tmp_path, lambda p: _zellen(p, B)[column].update(text=secret))
    assert found == ["daten/seiten/03241002.json, Tabelle tabelle-arbeit, Kennzahl quote"]


def test_the_own_count_is_that_of_the_stand_and_of_no_other_year(tmp_path: Path) -> None:
    found = _places(tmp_path, lambda p: _zellen(p, B)[0].update(text="30"))
    assert len(found) == 1


@pytest.mark.parametrize("field", ["gesprochen", "zusatz"])
def test_what_is_small_or_said_holds_no_secret(tmp_path: Path, field: str) -> None:
    found = _places(tmp_path, lambda p: _zellen(p, B)[1].update({field: "war 4711"}))
    assert len(found) == 1


@pytest.mark.parametrize("text", ["4,0", "12,0"])
def test_a_column_of_all_kommunen_is_what_is_released(tmp_path: Path, text: str) -> None:
    def plant(p: Probe) -> None:
        p.seiten[REGION]["themen"][0]["tabellen"][0]["zeilen"][1]["zellen"][0]["text"] = text

    assert _places(tmp_path, plant) == [
        "daten/seiten/03241000.json, Tabelle kommunen-arbeit-1, Spalte »Quote«"
    ]


@pytest.mark.parametrize(
    ("field", "value"), [("vergleich", "Region 4711"), ("rang", "Rang 2 von 3"), ("stand", "4")]
)
def test_a_tile_shows_released_figures(tmp_path: Path, field: str, value: str) -> None:
    found = _places(tmp_path, lambda p: p.seiten[B]["kacheln"][0].update({field: value}))
    assert found == ["daten/seiten/03241002.json, Kachel »Quote«"]


def test_the_number_of_inhabitants_is_a_released_value(tmp_path: Path) -> None:
    found = _places(tmp_path, lambda p: p.seiten[B]["einwohner"].update(text="4711"))
    assert found == ["daten/seiten/03241002.json, Einwohnerzahl"]


@pytest.mark.parametrize(
    ("part", "field", "ort"),
    [
        ("fruehwarnung", "bilanz", "Frühwarnung"),
        ("fruehwarnung", "fehlalarme", "Frühwarnung"),
        ("verzeichnis", "bilanz", "Verzeichnis"),
    ],
)
def test_balances_follow_from_released_rows(
    tmp_path: Path, part: str, field: str, ort: str
) -> None:
    found = _places(tmp_path, lambda p: p.seiten[B][part].update({field: "Geprüft: 4711."}))
    assert found == [f"daten/seiten/03241002.json, {ort}"]


@pytest.mark.parametrize("field", ["titel", "untertitel", "hinweis", "einwohner_stand"])
def test_a_number_in_any_other_text_of_a_single_page_is_a_trace(tmp_path: Path, field: str) -> None:
    found = _places(tmp_path, lambda p: p.seiten[B].update({field: "Profil 47112"}))
    assert found == ["daten/seiten/03241002.json"]


def test_a_number_in_the_back_matter_of_a_single_page_is_a_trace(tmp_path: Path) -> None:
    remark = ["Anmerkung", "Es waren 47112."]
    found = _places(tmp_path, lambda p: p.seiten[B]["verzeichnis"]["brueche"].append(remark))
    assert found == ["daten/seiten/03241002.json"]


def test_explanations_of_a_page_that_stands_alone_explain_themselves(tmp_path: Path) -> None:
    def keep_one(p: Probe) -> None:
        p.seiten = {A: p.seiten[A]}

    assert _places(tmp_path / "without", keep_one) == []
    title = _places(tmp_path / "with", keep_one, lambda p: p.seiten[A].update(titel="47112"))
    assert title == ["daten/seiten/03241001.json"]


def test_a_field_that_nobody_knows_is_not_passed_over(tmp_path: Path) -> None:
    found = _places(tmp_path, lambda p: p.seiten[B].update(rohwert=GEHEIM))
    assert found == ["daten/seiten/03241002.json"]


def test_a_folder_without_its_files_is_not_called_clean(tmp_path: Path) -> None:
    (befund,) = pruefe_spuren(tmp_path)

    assert (befund.code, Path(befund.ort).name) == ("G-ORDNER", "vergleich.csv")


@pytest.mark.parametrize(
    "name",
    [
        "liste.xlsx",
        "seite.html",
        "lauf.log",
        "daten/intern.csv",
        "daten/seiten/9.txt",
        "alt/A.pdf",
    ],
)
def test_a_file_that_belongs_to_no_edition_is_not_given_away(tmp_path: Path, name: str) -> None:
    probe().write(tmp_path)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("geheim", "utf-8")

    assert name in [befund.ort for befund in pruefe_spuren(tmp_path)]


def test_what_is_added_to_a_finished_pdf_is_found(tmp_path: Path) -> None:
    probe().write(tmp_path)
    with (tmp_path / "A.pdf").open("ab") as stream:
        stream.write(b"\n4711\n%%EOF\nstartxref\n")

    assert "A.pdf" in [befund.ort for befund in pruefe_spuren(tmp_path)]


def test_a_number_in_the_text_of_a_pdf_stands_in_its_page_model(tmp_path: Path) -> None:
    found = _places(tmp_path, lambda p: p.texte[1].append("4711"))
    assert set(found) == {"A.pdf, Seite 2", "A.pdf"}


def test_a_number_that_the_page_model_has_is_printed_no_more_often(tmp_path: Path) -> None:
    """The back matter names 815 once; a second one would be a figure of somebody."""
    found = _places(tmp_path, lambda p: p.texte[1].extend(["815", "815"]))
    assert found == ["A.pdf"]


def test_where_the_page_model_has_a_sign_the_pdf_has_it_too(tmp_path: Path) -> None:
    def plant(p: Probe) -> None:
        p.seiten[A]["kacheln"][0]["vergleich"] = "*"

    assert "A.pdf" in _places(tmp_path / "ohne", plant)
    assert _places(tmp_path / "mit", plant, lambda p: p.texte[0].append("*")) == []


@pytest.mark.parametrize("key", ["/Title", "/Keywords", "/Geheim"])
def test_a_number_in_the_information_of_a_pdf_is_a_trace(tmp_path: Path, key: str) -> None:
    found = _places(tmp_path, lambda p: p.stempel.update({key: "4711"}))
    assert found == [f"A.pdf, Eintrag {key}"]


def _alt(text: str) -> Callable[[pikepdf.Pdf], object]:
    element = {"/S": pikepdf.Name("/Figure"), "/Alt": pikepdf.String(text)}
    return lambda pdf: pdf.Root.__setattr__(
        "StructTreeRoot", pikepdf.Dictionary({"/K": pikepdf.Array([pikepdf.Dictionary(element)])})
    )


def _outline(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Es waren 4711", 0))


def _xmp(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:description"] = "Es waren 4711"


def _attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = b"geheim"


def _actual_text(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"/Span << /ActualText (geheim) >> BDC EMC")


def _image(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(b"\x89PNG\r\n\x1a\n\0\0\0\x0ctEXtComment\0vier\0\0\0\0")
    image.Subtype, image.Filter = pikepdf.Name("/Image"), pikepdf.Name("/DCTDecode")
    pdf.Root.Bild = image


@pytest.mark.parametrize(
    ("change", "ort"),
    [
        (_alt("Es waren 4711"), "A.pdf, Eintrag /Alt"),
        (_alt("Zuletzt sehr wenige"), "A.pdf, Eintrag /Alt"),
        (_outline, "A.pdf, Eintrag /Title"),
        (_xmp, "A.pdf, Eintrag /Metadata"),
        (_attached, "A.pdf"),
        (_actual_text, "A.pdf, Seite 1"),
        (_image, "A.pdf"),
    ],
)
def test_nothing_is_hidden_outside_of_the_text_of_a_pdf(
    tmp_path: Path, change: Callable[[pikepdf.Pdf], object], ort: str
) -> None:
    assert ort in _places(tmp_path, lambda p: setattr(p, "nachbearbeiten", change))


def test_an_alternative_text_of_the_page_model_passes_in_the_pdf(tmp_path: Path) -> None:
    alt = probe().diagramm(A)["alt"]
    assert _places(tmp_path, lambda p: setattr(p, "nachbearbeiten", _alt(alt))) == []


def test_a_pdf_without_a_page_model_is_not_called_clean(tmp_path: Path) -> None:
    found = _places(tmp_path, lambda p: p.seiten[A].update(dateiname="B.pdf"))
    assert found == ["A.pdf"]


def test_a_pdf_that_cannot_be_read_is_not_called_clean(tmp_path: Path) -> None:
    folder = probe().write(tmp_path)
    (folder / "A.pdf").write_bytes(b"kein PDF")
    assert [befund.ort for befund in pruefe_spuren(folder)] == ["A.pdf"]


@pytest.mark.parametrize(
    ("later", "found"), [(b"", []), (b" ", ["daten/seiten/03241002.json"])], ids=["same", "changed"]
)
def test_a_file_that_is_not_the_printed_one_is_named(
    later: bytes, found: list[str], tmp_path: Path
) -> None:
    name = "daten/seiten/03241002.json"
    folder = probe().write(tmp_path)
    printed = (folder / name).read_bytes()
    hashes = {"dateien": {}, "seiten": {name: sha256(printed).hexdigest()}}
    (folder / "daten" / "ausgabe.json").write_text(json.dumps(hashes), encoding="utf-8")
    (folder / name).write_bytes(printed + later)

    assert [str(befund.ort) for befund in pruefe_spuren(folder)] == found


@pytest.mark.parametrize(
    ("row", "sign"),
    [
        (0, {"text": "o", "gesprochen": "unauffällig"}),
        (0, {"zusatz": "14,7"}),
        (1, {"text": "▲", "gesprochen": "auffällig"}),
        (1, {"text": "x", "gesprochen": "Angabe nicht sinnvoll oder nicht möglich"}),
        (2, {"gesprochen": "47112"}),
    ],
    ids=["other status", "figure beneath", "status of a secret", "other sign", "figure as word"],
)
def test_a_sign_of_a_kommune_is_that_of_its_status_or_of_its_value(
    row: int, sign: dict[str, str], tmp_path: Path
) -> None:
    def plant(p: Probe) -> None:
        zeilen = p.seiten[REGION]["kommunenblick"]["tabellen"][0]["zeilen"]
        zeilen[row]["zellen"][0].update(sign)

    name = ("Adorf", "Bdorf", "Cdorf")[row]
    found = _places(tmp_path, plant)
    assert found == [f"daten/seiten/03241000.json, Tabelle kacheln-1, {name}, QUO 01"]
