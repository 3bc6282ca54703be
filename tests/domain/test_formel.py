import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.domain.formel import FormelError, Summe, parse_summe

TERME = st.lists(
    st.tuples(st.sampled_from([1, -1]), st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)),
    min_size=1,
    max_size=6,
)


@pytest.mark.parametrize(
    ("text", "terme"),
    [
        ("bev", ((1, "bev"),)),
        ("zuzuege - fortzuege", ((1, "zuzuege"), (-1, "fortzuege"))),
        ("a+b-c", ((1, "a"), (1, "b"), (-1, "c"))),
        ("- a + b", ((-1, "a"), (1, "b"))),
        ("  bev_65p  +  bev_u3 ", ((1, "bev_65p"), (1, "bev_u3"))),
        ("a - a", ((1, "a"), (-1, "a"))),
    ],
)
def test_signed_sum_is_read(text: str, terme: tuple[tuple[int, str], ...]) -> None:
    assert parse_summe(text).terme == terme


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "+", "a b", "a +", "a + + b", "a -- b", "a * b", "a / b", "2 * a", "a + 1"),
        *("(a + b)", "A", "bevölkerung", "_a", "1a", "a; b", "a − b", "a +\n", "a,b"),
    ],
)
def test_anything_but_a_signed_sum_is_refused(text: str) -> None:
    with pytest.raises(FormelError):
        parse_summe(text)


def test_merkmale_stand_in_the_order_written() -> None:
    assert parse_summe("c - a + b").merkmale == ("c", "a", "b")


@pytest.mark.parametrize("text", ["a - b", "- a + b", "a"])
def test_sum_is_written_as_it_was_read(text: str) -> None:
    assert str(parse_summe(text)) == text


@given(TERME)
def test_every_sum_survives_writing_and_reading(terme: list[tuple[int, str]]) -> None:
    summe = Summe(tuple(terme))

    assert parse_summe(str(summe)) == summe
