"""Plain signs for terminals that cannot draw others: put in as the very last thing, on every line of every widget."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.render.ascii import plain


class PlainSigns(LineFilter):
    """Writes every line in ASCII, with those letters beside it that an encoding has."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual asks for it
        """Replace the signs, each by one as wide."""
        return [Segment(plain(text, self._encoding), style, control) for text, style, control in segments]
