"""The legend explains exactly the signs and marks that its profile prints."""

from dataclasses import replace

import pytest
from zahlen import A, B, C, Zellwert, echtes_material, edition, katalog, kennzahl, material, merkmal

from reports.domain.katalog import Art, Katalog
from reports.domain.zeichen import DARSTELLUNG, Kennzeichen, Zeichen
from reports.domain.zeit import Bruch, Vergleichbarkeit
from reports.profile.build import build_profil
from reports.profile.model import Profil

VERZEICHNIS = katalog(
    kennzahl("anzahl", "alo"), kennzahl("quote", "alo", "bev"), kennzahl("fehlend", "nie")
)
GESUND: list[Zellwert] = [
    (k, jahr, m, 100 * jahr if m == "bev" else 3 * (jahr - 2000))
    for k in (A, B, C)
    for jahr in (2011, 2020)
    for m in ("alo", "bev")
]
BRUCH = Bruch(
    ab=2015, vergleichbar=Vergleichbarkeit.EINGESCHRAENKT, titel="t", grund="g", merkmale=("alo",)
)
WEGEN_BRUCH = "eingeschränkt vergleichbar wegen eines Bruchs in der Zeitreihe"
BUCHSTABEN = set("prsfk")


def built(
    zellen: list[Zellwert],
    verzeichnis: Katalog = VERZEICHNIS,
    brueche: tuple[Bruch, ...] = (),
    gebiet: str = A,
) -> Profil:
    """The Profil of an area; its front page shows the first Kennzahl."""
    found = material(zellen, verzeichnis, edition(2011, 2020), brueche)
    kern = next(iter(verzeichnis.kennzahlen))
    shown = replace(found, edition=replace(found.edition, kernzahlen=(kern,)))
    return build_profil(shown.edition.gebiete.named(gebiet), shown)


def legend(profil: Profil) -> dict[str, str]:
    return {zeile.zeichen.text: zeile.bedeutung for zeile in profil.legende}


def marked(kennzeichen: Kennzeichen, gebiet: str = A, jahr: int = 2020) -> list[Zellwert]:
    """GESUND with marks on one count."""
    return [(*z, kennzeichen) if z[:3] == (gebiet, jahr, "alo") else z for z in GESUND]


def test_short_forms_beside_the_heads_are_explained_too() -> None:
    """The shipped rate of the unemployed is a mean of its year, and its day stands small."""
    whole = echtes_material()
    uetze = build_profil(whole.edition.gebiete.named("03241018"), whole)
    small = {zeile.zusatz for tabelle in uetze.vergleich.tabellen for zeile in tabelle.zeilen}

    assert any("Ø 2021" in text for text in small)
    assert legend(uetze)["Ø"] == "Durchschnitt des Jahres"


def test_every_sign_that_a_table_prints_is_explained_and_no_other() -> None:
    found = built(GESUND[:6])

    printed = {
        DARSTELLUNG[zeichen].druck
        for tabelle in found.tabellen
        for zeile in tabelle.zeilen
        for zelle in zeile.zellen
        for zeichen in zelle.zeichen
        if isinstance(zeichen, Zeichen)
    }
    assert printed
    assert legend(found).keys() & {shown.druck for shown in DARSTELLUNG.values()} == printed


def test_without_suppression_break_and_mark_there_is_nothing_to_explain_of_them() -> None:
    """A count that grows is printed »+27; +81,8 %«, which is no bracket of a limited comparison."""
    found = legend(built(GESUND))

    assert DARSTELLUNG[Zeichen.GESPERRT].druck not in found
    assert "( )" not in found
    assert not found.keys() & BUCHSTABEN


@pytest.mark.parametrize(
    ("kennzeichen", "zeichen"),
    [
        (Kennzeichen.VORLAEUFIG, {"p"}),
        (Kennzeichen.BERICHTIGT, {"r"}),
        (Kennzeichen.GESCHAETZT, {"s"}),
        (Kennzeichen.FEHLERHAFT, {"f"}),
        (Kennzeichen.EINGESCHRAENKT, {"( )"}),
        (Kennzeichen.VORLAEUFIG | Kennzeichen.FEHLERHAFT, {"p", "f"}),
    ],
)
def test_exactly_the_marks_that_are_used_are_explained(
    kennzeichen: Kennzeichen, zeichen: set[str]
) -> None:
    found = legend(built(marked(kennzeichen)))

    assert found.keys() & (BUCHSTABEN | {"( )"}) == zeichen


def test_a_rounded_zero_is_explained_with_the_brackets_of_what_is_computed_from_it() -> None:
    rounded = [
        (A, 2020, "alo", 0, Kennzeichen.GERUNDET_NULL) if z[:3] == (A, 2020, "alo") else z
        for z in GESUND
    ]

    found = legend(built(rounded))

    assert found.keys() & (BUCHSTABEN | {"( )"}) == {"k", "( )"}
    assert "mehr als nichts" in found["k"]


def test_brackets_of_a_break_are_explained_by_the_break_alone() -> None:
    assert legend(built(GESUND, brueche=(BRUCH,)))["( )"] == WEGEN_BRUCH


def test_brackets_of_a_limited_value_do_not_speak_of_a_break() -> None:
    text = legend(built(marked(Kennzeichen.EINGESCHRAENKT)))["( )"]

    assert text.startswith("eingeschränkt aussagefähig")
    assert "Bruch" not in text


def test_brackets_of_both_kinds_are_explained_by_both_reasons() -> None:
    text = legend(built(marked(Kennzeichen.EINGESCHRAENKT), brueche=(BRUCH,)))["( )"]

    assert WEGEN_BRUCH in text
    assert "eingeschränkt aussagefähig" in text


def test_a_limited_comparison_without_change_is_explained_too() -> None:
    still = [(g, j, m, 600) for g, j, m, _ in GESUND]
    only_rate = katalog(kennzahl("anzahl", "alo", "bev"))

    assert "( )" in legend(built(still, only_rate, (BRUCH,)))


# Ready-made rates, which do not add up, so that the mark of a Kommune is in no figure of a group.
QUOTEN = katalog(
    merkmal("rate", art=Art.QUOTE, additiv=False, dezimalen=1),
    kennzahl("quote", "rate", formel="geliefert", einheit="%", nachkommastellen=1, additiv=False),
)


def test_a_mark_that_only_the_end_of_a_line_shows_is_explained() -> None:
    """A has no figure of the last year, so that its line ends a year before the Stand."""
    zellen = [(k, jahr, "rate", 80) for k in (B, C) for jahr in (2015, 2016, 2017, 2018)]
    zellen += [(A, jahr, "rate", 90) for jahr in (2015, 2016)]

    found = built([*zellen, (A, 2017, "rate", 90, Kennzeichen.GESCHAETZT)], QUOTEN)

    (chart,) = found.themen[0].diagramme
    assert chart.linien[0].endtext == f"{A} 9,0\u00a0%\u00a0s"
    assert "s" in legend(found)


def test_the_alt_text_of_lines_says_marks_in_words() -> None:
    zellen = [(k, jahr, "rate", 80) for k in (A, B, C) for jahr in (2015, 2016)]
    zellen += [(k, 2017, "rate", 90, Kennzeichen.VORLAEUFIG) for k in (A, B, C)]

    (chart,) = built(zellen, QUOTEN).themen[0].diagramme

    assert "auf 9,0\u00a0%, vorläufig, im Jahr 2017" in chart.alt


def test_from_nothing_to_more_than_nothing_a_line_has_risen() -> None:
    zellen = [(k, jahr, "rate", 0) for k in (A, B, C) for jahr in (2015, 2016)]
    zellen += [(k, 2017, "rate", 0, Kennzeichen.GERUNDET_NULL) for k in (A, B, C)]

    (chart,) = built(zellen, QUOTEN).themen[0].diagramme

    assert (
        "gestiegen von 0,0\u00a0% im Jahr 2015 auf mehr als nichts, gerundet null, im Jahr 2017"
        in chart.alt
    )


def test_the_range_of_the_kommunen_begins_with_exactly_nothing() -> None:
    zellen = [(A, 2020, "rate", 0, Kennzeichen.GERUNDET_NULL), (B, 2020, "rate", 0)]

    found = built([*zellen, (C, 2020, "rate", 50)], QUOTEN, gebiet="03241000")

    cell = found.vergleich.tabellen[0].zeilen[0].zellen[-2]
    assert cell.text == "0,0 – 5,0"


def test_a_short_form_is_explained_where_it_stands_as_a_word_of_a_title() -> None:
    titled = replace(VERZEICHNIS.kennzahlen["quote"], titel="Quote nach dem SGB II")
    verzeichnis = replace(
        VERZEICHNIS,
        kennzahlen=VERZEICHNIS.kennzahlen | {"quote": titled},
        abkuerzungen={"SGB II": "Zweites Buch", "SGB I": "Erstes Buch", "BG": "Gemeinschaft"},
    )

    found = legend(built(GESUND, verzeichnis))

    assert found["SGB II"] == "Zweites Buch"
    assert not {"SGB I", "BG"} & found.keys()
