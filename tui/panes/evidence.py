"""Pane 4: the evidence of whatever is highlighted."""

from __future__ import annotations

from textual.reactive import reactive

from store.domain.board import Board
from tui.panes.pane import BoardPane
from tui.render.evidence import evidence_sheet
from tui.render.frame import Pane
from tui.render.spans import Block, Role, Sheet, paragraph


class EvidencePane(BoardPane):
    """Who says so, where and in which words."""

    PANE = Pane.EVIDENCE
    behind: reactive[bool] = reactive(default=False, repaint=False)
    """Whether something else is highlighted by now."""

    def __init__(self) -> None:
        super().__init__()
        self._subject = ""

    def part(self, board: Board) -> object:
        """Return the evidence; where there is none, also the filter that finds nothing."""
        return board.evidence, "" if board.evidence.subject or board.page.rows else board.page.filter

    def draw(self, board: Board, width: int, height: int) -> Sheet:  # noqa: ARG002 - the height plays no part
        """Lay the evidence out, or say that nothing matches."""
        page = board.page
        if not board.evidence.subject and page.filter and not page.rows:
            words = f"Nothing matches “{page.filter}”, so there is no evidence to show."
            return Sheet([Block(paragraph(words, width, Role.MUTED))])
        return evidence_sheet(board, width)

    def fresh(self, board: Board) -> bool:
        """Whether this is the evidence of another thing, which begins at its top."""
        before, self._subject = self._subject, board.evidence.subject
        return before != self._subject

    def title_words(self, board: Board) -> str:
        """Name what it is about."""
        return board.evidence.subject

    def watch_behind(self, behind: bool) -> None:
        """Draw the name of what it is about faintly while something else is highlighted."""
        self.faint = behind
        if self.board is not None and self.is_attached:
            self.write_head(self.board)

    def subtitle_words(self, board: Board) -> str:  # noqa: ARG002 - the sheet says it
        """Say whether lines lie above, and how many below."""
        below = self.sheet.height - self.top - self.size.height
        more = f"{below} more line{'' if below == 1 else 's'}" if below > 0 else ""
        return " ".join(part for part in ("↑" if self.top > 0 else "", more) if part)

    def moved(self) -> None:
        """Stay: a cursor inside the evidence does not change what it is about."""
