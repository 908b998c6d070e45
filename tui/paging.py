"""The pages of the list of obligations: each is wished for as it is asked for, its ends before they are."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from store.domain.board import Board, Evidence, Page
from store.domain.requests import BoardQuery
from store.domain.typed import TYPE_CHECKING
from store.errors import TalksError
from tui import messages
from tui.attending import AttendingApp
from tui.fetcher import Kind

if TYPE_CHECKING:
    from store.repository import Repository

_REST = 0.3
"""Seconds after a page when the ends of its list are read."""


class PagingApp(AttendingApp, inherit_bindings=False):
    """Answers what asks for another stretch of the obligations."""

    def __init__(
        self, open_repository: Callable[[], Repository], clock: Callable[[], datetime], query: BoardQuery
    ) -> None:
        super().__init__(open_repository, clock, query)
        self._ends: dict[BoardQuery, Page] = {}
        """The first and the last page of the list, read since the board is as it is: the ways there are short."""
        self._ending: asyncio.TimerHandle | None = None

    def on_page_wanted(self, message: messages.PageWanted) -> None:
        """Show another stretch of the obligations; an end of the list at once, where it was read already."""
        self.viewing.page(message.around, from_end=message.from_end)
        self.look_now(ample=message.around is not None)
        kept = self._ends.get(self.viewing.query._replace(since=None))
        if kept is not None:
            self._take_page(kept, self.viewing.query)
        else:
            self._wish_page()

    def on_filter_wanted(self, message: messages.FilterWanted) -> None:
        """Show only what the words find."""
        if message.words != self.viewing.query.filter:
            self.viewing.filter(message.words)
            self.look_now()
            self._wish_page()

    def on_order_wanted(self, message: messages.OrderWanted) -> None:
        """Show the obligations in another order."""
        self.viewing.order(message.order)
        self.look_now()
        self._wish_page()

    def _wish_page(self) -> None:
        query = self.viewing.query
        self.fetcher.wish(
            Kind.PAGE, lambda store: store.page(query), lambda page: self._take_page(page, query), self.complain
        )

    def _take_page(self, page: Page, query: BoardQuery) -> None:
        """Show a page, unless another one is wished for by now."""
        if query != self.viewing.query:
            return
        self.viewing.page_due = False
        if self.board is not None:
            self.board = self.board._replace(page=page)
            self._read_ends_later()
            self._count_later(page)

    def take_board(self, board: Board) -> None:
        """Put a board up; of its list no other page is known."""
        self._ends.clear()
        super().take_board(board)
        self._read_ends_later()
        self._count_later(board.page)

    def _take_evidence(self, label: str, evidence: Evidence) -> None:
        """Show evidence; whatever is wished for comes before the ends of the list, so that they are read after it."""
        super()._take_evidence(label, evidence)
        self._read_ends_later()

    def _read_ends_later(self) -> None:
        if self._ending is not None:
            self._ending.cancel()
        self._ending = asyncio.get_running_loop().call_later(_REST, self.read_ends)

    def _count_later(self, page: Page) -> None:
        """Have counted what a filter leaves, where the page did not show all of it."""
        if page.filter and page.matches is None and (page.more_after or page.more_before):
            query = self.viewing.query
            self.fetcher.wish(Kind.COUNT, partial(_matches, query=query), partial(self._take_count, query), _let_be)

    def _take_count(self, query: BoardQuery, count: int | None) -> None:
        """Say how many there are, if they are still asked for."""
        now, board = self.viewing.query, self.board
        if board is not None and _list_of(now) == _list_of(query) and board.page.filter == query.filter:
            self.board = board._replace(page=board.page._replace(matches=count))

    def read_ends(self) -> None:
        """Have the ends of a list read that is longer than the page shown, as far as they are not known."""
        if self.board is None or self.viewing.page_due:
            return
        page, here = self.board.page, self.viewing.query._replace(around=None, since=None, size=self.sight())
        both = [here._replace(from_end=from_end) for from_end in (True, False)]
        self._ends = {query: self._ends[query] for query in both if query in self._ends}
        wanted = [query for query in both if query not in self._ends]
        if wanted and (page.more_after or page.more_before):
            self.fetcher.wish(Kind.ENDS, partial(_pages, queries=wanted), self._ends.update, _let_be)


def _pages(store: Repository, queries: Sequence[BoardQuery]) -> dict[BoardQuery, Page]:
    return {query: store.page(query) for query in queries}


def _matches(store: Repository, query: BoardQuery) -> int | None:
    from store.repository.choices import Choices  # few lists are filtered

    return Choices(store).matches(query)


def _list_of(query: BoardQuery) -> tuple[object, ...]:
    return query.filter, query.day, query.reading, query.track


def _let_be(_error: TalksError) -> None:
    """Do without what was not asked for."""
