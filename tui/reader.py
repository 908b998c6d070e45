"""What the app does with requests to look: every answer is a new board, put in one place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import App
from textual.reactive import reactive
from textual.timer import Timer

from store.domain.board import Board, Row
from store.domain.redating import NewDay, Redating
from store.domain.requests import BoardQuery
from store.errors import TalksError
from tui import messages
from tui.commands import NOTHING_TO_STEP_THROUGH
from tui.viewing import Viewing
from tui.wording import safe

if TYPE_CHECKING:
    from store.repository import Repository

_QUIET = 0.03
"""Seconds within which only the last highlighted thing counts, so that held-down keys stay smooth."""
_SCREENFUL = 30
"""How many commitments the palette finds at most."""
_POLL = 0.5
"""Seconds between looks for what other processes wrote."""


class ReadingApp(App[None], inherit_bindings=False):
    """Holds the board and answers what panes ask to see."""

    board: reactive[Board | None] = reactive[Board | None](None, repaint=False)

    def __init__(
        self, open_repository: Callable[[], Repository], clock: Callable[[], datetime], query: BoardQuery
    ) -> None:
        super().__init__()
        self._open_repository = open_repository
        self.clock = clock
        self._query = query
        self.viewing: Viewing | None = None
        self._wanted: str | None = None
        """What was highlighted last and is not shown yet; "" = nothing is."""
        self._waiting: Timer | None = None

    def open_viewing(self) -> None:
        """Open the record and show the board."""
        self.viewing = Viewing(self._open_repository(), self._query)
        self.reload()
        self.set_interval(_POLL, self._look_again)

    def reload(self) -> None:
        """Fetch the board anew. What cannot be read is said, and the board stays as it was."""
        if self.viewing is None:
            return
        try:
            self.board = self.viewing.board(self.clock().date())
        except TalksError as error:
            self.tell(str(error), warning=True)

    def tell(self, words: str, *, warning: bool = False) -> None:
        """Show a sentence in place of the last. Nothing in it is taken for markup or for a control sequence."""
        self.clear_notifications()
        self.notify(safe(words, keep_lines=True), severity="warning" if warning else "information", markup=False)

    def on_told(self, message: messages.Told) -> None:
        """Say something."""
        self.tell(message.words, warning=message.warning)

    def _look_again(self) -> None:
        try:
            if self.viewing is not None and self.viewing.changed():
                self.reload()
        except TalksError as error:
            self.tell(str(error), warning=True)

    def on_highlighted(self, message: messages.Highlighted) -> None:
        """Fetch the evidence: soon, and only of what was highlighted last."""
        self._wanted = message.label
        if message.at_once:
            self._show_wanted()
        elif self._waiting is None:
            self._waiting = self.set_timer(_QUIET, self._show_wanted)

    def _show_wanted(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        if self.viewing is None or self.board is None or self._wanted is None:
            return
        label, self._wanted = self._wanted, None
        if label != self.board.evidence.subject:
            try:
                self.board = self.viewing.highlight(self.board, label)
            except TalksError as error:
                self.tell(str(error), warning=True)

    def on_page_wanted(self, message: messages.PageWanted) -> None:
        """Show another stretch of the obligations."""
        if self.viewing is not None:
            self.viewing.page(message.around, from_end=message.from_end)
            self.reload()

    def on_filter_wanted(self, message: messages.FilterWanted) -> None:
        """Show only what the words find."""
        if self.viewing is not None and message.words != self.viewing.query.filter:
            self.viewing.filter(message.words)
            self.reload()

    def on_reading_wanted(self) -> None:
        """Take the next reading."""
        if self.viewing is not None and self.board is not None:
            self.viewing.reading(self.board)
            self.reload()

    def on_step_wanted(self, message: messages.StepWanted) -> None:
        """Step a day of evidence back or forth."""
        if self.viewing is None or self.board is None:
            return
        if self.viewing.step(self.board, message.step):
            self.reload()
        elif self.board.moment.evidence_ends is None:
            self.tell(NOTHING_TO_STEP_THROUGH)
        else:
            edge = "No evidence is older than this day." if message.step < 0 else "This is the newest evidence."
            self.tell(edge)

    def find(self, words: str) -> Sequence[Row]:
        """Look commitments up by label or words, a screenful at most."""
        if self.viewing is None:
            return ()
        try:
            return self.viewing.find(words, _SCREENFUL).page.rows
        except TalksError:
            return ()

    def knows(self, label: str) -> bool:
        """Whether there is evidence of something; what cannot be read is not known."""
        try:
            return self.viewing is not None and self.viewing.knows(label)
        except TalksError:
            return False

    def redating(self, new: NewDay) -> Redating | str:
        """List what a corrected day of publication would move; where it cannot be, say why."""
        if self.viewing is None:
            return ""
        try:
            return self.viewing.redating(new)
        except TalksError as error:
            return str(error)

    def settled(self) -> Board | None:
        """Return the board with the evidence of what was highlighted last, without waiting for the keys to be quiet."""
        self._show_wanted()
        return self.board

    def on_day_wanted(self, message: messages.DayWanted) -> None:
        """Show a day, or the latest evidence."""
        if self.viewing is not None and self.board is not None:
            self.viewing.go(self.board, message.day)
            self.reload()
