import pytest

from reports.domain.katalog import Merkmal, Stichtag
from reports.intake.times import ZeitError, read_tabelle


def merkmal(stichtag: Stichtag) -> Merkmal:
    return Merkmal(id="m", titel="Merkmal", einheit="Personen", quelle="Amt", stichtag=stichtag)


@pytest.mark.parametrize(
    ("text", "art", "time"),
    [
        ("2015", Stichtag.JAHRESENDE, (2015, "2015-12-31")),
        ("2015", Stichtag.JAHRESMITTE, (2015, "2015-06-30")),
        ("2015", Stichtag.JAHRESDURCHSCHNITT, (2015, "Jahresdurchschnitt")),
        ("2011", Stichtag.ZENSUSTAG, (2011, "Jahr")),
        ("31.12.2015", Stichtag.JAHRESENDE, (2015, "2015-12-31")),
        ("1.3.2015", Stichtag.MAERZ, (2015, "2015-03-01")),
        ("2015-12-31", Stichtag.JAHRESENDE, (2015, "2015-12-31")),
        ("09.05.2011", Stichtag.ZENSUSTAG, (2011, "2011-05-09")),
        (" 2015 ", Stichtag.JAHRESSUMME, (2015, "Jahressumme")),
    ],
)
def test_year_or_day_of_a_table_says_when(text: str, art: Stichtag, time: tuple[int, str]) -> None:
    assert read_tabelle(text, merkmal(art)) == time


@pytest.mark.parametrize(
    ("text", "art"),
    [
        ("30.06.2015", Stichtag.JAHRESENDE),
        ("31.12.2015", Stichtag.JAHRESDURCHSCHNITT),
        ("30.02.2011", Stichtag.ZENSUSTAG),
        ("15", Stichtag.JAHRESENDE),
        ("2015/16", Stichtag.SCHULJAHR),
        ("2015,0", Stichtag.JAHRESENDE),
        ("1815", Stichtag.JAHRESENDE),
        ("", Stichtag.JAHRESENDE),
    ],
)
def test_other_time_is_refused(text: str, art: Stichtag) -> None:
    with pytest.raises(ZeitError, match=f"»{text}«") as caught:
        read_tabelle(text, merkmal(art))

    assert caught.value.code == "E-STICHTAG"
