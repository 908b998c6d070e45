"""The drift: every statement about when a round is to be, and from five dated ones on a chart of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from store.domain.drift import Drift, DriftPoint
from store.domain.typed import TYPE_CHECKING
from tui.commands.command import Where
from tui.commands.drift import COMMANDS
from tui.panes.chart import ChartPane
from tui.panes.desk import Places
from tui.panes.proposals import titled
from tui.render.drift import drift_chart, drift_heading, drift_sheet, point_key
from tui.render.frame import Box
from tui.render.spans import Line, Sheet
from tui.screens.beside import beside
from tui.screens.view import ListView, bound

if TYPE_CHECKING:
    from tui.views.viewer import Fetch, Viewer


class DriftScreen(ListView[Drift], inherit_bindings=False):
    """Lists the statements; the chart marks the one that the cursor is on."""

    NAME = "drift"
    PLACE = Where.DRIFT
    OWN = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = bound(COMMANDS)

    def __init__(self, viewer: Viewer, fetch: Callable[[str | None], Fetch[Drift]], label: str | None) -> None:
        super().__init__(viewer, lambda taken: fetch(self.label)(taken))
        self.label = label
        """The round that was chosen; None = the next one."""
        self.chart = ChartPane("chart")
        self.verbs |= {
            "earlier_round": lambda: self.step(-1),
            "later_round": lambda: self.step(1),
        }

    @property
    def point(self) -> DriftPoint | None:
        """The statement that the cursor is on."""
        points = self.value.points if self.value is not None else ()
        return next((point for point in points if point_key(point) == self.lines.label), None)

    @property
    def about(self) -> str:
        """The statement that the cursor is on, else the round."""
        point = self.point
        if point is None:
            return self.value.label if self.value is not None else ""
        return point.signal.label or point.signal.cite.source

    def parts(self) -> Iterable[Widget]:
        """Make the list and the chart."""
        return (self.lines, self.chart)

    def between(self, body: Box) -> Places:
        """Put the chart beside the list where it is wide, else below it; without one the list has all the room."""
        if self.value is None or not self.value.charted:
            return {"lines": body}
        lines, chart = beside(body)
        return {"lines": lines, "chart": chart} if chart is not None else {"lines": lines}

    def draw(self, value: Drift, width: int) -> Sheet:
        """List the statements."""
        return drift_sheet(value, width)

    def heading(self, value: Drift) -> str:
        """Name the round."""
        return drift_heading(value)

    def caption(self, value: Drift) -> Line:
        """Say in which order they stand."""
        return titled(
            "Said about when", f"{len(value.points)}, oldest first" + (f" · /{self.words}" if self.words else "")
        )

    def redraw(self) -> None:
        """Draw list and chart anew."""
        self.place_anew()
        super().redraw()
        self._draw_chart()

    def _draw_chart(self) -> None:
        chart = drift_chart(self.value, self.lines.label) if self.value is not None else None
        if chart is not None:
            self.chart.show(chart, "Days named, by the day they were named")

    def moved(self) -> None:
        """Mark in the chart what the cursor came onto."""
        self._draw_chart()

    def chosen(self, label: str) -> None:
        """Show the evidence of the statement."""
        del label
        if self.about:
            self.viewer.evidence(self.about)

    def step(self, by: int) -> None:
        """Go to the round before or after."""
        if self.value is None or self.value.label not in self.value.rounds:
            self.tell("No round is on record.")
            return
        place = self.value.rounds.index(self.value.label) + by
        if not 0 <= place < len(self.value.rounds):
            self.tell(f"{self.value.label} is the {'first' if by < 0 else 'last'} round on record.")
            return
        self.label = self.value.rounds[place]
        self.look_again()
