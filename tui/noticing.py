"""What a person saw last, as it is kept in the state folder, and how long ago that was in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from store.domain.notices import Seen
from store.domain.typed import TYPE_CHECKING
from tui.wording import day_words

if TYPE_CHECKING:
    from typing import Any

    from tui.personal import Personal

_WEEK = 7
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def kept_form(seen: Seen, at: datetime) -> dict[str, Any]:
    """Write what is seen at a moment as it is kept."""
    return {
        "entry": seen.entry,
        "at": at.isoformat(timespec="seconds"),
        "entry_at": seen.entry_at,
        "day": seen.day.isoformat() if seen.day else None,
        "gates": dict(seen.gates),
        "rounds": dict(seen.rounds),
    }


def seen_last(personal: Personal | None, store: str, person: str) -> Seen | None:
    """Read what a person saw last of a store; None where they never looked, or where that cannot be told."""
    kept = personal.seen(store, person) if personal is not None else {}
    try:
        return Seen(
            entry=int(kept["entry"]),
            at=datetime.fromisoformat(kept["at"]).isoformat(),
            entry_at=str(kept["entry_at"]),
            day=date.fromisoformat(kept["day"]) if kept["day"] else None,
            gates=_words(kept["gates"]),
            rounds=_words(kept["rounds"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _words(kept: Mapping[Any, Any]) -> dict[str, str]:
    return {str(label): str(state) for label, state in kept.items()}


def when_words(seen: Seen, now: datetime) -> str:
    """Say when somebody last looked: "this morning"-near as a time, within a week by its weekday, else by its day."""
    at = datetime.fromisoformat(seen.at)
    if now.tzinfo is not None and at.tzinfo is not None:
        at = at.astimezone(now.tzinfo)
    days = (now.date() - at.date()).days
    if days <= 0:
        return f"{at:%H:%M}"
    if days == 1:
        return "yesterday"
    return _WEEKDAYS[at.weekday()] if days < _WEEK else day_words(at.date(), year=at.year != now.year)
