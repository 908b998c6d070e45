"""Quantities: how many, how surely, and what may never become a denominator."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.domain.quantities import Qualifier, Quantity, exact, format_figure, parse_figure

NUMBERS = st.integers(0, 2**53)


def figures() -> st.SearchStrategy[str]:
    """Write figures as they may stand in a record."""
    marked = st.builds(lambda mark, number: f"{mark}{number}", st.sampled_from(["", "~", ">", ">=", "<="]), NUMBERS)
    between = st.tuples(NUMBERS, NUMBERS).map(lambda pair: f"{min(pair)}..{max(pair)}")
    return marked | between | st.sampled_from(["all", "several", "hundreds", "undisclosed"])


@given(figures())
def test_figure_is_written_back_as_it_was_read(text: str) -> None:
    assert format_figure(parse_figure(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6000", exact(6000)),
        ("6,000", exact(6000)),
        ("6 000", exact(6000)),
        ("~6000", Quantity(Qualifier.ABOUT, point=6000)),
        (">3000", Quantity(Qualifier.OVER, low=3001)),
        (">=30", Quantity(Qualifier.AT_LEAST, low=30)),
        ("<=30", Quantity(Qualifier.AT_MOST, high=30)),
        ("20..30", Quantity(Qualifier.BETWEEN, low=20, high=30)),
        ("ALL", Quantity(Qualifier.ALL)),
    ],
)
def test_figure_means_what_its_sign_says(text: str, expected: Quantity) -> None:
    assert parse_figure(text) == expected


@pytest.mark.parametrize(
    "text", ["", "many", "-5", "1.5", "6k", "about 6000", "30..20", "~20..30", ">=20..30", str(2**53 + 1), "9" * 5000]
)
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_figure(text)


@pytest.mark.parametrize(
    "bounds", [{"low": -1}, {"low": 5, "high": 4}, {"low": 5, "point": 4}, {"point": 5, "high": 4}]
)
def test_quantity_that_cannot_be_is_never_built(bounds: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="quantity"):
        Quantity(Qualifier.BETWEEN, **bounds)


@pytest.mark.parametrize("text", ["all", "several", "hundreds", "undisclosed", ">3000", ">=30", "<=30", "20..30", "0"])
def test_words_and_bounds_are_no_denominator(text: str) -> None:
    assert parse_figure(text).denominator is None


@pytest.mark.parametrize("text", ["all", "several", "hundreds", "undisclosed", "<=30"])
def test_unknown_number_is_none_and_never_zero(text: str) -> None:
    assert parse_figure(text).number is None


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("~6000", "6060", True),
        ("~6000", "6300", True),
        ("~6000", "6301", False),
        ("6060", "6057", False),
        ("6000", "6000", True),
        (">3000", "3000", False),
        (">3000", "3001", True),
        (">=30", "30", True),
        ("<=30", "31", False),
        ("20..30", "30..40", True),
        ("20..30", "31", False),
        ("undisclosed", "5", True),
    ],
)
def test_figures_agree_when_both_can_be_true_of_one_count(one: str, other: str, agree: bool) -> None:
    assert parse_figure(one).agrees_with(parse_figure(other)) is agree
    assert parse_figure(other).agrees_with(parse_figure(one)) is agree


@given(figures())
def test_every_figure_agrees_with_itself(text: str) -> None:
    assert parse_figure(text).agrees_with(parse_figure(text))
