"""A chart drawn by textual-plot. Loading it takes a while, so this module is loaded only where something is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Grid
from textual.geometry import Size
from textual.strip import Strip
from textual_hires_canvas import Canvas
from textual_plot import AxisFormatter, HiResMode, PlotWidget
from textual_plot.plot_widget import Legend

from tui.render.chart import Chart, Kind, Series, Tick, x_ticks, y_ticks
from tui.render.spans import Role

_DENSE = 2
"""How many signs a bar has to each row, so that none stays without."""
_LEFT = 10


class _Marks(AxisFormatter):
    """Hands textual-plot the marks of an axis, which are made already."""

    def __init__(self, ticks: Sequence[Tick]) -> None:
        self._words = dict(ticks)

    def get_ticks(self, min_: float, max_: float, max_ticks: int = 8) -> list[float]:  # noqa: ARG002 - as asked for
        """Return where the marks are."""
        return list(self._words)

    def get_labels_for_ticks(self, ticks: Sequence[float]) -> list[str]:
        """Return what is written at them."""
        return [self._words[tick] for tick in ticks]


class Ground(Canvas):
    """What is drawn on. Every stretch of it has a style, which the filter for screens without colours asks for."""

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        strip = super().render_line(y)
        if all(segment.style is not None for segment in strip):
            return strip
        style = self.rich_style
        return Strip([Segment(part.text, part.style or style) for part in strip], strip.cell_length)


class Plot(PlotWidget, can_focus=False, inherit_bindings=False):
    """Draws a chart in the colours of the theme. It takes no keys: panning and zooming belong to what is around it."""

    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    Plot { background: $background; }
    Plot Canvas { background: $background; }
    Plot > .plot--axis { color: $talks-rule; }
    Plot > .plot--tick { color: $talks-muted; text-style: none; }
    """

    def __init__(self, chart: Chart) -> None:
        super().__init__(allow_pan_and_zoom=False)
        self._chart = chart
        self._sizes: tuple[Size, ...] = ()

    def compose(self) -> ComposeResult:
        """Make the parts that textual-plot draws on, by the names it knows them by."""
        with Grid():
            for part in ("margin-top", "margin-left", "plot", "margin-bottom"):
                yield Ground(1, 1, id=part)
        yield Legend(id="legend")

    def on_mount(self) -> None:
        """Draw once everything that the widget itself does at first is done."""
        self.margin_top, self.margin_bottom, self.margin_left = 0, 1, _LEFT
        self.call_later(self._draw)

    def on_canvas_resize(self) -> None:
        """Draw for the new size."""
        self.call_later(self._draw)

    def notify_style_update(self) -> None:
        """Draw in the colours of another theme."""
        super().notify_style_update()
        if self.is_mounted:
            self.call_later(self._draw)

    def show(self, chart: Chart) -> None:
        """Draw another chart."""
        if chart != self._chart:
            self._chart = chart
            self._draw()

    def _draw(self) -> None:
        chart, (width, height) = self._chart, self.size
        if not self.is_attached or width <= 0:
            return
        self.clear()
        self.set_xlimits(*chart.x)
        self.set_ylimits(*chart.y)
        self.set_x_formatter(_Marks(x_ticks(chart, width - _LEFT)))
        self.set_y_formatter(_Marks(y_ticks(chart, height - 3)))
        for series in chart.series:
            self._add(series, height)
        # It draws when it is asked for lines of its own; it has none that are not covered by the parts it draws on.
        self.refresh(layout=self._resized())
        self.render()

    def _resized(self) -> bool:
        """Whether a part has another size than was drawn for."""
        sizes = tuple(canvas.size for canvas in self.query(Canvas))
        before, self._sizes = self._sizes, sizes
        return before != sizes

    def _add(self, series: Series, rows: int) -> None:
        style = self._style(series.role)
        xs, ys = [x for x, _ in series.points], [y for _, y in series.points]
        match series.kind:
            case Kind.LINE:
                self.plot(xs, ys, style, HiResMode.BRAILLE)
            case Kind.DOTS:
                self.scatter(xs, ys, series.sign, style)
            case Kind.BAR:
                (x, low), (_, high) = series.points
                count = max(2, rows * _DENSE)
                steps = [low + (high - low) * i / (count - 1) for i in range(count)]
                self.scatter([x] * count, steps, series.sign, style)

    def _style(self, role: Role) -> str:
        return str(self.screen.get_component_rich_style(f"role--{role.value}", partial=True))
