"""The board in one place: wished for, fetched in another thread, and put up whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual.reactive import reactive

from store.domain.board import Board
from store.domain.changes import Change
from store.domain.requests import BoardQuery
from store.domain.typed import TYPE_CHECKING
from store.errors import TalksError
from tui.fetcher import Fetcher, Kind
from tui.render.frame import AUTOMATIC, Layout
from tui.render.opening import screenful
from tui.sending import OrderlyApp
from tui.viewing import Viewing
from tui.wording import safe

if TYPE_CHECKING:
    from store.repository import Repository
    from tui.firstframe import Beginning

_SPARE = 4
"""How many obligations more than are in sight a first page holds."""
_SCREENS = 4
"""How many first pages an ample page is as long as."""


class ShowingApp(OrderlyApp, inherit_bindings=False):
    """Holds the board and has it fetched anew."""

    board: reactive[Board | None] = reactive[Board | None](None, repaint=False)

    def __init__(
        self, open_repository: Callable[[], Repository], clock: Callable[[], datetime], query: BoardQuery
    ) -> None:
        super().__init__()
        self.clock = clock
        self.viewing = Viewing(query)
        self.fetcher = Fetcher(open_repository)
        self.arrangement: Layout = AUTOMATIC
        """How the panes are laid out."""
        self.store_read_only = False
        """Whether the store itself can only be read."""
        self.said_anything = False
        """Whether any sentence was shown yet."""
        self._first: Board | None = None
        """The board that was read before the app was there."""
        self._awaiting: list[Callable[[], object]] = []
        """What waits for the next board."""
        self._to_compare: BoardQuery | None = None
        """The query whose changes are fetched once its board is painted."""

    @property
    def settling(self) -> bool:
        """Whether something that was asked for is not on the board yet."""
        return self.fetcher.busy or self._to_compare is not None

    def open_viewing(self) -> None:
        """Open the record and show the board; what changed follows it."""
        self.fetcher.start()
        if self._first is not None:
            self.take_board(self._first)
        else:
            self._read_first()
        self.call_after_refresh(self.fetcher.deliver, self.call_later, self.reload)

    def begin_with(self, beginning: Beginning) -> None:
        """Begin with a board that was just read."""
        self._first, self.frame = beginning.board, beginning.frame
        self.covered = beginning.frame is not None
        self.store_read_only = beginning.repository.read_only
        self.fetcher.adopt(beginning.repository, beginning.version)
        self.set_reactive(ShowingApp.board, beginning.board)

    def _read_first(self) -> None:
        self.store_read_only = self.fetcher.ask(lambda repository: repository.read_only).result()
        self.look_now()
        try:
            self.take_board(self.fetcher.ask(self.viewing.look().board).result())
        except TalksError as error:
            self.complain(error)

    def sight(self) -> int:
        """Count the obligations that a first page holds."""
        return screenful(*self.size, self.arrangement) + _SPARE

    def look_now(self, *, ample: bool = False) -> None:
        """Wish as of now: for the obligations that come into sight, or for an ample page of them."""
        sight = self.sight()
        if ample:
            size = _SCREENS * sight
        else:
            size = max(2 * sight if self.viewing.query.around else sight, self.viewing.reach + _SPARE)
        self.viewing.query = self.viewing.query._replace(today=self.clock().date(), size=size)

    def stay(self) -> None:
        """Wish for the obligations that are in sight, unless others are on their way."""

    def reload(self, then: Callable[[], object] | None = None) -> None:
        """Have the board fetched anew, then call. What cannot be read is said, and the board stays as it was."""
        if then is not None:
            self._awaiting.append(then)
        self.stay()
        self.look_now()
        self._to_compare = None
        self.fetcher.wish(Kind.BOARD, self.viewing.look().board, self.take_board, self.board_failed)

    def read_anew(self) -> None:
        """Have the board fetched and everything sent anew."""
        self.send_anew()
        self.reload()

    def take_board(self, board: Board) -> None:
        """Put a board up; what changed is fetched after it."""
        old, look = self.board, self.viewing.look()
        if old is not None and _compares(old) == _compares(board):
            board = board._replace(changes=old.changes, compared=old.compared)
        if not self.viewing.subject and board.evidence.subject:
            self.viewing.shows(board.evidence.subject)
        self.board = board
        self.viewing.page_due = False
        self.let_go()
        if not board.compared or board is not self._first:
            self._to_compare = look.query
            self.call_after_refresh(self._wish_changes)
        self._call_waiting()

    def _wish_changes(self) -> None:
        """Have fetched what changed, unless another board is on its way."""
        query, self._to_compare = self._to_compare, None
        if query is not None:
            self.fetcher.wish(Kind.CHANGES, lambda store: store.changes(query), self._take_changes, self.complain)

    def board_failed(self, error: TalksError) -> None:
        """Say why there is no new board."""
        self.let_go()
        self.complain(error)
        self._call_waiting()

    def _call_waiting(self) -> None:
        waiting, self._awaiting = self._awaiting, []
        for call in waiting:
            call()

    def _take_changes(self, changes: tuple[Change, ...]) -> None:
        if self.board is not None:
            self.board = self.board._replace(changes=changes, compared=True)

    def complain(self, error: TalksError) -> None:
        """Say what could not be read or written."""
        self.tell(str(error), warning=True)

    def tell(self, words: str, *, warning: bool = False) -> None:
        """Show a sentence in place of the last. Nothing in it is taken for markup or for a control sequence."""
        self.said_anything = True
        self.clear_notifications()
        self.notify(safe(words, keep_lines=True), severity="warning" if warning else "information", markup=False)


def _compares(board: Board) -> tuple[object, ...]:
    """Return what the list of changes of a board hangs on."""
    return board.moment.day, board.changes_since, board.reading, board.tracks
