"""The journal as lines: number, time, person, what was done to what, before and after, and why."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from store.domain.journal import JournalEntry
from store.domain.typed import TYPE_CHECKING
from tui.render.spans import ELLIPSIS, Block, Line, Role, Sheet, fill, fit, flow, paragraph, put
from tui.wording import day_words

if TYPE_CHECKING:
    from store.domain.undoing import JournalFilter

_TALLEST = 4
"""How many lines of an entry are shown at most; it is opened to see the others."""
_TIME = len("2025-06-23 10:15")


def journal_sheet(
    entries: Sequence[JournalEntry], width: int, undone: Collection[int] = (), *, all_shown: bool = True
) -> Sheet:
    """List entries, newest first, each under its number; those out of force say so."""
    if not entries:
        words = "Nothing was written yet." if all_shown else "Nothing was written that fits. Esc shows all."
        return Sheet([Block(paragraph(words, width, Role.MUTED))])
    number = len(str(entries[0].id))
    return Sheet([Block(entry_lines(entry, number, width, entry.id in undone), str(entry.id)) for entry in entries])


@lru_cache(20_000)
def entry_lines(entry: JournalEntry, number: int, width: int, undone: bool = False) -> tuple[Line, ...]:
    """Lay an entry out, its number filled up to as many cells as the longest one has."""
    first: Line = (
        (fill(str(entry.id), number, right=True) + "  ", Role.MUTED),
        (fill(put(entry.at[:_TIME].replace("T", " "))[0], _TIME) + "  ", Role.MUTED),
    )
    about = f"of {entry.target} " if entry.target is not None else ""
    words = [put(f"{entry.who}  ", Role.ACCENT), put(f"{entry.action} {about}"), put(f"{entry.subject} ", Role.STRONG)]
    if undone:
        words.insert(0, put("undone  ", Role.WARN))
    if entry.before is not None:
        words.append(put(f"{entry.before} ", Role.MUTED))
    if entry.after is not None:
        words.append(put(f"→ {entry.after}" if entry.before is not None else entry.after))
    if entry.why:
        words.append(put(f" · {entry.why}", Role.MUTED))
    lines = flow(words, width, first=first)
    if len(lines) > _TALLEST:
        *kept, last = lines[:_TALLEST]
        lines = (*kept, fit((*last, (ELLIPSIS, Role.MUTED)), width))
    return lines


def filter_words(wanted: JournalFilter) -> list[str]:
    """Say what a filter leaves, in the order in which it was asked for by the line: who, of what, when."""
    found = []
    if wanted.who is not None:
        found.append(f"by {wanted.who}")
    if wanted.about is not None:
        found.append(f"of {wanted.about}")
    first, last = wanted.first, wanted.last
    if first is not None and first == last:
        found.append(f"on {day_words(first)}")
    elif first is not None and last is not None:
        found.append(f"{day_words(first)} to {day_words(last)}")
    elif first is not None:
        found.append(f"since {day_words(first)}")
    elif last is not None:
        found.append(f"until {day_words(last)}")
    return found
