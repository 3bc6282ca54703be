"""What a file says about itself, against the figures in it."""

import pytest

from reports.domain.katalog import Merkmal, Stichtag
from reports.domain.quelle import Liefereinheit, Wertspalte
from reports.errors import Stelle
from reports.intake.witnesses import Zeugnis, lone_witness, time_problems, unit_problems

ORT = Stelle("lieferungen/amt/datei.csv")


def merkmal(stichtag: Stichtag = Stichtag.JAHRESENDE, einheit: str = "Personen") -> Merkmal:
    return Merkmal(id="m", titel="Merkmal", einheit=einheit, quelle="Amt", stichtag=stichtag)


def zeugnis(name: str = "datei.csv", titel: str = "", nebenjahre: tuple[int, ...] = ()) -> Zeugnis:
    return Zeugnis(name=name, titel=(titel,), koepfe=(("Insgesamt",),), nebenjahre=nebenjahre)


@pytest.mark.parametrize(
    ("name", "titel", "stichtag"),
    [
        ("bevoelkerung_2015.csv", "", Stichtag.JAHRESENDE),
        ("bevoelkerung_2008-2015.csv", "", Stichtag.JAHRESENDE),
        ("gemband-dlk-0-201506-xlsx.xlsx", "", Stichtag.JAHRESMITTE),
        ("amr-241-0-201512.xlsx", "", Stichtag.JAHRESDURCHSCHNITT),
        ("datei.csv", "Bevölkerung am 31.12.2015", Stichtag.JAHRESENDE),
        ("datei.csv", "Stichtag: 31. Dezember 2015", Stichtag.JAHRESENDE),
        ("datei.csv", "Berichtsjahr 2015", Stichtag.JAHRESENDE),
        ("datei.csv", "Jahre 2008 bis 2015", Stichtag.JAHRESENDE),
        ("datei.csv", "Gebietsstand: 01.11.2021", Stichtag.JAHRESENDE),
        ("datei.csv", "Erstellungsdatum: 14.06.2018", Stichtag.JAHRESENDE),
        ("13211-01-03-5.csv", "", Stichtag.JAHRESENDE),
    ],
)
def test_file_that_says_the_year_of_its_figures_is_accepted(
    name: str, titel: str, stichtag: Stichtag
) -> None:
    assert not [*time_problems(zeugnis(name, titel), {2008, 2015}, [merkmal(stichtag)], ORT)]


@pytest.mark.parametrize(
    ("name", "titel", "word"),
    [
        ("bevoelkerung_2014.csv", "", "2014"),
        ("gemband-dlk-0-201512.xlsx", "", "Monat 12"),
        ("datei.csv", "Bevölkerung am 30.06.2014", "2014"),
        ("datei.csv", "Bevölkerung am 31.12.2015", "31.12.2015"),
        ("datei.csv", "Berichtsjahr 2014", "2014"),
    ],
)
def test_file_that_says_another_time_is_refused(name: str, titel: str, word: str) -> None:
    stichtag = merkmal(Stichtag.JAHRESMITTE)

    (befund,) = time_problems(zeugnis(name, titel), {2015}, [stichtag], ORT)

    assert befund.code == "E-STICHTAG"
    assert word in befund.text


def test_declared_other_year_is_no_witness() -> None:
    said = zeugnis("datei.csv", "auf Grundlage des Zensus 2011", nebenjahre=(2011,))

    assert not [*time_problems(said, {2015}, [merkmal()], ORT)]


@pytest.mark.parametrize(
    ("name", "titel", "alone"),
    [("alo.csv", "", True), ("alo_2015.csv", "", False), ("alo.csv", "Dezember 2015", False)],
)
def test_year_that_only_the_profile_says_needs_a_witness(
    name: str, titel: str, *, alone: bool
) -> None:
    befunde = [*lone_witness(zeugnis(name, titel), {2015}, ORT)]

    assert [befund.code for befund in befunde] == ["E-STICHTAG"] * alone


@pytest.mark.parametrize(
    ("kopf", "titel", "einheit", "found"),
    [
        ("Einkommen in Tsd. EUR", "", "EUR", "Tsd."),
        ("Einkommen", "Einkommen in 1 000 Euro", "EUR", "Tsd."),
        ("Einkommen in Mio. Euro", "", "EUR", "Mio."),
        ("Anteil in %", "", "Personen", "%"),
        ("Einkommen in Tsd. EUR", "", "Tsd. EUR", None),
        ("Anteil in %", "", "%", None),
        ("Personen", "Anteile in % und Anzahl", "Personen", None),
    ],
)
def test_unit_in_the_file_has_to_be_declared(
    kopf: str, titel: str, einheit: str, found: str | None
) -> None:
    spalte = Wertspalte(kopf=kopf, merkmal="m")

    said = [*unit_problems((titel,), (kopf,), spalte, merkmal(einheit=einheit))]

    assert [str(unit) for _, unit in said] == [found] * bool(found)
    assert {text for text, _ in said} <= {kopf, titel}


def test_declared_unit_is_no_problem() -> None:
    kopf = "Einkommen in Tsd. EUR"
    spalte = Wertspalte(kopf=kopf, merkmal="m", einheit=Liefereinheit.TAUSEND)

    assert not [*unit_problems((), (kopf,), spalte, merkmal(einheit="EUR"))]
