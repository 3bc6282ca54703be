import pytest
from pruefzellen import (
    DATEI,
    A,
    B,
    C,
    D,
    Zelle,
    bestand,
    katalog,
    merkmal,
    quelle,
    series,
)

from reports.domain.katalog import Art, Merkmal
from reports.domain.quelle import Auffaelligkeit
from reports.domain.zeichen import Zeichen
from reports.domain.zeit import Bruch, Vergleichbarkeit
from reports.errors import Befund, Schwere, Stelle
from reports.intake.checks import UNBESTAETIGT, plausibility_problems

ALO = merkmal("alo")
STEADY = {2000: 100, 2003: 102, 2006: 98, 2009: 101, 2012: 99}  # mean 100, deviation below 2


def problems(
    zellen: list[Zelle], *entries: Auffaelligkeit, kind: Merkmal = ALO, ab: int | None = None
) -> list[Befund]:
    """What is odd about the cells, with declared entries and perhaps a break."""
    brueche = []
    if ab is not None:
        brueche = [
            Bruch(
                ab=ab,
                vergleichbar=Vergleichbarkeit.EINGESCHRAENKT,
                titel="Neu",
                grund="Gezählt wird anders.",
                merkmale=("alo",),
            )
        ]
    kinds = katalog(kind, merkmal("sv"))
    return list(plausibility_problems(bestand(zellen), kinds, [quelle(*entries)], brueche))


def declared(jahr: int = 2020, ags: tuple[str, ...] = ()) -> Auffaelligkeit:
    return Auffaelligkeit(merkmal="alo", jahr=jahr, grund="Pandemie.", ags=ags)


def test_jump_is_told_with_cell_and_both_figures() -> None:
    (befund,) = problems(series("alo", {2019: 1000, 2020: 1300}))

    assert (befund.code, befund.schwere) == (UNBESTAETIGT, Schwere.WARNUNG)
    assert befund.ort == Stelle(DATEI, zelle="F3")
    for word in ("»alo«", "2020", A, "1.000", "1.300"):
        assert word in befund.text
    assert "[[datei.auffaellig]]" in befund.abhilfe


@pytest.mark.parametrize(
    ("vorher", "nachher", "odd"),
    [
        (100, 125, 0),  # exactly a quarter
        (100, 126, 1),
        (100, 75, 0),
        (100, 74, 1),
        (60, 80, 0),  # a third, but exactly 20
        (60, 81, 1),
        (0, 20, 0),
        (0, 21, 1),
    ],
)
def test_jump_is_more_than_a_quarter_and_more_than_twenty(
    vorher: int, nachher: int, odd: int
) -> None:
    assert len(problems(series("alo", {2019: vorher, 2020: nachher}))) == odd


@pytest.mark.parametrize(("dezimalen", "odd"), [(0, 1), (1, 1), (2, 0)])
def test_twenty_are_counted_in_the_unit_of_the_merkmal(dezimalen: int, odd: int) -> None:
    kind = merkmal("alo", art=Art.BETRAG, dezimalen=dezimalen)

    assert len(problems(series("alo", {2019: 100, 2020: 400}), kind=kind)) == odd


@pytest.mark.parametrize(("jahr", "odd"), [(2017, 0), (2018, 1), (2019, 1)])
def test_jump_is_seen_over_at_most_two_years(jahr: int, odd: int) -> None:
    assert len(problems(series("alo", {jahr: 100, 2020: 200}))) == odd


def test_year_with_a_sign_is_passed_over() -> None:
    zellen = [*series("alo", {2018: 100, 2020: 200}), (A, 2019, "alo", Zeichen.GEHEIM_QUELLE)]

    (befund,) = problems(zellen)

    assert "von 100 auf 200" in befund.text


@pytest.mark.parametrize(("ab", "odd"), [(2019, 1), (2020, 0), (2021, 1)])
def test_declared_break_explains_a_jump_across_it(ab: int, odd: int) -> None:
    assert len(problems(series("alo", {2019: 100, 2020: 200}), ab=ab)) == odd


def test_areas_and_merkmale_are_not_compared_with_each_other() -> None:
    zellen = [
        *series("alo", {2019: 100}),
        *series("alo", {2020: 300}, gebiet=B),
        *series("sv", {2020: 900}),
    ]

    assert problems(zellen) == []


@pytest.mark.parametrize(("wert", "odd"), [(110, 0), (126, 1), (74, 1)])
def test_value_far_from_its_other_years_is_told(wert: int, odd: int) -> None:
    befunde = problems(series("alo", STEADY | {2015: wert}))

    assert len(befunde) == odd
    assert all(
        "2015" in befund.text
        and str(wert) in befund.text
        and "Mittel der anderen Jahre 100" in befund.text
        for befund in befunde
    )


def test_outlier_needs_six_years() -> None:
    short = {jahr: wert for jahr, wert in STEADY.items() if jahr > 2000}

    assert problems(series("alo", short | {2015: 200})) == []


def test_restless_series_has_no_outlier() -> None:
    restless = {2000: 60, 2003: 140, 2006: 55, 2009: 150, 2012: 95}

    assert problems(series("alo", restless | {2015: 200})) == []


def test_small_counts_are_no_outliers() -> None:
    few = dict.fromkeys(STEADY, 10)

    assert problems(series("alo", few | {2015: 30})) == []
    assert len(problems(series("alo", few | {2015: 31}))) == 1


def test_break_divides_a_series() -> None:
    assert problems(series("alo", STEADY | {2015: 200}), ab=2013) == []


def test_rate_is_between_nothing_and_all() -> None:
    rate = merkmal("alo", art=Art.QUOTE, einheit="%", dezimalen=1)
    zellen = [(A, 2020, "alo", 0), (B, 2020, "alo", 1000), (C, 2020, "alo", 1001)]

    (befund,) = problems([*zellen, (D, 2020, "alo", -1)], kind=rate)

    assert befund.ort == Stelle(DATEI, zelle="F4", weitere=1)
    assert "100,1 %" in befund.text


def test_mean_age_is_no_rate() -> None:
    age = merkmal("alo", art=Art.QUOTE, einheit="Jahre")

    assert problems([(A, 2020, "alo", 104)], kind=age) == []


def jumping(*gebiete: str) -> list[Zelle]:
    return [zelle for g in gebiete for zelle in series("alo", {2019: 100, 2020: 200}, gebiet=g)]


def test_areas_of_one_reason_are_one_finding() -> None:
    (befund,) = problems(jumping(B, A, C))

    assert befund.ort == Stelle(DATEI, zelle="F5", weitere=2)
    assert A in befund.text


def test_declared_jump_is_told_with_its_reason() -> None:
    (befund,) = problems(jumping(A, B), declared())

    assert (befund.code, befund.schwere) == ("W-PLAUSIBEL", Schwere.WARNUNG)
    assert befund.abhilfe == "Nichts zu tun; als richtig erklärt: Pandemie."


def test_areas_that_are_not_declared_stay_open() -> None:
    befunde = problems(jumping(A, B, C), declared(ags=(A, C)))

    assert [(befund.code, str(befund.ort)) for befund in befunde] == [
        ("W-PLAUSIBEL", f"{DATEI}, Zelle F3 und 1 weitere"),
        (UNBESTAETIGT, f"{DATEI}, Zelle F5"),
    ]


@pytest.mark.parametrize("entry", [declared(jahr=2019), declared(ags=(B,))])
def test_declaration_that_nothing_needs_is_refused(entry: Auffaelligkeit) -> None:
    befunde = problems(jumping(A), entry)

    (idle,) = (befund for befund in befunde if befund.schwere is Schwere.FEHLER)
    assert idle.code == "E-QUELLE"
    assert "zahlen.csv" in str(idle.ort)
    assert "»alo«" in idle.text
