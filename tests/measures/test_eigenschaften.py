"""What holds for all figures whatever they are."""

from collections.abc import Sequence
from random import Random

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from zahlen import REGION, UMLAND, A, B, C, Zellwert, bestand, edition, katalog, kennzahl, merkmal

from reports.domain.zeichen import Zeichen
from reports.domain.zeit import Zeitraum
from reports.measures.measure import Messung, measure

VERZEICHNIS = katalog(
    merkmal("alle", "jung + alt"),
    kennzahl("zahl", "jung"),
    kennzahl("saldo", "jung - alt"),
    kennzahl("anteil", "jung", "alle"),
    kennzahl("dichte", "alle", "jung", formel="je_1000", nachkommastellen=2),
    kennzahl("zuwachs", "alle", formel="entwicklung"),
)
JAHRE = range(2001, 2021)
AUSGABE = edition(
    2001, 2020, 2020, Zeitraum(2001, 2020), *(Zeitraum(jahr, jahr + 1) for jahr in JAHRE[:-1])
)
ORTE = [(k, jahr, m) for k in (A, B, C) for jahr in JAHRE for m in ("jung", "alt")]

zahlen = st.one_of(st.integers(0, 12), st.integers(0, 10**9))
figuren = st.lists(zahlen, min_size=len(ORTE), max_size=len(ORTE))
auch_zeichen = st.lists(
    st.one_of(zahlen, zahlen, zahlen, st.sampled_from(Zeichen)),
    min_size=len(ORTE),
    max_size=len(ORTE),
)
wenige = settings(max_examples=12)


def cells(figures: Sequence[int | Zeichen]) -> list[Zellwert]:
    """Both Merkmale of all Kommunen and years."""
    return [(*ort, figure) for ort, figure in zip(ORTE, figures, strict=True)]


def measured(zellen: Sequence[Zellwert]) -> Messung:
    return measure(bestand(zellen), VERZEICHNIS, (), AUSGABE)


def by_place(messung: Messung, spalte: str) -> dict[tuple[str, int, str], float | None]:
    """One column of the values by Kennzahl, year and area."""
    rows = messung.werte.select("kennzahl", "jahr", "gebiet", spalte).iter_rows()
    return {(kennzahl, jahr, gebiet): found for kennzahl, jahr, gebiet, found in rows}


def sums(messung: Messung) -> dict[tuple[str, int], tuple[int | None, str | None]]:
    """The count »zahl« or the sign in its place, by area and year."""
    rows = messung.werte.filter(kennzahl="zahl").select("gebiet", "jahr", "zaehler", "zeichen")
    return {(gebiet, jahr): (zaehler, sign) for gebiet, jahr, zaehler, sign in rows.iter_rows()}


@wenige
@given(auch_zeichen, st.randoms(use_true_random=False))
def test_the_order_of_the_delivered_rows_does_not_matter(
    figures: list[int | Zeichen], dice: Random
) -> None:
    ordered = cells(figures)
    mixed = ordered.copy()
    dice.shuffle(mixed)
    one, other = measured(ordered), measured(mixed)

    assert one.jahre == other.jahre
    assert_frame_equal(one.werte, other.werte)
    assert_frame_equal(one.veraenderungen, other.veraenderungen)


@wenige
@given(figuren, st.integers(2, 1000))
def test_a_rate_of_so_many_times_as_many_people_is_the_same(figures: list[int], mal: int) -> None:
    once = measured(cells(figures))
    times = measured(cells([mal * figure for figure in figures]))
    rates = pl.col("kennzahl").is_in(["anteil", "dichte", "zuwachs"])
    printed = ["kennzahl", "jahr", "gebiet", "gerundet", "zeichen"]

    assert_frame_equal(
        once.werte.filter(rates).select(printed), times.werte.filter(rates).select(printed)
    )


@wenige
@given(figuren, st.integers(2, 1000))
def test_so_many_times_as_many_people_change_by_the_same_percentage(
    figures: list[int], mal: int
) -> None:
    once = measured(cells(figures)).veraenderungen
    times = measured(cells([mal * figure for figure in figures])).veraenderungen
    percent = ["gebiet", "kennzahl", "zeitraum", "prozent", "prozent_zeichen"]

    assert_frame_equal(once.select(percent), times.select(percent))


@wenige
@given(figuren)
def test_a_region_is_never_beyond_its_kommunen(figures: list[int]) -> None:
    """Neither Region nor Umland, and at no quotient; where a Kommune has no value, nothing is said."""
    found = by_place(measured(cells(figures)), "gerundet")
    for (name, jahr, gebiet), value in found.items():
        if name in {"anteil", "dichte"} and gebiet in {REGION, UMLAND}:
            members = (A, B, C) if gebiet == REGION else (B, C)
            rates = [rate for k in members if (rate := found[name, jahr, k]) is not None]
            if len(rates) == len(members):
                assert value is not None
                assert min(rates) <= value <= max(rates)


@wenige
@given(figuren)
def test_with_the_years_swapped_every_change_has_the_other_direction(figures: list[int]) -> None:
    """The figures of 2001 become those of 2020 and so on; the whole period is then run backwards."""
    delivered = dict(zip(ORTE, figures, strict=True))
    there = cells(figures)
    back = cells([delivered[kommune, 4021 - jahr, name] for kommune, jahr, name in ORTE])
    columns = ["gebiet", "kennzahl", "absolut"]
    one, other = (
        measured(zellen).veraenderungen.filter(zeitraum=0).select(columns)
        for zellen in (there, back)
    )

    assert_frame_equal(one, other.with_columns(-pl.col("absolut")))


@wenige
@given(auch_zeichen)
def test_a_region_with_a_sign_among_its_kommunen_has_no_sum_of_the_rest(
    figures: list[int | Zeichen],
) -> None:
    delivered = dict(zip(ORTE, figures, strict=True))
    found = sums(measured(cells(figures)))
    for gebiet, members in ((REGION, (A, B, C)), (UMLAND, (B, C))):
        for jahr in JAHRE:
            parts = [delivered[kommune, jahr, "jung"] for kommune in members]
            signs = [part for part in parts if isinstance(part, Zeichen)]
            if signs:
                first = min(signs, key=list(Zeichen).index)
                assert found[gebiet, jahr] == (None, first.value)
            else:
                numbers = [part for part in parts if isinstance(part, int)]
                assert found[gebiet, jahr] == (sum(numbers), None)
