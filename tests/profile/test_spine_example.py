"""The worked example of how to read a spine, from the first key figure that has one."""

from dataclasses import replace

from zahlen import A, B, edition, gebiete, katalog, kennzahl, material

from reports.domain.katalog import Kennzahl, Richtung
from reports.profile.chartmodel import Spinebeispiel
from reports.profile.example import example
from reports.profile.material import Material

KOMMUNEN = tuple(f"0324100{number}" for number in range(1, 6))
GEWERTET = kennzahl("quote", "alo", "bev", richtung=Richtung.MEHR_BELASTUNG)
UNGEWERTET = kennzahl("alter", "alt", "bev")


def stoff(*kennzahlen: Kennzahl, alo: tuple[int, ...] = (60, 90, 30, 50, 70)) -> Material:
    """Five Kommunen of 1,000 people each, with these unemployed and some 200 old."""
    counts = {"alo": alo, "alt": (200, 210, 190, 205, 195), "bev": (1000,) * 5}
    zellen = [
        (key, 2020, name, wert)
        for name, werte in counts.items()
        for key, wert in zip(KOMMUNEN, werte, strict=True)
    ]
    names = tuple(k.id for k in kennzahlen)
    of_five = replace(edition(2011, 2020), gebiete=gebiete(*KOMMUNEN), kernzahlen=names)
    return material(zellen, katalog(*kennzahlen), of_five)


def shown(stoff: Material, schluessel: str) -> Spinebeispiel | None:
    return example(stoff.edition.gebiete.named(schluessel), stoff)


def test_a_judged_key_figure_goes_before_one_that_is_not() -> None:
    found = shown(stoff(UNGEWERTET, GEWERTET), B)

    assert found is not None
    assert (found.titel, found.enden) == ("Quote, 31.12.2020", ("← ungünstiger", "günstiger →"))


def test_labels_say_the_printed_values() -> None:
    """90 of 1,000 and 300 of 5,000."""
    found = shown(stoff(GEWERTET), B)

    assert found is not None
    assert (found.eigen, found.region) == (f"{B} 9,0\u00a0%", "Region 6,0\u00a0%")


def test_the_region_has_no_mark_of_its_own() -> None:
    found = shown(stoff(UNGEWERTET), "03241000")

    assert found is not None
    assert (found.eigen, found.enden) == ("", ("← niedriger", "höher →"))


def test_a_suppressed_value_has_no_label() -> None:
    found = shown(stoff(GEWERTET, alo=(60, 2, 30, 50, 70)), B)

    assert found is None


def test_without_any_spine_there_is_no_example() -> None:
    empty = material([(A, 2020, "alo", 60)], katalog(GEWERTET), edition(2011, 2020))

    assert example(empty.edition.gebiete.named(A), empty) is None
