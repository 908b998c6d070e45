"""A small list at the row from which one thing is chosen by its letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from store.domain.typed import NamedTuple
from tui.layouts import twins
from tui.messages import PickerClosed
from tui.panes.listing import Listing
from tui.render.spans import Block, Role, Sheet, put
from tui.wording import safe


class Choice(NamedTuple):
    """One thing to choose."""

    letter: str
    words: str
    note: str = ""
    """What is said of it beside its name."""


class ChoicePicker(Listing):
    """Offers choices; while it is open no key reaches anything else. Whoever is told the choice closes it."""

    def __init__(self, title: str, choices: Sequence[Choice], chosen: Callable[[str], object], now: str = "") -> None:
        super().__init__(id="picker")
        self._title, self._choices, self._chosen, self._now = title, choices, chosen, now

    @property
    def lines(self) -> int:
        """How many lines it would like to have."""
        return len(self._choices)

    def on_resize(self, _event: events.Resize) -> None:
        """Lay the choices out."""
        self.lay_out()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw; the first time before any resize was announced, so that no empty list is ever painted."""
        if not self.sheet.height:
            self.lay_out()
        return super().render_lines(crop)

    def lay_out(self) -> None:
        """Show the choices."""
        blocks = [
            Block(((put(f" {c.letter}  ", Role.ACCENT), put(c.words), put(f"  {c.note}", Role.MUTED)),), c.letter)
            for c in self._choices
        ]
        self.present(Sheet(blocks), keep=self.label or self._now)
        self.head(Content(safe(self._title)), "letter or ⏎ chooses · esc back")

    def on_key(self, event: events.Key) -> None:
        """Take every key: letters choose, arrows move, Esc closes."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.post_message(PickerClosed())
        elif event.key == "enter":
            self.opened()
        elif event.key in ("down", "up", "tab", "shift+tab"):
            self.step(1 if event.key in ("down", "tab") else -1)
        elif event.character:
            self._letter(event.character)

    def _letter(self, char: str) -> None:
        for choice in self._choices:
            if char == choice.letter or char in twins(choice.letter):
                self._choose(choice.letter)
                return

    def opened(self) -> None:
        """Choose what the cursor is on."""
        if self.label:
            self._choose(self.label)

    def _choose(self, letter: str) -> None:
        self._chosen(letter)
