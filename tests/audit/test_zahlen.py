"""The auditor passes what is protected, and finds each kind of leak that is planted."""

from pathlib import Path

import pytest
from freigaben import KOMMUNEN, MENSCHEN, REGION, by_sex, change, counts, released, rows

from reports.audit.zahlen import pruefe_zahlen

A, B, C, D, E = KOMMUNEN
MAENNER = {2019: (30, 12, 14, 25, 18), 2020: (31, 2, 14, 26, 19)}
FRAUEN = {2019: (40, 22, 24, 35, 28), 2020: (41, 23, 25, 36, 29)}
ZIFFERN = {"zeichen": "", "wert": "", "kennzeichen": ""}


@pytest.fixture
def daten(tmp_path: Path) -> Path:
    """In 2020 two men of B are a secret."""
    return released(counts(MAENNER, FRAUEN), by_sex(), tmp_path / "daten")


def show(daten: Path, gebiet: str, name: str, zaehler: int, jahr: int = 2020) -> None:
    """Show a value that was suppressed."""
    where = {"schluessel": gebiet, "jahr": jahr, "kennzahl": name, "zeichen": "*"}
    told = {"zaehler": zaehler, "gedruckt": zaehler, "wert": zaehler, "zeichen": ""}
    if name.endswith("quote"):
        told |= {"nenner": MENSCHEN, "wert": zaehler / 10}
    change(daten / "freigabe.csv", where, told)


def codes(daten: Path) -> list[str]:
    return [befund.code for befund in pruefe_zahlen(daten).befunde]


def hidden(daten: Path) -> set[tuple[str, str]]:
    """Area and Kennzahl of what is suppressed in 2020."""
    table = rows(daten / "freigabe.csv")
    return {(r["schluessel"], r["kennzahl"]) for r in table if r["zeichen"] == "*"}


def test_what_protection_releases_tells_nothing(daten: Path) -> None:
    found = pruefe_zahlen(daten)

    assert found.befunde == ()
    assert found.gesperrt == len(hidden(daten)) >= 4
    assert found.engster is not None
    assert found.engster.oben - found.engster.unten >= 2


def test_a_small_count_in_print_is_a_leak(daten: Path) -> None:
    show(daten, B, "alo_m_zahl", 2)

    assert "G-LECK" in codes(daten)


def test_each_single_value_that_is_shown_again_is_a_leak(tmp_path: Path) -> None:
    """What protection suppresses beside the secret is needed: totals, parts and other Kommunen."""
    zellen = counts(MAENNER, FRAUEN)
    secret = {(g, 2020, m): w for g, j, m, w, *_ in zellen if j == 2020}
    template = released(zellen, by_sex(), tmp_path / "vorlage")
    shown = sorted(hidden(template) - {(B, "alo_m_zahl")})

    for number, (gebiet, name) in enumerate(shown):
        daten = released(zellen, by_sex(), tmp_path / str(number))
        merkmal = name.removesuffix("_zahl").replace("alo_quote", "alo")
        areas = KOMMUNEN if gebiet == REGION else KOMMUNEN[1:] if gebiet == "umland" else (gebiet,)
        show(daten, gebiet, name, sum(int(secret[k, 2020, merkmal]) for k in areas))

        assert "G-LECK" in codes(daten), (gebiet, name)
    assert len(shown) >= 3


def test_a_rate_with_too_many_decimals_is_a_leak(tmp_path: Path) -> None:
    """2,00 % of 1,000 people can only be 20 of them; the count itself is not shown."""
    maenner = {jahr: tuple(0 for _ in KOMMUNEN) for jahr in MAENNER}
    frauen = {2019: (40, 22, 24, 35, 28), 2020: (41, 2, 3, 36, 29)}
    daten = released(counts(maenner, frauen), by_sex(), tmp_path / "daten")
    where = {"schluessel": B, "jahr": 2020, "kennzahl": "alo_quote"}

    change(daten / "freigabe.csv", where, {"wert": "0.20", "gedruckt": "0,20 %", "zeichen": ""})

    assert "G-LECK" in codes(daten)


@pytest.mark.parametrize("column", ["zaehler", "nenner", "wert", "gedruckt"])
def test_anything_left_in_a_suppressed_row_is_a_leak(column: str, daten: Path) -> None:
    where = {"schluessel": B, "jahr": 2020, "kennzahl": "alo_m_zahl"}

    change(daten / "freigabe.csv", where, {column: 7})

    assert "G-LECK" in codes(daten)


def test_an_interval_left_in_the_comparison_is_a_leak(daten: Path) -> None:
    gebiet, name = min(hidden(daten))
    where = {"schluessel": gebiet, "kennzahl": name}

    change(daten / "vergleich.csv", where, {"unten": 0.1, "oben": 0.9})

    assert "G-LECK" in codes(daten)


def test_a_figure_of_an_earlier_edition_counts(daten: Path) -> None:
    """What 2019 has told of the Kommune that covers B leaves B alone."""
    cover = next(g for g, name in sorted(hidden(daten)) if name == "alo_m_zahl" and g != B)
    where = {"schluessel": cover, "jahr": 2020, "summe": "alo_m"}
    told = MAENNER[2020][KOMMUNEN.index(cover)]

    change(daten / "bekannt.csv", where, {"ausgabe": "2020/1", "wert": told, "zeichen": ""})

    assert "G-LECK" in codes(daten)


def test_a_change_beside_the_value_it_starts_from_is_a_leak(daten: Path) -> None:
    """12 men in 2019, and ten fewer."""
    where = {"schluessel": B, "kennzahl": "alo_m_zahl"}

    change(daten / "veraenderungen.csv", where, {"gedruckt": "\u221210", "zeichen": ""})

    assert "G-LECK" in codes(daten)


def test_all_but_two_is_a_leak(tmp_path: Path) -> None:
    fast_alle = dict.fromkeys(MAENNER, (500, 500, 500, 500, 500))
    frauen = {2019: (400, 400, 400, 400, 400), 2020: (400, 498, 400, 400, 400)}
    daten = released(counts(fast_alle, frauen), by_sex(), tmp_path / "daten")
    assert codes(daten) == []

    show(daten, B, "alo_quote", 998)

    assert "G-LECK" in codes(daten)


def test_messages_name_no_figure(daten: Path) -> None:
    show(daten, B, "alo_m_zahl", 2)

    for befund in pruefe_zahlen(daten).befunde:
        assert not any(sign.isdigit() for sign in befund.text + befund.abhilfe), befund
