"""The way of a figure in words."""

from datetime import date

import pytest
from fragen import SHA256, herkunft
from zahlen import REGION, A, B, C, katalog, kennzahl, merkmal

from reports.auskunft.herkunft_text import herkunft_text
from reports.domain.katalog import Formelart
from reports.domain.korrektur import Korrektur
from reports.domain.zeichen import Kennzeichen, Zeichen

ANTEIL = katalog(
    merkmal("alo", einheit="Personen", titel="Arbeitslose"),
    merkmal("bev", einheit="Personen", titel="Bevölkerung"),
    kennzahl("anteil", "alo", "bev"),
)
OTHER = [(B, 2020, "alo", 50), (B, 2020, "bev", 600)]  # so that the year has a value
GANZ = [(A, 2020, "alo", 17), (A, 2020, "bev", 1300)]


def test_text_tells_every_step_in_its_order() -> None:
    text = herkunft_text(herkunft(GANZ, ANTEIL, A, "anteil", 2020))

    assert text.splitlines() == [
        "Nur für das Amt: Hier steht auch, was im Druck gesperrt ist.",
        "",
        f"Anteil (anteil), {A} ({A}), 2020",
        "Formel: alo / bev × 100",
        "",
        "Zähler: alo = 17",
        f"  + Arbeitslose (alo), {A} 2020: 17 Personen",
        "      probe.csv, Zeile 2: »17«, Stand 31.12.2020",
        "",
        "Nenner: bev = 1.300",
        f"  + Bevölkerung (bev), {A} 2020: 1.300 Personen",
        "      probe.csv, Zeile 3: »1300«, Stand 31.12.2020",
        "",
        "Genau: 17 / 1.300 × 100 = 17/13 = 1,30769230…",
        "Kaufmännisch gerundet auf 1 Nachkommastelle: 1,3",
        "Gedruckt: 1,3\N{NO-BREAK SPACE}%",
        "",
        "Dateien",
        "  probe.csv, Amt: Probe",
        f"    SHA-256 {SHA256}",
    ]


def test_exact_value_is_cut_off_and_not_rounded() -> None:
    zellen = [(A, 2020, "alo", 200), (A, 2020, "bev", 300)]

    text = herkunft_text(herkunft(zellen, ANTEIL, A, "anteil", 2020))

    assert "Genau: 200 / 300 × 100 = 200/3 = 66,66666666…" in text


@pytest.mark.parametrize(
    ("zaehler", "nenner", "genau"),
    [(1, 8, "12,5"), (3, 30, "10"), (300, 3, "10.000"), (-1, 8, "−12,5")],
)
def test_value_that_comes_out_even_ends_without_dots(zaehler: int, nenner: int, genau: str) -> None:
    saldo = katalog(kennzahl("anteil", "saldo", "bev", mindestfallzahl=0))
    zellen = [(A, 2020, "saldo", zaehler), (A, 2020, "bev", nenner)]

    text = herkunft_text(herkunft(zellen, saldo, A, "anteil", 2020))

    assert f"= {genau}\n" in text


def test_single_figure_is_not_divided_by_anything() -> None:
    verzeichnis = katalog(
        merkmal("alter", dezimalen=1), kennzahl("alter", "alter", nachkommastellen=1)
    )

    text = herkunft_text(herkunft([(A, 2020, "alter", 424)], verzeichnis, A, "alter", 2020))

    assert "Genau: 42,4\n" in text
    assert "Nenner" not in text


def test_suppressed_figure_says_that_it_must_stay_in_the_office() -> None:
    zellen = [(A, 2020, "alo", 2), (A, 2020, "bev", 300)]

    text = herkunft_text(herkunft(zellen, ANTEIL, A, "anteil", 2020))

    assert (
        "Gedruckt: * (aus Datenschutzgründen gesperrt). Die Zahl dahinter darf das Amt nicht"
        " verlassen." in text
    )
    assert "»2«" in text


def test_sign_of_the_source_stands_with_its_meaning() -> None:
    zellen = [(A, 2020, "alo", Zeichen.UNSICHER), (A, 2020, "bev", 300), *OTHER]

    text = herkunft_text(herkunft(zellen, ANTEIL, A, "anteil", 2020))

    assert "Zähler: alo = / (Wert nicht sicher genug)" in text
    assert "Gedruckt: / (Wert nicht sicher genug)" in text
    assert "Genau" not in text


def test_marks_stand_in_words_at_their_cell() -> None:
    marks = Kennzeichen.VORLAEUFIG | Kennzeichen.GESCHAETZT
    zellen = [(A, 2020, "alo", 17, marks), (A, 2020, "bev", 300)]

    text = herkunft_text(herkunft(zellen, ANTEIL, A, "anteil", 2020))

    assert "17 Personen, vorläufig, geschätzt\n" in text
    assert "300 Personen\n" in text


def test_correction_tells_what_why_who_and_when() -> None:
    zellen = [(A, 2020, "alo", 17, Kennzeichen.BERICHTIGT), (A, 2020, "bev", 300)]
    korrektur = Korrektur(
        merkmal="alo",
        ags=A,
        jahr=2020,
        erwartet="170",
        neu="17",
        grund="Eine Null zu viel.",
        gemeldet="Jobcenter",
        am=date(2021, 3, 1),
    )

    text = herkunft_text(herkunft(zellen, ANTEIL, A, "anteil", 2020, korrekturen=(korrektur,)))

    assert "berichtigt in »17«: Eine Null zu viel. Gemeldet von Jobcenter am 01.03.2021." in text


def test_missing_kommune_is_named_as_missing() -> None:
    zellen = [(A, 2020, "bev", 700), (B, 2020, "bev", 200)]
    verzeichnis = katalog(kennzahl("zahl", "bev"))

    text = herkunft_text(herkunft(zellen, verzeichnis, REGION, "zahl", 2020))

    assert f"{C} 2020: keine Angabe, nicht geliefert" in text


def test_sum_of_kommunen_says_so() -> None:
    zellen = [(k, 2020, "bev", 100) for k in (A, B, C)]
    verzeichnis = katalog(kennzahl("zahl", "bev"))

    text = herkunft_text(herkunft(zellen, verzeichnis, REGION, "zahl", 2020))

    assert "Region 2020: 300, Summe der Kommunen\n" in text


def test_change_shows_its_subtraction() -> None:
    verzeichnis = katalog(kennzahl("wachstum", "bev", formel=Formelart.ENTWICKLUNG))
    zellen = [(A, 2011, "bev", 300), (A, 2015, "bev", 310)]

    text = herkunft_text(herkunft(zellen, verzeichnis, A, "wachstum", 2015))

    assert "Formel: Veränderung von bev seit dem ersten Jahr des Zeitraums in %" in text
    assert "2011: bev = 300" in text
    assert "Genau: (310 − 300) / 300 × 100 = 10/3 = 3,33333333…" in text


def test_sum_in_a_formula_stands_in_brackets() -> None:
    verzeichnis = katalog(kennzahl("anteil", "zu - fort", "m + w", mindestfallzahl=0))
    zellen = [(A, 2020, name, 50) for name in ("zu", "fort", "m", "w")]

    text = herkunft_text(herkunft(zellen, verzeichnis, A, "anteil", 2020))

    assert "Formel: (zu - fort) / (m + w) × 100" in text
    assert f"  − fort (fort), {A} 2020: 50\n" in text
