"""The face of each pane: its lines, what its title says, and what its lower border says of lines out of sight.

Pure, so that every painter shows the same: the screen library, and the first frame that is painted before it is loaded.
"""

from __future__ import annotations

from store.domain.board import Board
from store.domain.typed import TYPE_CHECKING
from tui.render.changes import changes_sheet
from tui.render.evidence import evidence_sheet
from tui.render.frame import Pane
from tui.render.obligations import ObligationSheet, empty_sheet
from tui.render.outlook import outlook_sheet
from tui.render.rounds import rounds_sheet
from tui.render.spans import Block, Line, Role, Sheet, paragraph, put
from tui.wording import day_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    from tui.render.spans import Stop

    class Drawable(Protocol):
        """What a pane shows: lines, and the places where its cursor stops."""

        stops: list[Stop]

        @property
        def height(self) -> int:
            """How many lines there are."""

        def line(self, y: int) -> Line:
            """Return a line."""


_ROOM_FOR_READING = 26


class View:
    """Which lines of a sheet are in sight."""

    def __init__(self, sheet: Drawable, top: int, height: int) -> None:
        self.above = top > 0
        self.height = height
        self.below = max(0, sheet.height - top - height)


class Face:
    """How a pane looks; the rounds as they are."""

    def sheet(self, board: Board, width: int, height: int) -> Drawable:  # noqa: ARG002 - the height plays no part
        """Lay out the rounds."""
        return rounds_sheet(board.rounds, width, board.tracks)

    def title(self, board: Board, width: int) -> str:  # noqa: ARG002 - for those who have more to say
        """Say what stands after the name of the pane."""
        return ""

    def lower(self, board: Board, view: View) -> str:  # noqa: ARG002 - for those who have more to say
        """Say whether more lies above and below."""
        return f"{'↑' if view.above else ''}{'↓' if view.below else ''} more" if view.above or view.below else ""


class OwedFace(Face):
    """Who owes whom what, a page of it."""

    def sheet(self, board: Board, width: int, height: int) -> Drawable:  # noqa: ARG002 - the height plays no part
        """Lay the page out."""
        if not board.page.rows:
            return empty_sheet(board.page.filter, width, empty_store=board.moment.evidence_ends is None)
        return ObligationSheet(board.page, width)

    def title(self, board: Board, width: int) -> str:  # noqa: ARG002 - for those who have more to say
        """Count what is open, or what the filter finds."""
        page = board.page
        reading = f"{board.reading.name} · "
        order = f" · {page.order.words}" if page.order.column else ""
        if page.filter:
            return f"{reading}{page.found} of {board.totals.all} · /{page.filter}{order}"
        return f"{reading}{board.totals.open} open of {board.totals.owed}{order}"

    def lower(self, board: Board, view: View) -> str:
        """Say whether more lies above and below, on this page or on others."""
        above, below = view.above or board.page.more_before, view.below or board.page.more_after
        return f"{'↑' if above else ''}{'↓' if below else ''} more" if above or below else ""


class NextFace(Face):
    """When the next round is, according to whom."""

    def sheet(self, board: Board, width: int, height: int) -> Drawable:
        """Lay the outlook out."""
        return outlook_sheet(board, width, height)

    def title(self, board: Board, width: int) -> str:
        """Say whose view of what is owed the blockers are reckoned by."""
        return board.reading.name if width >= _ROOM_FOR_READING else ""


class EvidenceFace(Face):
    """Who says so, where and in which words."""

    def sheet(self, board: Board, width: int, height: int) -> Drawable:  # noqa: ARG002 - the height plays no part
        """Lay the evidence out, or say that nothing matches."""
        page = board.page
        if not board.evidence.subject and page.filter and not page.rows:
            words = f"Nothing matches “{page.filter}”, so there is no evidence to show."
            return Sheet([Block(paragraph(words, width, Role.MUTED))])
        return evidence_sheet(board, width)

    def title(self, board: Board, width: int) -> str:  # noqa: ARG002 - for those who have more to say
        """Name what it is about."""
        return board.evidence.subject

    def lower(self, board: Board, view: View) -> str:  # noqa: ARG002 - the view says it
        """Say whether lines lie above, and how many below."""
        more = f"{view.below} more line{'' if view.below == 1 else 's'}" if view.below else ""
        return " ".join(part for part in ("↑" if view.above else "", more) if part)


class ChangesFace(Face):
    """What the last step of days changed."""

    def sheet(self, board: Board, width: int, height: int) -> Drawable:  # noqa: ARG002 - the height plays no part
        """Lay the changes out, once they are known."""
        if not board.compared:
            return Sheet([Block(paragraph("comparing the days…", width, Role.MUTED))])
        return changes_sheet(board.changes, width, since=_since(board))

    def title(self, board: Board, width: int) -> str:  # noqa: ARG002 - for those who have more to say
        """Say between which days."""
        if board.changes_since is None:
            return ""
        word = "since" if board.changes_since < board.moment.day else "against"
        return f"{word} {_since(board)}"

    def lower(self, board: Board, view: View) -> str:
        """Say how many there are where not all are in sight."""
        count = len(board.changes)
        return f"{count} changes" if count > view.height else ""


def title_line(pane: Pane, more: str, *, faint: bool = False) -> Line:
    """Write the title of a pane: its number, its name, and what else there is to say, perhaps faintly."""
    title: Line = (put(str(pane.number), Role.STRONG), put(f" {pane.heading}"))
    return (*title, put(" · "), put(more, Role.MUTED if faint else Role.TEXT)) if more else title


def _since(board: Board) -> str | None:
    return day_words(board.changes_since) if board.changes_since else None


FACES: Mapping[Pane, Face] = {
    Pane.ROUNDS: Face(),
    Pane.OWED: OwedFace(),
    Pane.NEXT: NextFace(),
    Pane.EVIDENCE: EvidenceFace(),
    Pane.CHANGES: ChangesFace(),
}
"""The face of every pane."""
