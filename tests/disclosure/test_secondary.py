"""What is suppressed to protect something else, and that it does not hang on the edition."""

from zahlen import A, B, C, Zellwert, bestand, edition, katalog, kennzahl, umstaende

from reports.disclosure.protect import protect
from reports.domain.katalog import Formelart, Katalog
from reports.measures.measure import measure

JAHRE = range(2011, 2021)
VERZEICHNIS = katalog(
    kennzahl("zahl", "alo"),
    kennzahl("quote", "alo", "bev"),
    kennzahl("wachstum", "alo", formel=Formelart.ENTWICKLUNG),
)
ZELLEN: list[Zellwert] = [
    (kommune, jahr, name, wert)
    for jahr in JAHRE
    for kommune, alo in ((A, 40), (B, 2 if jahr % 3 == 0 else 20), (C, 30))
    for name, wert in (("alo", alo), ("bev", 1000))
]


def suppressed(von: int, bis: int, verzeichnis: Katalog = VERZEICHNIS) -> set[tuple[str, int]]:
    """Area and year of the counts that an edition with this period suppresses."""
    ausgabe = edition(von, bis)
    schutz = protect(
        measure(bestand(ZELLEN), verzeichnis, (), ausgabe), umstaende(verzeichnis, ausgabe)
    )
    return {(entry.gebiet, entry.jahr) for entry in schutz.gesperrt}


def test_the_other_kommune_of_the_umland_goes_with_the_secret() -> None:
    assert suppressed(2011, 2020) == {(k, jahr) for jahr in (2013, 2016, 2019) for k in (B, C)}


def test_editions_with_other_periods_suppress_the_same_in_the_years_of_both() -> None:
    whole = suppressed(2011, 2020)

    for von, bis in ((2013, 2016), (2016, 2019), (2012, 2018)):
        found = suppressed(von, bis)
        years = {jahr for _, jahr in found}
        assert found == {(gebiet, jahr) for gebiet, jahr in whole if jahr in years}
        assert years >= {jahr for jahr in (2013, 2016, 2019) if von <= jahr <= bis}
