"""Changing a status in place: the row, the state, what it rests on, the request to save."""

from __future__ import annotations

from store.domain.board import Board
from store.domain.requests import NewJudgement
from store.domain.typed import TYPE_CHECKING
from store.domain.words import Delivery
from tui.commands.chosen import key_words
from tui.messages import ChangeAhead, Highlighted, JudgementWanted, Told
from tui.render.frame import Pane, too_small
from tui.screens.base import BoardScreen

if TYPE_CHECKING:
    from tui.panes.picker import Case


class Editing:
    """Leads through the steps. What could not be saved is kept and offered again."""

    def __init__(self, screen: BoardScreen, *, read_only: bool) -> None:
        self._screen = screen
        self._read_only = read_only
        self._awaited = ""
        """The commitment whose evidence has to arrive before the picker can open."""
        self._case: Case | None = None
        self._value: Delivery | None = None
        self._drafts: dict[str, NewJudgement] = {}

    def start(self, label: str) -> None:
        """Open the picker for a commitment, or say in a sentence why it cannot be changed."""
        board = self._screen.board
        if board is None or too_small(*self._screen.size):
            return
        why_not = self._refusal(board, label)
        if why_not:
            self._screen.post_message(Told(why_not, warning=True))
            return
        self._awaited = label
        if board.evidence.subject == label:
            self.board_changed(board)
        else:
            self._screen.post_message(Highlighted(label, at_once=True))

    @property
    def awaits(self) -> bool:
        """Whether the picker opens once the evidence is there."""
        return bool(self._awaited)

    def forget(self) -> None:
        """Wait for it no longer."""
        self._awaited = ""

    def _refusal(self, board: Board, label: str) -> str:
        from tui.refusals import STATUS, refusal  # what is only looked at is refused nothing

        why_not = refusal(board, read_only=self._read_only, what=STATUS)
        if not why_not and not any(row.label == label for row in board.page.rows):
            return f"Move onto an obligation to set its status. {key_words('pane_2', '2')} jumps to them."
        return why_not

    def board_changed(self, board: Board) -> None:
        """Open the picker once the evidence of its commitment is there."""
        evidence = board.evidence
        if not self._awaited or evidence.subject != self._awaited or evidence.standing is None:
            return
        from tui.panes.picker import Case, StatusPicker

        label, self._awaited = self._awaited, ""
        draft = self._drafts.pop(label, None)
        expected = evidence.history[0].id if evidence.history else 0
        self._case = Case(evidence.standing, evidence.claims, expected, draft.reason or "" if draft else "")
        value = Delivery(draft.value) if draft and draft.value else None
        self._screen.post_message(ChangeAhead(label))
        self._screen.go(Pane.OWED)
        self._screen.overlay(StatusPicker(self._case, value, second=draft is not None))

    def reason_wanted(self, case: Case, value: Delivery | None) -> None:
        """Ask for the reason in the line at the foot."""
        from tui.panes.prompt import Prompt
        from tui.render.picker import status_words

        self._case, self._value = case, value
        self._screen.close_overlay()
        self._screen.ask(Prompt("reason", f"why {case.label} is {status_words(value)}", case.reason))

    def reason_given(self, text: str) -> None:
        """Save with the reason written."""
        from tui.panes.picker import judgement_of

        if self._case is not None:
            self.save(judgement_of(self._case, self._value, reason=text.strip(), rests_on=None))

    def reason_dropped(self) -> None:
        """Go back to what the choice can rest on."""
        from tui.panes.picker import StatusPicker

        if self._case is not None:
            self._screen.overlay(StatusPicker(self._case, self._value, second=True))

    def save(self, judgement: NewJudgement) -> None:
        """Ask the app to save, straight, so that it is under way before anything is painted."""
        self._screen.app.post_message(JudgementWanted(judgement))

    def not_saved(self, judgement: NewJudgement) -> None:
        """Keep what could not be saved; the next picker for the commitment begins with it."""
        self._drafts[judgement.about] = judgement
