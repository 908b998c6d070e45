"""Help and palette as lines: made from the one table of commands, and searched by words."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.board import Board, Row
from store.domain.model import Track
from store.domain.words import spoken
from tui.commands.chosen import enter_word
from tui.commands.command import Command, Where
from tui.commands.every import COMMANDS
from tui.commands.status import STATUS_KEYS, StatusKey
from tui.commands.view import HEADINGS
from tui.render.frame import Pane
from tui.render.names import way
from tui.render.obligations import figure_cell
from tui.render.picker import status_words
from tui.render.spans import BLANK, Block, Line, Role, Sheet, fill, flow, paragraph, put, spread
from tui.wording import delivery_words, safe

_KEY = 16
_ABOUT = {
    Pane.ROUNDS: "Rounds: where the talks stand. {enter} shows what sources report of a round.",
    Pane.OWED: "Owed: who owes whom what. A bar only where there is a number to measure by; ? one-sided, "
    "= confirmed, ! sources differ.",
    Pane.NEXT: "Next round: its window or that there is none, what holds it back, who said what about when.",
    Pane.EVIDENCE: "Evidence: who says so, how directly, where and in which words. A day with ~ was inferred.",
    Pane.CHANGES: "What changed: between the day shown and the day before it, or the day you came from.",
}
_PARTS = (
    ("Everywhere on the board", (Where.BOARD, Where.DESK, Where.ANYWHERE)),
    ("Inside a pane", (Where.LIST,)),
    ("On an obligation", (Where.OWED,)),
)
_SHARED = ("Here as on the board", (Where.DESK, Where.ANYWHERE))
_VIEW = ("In every view", (Where.VIEW,))
_INBOX = ("In the inbox", (Where.ITEM, Where.INBOX))
_ABOUT_INBOX = (
    "Inbox: what rules found in an article, each with its words marked beside it. Nothing is a fact before you "
    "accept it; whatever is accepted is undone like any other change."
)


def help_sheet(pane: Pane | None, words: str, width: int, *, inbox: bool = False, view: Where | None = None) -> Sheet:
    """List every key, those of the view, the inbox or the focused pane first; only those the words are found in."""
    if inbox:
        return _help([_INBOX, *_PARTS], _ABOUT_INBOX, words, width)
    views = [(title, (place,)) for place, title in HEADINGS.items()]
    if view is not None:
        own = [part for part in views if view in part[1]]
        return _help([*own, _VIEW, _SHARED, _PARTS[1]], "", words, width)
    parts = list(_PARTS)
    parts = [parts[1], parts[0]] if pane is not Pane.OWED else [parts[2], parts[1], parts[0]]
    if pane is not Pane.OWED:
        parts.append(_PARTS[2])
    about = _ABOUT[pane].format(enter=enter_word()) if pane is not None else ""
    return _help([*parts, _VIEW, *views, _INBOX], about, words, width)


def _help(parts: Sequence[tuple[str, tuple[Where, ...]]], about: str, words: str, width: int) -> Sheet:
    blocks: list[Block] = []
    if about and not words:
        blocks.append(Block((*paragraph(about, width, Role.TEXT), BLANK)))
    for title, places in parts:
        found = [c for c in COMMANDS if c.where in places and c.keys and matches(words, c.title, c.help, c.shown)]
        if found:
            blocks.append(Block(((put(title, Role.MUTED),),)))
            blocks.extend(_command(command, width) for command in found)
            blocks.append(Block((BLANK,)))
    if matches(words, "status letters"):
        blocks.append(Block(((put("Letters of the status", Role.MUTED),),)))
        blocks.extend(_letter(key) for key in STATUS_KEYS)
    if not blocks:
        blocks.append(Block(paragraph(f"No key for “{words}”.", width, Role.MUTED)))
    return Sheet(blocks)


def _letter(key: StatusKey) -> Block:
    return Block((((fill(f"  {key.letter}", _KEY), Role.ACCENT), (status_words(key.value), Role.TEXT)),))


def _command(command: Command, width: int) -> Block:
    first: Line = ((fill(f"  {command.shown}", _KEY), Role.ACCENT),)
    return Block(flow([put(command.help)], width, first=first))


def matches(words: str, *texts: str) -> bool:
    """Whether every word occurs in one of the texts, whatever the case."""
    hay = " ".join(texts).casefold()
    return all(word in hay for word in words.casefold().split())


def palette_sheet(  # noqa: PLR0913 - what it lists, each by its name
    words: str, rows: Sequence[Row], board: Board, width: int, *, known: bool, commands: Sequence[Command]
) -> Sheet:
    """List what can be done and where one can go, by words; a label that is typed and `known` can be opened."""
    blocks: list[Block] = []
    offered = [one for one in commands if matches(words, one.title, one.help)]
    # those that are called so before those that only speak of it: Enter takes the first
    for command in sorted(offered, key=lambda one: not matches(words, one.title)):
        left: Line = (put(f"{command.title}  ", Role.STRONG), put(command.help, Role.MUTED))
        line = spread(left, (put(command.shown, Role.ACCENT),), width)
        blocks.append(Block((line,), f"command:{command.id}"))
    if len(board.every_track) > 1:
        found = [track for track in board.every_track if matches(words, "track", track.label, track.name)]
        blocks.extend(_track(track, width) for track in found)
    for standing in board.rounds:
        if matches(words, standing.round.label, standing.round.name):
            left = (put(f"{standing.round.label} ", Role.MUTED), put(standing.round.name, Role.STRONG))
            line = spread(left, ((spoken(standing.state), Role.MUTED),), width)
            blocks.append(Block((line,), f"go:{standing.round.label}"))
    blocks.extend(_row(row, width) for row in rows)
    label = safe(words.strip())
    if known and label and " " not in label and (not blocks or any(char.isdecimal() for char in label)):
        line = (put("show the evidence of ", Role.MUTED), put(label, Role.STRONG))
        blocks.append(Block((line,), f"show:{label}"))
    return Sheet(blocks)


def _track(track: Track, width: int) -> Block:
    left: Line = (put(f"{track.label} ", Role.MUTED), put(track.name, Role.STRONG))
    return Block((spread(left, (("show this track", Role.MUTED),), width),), f"track:{track.label}")


def _row(row: Row, width: int) -> Block:
    commitment = row.standing.commitment
    left: Line = (
        put(f"{commitment.label} ", Role.MUTED),
        put(commitment.what, Role.STRONG),
        put(f"  {way(commitment.debtor, commitment.creditor)}"),
    )
    right: Line = (put(f"{figure_cell(row.standing)} · {delivery_words(row.standing)}", Role.MUTED),)
    return Block((spread(left, right, width),), f"go:{row.label}")
