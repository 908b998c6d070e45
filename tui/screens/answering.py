"""What opens over the panes, the list at a row and the line at the foot, and what becomes of their answers."""

from __future__ import annotations

from textual import on
from textual.widget import Widget

from store.domain.board import Board
from store.domain.typed import TYPE_CHECKING
from tui.messages import (
    Opened,
    PickerClosed,
    PromptAnswered,
    PromptChanged,
    PromptDropped,
    ReasonWanted,
)
from tui.render.outset import BY_ITSELF, Outset
from tui.screens.arranged import ArrangedScreen
from tui.screens.asking import Asking
from tui.screens.dating import Dating
from tui.screens.editing import Editing

if TYPE_CHECKING:
    from tui.panes.pane import BoardPane
    from tui.screens.marking import Marking


class AnsweringScreen(ArrangedScreen, inherit_bindings=False):
    """Opens questions over the board, one at a time, and passes the answers on."""

    def __init__(self, *, read_only: bool, outset: Outset = BY_ITSELF) -> None:
        super().__init__(read_only=read_only, outset=outset)
        self.asking = Asking(self)
        self.editing = Editing(self, read_only=read_only)
        self._read_only = read_only
        self._choosing: Marking | None = None
        self._narrowing: BoardPane | None = None
        """The pane that the words being typed narrow."""
        self.dating = Dating(self, self.show)

    @property
    def choosing(self) -> Marking:
        """What orders and marks the obligations."""
        if self._choosing is None:
            from tui.screens.marking import Marking  # many visits choose nothing

            self._choosing = Marking(self, read_only=self._read_only)
        return self._choosing

    def watch_board(self, before: Board | None, board: Board | None) -> None:
        """Go on with what waited for the board."""
        super().watch_board(before, board)
        if board is not None and self.is_attached:
            self.editing.board_changed(board)
            self.dating.board_changed(board)

    @property
    def awaits(self) -> bool:
        """Whether a list is to open once the evidence is there."""
        return self.editing.awaits or self.dating.awaits

    def show(self, label: str) -> None:
        """Show the evidence of anything over the whole screen."""
        self.post_message(Opened(label, self.trail.pane))

    @property
    def home(self) -> Widget:
        """The pane that has the keys."""
        return self.pane_widget()

    def filter(self) -> None:
        """Ask for words: of the obligations in the language of filters, in any other pane for words of its lines."""
        pane = self.pane_widget()
        if pane is self.obligations:
            self.asking.filter()
            return
        from tui.panes.prompt import Prompt

        self._narrowing = pane
        self.ask(Prompt("narrow", "/", pane.words))

    def _narrow(self, words: str) -> None:
        if self._narrowing is not None:
            self._narrowing.narrow(words)

    @on(PromptChanged)
    def _typed(self, event: PromptChanged) -> None:
        event.stop()
        if event.kind == "narrow":
            self._narrow(event.text.strip())
        else:
            self.asking.changed(event.kind, event.text)

    @on(PromptAnswered)
    def _answered(self, event: PromptAnswered) -> None:
        event.stop()
        refusal = self.asking.refusal(event.kind, event.text)
        if refusal:
            from tui.panes.prompt import Prompt

            if isinstance(self.over, Prompt):
                self.over.refuse(refusal)
            return
        self.close_overlay()
        if event.kind == "reason":
            self.editing.reason_given(event.text)
        elif event.kind == "many":
            self.choosing.reason_given(event.text)
        elif event.kind != "narrow":
            self.asking.answered(event.kind, event.text)

    @on(PromptDropped)
    def _dropped(self, event: PromptDropped) -> None:
        event.stop()
        self.close_overlay()
        if event.kind == "reason":
            self.editing.reason_dropped()
        elif event.kind == "narrow":
            self._narrow("")
        else:
            self.asking.dropped(event.kind)

    @on(ReasonWanted)
    def _reason_wanted(self, event: ReasonWanted) -> None:
        event.stop()
        self.editing.reason_wanted(event.case, event.value)

    @on(PickerClosed)
    def _picker_closed(self, event: PickerClosed) -> None:
        event.stop()
        self.close_overlay()
