"""What a file says about itself, against the figures in it."""

import pytest

from reports.domain.katalog import Merkmal, Stichtag
from reports.domain.quelle import Wertspalte
from reports.errors import Stelle
from reports.intake.witnesses import Zeugnis, head_problems, lone_witness, time_problems

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
        ("datei.csv", "Stand: 31.12.2015", Stichtag.JAHRESENDE),
        ("datei.csv", "Bevölkerungsstand am 31.12.2015", Stichtag.JAHRESENDE),
        ("datei.csv", "Datenstand: Juni 2018, Zahlen von 2015", Stichtag.JAHRESENDE),
        ("datei.csv", "erstellt am 1. Juli 2018, Zahlen von 2015", Stichtag.JAHRESENDE),
        ("datei.csv", "Gebietsstand 1.1.2014", Stichtag.JAHRESENDE),
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
        ("datei.csv", "Stand: 31.12.2014", "2014"),
        ("datei.csv", "Bevölkerungsstand am 31.12.2014", "2014"),
        ("datei.csv", "Familienstand 2014", "2014"),
        ("datei.csv", "Gebietsstand 1.1.2013, Bevölkerung am 31.12.2014", "2014"),
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
    ("kopf", "jahr", "word"),
    [
        ("Einwohner 2014", 2015, "2014"),
        ("31.12.2014", 2015, "2014"),
        ("Einwohner am 30.06.2015", 2015, "30.06.2015"),
        ("Einwohner am 30. Juni 2015", None, "30.06.2015"),
    ],
)
def test_head_that_says_another_time_is_refused(kopf: str, jahr: int | None, word: str) -> None:
    spalte = Wertspalte(kopf=kopf, merkmal="m", jahr=jahr)

    (befund,) = head_problems([kopf], spalte, merkmal(), (), ORT)

    assert befund.code == "E-STICHTAG"
    assert word in befund.text


@pytest.mark.parametrize(
    ("kopf", "jahr", "nebenjahre"),
    [
        ("Einwohner 2015", 2015, ()),
        ("Einwohner am 31.12.2015", 2015, ()),
        ("Einwohner am 31.12.2015", None, ()),
        ("Einwohner nach dem Zensus 2011", 2015, (2011,)),
        ("2014 zu 2015", 2015, ()),
        ("Insgesamt", 2015, ()),
    ],
)
def test_head_that_says_the_time_of_its_figures_or_none_is_accepted(
    kopf: str, jahr: int | None, nebenjahre: tuple[int, ...]
) -> None:
    spalte = Wertspalte(kopf=kopf, merkmal="m", jahr=jahr)

    assert not [*head_problems([kopf], spalte, merkmal(), nebenjahre, ORT)]
