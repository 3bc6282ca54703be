import pytest
from pruefzellen import DATEI, A, B, C, Zelle, bestand, katalog, marked, merkmal, zerlegung

from reports.domain.katalog import Art, Zerlegung
from reports.domain.zeichen import Kennzeichen, Zeichen
from reports.errors import Befund, Stelle
from reports.intake.checks import part_problems

SEX = zerlegung("bev", "bev_m", "bev_w")
PERSONEN = (merkmal("bev"), merkmal("bev_m"), merkmal("bev_w"))


def cells(ganzes: int | Zeichen, *teile: int | Zeichen, gebiet: str = A) -> list[Zelle]:
    """The whole in F2, its parts below."""
    named = zip(("bev", "bev_m", "bev_w"), (ganzes, *teile), strict=False)
    return [(gebiet, 2020, name, wert) for name, wert in named]


def problems(zellen: list[Zelle], eine: Zerlegung = SEX) -> list[Befund]:
    return list(part_problems(bestand(zellen), katalog(*PERSONEN, zerlegung=eine)))


def test_parts_that_are_the_whole_say_nothing() -> None:
    assert problems(cells(100, 49, 51)) == []


@pytest.mark.parametrize(("frauen", "summe"), [(52, "101"), (50, "99")])
def test_parts_that_miss_the_whole_are_told_with_the_cell_of_the_whole(
    frauen: int, summe: str
) -> None:
    (befund,) = problems(cells(100, 49, frauen))

    assert (befund.code, befund.ort) == ("E-TEIL", Stelle(DATEI, zelle="F2"))
    for word in ("bev_m", "bev_w", "»bev«", summe, "100", "2020", A):
        assert word in befund.text


@pytest.mark.parametrize(("frauen", "wrong"), [(48, 1), (49, 0), (51, 0), (53, 0), (54, 1)])
def test_rounding_at_the_source_is_allowed_up_to_the_tolerance(frauen: int, wrong: int) -> None:
    rounded = zerlegung("bev", "bev_m", "bev_w", toleranz="2")

    assert len(problems(cells(100, 49, frauen), rounded)) == wrong


@pytest.mark.parametrize(("teil", "wrong"), [(0, 0), (99, 0), (100, 0), (101, 1)])
def test_a_part_alone_may_be_less_but_never_more_than_its_whole(teil: int, wrong: int) -> None:
    some = zerlegung("bev", "bev_m", vollstaendig=False)

    assert len(problems(cells(100, teil), some)) == wrong


@pytest.mark.parametrize(("maenner", "wrong"), [(99, 0), (100, 0), (101, 1)])
def test_known_parts_beside_a_secret_one_are_never_more_than_the_whole(
    maenner: int, wrong: int
) -> None:
    assert len(problems(cells(100, maenner, Zeichen.GEHEIM_QUELLE))) == wrong


def test_part_that_is_not_delivered_is_no_zero() -> None:
    assert problems(cells(100, 49)) == []


def test_secret_whole_is_compared_with_nothing() -> None:
    assert problems(cells(Zeichen.GEHEIM_QUELLE, 49, 52)) == []


def test_many_areas_of_a_year_are_one_finding() -> None:
    zellen = [
        *cells(100, 49, 52, gebiet=B),
        *cells(100, 49, 53, gebiet=A),
        *cells(100, 49, 51, gebiet=C),
    ]

    (befund,) = problems(zellen)

    assert befund.ort == Stelle(DATEI, zelle="F5", weitere=1)
    assert A in befund.text


def test_years_are_told_apart() -> None:
    other = [(gebiet, 2021, name, wert) for gebiet, _, name, wert in cells(100, 49, 52)]

    befunde = problems([*cells(100, 49, 52), *other])

    assert [("2020" in befund.text, "2021" in befund.text) for befund in befunde] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize(("delivered", "wrong"), [(("a", "b"), 1), (("c",), 1), (("a",), 0)])
def test_derived_whole_is_the_sum_that_is_delivered(delivered: tuple[str, ...], wrong: int) -> None:
    whole = merkmal("ganz", "a + b", "c")
    merkmale = (whole, *(merkmal(name) for name in ("a", "b", "c", "teil")))
    zellen = [(A, 2020, name, 10) for name in delivered] + [(A, 2020, "teil", 21)]
    some = zerlegung("ganz", "teil", vollstaendig=False)

    befunde = list(part_problems(bestand(zellen), katalog(*merkmale, zerlegung=some)))

    assert [befund.ort for befund in befunde] == [Stelle(DATEI, zelle="F2")] * wrong


@pytest.mark.parametrize(("teil", "wrong"), [(1004, 0), (1005, 1)])
def test_amounts_and_tolerance_are_in_the_unit_of_the_merkmal(teil: int, wrong: int) -> None:
    flaechen = [merkmal(name, art=Art.BETRAG, einheit="ha", dezimalen=1) for name in ("f", "wald")]
    some = zerlegung("f", "wald", vollstaendig=False, toleranz="0.4")
    zellen = [(A, 2020, "f", 1000), (A, 2020, "wald", teil)]

    befunde = list(part_problems(bestand(zellen), katalog(*flaechen, zerlegung=some)))

    assert len(befunde) == wrong
    assert all("100,5" in befund.text for befund in befunde)


@pytest.mark.parametrize(("ganzes", "wrong"), [(0, 0), (1, 0), (2, 1)])
def test_nearly_nothing_widens_the_tolerance_by_half_a_unit(ganzes: int, wrong: int) -> None:
    """Twice less than one half can be a whole unit, but not two."""
    frame = bestand(cells(ganzes, 0, 0))
    nearly = marked(marked(frame, "F3", Kennzeichen.GERUNDET_NULL), "F4", Kennzeichen.GERUNDET_NULL)

    assert len(list(part_problems(nearly, katalog(*PERSONEN, zerlegung=SEX)))) == wrong
