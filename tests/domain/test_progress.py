"""Progress: how far, and how well that is attested. Silence is one-sided, never disputed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.domain.model import Claim
from store.domain.words import ClaimRole, Delivery, Verification
from tests.domain.builders import batch, claim, owed, stand, words


@pytest.mark.parametrize(
    ("target", "figure", "delivery"),
    [
        ("6000", "6060", Delivery.EXCEEDED),
        ("6000", "6000", Delivery.DELIVERED),
        ("6000", "5999", Delivery.PARTIAL),
        ("6000", "0", Delivery.NOT_STARTED),
        ("6000", "~6100", Delivery.DELIVERED),
        (">3000", "3000", Delivery.PARTIAL),
        (">3000", "9000", Delivery.DELIVERED),
        (">=30", "30", Delivery.DELIVERED),
        ("<=30", "30", Delivery.PARTIAL),
        ("all", "1000", Delivery.PARTIAL),
        (None, "5", Delivery.PARTIAL),
    ],
)
def test_delivery_follows_from_figure_and_debt(target: str | None, figure: str, delivery: Delivery) -> None:
    assert stand(owed(target), claim(figure)).delivery is delivery


def test_nothing_said_is_not_started_and_attested_by_nobody() -> None:
    found = stand(owed())
    assert (found.delivery, found.verification) == (Delivery.NOT_STARTED, Verification.NONE)
    assert found.unproven


@pytest.mark.parametrize("word", list(Delivery))
def test_words_alone_say_how_far_it_is(word: Delivery) -> None:
    assert stand(owed("all"), words(word)).delivery is word


def test_newest_word_counts() -> None:
    assert stand(owed("all"), words(Delivery.PARTIAL, on=20), words(Delivery.PREPARING, on=10)).delivery == "partial"


def test_all_is_delivered_when_a_figure_comes_with_the_word() -> None:
    assert stand(owed("all"), claim("900", says=Delivery.DELIVERED)).delivery is Delivery.DELIVERED


@pytest.mark.parametrize("halt", [Delivery.STALLED, Delivery.REFUSED])
def test_halt_counts_until_more_is_handed_over_and_never_undoes_what_is_done(halt: Delivery) -> None:
    assert stand(owed(), claim("78", on=10), words(halt, on=20)).delivery is halt
    assert stand(owed(), claim("78", on=20), words(halt, on=10)).delivery is Delivery.PARTIAL
    assert stand(owed(), claim("6000", on=10), words(halt, on=20)).delivery is Delivery.DELIVERED


@pytest.mark.parametrize("figure", ["undisclosed", "several", "hundreds"])
def test_batch_without_a_number_still_says_that_something_came(figure: str) -> None:
    found = stand(owed("all"), batch(figure))
    assert found.delivery is Delivery.PARTIAL
    assert found.verification is not Verification.NONE


@pytest.mark.parametrize(
    ("claims", "verification"),
    [
        ([claim("6060")], Verification.ONE_SIDED),
        ([claim("6060", "RU")], Verification.ONE_SIDED),
        ([claim("6060", "RU"), claim("6060", "UA")], Verification.CONFIRMED),
        ([claim("~6000", "RU"), claim("6060", "UA")], Verification.CONFIRMED),
        ([claim("6060", "RU"), claim("6057", "UA")], Verification.DISCREPANT),
        ([claim("6060", "RU"), claim("6060", "ICRC", role=ClaimRole.WITNESS)], Verification.WITNESSED),
        ([claim("6060", "RU"), claim("50", "ICRC", role=ClaimRole.WITNESS)], Verification.DISCREPANT),
        ([claim("6060", "RU"), claim(None, "UA", rejects=True)], Verification.DISPUTED),
        ([claim("6060", "RU"), claim(None, None, rejects=True)], Verification.ONE_SIDED),
        ([claim("6060", "RU"), claim(None, "US", rejects=True)], Verification.ONE_SIDED),
        ([claim("6060", "RU"), claim("3000", "UA", 10)], Verification.ONE_SIDED),
        ([claim("6060"), claim("6060", "RU")], Verification.ONE_SIDED),
        ([words(Delivery.DELIVERED, "RU"), words(Delivery.DELIVERED, "UA")], Verification.CONFIRMED),
        ([words(Delivery.PREPARING, "RU"), words(Delivery.PREPARING, "UA")], Verification.NONE),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_verification_follows_from_who_says_what(claims: list[Claim], verification: Verification) -> None:
    assert stand(owed(), *claims).verification is verification


def test_party_that_denied_and_then_confirmed_disputes_nothing() -> None:
    denied, confirmed = claim(None, "UA", 10, rejects=True), claim("6060", "UA", 20)
    assert stand(owed(), claim("6060", "RU"), denied, confirmed).verification is Verification.CONFIRMED


def test_withheld_figures_are_unverifiable() -> None:
    found = stand(owed("all"), claim("undisclosed", says=Delivery.PARTIAL))
    assert found.verification is Verification.UNVERIFIABLE
    assert found.verification.mark == "?"


def test_stale_figure_of_the_other_side_is_no_discrepancy_but_no_confirmation_of_more_either() -> None:
    assert stand(owed(), claim("6060", "RU", 20), claim("3000", "UA", 10)).attested_by == ("RU",)


@given(st.lists(st.tuples(st.integers(0, 9999), st.integers(3, 25)), min_size=1, max_size=6))
def test_silence_of_the_other_side_is_never_disputed(said: list[tuple[int, int]]) -> None:
    found = stand(owed(), *(claim(str(number), "RU", on) for number, on in said))
    assert found.verification is Verification.ONE_SIDED
    assert found.silent == ("UA",)


@pytest.mark.parametrize("verification", list(Verification))
def test_one_mark_says_whether_one_side_both_or_a_quarrel_stands_behind_it(verification: Verification) -> None:
    marks = {"one_sided": "?", "unverifiable": "?", "confirmed": "=", "witnessed": "=", "none": ""}
    assert verification.mark == marks.get(verification.value, "!")
