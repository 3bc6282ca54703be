"""The pages of the shipped input: complete, alike for all areas, and true to the files."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from zahlen import REGION, echter_eingang, echtes_material

from reports.domain.zeichen import DARSTELLUNG, Zeichen
from reports.edition import shipped
from reports.profile.build import build_profil
from reports.profile.chartmodel import Liniendiagramm, Spinezeile
from reports.profile.model import Profil
from reports.profile.tablemodel import Tabellenart, Zeile, Zelle

_EIGENE = {
    Tabellenart.KACHELN,
    Tabellenart.KOMMUNEN,
    Tabellenart.RANGFOLGE,
    Tabellenart.BILANZ,
    Tabellenart.SIGNALE,
    Tabellenart.AUFFAELLIG,
}


@cache
def profile() -> tuple[Profil, ...]:
    """The 21 Kommunen, then the Region."""
    found = echtes_material()
    areas = (*found.edition.gebiete.kommunen, found.edition.gebiete.region)
    return tuple(build_profil(gebiet, found) for gebiet in areas)


def written(profil: Profil) -> Iterator[Zelle]:
    """The cells of all tables and of the front page."""
    for tabelle in profil.tabellen:
        for zeile in tabelle.zeilen:
            yield from zeile.zellen
    for kachel in profil.kacheln:
        yield from filter(None, (kachel.wert, kachel.veraenderung))
    yield profil.einwohner


@cache
def numbers_of_catalogue() -> Counter[str]:
    """The printed numbers of all Kennzahlen, straight from the catalogue's files."""
    paths = (shipped("input") / "katalog").glob("*.toml")
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in paths]
    steps = [step for file in files for step in file.get("altersaufbau", {}).get("stufen", [])]
    shares = [f"ALT{number:02}" for number in range(1, 2 * len(steps) + 1)]
    return Counter([*(e["nummer"] for file in files for e in file.get("kennzahl", [])), *shares])


def numbers_in(zeile: Zeile) -> list[str]:
    """The printed numbers of the Kennzahlen that a row of the ledger speaks of."""
    first, *last = zeile.kopf.split(" bis ")
    if not last:
        return [first]
    letters, start, stop = first[:3], int(first[3:]), int(last[0][3:])
    return [f"{letters}{number:02}" for number in range(start, stop + 1)]


def test_there_are_22_profiles_with_22_file_names() -> None:
    assert len({profil.dateiname for profil in profile()}) == 22
    assert all(profil.schluessel in profil.dateiname for profil in profile())


def test_no_table_has_an_empty_cell_or_a_short_row() -> None:
    for profil in profile():
        for tabelle in profil.tabellen:
            assert tabelle.zeilen
            for zeile in tabelle.zeilen:
                assert zeile.kopf.strip(), (profil.name, tabelle.id)
                assert len(zeile.zellen) == len(tabelle.spalten) - 1, (profil.name, tabelle.id)
                assert all(zelle.text.strip() for zelle in zeile.zellen), (profil.name, zeile.kopf)


def test_every_sign_in_a_table_has_words_for_the_ear() -> None:
    for profil in profile():
        for tabelle in profil.tabellen:
            for zelle in (zelle for zeile in tabelle.zeilen for zelle in zeile.zellen):
                assert not zelle.zeichen or zelle.gesprochen, (profil.name, zelle)


def test_all_profiles_have_the_same_tables_and_rows_in_the_same_order() -> None:
    """The Region has tables of all Kommunen in addition."""
    orders = {
        tuple(
            (tabelle.id, tuple((zeile.kopf, zeile.zusatz) for zeile in tabelle.zeilen))
            for tabelle in profil.tabellen
            if tabelle.art not in _EIGENE
        )
        for profil in profile()
    }

    assert len(orders) == 1


def test_only_the_region_lists_all_kommunen_side_by_side() -> None:
    for profil in profile():
        wide = [tabelle for tabelle in profil.tabellen if tabelle.art is Tabellenart.KOMMUNEN]
        assert bool(wide) is (profil.schluessel == REGION)
        for tabelle in wide:
            assert len(tabelle.zeilen) == 23
            assert [zeile.kopf for zeile in tabelle.zeilen[-2:]] == ["Region", "Umland"]


def test_every_kennzahl_of_the_catalogue_stands_once_in_each_ledger() -> None:
    for profil in profile():
        rows = [zeile for tabelle in profil.verzeichnis.tabellen for zeile in tabelle.zeilen]
        listed = Counter(nummer for zeile in rows for nummer in numbers_in(zeile))
        assert listed == numbers_of_catalogue()


def test_the_balance_of_each_profile_adds_up_to_the_catalogue() -> None:
    for profil in profile():
        total, own, signs, others, missing = map(int, re.findall(r"\d+", profil.verzeichnis.bilanz))
        rows = [zeile for tabelle in profil.verzeichnis.tabellen for zeile in tabelle.zeilen]
        listed = [(zeile, len(numbers_in(zeile))) for zeile in rows]
        assert total == own + signs + others + missing == numbers_of_catalogue().total()
        assert own == sum(many for zeile, many in listed if zeile.zellen[2].text == "ja")
        absent = (many for zeile, many in listed if zeile.zellen[1].text == "nicht geliefert")
        assert missing == sum(absent)


def test_the_legend_prints_exactly_the_signs_that_are_used() -> None:
    signs = {shown.druck for shown in DARSTELLUNG.values()}
    for profil in profile():
        used = {
            DARSTELLUNG[zeichen].druck
            for zelle in written(profil)
            for zeichen in zelle.zeichen
            if isinstance(zeichen, Zeichen)
        }
        explained = [zeile.zeichen.text for zeile in profil.legende]
        assert len(set(explained)) == len(explained)
        assert set(explained) & signs == used, profil.name


def test_the_legend_of_the_shipped_input_knows_brackets_of_breaks_alone() -> None:
    """No shipped figure has a mark; the population crosses a limited break."""
    for profil in profile():
        lines = {z.zeichen.text: z.bedeutung for z in profil.legende}
        assert lines["( )"] == "eingeschränkt vergleichbar wegen eines Bruchs in der Zeitreihe"
        assert not lines.keys() & set("prsfk")


def test_breaks_are_listed_only_where_figures_are_delivered() -> None:
    eingang = echter_eingang()
    present = set(eingang.bestand["merkmal"])
    delivered = present | {
        merkmal.id
        for merkmal in eingang.katalog.merkmale.values()
        if any(present.issuperset(summe.merkmale) for summe in merkmal.summe)
    }
    bases = {eingang.katalog.merkmale[name].basis for name in delivered}
    expected = [
        bruch.titel if str(bruch.ab) in bruch.titel else f"{bruch.titel} (ab {bruch.ab})"
        for bruch in eingang.brueche
        if 2011 < bruch.ab <= 2022 and (bruch.basis in bases or delivered & set(bruch.merkmale))
    ]

    for profil in profile():
        assert [titel for titel, _ in profil.verzeichnis.brueche] == expected


def test_no_minus_is_a_hyphen_and_nothing_is_negative_zero() -> None:
    for profil in profile():
        for tabelle in profil.tabellen:
            for zelle in (zelle for zeile in tabelle.zeilen for zelle in zeile.zellen):
                assert "-0" not in zelle.text
                assert not zelle.text.startswith(("-", "(-"))
                assert zelle.text not in ("−0", "−0,0", "−0,00")


def test_front_page_title_and_footer_name_area_year_and_period() -> None:
    for profil in profile():
        assert profil.fuss[0] == profil.name
        assert profil.name in profil.titel
        for text in (profil.titel, " ".join(profil.fuss)):
            assert "2011–2022" in text
            assert "2022" in text
        assert len(profil.kacheln) == 6


def test_every_picture_says_in_60_to_300_characters_what_it_shows() -> None:
    for profil in profile():
        assert {len(alt) for alt in profil.alttexte} <= set(range(60, 301)), profil.name


def test_every_chart_leads_to_its_table() -> None:
    for _, chart in panels():
        assert chart.alt.startswith(f"Liniendiagramm {chart.titel}, ")
        assert chart.alt.endswith(" Die Werte stehen in der Tabelle danach.")


def panels() -> list[tuple[str, Liniendiagramm]]:
    return [
        (profil.name, chart)
        for profil in profile()
        for thema in profil.themen
        for chart in thema.diagramme
    ]


def spine_rows() -> list[tuple[Profil, Spinezeile]]:
    return [
        (profil, zeile)
        for profil in profile()
        for tabelle in profil.vergleich.tabellen
        if tabelle.spine
        for zeile in tabelle.spine.zeilen
    ]


def test_all_kommunen_have_the_same_charts() -> None:
    kommunen = [profil for profil in profile() if profil.schluessel != REGION]

    assert len({tuple(c.id for t in p.themen for c in t.diagramme) for p in kommunen}) == 1


def test_every_axis_encloses_its_lines() -> None:
    assert panels()
    for name, bild in panels():
        values = [p.wert for linie in bild.linien for p in linie.punkte if p.wert is not None]
        values += [end for band in bild.spannweiten for end in (band.unten, band.oben)]
        marks = [strich.wert for strich in bild.striche]
        half = (marks[1] - marks[0]) / 2  # a position may lie half a printed unit beyond
        assert marks[0] - half <= min(values), (name, bild.titel)
        assert max(values) <= marks[-1] + half, (name, bild.titel)


def test_every_axis_has_three_to_five_ticks() -> None:
    few = [(name, bild.titel) for name, bild in panels() if not 3 <= len(bild.striche) <= 5]

    assert few == []


def test_every_spine_shows_all_kommunen_with_a_value_about_the_region() -> None:
    assert spine_rows()
    for profil, zeile in spine_rows():
        places = [*zeile.andere, *([] if zeile.eigen is None else [zeile.eigen])]
        assert 4 <= len(places) <= 21
        assert max(map(abs, places)) == 1
        assert (zeile.eigen is None) or profil.schluessel != REGION
        assert sorted(zeile.andere) == list(zeile.andere)


def test_every_picture_of_a_spine_stands_in_its_row() -> None:
    for profil in profile():
        for tabelle in profil.vergleich.tabellen:
            cells = (zelle for zeile in tabelle.zeilen for zelle in zeile.zellen)
            named = [zelle.bild.id for zelle in cells if zelle.bild]
            drawn = [zeile.id for zeile in tabelle.spine.zeilen] if tabelle.spine else []
            assert named == drawn


@pytest.mark.parametrize(
    ("jahr", "von", "bis"), [(2013, 2011, 2013), (2022, 2011, 2013), (2016, 2005, 2016)]
)
def test_another_period_stands_in_title_footer_and_charts(jahr: int, von: int, bis: int) -> None:
    found = echtes_material(jahr, von, bis)
    wedemark = found.edition.gebiete.named("03241019")

    profil = build_profil(wedemark, found)

    assert f"{von}–{bis}" in profil.titel
    assert f"{von}–{bis}" in " ".join(profil.fuss)
    assert {chart.jahre for t in profil.themen for chart in t.diagramme} == {(von, bis)}


def test_no_key_figure_of_the_front_page_is_missing_when_its_period_ends_earlier() -> None:
    """Population has figures in 2011 and 2013, so its Entwicklung has a value."""
    found = echtes_material(2022, 2011, 2013)
    profil = build_profil(found.edition.gebiete.named("03241019"), found)

    (kachel,) = [k for k in profil.kacheln if "ntwicklung" in k.titel]

    assert kachel.wert.zeichen == ()


def test_the_same_change_is_marked_as_limited_wherever_it_is_printed() -> None:
    """Population 2011–2022 crosses a limited break, as a change and as an Entwicklung."""
    for profil in profile():
        rows = {(t.art, z.kopf): z.zellen for t in profil.tabellen for z in t.zeilen}
        titel = {k.id: k.titel for k in echtes_material().katalog.kennzahlen.values()}
        change = rows[Tabellenart.VERAENDERUNG_TREND, titel["bevoelkerung"]][-2]
        entwicklung = rows[Tabellenart.VERAENDERUNG_TREND, titel["bev_entwicklung"]][-3]
        assert change.text.startswith("("), profil.name
        assert entwicklung.text.startswith("("), profil.name
