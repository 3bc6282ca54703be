"""What a person asks for, and the answer to what there is not."""

import pytest
import zahlen
from zahlen import REGION, UMLAND, A, B, katalog, kennzahl

from reports.auskunft.auswahl import find_frage
from reports.errors import AuswahlFehler, Befund
from reports.profile.material import Material

ZELLEN = [
    *((A, jahr, "alo", 40) for jahr in (2015, 2016, 2020)),
    *((B, jahr, "alo", 40) for jahr in (2015, 2016, 2020)),
    (REGION, 2020, "quote", 7),
]


def material() -> Material:
    verzeichnis = katalog(
        zahlen.merkmal("quote", additiv=False),
        kennzahl("arbeitslose", "alo"),
        kennzahl("quote", "quote"),
        kennzahl("nie_geliefert", "offen"),
    )
    return zahlen.material(ZELLEN, verzeichnis)


def refusals(kommune: str, name: str, jahr: int) -> tuple[Befund, ...]:
    with pytest.raises(AuswahlFehler) as caught:
        find_frage(kommune, name, jahr, material())
    return caught.value.befunde


@pytest.mark.parametrize("name", [A, "Umland", "region", UMLAND])
def test_area_is_found_by_name_or_key_groups_included(name: str) -> None:
    frage = find_frage(name, "arbeitslose", 2016, material())

    assert name.casefold() in {frage.gebiet.schluessel, frage.gebiet.name.casefold()}
    assert (frage.kennzahl.id, frage.jahr) == ("arbeitslose", 2016)


@pytest.mark.parametrize("name", [f" {A} ", A.removeprefix("0"), " REGION "])
def test_area_may_be_written_with_blanks_in_capitals_or_without_its_zero(name: str) -> None:
    frage = find_frage(name, " ARBEITSLOSE ", 2016, material())

    assert frage.gebiet.schluessel == (REGION if "REGION" in name else A)
    assert frage.kennzahl.id == "arbeitslose"


def test_unknown_kommune_and_kennzahl_are_named_together() -> None:
    befunde = refusals("Umlannd", "arbeitslos", 2016)

    assert [(befund.code, befund.ort) for befund in befunde] == [
        ("E-KOMMUNE", "--kommune"),
        ("E-KENNZAHL", "--kennzahl"),
    ]
    assert "»Umland«" in befunde[0].abhilfe
    assert "»arbeitslose«" in befunde[1].abhilfe


def test_kennzahl_unlike_any_is_answered_with_the_command_that_lists_them() -> None:
    (befund,) = refusals(A, "zzz", 2016)

    assert "sozialprofil katalog" in befund.abhilfe


def test_kennzahl_that_nobody_delivered_is_named_as_such() -> None:
    (befund,) = refusals(A, "nie_geliefert", 2016)

    assert "»nie_geliefert«" in befund.text
    assert "keine Zahl" in befund.text


@pytest.mark.parametrize(("jahr", "best"), [(2014, 2015), (2017, 2016), (2019, 2020), (2099, 2020)])
def test_year_without_a_figure_is_answered_with_the_nearest(jahr: int, best: int) -> None:
    (befund,) = refusals(A, "arbeitslose", jahr)

    assert befund.code == "E-ZEITRAUM"
    assert str(jahr) in befund.text
    assert befund.abhilfe == f"Am nächsten liegt {best}; Zahlen gibt es für 2015 bis 2020."


def test_area_without_figures_is_answered_with_those_that_have_some() -> None:
    (befund,) = refusals(A, "quote", 2020)

    assert befund.abhilfe == "Zahlen gibt es für: Region."
