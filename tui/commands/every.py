"""Every command there is: what help, palette and the list of keys are made from."""

from __future__ import annotations

from tui.commands import archive, board, drift, filters, finding, inbox, ledger, notices, progress, timeline, view
from tui.commands.command import Command

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
