"""Pane 2: the obligations, a page of them at a time."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from store.domain.board import Board, Page
from tui.commands import Where, bindings
from tui.messages import PageWanted
from tui.panes.lines import Drawable
from tui.panes.pane import BoardPane
from tui.render.frame import Pane
from tui.render.obligations import ObligationSheet, empty_sheet

_AHEAD = 4
"""How many rows more than the pane shows are left of a page when the next one is asked for."""


class ObligationsPane(BoardPane):
    """Who owes whom what, and what has been handed over."""

    PANE = Pane.OWED
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.OWED)]

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._asked = ""
        """Around which obligation the next page was asked for, until it comes."""
        self._edge: int | None = None
        """The end of the list the cursor shall go to when its page arrives."""
        self._aim = ""
        """The obligation the cursor shall go to when its page arrives."""
        self._filter = ""

    def part(self, board: Board) -> object:
        """Return the page."""
        return board.page, board.reading, board.totals

    def draw(self, board: Board, width: int, height: int) -> Drawable:  # noqa: ARG002 - the height plays no part
        """Lay the page out."""
        if not board.page.rows:
            return empty_sheet(board.page.filter, width, empty_store=board.moment.evidence_ends is None)
        return ObligationSheet(board.page, width)

    def redraw(self, board: Board | None) -> None:
        """Draw the page; a jump to an end of the list is finished once its page is there."""
        super().redraw(board)
        if board is None or self.size.width <= 0 or board.page is self._page:
            return
        self._page = board.page
        self._asked = ""
        if board.page.filter != self._filter:
            self._filter = board.page.filter
            if self.label:
                self.settle()
        if self._aim and self.select(self._aim):
            self._aim = ""
        if self._edge is not None and not self._beyond(board.page, self._edge):
            edge, self._edge = self._edge, None
            super().to_edge(edge)

    def found_nothing(self, board: Board) -> bool:
        """Whether no obligation has the words of the filter."""
        return bool(board.page.filter) and not board.page.rows

    def title_words(self, board: Board) -> str:
        """Count what is open, or what the filter finds."""
        page, reading = board.page, f"{board.reading.name} · "
        if page.filter:
            found = f"{len(page.rows)}{'+' if page.more_after or page.more_before else ''}"
            return f"{reading}{found} of {board.totals.all} · /{page.filter}"
        return f"{reading}{board.totals.open} open of {board.totals.owed}"

    def subtitle_words(self, board: Board) -> str:
        """Say whether more lies above and below, on this page or on others."""
        above = self.top > 0 or board.page.more_before
        below = self.top + self.size.height < self.sheet.height or board.page.more_after
        return f"{'↑' if above else ''}{'↓' if below else ''} more" if above or below else ""

    def moved(self) -> None:
        """Ask for the evidence, and near an end of the page for the next one."""
        super().moved()
        board = self.board
        if board is None or self._asked or not self.label:
            return
        rows = len(self.sheet.stops)
        near = self.size.height + _AHEAD
        near_end = board.page.more_after and rows - self.cursor <= near
        near_start = board.page.more_before and self.cursor < near
        if near_end or near_start:
            self._asked = self.label
            self.post_message(PageWanted(self.label))

    @staticmethod
    def _beyond(page: Page, edge: int) -> bool:
        """Whether an end of the list lies on another page."""
        return page.more_before if edge == 0 else page.more_after

    def move_to(self, index: int) -> None:
        """Put the cursor on a stop; a jump that is still under way is given up."""
        self._edge, self._aim = None, ""
        super().move_to(index)

    def seek(self, label: str) -> None:
        """Go to an obligation that may lie on another page."""
        self._aim = label
        self.post_message(PageWanted(label))

    def to_edge(self, edge: int) -> None:
        """Go to the first or the last obligation of all, not only of the page."""
        board = self.board
        if board is not None and self._beyond(board.page, edge):
            self._edge = edge
            self.post_message(PageWanted(from_end=edge != 0))
            return
        super().to_edge(edge)
