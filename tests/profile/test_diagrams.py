"""Charts: lines where there is a series, beside the Region and between all Kommunen."""

from dataclasses import replace

import msgspec
import pytest
from zahlen import A, B, C, Zellwert, edition, gebiete, katalog, kennzahl, material

from reports.domain.zeit import Bruch, Vergleichbarkeit
from reports.profile.build import build_profil
from reports.profile.chartmodel import Linienart, Liniendiagramm, Spannweite
from reports.profile.model import Profil

QUOTE = katalog(kennzahl("quote", "alo", "bev"))
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
) -> tuple[Liniendiagramm, ...]:
    return profil(zellen, gebiet, brueche).themen[0].diagramme


def test_three_years_make_a_line_chart() -> None:
    (chart,) = charts(series(80, 75, 70))

    eigen, region = chart.linien
    assert (eigen.art, region.art) == (Linienart.EIGEN, Linienart.VERGLEICH)
    assert [p.wert for p in eigen.punkte[:4]] == [8.0, 7.5, 7.0, None]
    assert eigen.endtext == f"{A} 7,0\u00a0%"
    assert region.endtext == "Region 11,7\u00a0%"  # 350 of 3.000


def test_one_year_makes_no_chart() -> None:
    assert charts(series(80)) == ()


def test_an_area_without_a_series_has_the_chart_all_others_have() -> None:
    """Whoever lays two profiles side by side finds the same charts in the same places."""
    others = [zelle for zelle in series(80, 75, 70) if zelle[0] != A]

    (chart,) = charts(others)

    assert [linie.art for linie in chart.linien] == []
    assert chart.hinweis == f"{A}: kein Wert"
    assert chart.alt.startswith(f"Liniendiagramm Quote, 2011 bis 2020: {A} ohne Wert")


def test_a_chapter_shows_its_first_six_series() -> None:
    viele = katalog(*(kennzahl(f"k{nummer}", "alo", "bev") for nummer in range(8)))
    found = material(series(80, 75, 70), viele, edition(2011, 2020))
    shown = replace(found, edition=replace(found.edition, kernzahlen=("k0",)))

    (thema,) = build_profil(shown.edition.gebiete.named(A), shown).themen

    assert [chart.id for chart in thema.diagramme] == [f"linie-k{nummer}" for nummer in range(6)]


def test_the_band_reaches_from_the_smallest_to_the_largest_of_four_kommunen() -> None:
    alo = {A: 51, B: 72, C: 60, "03241004": 90}
    zellen = [
        (k, jahr, m, n + jahr - 2011 if m == "alo" else 1000)
        for k, n in alo.items()
        for jahr in (2011, 2012, 2013)
        for m in ("alo", "bev")
    ]
    four = replace(edition(2011, 2020), gebiete=gebiete(*alo), kernzahlen=("quote",))

    (chart,) = (
        build_profil(four.gebiete.named(B), material(zellen, QUOTE, four)).themen[0].diagramme
    )

    assert chart.spannweiten == (
        Spannweite(2011, 5.1, 9.0),
        Spannweite(2012, 5.2, 9.1),
        Spannweite(2013, 5.3, 9.2),
    )


def test_the_band_leaves_out_what_is_suppressed() -> None:
    """With the two goes the smallest of the others in the Umland, or it would give it away."""
    alo = {A: 51, B: 2, C: 60, "03241004": 90, "03241005": 80, "03241006": 85}
    zellen = [
        (k, jahr, m, w)
        for k, n in alo.items()
        for jahr in (2011, 2012, 2013)
        for m, w in (("alo", n), ("bev", 1000))
    ]
    six = replace(edition(2011, 2020), gebiete=gebiete(*alo), kernzahlen=("quote",))

    (chart,) = build_profil(six.gebiete.named(B), material(zellen, QUOTE, six)).themen[0].diagramme

    assert {(s.unten, s.oben) for s in chart.spannweiten} == {(5.1, 9.0)}
    assert chart.hinweis == f"{B}: kein Wert"


def test_three_kommunen_are_no_band() -> None:
    (chart,) = charts(series(80, 75, 70))

    assert chart.spannweiten == ()


def test_a_suppressed_year_is_a_gap_in_the_line() -> None:
    (chart,) = charts(series(80, 2, 70, 65))

    eigen = chart.linien[0]
    assert [p.wert for p in eigen.punkte[:4]] == [8.0, None, 7.0, 6.5]


def test_a_break_is_marked_with_its_year() -> None:
    (chart,) = charts(series(80, 75, 70, 65), brueche=(BRUCH,))

    assert chart.brueche == (2013,)


def test_the_axis_encloses_both_lines_and_writes_its_ticks_as_tables_do() -> None:
    (chart,) = charts(series(80, 75, 70))

    values = [p.wert for linie in chart.linien for p in linie.punkte if p.wert is not None]
    marks = [strich.wert for strich in chart.striche]
    assert marks[0] <= min(values)
    assert max(values) <= marks[-1]
    assert chart.striche[0].text == f"{marks[0]:.1f}".replace(".", ",")


def test_the_time_axis_is_the_period() -> None:
    (chart,) = charts(series(80, 75, 70))

    assert chart.jahre == (2011, 2020)


def test_the_alt_text_of_lines_says_kind_area_period_and_ends() -> None:
    (chart,) = charts(series(80, 75, 70))

    assert chart.alt == (
        f"Liniendiagramm Quote, 2011 bis 2020: {A} gesunken von 8,0\u00a0% im Jahr 2011 auf"
        " 7,0\u00a0% im Jahr 2013; Region 2013 11,7\u00a0%. Die Werte stehen in der Tabelle danach."
    )


def test_the_alt_text_of_lines_names_a_break() -> None:
    (chart,) = charts(series(80, 75, 70), brueche=(BRUCH,))

    assert f"{A} mit Bruch der Zeitreihe von" in chart.alt


def test_the_alt_text_of_lines_tells_no_course_across_a_break_that_limits() -> None:
    limited = msgspec.structs.replace(BRUCH, vergleichbar=Vergleichbarkeit.EINGESCHRAENKT)

    (chart,) = charts(series(80, 75, 70), brueche=(limited,))

    assert chart.einschraenkungen == (2013,)
    assert f"{A} mit eingeschränkter Vergleichbarkeit von" in chart.alt
    assert "gesunken" not in chart.alt


@pytest.mark.parametrize(
    ("letzter", "wort"), [(90, "gestiegen"), (70, "gesunken"), (80, "unverändert")]
)
def test_the_alt_text_of_lines_tells_the_course(letzter: int, wort: str) -> None:
    (chart,) = charts(series(80, 75, letzter))

    assert f"{A} {wort} von" in chart.alt


def test_the_alt_text_of_lines_sees_no_course_between_equal_printed_values() -> None:
    (chart,) = charts(series(80, 75, 80))

    assert f"{A} unverändert von 8,0\u00a0% im Jahr 2011 auf 8,0\u00a0%" in chart.alt


@pytest.mark.parametrize(
    ("alo", "words"),
    [((80, 2, 70, 65), ", ein Jahr ohne Wert;"), ((80, 2, 2, 65, 60), ", 2 Jahre ohne Wert;")],
)
def test_the_alt_text_of_lines_counts_the_years_without_a_value(
    alo: tuple[int, ...], words: str
) -> None:
    (chart,) = charts(series(*alo))

    assert words in chart.alt


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
