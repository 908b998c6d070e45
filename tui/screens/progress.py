"""The progress chart: what was promised against what each side says was handed over, day by day, both ways."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from store.domain.course import CommitmentCourse, DeliveryCourse, Step
from store.domain.typed import TYPE_CHECKING
from tui.commands.command import Where
from tui.commands.progress import COMMANDS
from tui.panes.chart import ChartPane
from tui.panes.desk import Places
from tui.panes.proposals import titled
from tui.render.course import course_chart, course_sheet, course_title
from tui.render.frame import Box
from tui.render.spans import Line, Sheet
from tui.screens.beside import beside, halved
from tui.screens.view import ListView, bound

if TYPE_CHECKING:
    from tui.views.viewer import Fetch, Viewer

_TWO = 26
"""Rows from which two charts have room, one above the other."""


class ProgressScreen(ListView[DeliveryCourse], inherit_bindings=False):
    """Draws a commitment and its mirror; below them or beside them stands every point in words."""

    NAME = "progress"
    PLACE = Where.PROGRESS
    OWN = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = bound(COMMANDS)

    def __init__(self, viewer: Viewer, fetch: Fetch[DeliveryCourse]) -> None:
        super().__init__(viewer, fetch)
        self.charts = (ChartPane("chart"), ChartPane("mirror"))
        self.turned = False
        """Whether the commitment of the other direction comes first."""
        self.verbs["other_way"] = self.turn

    @property
    def courses(self) -> tuple[CommitmentCourse, ...]:
        """The courses, in the order in which they are drawn."""
        found = self.value.courses if self.value is not None else ()
        return found[::-1] if self.turned else found

    @property
    def _point(self) -> tuple[CommitmentCourse, Step] | None:
        """What the cursor is on."""
        points = ((course, step) for course in self.courses for step in course.steps)
        return next((p for p in points if f"{p[0].commitment.label} {p[1].day}" == self.lines.label), None)

    @property
    def about(self) -> str:
        """The commitment that the cursor is on."""
        point = self._point
        return point[0].commitment.label if point else (self.value.asked if self.value is not None else "")

    def parts(self) -> Iterable[Widget]:
        """Make the table and the charts."""
        return (self.lines, *self.charts)

    def between(self, body: Box) -> Places:
        """Place as many charts as there is room for; without one the table has all of it."""
        shown = [course for course in self.courses if course.counted]
        if not shown:
            return {"lines": body}
        lines, room = beside(body)
        if room is None:
            return {"lines": lines}
        if len(shown) > 1 and room.height >= _TWO:
            upper, lower = halved(room)
            return {"lines": lines, "chart": upper, "mirror": lower}
        return {"lines": lines, "chart": room}

    def draw(self, value: DeliveryCourse, width: int) -> Sheet:
        """List every point."""
        return course_sheet(value._replace(courses=self.courses), width)

    def heading(self, value: DeliveryCourse) -> str:
        """Name what is drawn."""
        return course_title(self.courses[0]) if self.courses else value.asked

    def caption(self, value: DeliveryCourse) -> Line:
        """Say what is listed."""
        points = sum(len(course.steps) for course in value.courses)
        return titled(
            "By day", f"{points} point{'' if points == 1 else 's'}" + (f" · /{self.words}" if self.words else "")
        )

    def redraw(self) -> None:
        """Draw table and charts anew."""
        self.place_anew()
        super().redraw()
        shown = [course for course in self.courses if course.counted]
        for pane, course in zip(self.charts, shown, strict=False):
            chart = course_chart(course, self.value.day, self.value.actors) if self.value is not None else None
            if chart is not None:
                pane.show(chart, f"As known by day · {course_title(course)}")

    def turn(self) -> None:
        """Draw the other direction first."""
        if len(self.courses) < 2:
            self.tell("No commitment mirrors it." if self.courses else "There is nothing to draw.")
            return
        self.turned = not self.turned
        self.redraw()
        self.lines.to_edge(0)

    def chosen(self, label: str) -> None:
        """Show the evidence of the commitment."""
        del label
        if self.about:
            self.viewer.evidence(self.about)
