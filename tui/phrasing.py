"""Phrases typed where a day or a window is asked for: read against a day of the record, never against the clock."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import Window, parse_span
from store.errors import UsageError
from tui.wording import day_words, safe, window_words

if TYPE_CHECKING:
    from store.phrases import PhraseWindow

LANGUAGES = ("en", "ru", "uk")
"""The languages that phrases are read in."""
_LONGEST = 10_000
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
_ISO_DAY = re.compile(r"\d{4}-.*|[\d-]*")
_DAY = r"(\d{4}-\d\d-\d\d|\.\.)"
_ISO_SPAN = re.compile(rf"{_DAY}(/{_DAY}?)?|/{_DAY}")


class NoReferenceError(UsageError):
    """A phrase depends on the day it was said, and none is given."""


def languages_of(text: str) -> tuple[str, ...]:
    """Return the languages that the letters of a text allow, the likelier first."""
    if not _CYRILLIC.search(text):
        return LANGUAGES[:1]
    return ("uk", "ru") if _UKRAINIAN.search(text) else ("ru", "uk")


def read_phrase(
    text: str, reference: date | None, *, tense: str | None = None, lang: str | None = None
) -> PhraseWindow | None:
    """Return what a phrase comes to in its language (None = that of its letters); None where it says no time.

    Raises NoReferenceError when it depends on a reference day and none is given, UsageError when it is no phrase.
    """
    from store.phrases import Kind, resolve

    if len(text) > _LONGEST:
        raise UsageError(f"{len(text):,} characters are no phrase: write at most {_LONGEST:,}")
    for language in (lang,) if lang else languages_of(text):
        try:
            found = resolve(text, reference, tense, language)
        except UsageError as error:
            raise (NoReferenceError if reference is None else UsageError)(str(error)) from error
        if found is not None:
            # the event that it hangs on stands in the rest of the words
            return replace(found, phrase=text.strip()) if found.kind is Kind.CONDITIONAL else found
    return None


def load_phrases() -> None:
    """Load what reads phrases, so that the first one typed need not wait for it."""
    import store.phrases

    store.phrases.resolve("today", date.min)


def is_span(text: str) -> bool:
    """Whether a text has the shape of an ISO day or an interval of ISO days, so that it is no phrase."""
    return _ISO_SPAN.fullmatch(text.strip()) is not None


def read_span(text: str) -> Window:
    """Read what has that shape as a window. Raises UsageError where it names a day that there is not."""
    try:
        return Window(*parse_span(text))
    except ValueError as error:
        raise UsageError(f"no days: {error}") from None


class DayRead(NamedTuple):
    """How a typed day is understood."""

    day: date | None
    """The day; None where there is none to take."""
    window: PhraseWindow | None = None
    """The window of the phrase that it is the last day of; None where an ISO day was typed, or nothing readable."""
    refusal: str = ""
    """Why there is no day to take."""


NO_WINDOW_READ = "no day: write 2025-06-30, or words such as by the end of June"
_NO_DAY = "not a day: write 2025-06-23, or a phrase such as last Tuesday"


def read_day(text: str, reference: date | None, *, tense: str | None = "past") -> DayRead:
    """Read one day: as ISO, else as a phrase, of whose window it is the last day; without a tense the nearest such day.

    Raises NoReferenceError when it depends on a reference day and none is given, UsageError when it is no phrase.
    """
    typed = text.strip()
    try:
        return DayRead(date.fromisoformat(typed))
    except ValueError:
        pass
    if _ISO_DAY.fullmatch(typed):
        return DayRead(None, refusal=_NO_DAY)
    window = read_phrase(typed, reference, tense=tense)
    if window is None:
        return DayRead(None, refusal=_NO_DAY)
    if not window.dated:
        return DayRead(None, window, f"“{safe(window.phrase)}” names no day")
    if window.latest is None:
        days = window_words(window.window(), year=True)
        return DayRead(None, window, f"“{safe(window.phrase)}” is open, {days} on: no last day to take")
    return DayRead(window.latest, window)


def days_words(window: PhraseWindow) -> str:
    """Write the days of a phrase; where it has none, what it says instead."""
    if window.dated:
        return window_words(window.window(), year=True)
    return {
        "duration": "no day: a length of time",
        "conditional": "no day: it hangs on an event",
    }.get(window.kind.value, "no day named")


def length_words(window: PhraseWindow) -> str:
    """Write the length of a duration: "30 days", "2 to 3 days", "at least 30 days"; empty where there is none."""
    least, most = window.min_days, window.max_days
    if least is None and most is None:
        return ""
    if least == most:
        return f"{least:,} day{'' if least == 1 else 's'}"
    if least is None:
        return f"at most {most:,} day{'' if most == 1 else 's'}"
    if most is None:
        return f"at least {least:,} day{'' if least == 1 else 's'}"
    return f"{least:,} to {most:,} days"


def understood_words(window: PhraseWindow, reference: date | None, whose: str) -> str:
    """Write in a sentence how a phrase is understood: its days, the day it is read against, the rule."""
    parts = [days_words(window), length_words(window)]
    if window.relative and reference is not None:
        parts.append(f"read on {day_words(reference)}, {whose}")
    shown = ", ".join(part for part in parts if part)
    return safe(f"“{window.phrase}” = {shown} · {window.rule}")
