"""The way back from a printed figure to its cells, and the second computation on it."""

from dataclasses import replace
from fractions import Fraction

import pytest
import zahlen
from fragen import SHA256, eingang, frage, herkunft
from zahlen import REGION, UMLAND, A, B, C, katalog, kennzahl, merkmal

from reports.auskunft.belege import Weg, Zahl, belegbuch
from reports.auskunft.herkunft import Frage, Herkunft, herkunft_of, trace
from reports.domain.katalog import Formelart
from reports.domain.zeichen import Zeichen
from reports.domain.zeit import Bruch, Vergleichbarkeit
from reports.edition import read_edition, shipped

ANTEIL = katalog(kennzahl("anteil", "alo", "bev"))
JUNG_ALT = katalog(merkmal("bev", "bev_jung + bev_alt"), kennzahl("anteil", "alo", "bev"))
WACHSTUM = katalog(kennzahl("wachstum", "bev", formel=Formelart.ENTWICKLUNG))


def places(found: Herkunft) -> list[str]:
    """The cells of the way, in its order."""
    return [beleg.ort.zelle for beleg in found.belege()]


def only(found: Herkunft, nummer: int = 0) -> Zahl:
    """The single figure of a sum."""
    ((_, zahl),) = found.rechnungen[nummer].teile
    return zahl


def test_share_of_a_kommune_leads_to_its_two_cells() -> None:
    zellen = [
        (A, 2020, "alo", 17),
        (A, 2020, "bev", 300),
        (B, 2020, "alo", 5),
        (B, 2020, "bev", 90),
    ]

    found = herkunft(zellen, ANTEIL, A, "anteil", 2020)

    assert places(found) == ["Zeile 2", "Zeile 3"]
    assert [beleg.roh for beleg in found.belege()] == ["17", "300"]
    assert {beleg.sha256 for beleg in found.belege()} == {SHA256}
    assert found.genau == Fraction(17, 3)  # 17 / 300 × 100
    assert found.gedruckt.text == "5,7\N{NO-BREAK SPACE}%"


def test_decimals_of_both_merkmale_are_counted() -> None:
    verzeichnis = katalog(
        merkmal("flaeche", dezimalen=2), kennzahl("dichte", "bev", "flaeche", formel="mittelwert")
    )
    zellen = [(A, 2020, "bev", 700), (A, 2020, "flaeche", 3050)]  # 700 persons on 30.50 km²

    found = herkunft(zellen, verzeichnis, A, "dichte", 2020)

    assert found.genau == Fraction(70000, 3050)


def test_group_leads_to_the_cells_of_its_kommunen() -> None:
    zellen = [(k, 2020, m, wert) for m, wert in (("alo", 10), ("bev", 200)) for k in (A, B, C)]

    region = herkunft(zellen, ANTEIL, REGION, "anteil", 2020)
    umland = herkunft(zellen, ANTEIL, UMLAND, "anteil", 2020)

    assert places(region) == [f"Zeile {zeile}" for zeile in range(2, 8)]
    assert places(umland) == ["Zeile 3", "Zeile 4", "Zeile 6", "Zeile 7"]
    assert only(umland).weg is Weg.KOMMUNEN
    assert (only(umland).wert, only(umland, 1).wert) == (20, 400)


def test_group_without_one_of_its_kommunen_leads_to_the_total_and_those_outside() -> None:
    zellen = [(REGION, 2020, "bev", 1000), (A, 2020, "bev", 700), (B, 2020, "bev", 200)]

    found = herkunft(zellen, katalog(kennzahl("zahl", "bev")), UMLAND, "zahl", 2020)

    assert only(found).weg is Weg.REST
    assert [(sign, teil.gebiet.schluessel) for sign, teil in only(found).teile] == [
        (1, REGION),
        (-1, A),
    ]
    assert only(found).wert == 300
    assert found.gedruckt.text == "300"


def test_region_of_which_only_the_total_is_delivered_leads_to_it() -> None:
    zellen = [(REGION, 2020, "bev", 1000)]

    found = herkunft(zellen, katalog(kennzahl("zahl", "bev")), REGION, "zahl", 2020)

    assert places(found) == ["Zeile 2"]
    assert found.gedruckt.text == "1.000"


def test_group_that_cannot_be_computed_names_what_is_missing() -> None:
    zellen = [(A, 2020, "bev", 700), (B, 2020, "bev", 200)]

    found = herkunft(zellen, katalog(kennzahl("zahl", "bev")), REGION, "zahl", 2020)

    assert only(found).zeichen is Zeichen.FEHLT
    assert [teil.weg for _, teil in only(found).teile] == [
        Weg.GELIEFERT,
        Weg.GELIEFERT,
        Weg.FEHLT,
    ]
    assert found.genau is None


def test_secret_of_a_kommune_stands_for_the_group() -> None:
    zellen = [(A, 2020, "bev", 700), (B, 2020, "bev", Zeichen.GEHEIM_QUELLE), (C, 2020, "bev", 9)]

    found = herkunft(zellen, katalog(kennzahl("zahl", "bev")), UMLAND, "zahl", 2020)

    assert only(found).zeichen is Zeichen.GEHEIM_QUELLE
    assert found.wert.zeichen is Zeichen.GEHEIM_QUELLE


def test_derived_merkmal_leads_to_the_cells_of_its_parts() -> None:
    zellen = [(A, 2020, "alo", 30), (A, 2020, "bev_jung", 100), (A, 2020, "bev_alt", 200)]

    found = herkunft(zellen, JUNG_ALT, A, "anteil", 2020)

    assert places(found) == ["Zeile 2", "Zeile 3", "Zeile 4"]
    assert only(found, 1).weg is Weg.MERKMALE
    assert found.genau == 10


def test_first_alternative_that_is_delivered_is_the_one_shown() -> None:
    verzeichnis = katalog(merkmal("bev", "m + w", "jung + alt"), kennzahl("zahl", "bev"))
    zellen = [(A, 2020, "m", 5), (A, 2020, "jung", 40), (A, 2020, "alt", 60)]

    found = herkunft(zellen, verzeichnis, A, "zahl", 2020)

    assert places(found) == ["Zeile 3", "Zeile 4"]
    assert found.genau == 100


def test_subtracted_merkmal_is_subtracted() -> None:
    zellen = [(A, 2020, "zu", 10), (A, 2020, "fort", 25)]

    found = herkunft(zellen, katalog(kennzahl("saldo", "zu - fort")), A, "saldo", 2020)

    assert found.genau == -15
    assert [sign for sign, _ in found.rechnungen[0].teile] == [1, -1]


def test_change_leads_to_both_years() -> None:
    zellen = [(A, jahr, "bev", wert) for jahr, wert in ((2011, 300), (2015, 310), (2022, 330))]

    found = herkunft(zellen, WACHSTUM, A, "wachstum", 2015)

    assert [rechnung.name for rechnung in found.rechnungen] == ["2015", "2011"]
    assert places(found) == ["Zeile 3", "Zeile 2"]
    assert found.genau == Fraction(10, 3)  # 10 of 300 in percent
    assert found.gedruckt.text == "+3,3\N{NO-BREAK SPACE}%"


def test_change_across_a_break_shows_both_counts_and_the_sign() -> None:
    zellen = [(A, 2011, "bev", 300), (A, 2015, "bev", 310)]
    bruch = Bruch(
        ab=2013,
        vergleichbar=Vergleichbarkeit.NEIN,
        titel="Neue Zählung",
        grund="Probe",
        merkmale=("bev",),
    )

    found = herkunft(zellen, WACHSTUM, A, "wachstum", 2015, brueche=(bruch,))

    assert found.wert.zeichen is Zeichen.BRUCH
    assert places(found) == ["Zeile 3", "Zeile 2"]


def test_change_from_nothing_has_a_sign_and_its_cells() -> None:
    zellen = [(A, 2011, "bev", 0), (A, 2015, "bev", 310)]

    found = herkunft(zellen, WACHSTUM, A, "wachstum", 2015)

    assert found.wert.zeichen is Zeichen.SINNLOS
    assert found.genau is None
    assert places(found) == ["Zeile 3", "Zeile 2"]


def test_small_count_is_shown_to_the_office_although_print_suppresses_it() -> None:
    zellen = [(A, 2020, "alo", 2), (A, 2020, "bev", 300)]

    found = herkunft(zellen, ANTEIL, A, "anteil", 2020)

    assert found.wert.zeichen is Zeichen.GESPERRT
    assert found.gedruckt.text == "*"
    assert only(found).wert == 2
    assert found.genau == Fraction(2, 3)


@pytest.mark.parametrize("bev", [0, 1])
def test_quotient_by_nothing_is_no_value(bev: int) -> None:
    others = [(B, 2020, "alo", 50), (B, 2020, "bev", 600)]  # so that the year has a value
    zellen = [(A, 2020, "alo", 10), (A, 2020, "bev", bev * 100), *others]

    found = herkunft(zellen, ANTEIL, A, "anteil", 2020)

    assert (found.genau is None) == (bev == 0)
    assert (found.wert.zeichen is Zeichen.SINNLOS) == (bev == 0)


@pytest.mark.parametrize("change", [{"zaehler": 18}, {"nenner": 301}, {"gerundet": 58}])
def test_printed_figure_that_its_cells_do_not_give_is_a_bug(change: dict[str, int]) -> None:
    zellen = [(A, 2020, "alo", 17), (A, 2020, "bev", 300)]
    material = zahlen.material(zellen, ANTEIL)
    (key,) = (key for key in material.werte if key[0] == A)
    wrong = replace(material, werte={**material.werte, key: replace(material.werte[key], **change)})

    with pytest.raises(RuntimeError, match=r"anteil, .* 2020"):
        herkunft_of(frage(wrong, A, "anteil", 2020), eingang(zellen, ANTEIL), wrong)


@pytest.mark.parametrize(("zaehler", "gerundet"), [(5, 3), (15, 8), (-5, -3), (-15, -8)])
def test_half_is_rounded_away_from_zero(zaehler: int, gerundet: int) -> None:
    """Units of a tenth: 5 / 2 = 2,5 → 3 and −2,5 → −3."""
    verzeichnis = katalog(
        merkmal("saldo", dezimalen=1),
        merkmal("n", mindestfallzahl=0),
        replace(kennzahl("mittel", "saldo", "n", formel="mittelwert"), mindestfallzahl=0),
    )
    zellen = [(A, 2020, "saldo", zaehler), (A, 2020, "n", 2)]

    found = herkunft(zellen, verzeichnis, A, "mittel", 2020)

    assert found.wert.gerundet == gerundet


def test_every_value_of_the_shipped_input_comes_out_of_its_cells_a_second_time() -> None:
    source, material = zahlen.echter_eingang(), zahlen.echtes_material()
    gebiete = read_edition(shipped("input")).gebiete
    buch = belegbuch(source.bestand, source, gebiete)
    known = {(row["datei"], row["zelle"]) for row in source.bestand.iter_rows(named=True)}

    ways = [
        trace(
            Frage(
                kennzahl=material.katalog.kennzahlen[name],
                gebiet=gebiete.named(gebiet),
                jahr=jahr,
            ),
            buch,
            material,
        )
        for gebiet, jahr, name in material.werte
    ]

    assert len(ways) > 5000
    assert all(places(way) for way in ways)
    assert all(
        (beleg.ort.datei, beleg.ort.zelle) in known for way in ways for beleg in way.belege()
    )
