"""An Entwicklung is itself a change: in percent since the start of the period."""

from zahlen import REGION, A, B, C, Zellwert, edition, katalog, kennzahl, material

from reports.domain.angabe import Wert
from reports.domain.katalog import Formelart
from reports.domain.zeichen import Zeichen
from reports.domain.zeit import Bruch, Vergleichbarkeit
from reports.edition import Edition

VERZEICHNIS = katalog(kennzahl("x", "bev", formel=Formelart.ENTWICKLUNG))
EINWOHNER: list[Zellwert] = [
    (gebiet, jahr, "bev", wert)
    for gebiet, werte in ((A, (800, 840, 700)), (B, (100, 100, 113)), (C, (0, 50, 60)))
    for jahr, wert in zip((2011, 2015, 2022), werte, strict=True)
]


def value(
    gebiet: str,
    jahr: int,
    ausgabe: Edition | None = None,
    brueche: tuple[Bruch, ...] = (),
) -> Wert | None:
    found = material(EINWOHNER, VERZEICHNIS, ausgabe or edition(2011, 2022), brueche)
    return found.werte.get((gebiet, jahr, "x"))


def test_it_is_the_change_since_the_first_year_in_percent() -> None:
    assert value(A, 2015).gerundet == 50  # 840 instead of 800
    assert value(A, 2022).gerundet == -125  # 700 instead of 800


def test_zaehler_and_nenner_are_the_change_and_the_start() -> None:
    found = value(A, 2022)

    assert (found.zaehler, found.nenner, found.wert) == (-100, 800, -12.5)


def test_the_first_year_has_no_entwicklung() -> None:
    assert value(A, 2011) is None


def test_from_zero_there_is_none() -> None:
    assert value(C, 2022).zeichen is Zeichen.SINNLOS


def test_the_region_is_computed_from_its_sums() -> None:
    # 873 instead of 900 are −3,0 %; the mean of the Kommunen would be something else
    assert value(REGION, 2022).gerundet == -30


def test_behind_a_break_stands_the_sign_for_it() -> None:
    bruch = Bruch(
        ab=2016, vergleichbar=Vergleichbarkeit.NEIN, titel="t", grund="g", merkmale=("bev",)
    )

    assert value(A, 2015, brueche=(bruch,)).gerundet == 50
    assert value(A, 2022, brueche=(bruch,)).zeichen is Zeichen.BRUCH


def test_another_period_has_another_start() -> None:
    assert value(A, 2022, edition(2015, 2022)).gerundet == -167  # 700 instead of 840


def test_it_has_no_change_of_its_own() -> None:
    found = material(EINWOHNER, VERZEICHNIS, edition(2011, 2022)).aenderungen[A, "x", 0]

    assert (found.absolut, found.zeichen) == (None, Zeichen.SINNLOS)


def test_its_stand_is_a_year_that_has_a_value() -> None:
    """With a period that ends before the Berichtsjahr, too."""
    found = material(EINWOHNER, VERZEICHNIS, edition(2011, 2015, 2022))

    assert (A, found.staende["x"].jahr, "x") in found.werte


def test_with_one_year_in_the_period_it_is_no_figure_and_not_a_missing_delivery() -> None:
    found = material(EINWOHNER, VERZEICHNIS, edition(2016, 2022))
    kommune = found.edition.gebiete.kommunen[0]

    wert = found.wert(kommune, VERZEICHNIS.kennzahlen["x"])

    assert wert.zeichen is Zeichen.SINNLOS
