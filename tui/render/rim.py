"""The border of a pane, for any painter: its strokes and titles as lines, in which `rule` is the border itself."""

from __future__ import annotations

from tui.render.spans import Line, Role, fit, line_cells

_FREE = 6
"""Cells of a border that its words leave free: corners, a stroke and a blank on both sides."""


def upper_rim(title: Line, width: int) -> Line:
    """Draw the upper border; its title begins at the left."""
    words = _labelled(title, width)
    return (("╭─", Role.RULE), *words, ("─" * (width - 3 - line_cells(words)) + "╮", Role.RULE))


def lower_rim(words: Line, width: int) -> Line:
    """Draw the lower border; what it says ends at the right."""
    said = _labelled(words, width)
    return (("╰" + "─" * (width - 3 - line_cells(said)), Role.RULE), *said, ("─╯", Role.RULE))


def _labelled(words: Line, width: int) -> Line:
    """Put a blank on both sides of words; nothing where there is no room."""
    if not words or width <= _FREE:
        return ()
    shown = tuple(span for span in fit(words, width - _FREE) if span[0])
    return ((" ", Role.TEXT), *shown, (" ", Role.TEXT)) if shown else ()
