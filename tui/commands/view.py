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
    Command("to_board", ("0",), "0", "board", "go back to the board from anywhere; its own key closes a view",
            Where.VIEW, weight=12, in_palette=False),
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


_STEPS = ("day", "earlier", "later")
"""Those that step through days of evidence; in the past they matter as much as the way back to the latest."""


def view_hints(
    own: Sequence[Command], *, past: bool, read_only: bool, writes: Sequence[str] = (), dated: bool = True
) -> list[Hint]:
    """Choose what the footer of a view offers; `writes` names its own commands that change something.

    `dated` says whether there is evidence, so that there are days to step through.
    """
    found = [Hint("Esc", "back", "back", 1)]
    for command in (*own, *COMMANDS, *(command for command in board.COMMANDS if command.id in _OFFERED)):
        left_out = (past or read_only) and (command.id in writes or command.id == "undo")
        left_out |= not dated and command in board.COMMANDS and command.id in _STEPS
        if command.weight is not None and not left_out and (command.id != "latest" or past):
            weight = 2 if past and command.id in ("latest", *_STEPS) else command.weight
            found.append(Hint(command.shown, command.title, command.id, weight))
    return sorted(found, key=lambda hint: hint.weight)
