"""The standing of a commitment: every axis apart, no percentage without a denominator."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.domain.words import Aspect, Delivery, Instrument, Verification
from tests.domain.builders import batch, claim, judgement, owed, stand, words


@pytest.mark.parametrize("target", ["all", "undisclosed", "several", "hundreds", ">3000", ">=30", "<=30", "20..30"])
@pytest.mark.parametrize("figure", ["78", "~6000", "undisclosed", ">5"])
def test_without_a_denominator_there_is_never_a_percentage(target: str, figure: str) -> None:
    found = stand(owed(target), claim(figure))
    assert (found.percent, found.remaining, found.surplus) == (None, None, None)


@pytest.mark.parametrize(
    ("figure", "remaining", "surplus", "percent"),
    [("6060", 0, 60, 101.0), ("78", 5922, 0, 1.3), ("6000", 0, 0, 100.0), ("~3000", 3000, 0, 50.0)],
)
def test_surplus_and_rest_are_named(figure: str, remaining: int, surplus: int, percent: float) -> None:
    found = stand(owed("6000"), claim(figure))
    assert (found.remaining, found.surplus, found.percent) == (remaining, surplus, percent)


def test_no_figure_is_not_zero() -> None:
    found = stand(owed(), words(Delivery.PARTIAL))
    assert found.delivered is None
    assert found.percent is None


@pytest.mark.parametrize("instrument", [i for i in Instrument if not i.owed])
def test_what_is_not_owed_is_not_reckoned(instrument: Instrument) -> None:
    found = stand(owed(instrument=instrument), claim("78"))
    assert not found.owed
    assert (found.remaining, found.surplus, found.percent) == (None, None, None)


@pytest.mark.parametrize(
    ("reading", "counts"), [("strict", True), ("UA", True), ("RU", False), ("common", False), ("US", False)]
)
def test_commitment_of_one_sides_word_is_owed_on_its_reading_alone(reading: str, counts: bool) -> None:
    found = stand(owed(recognised=["UA"], instrument=Instrument.ANNOUNCED), claim("78"), reading=reading)
    assert found.owed is counts
    assert (found.percent is not None) is counts
    assert found.delivery is Delivery.PARTIAL


@pytest.mark.parametrize(("recognised", "common"), [(["RU", "UA"], True), (["RU"], False), ([], False)])
def test_common_reading_needs_every_bound_party(recognised: list[str], common: bool) -> None:
    assert stand(owed(recognised=recognised), reading="common").owed is common
    assert stand(owed(recognised=recognised), reading="strict").owed


def test_judgements_override_each_on_its_own_axis_and_are_named() -> None:
    delivery = judgement(Aspect.DELIVERY, "stalled")
    found = stand(owed(), claim("78", "RU"), judgements=[delivery])
    assert (found.delivery, found.verification) == (Delivery.STALLED, Verification.ONE_SIDED)
    assert found.judged == (delivery,)
    verified = judgement(Aspect.VERIFICATION, "disputed")
    both = stand(owed(), claim("78", "RU"), judgements=[delivery, verified])
    assert (both.delivery, both.verification) == (Delivery.STALLED, Verification.DISPUTED)
    assert both.percent == 1.3


def test_judgement_taken_back_lets_the_claims_speak() -> None:
    said = [judgement(Aspect.DELIVERY, "refused", 20), judgement(Aspect.DELIVERY, None, 21)]
    found = stand(owed(), claim("78"), judgements=said)
    assert found.delivery is Delivery.PARTIAL
    assert found.judged == ()
    assert stand(owed(), claim("78"), judgements=said, on=20).delivery is Delivery.REFUSED


def test_judged_instrument_decides_what_is_owed() -> None:
    agreed = judgement(Aspect.INSTRUMENT, "agreed")
    assert stand(owed(instrument=Instrument.OFFERED), judgements=[agreed]).owed
    withdrawn = judgement(Aspect.INSTRUMENT, "withdrawn")
    assert not stand(owed(), judgements=[withdrawn]).owed


def test_two_articles_of_one_origin_count_once() -> None:
    assert stand(owed(), claim("78", origin="wire"), claim("78", origin="wire")).origins == 1
    assert stand(owed(), claim("78", origin="other")).origins == 2


def test_silent_parties_are_those_that_say_nothing_of_delivery() -> None:
    assert stand(owed(by="UA"), claim("78", "RU")).silent == ("UA",)
    assert stand(owed(), claim("78")).silent == ("RU", "UA")
    assert stand(owed(), claim("78", "RU"), claim(None, "UA", rejects=True)).silent == ()


@given(st.lists(st.tuples(st.integers(0, 9999), st.sampled_from(["RU", "UA", None]), st.integers(3, 25)), max_size=6))
def test_later_facts_never_change_an_earlier_day(said: list[tuple[int, str | None, int]]) -> None:
    claims = [batch(str(number), by, on) for number, by, on in said]
    early = [claim for claim in claims if claim.known_on.day <= 12]
    terms = owed()
    assert stand(terms, *claims, on=12) == stand(terms, *early, on=12)
