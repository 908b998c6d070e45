"""A day of publication as people type it: one day, as ISO or in words read against the day it had until now."""

from __future__ import annotations

from datetime import date

from store.errors import UsageError
from tui.phrasing import DayRead, read_day
from tui.wording import safe


def read_published(text: str, reference: date) -> DayRead:
    """Read the day; what is no day, or more than one, has a refusal."""
    try:
        read = read_day(text, reference, tense=None)
    except UsageError as error:
        return DayRead(None, refusal=str(error))
    window = read.window
    if read.day is not None and window is not None and window.earliest != window.latest:
        return DayRead(None, window, f"“{safe(window.phrase)}” is more than one day: a source is published on one")
    return read
