"""Findings that somebody has to confirm, and the name under which that is done."""

import hashlib
from dataclasses import replace

import pytest
from fragen import eingang
from zahlen import A, B, katalog, kennzahl

from reports.auskunft.bestaetigung import confirm, open_befunde, pruefkennung
from reports.errors import AuswahlFehler, Befund, EingabeFehler, Schwere, Stelle
from reports.intake.bestand import Eingang

ZELLEN = [(A, 2020, "alo", 40), (B, 2021, "alo", 90), (A, 2021, "alo", 44)]


def sprung(zeile: int, text: str = "Sprung bei »alo«.") -> Befund:
    return Befund(
        code="W-UNBESTAETIGT",
        ort=Stelle("probe.csv", "", f"Zeile {zeile}"),
        text=text,
        abhilfe="Prüfen.",
        schwere=Schwere.WARNUNG,
    )


ERKLAERT = replace(sprung(4), code="W-PLAUSIBEL")


def source(*warnungen: Befund) -> Eingang:
    return eingang(ZELLEN, katalog(kennzahl("zahl", "alo")), warnungen=warnungen)


def test_kennung_is_the_beginning_of_the_hash_of_code_place_and_text() -> None:
    text = "W-UNBESTAETIGT\0probe.csv, Zeile 2\0Sprung bei »alo«.\0"

    assert pruefkennung([sprung(2)]) == hashlib.sha256(text.encode()).hexdigest()[:8]


def test_kennung_does_not_depend_on_the_order_of_findings() -> None:
    assert pruefkennung([sprung(2), sprung(3)]) == pruefkennung([sprung(3), sprung(2)])


@pytest.mark.parametrize(
    "other",
    [
        [sprung(2)],
        [sprung(2), sprung(3), sprung(4)],
        [sprung(2), sprung(4)],
        [sprung(2), sprung(3, "Sprung bei »alo« von 1 auf 100.")],
        [sprung(2), replace(sprung(3), ort=Stelle("probe.csv", "", "Zeile 3", 2))],
    ],
    ids=["one less", "one more", "other place", "other text", "more cells"],
)
def test_kennung_of_other_findings_is_another(other: list[Befund]) -> None:
    assert pruefkennung(other) != pruefkennung([sprung(2), sprung(3)])


def test_only_unexplained_findings_are_open() -> None:
    assert open_befunde([sprung(2), ERKLAERT]) == (sprung(2),)


@pytest.mark.parametrize("typed", [" {} ", "{}\n"])
def test_blanks_around_a_kennung_are_no_part_of_it(typed: str) -> None:
    confirm(source(ERKLAERT, sprung(2)), typed.format(pruefkennung([sprung(2)]).upper()))


@pytest.mark.parametrize("given", ["", "1234abcd", pruefkennung([sprung(2)])])
def test_missing_or_stale_kennung_is_refused_with_findings_first(given: str) -> None:
    with pytest.raises(EingabeFehler) as caught:
        confirm(source(sprung(2), ERKLAERT, sprung(3)), given)

    *findings, last = caught.value.befunde
    assert findings == [sprung(2), sprung(3)]
    assert last.code == "E-BESTAETIGUNG"
    assert last.abhilfe.endswith(f"--bestaetigt {pruefkennung([sprung(2), sprung(3)])}")
    assert (f"»{given}«" in last.text) == bool(given)


def test_nothing_open_needs_no_confirmation() -> None:
    confirm(source(ERKLAERT), "")


def test_kennung_is_refused_where_nothing_is_open() -> None:
    with pytest.raises(AuswahlFehler, match="»1234abcd«"):
        confirm(source(ERKLAERT), "1234abcd")
