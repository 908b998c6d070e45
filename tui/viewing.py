"""What is looked at: the query, the thing highlighted, and what of the store answers them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.domain.board import NO_EVIDENCE, Board, Evidence, Row
from store.domain.reading import reading_after
from store.domain.requests import BoardQuery
from store.domain.shelves import BOARD_ORDER, Order
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.errors import UnknownError

if TYPE_CHECKING:
    from store.repository import Repository


class Look(NamedTuple):
    """A look at the store as it was wished for; what the person wishes next does not change it."""

    query: BoardQuery
    subject: str
    """What the evidence is about; empty = the first obligation."""
    blank: bool
    """Whether nothing is highlighted, so that no evidence is shown."""

    def board(self, repository: Repository) -> Board:
        """Fetch the board with its evidence, and without what changed, which takes longest. Raises TalksError."""
        board = repository.board(self.query._replace(with_changes=False))
        rows = board.page.rows
        subject = "" if self.blank else self.subject or (rows[0].label if rows else "")
        return board._replace(evidence=self.evidence(repository, subject), compared=False)

    def evidence(self, repository: Repository, label: str) -> Evidence:
        """Fetch the evidence of a thing; of one nobody knows there is none. Raises TalksError."""
        if not label:
            return NO_EVIDENCE
        try:
            return repository.evidence(label, self.query)
        except UnknownError:
            return NO_EVIDENCE

    def found(self, repository: Repository, words: str, size: int) -> Sequence[Row]:
        """Look commitments up by label or words, beside the board. Raises TalksError."""
        query = self.query._replace(filter=words, around=None, from_end=False, size=size, order=BOARD_ORDER)
        return repository.page(query).rows


class Viewing:
    """What the person wishes to see, which the board may not show yet."""

    def __init__(self, query: BoardQuery) -> None:
        self.query = query
        self.subject = ""
        """What the evidence is about."""
        self.blank = False
        """Whether nothing is highlighted, so that no evidence is shown."""
        self.reach = 0
        """How many obligations from the first one on have to be there for the list to stay as it is."""
        self.page_due = False
        """Whether the page wished for is still to come."""

    def look(self) -> Look:
        """Return what is wished for now."""
        return Look(self.query, self.subject, self.blank)

    def shows(self, label: str) -> None:
        """Note what the evidence is about now ("" = nothing)."""
        self.blank = not label
        self.subject = label or self.subject

    def page(self, around: str | None, *, from_end: bool) -> None:
        """Look at another stretch of the obligations."""
        self.reach, self.page_due = 0, True
        self.query = self.query._replace(around=around, from_end=from_end)

    def stay(self, label: str, reach: int) -> None:
        """Look at the obligations around one; where that is one of the first, from the first on as far as `reach`."""
        self.reach = reach
        self.query = self.query._replace(around=None if reach else label or None, from_end=False)

    def filter(self, words: str) -> None:
        """Look only at obligations with these words."""
        around = None if words else self.subject or None
        self.reach, self.page_due = 0, True
        self.query = self.query._replace(filter=words, around=around, from_end=False)

    def order(self, order: Order) -> None:
        """Look at the obligations in another order, around the one that is highlighted."""
        self.reach, self.page_due = 0, True
        self.query = self.query._replace(order=order, around=self.subject or None, from_end=False)

    def reading(self, board: Board) -> None:
        """Take the next reading."""
        self.query = self.query._replace(reading=reading_after(self.query.reading, board.parties))

    def track(self, label: str | None) -> None:
        """Look at one track, or at all (None), from its first obligation on."""
        self.subject, self.blank = "", False
        self.reach, self.page_due = 0, True
        self.query = self.query._replace(track=label, around=None, from_end=False)

    def day(self, board: Board) -> date:
        """Return the day wished for."""
        return self.query.day or board.moment.evidence_ends or board.moment.day

    def step(self, board: Board, by: int) -> bool:
        """Go to the day of evidence before (-1) or after (1) the one wished for; False where the board names none."""
        moment, here = board.moment, self.day(board)
        if here == moment.day:
            day = moment.previous if by < 0 else moment.following
        elif by < 0:
            day = max((day for day in board.days if day < here), default=None)
        else:
            day = min((day for day in board.days if day > here), default=None)
        if day is None:
            return False
        self.go(board, day)
        return True

    def go(self, board: Board, day: date | None) -> None:
        """Look at a day, and list what changed since the one looked at before; None = the latest evidence."""
        ends, before = board.moment.evidence_ends, self.day(board)
        if day == ends:
            day = None
        self.query = self.query._replace(day=day, since=before if before != (day or ends) else None)
