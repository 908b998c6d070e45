"""The question before an entry is taken back: what it would change, or what is in the way."""

from __future__ import annotations

from textual import events

from store.domain.typed import TYPE_CHECKING
from store.domain.undoing import Turning
from tui.layouts import twins
from tui.render.entry import DO, turning_sheet
from tui.render.frame import too_small
from tui.render.spans import Sheet
from tui.screens.sheet import SheetScreen

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.views.chronicle import Chronicle


class TurningScreen(SheetScreen):
    """Shows what taking an entry back comes to; y, or Enter on it, does it; n and Esc leave it."""

    AUTO_FOCUS = "#lines"
    SEARCHED = False
    HINT = "y does it · n or Esc leaves it · ↑ ↓ move"

    def __init__(self, chronicle: Chronicle, number: int) -> None:
        super().__init__()
        self.HEADING = f"Take back entry {number}"
        self._chronicle, self._number = chronicle, number
        self._found: Turning | str | None = None
        """What it comes to; None until that is reckoned, a sentence where it cannot be."""

    @property
    def awaits(self) -> bool:
        """Whether there is nothing yet to say yes to."""
        return self._found is None

    def on_mount(self) -> None:
        """Have reckoned what would change."""
        self._chronicle.foresee(self._number, self._take)

    def _take(self, found: Turning | str) -> None:
        if self.is_attached:
            self._found = found
            self.lay_out(fresh=True)

    def draw(self, width: int) -> Sheet:
        """Say what would change."""
        return turning_sheet(self._found, width)

    def chosen(self, label: str) -> None:
        """Do what Enter stands on."""
        if label == DO:
            self._do()
        else:
            self.dismiss(None)

    def _do(self) -> None:
        found = self._found
        if isinstance(found, Turning) and not found.obstacles and not too_small(*self.app.size):
            self.dismiss(None)
            self._chronicle.turn(found)

    def on_key(self, event: events.Key) -> None:
        """Take a letter, whatever the layout."""
        char = event.character or ""
        if char in ("y", *twins("y")):
            event.stop()
            self._do()
        elif char in ("n", *twins("n"), "q", *twins("q")):
            event.stop()
            self.dismiss(None)


def ask_turning(screen: Screen[None], chronicle: Chronicle, number: int) -> None:
    """Ask whether an entry shall be taken back."""
    if not too_small(*screen.app.size):
        screen.app.push_screen(TurningScreen(chronicle, number))
