"""What the app does with requests to change: each goes to the writer, and what came of it is said."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import TYPE_CHECKING

from store.domain.model import Source
from store.domain.redating import NewDay
from store.domain.requests import Author, BoardQuery, Receipt
from store.errors import TalksError
from tui import messages
from tui.reader import ReadingApp
from tui.render.frame import too_small
from tui.render.redating import sources_at
from tui.wording import day_words
from tui.writer import Work, Writer

if TYPE_CHECKING:
    from store.repository import Repository

_NO_SOURCE = "No source is shown here. Move onto what one says; then d corrects the day it was published."
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

    def author(self) -> Author:
        """Return who writes, and when."""
        return Author(self._author, self.clock())

    def refusal(self) -> str:
        """Return in a sentence why nothing can be changed now; empty where it can."""
        if self.read_only or (self.viewing is not None and self.viewing.read_only):
            return "This store is open read-only: nothing can be changed."
        if self.board is not None and not self.board.moment.latest:
            day = day_words(self.board.moment.day)
            return f"The board shows {day}, which is read only. T returns to the latest evidence."
        return ""

    def on_judgement_wanted(self, message: messages.JudgementWanted) -> None:
        """Save a judgement."""
        author, judgement = self.author(), message.judgement
        self._change(
            lambda repository: repository.judge(judgement, author),
            "u undoes",
            lambda: self.post_message(messages.NotSaved(judgement)),
        )

    def on_undo_wanted(self) -> None:
        """Take the last change back."""
        author = self.author()
        self._change(lambda repository: repository.undo(author), "U redoes")

    def on_redo_wanted(self) -> None:
        """Do again what was undone."""
        author = self.author()
        self._change(lambda repository: repository.redo(author), "u undoes")

    def on_redating_asked(self, message: messages.RedatingAsked) -> None:
        """Ask for the right day of the source that something rests on."""
        board, refusal = self.settled(), self.refusal()
        sources = sources_at(board.evidence, message.label) if board is not None else ()
        if refusal or not sources:
            self.tell(refusal or _NO_SOURCE, warning=True)
        elif not too_small(*self.size):
            self._ask_day(sources)

    def on_redating_wanted(self, message: messages.RedatingWanted) -> None:
        """Save a corrected day of publication."""
        author, new = self.author(), message.new
        self._change(lambda repository: repository.redate(new, author), "u undoes", lambda: self._ask_again(new))

    def _ask_again(self, new: NewDay) -> None:
        """Keep the day that could not be saved, over the list as it is now."""
        self.reload()
        sources = self.board.evidence.sources if self.board is not None else {}
        if new.source in sources:
            self._ask_day((sources[new.source],), new.day.isoformat())

    def _ask_day(self, sources: Sequence[Source], text: str = "") -> None:
        from tui.screens.redating import RedatingScreen

        self.push_screen(RedatingScreen(sources, self.redating, text))

    def leave(self) -> None:
        """Quit; where something is still being saved, quit once it is. A save that fails keeps the dashboard open."""
        pending = self.writer.pending
        if pending is None:
            self.exit()
            return
        self.tell("saving…, then leaving")
        self.run_worker(self._leave_after(pending), group="leave", exclusive=True)

    async def _leave_after(self, pending: Future[Receipt]) -> None:
        await asyncio.wait({asyncio.wrap_future(pending)})
        if pending.exception() is None:
            self.exit()

    def _change(self, work: Work, way_back: str, failed: Callable[[], object] | None = None) -> None:
        refusal = self.refusal()
        if refusal:
            self.tell(refusal, warning=True)
            return
        self.run_worker(self._write(work, way_back, failed), group="write", exit_on_error=True)

    async def _write(self, work: Work, way_back: str, failed: Callable[[], object] | None) -> None:
        writing = asyncio.wrap_future(self.writer.submit(work))
        try:
            receipt = await self._patiently(writing)
        except TalksError as error:
            self.tell(str(error), warning=True)
            if failed is not None:
                failed()
        else:
            self.tell(f"{receipt.sentence} · {way_back}")
        self.reload()

    async def _patiently(self, writing: asyncio.Future[Receipt]) -> Receipt:
        done, _ = await asyncio.wait({writing}, timeout=_SOON)
        if not done:
            self.tell("saving…, the store is busy")
        return await writing
