"""The Altersaufbau: bars, outline, table and words say the same, and only what is released."""

from dataclasses import replace

import pytest
from altersgruppen import verzeichnis, zellen
from zahlen import REGION, A, B, C, Zellwert, echtes_material, edition, material

from reports.edition import Edition
from reports.profile.build import build_profil
from reports.profile.chartmodel import Pyramide
from reports.profile.model import Profil, Thema
from reports.profile.tablemodel import Tabelle


def profil(gebiet: str = A, found: list[Zellwert] | None = None) -> Profil:
    chosen = replace(edition(2022, 2022), kernzahlen=("einwohner",))
    return _built(gebiet, zellen() if found is None else found, chosen)


def _built(gebiet: str, found: list[Zellwert], chosen: Edition) -> Profil:
    whole = material(found, verzeichnis(), chosen)
    return build_profil(chosen.gebiete.named(gebiet), whole)


def kapitel(gebiet: str = A, found: list[Zellwert] | None = None) -> Thema:
    return next(thema for thema in profil(gebiet, found).themen if thema.pyramide)


def pyramide(gebiet: str = A, found: list[Zellwert] | None = None) -> Pyramide:
    drawn = kapitel(gebiet, found).pyramide
    assert drawn is not None
    return drawn


def rows(tabelle: Tabelle) -> list[list[str]]:
    return [[zeile.kopf, *(zelle.text for zelle in zeile.zellen)] for zeile in tabelle.zeilen]


def test_a_bar_is_the_share_by_the_years_of_its_step() -> None:
    """By hand: 100 of 1,000 are 10 percent; over twenty years 0.5 each. 40 over fifteen are 2.67."""
    jung, alt = pyramide().stufen

    assert (jung.von, jung.bis, jung.maenner.wert) == (0, 20, pytest.approx(0.5))
    assert (alt.von, alt.bis, alt.frauen.wert) == (20, 35, pytest.approx(40 / 15))


def test_the_outline_is_the_region_and_for_the_region_the_umland() -> None:
    """By hand: 200 boys of 2,000; in the Umland, B and C, 100 of 1,000."""
    kommune, region = pyramide(), pyramide(REGION)

    assert (kommune.eigen, kommune.vergleich) == (A, "Region")
    assert kommune.stufen[0].maenner.vergleich == pytest.approx(10 / 20)
    assert (region.eigen, region.vergleich) == ("Region", "Umland")
    assert region.stufen[1].maenner.vergleich == pytest.approx(42 / 15)


def test_the_table_has_counts_and_shares_of_both_sexes_beside_the_region() -> None:
    (tabelle,) = kapitel().tabellen

    assert [(s.titel, s.zusatz) for s in tabelle.spalten[1:4]] == [
        ("Männer", "Anzahl"),
        ("Männer", "in %"),
        ("Männer", "Region, in %"),
    ]
    assert rows(tabelle) == [
        ["unter 20 Jahre", "100", "10,0", "10,0", "100", "10,0", "9,0"],
        ["20 Jahre und älter", "400", "40,0", "41,0", "400", "40,0", "40,0"],
    ]


def test_all_profiles_share_the_scale_of_the_longest_bar() -> None:
    """By hand: 230 of 500 men in C, 46 percent over fifteen years, is the longest of all."""
    ends = [pyramide(gebiet).ende for gebiet in (A, B, C, REGION)]

    assert ends == pytest.approx([46 / 15] * 4)
    assert [strich.text for strich in pyramide().striche] == ["0,0", "1,0", "2,0", "3,0"]


def test_a_hidden_share_is_a_gap_with_its_sign_and_no_place() -> None:
    """Two girls of 1,000 may not be told; the whole and the others leave no way back."""
    found = zellen(maedchen=2, bev=902)
    bar = pyramide(A, found).stufen[0].frauen
    (tabelle,) = kapitel(A, found).tabellen

    assert (bar.wert, bar.zeichen) == (None, "*")
    assert rows(tabelle)[0][4:6] == ["*", "*"]
    assert "0,2" not in pyramide(A, found).alt


def test_the_alternative_text_names_the_widest_step_and_the_one_farthest_from_the_region() -> None:
    """By hand: the widest is 40 percent; 41.0 and 40.0 by fifteen lie 0.067 apart, the most."""
    alt = pyramide().alt

    assert alt.startswith(f"Bevölkerungspyramide {A}, 31.12.2022, Männer links, Frauen rechts")
    assert "am breitesten bei Männer 20 Jahre und älter mit 40,0\u00a0%" in alt
    assert (
        "am weitesten von Region entfernt bei Männer 20 Jahre und älter mit 40,0\u00a0% gegen 41,0\u00a0%"
        in alt
    )
    assert 60 <= len(alt) <= 300


def test_an_area_without_any_figure_says_so() -> None:
    nothing = [zelle for zelle in zellen() if zelle[0] != A]
    alt = pyramide(A, nothing).alt

    assert "kein Wert" in alt
    assert all(stufe.maenner.zeichen for stufe in pyramide(A, nothing).stufen)


def test_the_chapter_has_no_other_tables_and_is_left_out_of_the_comparison() -> None:
    region = profil(REGION)

    assert [tabelle.id for tabelle in kapitel(REGION).tabellen] == ["stufen-probe"]
    assert [tabelle.id for tabelle in region.vergleich.tabellen] == ["tabelle-leute"]


def test_a_chapter_without_figures_is_left_out_and_the_ledger_says_so() -> None:
    nothing = [zelle for zelle in zellen() if zelle[2] == "bev"]
    found = profil(A, nothing)
    ledger = next(t for t in found.verzeichnis.tabellen if t.id == "verzeichnis-probe")

    assert [thema.id for thema in found.themen] == ["leute"]
    assert rows(ledger) == [
        [
            "M_0 bis W_20",
            "4 Anteile nach Alter und Geschlecht",
            "nicht geliefert",
            "nein",
            "Amt",
            "–",
        ]
    ]


def test_the_ledger_has_one_row_for_all_shares() -> None:
    found = profil(A, zellen(maedchen=2, bev=902))
    ledger = next(t for t in found.verzeichnis.tabellen if t.id == "verzeichnis-probe")
    (row,) = rows(ledger)

    assert row[:3] == ["M_0 bis W_20", "4 Anteile nach Alter und Geschlecht", "31.12.2022"]
    assert row[3].endswith(" von 4")
    assert rows(next(t for t in profil().verzeichnis.tabellen if t.id == ledger.id))[0][3] == "ja"


def test_shipped_shares_of_a_kommune_add_up_to_all_its_inhabitants() -> None:
    """Each share is rounded by at most 0.05; 34 of them miss 100 by 1.7 at most."""
    whole = echtes_material()
    uetze = build_profil(whole.edition.gebiete.named("03241018"), whole)
    (tabelle,) = next(thema for thema in uetze.themen if thema.pyramide).tabellen
    shares = [
        float(zeile.zellen[place].text.replace(",", "."))
        for zeile in tabelle.zeilen
        for place in (1, 4)
    ]

    assert len(shares) == 34
    assert sum(shares) == pytest.approx(100, abs=1.7)
