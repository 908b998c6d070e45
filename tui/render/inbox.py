"""The inbox as lines: the articles that were read, what is proposed from one, and what is known of one proposal."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.words import spoken
from store.reading.proposals import Commitment, Exchange, Round, Signal
from store.reading.record.compared import MatchKind
from store.reading.record.inbox import State
from tui.commands.chosen import key_words
from tui.render.frame import MIN_HEIGHT, Box, too_small
from tui.render.names import way
from tui.render.spans import (
    BLANK,
    Block,
    Line,
    Role,
    Sheet,
    Span,
    fit,
    flow,
    joined,
    line_cells,
    paragraph,
    put,
    spread,
)
from tui.report.proposing import said_words, sentence, title_of
from tui.wording import day_words, delivery_words, window_words

if TYPE_CHECKING:
    from store.domain.board import Row
    from store.domain.rounds import RoundStanding
    from store.domain.windows import Window
    from store.reading.proposals import Content
    from store.reading.record.compared import Match
    from store.reading.record.inbox import Item, Opened, Reading

_STATES = {
    State.WAITING: ("○", Role.ACCENT),
    State.ACCEPTED: ("✓", Role.GOOD),
    State.DROPPED: ("✗", Role.MUTED),
}
MATCH_ROLES = {
    MatchKind.NEW: Role.GOOD,
    MatchKind.DIFFERS: Role.BAD,
    MatchKind.SUPERSEDES: Role.WARN,
    MatchKind.CONFIRMS: Role.MUTED,
    MatchKind.SAME_ORIGIN: Role.MUTED,
}
_HEAD = 9
"""Cells before the sentence of a proposal: mark, state, number."""
SIDE_BY_SIDE, _TALL = 100, 24
_NARROWEST = 80


def inbox_boxes(width: int, height: int, focused: str) -> dict[str, Box]:
    """Place the parts of an article's page; where there is little room only the part that has the keys is shown."""
    if too_small(width, height):
        return {"notice": Box(0, 0, width, height)}
    boxes = {"header": Box(0, 0, width, 1), "footer": Box(0, height - 1, width, 1)}
    body = height - 2
    if width < _NARROWEST or height < _TALL:
        below = min(6, body // 3) if height > MIN_HEIGHT + 3 else 0
        boxes[focused] = Box(0, 1, width, body - below)
        if below:
            boxes["effect"] = Box(0, 1 + body - below, width, below)
        return boxes
    below = 7 if height < 30 else 8
    upper = body - below
    boxes["effect"] = Box(0, 1 + upper, width, below)
    if width >= SIDE_BY_SIDE:
        left = min(90, max(46, width * 45 // 100))
        boxes |= {"items": Box(0, 1, left, upper), "article": Box(left, 1, width - left, upper)}
    else:
        above = (upper + 1) // 2
        boxes |= {"items": Box(0, 1, width, above), "article": Box(0, 1 + above, width, upper - above)}
    return boxes


def is_brief(width: int, height: int) -> bool:
    """Whether each proposal gets one line only."""
    return width < SIDE_BY_SIDE or height < _TALL


def counts_words(reading: Reading) -> str:
    """Say how many proposals of a reading stand where: "5 waiting · 2 accepted"."""
    parts = [f"{reading.counts[state]} {state.value}" for state in _STATES if reading.counts.get(state)]
    return " · ".join(parts) or "nothing proposed"


def name_of(reading: Reading) -> str:
    """Name an article."""
    return reading.title or reading.address or "(untitled)"


def readings_sheet(readings: Sequence[Reading], width: int) -> Sheet:
    """List the articles that were read, the newest first."""
    if not readings:
        words = f"Nothing was read yet. {key_words('read', 'r')} reads an article here: a file or an address. "
        words += "So does talks-tui read FILE; talks-tui watch FEED looks through a feed."
        return Sheet([Block(paragraph(words, width, Role.MUTED))])
    return Sheet([_reading(reading, width) for reading in readings])


def _reading(reading: Reading, width: int) -> Block:
    waits = reading.counts.get(State.WAITING, 0)
    right: Line = (put(counts_words(reading), Role.ACCENT if waits else Role.MUTED),)
    first = spread((put(name_of(reading), Role.STRONG if waits else Role.TEXT),), right, width)
    day = day_words(reading.published.day) if reading.published.day else "day not known"
    source = f"source {reading.source}" if reading.source else ""
    facts = [reading.publisher or "", day, f"read {reading.at[:10]} by {reading.who}", source]
    return Block((first, (("  ", Role.TEXT), *joined(put(fact, Role.MUTED) for fact in facts))), str(reading.id))


def head_line(reading: Reading, width: int) -> Line:
    """Draw the first line of an article's page."""
    day = day_words(reading.published.day) if reading.published.day else "day not known"
    facts = [put(reading.publisher or "", Role.MUTED), put(day, Role.MUTED), put(counts_words(reading), Role.MUTED)]
    return spread(
        ((" inbox  ", Role.ACCENT), put(name_of(reading), Role.STRONG)), (*joined(facts), (" ", Role.TEXT)), width
    )


def items_sheet(items: Sequence[Item], marked: Collection[str], width: int, *, brief: bool) -> Sheet:
    """List what is proposed, by kind; where there is little room (`brief`) with a line for each."""
    if not items:
        return Sheet([Block(paragraph("Nothing was found in this article that could be proposed.", width, Role.MUTED))])
    blocks: list[Block] = []
    for title, group in groupby(items, key=lambda item: title_of(item.proposal.content)):
        if blocks and not brief:
            blocks.append(Block((BLANK,)))
        blocks.append(Block(((put(title, Role.MUTED),),)))
        blocks.extend(_item(item, width, marked=item.number in marked, brief=brief) for item in group)
    return Sheet(blocks)


def _item(item: Item, width: int, *, marked: bool, brief: bool) -> Block:
    glyph, role = _STATES.get(item.state, ("·", Role.MUTED))
    first: Line = (("▸" if marked else " ", Role.WARN), (f"{glyph} ", role), put(f"{item.number:<5} ", Role.STRONG))
    words = Role.MUTED if item.state is State.DROPPED else Role.TEXT
    parts: list[Span] = [put(sentence(item.proposal.content), words)]
    if item.corrected:
        parts.append((" · corrected", Role.WARN))
    match = match_line(item)
    whole: Line = (*first, *parts)
    if line_cells(whole) + line_cells(match) + 2 <= width:
        return Block((spread(whole, match, width),), item.number)
    if brief:
        return Block((spread(whole, fit(match, width * 2 // 5), width),), item.number)
    lines = flow(parts, width, first=first)
    return Block((*lines, *flow(match, width, indent=_HEAD)), item.number)


def match_line(item: Item) -> Line:
    """Say how a proposal lies to the record, or what it became on it."""
    if item.state is State.ACCEPTED:
        return (put(f"in the record as {' '.join(item.labels)}" if item.labels else "in the record", Role.GOOD),)
    if item.state is State.DROPPED:
        return (("dropped", Role.MUTED),)
    spans = [put(words, MATCH_ROLES.get(kind, Role.MUTED)) for kind, words in _matches(item)]
    linked = put(f"linked to {item.link}" if item.link else "", Role.ACCENT)
    return joined([*spans, linked])


def _matches(item: Item) -> list[tuple[MatchKind, str]]:
    """Write the matches of an item; what is said alike of both directions is written once."""
    alike: dict[Match, list[str]] = {}
    for match in item.matches:
        alike.setdefault(match._replace(label=None, earlier=None), []).append(match.label or "")
    found = []
    for match, labels in alike.items():
        named = ", ".join(dict.fromkeys(label for label in labels if label))
        found.append((match.kind, match._replace(label=named or None).words))
    return found


def window_of(content: Content) -> Window | None:
    """Return the days of a proposal; None where it has none by its kind."""
    match content:
        case Commitment():
            return content.due
        case Round() | Exchange() | Signal():
            return content.window
        case _:
            return None


def _when(content: Content) -> str:
    window = window_of(content)
    if window is None or not (window.bounded or window.phrase):
        return ""
    phrase = f" “{window.phrase}”" if window.phrase else ""
    rule = f" · {window.rule}" if window.rule else ""
    return f"{window_words(window, year=True)}{phrase}{rule}"


class Effect(NamedTuple):
    """What accepting comes to."""

    words: Span
    asides: Sequence[str] = ()
    """What else a person should know of the article."""
    apart: bool = False
    """Whether it is the effect of other proposals than the highlighted one."""


def effect_sheet(item: Item, effect: Effect, width: int, *, brief: bool) -> Sheet:
    """Say what accepting changes, who says it, when, by which rules it was read; all of it where the list is brief.

    The proposal is named where the change is that of others.
    """
    proposal, name = item.proposal, f"{item.number}: " if effect.apart else ""
    rows = [
        ("what", [put(sentence(proposal.content) if brief else "", Role.STRONG)]),
        ("board", [effect.words]),
        ("", [put(aside, Role.WARN) for aside in effect.asides]),
        ("who", [put(f"{name}{said_words(proposal.said)} · line {proposal.line}")]),
        ("when", [put(_when(proposal.content))]),
        ("why", [put(" · ".join(proposal.why), Role.MUTED)]),
    ]
    return Sheet(
        [
            Block(flow([part], width, first=((f"{title:<7}", Role.MUTED),)))
            for title, parts in rows
            for part in parts
            if part[0]
        ]
    )


def asides_of(opened: Opened) -> list[str]:
    """Say what a person should know of an article before they accept anything of it."""
    reading, found = opened.reading, []
    if reading.published.day is None:
        again = f"read it again ({key_words('read', 'r')})"
        found.append(f"the article has no day: {again} and give the day it was published")
    if reading.source is not None and not reading.counts.get(State.ACCEPTED):
        found.append(f"this very text is source {reading.source} of the record")
    if reading.same_as is not None:
        found.append(f"counts as one origin with {reading.same_as} · {_origin_key()} changes that")
    elif reading.near:
        names = ", ".join(f"{alike.source} ({alike.how})" for alike in reading.near)
        found.append(f"nearly the same as {names} · {_origin_key()} counts both as one origin")
    return found


def _origin_key() -> str:
    return key_words("same_origin", "o")


def link_choices(
    none: tuple[str, str], rounds: Sequence[RoundStanding], rows: Sequence[Row], typed: str, width: int
) -> Sheet:
    """List what a proposal can be about: things on record, what it is matched with, or nothing; `none` names these."""
    found = [
        *((s.round.label, s.round.name, spoken(s.state)) for s in rounds),
        *((r.label, r.standing.commitment.what, _owed(r)) for r in rows),
        *([(typed, "the thing of this label", "")] if typed else []),
        (none[0], "what it is matched with", ""),
        (none[1], "nothing on record: it is new", ""),
    ]
    blocks = []
    for label, name, facts in found:
        shown = "" if label in none else f"{label:<5} "
        left: Line = (put(shown, Role.MUTED), put(name, Role.STRONG if shown else Role.TEXT))
        blocks.append(Block((spread(left, (put(facts, Role.MUTED),), width),), label))
    return Sheet(blocks)


def _owed(row: Row) -> str:
    commitment = row.standing.commitment
    return f"{way(commitment.debtor, commitment.creditor)} · {delivery_words(row.standing)}"
