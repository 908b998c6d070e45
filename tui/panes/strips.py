"""From lines to strips: the one place where text meets the terminal's styles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Self

from rich.segment import Segment
from rich.style import Style
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.handlers import Foreseen
from tui.render.spans import Line, Role
from tui.wording import safe

LOOKS = {*(f"role--{role.value}" for role in Role), "row--cursor"}
"""The style sheet's names for how roles and the cursor look. Screens have them: one look for all that lies on one."""


_STRIPS = 512
"""How many strips a painter remembers at most."""


class Painter:
    """Turns lines into strips in the styles of a widget; styles are looked up once until the theme changes."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[Role, bool], Style] = {}
        self._strips: dict[tuple[int, int, bool], tuple[Line, Strip]] = {}
        """What was drawn, by the identity of its line: a line that comes back is the same strip."""

    def forget(self) -> None:
        """Look the styles up anew: the theme or the state of the widget changed."""
        self._styles.clear()
        self._strips.clear()

    def ground(self) -> Style:
        """Return the style of empty cells."""
        return self._widget.visual_style.rich_style

    def strip(self, line: Line, width: int, *, selected: bool = False) -> Strip:
        """Draw a line exactly as wide as asked. Nothing unprintable leaves here, whatever the line holds."""
        known = self._strips.get((id(line), width, selected))
        if known is not None and known[0] is line:
            return known[1]
        if len(self._strips) >= _STRIPS:
            self._strips.clear()
        strip = self._draw(line, width, selected=selected)
        self._strips[id(line), width, selected] = line, strip
        return strip

    def _draw(self, line: Line, width: int, *, selected: bool) -> Strip:
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


class Kept(Foreseen, Widget):
    """A widget that keeps its strips until it changes: Textual asks every widget for all of them whenever one does."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._kept: tuple[Region, list[Strip]] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of a part, which is nearly always all of it."""
        if self._kept is None or self._kept[0] != crop:
            self._kept = crop, self.drawn_lines(crop)
        return self._kept[1]

    def drawn_lines(self, crop: Region) -> list[Strip]:
        """Draw the strips of a part."""
        return super().render_lines(crop)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Leave out the filter that looks for the terminal's sixteen colours: the themes have none of them."""
        return [one for one in super().get_line_filters() if not isinstance(one, ANSIToTruecolor)]

    def refresh(self, *regions: Region, **how: Any) -> Self:
        """Draw anew, wholly or in part."""
        self._kept = None
        return super().refresh(*regions, **how)

    def notify_style_update(self) -> None:
        """Forget strips in styles that are no longer true."""
        self._kept = None
        super().notify_style_update()


class OneLine(Kept):
    """A widget of one line that a function draws for its width."""

    ALLOW_SELECT = False

    def __init__(self, draw: Callable[[int], Line], *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._draw = draw
        self._drawn: Line = ()
        self._painter = Painter(self)

    def redraw(self) -> None:
        """Draw the line anew if it is another, where it is seen at all."""
        width = self.size.width
        if width > 0 and self._draw(width) != self._drawn:
            self.refresh()

    def notify_style_update(self) -> None:
        """Forget styles that are no longer true."""
        self._painter.forget()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Draw the line; further lines stay empty."""
        width = self.size.width
        if y > 0:
            return self._painter.strip((), width)
        self._drawn = self._draw(width)
        return self._painter.strip(self._drawn, width)
