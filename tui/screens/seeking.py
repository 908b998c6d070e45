"""A sheet whose line keeps the keys: what is typed filters the list, arrows move in it, Enter takes from it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from textual import events, on
from textual.widgets import Input

from tui.screens.sheet import SheetScreen


class SeekingScreen(SheetScreen):
    """Lists what the words find. Enter hands back what the cursor is on."""

    AUTO_FOCUS = "#search"
    STEPS: ClassVar[Mapping[str, int]] = MappingProxyType({"down": 1, "up": -1})
    """Keys that move in the list, and by how much."""

    def on_key(self, event: events.Key) -> None:
        """Move in the list while the words keep the other keys."""
        if event.key in self.STEPS:
            event.stop()
            event.prevent_default()
            self.listing.step(self.STEPS[event.key])

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.entered()

    def entered(self) -> None:
        """Do what Enter asks for: take what the cursor is on."""
        if self.listing.label:
            self.chosen(self.listing.label)

    def chosen(self, label: str) -> None:
        """Hand the choice back."""
        self.dismiss(label)
