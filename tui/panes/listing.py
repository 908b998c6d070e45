"""The base of every pane: lines with a cursor that keys and the mouse move."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region

from tui.commands.board import COMMANDS
from tui.commands.command import Where, bindings
from tui.messages import CommandGiven
from tui.panes.lines import Lines

_WHEEL = 3
"""How many lines a turn of the wheel moves."""


class Listing(Lines, can_focus=True):
    """Lines from top to bottom with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS, Where.LIST)]

    def move_to(self, index: int) -> None:
        """Put the cursor on a stop."""
        self.settle()
        index = max(0, min(index, len(self.sheet.stops) - 1))
        if not self.sheet.stops or index == self.cursor:
            return
        with self.changing():
            self.cursor = index
            self.reveal()
        self.moved()

    def select(self, label: str) -> bool:
        """Put the cursor on a label; False where it is not here."""
        found = next((i for i, stop in enumerate(self.sheet.stops) if stop.label == label), None)
        if found is not None:
            self.move_to(found)
        return found is not None

    def moved(self) -> None:
        """Do what a move of the cursor asks for."""

    def opened(self) -> None:
        """Do what Enter on the stop asks for."""

    def head(self, title: Content, subtitle: str = "") -> None:
        """Write the border's titles, plain text that no markup parser sees, and draw the border anew."""
        # Textual's own setters draw the whole widget anew, not only its border.
        self._border_title, self._border_subtitle = title, Content(subtitle)
        width, height = self.size
        self.refresh(Region(0, -1, width, 1), Region(0, height, width, 1))

    def step(self, by: int) -> None:
        """Move by one stop; inside a tall one, and past the last one, scroll instead."""
        stop, height = self.stop, self.size.height
        if stop is None or (by < 0 and (stop.top < self.top or self.cursor == 0)):
            self.scroll_lines(self.top + by)
            return
        cut_off = stop.top + stop.height > self.top + height
        if by > 0 and (cut_off or self.cursor + 1 >= len(self.sheet.stops)):
            self.scroll_lines(self.top + 1)
            return
        self.move_to(self.cursor + by)

    def page(self, by: int) -> None:
        """Move by as many lines as are in sight."""
        stops, stop = self.sheet.stops, self.stop
        if stop is None:
            self.scroll_lines(self.top + by * self.size.height)
            return
        aim = stop.top + by * max(1, self.size.height - 1)
        ahead = [i for i, other in enumerate(stops) if (other.top - aim) * by <= 0 and (i - self.cursor) * by > 0]
        nearest = (ahead[-1] if by > 0 else ahead[0]) if ahead else self.cursor + by
        self.move_to(nearest)

    def action_do(self, command: str) -> None:
        """Carry out a command of the pane."""
        match command:
            case "down" | "up":
                self.step(1 if command == "down" else -1)
            case "page_down" | "page_up":
                self.page(1 if command == "page_down" else -1)
            case "first":
                self.to_edge(0)
            case "last":
                self.to_edge(-1)
            case "open":
                self.opened()
            case other:
                self.post_message(CommandGiven(other))

    def to_edge(self, edge: int) -> None:
        """Go to the first stop (0) or the last (-1)."""
        self.move_to(0 if edge == 0 else len(self.sheet.stops) - 1)
        self.scroll_lines(0 if edge == 0 else self.sheet.height)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a second click opens."""
        event.stop()
        place = event.get_content_offset(self)
        if place is None:
            return
        number = place.y + self.top
        for index, stop in enumerate(self.sheet.stops):
            if stop.top <= number < stop.top + stop.height:
                self.move_to(index)
                if event.chain > 1:
                    self.opened()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll; the cursor stays where it is."""
        event.stop()
        self.scroll_lines(self.top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        event.stop()
        self.scroll_lines(self.top - _WHEEL)
