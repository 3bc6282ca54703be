"""Units that a file names, against those of profile and catalogue."""

import pytest

from reports.domain.katalog import Merkmal, Stichtag
from reports.domain.quelle import Liefereinheit, Wertspalte
from reports.errors import Befund, Stelle
from reports.intake.units import unit_problems

EINS, TAUSEND = Liefereinheit.EINS, Liefereinheit.TAUSEND
MILLION, PROZENT = Liefereinheit.MILLION, Liefereinheit.PROZENT


def befunde(kopf: str, titel: str, einheit: str, declared: Liefereinheit = EINS) -> list[Befund]:
    """What is wrong with a column of a Merkmal in that unit, read in the declared one."""
    merkmal = Merkmal(
        id="m", titel="Merkmal", einheit=einheit, quelle="Amt", stichtag=Stichtag.JAHR
    )
    spalte = Wertspalte(kopf=kopf, merkmal="m", einheit=declared)
    return [*unit_problems((titel,), (kopf,), spalte, merkmal, Stelle("datei.csv"))]


@pytest.mark.parametrize(
    ("kopf", "titel", "einheit", "found"),
    [
        ("Einkommen in Tsd. EUR", "", "EUR", "Tsd."),
        ("Einkommen", "Einkommen in 1 000 Euro", "EUR", "Tsd."),
        ("Einkommen", "angaben in tausend", "EUR", "Tsd."),
        ("Einkommen in T€", "", "EUR", "Tsd."),
        ("Einkommen", "Werte in TEUR", "EUR", "Tsd."),
        ("Einkommen in Mio. Euro", "", "EUR", "Mio."),
        ("Einkommen in Mio. Euro", "", "Tsd. EUR", "Mio."),
        ("Anteil in %", "", "Personen", "%"),
        ("Einkommen in EUR", "", "Tsd. EUR", "Tsd."),
        ("Einkommen", "Angaben in €", "Tsd. EUR", "Tsd."),
        ("Wohnfläche in m²", "", "1.000 m²", "Tsd."),
    ],
)
def test_unit_that_the_file_names_and_nobody_declares_is_refused(
    kopf: str, titel: str, einheit: str, found: str
) -> None:
    (befund,) = befunde(kopf, titel, einheit)

    assert befund.code == "E-EINHEIT"
    assert (titel or kopf) in befund.text
    assert f'einheit = "{found}"' in befund.abhilfe


@pytest.mark.parametrize(
    ("kopf", "titel", "einheit", "declared"),
    [
        ("Einkommen in Tsd. EUR", "", "EUR", TAUSEND),
        ("Einkommen in Tsd. EUR", "", "Tsd. EUR", EINS),
        ("Einkommen in Tsd. EUR", "", "Tsd. EUR", TAUSEND),
        ("Einkommen in Mio. EUR", "übrige in Tsd. EUR", "Tsd. EUR", MILLION),
        ("Einkommen (EUR)", "", "Tsd. EUR", TAUSEND),
        ("Wohnfläche in 1.000 m²", "", "1.000 m²", EINS),
        ("Wohnfläche in m²", "", "m²", EINS),
        ("Anteil in %", "", "%", EINS),
        ("Anteil", "", "%", PROZENT),
        ("Personen", "Anteile in % und Anzahl", "Personen", EINS),
        ("Fälle je 1.000", "", "Fälle", EINS),
    ],
)
def test_unit_that_is_declared_or_the_merkmals_own_is_accepted(
    kopf: str, titel: str, einheit: str, declared: Liefereinheit
) -> None:
    assert befunde(kopf, titel, einheit, declared) == []


@pytest.mark.parametrize(
    ("einheit", "declared"), [("Personen", PROZENT), ("%", TAUSEND), ("%", MILLION)]
)
def test_profile_that_calls_a_count_a_share_or_a_share_a_multiple_is_refused(
    einheit: str, declared: Liefereinheit
) -> None:
    (befund,) = befunde("Insgesamt", "", einheit, declared)

    assert befund.code == "E-EINHEIT"
    assert einheit in befund.text


def test_head_in_other_multiples_than_the_declared_ones_is_refused() -> None:
    (befund,) = befunde("Einkommen in Tsd. EUR", "", "Tsd. EUR", MILLION)

    assert 'einheit = "Tsd."' in befund.abhilfe
