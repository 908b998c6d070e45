"""The commands of the inbox."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from tui.commands import board
from tui.commands.chosen import key_words
from tui.commands.command import Command, Where, with_shared
from tui.render.bars import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import Binding

COMMANDS: tuple[Command, ...] = (
    Command("read", ("r",), "r", "read", "read an article into the inbox: a file or an address", Where.INBOX, weight=3,
            in_palette=False),
    Command("accept", ("a",), "⏎ a", "accept", "accept what is highlighted, or all that is marked", Where.ITEM,
            weight=1, in_palette=False),
    Command("drop", ("x",), "x", "drop", "drop it; again lets it wait again", Where.ITEM, weight=2, in_palette=False),
    Command("correct", ("e",), "e", "edit", "correct it in place before it is accepted", Where.ITEM, weight=4,
            in_palette=False),
    Command("accept_kind", ("A",), "A", "all of a kind", "accept all of its kind that wait, seeing first what changes",
            Where.ITEM, weight=7, in_palette=False),
    Command("mark", ("space",), "space", "mark", "mark several, to accept or drop them together", Where.ITEM, weight=8,
            in_palette=False),
    Command("link", ("l",), "l", "link", "say which thing on record it is about, or that it is new", Where.ITEM,
            weight=6, in_palette=False),
    Command("split", ("s",), "s", "split", "make two of what goes both ways; again joins them", Where.ITEM, weight=9,
            in_palette=False),
    Command("take_back", ("U",), "U", "take back", "take it out of the record, alone or with what was accepted with it",
            Where.ITEM, weight=10, in_palette=False),
    Command("same_origin", ("o",), "o", "origin", "count the article and a stored source that is near as one origin",
            Where.ITEM, weight=11, in_palette=False),
)  # fmt: skip

IN_THE_INBOX = ("help", "quit", "undo", "redo", "inbox", "back", "next_pane", "previous_pane", "about", "cheat_sheet")
"""Commands of the dashboard that the inbox has too, with those of their keys that it does not use otherwise."""


def inbox_bindings(*places: Where) -> list[Binding]:
    """Make the bindings of the inbox: its own in some places, and those it has in common with the dashboard."""
    return with_shared(COMMANDS, [command for command in board.COMMANDS if command.id in IN_THE_INBOX], *places)


def inbox_hints(places: Sequence[Where], *, read_only: bool) -> list[Hint]:
    """Choose what the footer of the inbox offers."""
    found = []
    for command in (*board.COMMANDS, *COMMANDS):
        here = command.where in places or command.id in ("help", "quit", "undo", "back")
        if here and command.weight is not None and not (read_only and _writes(command)):
            found.append(Hint(command.shown, command.title, command.id, command.weight))
    if Where.ITEM not in places:
        found.append(Hint("⏎", "open", "open", 1))
    return sorted(found, key=lambda hint: hint.weight)


def waiting_again() -> str:
    """Say which key lets what was dropped wait again."""
    return f"{key_words('drop', 'x')} lets it wait again"


def taking_back() -> str:
    """Say which key takes what was accepted out of the record."""
    return f"{key_words('take_back', 'U')} takes it back"


def joining() -> str:
    """Say which key makes one of two halves."""
    return f"{key_words('split', 's')} on a half joins them again"


def _writes(command: Command) -> bool:
    return command.where in (Where.INBOX, Where.ITEM) or command.id == "undo"
