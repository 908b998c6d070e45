"""The short list of kinds of things that can be added."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from store.domain.forms import FORMS
from tui.panes.prompt import SafeInput
from tui.render.spans import Block, Line, Role, Sheet, fill, paragraph, put, spread
from tui.screens.sheet import SheetListing, SheetScreen

_NAME = 12


class KindsScreen(SheetScreen):
    """Asks which kind; Enter takes the highlighted one, letters narrow the list."""

    AUTO_FOCUS = "#search"
    HEADING = "Add"
    HINT = "⏎ takes · ↑ ↓ move · Esc closes"
    CSS = "KindsScreen { align: center middle; background: $background 55%; }"

    def __init__(self, kind: str, about: str = "") -> None:
        super().__init__()
        self._first, self._about = kind, about

    def compose(self) -> ComposeResult:
        """Lay the search line over the kinds."""
        with Vertical(id="sheet") as sheet:
            about = f" · {self._about} is highlighted" if self._about else ""
            sheet.border_title = Content(f"{self.HEADING}{put(about)[0]}")
            sheet.border_subtitle = Content(self.HINT)
            sheet.styles.height = len(FORMS) + 4
            yield SafeInput(placeholder="which kind", compact=True, id="search")
            yield SheetListing(id="lines")

    def draw(self, width: int) -> Sheet:
        """List the kinds that fit what is typed."""
        start = self.words.strip().casefold()
        found = [form for form in FORMS.values() if start in form.kind] or [
            form for form in FORMS.values() if start in form.about
        ]
        if not found:
            return Sheet([Block(paragraph(f"No kind of thing is called “{self.words.strip()}”.", width, Role.MUTED))])
        blocks = []
        for form in found:
            here = self._first == form.kind and not start
            right: Line = (("here", Role.MUTED),) if here else ()
            line = spread(((fill(form.kind, _NAME), Role.STRONG), put(form.about, Role.MUTED)), right, width)
            blocks.append(Block((line,), form.kind))
        return Sheet(blocks)

    def lay_out(self, *, fresh: bool = False) -> None:
        """Show the kinds; the one that is most likely has the cursor first."""
        first = not self.listing.sheet.height
        super().lay_out(fresh=fresh)
        if first and self.listing.sheet.height:
            self.listing.select(self._first)

    def on_key(self, event: events.Key) -> None:
        """Move in the list while the line has the other keys."""
        steps = {"down": 1, "up": -1, "tab": 1, "shift+tab": -1}
        if event.key in steps:
            event.stop()
            event.prevent_default()
            self.listing.step(steps[event.key])

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.listing.opened()

    def chosen(self, label: str) -> None:
        """Go on with a kind."""
        self.dismiss(label)
