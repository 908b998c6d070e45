"""The commands that every view has beside its own: views are what takes the whole screen in place of the dashboard."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from tui.commands import board
from tui.commands.command import Command, Where, with_shared
from tui.render.bars import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import Binding

COMMANDS: tuple[Command, ...] = (
    Command("narrow", ("slash", "ctrl+f"), "/", "filter", "show only lines with these words; Esc clears", Where.VIEW,
            weight=3, in_palette=False),
    Command("to_board", ("0",), "0", "board", "go back to the board from anywhere", Where.VIEW, weight=12,
            in_palette=False),
)  # fmt: skip

HEADINGS: dict[Where, str] = {
    Where.NOTICES: "In the notices",
    Where.JOURNAL: "In the changes",
    Where.LEDGER: "In the ledger",
    Where.GATES: "On the gate board",
    Where.ENTRY: "On one of the changes",
    Where.SOURCES: "In the sources",
    Where.SOURCE: "On one source",
    Where.TIMELINE: "On the timeline",
    Where.DRIFT: "In the drift",
    Where.PROGRESS: "In the progress chart",
    Where.FILTERS: "In the kept filters",
    Where.FINDING: "In the search",
}
"""How help names the places where the commands of single views can be given."""

_OFFERED = ("help", "quit", "undo", "day", "latest", "earlier", "later", "reading", "copy")
"""Commands shared with the dashboard that the footer of a view offers."""


def view_bindings(own: Sequence[Command] = ()) -> list[Binding]:
    """Make the bindings of a view: its own, those of every view, and those shared with the dashboard."""
    shared = [command for command in board.COMMANDS if command.where is Where.DESK]
    return with_shared((*own, *COMMANDS), shared, *{command.where for command in own}, Where.VIEW)


def view_hints(own: Sequence[Command], *, past: bool, read_only: bool, writes: Sequence[str] = ()) -> list[Hint]:
    """Choose what the footer of a view offers; `writes` names its own commands that change something."""
    found = [Hint("Esc", "back", "back", 1)]
    for command in (*own, *COMMANDS, *(command for command in board.COMMANDS if command.id in _OFFERED)):
        left_out = (past or read_only) and (command.id in writes or command.id == "undo")
        if command.weight is not None and not left_out and (command.id != "latest" or past):
            found.append(Hint(command.shown, command.title, command.id, command.weight))
    return sorted(found, key=lambda hint: hint.weight)
