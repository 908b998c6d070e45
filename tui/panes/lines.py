"""Lines drawn only where they are in sight; whatever changes, only lines that look different are drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from textual.geometry import Region
from textual.strip import Strip

from store.domain.typed import TYPE_CHECKING
from tui.panes.strips import Kept, Painter
from tui.render.spans import EMPTY_SHEET, Line, Stop

if TYPE_CHECKING:
    from tui.render.faces import Drawable


class Lines(Kept):
    """A stretch of a sheet, with a cursor on one of its stops."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._sheet: Drawable = EMPTY_SHEET
        self._painter = Painter(self)
        self._strips: dict[tuple[int, bool], Strip] = {}
        self.cursor = 0
        """Which stop the cursor is on."""
        self.top = 0
        """The first line in sight."""
        self._missed = ""
        """The label the cursor goes back to once it is there again."""
        self._changing = False

    @property
    def stop(self) -> Stop | None:
        """Where the cursor is; None where there is nothing to stop at."""
        stops = self._sheet.stops
        return stops[self.cursor] if self.cursor < len(stops) else None

    @property
    def label(self) -> str:
        """The label under the cursor; empty where there is none."""
        return self.stop.label if self.stop else ""

    @property
    def sheet(self) -> Drawable:
        """What is shown."""
        return self._sheet

    def present(self, sheet: Drawable, *, keep: str = "", fresh: bool = False) -> None:
        """Show another sheet, from its top if it is about something else (`fresh`).

        Otherwise the cursor and its place on the screen stay with the same label. While that is gone the cursor is
        on what lay nearest to it, and it goes back with it.
        """
        with self.changing():
            before, wanted = (None, "") if fresh else (self.stop, keep or self._missed or self.label)
            offset = before.top - self.top if before else 0
            places: dict[str, int] = {}
            for index, stop in enumerate(sheet.stops):
                places.setdefault(stop.label, index)
            found = places.get(wanted)
            self.cursor = found if found is not None else 0 if fresh else self._nearest(places)
            self._missed = "" if found is not None else wanted
            self._sheet = sheet
            self._strips = {}
            now = self.stop
            if now is None or found is None or before is None:
                self.top = 0
            elif self.cursor or self.top:
                self.top = now.top - offset
            if self.cursor:
                self.reveal()

    def _nearest(self, places: Mapping[str, int]) -> int:
        """Return the place of what lay nearest to the cursor and is still there; of two the one above."""
        stops = self._sheet.stops
        for index in sorted(range(len(stops)), key=lambda index: abs(index - self.cursor)):
            if stops[index].label in places:
                return places[stops[index].label]
        return max(0, min(self.cursor, len(places) - 1))

    def await_label(self, label: str) -> None:
        """Put the cursor on a label once it is there."""
        self._missed = label

    def settle(self) -> None:
        """Stay with what the cursor is on now."""
        self._missed = ""

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Draw anew what looks different afterwards; of changes within one another only the outermost looks."""
        if self._changing:
            yield
            self._keep_in_sheet()
            return
        (width, height), top, strips = self.size, self.top, self._strips
        before = self._view(height)
        self._changing = True
        try:
            yield
        finally:
            self._changing = False
        self._keep_in_sheet()
        if self.top != top:
            self.scrolled()
        after = self._view(height)
        regions = []
        for y, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                regions.append(Region(0, y, width, 1))
            elif self._strips is not strips and (strip := strips.get((top + y, old[1]))) is not None:
                # of another sheet, but the same line: the very strip is known to be on the terminal
                self._strips[self.top + y, new[1]] = strip
        if regions:
            self.refresh(*regions)

    def _keep_in_sheet(self) -> None:
        self.top = max(0, min(self.top, self._sheet.height - self.size.height))

    def relooked(self, change: Callable[[], object]) -> None:
        """Draw anew what looks different after a change to the sheet itself."""
        with self.changing():
            change()
            self._strips = {}

    def _view(self, height: int) -> list[tuple[Line, bool]]:
        stop, sheet = self.stop if self.has_focus else None, self._sheet
        first, after = (stop.top, stop.top + stop.height) if stop is not None else (0, 0)
        numbers, end = range(self.top, self.top + height), sheet.height
        return [(sheet.line(number) if number < end else (), first <= number < after) for number in numbers]

    def _seen(self, number: int) -> tuple[Line, bool]:
        stop = self.stop
        selected = self.has_focus and stop is not None and stop.top <= number < stop.top + stop.height
        return (self._sheet.line(number) if number < self._sheet.height else ()), selected

    def scroll_lines(self, top: int) -> None:
        """Put another line at the top."""
        with self.changing():
            self.top = top

    def scrolled(self) -> None:
        """Do what another top line asks for."""

    def reveal(self) -> None:
        """Move the lines so that the stop of the cursor is in sight, with what stands above the first one."""
        stop, height = self.stop, self.size.height
        if stop is None or height <= 0:
            return
        first = 0 if self.cursor == 0 else stop.top
        last = stop.top + min(stop.height, height)
        if first < self.top:
            self.top = first
        elif last > self.top + height:
            self.top = last - height

    def render_line(self, y: int) -> Strip:
        """Draw a line in sight."""
        return self.drawn_line(y, self.size.width)

    def drawn_line(self, y: int, width: int) -> Strip:
        """Draw a line in sight for a width."""
        number = self.top + y
        line, selected = self._seen(number)
        strip = self._strips.get((number, selected))
        if strip is None or strip.cell_length != width:
            strip = self._painter.strip(line, width, selected=selected)
            self._strips[number, selected] = strip
        return strip

    def notify_style_update(self) -> None:
        """Forget strips in styles that are no longer true."""
        self._painter.forget()
        self._strips.clear()
        super().notify_style_update()
