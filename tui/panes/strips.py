"""From lines to strips: the one place where text meets the terminal's styles."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.render.spans import Line, Role
from tui.wording import safe

LOOKS = {*(f"role--{role.value}" for role in Role), "row--cursor"}
"""The style sheet's names for how roles and the cursor look. Screens have them: one look for all that lies on one."""


class Painter:
    """Turns lines into strips in the styles of a widget; styles are looked up once until the theme changes."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[Role, bool], Style] = {}

    def forget(self) -> None:
        """Look the styles up anew: the theme or the state of the widget changed."""
        self._styles.clear()

    def ground(self) -> Style:
        """Return the style of empty cells."""
        return self._widget.visual_style.rich_style

    def strip(self, line: Line, width: int, *, selected: bool = False) -> Strip:
        """Draw a line exactly as wide as asked. Nothing unprintable leaves here, whatever the line holds."""
        style = self._style
        segments = [
            Segment(text if text.isprintable() else safe(text), style(role, selected)) for text, role in line if text
        ]
        return Strip(segments).adjust_cell_length(width, style(Role.TEXT, selected))

    def _style(self, role: Role, selected: bool) -> Style:
        found = self._styles.get((role, selected))
        if found is None:
            looks = self._widget.screen
            found = self.ground() + looks.get_component_rich_style(f"role--{role.value}", partial=True)
            if selected:
                found += looks.get_component_rich_style("row--cursor", partial=True)
            self._styles[role, selected] = found
        return found


class OneLine(Widget):
    """A widget of one line that a function draws for its width."""

    ALLOW_SELECT = False

    def __init__(self, draw: Callable[[int], Line], *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._draw = draw
        self._painter = Painter(self)

    def notify_style_update(self) -> None:
        """Forget styles that are no longer true."""
        self._painter.forget()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Draw the line; further lines stay empty."""
        return self._painter.strip(self._draw(self.size.width) if y == 0 else (), self.size.width)
