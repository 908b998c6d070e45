"""What the screens of views need from outside. They know neither the store nor the app."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

    from store.domain.board import Board
    from store.domain.model import Source
    from store.domain.requests import BoardQuery

T = TypeVar("T")
Fetch = Callable[[Callable[[T], object]], object]
"""Reads something in another thread and hands it over, unless something newer was asked for meanwhile."""


class Viewer(Protocol):
    """Everything that the screen of a view needs from outside."""

    @property
    def board(self) -> Board | None:
        """The board as it is below the view: its day, reading and track are those of the view."""

    @property
    def query(self) -> BoardQuery:
        """What the board was asked for."""

    def refusal(self, *, anytime: bool = False) -> str:
        """Say why nothing can be changed now; empty where it can. `anytime`: also while a day gone by is shown."""

    def refused(self, *, anytime: bool = False) -> bool:
        """Say why nothing can be changed now, where it cannot; returns whether it was said."""

    def open(self, command: str, about: str = "") -> None:
        """Open the view that a command stands for, about a thing where it asks for one."""

    def push(self, screen: Screen[None]) -> None:
        """Put a screen over this one; Esc comes back."""

    def jump(self, label: str) -> None:
        """Go to the board, onto a thing."""

    def evidence(self, label: str) -> None:
        """Go to the board, and show all evidence of a thing."""

    def leave(self) -> None:
        """Go back to the board, whatever is open over it."""

    def redate(self, source: Source) -> None:
        """Ask for the right day of publication of a source, or say why it cannot be corrected now."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard and say so."""
