"""Pane 5: what changed between two days."""

from __future__ import annotations

from store.domain.board import Board
from store.domain.changes import Change
from store.domain.redating import Moved
from tui.panes.pane import BoardPane
from tui.render.changes import changes_sheet
from tui.render.frame import Pane
from tui.render.spans import Block, Role, Sheet, paragraph
from tui.wording import day_words


class ChangesPane(BoardPane):
    """What the last step of days changed."""

    PANE = Pane.CHANGES

    def __init__(self) -> None:
        super().__init__()
        self._corrected: tuple[Change, ...] = ()

    def part(self, board: Board) -> object:
        """Return the changes and the days they lie between."""
        return board.changes, board.compared, board.changes_since, board.moment.day

    def draw(self, board: Board, width: int, height: int) -> Sheet:  # noqa: ARG002 - the height plays no part
        """Lay the changes out, once they are known."""
        if not board.compared:
            return Sheet([Block(paragraph("comparing the days…", width, Role.MUTED))])
        return changes_sheet(board.changes, width, since=self._since(board))

    def fresh(self, board: Board) -> bool:
        """Whether another correction of a source's day stands first, so that the pane begins at it."""
        before, self._corrected = self._corrected, tuple(c for c in board.changes if c.aspect in tuple(Moved))
        return bool(self._corrected) and before != self._corrected

    def title_words(self, board: Board) -> str:
        """Say between which days."""
        if board.changes_since is None:
            return ""
        word = "since" if board.changes_since < board.moment.day else "against"
        return f"{word} {self._since(board)}"

    def subtitle_words(self, board: Board) -> str:
        """Say how many there are where not all are in sight."""
        count = len(board.changes)
        return f"{count} changes" if count > self.size.height else ""

    @staticmethod
    def _since(board: Board) -> str | None:
        return day_words(board.changes_since) if board.changes_since else None
