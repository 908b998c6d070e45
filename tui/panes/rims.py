"""The border of a pane with its titles, drawn around lines that are drawn already."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

from store.domain.typed import NamedTuple
from tui.render.rim import lower_rim, upper_rim
from tui.render.spans import Line, Role

_FAINT = 0.6
"""How much of its colour the border of a pane without the keys has on a day gone by."""


class Mood(NamedTuple):
    """What the colour of a border says."""

    focused: bool = False
    """Whether the pane has the keys."""
    past: bool = False
    """Whether the board shows a day gone by."""


class _Pens(NamedTuple):
    """The styles of a border."""

    edge: Style
    title: Style
    subtitle: Style
    left: tuple[Segment, Segment]
    """The stroke at the left, and the blank inside it."""
    right: tuple[Segment, Segment]


class Rim:
    """Draws the border of a widget.

    With a border of Textual's own every change of its colour would have the style sheet read for everything on the
    screen and each line made anew; here lines that stayed as they were are taken as they are.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._pens: dict[Mood, _Pens] = {}
        self._framed: dict[int, tuple[Strip, _Pens, Strip]] = {}
        """Lines with their borders, by the line inside: what they were made of and what they became."""
        self._edges: dict[bool, tuple[Line, int, _Pens, Strip]] = {}
        """The upper border (True) and the lower one: what they were made of and what they became."""

    def forget(self) -> None:
        """Take no style for granted: the theme changed."""
        self._pens.clear()
        self._framed.clear()
        self._edges.clear()

    def around(self, lines: Sequence[Strip], width: int, mood: Mood, title: Line, subtitle: Line) -> list[Strip]:
        """Put the border around lines. In titles strong words are bold, and muted ones as faint as the border."""
        pens = self._pens.get(mood)
        if pens is None:
            pens = self._pens[mood] = self._mix(mood)
        between = [self._framed_line(number, line, pens) for number, line in enumerate(lines)]
        return [self._edge(title, width, pens, upper=True), *between, self._edge(subtitle, width, pens, upper=False)]

    def _edge(self, words: Line, width: int, pens: _Pens, *, upper: bool) -> Strip:
        kept = self._edges.get(upper)
        if kept is not None and kept[:2] == (words, width) and kept[2] is pens:
            return kept[3]
        line = upper_rim(words, width) if upper else lower_rim(words, width)
        edge = Strip(_drawn(line, pens.edge, pens.title if upper else pens.subtitle), width)
        self._edges[upper] = words, width, pens, edge
        return edge

    def _framed_line(self, number: int, line: Strip, pens: _Pens) -> Strip:
        kept = self._framed.get(number)
        if kept is not None and kept[0] is line and kept[1] is pens:
            return kept[2]
        framed = Strip([*pens.left, *line, *pens.right], line.cell_length + 4)
        self._framed[number] = line, pens, framed
        return framed

    def _mix(self, mood: Mood) -> _Pens:
        """Make the styles from the theme."""
        variables = self._widget.app.current_theme.variables
        ground = self._widget.background_colors[1]

        def style(name: str, alpha: float = 1.0) -> Style:
            colour = ground + Color.parse(variables[f"talks-{name}"]).multiply_alpha(alpha)
            return Style.from_color(colour.rich_color, ground.rich_color)

        if mood.past:
            edge = style("warn", 1.0 if mood.focused else _FAINT)
            title = style("warn" if mood.focused else "muted")
        else:
            edge = style("accent" if mood.focused else "border")
            title = style("strong" if mood.focused else "muted")
        stroke, blank = Segment("│", edge), _blank(ground)
        return _Pens(edge, title, style("muted"), (stroke, blank), (blank, stroke))


@lru_cache(8)
def _blank(ground: Color) -> Segment:
    """Return the cell inside a border, the same one for every mood, so that it is seen to be no other."""
    return Segment(" ", Style.from_color(bgcolor=ground.rich_color))


def _drawn(line: Line, edge: Style, plain: Style) -> list[Segment]:
    styles = {Role.RULE: edge, Role.MUTED: edge, Role.STRONG: plain + Style(bold=True)}
    return [Segment(text, styles.get(role, plain)) for text, role in line]
