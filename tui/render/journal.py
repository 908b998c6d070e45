"""The journal as lines: number, time, person, what was done to what, before and after, and why."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.journal import JournalEntry
from tui.render.spans import Block, Line, Role, Sheet, fill, flow, paragraph, put

_TIME = len("2025-06-23 10:15")


def journal_sheet(entries: Sequence[JournalEntry], width: int) -> Sheet:
    """List entries, newest first, each under its number."""
    if not entries:
        return Sheet([Block(paragraph("Nothing was written yet.", width, Role.MUTED))])
    number = len(str(entries[0].id))
    return Sheet([Block(_lines(entry, number, width), str(entry.id)) for entry in entries])


def _lines(entry: JournalEntry, number: int, width: int) -> tuple[Line, ...]:
    first: Line = (
        (fill(str(entry.id), number, right=True) + "  ", Role.MUTED),
        (fill(put(entry.at[:_TIME].replace("T", " "))[0], _TIME) + "  ", Role.MUTED),
    )
    about = f"of {entry.target} " if entry.target is not None else ""
    words = [put(f"{entry.who}  ", Role.ACCENT), put(f"{entry.action} {about}"), put(f"{entry.subject} ", Role.STRONG)]
    if entry.before is not None:
        words.append(put(f"{entry.before} ", Role.MUTED))
    if entry.after is not None:
        words.append(put(f"→ {entry.after}" if entry.before is not None else entry.after))
    if entry.why:
        words.append(put(f" · {entry.why}", Role.MUTED))
    return flow(words, width, first=first)
