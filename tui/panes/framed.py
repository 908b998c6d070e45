"""A listing in a border that it draws itself."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from tui.panes.listing import Listing
from tui.panes.rims import Mood, Rim
from tui.render.spans import Line, put


class Framed(Listing):
    """A listing whose border says whether it has the keys, and whether it shows a day gone by."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rim = Rim(self)
        self._titles: tuple[Line, Line] = ((), ())
        """What stands in the upper and the lower border."""
        self._past = False

    def set_past(self, past: bool) -> None:
        """Say whether a day gone by is shown."""
        if past != self._past:
            self._past = past
            self.refresh()

    def write_titles(self, title: Line, below: str) -> None:
        """Write into the upper and the lower border, where it is not written yet."""
        titles = title, ((put(below),) if below else ())
        if titles != self._titles:
            self._titles = titles
            self.head(Content("".join(text for text, _ in title)), below)

    def drawn_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines in sight and the border around them."""
        width = self.outer_size.width
        inside, height = self.size
        lines = [self.drawn_line(y, inside) for y in range(height)]
        strips = self._rim.around(lines, width, Mood(self.has_focus, self._past), *self._titles)
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, self.background_colors[1]) for strip in strips]
        strips = strips[crop.y : crop.bottom]
        return strips if crop.column_span == (0, width) else [strip.crop(*crop.column_span) for strip in strips]

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Show or hide the cursor. In the style sheet nothing hangs on the focus, so that it need not be read."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget a border in colours that are no longer true."""
        self._rim.forget()
        super().notify_style_update()
