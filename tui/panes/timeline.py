"""The timeline's pane: the axis with its lanes, moved by what it belongs to, or the same as a list."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from store.domain.typed import TYPE_CHECKING
from tui.panes.proposals import ChoosingPane

if TYPE_CHECKING:
    from typing import Protocol

    from tui.render.spans import Line, Sheet

    class Steered(Protocol):
        """What the axis belongs to: it knows what is highlighted, and moves that."""

        @property
        def drawn(self) -> bool:
            """Whether the axis is shown, and not the list."""

        @property
        def at(self) -> str:
            """The key of what is highlighted."""

        def steer(self, command: str) -> bool:
            """Move on the axis; False where a command does not do that."""

        def pick(self, x: int, y: int) -> None:
            """Highlight what lies at a place of the sheet."""

        def below(self) -> str:
            """Say what the axis leaves out."""

    Draw = Callable[[int], Sheet]


class TimelinePane(ChoosingPane):
    """The axis or the list."""

    def __init__(self, steered: Steered, draw: Draw, title: Callable[[], Line]) -> None:
        super().__init__("lines", draw, title)
        self._steered = steered

    @property
    def label(self) -> str:
        """The key of what is highlighted."""
        return self._steered.at if self._steered.drawn else super().label

    def action_do(self, command: str) -> None:
        """Carry out a command of the pane."""
        if not (self._steered.drawn and self._steered.steer(command)):
            super().action_do(command)

    def scrolled(self) -> None:
        """Keep the borders true."""
        if self._steered.drawn:
            self.write_titles(self._title(), self._steered.below())
        else:
            super().scrolled()

    def on_click(self, event: events.Click) -> None:
        """Highlight what the mouse is on; a second click opens it."""
        if not self._steered.drawn:
            super().on_click(event)
            return
        event.stop()
        place = event.get_content_offset(self)
        if place is not None:
            self._steered.pick(place.x, place.y + self.top)
            if event.chain > 1:
                self.opened()
