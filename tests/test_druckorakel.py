"""More than 10,000 random figures are printed exactly as a second, independent computation says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from orakel import NBSP, PUNKTE, UNGERUNDET, Paar, Rechnung
from zahlen import (
    REGION,
    UMLAND,
    A,
    Zellwert,
    edition,
    gebiete,
    katalog,
    kennzahl,
    material,
    merkmal,
)

from reports.domain.katalog import Art, Formelart, Kennzahl, Merkmal
from reports.profile.cells import change_cell, value_cell
from reports.profile.changes import change_of
from reports.profile.material import Material

ARTEN = ("anzahl", "prozent", "je_100", "je_1000", "mittelwert", "geliefert")
EIGENES: dict[str, dict[str, Any]] = {
    "mittelwert": {"einheit": "EUR", "faktor": 1000},  # from thousands of euros
    "geliefert": {"einheit": "Jahre"},
    "entwicklung": {"formel": Formelart.ENTWICKLUNG, "einheit": "%", "faktor": 100},
}
JE_ART = 36
JAHRE = (2011, 2012)
KOMMUNEN = tuple(f"032410{nummer:02}" for nummer in range(1, 22))
GRENZEN = (0, 3, 12, 150, 9_999, 2_000_000, 10**10)
HALBIERER = (1, 4, 8, 16, 40, 80, 400, 800, 2000, 8000, 80_000, 200_000)  # halves are frequent


@dataclass(frozen=True, slots=True, kw_only=True)
class Aufgabe:
    """A Kennzahl with figures of all Kommunen.

    Attributes:
        dezimalen: of its Merkmale; their figures are whole numbers of the last one.
        figuren: by Merkmal, Kommune and year. A balance is ``plus`` without ``minus``.
    """

    name: str
    rechnung: Rechnung
    dezimalen: dict[str, int]
    figuren: dict[tuple[str, str, int], int]

    def paar(self, kommunen: tuple[str, ...], jahr: int) -> Paar:
        """Zähler and Nenner of some Kommunen together."""
        sums = {
            name: Fraction(sum(self.figuren[name, k, jahr] for k in kommunen), 10**places)
            for name, places in self.dezimalen.items()
        }
        zaehler = sums[f"{self.name}_plus"] - sums.get(f"{self.name}_minus", Fraction(0))
        return zaehler, sums.get(f"{self.name}_nenner")


def task(dice: Random, name: str, rechnung: Rechnung) -> Aufgabe:
    """A Kennzahl of Merkmale with 0 to 3 decimals and, in a third of the cases, a balance."""
    places = dice.choice((0, 0, 0, 1, 2, 3))
    dezimalen = {f"{name}_plus": places}
    if rechnung.art != "geliefert" and dice.random() < 1 / 3:
        dezimalen |= {f"{name}_minus": places}
    if rechnung.art not in {"anzahl", "geliefert"}:
        dezimalen |= {f"{name}_nenner": dice.choice((0, 0, 0, 1, 3))}
    figuren = {
        (merkmal, kommune, jahr): figure
        for merkmal in dezimalen
        for kommune in KOMMUNEN
        for jahr, figure in zip(JAHRE, two_figures(dice, merkmal), strict=True)
    }
    return Aufgabe(name=name, rechnung=rechnung, dezimalen=dezimalen, figuren=figuren)


def two_figures(dice: Random, merkmal: str) -> tuple[int, int]:
    """Figures of two years: often close to each other, often none, sometimes huge."""
    if merkmal.endswith("_nenner") and dice.random() < 1 / 2:
        return dice.choice(HALBIERER), dice.choice(HALBIERER)
    first = dice.randint(0, dice.choice(GRENZEN))
    if dice.random() < 1 / 2:
        return first, max(0, first + dice.randint(-3, 3))
    return first, dice.randint(0, dice.choice(GRENZEN))


def parts(aufgabe: Aufgabe) -> Iterator[Merkmal | Kennzahl]:
    """The catalogue entries of a task; of a count also its Entwicklung."""
    name, rechnung = aufgabe.name, aufgabe.rechnung
    delivered = rechnung.art == "geliefert"
    for part, places in aufgabe.dezimalen.items():
        art = Art.QUOTE if delivered else Art.BETRAG if places else Art.ANZAHL
        yield merkmal(part, art=art, dezimalen=places, additiv=not delivered, mindestfallzahl=0)
    saldo = f"{name}_minus" in aufgabe.dezimalen
    zaehler = f"{name}_plus - {name}_minus" if saldo else f"{name}_plus"
    nenner = f"{name}_nenner" if f"{name}_nenner" in aufgabe.dezimalen else ""
    plain = kennzahl(name, zaehler, nenner, formel=rechnung.art, mindestfallzahl=0)
    plain = replace(plain, nachkommastellen=rechnung.stellen, additiv=not delivered)
    yield replace(plain, **EIGENES.get(rechnung.art, {}))
    if rechnung.art == "anzahl":
        yield replace(plain, id=f"{name}_entwicklung", **EIGENES["entwicklung"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """What is computed, and the strings that the program prints.

    Attributes:
        markiert: the change as it stands in tables, with the mark for rounding where it needs it.
        entwicklung: of a count, what the Kennzahl for its development prints; else empty.
    """

    rechnung: Rechnung
    von: Paar
    bis: Paar
    werte: tuple[str, str]
    aenderung: str
    markiert: str
    entwicklung: str


@pytest.fixture(scope="module")
def faelle() -> list[Fall]:
    """All tasks in print, by the whole way of a number."""
    dice = Random(20221231)  # noqa: S311 (every run draws the same)
    aufgaben = [
        task(dice, f"{art}_{nummer}", Rechnung(art=art, stellen=nummer % 3))
        for art in ARTEN
        for nummer in range(JE_ART)
    ]
    zellen: list[Zellwert] = [
        (kommune, jahr, name, figure)
        for aufgabe in aufgaben
        for (name, kommune, jahr), figure in aufgabe.figuren.items()
    ]
    verzeichnis = katalog(*(part for aufgabe in aufgaben for part in parts(aufgabe)))
    ausgabe = replace(edition(*JAHRE), gebiete=gebiete(*KOMMUNEN))
    found = material(zellen, verzeichnis, ausgabe)
    return [fall for aufgabe in aufgaben for fall in printed(aufgabe, found)]


def printed(aufgabe: Aufgabe, found: Material) -> Iterator[Fall]:
    """The task in print for each Kommune and, where it adds up, for Region and Umland."""
    areas: dict[str, tuple[str, ...]] = {kommune: (kommune,) for kommune in KOMMUNEN}
    if aufgabe.rechnung.art != "geliefert":
        areas |= {REGION: KOMMUNEN, UMLAND: KOMMUNEN[1:]}
    stelle = found.katalog.kennzahlen[aufgabe.name]
    development = found.katalog.kennzahlen.get(f"{aufgabe.name}_entwicklung")
    for schluessel, kommunen in areas.items():
        area = found.edition.gebiete.named(schluessel)
        first, last = (value_cell(stelle, found.wert(area, stelle, jahr)).text for jahr in JAHRE)
        von, bis = (aufgabe.paar(kommunen, jahr) for jahr in JAHRE)
        yield Fall(
            rechnung=aufgabe.rechnung,
            von=von,
            bis=bis,
            werte=(first, last),
            aenderung=change_cell(stelle, found.aenderung(area, stelle)).text,
            markiert=change_of(stelle, area, found).text,
            entwicklung=(
                value_cell(development, found.wert(area, development)).text if development else ""
            ),
        )


def test_there_are_ten_thousand_figures_and_every_kind_among_them(faelle: list[Fall]) -> None:
    assert 3 * len(faelle) >= 10_000
    assert {fall.rechnung.art for fall in faelle} == set(ARTEN)
    for kind in ("\u00b10", "; x", "; (", "\u2212", "+", "%-Pkt.", UNGERUNDET):
        assert sum(kind in fall.markiert for fall in faelle) >= 50, kind


def test_every_value_is_the_exact_one_rounded_once(faelle: list[Fall]) -> None:
    for fall in faelle:
        assert fall.werte == (fall.rechnung.wert(fall.von), fall.rechnung.wert(fall.bis)), fall


def test_every_change_is_the_difference_of_exact_values(faelle: list[Fall]) -> None:
    for fall in faelle:
        assert fall.aenderung == fall.rechnung.aenderung(fall.von, fall.bis), fall


def test_every_development_is_the_percentage_of_exact_counts(faelle: list[Fall]) -> None:
    counts = [fall for fall in faelle if fall.rechnung.art == "anzahl"]

    assert len(counts) == JE_ART * 23
    for fall in counts:
        assert fall.entwicklung == fall.rechnung.entwicklung(fall.von, fall.bis), fall


def test_a_change_is_marked_exactly_where_a_reader_computes_another(faelle: list[Fall]) -> None:
    for fall in faelle:
        again = fall.rechnung.nachgerechnet(fall.von, fall.bis)
        mark = "" if again == fall.aenderung else UNGERUNDET

        assert fall.markiert == fall.aenderung + mark, fall


@pytest.mark.parametrize(
    ("vorher", "nachher", "text"),
    [
        (
            3,
            4,
            "\u00b10; (+33,3 %) \u2248",
        ),  # 0,3 and 0,4 are printed 0; of 0 there is no percentage
        (161, 171, "+1; +6,2 % \u2248"),  # 16,1 and 17,1; a reader computes 1 of 16, which is 6,3 %
    ],
)
def test_a_percentage_that_the_printed_amounts_do_not_give_is_marked(
    vorher: int, nachher: int, text: str
) -> None:
    betrag = merkmal("betrag", art=Art.BETRAG, dezimalen=1)
    zellen = [(A, 2011, "betrag", vorher), (A, 2012, "betrag", nachher)]
    found = material(zellen, katalog(betrag, kennzahl("x", "betrag")), edition(*JAHRE))
    area = found.edition.gebiete.named(A)

    cell = change_of(found.katalog.kennzahlen["x"], area, found)
    assert cell.text.replace(NBSP, " ") == text


def test_nothing_has_no_direction(faelle: list[Fall]) -> None:
    figures = [text for f in faelle for text in (*f.werte, *f.aenderung.split("; "), f.entwicklung)]
    zeros = [text for text in figures if "0" in text and not set(text) & set("123456789")]

    assert len(zeros) >= 1000
    assert not [text for text in zeros if text.strip("(").startswith(("+", "-", "\u2212"))]


def test_only_counts_change_by_percent(faelle: list[Fall]) -> None:
    for fall in faelle:
        if fall.rechnung.art == "anzahl":
            assert fall.aenderung.endswith((f"{NBSP}%", f"{NBSP}%)", "; x")), fall
        elif fall.aenderung != "x":
            assert fall.aenderung.endswith(NBSP + PUNKTE[fall.rechnung.art]), fall
