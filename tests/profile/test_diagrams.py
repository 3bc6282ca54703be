"""Charts: lines where there is a series, dots of all Kommunen where there is one year."""

from dataclasses import replace

import msgspec
import pytest
from zahlen import REGION, A, B, C, Zellwert, edition, gebiete, katalog, kennzahl, material

from reports.domain.zeit import Bruch, Vergleichbarkeit
from reports.profile.build import build_profil
from reports.profile.chartmodel import Diagramm, Linienart, Liniendiagramm, Punktdiagramm
from reports.profile.model import Profil

QUOTE = katalog(kennzahl("quote", "alo", "bev"))
EIN_JAHR: list[Zellwert] = [
    (k, 2020, m, w)
    for k, alo in ((A, 51), (B, 72), (C, 60))
    for m, w in (("alo", alo), ("bev", 1000))
]
BRUCH = Bruch(ab=2013, vergleichbar=Vergleichbarkeit.NEIN, titel="t", grund="g", merkmale=("alo",))


def series(*alo: int, start: int = 2011) -> list[Zellwert]:
    """Yearly rates in tenths of a percent for Kommune A; twice as much for the others."""
    return [
        (k, jahr, m, wert)
        for k in (A, B, C)
        for jahr, wert_a in enumerate(alo, start=start)
        for m, wert in (("alo", wert_a * (1 if k == A else 2)), ("bev", 1000))
    ]


def profil(zellen: list[Zellwert], gebiet: str = A, brueche: tuple[Bruch, ...] = ()) -> Profil:
    found = material(zellen, QUOTE, edition(2011, 2020), brueche)
    shown = replace(found, edition=replace(found.edition, kernzahlen=("quote",)))
    return build_profil(shown.edition.gebiete.named(gebiet), shown)


def charts(
    zellen: list[Zellwert], gebiet: str = A, brueche: tuple[Bruch, ...] = ()
) -> tuple[Diagramm, ...]:
    return profil(zellen, gebiet, brueche).themen[0].diagramme


def test_three_years_make_a_line_chart() -> None:
    (chart,) = charts(series(80, 75, 70))

    assert isinstance(chart, Liniendiagramm)
    eigen, region = chart.bilder[0].linien
    assert (eigen.art, region.art) == (Linienart.EIGEN, Linienart.VERGLEICH)
    assert [p.wert for p in eigen.punkte[:4]] == [8.0, 7.5, 7.0, None]
    assert eigen.endtext == f"{A} 7,0\u00a0%"
    assert region.endtext == "Region 11,7\u00a0%"  # 350 of 3.000


def test_one_year_makes_a_dot_chart_of_all_kommunen() -> None:
    (chart,) = charts(EIN_JAHR)

    assert isinstance(chart, Punktdiagramm)
    (reihe,) = chart.reihen
    assert (reihe.eigen, sorted(reihe.werte)) == (5.1, [6.0, 7.2])
    assert (reihe.kleinster, reihe.groesster, reihe.eigentext) == (
        "5,1\u00a0%",
        "7,2\u00a0%",
        "5,1\u00a0%",
    )
    assert reihe.region == 6.1


def test_in_the_edition_of_the_region_no_dot_is_its_own() -> None:
    (chart,) = charts(EIN_JAHR, REGION)

    assert isinstance(chart, Punktdiagramm)
    assert chart.eigenname == ""
    assert (chart.reihen[0].eigen, len(chart.reihen[0].werte)) == (None, 3)


def test_a_suppressed_value_has_no_dot_and_its_sign_as_text() -> None:
    """With it goes the smallest of the others in the Umland, or the Umland would give it away."""
    alo = {A: 51, B: 2, C: 60, "03241004": 90, "03241005": 80}
    zellen = [(k, 2020, m, w) for k, n in alo.items() for m, w in (("alo", n), ("bev", 1000))]
    five = replace(edition(2011, 2020), gebiete=gebiete(*alo), kernzahlen=("quote",))
    found = material(zellen, QUOTE, five)

    (chart,) = build_profil(five.gebiete.named(B), found).themen[0].diagramme

    assert isinstance(chart, Punktdiagramm)
    (reihe,) = chart.reihen
    assert (reihe.eigen, reihe.eigentext) == (None, "*")
    assert sorted(reihe.werte) == [5.1, 8.0, 9.0]
    assert (reihe.kleinster, reihe.groesster) == ("5,1\u00a0%", "9,0\u00a0%")


def test_a_suppressed_year_is_a_gap_in_the_line() -> None:
    (chart,) = charts(series(80, 2, 70, 65))

    assert isinstance(chart, Liniendiagramm)
    eigen = chart.bilder[0].linien[0]
    assert [p.wert for p in eigen.punkte[:4]] == [8.0, None, 7.0, 6.5]


def test_a_break_is_marked_with_its_year() -> None:
    (chart,) = charts(series(80, 75, 70, 65), brueche=(BRUCH,))

    assert isinstance(chart, Liniendiagramm)
    assert chart.bilder[0].brueche == (2013,)


def test_the_axis_encloses_both_lines_and_writes_its_ticks_as_tables_do() -> None:
    (chart,) = charts(series(80, 75, 70))

    assert isinstance(chart, Liniendiagramm)
    bild = chart.bilder[0]
    values = [p.wert for linie in bild.linien for p in linie.punkte if p.wert is not None]
    marks = [strich.wert for strich in bild.striche]
    assert marks[0] <= min(values)
    assert max(values) <= marks[-1]
    assert bild.striche[0].text == f"{marks[0]:.1f}".replace(".", ",")


def test_all_panels_share_one_time_axis() -> None:
    (chart,) = charts(series(80, 75, 70))

    assert isinstance(chart, Liniendiagramm)
    assert {bild.jahre for bild in chart.bilder} == {(2011, 2020)}


def test_the_alt_text_of_lines_says_kind_area_period_and_ends() -> None:
    (chart,) = charts(series(80, 75, 70))

    assert chart.alt == (
        f"Liniendiagramm zu Probe, {A}, 2011 bis 2020: Quote gesunken von 8,0\u00a0% im Jahr 2011"
        " auf 7,0\u00a0% im Jahr 2013. Die Werte am Stand nennt die Tabelle danach, die übrigen daten/freigabe.csv."
    )


def test_the_alt_text_of_lines_names_a_break() -> None:
    (chart,) = charts(series(80, 75, 70), brueche=(BRUCH,))

    assert "Quote mit Bruch der Zeitreihe von" in chart.alt


def test_the_alt_text_of_lines_tells_no_course_across_a_break_that_limits() -> None:
    limited = msgspec.structs.replace(BRUCH, vergleichbar=Vergleichbarkeit.EINGESCHRAENKT)

    (chart,) = charts(series(80, 75, 70), brueche=(limited,))

    assert isinstance(chart, Liniendiagramm)
    assert chart.bilder[0].einschraenkungen == (2013,)
    assert "Quote mit eingeschränkter Vergleichbarkeit von" in chart.alt
    assert "gesunken" not in chart.alt


@pytest.mark.parametrize(
    ("letzter", "wort"), [(90, "gestiegen"), (70, "gesunken"), (80, "unverändert")]
)
def test_the_alt_text_of_lines_tells_the_course(letzter: int, wort: str) -> None:
    (chart,) = charts(series(80, 75, letzter))

    assert f"Quote {wort} von" in chart.alt


def test_the_alt_text_of_lines_sees_no_course_between_equal_printed_values() -> None:
    (chart,) = charts(series(80, 75, 80))

    assert "Quote unverändert von 8,0\u00a0% im Jahr 2011 auf 8,0\u00a0%" in chart.alt


def test_the_alt_text_of_dots_says_where_the_area_stands() -> None:
    zwei = katalog(kennzahl("quote", "alo", "bev"), kennzahl("dichte", "bev", "alo"))
    found = material(EIN_JAHR, zwei, edition(2011, 2020))
    shown = replace(found, edition=replace(found.edition, kernzahlen=("quote",)))

    (chart,) = build_profil(shown.edition.gebiete.named(A), shown).themen[0].diagramme

    assert chart.alt == (
        f"Punktdiagramm zu Probe, 2 Kennzahlen, {A} unter den Kommunen: am weitesten oben bei"
        " »Dichte« (Rang 1 von 3), am weitesten unten bei »Quote« (Rang 3 von 3)."
        " Die Werte am Stand nennt die Tabelle danach, die übrigen daten/freigabe.csv."
    )


def test_no_part_of_a_profil_knows_a_suppressed_figure() -> None:
    """A canary: figures that only occur in suppressed values."""
    heikel = katalog(kennzahl("quote", "alo", "bev", mindestfallzahl=50_000))
    zellen = [
        (k, jahr, m, wert)
        for k, alo in ((A, 48_371), (B, 90_000), (C, 80_000))
        for jahr in (2011, 2015, 2019)
        for m, wert in (("alo", alo), ("bev", 100_003 if k == A else 200_000))
    ]
    found = material(zellen, heikel, edition(2011, 2020))
    shown = replace(found, edition=replace(found.edition, kernzahlen=("quote",)))

    for gebiet in (*shown.edition.gebiete.kommunen, shown.edition.gebiete.region):
        text = repr(build_profil(gebiet, shown)) + repr(shown.werte)
        for trace in ("48371", "48.371", "100003", "100.003", "48.36954", "48,4", "484"):
            assert trace not in text
        assert "gerundet=450" in text  # 90.000 of 200.000: the others are there
