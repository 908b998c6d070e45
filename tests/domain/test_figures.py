"""Figures by voice: what is summed, what never is, and which figure leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.domain.figures import delivered
from store.domain.quantities import Qualifier, Quantity, exact, parse_figure
from store.domain.words import ClaimRole, Measure, Strength
from tests.domain.builders import batch, claim


def test_batches_of_one_voice_are_summed() -> None:
    assert delivered([batch("303", covers="10"), batch("307", covers="11")]).quantity == exact(610)


def test_one_batch_told_twice_counts_once() -> None:
    twice = [batch("303", covers="10", on=11), batch("305", covers="10", on=12)]
    assert delivered(twice).quantity == delivered(twice[::-1]).quantity == exact(305)
    event = [batch("303", exchange="E1", on=11), batch("305", exchange="E1", on=12)]
    assert delivered(event).quantity == exact(305)


def test_batches_are_never_added_to_a_cumulative_figure() -> None:
    figures = [batch("1200", covers="13"), batch("1200", covers="14"), claim("6060", on=22)]
    assert delivered(figures).quantity == exact(6060)
    assert delivered([claim("1000"), batch("1200", covers="21", on=21)]).quantity == exact(1200)


def test_batches_of_both_directions_are_never_added() -> None:
    there = claim("300", on=10, measure=Measure.BATCH, covers="10", way=("RU", "UA"))
    back = claim("280", on=12, measure=Measure.BATCH, covers="12", way=("UA", "RU"))
    leading = delivered([there, back]).leading
    assert leading is not None
    assert leading.number in (300, 280)


@pytest.mark.parametrize("measure", [Measure.STOCK, Measure.OWED, Measure.PROGRESS])
def test_stock_debt_and_words_are_not_delivered(measure: Measure) -> None:
    assert delivered([claim("3000", measure=measure)]).quantity is None


def test_voices_are_never_added() -> None:
    assert delivered([batch("500", "RU", covers="10"), batch("500", "UA", covers="11")]).leading is not None
    weighed = delivered([batch("500", "RU", covers="10", on=20), batch("500", "UA", covers="11", on=20)])
    assert weighed.quantity == exact(500)
    assert {figure.voice for figure in weighed.voices} == {"RU", "UA"}


@pytest.mark.parametrize(
    ("figures", "total"),
    [(("303", "~300"), "~603"), (("303", ">=20"), ">=323"), ((">9", "20..30"), ">=30"), (("~10", "~20"), "~30")],
)
def test_sum_is_no_surer_than_its_parts(figures: tuple[str, str], total: str) -> None:
    first, second = figures
    assert delivered([batch(first, covers="10"), batch(second, covers="11")]).quantity == parse_figure(total)


def test_newest_cumulative_figure_of_a_voice_counts() -> None:
    assert delivered([claim("3000", "RU", 10), claim("6000", "RU", 20)]).quantity == exact(6000)


def test_of_one_day_the_more_directly_said_figure_counts() -> None:
    headline = claim("6000", "RU", strength=Strength.HEADLINE)
    assert delivered([headline, claim("~5900", "RU")]).quantity == parse_figure("~5900")


def test_receivers_figure_leads_on_one_day() -> None:
    debtor = claim("6060", "RU", role=ClaimRole.DEBTOR)
    creditor = claim("6057", "UA", role=ClaimRole.CREDITOR)
    for figures in ([debtor, creditor], [creditor, debtor]):
        leading = delivered(figures).leading
        assert leading is not None
        assert leading.voice == "UA"


def test_contradicting_figures_give_the_bounds() -> None:
    weighed = delivered([claim("6060", "RU", role=ClaimRole.DEBTOR), claim("6057", "UA", role=ClaimRole.CREDITOR)])
    assert [figure.number for figure in weighed.against] == [6060]
    assert weighed.quantity == Quantity(Qualifier.BETWEEN, 6057, 6057, 6060)


@pytest.mark.parametrize(
    ("older", "against"), [(("3000", 10), 0), (("3000", 20), 1), (("6600", 10), 1)], ids=["stale", "same day", "larger"]
)
def test_only_a_smaller_figure_of_earlier_days_may_be_stale(older: tuple[str, int], against: int) -> None:
    figure, on = older
    assert len(delivered([claim("6060", "UA", 20), claim(figure, "RU", on)]).against) == against


def test_rounded_figure_agrees_with_the_count() -> None:
    assert delivered([claim("6060", "UA"), claim("~6000", "RU")]).against == ()


def test_withheld_figure_is_undisclosed_and_no_figure_is_nothing() -> None:
    assert delivered([batch("undisclosed")]).quantity == Quantity(Qualifier.UNDISCLOSED)
    assert delivered([batch("several")]).quantity is None
    assert delivered([]).quantity is None


def test_denied_figure_is_nobodys_figure() -> None:
    assert delivered([claim("6060", "UA", rejects=True)]).voices == ()


@given(st.lists(st.tuples(st.integers(0, 9999), st.integers(1, 25), st.booleans()), max_size=8))
def test_one_voice_never_contradicts_itself(said: list[tuple[int, int, bool]]) -> None:
    made = [claim(str(n), "RU", on, measure=Measure.BATCH if part else Measure.CUMULATIVE) for n, on, part in said]
    weighed = delivered(made)
    assert weighed.against == ()
    assert len(weighed.voices) == (1 if said else 0)
