"""What holds of every phrase, whatever is in it."""

import calendar
import string
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.errors import UsageError
from store.phrases import Kind, PhraseWindow, find, resolve

DAY = timedelta(days=1)
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
TENSES = st.sampled_from([None, "past", "future"])
MONTHS = list(calendar.month_name)[1:]
WEEKDAYS = list(calendar.day_name)
NUMBERS = st.integers(1, 28)

NAMED_DAYS = st.one_of(
    st.builds("{} {}".format, st.sampled_from(MONTHS), NUMBERS),
    st.builds("{1} {0} {2}".format, st.sampled_from(MONTHS), NUMBERS, st.integers(1990, 2060)),
    st.builds(date.isoformat, DAYS),
    st.sampled_from(["today", "tomorrow", "yesterday", *(f"next {name}" for name in WEEKDAYS)]),
)
"""Words that come to one day, the same beside a word of bound as without it."""
PERIODS = st.one_of(
    st.sampled_from(["next week", "last month", "this year", "next quarter", "this summer", "the weekend of June 7"]),
    st.builds("{} {}".format, st.sampled_from(MONTHS), st.integers(1990, 2060)),
    st.builds("mid-{} {}".format, st.sampled_from(MONTHS), st.integers(1990, 2060)),
)
ANY_PERIODS = st.one_of(NAMED_DAYS, PERIODS)
WEEKLY = st.sampled_from(
    [
        "next week", "this week", "last week", "the week after next", "the weekend", "next weekend", "tomorrow",
        "early next week", "by the end of this week", "later this week", "after next week", "within two weeks",
        "in the coming days", "three days ago", *WEEKDAYS, *(f"last {name}" for name in WEEKDAYS),
        *(f"by {name}" for name in WEEKDAYS), *(f"{name} of next week" for name in WEEKDAYS),
    ]
)  # fmt: skip
"""Phrases that go by weeks and days alone."""
WORDS_OF_DATES = (
    "the a of in on by to from until before after between and or not no early mid late end start first second half "
    "last next this coming past week month year days weeks June May march Monday sat 22 3rd 2025 2025-06-22 few two "
    "within ago since at least up to as soon as once rest later so far noon , . - ( ) / ' 1,000 30-day Q3 spring "
    "до конца июня через две недели с по в понедельник наступного тижня к не позднее"
)
FRAGMENTS = st.sampled_from(WORDS_OF_DATES.split())


def shifted(answer: PhraseWindow | None, days: int) -> tuple[date | None, date | None]:
    """Return the ends of an answer, moved."""
    if answer is None:
        return None, None
    move = timedelta(days=days)
    return (
        answer.earliest + move if answer.earliest else None,
        answer.latest + move if answer.latest else None,
    )


def some(answer: PhraseWindow | None) -> PhraseWindow:
    assert answer is not None
    return answer


@given(ANY_PERIODS, DAYS, TENSES)
def test_by_x_ends_where_x_ends(words: str, day: date, tense: str | None) -> None:
    bounded = some(resolve(f"by {words}", day, tense or "future"))
    assert (bounded.earliest, bounded.latest) == (None, some(resolve(words, day, tense or "future")).latest)


@given(ANY_PERIODS, DAYS, TENSES)
def test_before_x_ends_the_day_before_x_begins(words: str, day: date, tense: str | None) -> None:
    bounded = some(resolve(f"before {words}", day, tense or "future"))
    first = some(resolve(words, day, tense or "future")).earliest
    assert first is not None
    assert (bounded.earliest, bounded.latest) == (None, first - DAY)


@given(ANY_PERIODS, DAYS, TENSES)
def test_after_x_begins_the_day_after_x_ends(words: str, day: date, tense: str | None) -> None:
    bounded = some(resolve(f"after {words}", day, tense or "future"))
    last = some(resolve(words, day, tense or "future")).latest
    assert last is not None
    assert (bounded.earliest, bounded.latest) == (last + DAY, None)


@given(WEEKLY, DAYS, st.sampled_from(["past", "future"]), st.integers(-50, 50))
def test_moving_the_reference_by_weeks_moves_the_answer_by_weeks(words: str, day: date, tense: str, weeks: int) -> None:
    moved = resolve(words, day + timedelta(days=7 * weeks), tense)
    assert shifted(moved, 0) == shifted(resolve(words, day, tense), 7 * weeks)


@given(st.lists(FRAGMENTS, max_size=14).map(" ".join), DAYS, TENSES, st.sampled_from(["en", "ru", "uk"]))
@settings(max_examples=600)
def test_any_words_of_dates_give_a_sound_answer_or_none(words: str, day: date, tense: str | None, lang: str) -> None:
    answer = resolve(words, day, tense, lang)
    if answer is not None:
        check(answer)


def check(answer: PhraseWindow) -> None:
    """Expect an answer to agree with itself."""
    first, last = answer.earliest, answer.latest
    assert first is None or last is None or first <= last
    shapes = {
        Kind.POINT: first is not None and first == last,
        Kind.WINDOW: first is not None and last is not None and first < last,
        Kind.AFTER: first is not None and last is None,
        Kind.BEFORE: first is None and last is not None,
    }
    assert shapes.get(answer.kind, first is None and last is None)
    assert answer.rule
    assert answer.phrase
    answer.window()


@given(st.text(max_size=300), DAYS, TENSES, st.sampled_from(["en", "ru", "uk"]))
@settings(max_examples=300)
def test_no_text_raises(text: str, day: date, tense: str | None, lang: str) -> None:
    resolve(text, day, tense, lang)
    for found in find(text, day, lang, tense, undated=True):
        assert 0 <= found.start < found.end <= len(text)
        assert found.window.phrase == text[found.start : found.end]


@given(st.text(alphabet=string.digits + string.punctuation + " ", max_size=60), DAYS)
@settings(max_examples=300)
def test_no_figures_raise(text: str, day: date) -> None:
    resolve(text, day)


@given(st.sampled_from([date.min, date.max, date(1, 1, 31), date(9999, 12, 1)]), st.lists(FRAGMENTS, max_size=8))
@settings(max_examples=300)
def test_the_ends_of_the_calendar_do_not_raise(day: date, words: list[str]) -> None:
    resolve(" ".join(words), day)


@given(st.lists(FRAGMENTS, max_size=10).map(" ".join))
@settings(max_examples=200)
def test_without_a_reference_day_there_is_an_answer_or_a_sentence(words: str) -> None:
    try:
        answer = resolve(words, None)
    except UsageError as error:
        sentence = str(error)
    else:
        sentence = "" if answer is None or not answer.relative else "an answer that hangs on a day nobody gave"
    assert not sentence or "depends on the day it was said" in sentence


@pytest.mark.parametrize(
    "piece",
    [
        "June ",
        "22 June and ",
        "1 ",
        "last week of ",
        "the end of ",
        "two days ",
        "Monday, ",
        "(",
        "a.b-",
        "'",
        "2025-06-22 ",
    ],
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 40))
def test_the_same_words_over_and_over_do_not_raise(piece: str, times: int) -> None:
    resolve(piece * times, date(2025, 6, 10))


def test_the_work_on_a_text_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand letters of nothing but dates are not read to their end, and prose is."""
    day = date(2025, 6, 10)
    prose = "The sides met on Monday in the capital and agreed to exchange prisoners by the end of June, they said. "
    assert len(find(prose * 20, day)) == 40
    assert len(find("22 June and " * 830, day)) < 200
    assert len(find("June " * 2000, day)) < 200
