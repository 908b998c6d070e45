"""Every command there is: what help, palette and the list of keys are made from."""

from __future__ import annotations

from tui.commands import archive, board, inbox, ledger, view
from tui.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    *board.COMMANDS,
    *view.COMMANDS,
    *ledger.COMMANDS,
    *archive.COMMANDS,
    *inbox.COMMANDS,
)
