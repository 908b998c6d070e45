"""The evidence of what the cursor is on: fetched once the keys rest, and only of what was highlighted last."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from textual.reactive import reactive

from store.domain.board import NO_EVIDENCE, Evidence
from store.domain.requests import BoardQuery
from store.domain.typed import TYPE_CHECKING
from store.errors import TalksError
from tui import messages
from tui.fetcher import Kind
from tui.showing import ShowingApp

if TYPE_CHECKING:
    from store.repository import Repository

_QUIET = 0.12
"""Seconds that the keys have to rest before the evidence follows: nobody reads it while stepping through rows."""


class AttendingApp(ShowingApp, inherit_bindings=False):
    """Keeps the evidence with the cursor."""

    behind: reactive[bool] = reactive(default=False, repaint=False)
    """Whether the evidence is about something else than what is highlighted."""

    def __init__(
        self, open_repository: Callable[[], Repository], clock: Callable[[], datetime], query: BoardQuery
    ) -> None:
        super().__init__(open_repository, clock, query)
        self._wanted: str | None = None
        """What was highlighted last and is not shown yet; "" = nothing is."""
        self._resting: asyncio.TimerHandle | None = None
        self._settled: list[Callable[[], object]] = []
        """What waits for the evidence of what was highlighted last."""

    @property
    def settling(self) -> bool:
        """Whether something that was asked for is not on the board yet."""
        return super().settling or self._wanted is not None

    @property
    def asked_for(self) -> bool:
        """Whether something opens once the evidence of what was highlighted last is there."""
        return bool(self._settled)

    def reload(self, then: Callable[[], object] | None = None) -> None:
        """Have the board fetched anew, then call; evidence that is wanted follows it."""
        super().reload(then)
        if self._wanted is not None and self._resting is None:
            self._wish_evidence(self._wanted)

    def on_highlighted(self, message: messages.Highlighted) -> None:
        """Have the evidence fetched: once the keys rest, and only of what was highlighted last."""
        self._wanted = message.label
        self.behind = self.board is not None and message.label != self.board.evidence.subject
        if self._resting is not None:
            self._resting.cancel()
            self._resting = None
        if message.at_once:
            # what moved the cursor is painted first; reading at the same time would hold that up
            self.call_after_refresh(self._rested)
        else:
            self._resting = asyncio.get_running_loop().call_later(_QUIET, self._rested)

    def _rested(self) -> None:
        """Wish for the evidence of what is highlighted, unless it is shown already."""
        if self._resting is not None:
            self._resting.cancel()
            self._resting = None
        if self._wanted is None:
            return
        if self.board is not None and self._wanted == self.board.evidence.subject:
            self._take_evidence(self._wanted, self.board.evidence)
        else:
            self._wish_evidence(self._wanted)

    def _wish_evidence(self, label: str) -> None:
        look = self.viewing.look()
        self.fetcher.wish(
            Kind.EVIDENCE,
            lambda store: look.evidence(store, label),
            lambda evidence: self._take_evidence(label, evidence),
            self._evidence_failed,
        )

    def _take_evidence(self, label: str, evidence: Evidence) -> None:
        """Show evidence; of something nobody knows the board keeps what it has."""
        if label != self._wanted:
            return
        self._wanted = None
        if self.board is not None and (evidence is not NO_EVIDENCE or not label):
            self.viewing.shows(evidence.subject)
            self.board = self.board._replace(evidence=evidence)
            self.behind = False
        self._say_settled()

    def _evidence_failed(self, error: TalksError) -> None:
        self._wanted = None
        self.complain(error)
        self._say_settled()

    def _say_settled(self) -> None:
        waiting, self._settled = self._settled, []
        for call in waiting:
            call()

    def when_settled(self, call: Callable[[], object]) -> None:
        """Call once the board has the evidence of what was highlighted last, without waiting for the keys to rest."""
        if self._wanted is None:
            call()
            return
        self._settled.append(call)
        if self._resting is not None:
            self._rested()
