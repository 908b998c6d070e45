"""A pane of the board: a listing with a number, bound to the board, drawn anew only when its part of it changes."""

from __future__ import annotations

from textual import events
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from store.domain.board import Board
from store.domain.typed import TYPE_CHECKING
from tui.messages import Highlighted, Opened
from tui.panes.framed import Framed
from tui.render.faces import FACES, View, title_line
from tui.render.frame import Pane

if TYPE_CHECKING:
    from tui.render.faces import Drawable


class BoardPane(Framed):
    """A listing of a part of the board."""

    PANE: Pane
    board: reactive[Board | None] = reactive[Board | None](None, layout=False, repaint=False)

    def __init__(self) -> None:
        super().__init__(id=self.PANE.value)
        self._drawn: tuple[object, ...] = ()
        self.faint = False
        """Whether the words of the title after the name are drawn faintly."""
        self.note = ""
        """What the title says at its end, beside what the board has to say."""
        self.words = ""
        """Words that everything shown has; empty = it is shown whole."""
        self.leads = False
        """Whether the evidence is about what the cursor here is on."""

    def part(self, board: Board) -> object:
        """Return what of the board this pane shows; it is drawn anew when that is another."""
        raise NotImplementedError

    def draw(self, board: Board, width: int, height: int) -> Drawable:
        """Lay the part out."""
        return FACES[self.PANE].sheet(board, width, height)

    def watch_board(self, board: Board | None) -> None:
        """Draw the new board; where that moved the cursor, the evidence goes with it."""
        before = self.label
        self.set_past(board is not None and not board.moment.latest)
        self.redraw(board)
        if board is None or not self.leads or not self.is_attached:
            return
        subject = board.evidence.subject
        if self.label:
            if self.label != subject and (self.label != before or not subject):
                self.app.post_message(Highlighted(self.label, at_once=True))
        elif subject and self.found_nothing(board):
            self.app.post_message(Highlighted("", at_once=True))

    def found_nothing(self, board: Board) -> bool:  # noqa: ARG002 - for the one that is filtered
        """Whether the pane is empty because nothing matches."""
        return False

    def fresh(self, board: Board) -> bool:  # noqa: ARG002 - for the one that changes its subject
        """Whether the pane is about something else than before."""
        return False

    def redraw(self, board: Board | None) -> None:
        """Draw the pane if its part of the board or its size changed."""
        if board is None or not self.is_attached:
            return
        size = self.size
        drawn = (self.part(board), size, self.words)
        if drawn == self._drawn or size.width <= 0:
            return
        self._drawn = drawn
        fresh = self.fresh(board)
        if fresh:
            self.words = ""
        sheet = self.draw(board, *size)
        if self.words:
            from tui.render.view import holding  # most visits look at panes whole

            sheet = holding(sheet, self.words, size.width)
        self.present(sheet, fresh=fresh)
        self.write_head(board)

    def narrow(self, words: str) -> None:
        """Show only what has some words, with the headings above it; without words, everything again."""
        self.words = words
        self.redraw(self.board)

    def write_head(self, board: Board) -> None:
        """Write number, name and what else the title says."""
        width, height = self.size
        face, view = FACES[self.PANE], View(self.sheet, self.top, height)
        more = " · ".join(filter(None, (face.title(board, width), self.note, self.words and f"/{self.words}")))
        title = title_line(self.PANE, more, faint=self.faint)
        self.write_titles(title, face.lower(board, view))

    def scrolled(self) -> None:
        """Keep the lower border true."""
        if self.board is not None:
            self.write_head(self.board)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw; the first time before any resize was announced, so that no empty pane is ever painted."""
        if not self._drawn:
            self.redraw(self.board)
        return super().render_lines(crop)

    def on_resize(self, _event: events.Resize) -> None:
        """Lay the part out for the new size."""
        self.redraw(self.board)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show or hide the cursor; where it is shown, its evidence is wanted."""
        super().watch_has_focus(has_focus)
        if has_focus:
            self.moved()

    def moved(self) -> None:
        """Ask for the evidence of what the cursor came onto."""
        if self.label and self.has_focus:
            # Only the app answers: the way up through desk and screen would cost each key three more turns.
            self.app.post_message(Highlighted(self.label))

    def opened(self) -> None:
        """Ask to see all of it."""
        if self.label:
            self.post_message(Opened(self.label, self.PANE))
