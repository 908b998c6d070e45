"""Pane 2: the obligations, a page of them at a time."""

from __future__ import annotations

from time import monotonic
from typing import ClassVar

from textual.binding import BindingType
from textual.timer import Timer

from store.domain.board import Board, Page
from store.domain.typed import TYPE_CHECKING
from tui.commands.board import COMMANDS
from tui.commands.command import Where, bindings
from tui.messages import PageWanted
from tui.panes.pane import BoardPane
from tui.render.frame import Pane
from tui.render.obligations import DrawnRows, ObligationSheet

if TYPE_CHECKING:
    from tui.panes.marks import Marks
    from tui.render.faces import Drawable

_AHEAD = 4
"""How many rows more than the pane shows are left of a page when the next one is asked for."""
_REST = 0.1
"""Seconds after a first page when more of the list is asked for."""
_PATIENCE = 1.0
"""Seconds after which a page that did not come is asked for again: another board may have taken its place."""
_WHOLE = 40
"""How many rows a list has at most that is always asked for whole, so that the cursor follows a row through it."""


class ObligationsPane(BoardPane):
    """Who owes whom what, and what has been handed over."""

    PANE = Pane.OWED
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS, Where.OWED)]

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._asked = ""
        """Around which obligation the next page was asked for, until it comes."""
        self._patience = 0.0
        """Until when that page is waited for before it is asked for again."""
        self._edge: int | None = None
        """The end of the list the cursor shall go to when its page arrives."""
        self._aim = ""
        """The obligation the cursor shall go to when its page arrives."""
        self._arriving = False
        """Whether the cursor moves because its page came; more of the list is then asked for when the keys rest."""
        self.ahead: Timer | None = None
        """What will look whether the page reaches far enough; None where nothing will."""
        self._filter = ""
        self._list: tuple[object, ...] = ()
        """Which list the columns were made for."""
        self._rows = DrawnRows()
        self._marks: Marks | None = None

    def part(self, board: Board) -> object:
        """Return the page."""
        return board.page, board.reading, board.totals

    def draw(self, board: Board, width: int, height: int) -> Drawable:
        """Lay the page out; where the same list goes on, its columns stay as wide as they are."""
        if not board.page.rows:
            return super().draw(board, width, height)
        which = (board.page.filter, board.page.order, board.reading, board.moment.day, board.tracks, width)
        known, self._list = self._list == which and self.sheet, which
        widths = known.widths if isinstance(known, ObligationSheet) else None
        return ObligationSheet(board.page, width, widths, self._rows, marked=self._marks.labels if self._marks else ())

    @property
    def marks(self) -> Marks:
        """The obligations that are marked."""
        if self._marks is None:
            from tui.panes.marks import Marks  # most visits mark nothing

            self._marks = Marks(self)
            self._list = ()  # what is drawn from now on knows them
            self._drawn = ()
            self.redraw(self.board)
        return self._marks

    def redraw(self, board: Board | None) -> None:
        """Draw the page. One that was asked for around the cursor moves nothing."""
        if board is None or self.size.width <= 0 or board.page is self._page:
            super().redraw(board)
            return
        extended, missed = bool(self._asked) and self._asked == self.label, self._missed
        if extended:
            self.settle()
        with self.changing():
            super().redraw(board)
            if extended and not board.moment.latest:
                self._missed = missed
            self._page, self._asked = board.page, ""
            self.scrolled()
            self._arriving = not extended
            self._arrive(board.page)
            self._arriving = False
        if not extended:
            # A first page holds little more than what is in sight, so that it comes soon. More follows once the keys
            # rest; a cursor that comes near its end before asks by itself.
            if self.ahead is not None:
                self.ahead.stop()
            self.ahead = self.set_timer(_REST, self._look_ahead)

    def _arrive(self, page: Page) -> None:
        """Go where the cursor was to go once this page is there."""
        if page.filter != self._filter:
            self._filter = page.filter
            if self.label:
                self.settle()
        if self._aim and self.select(self._aim):
            self._aim = ""
        if self._edge is not None and not _beyond(page, self._edge):
            edge, self._edge = self._edge, None
            super().to_edge(edge)

    def scrolled(self) -> None:
        """Make room in the columns for what comes into sight."""
        if isinstance(self.sheet, ObligationSheet) and self.sheet.widen(self.top, self.size.height):
            self._strips.clear()
        super().scrolled()

    def found_nothing(self, board: Board) -> bool:
        """Whether no obligation has the words of the filter."""
        return bool(board.page.filter) and not board.page.rows

    def moved(self) -> None:
        """Ask for the evidence, and near an end of the page for the next one."""
        super().moved()
        if self._near() and not self._arriving:
            # what is asked for is read while the move is painted, if not after it, and would hold that up
            self.call_after_refresh(self._look_ahead)

    def _near(self) -> bool:
        """Whether the cursor is near an end of the page that is none of the list."""
        board = self.board
        if board is None or not self.label or not (board.page.more_after or board.page.more_before):
            return False
        near = self.size.height + _AHEAD
        near_end = board.page.more_after and len(self.sheet.stops) - self.cursor <= near
        return near_end or (board.page.more_before and self.cursor < near)

    def _look_ahead(self) -> None:
        """Near an end of the page ask for the next one."""
        if self.ahead is not None:
            self.ahead.stop()
            self.ahead = None
        waiting = bool(self._asked) and monotonic() < self._patience
        if self._near() and not waiting:
            self._asked, self._patience = self.label, monotonic() + _PATIENCE
            # Only the app answers, and the way up to it is not open yet when the first board is drawn.
            self.app.post_message(PageWanted(self.label))

    def place(self) -> tuple[str, int]:
        """Return what a board has to hold for the list to stay: an obligation, and how many from the first one on.

        That number is 0 where those around the obligation are enough.
        """
        page = self._page
        if page is None or page.more_before or self._missed:
            return self._missed or self.label, 0
        if not page.more_after and len(page.rows) <= _WHOLE:
            return self.label, len(page.rows)
        end = self.top + self.size.height
        reach = sum(stop.top < end for stop in self.sheet.stops)
        return self.label, reach if reach <= _WHOLE else 0

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
        if board is not None and _beyond(board.page, edge):
            self._edge = edge
            self.app.post_message(PageWanted(from_end=edge != 0))
            return
        super().to_edge(edge)


def _beyond(page: Page, edge: int) -> bool:
    """Whether an end of the list lies on another page."""
    return page.more_before if edge == 0 else page.more_after
