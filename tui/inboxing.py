"""What the app knows of the inbox: how to open it. All else is loaded when that is first asked for."""

from __future__ import annotations

from store.domain.board import Board
from store.domain.typed import TYPE_CHECKING
from tui.correcting import CorrectingApp

if TYPE_CHECKING:
    from tui.inbox.office import Office


class InboxingApp(CorrectingApp, inherit_bindings=False):
    """Opens the inbox over the board, and keeps it as true as the board."""

    _office: Office | None = None
    """What stands behind the inbox, and where the person was in it; None until it was opened."""

    @property
    def settling(self) -> bool:
        """Whether something that was asked for is not done yet."""
        return super().settling or (self._office is not None and self._office.settling)

    def open_inbox(self) -> None:
        """Open the inbox where it was left."""
        if self._office is None:
            from tui.inbox.office import Office

            self._office = Office(self)
        self._office.open()

    def take_board(self, board: Board) -> None:
        """Put a board up; what was written elsewhere may bear on the inbox as well."""
        super().take_board(board)
        if self._office is not None:
            self._office.look_again()
