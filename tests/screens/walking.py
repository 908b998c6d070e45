"""What an entry of the registry is that `test_every_command.py` walks, and what it can check.

The registry has one table a place: `walks_board.py` and `walks_views.py`. An entry says which keys lead to where the
command can be given (from the board, with the first obligation highlighted), and what holds once any of its keys was
pressed. Whoever adds a command adds an entry.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from store.domain.board import Board
from store.domain.typed import NamedTuple
from tests.screens.conftest import Desk
from tui.app import TalksApp
from tui.fetcher import Kind
from tui.panes.prompt import Prompt
from tui.render.frame import Pane
from tui.render.scale import Scale
from tui.screens.base import BoardScreen
from tui.screens.dashboard import Dashboard
from tui.screens.items import ItemsScreen
from tui.screens.timeline import TimelineScreen
from tui.screens.view import ListView


class Was(NamedTuple):
    """How it was before the key."""

    board: Board
    screen: Screen[object]
    pane: Pane
    cursor: int
    theme: str
    told: int
    boards: int
    """How often a board was asked for."""
    size: Size
    """That of the pane with the keys."""
    axis: tuple[int, Scale | None]
    """Which of what is on the timeline is highlighted, and which days are in sight."""


class Entry(NamedTuple):
    """One command: the keys that lead to it, and what holds after it."""

    way: tuple[str, ...]
    holds: Callable[[Desk, Was], object]


def dashboard(d: Desk) -> Dashboard:
    """Return the dashboard, whatever lies over it."""
    found = d.app.dashboard
    assert found is not None
    return found


def cursor(d: Desk) -> int:
    """Say where the cursor of the screen in front is."""
    screen = d.app.screen
    if isinstance(screen, ListView):
        return screen.lines.cursor
    return screen.items.cursor if isinstance(screen, ItemsScreen) else dashboard(d).pane_widget().cursor


def axis(d: Desk) -> tuple[int, Scale | None]:
    """Say which of what is on the timeline is highlighted, and which days are in sight; (-1, None) elsewhere."""
    screen = d.app.screen
    if not isinstance(screen, TimelineScreen):
        return -1, None
    keys = [one.key for one in screen.axis.happenings]
    return keys.index(screen.at), screen.axis.scale


def how_it_is(d: Desk) -> Was:
    """Note how it is."""
    shown, pane = dashboard(d), dashboard(d).trail.pane
    return Was(
        d.board, d.app.screen, pane, cursor(d), d.app.theme, len(d.told), boards_asked(d),
        shown.pane_widget().region.size, axis(d),
    )  # fmt: skip


def boards_asked(d: Desk) -> int:
    """Count how often a board was asked for, since this was first called."""
    counted = _COUNTED.get(d.app)
    if counted is None:
        counted = _COUNTED[d.app] = [0]
        wish = d.app.fetcher.wish
        found = counted

        def counting(kind: Kind, *how: Any) -> None:
            found[0] += kind is Kind.BOARD
            wish(kind, *how)

        vars(d.app.fetcher)["wish"] = counting
    return counted[0]


_COUNTED: WeakKeyDictionary[TalksApp, list[int]] = WeakKeyDictionary()


def shows(kind: type[Screen[object]] | type[Screen[None]] | type[Screen[str | None]]) -> Callable[[Desk, Was], object]:
    """Check that a screen is in front."""
    return lambda d, _: isinstance(d.app.screen, kind)


def opens(kind: type[Widget], named: str = "") -> Callable[[Desk, Was], object]:
    """Check that something is open over the screen in front, a question of a kind where one is named."""

    def holds(d: Desk, _: Was) -> bool:
        over = d.app.screen.over if isinstance(d.app.screen, BoardScreen) else None
        return isinstance(over, kind) and (not isinstance(over, Prompt) or over.kind == named)

    return holds


def sees(kind: type[Screen[object]] | type[Screen[None]], named: str) -> Callable[[Desk, Was], object]:
    """Check that a view is in front, with a question of a kind open over it."""
    return lambda d, was: isinstance(d.app.screen, kind) and opens(Prompt, named)(d, was)


def evidence_of(label: str = "") -> Callable[[Desk, Was], object]:
    """Check that the board is in front with the evidence of a thing; by default, of the highlighted obligation."""
    return lambda d, _: (
        isinstance(d.app.screen, Dashboard) and zooms(d, _) and d.board.evidence.subject == (label or d.owed.label)
    )


def resized(wide: int, high: int) -> Callable[[Desk, Was], object]:
    """Check that the pane with the keys became larger (1) or smaller (-1) one way, and stayed as it was the other."""

    def holds(d: Desk, was: Was) -> bool:
        now, before = d.pane(was.pane).region.size, was.size
        steps = (
            (now.width > before.width) - (now.width < before.width),
            (now.height > before.height) - (now.height < before.height),
        )
        return steps == (wide, high)

    return holds


def says(*words: str) -> Callable[[Desk, Was], object]:
    """Check that the last sentence said since has all words."""
    return lambda d, was: len(d.told) > was.told and all(word in d.told[-1] for word in words)


def moves(by: int) -> Callable[[Desk, Was], object]:
    """Check that the cursor went down (1) or up (-1)."""
    return lambda d, was: (cursor(d) - was.cursor) * by > 0


def onto(pane: Pane) -> Callable[[Desk, Was], object]:
    """Check that a pane has the keys."""
    return lambda d, _: d.pane(pane).has_focus


def zooms(d: Desk, _: Was) -> bool:
    """Check that one pane has the whole screen."""
    return dashboard(d).trail.zoomed


def item_is(number: str, state: str) -> Callable[[Desk, Was], object]:
    """Check where a proposal stands."""

    def holds(d: Desk, _: Was) -> bool:
        screen = d.app.screen
        found = screen.opened.items if isinstance(screen, ItemsScreen) and screen.opened else ()
        return any(item.number == number and item.state.value == state for item in found)

    return holds
