"""One entry of the journal in full, and what taking it back would come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.domain.changes import Change
from store.domain.journal import JournalEntry
from store.domain.undoing import EntryOpened, Obstacle, Turning
from tui.commands.chosen import key_words
from tui.render.spans import BLANK, Block, Line, Role, Sheet, fill, fit, flow, joined, paragraph, put

ENTRY = "entry:"
"""What goes before the number where the cursor stops on an entry."""
THING = "thing:"
"""What goes before the label where the cursor stops on a thing."""
DO, KEEP = "do", "keep"
"""The stops of a preview."""
_NAME = 9


def entry_sheet(opened: EntryOpened, width: int) -> Sheet:
    """Lay an entry out: who and when, before and after, what it wrote, what became of it, what rests on it."""
    entry = opened.entry
    blocks = [Block((*_head(opened, width), *_sides(entry, width), BLANK), f"{THING}{entry.subject}")]
    if opened.target is not None:
        blocks.extend(_entries(f"It is about entry {opened.target.id}", [opened.target], width))
    if opened.rows:
        more = f", the first {len(opened.rows)} of {len(opened.rows) + opened.more}" if opened.more else ""
        blocks.append(_heading(f"It wrote{more}"))
        for row in opened.rows:
            first: Line = (put(f"  {fill(row.kind, 12)} "), put(f"{row.label}  ", Role.STRONG))
            blocks.append(
                Block(flow([put(row.words, Role.MUTED)], width, first=fit(first, width // 2)), f"{THING}{row.label}")
            )
        blocks.append(Block((BLANK,)))
    if opened.turns:
        blocks.extend(_entries("What became of it", opened.turns, width))
    if opened.obstacles:
        blocks.append(_heading("Rests on it, and has to be undone first" if _undoes(opened) else _IN_THE_WAY))
        blocks.extend(_obstacles(opened.obstacles, width))
    elif opened.refusal:
        blocks.append(Block(paragraph(f"{_sentence(opened.refusal)}.", width, Role.MUTED)))
    else:
        shows = f"{key_words('entry_undo', 'x')} shows what"
        words = f"Nothing rests on it: {shows} undoing it would change."
        if not _undoes(opened):
            words = f"{shows} taking this undo back would change."
        blocks.append(Block(paragraph(words, width, Role.MUTED)))
    return Sheet(blocks)


_IN_THE_WAY = "In the way of putting back what it undid"


def _undoes(opened: EntryOpened) -> bool:
    return opened.entry.action != "undo"


def _head(opened: EntryOpened, width: int) -> tuple[Line, ...]:
    entry = opened.entry
    when = entry.at.replace("T", " ").replace("+00:00", " UTC")
    parts = [
        put(f"{entry.id}", Role.STRONG),
        put(entry.who, Role.ACCENT),
        put(when),
        put(f"{entry.action} {entry.subject}", Role.STRONG),
        put("undone" if opened.undone else "", Role.WARN),
    ]
    return flow(joined(parts), width)


def _sides(entry: JournalEntry, width: int) -> tuple[Line, ...]:
    found: list[Line] = []
    for name, text in (("before", entry.before), ("after", entry.after), ("why", entry.why)):
        if text:
            role = Role.QUOTE if name == "why" else Role.TEXT
            found.extend(paragraph(text, width, role, first=((fill(f"  {name}", _NAME), Role.MUTED),)))
    return tuple(found)


def _heading(words: str) -> Block:
    return Block(((put(words, Role.ACCENT),),))


def _entries(title: str, entries: Iterable[JournalEntry], width: int) -> list[Block]:
    return [_heading(title), *(_entry(entry, "", width) for entry in entries), Block((BLANK,))]


def _obstacles(obstacles: Sequence[Obstacle], width: int) -> list[Block]:
    return [_entry(one.entry, one.why, width) for one in obstacles]


def _entry(entry: JournalEntry, why: str, width: int) -> Block:
    first: Line = (put(f"  {entry.id}  ", Role.STRONG),)
    sides = " → ".join(side for side in (entry.before, entry.after) if side)
    words = joined(
        [put(entry.at[:10], Role.MUTED), put(entry.who, Role.ACCENT), put(f"{entry.action} {entry.subject}"),
         put(why, Role.WARN), put(sides, Role.MUTED)]
    )  # fmt: skip
    return Block(flow(words, width, first=fit(first, width // 2)), f"{ENTRY}{entry.id}")


def turning_sheet(found: Turning | str | None, width: int) -> Sheet:
    """Say what taking an entry back would change, and offer it; else why it cannot be."""
    if found is None:
        return Sheet([Block(paragraph("reckoning what changes…", width, Role.MUTED))])
    if isinstance(found, str):
        return Sheet([Block(paragraph(f"{_sentence(found)}.", width, Role.WARN)), *_offer(None)])
    if found.obstacles:
        words = f"Entry {found.entry.id} cannot be taken back: something rests on it."
        if found.action == "redo":
            words = f"What entry {found.entry.id} undid cannot be put back as things are."
        tail = Block((BLANK, *paragraph("What has to be undone first, newest first:", width, Role.MUTED)))
        return Sheet([*_offer(None), Block((BLANK, *paragraph(words, width, Role.WARN))), tail,
                      *(Block(_entry(one.entry, one.why, width).lines) for one in found.obstacles)])  # fmt: skip
    return Sheet([*_offer(found), Block((BLANK,)), *_effect(found, width)])


def _offer(found: Turning | None) -> list[Block]:
    keep = Block(((("n  ", Role.ACCENT), put("leave it as it is")),), KEEP)
    if found is None:
        return [keep]
    what = f"undo entry {found.target.id}" if found.action == "undo" else f"put entry {found.target.id} back"
    return [Block(((("y  ", Role.ACCENT), put(what, Role.STRONG)),), DO), keep]


def _effect(found: Turning, width: int) -> list[Block]:
    target = found.target
    sides = " → ".join(side for side in (target.before, target.after) if side)
    about = joined([put(f"{target.action} {target.subject}", Role.STRONG), put(f"by {target.who}"),
                    put(target.at[:10], Role.MUTED), put(sides, Role.MUTED)])  # fmt: skip
    blocks = [Block((*flow(about, width), BLANK))]
    if found.counted:
        goes = "Goes out of the record" if found.action == "undo" else "Comes back into the record"
        blocks.append(Block(flow([put(f"{goes}: ", Role.MUTED), put(found.counted)], width)))
    if not found.changes:
        blocks.append(Block(paragraph("Nothing on the board changes.", width, Role.STRONG)))
    else:
        blocks.append(Block(paragraph("On the board, as of the latest evidence:", width, Role.MUTED)))
    blocks.extend(Block(change_lines(change, width)) for change in found.changes)
    if found.unseen:
        blocks.append(Block(paragraph(f"and up to {found.unseen:,} more commitments", width, Role.MUTED)))
    return blocks


def change_lines(change: Change, width: int) -> tuple[Line, ...]:
    """Say one difference: what, how it is, how it would be."""
    first: Line = (put(f"  {fill(change.label, 6)} ", Role.STRONG),)
    sides = (put(f"{change.before or 'not there'} → ", Role.MUTED), put(change.after or "gone", Role.STRONG))
    return flow([put(f"{change.name}, {change.aspect}: "), *sides], width, first=fit(first, width // 2))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
