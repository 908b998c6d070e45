"""What was known on a day."""

import pytest

from store.domain.knowledge import judged, judged_word, known
from store.domain.words import Aspect
from tests.domain.builders import claim, judgement, june


def test_later_facts_are_left_out_and_the_rest_is_oldest_first() -> None:
    late, early = claim("2", on=20), claim("1", on=10)
    assert known([late, early], june(20)) == [early, late]
    assert known([late, early], june(19)) == [early]
    assert known([late, early], june(9)) == []


def test_corrected_fact_is_left_out_from_the_day_of_its_correction() -> None:
    wrong = claim("6600", on=10)
    right = claim("6060", on=20, supersedes=wrong.id)
    assert known([wrong, right], june(19)) == [wrong]
    assert known([wrong, right], june(20)) == [right]


def test_correction_of_a_correction_leaves_only_the_last() -> None:
    first = claim("1", on=10)
    second = claim("2", on=11, supersedes=first.id)
    third = claim("3", on=12, supersedes=second.id)
    assert known([first, second, third], june(25)) == [third]


def test_newest_judgement_of_an_aspect_holds() -> None:
    first, second = judgement(Aspect.DELIVERY, "partial", 10), judgement(Aspect.DELIVERY, "delivered", 12)
    other = judgement(Aspect.VERIFICATION, "disputed", 13)
    assert judged([second, first, other], Aspect.DELIVERY, june(25)) == second
    assert judged([second, first, other], Aspect.DELIVERY, june(11)) == first
    assert judged([second, first, other], Aspect.INSTRUMENT, june(25)) is None


@pytest.mark.parametrize(("day", "word"), [(9, None), (10, "partial"), (12, None)])
def test_judgement_that_was_taken_back_holds_only_until_then(day: int, word: str | None) -> None:
    said = [judgement(Aspect.DELIVERY, "partial", 10), judgement(Aspect.DELIVERY, None, 12)]
    assert judged_word(said, Aspect.DELIVERY, june(day)) == word
