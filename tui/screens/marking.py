"""Choosing among the obligations: their order, marks, and one status for all that are marked."""

from __future__ import annotations

from store.domain.shelves import ORDERS, Order
from store.domain.typed import TYPE_CHECKING
from tui.commands.status import STATUS_KEYS
from tui.messages import ChangeAhead, ManyJudged, MarkAllWanted, OrderWanted, Told
from tui.refusals import STATUS, refusal
from tui.render.frame import too_small

if TYPE_CHECKING:
    from store.domain.words import Delivery
    from tui.screens.placed import PlacedScreen

ORDER_LETTERS = {
    "b": "", "d": "due", "w": "debtor", "k": "kind", "p": "promised", "c": "delivered", "l": "left", "s": "status",
    "n": "news", "a": "label",
}  # fmt: skip
"""The letters that the orders are chosen by."""


class Marking:
    """Leads through choosing an order, marking, and changing what is marked."""

    def __init__(self, screen: PlacedScreen, *, read_only: bool) -> None:
        self._screen, self._read_only = screen, read_only
        self._value: Delivery | None = None

    def order(self) -> None:
        """Offer the orders; the one that is taken already turns round, also by the key that opened the list."""
        from tui.panes.choices import Choice, ChoicePicker

        screen = self._screen
        if screen.board is None or too_small(*screen.size):
            return
        now = screen.board.page.order
        choices = [Choice("b", "the board’s own order", "shelf, then last due day")]
        choices += [
            Choice(letter, ORDERS[column], now.words.removeprefix(column).strip() if column == now.column else "")
            for letter, column in ORDER_LETTERS.items()
            if column
        ]
        if now.column:
            choices.append(Choice("o", "the same, from the other end"))
        here = next(letter for letter, column in ORDER_LETTERS.items() if column == now.column)
        screen.overlay(ChoicePicker("order of the obligations", choices, self._ordered, here))

    def _ordered(self, letter: str) -> None:
        board = self._screen.board
        self._screen.close_overlay()
        if board is not None:
            now = board.page.order
            column = now.column if letter == "o" else ORDER_LETTERS[letter]
            self._screen.app.post_message(OrderWanted(now.turned(column) if column else Order()))

    def mark(self) -> None:
        """Mark the highlighted obligation, or take its mark off, and go on to the next."""
        pane = self._screen.obligations
        if pane.label:
            pane.marks.turn(pane.label)
            pane.step(1)

    def mark_all(self) -> None:
        """Mark all that the filter leaves; where anything is marked, take all marks off."""
        marks = self._screen.obligations.marks
        if marks.labels:
            marks.put(())
        else:
            self._screen.app.post_message(MarkAllWanted())

    def status(self) -> bool:
        """Offer the states for all that is marked; False where nothing is."""
        marked, board = self._screen.obligations.marks.labels, self._screen.board
        if not marked or board is None:
            return False
        why_not = refusal(board, read_only=self._read_only, what=STATUS)
        if why_not:
            self._screen.post_message(Told(why_not, warning=True))
        elif not too_small(*self._screen.size):
            from tui.panes.choices import Choice, ChoicePicker
            from tui.render.picker import status_words

            self._screen.post_message(ChangeAhead())
            choices = [Choice(state.letter, status_words(state.value)) for state in STATUS_KEYS]
            self._screen.overlay(ChoicePicker(f"{len(marked):,} marked · status", choices, self._state))
        return True

    def _state(self, letter: str) -> None:
        from tui.panes.prompt import Prompt
        from tui.render.picker import status_words

        self._value = next(state.value for state in STATUS_KEYS if state.letter == letter)
        count = len(self._screen.obligations.marks.labels)
        question = f"why {count:,} marked are {status_words(self._value)}"
        self._screen.ask(Prompt("many", question))

    def reason_given(self, text: str) -> None:
        """Have it saved; where it cannot be, the marks stay."""
        labels = tuple(self._screen.obligations.marks.labels)
        value = self._value.value if self._value is not None else None
        self._screen.app.post_message(ManyJudged(labels, value, text.strip() or None))
