"""A sheet over the board with a line to search in: the base of help and palette."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from store.domain.typed import TYPE_CHECKING
from tui.panes.listing import Listing
from tui.panes.prompt import SafeInput
from tui.panes.strips import LOOKS

if TYPE_CHECKING:
    from tui.render.faces import Drawable


class SheetListing(Listing):
    """The lines of a sheet."""

    def on_resize(self, _event: events.Resize) -> None:
        """Lay out for the new width."""
        screen = self.screen
        if isinstance(screen, SheetScreen):
            screen.lay_out()

    def moved(self) -> None:
        """Say what the cursor came onto."""
        screen = self.screen
        if isinstance(screen, SheetScreen):
            screen.highlighted(self.label)

    def opened(self) -> None:
        """Choose what the cursor is on."""
        screen = self.screen
        if isinstance(screen, SheetScreen) and self.label:
            screen.chosen(self.label)


class SheetScreen(ModalScreen[str | None], inherit_bindings=False):
    """Shows lines that can be searched. Esc closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+c,super+c", "screen.copy_text", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = LOOKS
    HEADING = ""
    HINT = ""
    SEARCHED = True
    """Whether there is a line to search in."""
    PLACEHOLDER = "search"
    """What stands in that line before anything is typed."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    @property
    def hint(self) -> str:
        """What its keys do."""
        return self.HINT

    def compose(self) -> ComposeResult:
        """Lay the search line over the lines."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = Content(self.HEADING)
            sheet.border_subtitle = Content(self.hint)
            if self.SEARCHED:
                yield SafeInput(placeholder=self.PLACEHOLDER, compact=True, id="search")
            yield SheetListing(id="lines")

    def draw(self, width: int) -> Drawable:
        """Lay the lines out."""
        raise NotImplementedError

    def highlighted(self, label: str) -> None:
        """Act on what the cursor came onto."""

    def chosen(self, label: str) -> None:
        """Act on what was chosen."""

    @property
    def listing(self) -> SheetListing:
        """The lines."""
        return self.query_one(SheetListing)

    def lay_out(self, *, fresh: bool = False) -> None:
        """Show the lines for the words and the width; those for other words from the top."""
        if self.listing.size.width > 0:
            self.listing.present(self.draw(self.listing.size.width), fresh=fresh)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.words = event.value
        self.lay_out(fresh=True)

    def action_close(self) -> None:
        """Go back to the board."""
        self.dismiss(None)
