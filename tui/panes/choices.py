"""A small list at the row from which one thing is chosen by its letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from store.domain.typed import NamedTuple
from tui.layouts import twins
from tui.panes.picking import Offered, RowPicker
from tui.render.spans import Block, Role, Sheet, put


class Choice(NamedTuple):
    """One thing to choose."""

    letter: str
    words: str
    note: str = ""
    """What is said of it beside its name."""


class ChoicePicker(RowPicker):
    """Offers choices. Whoever is told the choice closes it."""

    DOES = "chooses"

    def __init__(self, title: str, choices: Sequence[Choice], chosen: Callable[[str], object], now: str = "") -> None:
        super().__init__()
        self._title, self._choices, self._chosen, self._now = title, choices, chosen, now

    @property
    def lines(self) -> int:
        """How many lines it would like to have."""
        return len(self._choices)

    def offered(self, width: int) -> Offered:
        """Draw the choices."""
        del width
        blocks = [
            Block(((put(f" {c.letter}  ", Role.ACCENT), put(c.words), put(f"  {c.note}", Role.MUTED)),), c.letter)
            for c in self._choices
        ]
        return Offered(self._title, Sheet(blocks), self.label or self._now)

    def letter(self, char: str) -> None:
        """Choose by a letter, whatever the layout."""
        for choice in self._choices:
            if char == choice.letter or char in twins(choice.letter):
                self._chosen(choice.letter)
                return

    def opened(self) -> None:
        """Choose what the cursor is on."""
        if self.label:
            self._chosen(self.label)
