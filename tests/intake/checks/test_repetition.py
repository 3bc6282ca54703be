import pytest
from pruefzellen import DATEI, Zelle, bestand, katalog, merkmal

from reports.domain.katalog import Art, Merkmal
from reports.errors import Befund, Stelle
from reports.intake.checks import repetition_problems

BEV = merkmal("bev")


def years(pairs: int, equal: int, start: int = 100, step: int = 7, abstand: int = 1) -> list[Zelle]:
    """Figures of many areas for two years, the first *equal* of them the same in both."""
    werte = [start + step * place for place in range(pairs)]
    gebiete = [f"{3241001 + place:08d}" for place in range(pairs)]
    later = [wert + (place >= equal) for place, wert in enumerate(werte)]
    return [
        *((gebiet, 2019, "bev", wert) for gebiet, wert in zip(gebiete, werte, strict=True)),
        *((gebiet, 2019 + abstand, "bev", w) for gebiet, w in zip(gebiete, later, strict=True)),
    ]


def problems(zellen: list[Zelle], kind: Merkmal = BEV) -> list[Befund]:
    return list(repetition_problems(bestand(zellen), katalog(kind), {DATEI: "a"}))


def test_figures_of_the_year_before_are_refused_with_their_number() -> None:
    (befund,) = problems(years(40, 39))

    assert (befund.code, befund.ort) == ("E-VORJAHR", Stelle(DATEI))
    for word in ("40", "39", "2020", "2019"):
        assert word in befund.text


@pytest.mark.parametrize(("pairs", "equal", "wrong"), [(20, 19, 1), (20, 18, 0), (19, 19, 0)])
def test_nineteen_of_twenty_figures_are_too_many(pairs: int, equal: int, wrong: int) -> None:
    assert len(problems(years(pairs, equal))) == wrong


def test_year_before_may_lie_in_another_file() -> None:
    frame = bestand(years(30, 30))
    last = frame["jahr"] == 2019
    moved = frame.with_columns(frame["datei"].set(last, "lieferungen/amt/alt.csv"))

    (befund,) = repetition_problems(moved, katalog(BEV), {})

    assert befund.ort == Stelle(DATEI)


@pytest.mark.parametrize(
    ("zellen", "kind"),
    [
        (years(30, 30, start=0, step=0), BEV),
        (years(30, 30, start=500, step=0), BEV),
        (years(30, 30, abstand=2), BEV),
        (years(30, 30), merkmal("bev", art=Art.BETRAG)),
    ],
    ids=["below_ten", "same_everywhere", "two_years_apart", "amounts"],
)
def test_what_repeats_for_other_reasons_says_nothing(zellen: list[Zelle], kind: Merkmal) -> None:
    assert problems(zellen, kind) == []


def test_same_file_under_two_names_is_refused_and_both_are_named() -> None:
    hashes = {"lieferungen/amt/neu.csv": "abc", "lieferungen/amt/alt.csv": "abc", DATEI: "def"}

    (befund,) = repetition_problems(bestand([]), katalog(BEV), hashes)

    assert befund.code == "E-VORJAHR"
    assert all(f"lieferungen/amt/{name}.csv" in str(befund) for name in ("alt", "neu"))
