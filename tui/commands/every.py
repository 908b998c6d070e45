"""Every command there is: what help, palette and the list of keys are made from."""

from __future__ import annotations

from tui.commands import board, inbox, ledger, view
from tui.commands.command import Command

COMMANDS: tuple[Command, ...] = (*board.COMMANDS, *view.COMMANDS, *ledger.COMMANDS, *inbox.COMMANDS)
from tui.commands import archive, board, inbox, view
from tui.commands.command import Command

COMMANDS: tuple[Command, ...] = (*board.COMMANDS, *view.COMMANDS, *inbox.COMMANDS, *archive.COMMANDS)
