"""What the small lists that open over the board at a row have in common."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from store.domain.typed import NamedTuple
from tui.messages import PickerClosed
from tui.panes.listing import Listing
from tui.render.spans import Sheet
from tui.wording import safe


class Offered(NamedTuple):
    """What a list shows."""

    title: str
    sheet: Sheet
    keep: str = ""
    """The label that the cursor is put on; empty = it stays where it is."""


class RowPicker(Listing):
    """A small list over the board; while it is open no key reaches anything else."""

    BACK: ClassVar[tuple[str, ...]] = ("escape",)
    """The keys that go back."""
    DOES: ClassVar[str]
    """What a letter does, as the border says it."""

    def __init__(self) -> None:
        super().__init__(id="picker")

    @property
    def lines(self) -> int:
        """How many lines it would like to have."""
        raise NotImplementedError

    def offered(self, width: int) -> Offered:
        """Draw what can be chosen."""
        raise NotImplementedError

    def letter(self, char: str) -> None:
        """Choose by a letter, whatever the layout."""
        raise NotImplementedError

    def back(self) -> None:
        """Close it."""
        self.post_message(PickerClosed())

    def on_resize(self, _event: events.Resize) -> None:
        """Lay the choices out for the width."""
        self.lay_out()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw; the first time before any resize was announced, so that no empty list is ever painted."""
        if not self.sheet.height:
            self.lay_out()
        return super().render_lines(crop)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Draw nothing anew: it has the keys as long as it is there, and in the style sheet nothing hangs on that."""

    def lay_out(self) -> None:
        """Show what can be chosen."""
        offered = self.offered(self.size.width)
        self.present(offered.sheet, keep=offered.keep)
        self.head(Content(safe(offered.title)), f"letter or ⏎ {self.DOES} · esc back")

    def on_key(self, event: events.Key) -> None:
        """Take every key: letters choose, arrows move, Esc goes back."""
        event.stop()
        event.prevent_default()
        if event.key in self.BACK:
            self.back()
        elif event.key == "enter":
            self.opened()
        elif event.key in ("down", "up", "tab", "shift+tab"):
            self.step(1 if event.key in ("down", "tab") else -1)
        elif event.key in ("home", "end"):
            self.to_edge(0 if event.key == "home" else -1)
        elif event.character:
            self.letter(event.character)
