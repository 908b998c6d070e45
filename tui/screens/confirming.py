"""A question over the inbox: what it is about, what it would change, and the letters that say yes; else it is no."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events

from store.domain.typed import NamedTuple
from tui.layouts import twins
from tui.render.frame import too_small
from tui.render.spans import BLANK, Block, Role, Sheet, paragraph, put
from tui.screens.sheet import SheetScreen

Foresee = Callable[[Callable[[str, bool], object]], object]
"""Has reckoned what saying yes would change."""


class Choice(NamedTuple):
    """A letter that says yes, and to what."""

    letter: str
    words: str


class ConfirmScreen(SheetScreen):
    """Asks; Esc, n and Enter change nothing."""

    AUTO_FOCUS = "#lines"
    SEARCHED = False

    def __init__(
        self, heading: str, lines: Sequence[str], choices: Sequence[Choice], foresee: Foresee | None = None
    ) -> None:
        super().__init__()
        self.HEADING = put(heading)[0]
        self.HINT = f"{' or '.join(choice.letter for choice in choices)} does it · n or Esc does nothing"
        self._about, self._choices, self._foresee = lines, choices, foresee
        self._effect = "reckoning what changes…" if foresee is not None else ""
        self._possible = True

    def on_mount(self) -> None:
        """Have reckoned what would change."""
        if self._foresee is not None:
            self._foresee(self._take)

    def _take(self, words: str, possible: bool) -> None:
        if self.is_attached:
            self._effect, self._possible = words, possible
            self.lay_out()

    def draw(self, width: int) -> Sheet:
        """Lay out the letters, what would change, and what it is about."""
        blocks = [Block((((f"{choice.letter}  ", Role.ACCENT), put(choice.words)),)) for choice in self._choices]
        blocks.append(Block((*((("n  ", Role.ACCENT), put("do nothing", Role.TEXT)),), BLANK)))
        if self._effect:
            role = Role.STRONG if self._possible else Role.WARN
            blocks.append(Block((*paragraph(self._effect, width, role), BLANK)))
        blocks.extend(Block(paragraph(words, width, Role.TEXT, indent=2)) for words in self._about)
        return Sheet(blocks)

    def on_key(self, event: events.Key) -> None:
        """Take a letter, whatever the layout."""
        char = event.character or ""
        for choice in self._choices:
            if char == choice.letter or char in twins(choice.letter):
                event.stop()
                if not too_small(*self.app.size):
                    self.dismiss(choice.letter)
                return
        if char in ("n", *twins("n"), "q", *twins("q")) or event.key == "enter":
            event.stop()
            event.prevent_default()
            self.dismiss(None)
