"""Every command there is, and where it can be given: what help, palette and the lists of keys are made from."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from tui.commands import archive, board, drift, filters, finding, inbox, ledger, notices, progress, timeline, view
from tui.commands.command import Command, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMANDS: tuple[Command, ...] = (
    *board.COMMANDS,
    *view.COMMANDS,
    *ledger.COMMANDS,
    *timeline.COMMANDS,
    *drift.COMMANDS,
    *progress.COMMANDS,
    *archive.COMMANDS,
    *notices.COMMANDS,
    *filters.COMMANDS,
    *finding.COMMANDS,
    *inbox.COMMANDS,
)

_PLACES: tuple[tuple[str, tuple[Where, ...]], ...] = (
    ("On the dashboard and in every view", (Where.DESK, Where.ANYWHERE)),
    ("On the dashboard", (Where.BOARD,)),
    ("In every list", (Where.LIST,)),
    ("On an obligation", (Where.OWED,)),
    ("In every view", (Where.VIEW,)),
    *((title, (place,)) for place, title in view.HEADINGS.items()),
    ("In the inbox", (Where.INBOX, Where.ITEM)),
)


def by_place() -> Iterator[tuple[str, list[Command]]]:
    """Name each place with the commands that have a key there; one that no title is for comes last by its own word."""
    titled = {place for _, places in _PLACES for place in places}
    others = dict.fromkeys(command.where for command in COMMANDS if command.where not in titled)
    for title, places in (*_PLACES, *((f"In: {place.value}", (place,)) for place in others)):
        found = [command for command in COMMANDS if command.where in places and command.keys]
        if found:
            yield title, found
