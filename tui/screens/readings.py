"""The inbox: the articles that were read, and what waits in each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from store.domain.typed import TYPE_CHECKING
from store.reading.record.inbox import State
from tui.commands.command import Where
from tui.commands.inbox import inbox_bindings
from tui.panes.desk import Places
from tui.panes.proposals import ChoosingPane, titled
from tui.render.frame import Box
from tui.render.inbox import readings_sheet
from tui.render.spans import Line, Role, Sheet, put, spread
from tui.screens.items import ItemsScreen
from tui.screens.taking import InboxBase

if TYPE_CHECKING:
    from store.reading.record.inbox import Reading
    from tui.inbox.clerk import Clerk


class ReadingsScreen(InboxBase, inherit_bindings=False):
    """Lists the articles; Enter opens one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *inbox_bindings(Where.INBOX),
        Binding("ctrl+c,super+c", "screen.copy_text", show=False),
    ]
    AUTO_FOCUS = "#readings"

    def __init__(self, clerk: Clerk) -> None:
        super().__init__(clerk)
        self._readings: list[Reading] | None = None
        self._pane = ChoosingPane("readings", self._sheet, self._title)
        self.verbs["open"] = self._pane.opened

    def parts(self) -> Iterable[Widget]:
        """Make the list."""
        return (self._pane,)

    def between(self, body: Box) -> Places:
        """Give the list all the room."""
        return {"readings": body}

    def headline(self, width: int) -> Line:
        """Say how much waits."""
        found = self._readings or []
        waits = sum(reading.counts.get(State.WAITING, 0) for reading in found)
        words = f"{waits:,} to be looked at " if waits else "nothing waits " if found else ""
        return spread(((" inbox", Role.ACCENT),), (put(words, Role.MUTED),), width)

    def _title(self) -> Line:
        number = len(self._readings or ())
        return titled("Articles", f"{number:,}" if number else "")

    def _sheet(self, width: int) -> Sheet:
        return readings_sheet(self._readings, width) if self._readings is not None else Sheet(())

    def look_again(self) -> None:
        """Fetch the list anew."""
        self.clerk.looks.readings(self._take)

    def _take(self, readings: list[Reading]) -> None:
        if not self.is_attached:
            return
        first, self._readings = self._readings is None, readings
        self._pane.redraw()
        self.draw_edges()
        if first:
            self._resume(readings)

    def _resume(self, readings: list[Reading]) -> None:
        """Open the article that was open, or the only one that waits."""
        place = self.clerk.place
        waiting = [reading.id for reading in readings if reading.counts.get(State.WAITING)]
        if place.reading in {reading.id for reading in readings}:
            self.open(place.reading or 0)
        elif not place.visited and len(waiting) == 1:
            self.open(waiting[0])
        place.visited = True

    def open(self, number: int) -> None:
        """Show what is proposed from an article."""
        self._pane.select(str(number))
        self.clerk.place.reading = number
        self.app.push_screen(ItemsScreen(self.clerk, number))

    @on(ChoosingPane.Chosen)
    def _chosen(self, event: ChoosingPane.Chosen) -> None:
        event.stop()
        self.open(int(self._pane.label))
