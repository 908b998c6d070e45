"""Lists of looks and layouts over the board, which show each choice while the cursor is on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events

from store.domain.typed import TYPE_CHECKING
from tui.layouts import twins
from tui.palette import PALETTES
from tui.render.borders import hiding
from tui.render.choices import ANEW, layout_sheet, theme_sheet
from tui.render.frame import AUTOMATIC, Columns, Layout, Pane
from tui.render.spans import Sheet
from tui.screens.sheet import SheetScreen

if TYPE_CHECKING:
    from tui.render.faces import Drawable


class ChoosingScreen(SheetScreen):
    """A small list beside what it bears on; Enter chooses, Esc leaves everything as it was."""

    AUTO_FOCUS = "#lines"
    SEARCHED = False
    HINT = "⏎ takes it · Esc leaves it"

    def __init__(self, now: str) -> None:
        super().__init__()
        self._keep = now
        """What the cursor begins on."""

    def lay_out(self, *, fresh: bool = False) -> None:
        """Show the choices, the cursor on the one in force at first."""
        width = self.listing.size.width
        if width > 0:
            keep, self._keep = self._keep, ""
            self.listing.present(self.draw(width), keep=keep, fresh=fresh)

    def draw(self, width: int) -> Drawable:
        """List the choices."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """Leave with q as with Esc."""
        if event.key in ("q", *twins("q")):
            event.stop()
            self.action_close()


class ThemeScreen(ChoosingScreen):
    """Lists the themes."""

    HEADING = "Theme"

    def __init__(self, now: str, show: Callable[[str], object]) -> None:
        super().__init__(now)
        self._now = now
        self._show = show

    def draw(self, width: int) -> Sheet:
        """List the themes."""
        return theme_sheet(self._now, width)

    def highlighted(self, label: str) -> None:
        """Show everything in a theme."""
        if label in PALETTES:
            self._show(label)

    def chosen(self, label: str) -> None:
        """Keep the theme."""
        self.dismiss(label)

    def action_close(self) -> None:
        """Go back to the theme that was there."""
        self._show(self._now)
        self.dismiss(None)


_COLUMNS: Mapping[str, Columns] = {columns.value: columns for columns in Columns}
_PANES: Mapping[str, Pane] = {pane.value: pane for pane in Pane}


class LayoutScreen(ChoosingScreen):
    """Lists numbers of columns, and the panes to show and hide."""

    HEADING = "Layout"
    HINT = "⏎ takes it, shows, hides · Esc closes"

    def __init__(self, layout: Layout, show: Callable[[Layout], Layout]) -> None:
        super().__init__(layout.columns.value)
        self._layout = layout
        """What was chosen."""
        self._show = show
        """Arranges the panes, and returns how they are arranged now."""

    def draw(self, width: int) -> Sheet:
        """List the choices."""
        return layout_sheet(self._layout, (self.size.width, self.size.height), width)

    def highlighted(self, label: str) -> None:
        """Show a number of columns; on other lines what was chosen."""
        self._show(self._layout._replace(columns=_COLUMNS.get(label, self._layout.columns)))

    def chosen(self, label: str) -> None:
        """Take a number of columns; show or hide a pane, and stay for more."""
        if label in _PANES:
            pane = _PANES[label]
            self._layout = self._show(hiding(self._layout, pane, shown=pane in self._layout.hidden))
            self.lay_out()
            return
        wanted = AUTOMATIC if label == ANEW else self._layout._replace(columns=_COLUMNS[label])
        self._layout = self._show(wanted)
        self.dismiss(None)

    def action_close(self) -> None:
        """Go back to the columns that were chosen."""
        self._show(self._layout)
        self.dismiss(None)
