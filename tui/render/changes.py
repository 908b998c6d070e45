"""What changed between two days, a line each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.domain.changes import Change
from store.domain.redating import Moved
from tui.render.spans import Block, Line, Role, Sheet, Span, fill, fit, paragraph, put
from tui.wording import number_words

_NUMBER = re.compile(r"\d{4,}(?!\d|-\d\d)")
"""Numbers long enough for separators; the year of a day is none."""
_LABEL, _ROOMY, _NAME, _ASPECT = 5, 70, 28, 13


def changes_sheet(changes: Sequence[Change], width: int, *, since: str | None) -> Sheet:
    """Lay out what changed: label, name where there is room, what it was and what it is."""
    if since is None:
        return Sheet([Block(paragraph("No earlier day brought evidence.", width, Role.MUTED))])
    if not changes:
        return Sheet([Block(paragraph(f"Nothing changed since {since}.", width, Role.MUTED))])
    return Sheet([Block((_line(change, width),), change.label) for change in changes])


def _line(change: Change, width: int) -> Line:
    line: list[Span] = [(fill(put(change.label)[0], _LABEL), Role.MUTED)]
    if width >= _ROOMY:
        line.append((fill(put(change.name)[0], _NAME) + "  ", Role.STRONG))
        line.append((fill(change.aspect, _ASPECT), Role.MUTED))
    elif change.aspect in tuple(Moved):
        line.append((f"{change.aspect} ", Role.MUTED))
    if change.before is None:
        line.extend([("new: ", Role.ACCENT), put(_figures(change.after or ""))])
    elif change.after is None:
        line.extend([("no longer known: ", Role.WARN), put(_figures(change.before), Role.MUTED)])
    else:
        line.extend([put(_figures(change.before), Role.MUTED), (" → ", Role.ACCENT), put(_figures(change.after))])
    return fit(tuple(line), width)


def _figures(words: str) -> str:
    """Put separators into the numbers of a state as the record writes it."""
    return _NUMBER.sub(lambda match: number_words(int(match.group())), words)
