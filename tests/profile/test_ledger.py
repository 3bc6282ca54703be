"""The back matter counts every Kennzahl once and names breaks and sources that concern it."""

from dataclasses import replace

import msgspec
from zahlen import QUELLE, A, B, C, edition, katalog, kennzahl, material

from reports.domain.gebiet import Gebiete, Kommune
from reports.domain.quelle import Lieferdatei, Umfang
from reports.domain.zeit import Bruch, Vergleichbarkeit
from reports.profile.build import build_profil
from reports.profile.material import Material
from reports.profile.model import Profil

VERZEICHNIS = katalog(
    kennzahl("anzahl", "alo"), kennzahl("quote", "alo", "bev"), kennzahl("fehlend", "nie")
)
GESUND = [
    (k, jahr, m, 100 * jahr if m == "bev" else 3 * (jahr - 2000))
    for k in (A, B, C)
    for jahr in (2011, 2020)
    for m in ("alo", "bev")
]


def bruch(
    ab: int, merkmal: str, grad: Vergleichbarkeit = Vergleichbarkeit.EINGESCHRAENKT
) -> tuple[Bruch, ...]:
    return (
        Bruch(ab=ab, vergleichbar=grad, titel=f"Bruch {merkmal}", grund="g", merkmale=(merkmal,)),
    )


def built(found: Material) -> Profil:
    """The Profil of Kommune A; its front page shows the count."""
    shown = replace(found, edition=replace(found.edition, kernzahlen=("anzahl",)))
    return build_profil(kommune(shown.edition.gebiete), shown)


def kommune(gebiete: Gebiete) -> Kommune:
    return gebiete.kommunen[0]


def test_the_balance_adds_up_to_the_catalogue() -> None:
    secret = [(g, j, m, 2 if (g, m) == (A, "alo") else w) for g, j, m, w in GESUND]

    found = built(material(secret, VERZEICHNIS, edition(2011, 2020)))

    assert found.verzeichnis.bilanz == (
        f"Kennzahlen im Katalog: 3. Mit einem Wert für {A}: 0;"
        " mit einem Zeichen statt eines Wertes: 2; nur für andere Gebiete: 0; nicht geliefert: 1."
    )


def test_every_kennzahl_has_a_row_also_the_one_that_nobody_delivers() -> None:
    found = built(material(GESUND, VERZEICHNIS, edition(2011, 2020)))

    (tabelle,) = found.verzeichnis.tabellen
    rows = {zeile.kopf: [zelle.text for zelle in zeile.zellen] for zeile in tabelle.zeilen}
    assert rows["FEHLEND"][:4] == ["Fehlend", "nicht geliefert", "nein", "Amt"]
    assert rows["QUOTE"][:4] == ["Quote", "31.12.2020", "ja", "Q1"]


def test_a_source_is_numbered_where_it_is_described() -> None:
    (quelle,) = built(material(GESUND, VERZEICHNIS, edition(2011, 2020))).verzeichnis.quellen

    assert (quelle.nummer, quelle.nennung) == ("Q1", "Amt: Probe")


def test_a_declared_mixture_is_explained_under_its_number() -> None:
    gemischt = katalog(
        kennzahl("anzahl", "alo"), kennzahl("quote", "alo", "bev", mischung="Weil so geliefert.")
    )

    found = built(material(GESUND, gemischt, edition(2011, 2020))).verzeichnis

    assert found.anmerkungen == (("1", "Weil so geliefert."),)
    assert [zeile.zellen[-1].text for zeile in found.tabellen[0].zeilen] == ["–", "1"]


def test_the_row_of_a_suppressed_value_says_why() -> None:
    secret = [(g, j, m, 2 if (g, m) == (A, "alo") else w) for g, j, m, w in GESUND]

    (tabelle,) = built(material(secret, VERZEICHNIS, edition(2011, 2020))).verzeichnis.tabellen

    assert tabelle.zeilen[0].zellen[2].text == "aus Datenschutzgründen gesperrt"


def test_a_break_inside_the_period_is_explained() -> None:
    found = built(material(GESUND, VERZEICHNIS, edition(2011, 2020), bruch(2015, "alo")))

    assert found.verzeichnis.brueche == (("Bruch alo (ab 2015)", "g"),)


def test_a_break_outside_the_period_is_not_mentioned() -> None:
    found = built(material(GESUND, VERZEICHNIS, edition(2011, 2020), bruch(2011, "alo")))

    assert found.verzeichnis.brueche == ()


def test_a_break_of_what_nobody_delivers_is_not_mentioned() -> None:
    found = built(material(GESUND, VERZEICHNIS, edition(2011, 2020), bruch(2015, "nie")))

    assert found.verzeichnis.brueche == ()


def test_only_sources_whose_figures_are_shown_are_named() -> None:
    datei = Lieferdatei(
        name="a.csv",
        titel="t",
        tabelle="1",
        url="u",
        stichtag="31.12.",
        gebiete=Umfang.KOMMUNEN,
        anmerkung="gerundet",
    )
    quellen = tuple(
        msgspec.structs.replace(QUELLE, titel=titel, datei=(datei,))
        for titel in (QUELLE.titel, "Fremd")
    )
    found = replace(material(GESUND, VERZEICHNIS, edition(2011, 2020)), quellen=quellen)

    (quelle,) = built(found).verzeichnis.quellen

    assert (quelle.nennung, quelle.anmerkungen) == (QUELLE.zitat, ("gerundet",))
