"""The app as the person likes it: theme, layout, plain signs; and what of that is remembered for the next time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.filter import LineFilter

from store.domain.typed import TYPE_CHECKING
from tui import messages
from tui.overboard import OverBoardApp
from tui.palette import PALETTES, theme_name
from tui.render.outset import BY_ITSELF, Outset
from tui.themes import THEMES

if TYPE_CHECKING:
    from tui.remembered import Memory
    from tui.remembering import Keeper


class LastingApp(OverBoardApp, inherit_bindings=False):
    """Looks as the person chose, and remembers it."""

    outset: Outset = BY_ITSELF
    """How it opened."""
    memory: Memory | None = None
    """Where it is remembered how the dashboard is left; None where nothing is."""
    chosen_theme = ""
    """The theme that the person chose, now or earlier."""
    _keeper: Keeper | None = None
    _plain: LineFilter | None = None
    """What puts plain signs in, where no others can be drawn."""

    def begin_as(self, outset: Outset) -> None:
        """Take theme, layout and signs before anything is shown."""
        for theme in THEMES:
            self.register_theme(theme)
        self.outset = outset
        self.arrangement = outset.layout
        self.show_theme(outset.theme)
        if outset.encoding:
            from tui.panes.plainly import PlainSigns

            self._plain = PlainSigns(outset.encoding)

    def remember(self) -> None:
        """Remember from now on how the dashboard is left, where that is wanted."""
        if self.memory is not None:
            from tui.remembering import Keeper, as_it_is

            self.chosen_theme = self.memory.opened.theme
            self._keeper = Keeper(self.memory, lambda: as_it_is(self))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Put in plain signs, last of all."""
        found = super().get_line_filters()
        return found if self._plain is None else [*found, self._plain]

    def show_theme(self, name: str) -> None:
        """Show everything in a theme; where colours are not wanted, in that of greys."""
        self.theme = theme_name("mono" if self.no_color else name)

    def choose_theme(self) -> None:
        """Open the list of themes."""
        from tui.screens.trying import ThemeScreen

        if self.no_color:
            self.tell("NO_COLOR is set, so there is one theme: greys.")
            return
        now = next((name for name in PALETTES if theme_name(name) == self.theme), "dark")
        self.push_screen(ThemeScreen(now, self.show_theme), self._theme_chosen)

    def _theme_chosen(self, name: str | None) -> None:
        if name is not None:
            self.chosen_theme = name
            self._remember_soon()

    def on_layout_chosen(self, message: messages.LayoutChosen) -> None:
        """Note how the panes are laid out."""
        self.arrangement = message.layout
        self._remember_soon()

    def watch_board(self) -> None:
        """Remember soon what is looked at."""
        self._remember_soon()

    def _remember_soon(self) -> None:
        if self._keeper is not None:
            self._keeper.soon()

    def exit(self, *how: Any, **named: Any) -> None:
        """Leave, and remember how everything is left."""
        if self._keeper is not None:
            self._keeper.now()
        super().exit(*how, **named)
