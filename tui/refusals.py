"""Why nothing can be changed now: the sentences for whoever asked for a change."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from tui.commands.chosen import returning
from tui.wording import day_words

if TYPE_CHECKING:
    from store.domain.board import Board

NOTHING = "nothing can be changed"
STATUS = "a status cannot be changed"


def open_read_only(what: str = NOTHING) -> str:
    """Say that the store is open read-only, and what cannot be done therefore."""
    return f"This store is open read-only: {what}."


def refusal(board: Board | None, *, read_only: bool, what: str = NOTHING) -> str:
    """Return why a change cannot be made while a board is shown; empty where it can. None: whatever is shown."""
    if read_only:
        return open_read_only(what)
    if board is not None and not board.moment.latest:
        return f"The board shows {day_words(board.moment.day)}, which is read only. {returning()}."
    return ""
