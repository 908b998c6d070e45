"""The journal: every write, newest first, with who made it and what was there before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from store.domain.journal import JournalEntry
from tui.commands.command import Where
from tui.render.journal import journal_sheet
from tui.render.spans import Sheet
from tui.screens.view import ListView, bound

SHOWN = 1000
"""How many entries are listed at most."""


class JournalScreen(ListView[Sequence[JournalEntry]], inherit_bindings=False):
    """Lists what was written; Enter shows the evidence of the thing that was changed."""

    NAME = "changes"
    PLACE = Where.JOURNAL
    BINDINGS: ClassVar[list[BindingType]] = bound()

    @property
    def _entry(self) -> JournalEntry | None:
        """The entry that the cursor is on."""
        return next((entry for entry in self.value or () if str(entry.id) == self.lines.label), None)

    @property
    def about(self) -> str:
        """The thing that the highlighted entry changed."""
        return self._entry.subject if self._entry else ""

    def draw(self, value: Sequence[JournalEntry], width: int) -> Sheet:
        """List the entries."""
        return journal_sheet(value, width)

    def heading(self, value: Sequence[JournalEntry]) -> str:
        """Count them."""
        return f"newest {SHOWN:,}" if len(value) == SHOWN else f"{len(value):,}"

    def chosen(self, label: str) -> None:
        """Show the evidence of what the entry changed."""
        del label
        if self.about:
            self.viewer.evidence(self.about)
