"""What a corrected day of publication moves, as lines, and whose day it can be."""

from __future__ import annotations

from store.domain.board import Evidence
from store.domain.model import Cite, Source
from store.domain.redating import DayChange, Moved, Redating
from store.domain.words import spoken
from tui.render.spans import BLANK, Block, Line, Role, Sheet, Span, fill, flow, joined, paragraph, put
from tui.wording import day_words, window_words

_LABEL, _WHAT = 6, 10
_COUNTED = (Moved.SAID, Moved.KNOWN)


def sources_at(evidence: Evidence, label: str) -> tuple[Source, ...]:
    """List the sources of what is shown: first that of the statement with this label or place, then the newest."""
    gates = [standing.gate for standing in (*evidence.gates, *([evidence.gate] if evidence.gate else []))]
    stated: list[tuple[str | None, Cite]] = [(claim.label, claim.cite) for claim in evidence.claims]
    stated += [(signal.label, signal.cite) for signal in evidence.signals]
    stated += [(gate.label, gate.cite) for gate in gates]
    stated += [(None, report.cite) for report in evidence.reports]
    cited = (cite.source for called, cite in stated if label in (called, cite.locator))
    first = label if label in evidence.sources else next(cited, "")
    newest = sorted(evidence.sources.values(), key=lambda source: source.published, reverse=True)
    return tuple(sorted(newest, key=lambda source: source.label != first))


def source_line(source: Source, number: int, of: int) -> Line:
    """Name the source, its day until now, and how that is known."""
    place = f"{number} of {of} sources" if of > 1 else ""
    facts: list[Span] = [
        put(f"{day_words(source.published, weekday=True)}, day {spoken(source.basis)}", Role.STRONG),
        put(place, Role.MUTED),
        put(source.title or "untitled"),
    ]
    return (put(f"{source.label} ", Role.ACCENT), *joined(facts))


def redating_sheet(found: Redating | str, width: int) -> Sheet:
    """Lay out what moves and what is left; a sentence where there is nothing to list."""
    if isinstance(found, str):
        return Sheet([Block(paragraph(found, width, Role.MUTED))])
    blocks = [_change(change, width) for change in found.changes if change.aspect not in _COUNTED]
    for moved in _COUNTED:
        labels = list(dict.fromkeys(found.labels(moved)))
        if labels:
            words = f"{day_words(found.day, year=False)} now: {' '.join(labels)}"
            blocks.append(Block(paragraph(words, width, first=_name("", moved), indent=_LABEL + _WHAT)))
    if found.left:
        blocks.append(Block((BLANK, (put(f"Left for a person: {len(found.left)}", Role.WARN),))))
        blocks.extend(_change(change, width) for change in found.left)
    return Sheet(blocks)


def _name(label: str, moved: Moved) -> Line:
    return (fill(put(label)[0], _LABEL), Role.STRONG), (fill(moved.value, _WHAT), Role.MUTED)


def _change(change: DayChange, width: int) -> Block:
    before = put(window_words(change.before), Role.MUTED)
    if change.left is None:
        days: list[Span] = [before, put(" → ", Role.ACCENT), put(window_words(change.after))]
    else:
        days = [before, put(f": {change.left}", Role.WARN)]
    words = [put(f"  «{change.phrase}»", Role.QUOTE)] if change.phrase else []
    line = flow([*days, *words], width, first=_name(change.label, change.aspect), indent=_LABEL + _WHAT)
    return Block(line)
