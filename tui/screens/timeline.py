"""The timeline: everything that has a day on one axis, and in full what is highlighted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from store.domain.timeline import Lane, Span, Timeline
from store.domain.typed import TYPE_CHECKING
from store.domain.windows import Window
from tui.commands.command import Where
from tui.commands.timeline import COMMANDS
from tui.panes.desk import Places
from tui.panes.proposals import DrawnPane, titled
from tui.panes.timeline import TimelinePane
from tui.render.frame import Box
from tui.render.happenings import when_words, words_of
from tui.render.spans import EMPTY_SHEET, Line, Sheet
from tui.render.timeline import chart_sheet, detail_sheet, list_sheet, notes
from tui.screens.axis import Axis
from tui.screens.view import ListView, bound
from tui.wording import window_words

if TYPE_CHECKING:
    from tui.views.viewer import Fetch, Viewer

_LEAST_DETAIL = 6
_LEAST_CHART = 10
_STEPS = ("next_happening", "previous_happening", "screen_right", "screen_left")


class TimelineScreen(ListView[Timeline], inherit_bindings=False):
    """Moves along the axis; below it stands what is highlighted, with its source."""

    NAME = "timeline"
    PLACE = Where.TIMELINE
    OWN = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = bound(COMMANDS)
    CSS = ".role--marked { color: $talks-strong; background: $talks-cursor; text-style: bold underline; }"

    def __init__(self, viewer: Viewer, fetch: Callable[[Span | None], Fetch[Timeline]]) -> None:
        super().__init__(viewer, lambda taken: fetch(self.span)(taken))
        self.axis = Axis()
        self.drawn = True
        """Whether the axis is shown, and not the list in words."""
        self.span: Span | None = None
        """The days that are fetched; None = all."""
        self.lines = TimelinePane(self, self._sheet, self._title)
        self.detail = DrawnPane("detail", self._detail, lambda: titled("Highlighted"), keys=False)
        self.verbs |= {
            "open": self.lines.opened,
            "as_words": self.turn,
            "closer": lambda: self.done(self.axis.zoom(-1)),
            "farther": lambda: self.done(self.axis.zoom(1)),
            **{name: partial(self.steer, name) for name in _STEPS},
            **{f"lane_{number}": partial(self.toggle, lane) for number, lane in enumerate(Lane, 1)},
        }

    @property
    def at(self) -> str:
        """The key of what is highlighted."""
        return self.axis.at

    @property
    def about(self) -> str:
        """The thing that is highlighted."""
        return self.axis.happening.label if self.axis.happening else ""

    # -- what is shown

    def parts(self) -> Iterable[Widget]:
        """Make the axis and what stands below it."""
        return (self.lines, self.detail)

    def between(self, body: Box) -> Places:
        """Give the axis what its lanes need and more where there is room."""
        detail = max(_LEAST_DETAIL, body.height * 2 // 5)
        if body.height - detail < _LEAST_CHART:
            return {"lines": body}
        upper = body.height - detail
        return {
            "lines": body._replace(height=upper),
            "detail": Box(body.x, body.y + upper, body.width, detail),
        }

    def heading(self, value: Timeline) -> str:
        """Count what is shown."""
        shown, whole = len(self.axis.happenings), sum(value.counts.values())
        count = f"{shown:,} of {whole:,}" if shown != whole else f"{whole:,}"
        return f"{count} event{'' if whole == 1 else 's'}"

    def caption(self, value: Timeline) -> Line:
        """Say which days are in sight."""
        words, scale = f"/{self.words}" if self.words else "", self.axis.scale
        if not self.drawn or scale is None:
            return titled("In words", words or self.heading(value))
        days = window_words(Window(scale.first, scale.last), year=True)
        return titled(f"By {scale.zoom}", " · ".join(part for part in (days, words) if part))

    def below(self) -> str:
        """Say what the axis leaves out."""
        return notes(self.axis.timeline, [lane for lane in Lane if lane in self.axis.hidden])

    def draw(self, value: Timeline, width: int) -> Sheet:
        """Lay out the axis, or the list."""
        if not self.drawn:
            return list_sheet(self.axis.happenings, value, width)
        chart = self.axis.chart(width, self.lines.size.height)
        return chart_sheet(chart, value, chart.group_of(self.at))

    def _sheet(self, width: int) -> Sheet:
        return self.draw(self.value, width) if self.value is not None else EMPTY_SHEET

    def _detail(self, width: int) -> Sheet:
        if self.value is None:
            return EMPTY_SHEET
        chart = self.axis.chart(*self.lines.size) if self.drawn and self.lines.size.width > 0 else None
        group = chart.group_of(self.at) if chart is not None else None
        return detail_sheet(self.axis.happening, group, self.value, width)

    def redraw(self) -> None:
        """Draw everything anew, and fetch what is in sight and was not fetched."""
        self.axis.words = self.words
        if self.value is not None:
            self.axis.settle()
        super().redraw()
        self.detail.redraw()
        missing = self.axis.missing if self.value is not None else None
        if missing is not None and missing != self.span:
            self.span = missing
            self.look_again()

    def _take(self, value: Timeline) -> None:
        self.axis.take(value)
        super()._take(value)

    # -- what is done

    def done(self, refusal: str) -> None:
        """Draw what came of a command, or say why nothing did."""
        if refusal:
            self.tell(refusal)
        else:
            self.redraw()

    def turn(self) -> None:
        """Show the list in words instead of the axis, or the axis again."""
        self.drawn = not self.drawn
        self.lines.redraw(keep=self.at)
        self.redraw()

    def toggle(self, lane: Lane) -> None:
        """Hide or show a lane; the last one stays."""
        self.done(self.axis.toggle(lane))

    def steer(self, command: str) -> bool:
        """Move on the axis, or with ← and → in the list; False where a command does not do that."""
        if not self.drawn:
            if command in _STEPS[:2]:
                self.lines.step(1 if command == _STEPS[0] else -1)
            return command in _STEPS
        if self.value is None or not self.axis.move(command):
            return False
        self.redraw()
        return True

    def pick(self, x: int, y: int) -> None:
        """Highlight what lies at a place."""
        self.axis.pick(x, y)
        self.redraw()

    def moved(self) -> None:
        """Show in full what the cursor of the list came onto."""
        if not self.drawn:
            self.axis.at = self.lines.label
            self.detail.redraw()

    def chosen(self, label: str) -> None:
        """Show the evidence of what is highlighted."""
        del label
        if self.about:
            self.viewer.evidence(self.about)

    def cited(self) -> str:
        """Copy what is highlighted in one line."""
        happening = self.axis.happening
        if happening is None:
            return ""
        words = words_of(happening, self.axis.timeline.actors)
        return " · ".join(part for part in (when_words(happening), *words) if part)
