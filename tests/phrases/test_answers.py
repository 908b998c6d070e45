"""What an answer holds beside its days: the looser reading, the rules, the words, and what it refuses."""

import subprocess
import sys
import warnings
from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest

from store.errors import UsageError
from store.phrases import Kind, PhraseWindow, find, resolve

MONDAY = date(2025, 6, 2)
ROOT = Path(__file__).parents[2]


def window(text: str, reference: date = MONDAY, tense: str | None = "future", lang: str = "en") -> PhraseWindow:
    answer = resolve(text, reference, tense, lang)
    assert answer is not None, text
    return answer


def test_ambiguous_words_have_a_looser_reading() -> None:
    coming = window("in the coming week")
    assert (coming.edtf, coming.loose_edtf) == ("2025-06-03/2025-06-09", "2025-06-03/2025-06-15")
    early = window("before early July")
    assert (early.edtf, early.loose_edtf) == ("../2025-06-30", "../2025-07-10")
    weekday = window("next Friday")
    assert (weekday.edtf, weekday.loose_edtf) == ("2025-06-13", "2025-06-06/2025-06-13")
    assert window("by the end of June").loose_edtf is None


def test_an_answer_goes_into_the_record_as_a_window() -> None:
    kept = window("before early July").window()
    assert (kept.latest, kept.last_day) == (date(2025, 6, 30), date(2025, 7, 10))
    assert (kept.phrase, kept.rule) == ("before early July", "before X")


def test_an_answer_names_its_rules_from_the_smallest_part_to_the_whole() -> None:
    answer = window("no later than the end of next week")
    assert [name for name, _ in answer.rules] == [
        "this, next or last unit",
        "beginning or end of a period",
        "by X",
    ]
    assert answer.rule == "by X"
    assert all(meaning for _, meaning in answer.rules)
    assert answer.why[-1].startswith("by X: up to its last day")


def test_an_answer_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        window("tomorrow").rule = "another"  # type: ignore[misc]


@pytest.mark.parametrize("text", ["tomorrow", "by Friday", "June 22", "within two weeks", "the 5th of next month"])
def test_a_relative_phrase_without_a_reference_day_says_so(text: str) -> None:
    with pytest.raises(UsageError, match="depends on the day it was said"):
        resolve(text, None)


@pytest.mark.parametrize("text", ["2025-06-22", "22 June 2025", "by the end of June 2025", "Q3 2025", "three days"])
def test_a_phrase_that_says_all_needs_no_reference_day(text: str) -> None:
    answer = resolve(text, None)
    assert answer is not None
    assert not answer.relative


def test_an_answer_tells_whether_it_hangs_on_the_reference_day() -> None:
    assert window("between June 9, 2025 and tomorrow", date(2025, 7, 1)).relative
    assert not window("from June 9, 2025 to July 2, 2025").relative


@pytest.mark.parametrize(("tense", "lang"), [("present", "en"), (None, "fr")])
def test_an_unknown_tense_or_language_is_refused(tense: str | None, lang: str) -> None:
    with pytest.raises(UsageError):
        resolve("tomorrow", MONDAY, tense, lang)


def test_the_words_of_a_condition_are_its_whole_clause() -> None:
    answer = window("talks resume once the exchange is complete, officials say")
    assert (answer.kind, answer.phrase) == (Kind.CONDITIONAL, "once the exchange is complete")


def test_a_calendar_day_wins_over_a_condition_and_a_condition_over_a_length() -> None:
    assert window("if both sides agree, by the end of June").edtf == "../2025-06-30"
    assert window("a 30-day truce once both sides sign").kind is Kind.CONDITIONAL


def test_the_day_something_was_said_is_not_what_was_said() -> None:
    clause = "officials said on Monday the exchange would be finished by the end of June"
    assert window(clause, date(2025, 6, 4), None).edtf == "../2025-06-30"


def test_what_does_not_happen_until_a_day_may_happen_from_it_on() -> None:
    assert window("the corridor will not open before June 20").edtf == "2025-06-20/.."
    assert (
        window("the corridor opened before June 20", tense="past", reference=date(2025, 6, 25)).edtf == "../2025-06-19"
    )


def test_lengths_and_conditions_are_found_only_when_asked_for() -> None:
    text = "A 30-day truce begins once both sides sign."
    assert find(text, MONDAY) == ()
    assert [one.window.kind for one in find(text, MONDAY, undated=True)] == [Kind.DURATION, Kind.CONDITIONAL]


def test_a_day_in_full_is_read_however_it_is_written() -> None:
    assert window("22 / 06 / 2025").edtf == "2025-06-22"
    assert window("20250622").edtf == "2025-06-22"
    assert resolve("31 / 02 / 2025", MONDAY) is None or window("31 / 02 / 2025").kind is not Kind.POINT


def test_what_is_found_tells_where_it_stands_and_what_it_comes_to() -> None:
    text = "The talks are due on June 22, officials said."
    (one,) = find(text, MONDAY)
    start, end, answer = one
    assert text[start:end] == one.phrase == answer.phrase == "June 22"
    assert (one.span, one.kind) == ((21, 28), Kind.POINT)
    assert (one.earliest, one.latest) == (date(2025, 6, 22), date(2025, 6, 22))


TRAPS = {
    "June 22-24": "2025-06-22/2025-06-24",
    "on Monday": "2025-06-02",
    "by the end of June": "../2025-06-30",
    "before early July": "../2025-06-30",
    "after June 22": "2025-06-23/..",
    "a second round": None,
    "about 20% of": None,
    "22": None,
    "may": None,
}
"""What a library of points gets wrong: the same weekday, a pair of days, bounds, bare numbers and words."""


@pytest.mark.parametrize("text", TRAPS)
def test_what_a_library_of_points_gets_wrong_does_not_reach_the_answer(text: str) -> None:
    answer = resolve(text, MONDAY, "future")
    assert (None if answer is None else answer.edtf) == TRAPS[text]


def test_the_text_form_is_edtf() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from edtf import parse_edtf
    for text in ("tomorrow", "next week", "by the end of June", "after June 22", "early July"):
        answer = window(text)
        parsed = parse_edtf(answer.edtf)
        if answer.earliest is not None:
            assert parsed.lower_strict()[:3] == answer.earliest.timetuple()[:3]
        if answer.latest is not None:
            assert parsed.upper_strict()[:3] == answer.latest.timetuple()[:3]


def test_nothing_slow_is_loaded_for_what_the_grammar_knows() -> None:
    code = (
        "import sys, datetime; from store.phrases import resolve, find\n"
        "day = datetime.date(2025, 6, 2)\n"
        "assert resolve('by the end of June', day).edtf == '../2025-06-30'\n"
        "assert resolve('до конца июня', day, lang='ru').edtf == '../2025-06-30'\n"
        "find('Talks resume on Monday, 30 June 2025.', day)\n"
        "print(sorted(set(sys.modules) & {'dateparser', 'sqlite3', 'pysqlite3', 'textual', 'rich', 'regex'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
