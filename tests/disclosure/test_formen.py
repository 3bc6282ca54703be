"""Which counts the Kennzahlen of an edition tell."""

from zahlen import A, bestand, edition, katalog, kennzahl, merkmal

from reports.disclosure.formen import formen_of, nutzung, nutzungen
from reports.domain.formel import parse_summe
from reports.domain.katalog import Art, Formelart, Katalog
from reports.domain.schutz import KEINER, Schutz
from reports.measures.measure import Messung, measure

EDITION = edition(2011, 2020)
QUOTE = katalog(kennzahl("zahl", "alo"), kennzahl("quote", "alo", "bev"))


def messung(cat: Katalog, *zellen: tuple[str, int, str, int]) -> Messung:
    return measure(bestand(zellen), cat, (), EDITION)


def test_counts_and_what_is_made_of_them_are_formen_and_rates_are_not() -> None:
    cat = katalog(kennzahl("k", "ein - aus", "bev"), merkmal("satz", art=Art.QUOTE))

    assert set(formen_of(cat).summen) == {"ein", "aus", "bev", "ein - aus"}


def test_what_only_an_earlier_edition_has_told_is_a_form_too() -> None:
    cat = katalog(kennzahl("k", "alo_m"), merkmal("alo_w"))

    found = formen_of(cat, [parse_summe("alo_m + alo_w")])

    assert found.schutz["alo_m + alo_w"] == Schutz(3, null=False)


def test_a_form_is_protected_as_the_kennzahl_that_tells_it_demands() -> None:
    cat = katalog(
        kennzahl("k", "alo_m + alo_w", "bev", mindestfallzahl=5),
        merkmal("miete", art=Art.BETRAG),
        kennzahl("m", "miete", "bev", formel="mittelwert"),
    )

    schutz = formen_of(cat).schutz

    assert schutz["alo_m + alo_w"] == Schutz(5, null=False)
    assert schutz["miete"] == KEINER


def test_each_kennzahlwert_uses_its_zaehler_and_its_nenner() -> None:
    found = nutzungen(messung(QUOTE, (A, 2020, "alo", 7), (A, 2020, "bev", 70)), QUOTE)

    assert dict(found.filter(gebiet=A).select("form", "len").iter_rows()) == {"alo": 2, "bev": 1}


def test_an_entwicklung_tells_the_count_of_its_first_year_as_well() -> None:
    cat = katalog(kennzahl("plus", "alo", formel=Formelart.ENTWICKLUNG))

    used = nutzung(messung(cat, (A, 2011, "alo", 7), (A, 2020, "alo", 9)), cat)

    rows = used.filter(gebiet=A, jahr_wert=2020).select("jahr", "wert").iter_rows()
    assert set(rows) == {(2011, 7), (2020, 9)}


def test_a_delivered_rate_hangs_on_its_cases_without_telling_them() -> None:
    cat = katalog(
        merkmal("miete", art=Art.QUOTE, fallzahl=parse_summe("faelle")),
        merkmal("faelle"),
        kennzahl("m", "miete", formel="mittelwert"),
    )

    used = nutzung(messung(cat, (A, 2020, "miete", 7), (A, 2020, "faelle", 9)), cat)

    assert set(used.filter(gebiet=A).select("form", "nennt").iter_rows()) == {("faelle", False)}
