"""What the footer of the dashboard offers, as things stand."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple
from tui.commands.board import COMMANDS
from tui.commands.command import Command, Where
from tui.render.bars import Hint

if TYPE_CHECKING:
    from store.domain.board import Board

NOTHING_TO_STEP_THROUGH = "There is no evidence to step through yet."
"""What is said where a day is asked for in a store without evidence."""


class Situation(NamedTuple):
    """What decides which commands can be given now."""

    place: Where = Where.LIST
    past: bool = False
    read_only: bool = False
    zoomed: bool = False
    """Whether one pane has the whole screen, so that there is a way back."""
    in_evidence: bool = False
    dated: bool = True
    """Whether there is evidence, so that there are days to step through."""
    rows: bool = True
    """Whether there are obligations in sight."""
    empty: bool = False
    """Whether the store holds nothing."""
    tracks: bool = False
    """Whether there are several tracks to turn through."""


def on_board(now: Situation, board: Board) -> Situation:
    """Return a situation with what the board decides."""
    dated, rows = board.moment.evidence_ends is not None, bool(board.page.rows)
    empty = not (dated or board.rounds or board.totals.all)
    tracks = len(board.every_track) > 1
    return now._replace(past=not board.moment.latest, dated=dated, rows=rows, empty=empty, tracks=tracks)


def footer_hints(now: Situation) -> list[Hint]:
    """Choose what the footer offers."""
    hints = []
    for command in COMMANDS:
        if command.weight is None or not offered(command, now):
            continue
        weight = 1 if now.past and command.id in ("latest", "earlier", "later") else command.weight
        hints.append(Hint(command.shown, command.title, command.id, weight))
    return hints


def offered(command: Command, now: Situation) -> bool:
    """Whether a command can be given now."""
    if now.empty:
        return command.id in ("help", "quit", "palette", "inbox")
    simply = {"latest": now.past, "back": now.zoomed, "track": now.tracks}
    if command.id in simply:
        return simply[command.id]
    match command.id:
        case "open":
            return not (now.zoomed and now.in_evidence)
        case "day" | "earlier" | "later":
            return now.dated
        case "undo" | "redo":
            return not (now.past or now.read_only)
        case "status":
            return now.place is Where.OWED and now.rows and not (now.past or now.read_only)
    return command.where is not Where.OWED or now.place is Where.OWED
