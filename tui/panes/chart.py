"""A pane with a chart in it, and the key that says what its signs are."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from store.domain.typed import TYPE_CHECKING
from tui.panes.strips import OneLine
from tui.render.chart import Chart, key_line
from tui.render.spans import fit
from tui.wording import safe

if TYPE_CHECKING:
    from tui.panes.plot import Plot


class ChartPane(Widget):
    """Shows a chart. What draws it is loaded with the first one."""

    DEFAULT_CSS = """
    ChartPane { border: round $talks-border; background: $background; padding: 0 1; layout: vertical;
        border-title-color: $talks-strong; border-title-style: bold; }
    ChartPane Plot { height: 1fr; }
    ChartPane OneLine { height: 1; background: $background; }
    """

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._chart: Chart | None = None
        self._plot: Plot | None = None
        self._key = OneLine(lambda width: fit(key_line(self._chart), width) if self._chart else (), id=f"{id}-key")

    @property
    def chart(self) -> Chart | None:
        """What is drawn."""
        return self._chart

    def show(self, chart: Chart, title: str) -> None:
        """Draw a chart under a title."""
        self._chart = chart
        # a Content is taken as it is, where a text would be read for markup
        self._border_title = Content(safe(title))
        if self._plot is None:
            from tui.panes.plot import Plot

            self._plot = Plot(chart)
            self.mount(self._plot, self._key)
        else:
            self._plot.show(chart)
            self._key.redraw()
        self.refresh()
