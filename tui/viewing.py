"""What is looked at: the query, and the boards that answer it. The only reader on the screen's side."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from store.domain.board import NO_EVIDENCE, Board, Evidence
from store.domain.reading import reading_after
from store.domain.redating import NewDay, Redating
from store.domain.requests import BoardQuery
from store.errors import UnknownError

if TYPE_CHECKING:
    from store.repository import Repository


class Viewing:
    """Holds the query and answers with boards."""

    def __init__(self, repository: Repository, query: BoardQuery) -> None:
        self._repository = repository
        self.query = query
        self.subject = ""
        """What the evidence is about."""
        self._blank = False
        """Whether nothing is highlighted, so that no evidence is shown."""
        self._version = repository.data_version()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._repository.read_only

    def board(self, today: date) -> Board:
        """Fetch the board as it is now."""
        self.query = self.query._replace(today=today)
        self._version = self._repository.data_version()
        board = self._repository.board(self.query)
        if not self.subject and board.page.rows:
            self.subject = board.page.rows[0].label
        return board._replace(evidence=NO_EVIDENCE if self._blank else self._evidence(self.subject))

    def changed(self) -> bool:
        """Whether somebody wrote since the last board was fetched."""
        return self._repository.data_version() != self._version

    def highlight(self, board: Board, label: str) -> Board:
        """Return the board with the evidence of another thing ("" = of none); of one nobody knows, as it was."""
        evidence = self._evidence(label)
        if evidence is NO_EVIDENCE and label:
            return board
        self._blank = not label
        self.subject = label or self.subject
        return board._replace(evidence=evidence)

    def knows(self, label: str) -> bool:
        """Whether there is evidence of something on the day shown."""
        return self._evidence(label) is not NO_EVIDENCE

    def _evidence(self, label: str) -> Evidence:
        if not label:
            return NO_EVIDENCE
        try:
            return self._repository.evidence(label, self.query)
        except UnknownError:
            return NO_EVIDENCE

    def redating(self, new: NewDay) -> Redating:
        """List what a corrected day of publication would move. Raises TalksError where there can be none."""
        return self._repository.redating(new)

    def page(self, around: str | None, *, from_end: bool) -> None:
        """Look at another stretch of the obligations."""
        self.query = self.query._replace(around=around, from_end=from_end)

    def filter(self, words: str) -> None:
        """Look only at obligations with these words."""
        around = None if words else self.subject or None
        self.query = self.query._replace(filter=words, around=around, from_end=False)

    def reading(self, board: Board) -> None:
        """Take the next reading."""
        self.query = self.query._replace(reading=reading_after(self.query.reading, board.parties))

    def step(self, board: Board, by: int) -> bool:
        """Go to the day of evidence before (-1) or after (1); False where there is none."""
        moment = board.moment
        day = moment.previous if by < 0 else moment.following
        if day is None:
            return False
        self.go(board, day)
        return True

    def go(self, board: Board, day: date | None) -> None:
        """Look at a day, and list what changed since the one looked at before; None = the latest evidence."""
        moment = board.moment
        if day == moment.evidence_ends:
            day = None
        since = moment.day if moment.day != (day or moment.evidence_ends) else None
        self.query = self.query._replace(day=day, since=since)

    def find(self, words: str, size: int) -> Board:
        """Look commitments up by their words, beside the board."""
        return self._repository.board(self.query._replace(filter=words, around=None, from_end=False, size=size))

    def close(self) -> None:
        """Leave the record."""
        self._repository.close()
