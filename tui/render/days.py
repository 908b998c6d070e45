"""The echo of how a typed day is understood."""

from __future__ import annotations

from datetime import date

from store.domain.typed import TYPE_CHECKING
from store.errors import UsageError
from tui.phrasing import DayRead, read_day
from tui.render.spans import Line, Role, Span, line_cells, put
from tui.wording import day_words, window_words

if TYPE_CHECKING:
    from store.phrases import PhraseWindow


def day_typed(text: str, newest: date | None) -> DayRead:
    """Read a typed day; a phrase is read against the newest evidence. What cannot be read has a refusal."""
    try:
        return read_day(text, newest)
    except UsageError as error:
        return DayRead(None, refusal=str(error))


def day_echo(text: str, newest: date | None, width: int) -> Line:
    """Say how a typed day is understood: weekday, the window it ends, the rule, and how it lies to the newest evidence.

    Where that is wider than the line, the newest evidence is named in short.
    """
    read = day_typed(text, newest)
    if read.day is None:
        words = read.refusal if read.window else "not a day yet: 2025-06-23, last Tuesday"
        return (put(f"  {words}", Role.WARN),)
    shown = put(f"  = {day_words(read.day, weekday=True)}")
    if read.window is None or newest is None:
        return (shown, put(_distance(read.day, newest)))
    window, rule = _window(read.window), put(f" · {read.window.rule}", Role.MUTED)
    if not read.window.relative:
        return shown, *window, rule, put(_distance(read.day, newest), Role.MUTED)
    whole = (shown, *window, put(f", read on {day_words(newest)}, the newest evidence", Role.MUTED), rule)
    if line_cells(whole) <= width:
        return whole
    return shown, *window, put(f", from {day_words(newest, year=False)}", Role.MUTED), rule


def _window(read: PhraseWindow) -> tuple[Span, ...]:
    """Say of which window the day is the last one; nothing where it is the only one, or there is no first."""
    if read.earliest in (None, read.latest):
        return ()
    return (put(f", end of {window_words(read.window())}"),)


def _distance(day: date, newest: date | None) -> str:
    if newest is None:
        return ""
    days = (newest - day).days
    if days == 0:
        return ", the newest evidence"
    count = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
    return f", {count} {'before' if days > 0 else 'after'} the newest evidence"
