"""What earlier editions have told already is told to the office, and stops no edition."""

from dataclasses import replace
from pathlib import Path

import pytest
from ordner import Ordner

from reports.audit.funde import burden
from reports.audit.zahlen import Zahlenpruefung, pruefe_zahlen

EBEN = Ordner(
    zahlen="A alo 2020 40\nB alo 2020 *\nC alo 2020 *\nR alo 2020 102\numland alo 2020 62"
)


def audit(folder: Path, *earlier: str, ordner: Ordner = EBEN) -> Zahlenpruefung:
    """The check of a folder after editions that have told these counts."""
    return pruefe_zahlen(replace(ordner, frueher="\n".join(earlier)).write(folder / "daten"))


def test_a_secret_that_an_earlier_edition_has_told_itself_stops_nothing(tmp_path: Path) -> None:
    found = audit(tmp_path, "2020/1 B alo 2020 2", "2020/1 C alo 2020 60")

    assert found.befunde == ()
    assert found.altlasten == ("Ort B 2020, alo", "Ort C 2020, alo")


def test_a_secret_that_follows_from_earlier_editions_alone_stops_nothing(tmp_path: Path) -> None:
    """In 2020 the Umland was told to be 62 and C to be 60."""
    found = audit(tmp_path, "2020/1 umland alo 2020 62", "2020/1 C alo 2020 60")

    assert found.befunde == ()
    assert set(found.altlasten) == {"Ort B 2020, alo", "Ort C 2020, alo"}


def test_a_secret_that_follows_only_together_with_the_edition_is_a_leak(tmp_path: Path) -> None:
    """Of an earlier edition it is only C that is known; the Umland stands in this one."""
    found = audit(tmp_path, "2020/1 C alo 2020 60")

    assert {befund.ort for befund in found.befunde} == {"Ort B 2020, alo"}
    assert found.altlasten == ("Ort C 2020, alo",)


@pytest.mark.parametrize(("c", "leaks"), [("*", set()), ("1", {"Ort B 2020, alo"})])
def test_an_edition_that_narrows_down_what_was_nearly_known_leaks(
    c: str, leaks: set[str], tmp_path: Path
) -> None:
    """B and C were told to be three together; beside C's one, B is two."""
    ordner = Ordner(zahlen=f"A alo 2020 40\nB alo 2020 *\nC alo 2020 {c}")

    told = ("2020/1 umland alo 2020 3", "2020/1 B alo 2020 *", "2020/1 C alo 2020 *")
    found = audit(tmp_path, *told, ordner=ordner)

    assert {b.ort for b in found.befunde} - {"Ort C 2020, alo"} == leaks


def test_what_the_edition_tells_again_is_no_burden_of_the_past(tmp_path: Path) -> None:
    """B's two stands in this edition as well, in the row of another Kennzahl."""
    ordner = replace(
        EBEN,
        zahlen=EBEN.zahlen + "\nB bev 2020 1000",
        quoten="B quote 2020 2/1000 0,2",
        prozente={"quote": ("alo", "bev")},
    )

    found = audit(tmp_path, "2020/1 B alo 2020 2", ordner=ordner)

    assert {befund.code for befund in found.befunde} == {"G-LECK"}
    assert found.altlasten == ()


def test_an_edition_that_tells_nothing_new_is_not_taken_for_the_earlier_one(
    tmp_path: Path,
) -> None:
    """All rows of the list are from before, since this edition only repeats them."""
    lines = [line for line in EBEN.zahlen.splitlines() if "*" not in line]
    earlier = [f"2020/1 {line}" for line in (*lines, "B alo 2020 2")]

    assert audit(tmp_path, *earlier).befunde == ()


def test_a_revised_figure_is_no_burden_of_the_past_where_the_edition_gives_it_away(
    tmp_path: Path,
) -> None:
    """Twelve were told of B; now B is hidden, and 102 less 40 and 60 are two."""
    ordner = Ordner(zahlen="A alo 2020 40\nB alo 2020 *\nC alo 2020 60\nR alo 2020 102")

    found = audit(tmp_path, "2020/1 B alo 2020 12", ordner=replace(ordner, berichtigt=True))

    assert {befund.ort for befund in found.befunde} == {"Ort B 2020, alo"}
    assert found.altlasten == ()


def test_a_revised_figure_that_is_covered_passes(tmp_path: Path) -> None:
    """What would follow from the figure that was told is not true any more."""
    found = audit(tmp_path, "2020/1 B alo 2020 12", ordner=replace(EBEN, berichtigt=True))

    assert (found.befunde, found.altlasten) == ((), ())


@pytest.mark.parametrize(
    ("earlier", "leaks"),
    [
        ([], set()),
        (
            ["2020/1 A alo 2020 *", "2020/1 B alo 2020 *", "2020/1 C alo 2020 5"],
            {"Ort A 2020, alo", "Ort B 2020, alo", "Ort C 2020, alo", "Ort umland 2020, alo"},
        ),
    ],
)
def test_a_sign_beside_shown_counts_told_from_zero_and_still_does(
    earlier: list[str], leaks: set[str], tmp_path: Path
) -> None:
    """All three are left out now; with one at least in A and in B, three leave nobody room."""
    ordner = Ordner(zahlen="A alo 2020 *\nB alo 2020 *\nC alo 2020 *\nR alo 2020 3")

    found = audit(tmp_path, *earlier, ordner=replace(ordner, berichtigt=True))

    assert {befund.ort for befund in found.befunde} == leaks


def test_the_office_is_told_once_and_without_the_figures(tmp_path: Path) -> None:
    warnung = burden(audit(tmp_path, "2020/1 B alo 2020 2", "2020/1 C alo 2020 60").altlasten)

    assert (warnung.code, warnung.ort) == ("W-ALTLAST", "Ort B 2020, alo und 1 weitere")
    assert "60" not in str(warnung)
