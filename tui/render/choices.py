"""The lists of looks and of layouts to choose from."""

from __future__ import annotations

from tui.palette import PALETTES
from tui.render.frame import LEAST_FOR_THREE, Columns, Layout, Pane, columns_at
from tui.render.spans import BLANK, Block, Line, Role, Sheet, fill, fit, put

_THEMES = {
    "dark": "light words on dark",
    "light": "dark words on light",
    "contrast": "high contrast on black",
    "contrast-light": "high contrast on white",
    "colour-blind": "blue, yellow, orange on dark",
    "colour-blind-light": "the same on light",
    "mono": "greys alone",
}
_COLUMNS = {
    Columns.AUTOMATIC: "as fits",
    Columns.THREE: "three columns, evidence at the right",
    Columns.TWO: "two columns, evidence below",
    Columns.ONE: "one pane at a time",
}
_NAME, _SHORT = 20, 12
ANEW = "anew"
"""The choice that takes every layout back."""


def theme_sheet(now: str, width: int) -> Sheet:
    """List the themes; the one in force is marked."""
    return Sheet([Block((_choice(name == now, fill(name, _NAME), _THEMES[name], width),), name) for name in PALETTES])


def layout_sheet(layout: Layout, size: tuple[int, int], width: int) -> Sheet:
    """List the numbers of columns, the panes to show and hide, and the way back to how it is by itself."""
    blocks = []
    for columns, words in _COLUMNS.items():
        there = columns_at(*size, columns)
        if columns is Columns.AUTOMATIC:
            words = f"{words}: {there.value} here"
        elif columns is not there:
            words = f"needs {LEAST_FOR_THREE} columns" if columns is Columns.THREE else "needs 80 x 24"
        blocks.append(
            Block((_choice(columns is layout.columns, fill(columns.value, _SHORT), words, width),), columns.value)
        )
    blocks.append(Block((BLANK,)))
    for pane in Pane:
        shown = pane not in layout.hidden
        mark, words = ("✓", "shown") if shown else ("○", "hidden")
        line = (_mark(mark, shown), put(fill(f"{pane.number} {pane.heading}", _NAME)), put(words, Role.MUTED))
        blocks.append(Block((fit(line, width),), pane.value))
    blocks.append(Block((BLANK,)))
    blocks.append(Block((fit((put("  back to how it is by itself"),), width),), ANEW))
    return Sheet(blocks)


def _choice(chosen: bool, name: str, words: str, width: int) -> Line:
    return fit((_mark("●" if chosen else "○", chosen), put(name), put(words, Role.MUTED)), width)


def _mark(sign: str, strong: bool) -> tuple[str, Role]:
    return f"{sign} ", Role.ACCENT if strong else Role.MUTED
