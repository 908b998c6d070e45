"""What the app does with requests to change: each goes to the writer, and what came of it is said."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime

from store.domain.requests import Author, BoardQuery
from store.domain.typed import TYPE_CHECKING
from store.errors import TalksError
from tui import messages
from tui.commands.chosen import key_words, redoing, undoing
from tui.reader import ReadingApp
from tui.writer import Outcome, Work, Writer

if TYPE_CHECKING:
    from store.repository import Repository

_SOON = 0.3
"""Seconds after which a write that is not done is said to wait."""


class EditingApp(ReadingApp, inherit_bindings=False):
    """Writes what was asked for, and shows it at once."""

    def __init__(
        self,
        open_repository: Callable[[], Repository],
        clock: Callable[[], datetime],
        query: BoardQuery,
        author: str,
        *,
        read_only: bool,
    ) -> None:
        super().__init__(open_repository, clock, query)
        self._author = author
        self.read_only = read_only
        self.writer = Writer(open_repository)
        self._leaving = False
        """Whether the person quits as soon as everything is saved."""

    @property
    def settling(self) -> bool:
        """Whether something that was asked for is not done yet."""
        return super().settling or self.writer.pending is not None

    def author(self) -> Author:
        """Return who writes, and when."""
        return Author(self._author, self.clock())

    def refusal(self, *, anytime: bool = False) -> str:
        """Return in a sentence why nothing can be changed now; empty where it can.

        `anytime` is for what is changed beside the board, whatever day that shows.
        """
        from tui.refusals import refusal  # what is only looked at is refused nothing

        return refusal(None if anytime else self.board, read_only=self.read_only or self.store_read_only)

    def refused(self, *, anytime: bool = False) -> bool:
        """Say why nothing can be changed now, where it cannot; returns whether it was said."""
        why_not = self.refusal(anytime=anytime)
        if why_not:
            self.tell(why_not, warning=True)
        return bool(why_not)

    def on_judgement_wanted(self, message: messages.JudgementWanted) -> None:
        """Save a judgement."""
        author, judgement = self.author(), message.judgement
        self.change(
            lambda repository: repository.judge(judgement, author),
            undoing(),
            lambda: self.post_message(messages.NotSaved(judgement)),
        )

    def on_change_ahead(self, message: messages.ChangeAhead) -> None:
        """Make ready to write while the person chooses what."""
        if not self.refusal():
            self.writer.make_ready(message.label)

    def on_undo_wanted(self, *, anytime: bool = False) -> None:
        """Take the last change back."""
        author = self.author()
        self.change(lambda repository: repository.undo(author), redoing(), anytime=anytime)

    def on_redo_wanted(self, *, anytime: bool = False) -> None:
        """Do again what was undone."""
        author = self.author()
        self.change(lambda repository: repository.redo(author), undoing(), anytime=anytime)

    def action_hint_quit(self) -> None:
        """Say how to leave: Ctrl+C is no way out."""
        self.tell(f"{key_words('quit', 'q')} quits. Ctrl+C copies what is selected.")

    def leave(self) -> None:
        """Quit; where something is still being saved, quit once it is. A save that fails keeps the dashboard open.

        A form with something in it that is not saved asks first.
        """
        keeps = getattr(self.screen, "keeps_from_leaving", None)
        if keeps is not None and keeps():
            return
        self._leaving = self.writer.pending is not None
        if self._leaving:
            self.tell("saving…, then leaving")
        else:
            self.exit()

    def change(
        self,
        work: Work,
        way_back: str,
        failed: Callable[[], object] | None = None,
        *,
        after: Callable[[], object] | None = None,
        anytime: bool = False,
    ) -> None:
        """Have something written, unless nothing can be changed now; say what came of it and which key undoes it.

        `failed` is called where it could not be, `after` in any case.
        """
        if self.refused(anytime=anytime):
            for call in filter(None, (failed, after)):
                call()
            return
        writing = self.writer.submit(work)
        self.hold()
        asyncio.get_running_loop().call_later(_SOON, self._still_saving, writing)
        self.follow(writing, way_back, failed, after)

    def follow(
        self,
        writing: Future[Outcome],
        way_back: str,
        failed: Callable[[], object] | None = None,
        after: Callable[[], object] | None = None,
    ) -> None:
        """Say what came of a write once it is done, and show it."""
        writing.add_done_callback(lambda done: self.call_later(self._written, done, way_back, failed, after))

    def _still_saving(self, writing: Future[Outcome]) -> None:
        if not (writing.done() or self._leaving):
            self.tell("saving…, the store is busy")

    def _written(
        self,
        writing: Future[Outcome],
        way_back: str,
        failed: Callable[[], object] | None,
        after: Callable[[], object] | None,
    ) -> None:
        """Show what was written, then say so: the board goes before the words."""
        try:
            sentence = writing.result().sentence
        except TalksError as error:
            words, warning = str(error), True
            if failed is not None:
                failed()
        else:
            words, warning = f"{sentence} · {way_back}" if way_back else sentence, False
            if self._leaving and self.writer.pending is None:
                self.exit()
                return
        self._leaving = False
        if after is not None:
            after()
        self.reload(lambda: self.call_after_refresh(self.tell, words, warning=warning))
