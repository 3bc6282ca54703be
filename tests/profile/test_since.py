"""What has changed since the edition before, in the words of the profile."""

from dataclasses import replace

from zahlen import QUELLE, A, B, C, bestand, edition, katalog, kennzahl, umstaende

from reports.disclosure.protect import protect
from reports.domain.formel import parse_summe
from reports.domain.vorausgabe import Bekannt, Vorausgabe
from reports.measures.measure import measure
from reports.profile.material import Material, material_of
from reports.profile.since import since_last

KATALOG = katalog(kennzahl("alo_zahl", "alo"), kennzahl("quote", "alo", "bev"))
ALT = [(A, 2019, 500), (B, 2019, 300), (C, 2019, 200)]
NEU = [(A, 2020, 510), (B, 2020, 310), (C, 2020, 210)]
VORAUSGABE = Vorausgabe(name="2019/1", signale={})
MENSCHEN = [(key, jahr, "bev", 9000) for key in (A, B, C) for jahr in (2019, 2020)]


def before(*known: tuple[str, int, int]) -> tuple[Bekannt, ...]:
    """What an edition of 2019 has told of the unemployed and of the people."""
    alo = [(gebiet, jahr, "alo", wert) for gebiet, jahr, wert in known]
    return tuple(
        Bekannt(ausgabe="2019/1", gebiet=gebiet, jahr=jahr, summe=parse_summe(summe), wert=wert)
        for gebiet, jahr, summe, wert in (*alo, *(m for m in MENSCHEN if m[1] == 2019))
    )


def stoff(*frueher: Bekannt, vorausgabe: Vorausgabe | None = VORAUSGABE) -> Material:
    """An edition of 2020 with both years, after what is known."""
    zellen = [*((gebiet, jahr, "alo", wert) for gebiet, jahr, wert in (*ALT, *NEU)), *MENSCHEN]
    ausgabe = replace(edition(2019, 2020), vorausgabe=vorausgabe, frueher=frueher)
    messung = measure(bestand(zellen), KATALOG, (), ausgabe)
    return material_of(
        protect(messung, umstaende(KATALOG, ausgabe, frueher=frueher)).release,
        edition=ausgabe,
        katalog=KATALOG,
        quellen=(QUELLE,),
        brueche=(),
        kennung="probe",
    )


def said(found: Material, schluessel: str = A) -> dict[str, str]:
    return dict(since_last(found.edition.gebiete.named(schluessel), found))


def test_a_first_edition_says_that_there_is_none_before() -> None:
    assert said(stoff(vorausgabe=None)) == {
        "Vergleich": "Eine frühere Ausgabe zum Vergleich liegt nicht vor."
    }


def test_a_year_that_nobody_has_told_is_a_new_stand() -> None:
    found = said(stoff(*before(*ALT)))

    assert found["Neuer Stand"] == "Alo_Zahl (2020); Quote (2020)"
    assert found["Berichtigt"] == "nichts"


def test_another_figure_of_a_told_year_is_a_revision() -> None:
    known = before((A, 2019, 450), *ALT[1:])

    assert said(stoff(*known))["Berichtigt"] == "Alo_Zahl (2019); Quote (2019)"
    assert said(stoff(*known), B)["Berichtigt"] == "nichts"


def test_signals_that_have_come_and_gone_are_named() -> None:
    """Three Kommunen are too few for a signal now."""
    told = Vorausgabe(name="2019/1", signale={(A, "quote"): "2018/1", (B, "alo_zahl"): "2019/1"})

    found = said(stoff(*before(*ALT), vorausgabe=told))

    assert (found["Neu auffällig"], found["Nicht mehr auffällig"]) == ("nichts", "Quote")


def test_a_long_list_is_cut_and_counted() -> None:
    names = [f"k{number}" for number in range(8)]
    verzeichnis = katalog(*(kennzahl(name, "alo") for name in names))
    told = Vorausgabe(name="2019/1", signale={(A, name): "2019/1" for name in names})
    found = replace(stoff(vorausgabe=told), katalog=verzeichnis, staende={})

    assert said(found)["Nicht mehr auffällig"] == "K0; K1; K2; K3; K4; K5; und 2 weitere"
