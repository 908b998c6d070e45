"""What can be copied of the thing under the cursor, to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from tui.render.copies import Copy
from tui.render.spans import Block, Line, Role, Sheet, fill, flow, paragraph, put
from tui.screens.plain import PlainSheet

_NAME = 25
_LETTERS = "123456789abcdefghilmnoprstuvwxz"
"""Keys that choose; those that move or close are left out."""


class CopyScreen(PlainSheet):
    """Lists texts; Enter or the letter before one copies it."""

    HEADING = "Copy"
    HINT = "⏎ or its letter copies · Esc closes"
    OPENED_BY = "copy_menu"

    def __init__(self, copies: Sequence[Copy]) -> None:
        super().__init__()
        self._copies = copies

    def draw(self, width: int) -> Sheet:
        """List what can be copied, as it will be."""
        if not self._copies:
            return Sheet([Block(paragraph("Nothing is highlighted, so there is nothing to copy.", width, Role.MUTED))])
        return Sheet([self._block(number, copy, width) for number, copy in enumerate(self._copies)])

    def _block(self, number: int, copy: Copy, width: int) -> Block:
        letter = _LETTERS[number] if number < len(_LETTERS) else " "
        name = fill(copy.name, min(_NAME, width // 3))
        first: Line = ((f"{letter}  ", Role.ACCENT), (f"{name} ", Role.MUTED))
        shown = copy.text.replace("\t", " │ ")
        return Block(flow([put(part) for part in shown.split("\n")[-1:]], width, first=first), str(number))

    def chosen(self, label: str) -> None:
        """Hand back what shall be copied."""
        self.dismiss(self._copies[int(label)].text)

    def on_key(self, event: events.Key) -> None:
        """Choose by letter."""
        char = event.character or ""
        place = _LETTERS.find(char) if len(char) == 1 else -1
        if 0 <= place < len(self._copies):
            event.stop()
            event.prevent_default()
            self.dismiss(self._copies[place].text)
        else:
            super().on_key(event)
