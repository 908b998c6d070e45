"""Days of writing as they are typed: one day, some days, or all since one; phrases are read against today."""

from __future__ import annotations

import re
from datetime import date

from store.domain.typed import NamedTuple
from store.domain.windows import parse_span
from store.errors import UsageError
from tui.phrasing import is_span, read_day
from tui.wording import day_words

_SINCE = re.compile(r"(since|from)\s+(?P<rest>.+)", re.IGNORECASE)
_EMPTY = "write a day: 2026-11-20, yesterday, since Tuesday, 2026-11-01/2026-11-15"


class DaysRead(NamedTuple):
    """How typed days are understood."""

    first: date | None = None
    last: date | None = None
    refusal: str = ""
    """Why there are none to take."""

    @property
    def words(self) -> str:
        """The days in words."""
        if self.first == self.last:
            return day_words(self.first, weekday=True)
        if self.last is None:
            return f"since {day_words(self.first, weekday=True)}"
        return f"{day_words(self.first) if self.first else '…'} to {day_words(self.last)}"


def read_days(text: str, today: date) -> DaysRead:
    """Read days; what cannot be read has a refusal."""
    typed = text.strip()
    if not typed:
        return DaysRead(refusal=_EMPTY)
    since = _SINCE.fullmatch(typed)
    try:
        if is_span(typed) and "/" in typed:
            first, last = parse_span(typed)
            empty = (first is None and last is None) or (first is not None and last is not None and last < first)
            return DaysRead(refusal=_EMPTY) if empty else DaysRead(first, last)
        read = read_day(since["rest"] if since else typed, today)
    except (UsageError, ValueError) as error:
        return DaysRead(refusal=str(error))
    if read.day is None:
        return DaysRead(refusal=read.refusal or _EMPTY)
    first = read.window.earliest if read.window is not None and read.window.earliest else read.day
    return DaysRead(first, None if since else read.day)
