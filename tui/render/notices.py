"""The notices as lines: what falls due, what is overdue, what is new since the person last looked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.domain.changes import Change
from store.domain.notices import SOON, Coming, Notices, Since, count_words, gate_words, last_day
from store.domain.standing import Standing
from store.domain.words import Schedule, spoken
from tui.render.names import DELIVERY_ROLES, ROUND_ROLES, distance_words, way
from tui.render.obligations import figure_cell
from tui.render.spans import BLANK, Block, Line, Role, Sheet, flow, joined, paragraph, put, spread
from tui.wording import DELIVERY_GLYPHS, ROUND_GLYPHS, day_words, window_words

_SINCE, _DUE, _OVERDUE = "since", "due", "overdue"
"""What the labels of the blocks begin with, so that one thing can stand under several headings."""


def notices_sheet(found: Notices, when: str, width: int) -> Sheet:
    """Lay the notices out; `when` says when the person last looked."""
    blocks = [*_new(found, when, width), BLANK_BLOCK]
    blocks.extend(_section(f"Due within {SOON} days of {day_words(found.day)}", width))
    rows = [_due(standing, found, width) for standing in found.due]
    rows.extend(_coming(coming, width) for coming in found.coming)
    blocks.extend(rows or [_note("Nothing falls due.", width)])
    blocks.append(BLANK_BLOCK)
    blocks.extend(_section(f"Overdue on {day_words(found.day)}", width))
    late = [_late(standing, found, width) for standing in found.overdue]
    blocks.extend(late or [_note("Nothing is overdue.", width)])
    if found.more_overdue:
        blocks.append(_note("and more; those that became so last are listed", width))
    return Sheet(blocks)


BLANK_BLOCK = Block((BLANK,))


def label_of(label: str) -> str:
    """Return the thing that a block is about."""
    return label.split(":", 2)[1] if ":" in label else ""


def _section(title: str, width: int) -> Iterator[Block]:
    yield Block(paragraph(title, width, Role.MUTED))


def _note(words: str, width: int) -> Block:
    return Block(paragraph(words, width, Role.TEXT, indent=2))


def _new(found: Notices, when: str, width: int) -> Iterator[Block]:
    since = found.since
    if since is None:
        yield from _section("New", width)
        yield _note("This is the first look at this store: from now on what is new is listed here.", width)
        return
    yield from _section(f"New since {when}", width)
    heads = [*count_words(since.counts), *([f"{since.taken_back} taken back"] if since.taken_back else [])]
    gates = gate_words(since)
    said = joined([put(", ".join(heads) or "nothing was added", Role.STRONG), put(gates, _gate_role(since))])
    yield Block(flow(said, width, indent=2))
    yield from _moves(since, width)


def _gate_role(since: Since) -> Role:
    return Role.WARN if since.gates else Role.TEXT


def _moves(since: Since, width: int) -> Iterator[Block]:
    for move in since.rounds:
        before, after = (spoken(word) if word else "none" for word in (move.before, move.after))
        line: Line = (("  ", Role.TEXT), put(f"{move.label} ", Role.STRONG), put(f"{before} → {after}"))
        yield Block((line,), f"{_SINCE}:{move.label}:round")
    for number, change in enumerate(since.changes):
        yield Block(_change(change, width), f"{_SINCE}:{change.label}:{number}")
    for entry in since.entries:
        words: Sequence[tuple[str, Role]] = (
            put(f"{entry.who}  ", Role.ACCENT),
            put(f"{entry.action} "),
            put(f"{entry.subject} ", Role.STRONG),
            put(f"{entry.before} → " if entry.before is not None else "", Role.MUTED),
            put(entry.after or ""),
        )
        first: Line = ((f"  {entry.id}  ", Role.MUTED), put(f"{entry.at[:16].replace('T', ' ')}  ", Role.MUTED))
        yield Block(
            flow([part for part in words if part[0]], width, first=first), f"{_SINCE}:{entry.subject}:e{entry.id}"
        )


def _change(change: Change, width: int) -> tuple[Line, ...]:
    before = change.before if change.before is not None else "new"
    after = change.after if change.after is not None else "no longer known"
    words = [put(f"{change.name}: "), put(f"{before} → ", Role.MUTED), put(after, Role.STRONG)]
    return flow(words, width, first=(("  ", Role.TEXT), put(f"{change.label} ", Role.MUTED)))


def _row(standing: Standing, right: str, role: Role, width: int) -> Line:
    commitment = standing.commitment
    left: Line = (
        (f"  {DELIVERY_GLYPHS[standing.delivery]} ", DELIVERY_ROLES[standing.delivery]),
        put(f"{commitment.label} ", Role.MUTED),
        put(commitment.what, Role.STRONG),
        put(f"  {way(commitment.debtor, commitment.creditor)}  {figure_cell(standing)}"),
    )
    return spread(left, (put(right, role),), width)


def _due(standing: Standing, found: Notices, width: int) -> Block:
    last = last_day(standing)
    owed = "" if standing.owed else "asked, not owed · "
    right = f"{owed}{day_words(last, year=False)}, {distance_words((found.day - last).days)}"
    role = Role.WARN if standing.schedule is Schedule.DUE else Role.TEXT
    return Block((_row(standing, right, role, width),), f"{_DUE}:{standing.commitment.label}:0")


def _late(standing: Standing, found: Notices, width: int) -> Block:
    last = last_day(standing)
    new = found.since is not None and standing.commitment.label in found.since.overdue
    right = f"{'new · ' if new else ''}since {day_words(last)}, {distance_words((found.day - last).days)}"
    return Block((_row(standing, right, Role.BAD, width),), f"{_OVERDUE}:{standing.commitment.label}:0")


def _coming(coming: Coming, width: int) -> Block:
    standing = coming.standing
    window = standing.window if coming.what == spoken(standing.state) else standing.date_expected
    left: Line = (
        (f"  {ROUND_GLYPHS[standing.state]} ", ROUND_ROLES[standing.state]),
        put(f"{standing.round.label} ", Role.MUTED),
        put(standing.round.name, Role.STRONG),
        put(f"  {coming.what}"),
    )
    return Block((spread(left, (put(window_words(window)),), width),), f"{_DUE}:{standing.round.label}:{coming.what}")
