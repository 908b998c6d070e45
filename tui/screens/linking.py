"""Choosing the thing on record that a proposal is about."""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from store.domain.typed import TYPE_CHECKING
from store.reading.proposals import Round, Signal
from store.reading.record.matching import APART
from tui.messages import Found
from tui.render.help import matches
from tui.render.inbox import link_choices
from tui.render.spans import Sheet, put
from tui.report.proposing import sentence
from tui.screens.seeking import SeekingScreen

if TYPE_CHECKING:
    from store.reading.record.inbox import Item
    from tui.inbox.clerk import Clerk

MATCHED = "(matched)"
"""Handed back where a proposal shall be about what it is matched with."""


class LinkScreen(SeekingScreen):
    """Lists rounds or commitments; what is typed filters them. Enter hands back a label."""

    HINT = "⏎ links · Esc closes"

    def __init__(self, item: Item, clerk: Clerk) -> None:
        super().__init__()
        self.HEADING = put(f"What is {item.number} about: {sentence(item.proposal.content)}")[0]
        self._item, self._clerk = item, clerk
        self._of_rounds = isinstance(item.proposal.content, (Round, Signal))
        self._found = Found("")

    def on_mount(self) -> None:
        """Look up what there is."""
        self._look_up(self.words)

    def _look_up(self, words: str) -> None:
        self._clerk.looks.find(words, self._take)

    def _take(self, found: Found) -> None:
        if found.words == self.words and self.is_attached:
            self._found = found
            self.lay_out()

    def draw(self, width: int) -> Sheet:
        """List what the words find, and the two ways to link to nothing."""
        rounds = [
            standing for standing in self._clerk.rounds
            if self._of_rounds and matches(self.words, standing.round.label, standing.round.name)
        ]  # fmt: skip
        rows = () if self._of_rounds else self._found.rows
        typed = self.words.strip() if self._found.known and not (rows or rounds) else ""
        return link_choices((MATCHED, APART), rounds, rows, typed, width)

    @on(Input.Changed)
    def _looked_for(self, event: Input.Changed) -> None:
        self._look_up(event.value)
