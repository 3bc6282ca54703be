"""Ranks: the highest value is first, equals share a place, what is not released has none."""

from zahlen import A, B, C, edition, katalog, kennzahl, material

from reports.comparison.position import Rang
from reports.domain.zeichen import Kennzeichen, Zeichen

QUOTE = katalog(kennzahl("x", "alo", "bev"))


def ranks(*alo: int | Zeichen, bev: int = 10_000) -> dict[str, Rang]:
    """The ranks of three Kommunen by their rate."""
    areas = (A, B, C)
    zellen = [(k, 2020, "alo", w) for k, w in zip(areas, alo, strict=True)]
    zellen += [(k, 2020, "bev", bev) for k in areas]
    return dict(material(zellen, QUOTE, edition(2011, 2020)).raenge["x"])


def rank(rang: int, anzahl: int = 3, *, geteilt: bool = False) -> Rang:
    return Rang(rang=rang, anzahl=anzahl, geteilt=geteilt)


def test_the_highest_value_is_first() -> None:
    assert ranks(500, 700, 600) == {A: rank(3), B: rank(1), C: rank(2)}


def test_equals_share_the_better_place_and_the_next_one_is_left_out() -> None:
    assert ranks(700, 700, 600) == {A: rank(1, geteilt=True), B: rank(1, geteilt=True), C: rank(3)}


def test_equals_at_the_end_share_the_second_place() -> None:
    assert ranks(600, 700, 600) == {A: rank(2, geteilt=True), B: rank(1), C: rank(2, geteilt=True)}


def test_what_is_printed_alike_has_the_same_place() -> None:
    """5,01 % and 5,04 % are both printed 5,0."""
    assert ranks(501, 504, 700) == {A: rank(2, geteilt=True), B: rank(2, geteilt=True), C: rank(1)}


def test_a_suppressed_value_has_no_place_and_is_not_counted() -> None:
    assert ranks(2, 700, 600) == {B: rank(1, 2), C: rank(2, 2)}


def test_two_suppressed_values_cannot_be_told_apart() -> None:
    assert ranks(1, 2, 600) == ranks(2, 1, 600)


def test_a_sign_has_no_place() -> None:
    assert ranks(Zeichen.UNSICHER, 700, 600) == {B: rank(1, 2), C: rank(2, 2)}


def test_groups_have_no_place() -> None:
    assert set(ranks(500, 700, 600)) == {A, B, C}


def test_more_than_nothing_stands_above_nothing() -> None:
    """A count that is 0 after rounding is printed »k« and not 0."""
    anzahl = katalog(kennzahl("x", "alo"))
    zellen = [(A, 2020, "alo", 0), (B, 2020, "alo", 0, Kennzeichen.GERUNDET_NULL)]

    found = material([*zellen, (C, 2020, "alo", 5)], anzahl, edition(2011, 2020)).raenge["x"]

    assert found == {C: rank(1), B: rank(2), A: rank(3)}
