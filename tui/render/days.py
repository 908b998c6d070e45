"""Days as people type them, and the echo of how they are understood."""

from __future__ import annotations

from datetime import date

from tui.render.spans import Line, Role, put
from tui.wording import day_words


def parse_day(text: str) -> date | None:
    """Read a day as 2025-06-23; None where it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def day_echo(text: str, newest: date | None) -> Line:
    """Say how a typed day is understood: weekday, and how it lies to the newest evidence."""
    day = parse_day(text)
    if day is None:
        return (("  not a day yet: 2025-06-23", Role.WARN),)
    shown = f"  = {day_words(day, weekday=True)}"
    if newest is None:
        return (put(shown),)
    days = (newest - day).days
    if days == 0:
        return (put(f"{shown}, the newest evidence"),)
    count = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
    return (put(f"{shown}, {count} {'before' if days > 0 else 'after'} the newest evidence"),)
