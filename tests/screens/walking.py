"""What pressing each command of the table comes to: the registry that `test_every_command.py` walks.

One table a place. An entry says which keys lead to where the command can be given (from the board, with the first
obligation highlighted), and what holds once any of its keys was pressed. Whoever adds a command adds an entry.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from weakref import WeakKeyDictionary

from textual.screen import Screen
from textual.widget import Widget

from store.domain.board import Board
from store.domain.typed import NamedTuple
from tests.screens.conftest import Desk
from tui.app import TalksApp
from tui.commands.command import Where
from tui.fetcher import Kind
from tui.panes.picker import StatusPicker
from tui.panes.prompt import Prompt
from tui.render.frame import Pane
from tui.screens.about import AboutScreen
from tui.screens.base import BoardScreen
from tui.screens.confirming import ConfirmScreen
from tui.screens.copying import CopyScreen
from tui.screens.correction import CorrectionScreen
from tui.screens.dashboard import Dashboard
from tui.screens.help import HelpScreen
from tui.screens.items import ItemsScreen
from tui.screens.journal import JournalScreen
from tui.screens.keys import KeysScreen
from tui.screens.linking import LinkScreen
from tui.screens.notices import NoticesScreen
from tui.screens.palette import PaletteScreen
from tui.screens.redating import RedatingScreen
from tui.screens.taking import InboxBase
from tui.screens.tour import TourScreen
from tui.screens.view import ListView
from tui.screens.windows import WindowsScreen


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


_JUDGED = ("space", "p", "j")
DESK: Mapping[str, Entry] = {
    "help": Entry((), shows(HelpScreen)),
    "undo": Entry(_JUDGED, says("U redoes")),
    "redo": Entry((*_JUDGED, "u"), says("u undoes")),
    "day": Entry((), opens(Prompt, "day")),
    "reading": Entry((), lambda d, was: d.board.reading != was.board.reading),
    "earlier": Entry((), lambda d, was: d.board.moment.day < was.board.moment.day),
    "later": Entry(("less_than_sign",), lambda d, was: d.board.moment.day > was.board.moment.day),
    "latest": Entry(("less_than_sign", "less_than_sign"), lambda d, _: d.board.moment.latest),
    "copy": Entry(("j",), says("Copied: ")),
    "copy_menu": Entry((), shows(CopyScreen)),
    "about": Entry((), shows(AboutScreen)),
    "cheat_sheet": Entry((), shows(KeysScreen)),
    "palette": Entry((), shows(PaletteScreen)),
    "next_pane": Entry((), lambda d, was: dashboard(d).trail.pane is not was.pane),
    "previous_pane": Entry((), lambda d, was: dashboard(d).trail.pane is not was.pane),
    "back": Entry(("plus",), lambda d, _: not dashboard(d).trail.zoomed),
    "inbox": Entry((), shows(InboxBase)),
    "journal": Entry((), shows(JournalScreen)),
    "notices": Entry((), shows(NoticesScreen)),
}
"""On the dashboard and in every view; walked on the dashboard."""

BOARD: Mapping[str, Entry] = {
    "filter": Entry((), opens(Prompt, "filter")),
    "windows": Entry((), shows(WindowsScreen)),
    "redate": Entry(("4", "j"), shows(RedatingScreen)),
    "zoom": Entry((), zooms),
    **{f"pane_{pane.number}": Entry(("tab",), onto(pane)) for pane in Pane},
    "reload": Entry((), lambda d, was: boards_asked(d) > was.boards),
    "import": Entry((), opens(Prompt, "import")),
    "tour": Entry((), shows(TourScreen)),
    "theme": Entry((), lambda d, was: d.app.theme != was.theme),
}
"""On the dashboard alone. What has no key is given from the palette."""

OWED: Mapping[str, Entry] = {"status": Entry((), opens(StatusPicker))}

LIST: Mapping[str, Entry] = {
    "open": Entry((), zooms),
    "down": Entry((), moves(1)),
    "up": Entry(("j", "j"), moves(-1)),
    "first": Entry(("j", "j"), lambda d, _: cursor(d) == 0),
    "last": Entry((), moves(1)),
    "page_up": Entry(("G",), moves(-1)),
    "page_down": Entry((), moves(1)),
}
"""In every pane; walked in the obligations."""

VIEW: Mapping[str, Entry] = {
    "narrow": Entry(("c",), opens(Prompt, "narrow")),
    "to_board": Entry(("c",), shows(Dashboard)),
}
JOURNAL: Mapping[str, Entry] = {}
NOTICES: Mapping[str, Entry] = {"mark_seen": Entry(("n",), says("marked as seen"))}

_TO_R1 = ("i", "enter", "g")
_TO_C1, _TO_X1, _TO_P1 = (*_TO_R1, "j"), (*_TO_R1, "j", "j"), (*_TO_R1, "G")
INBOX: Mapping[str, Entry] = {"read": Entry(("i",), opens(Prompt, "article"))}
ITEM: Mapping[str, Entry] = {
    "correct": Entry(_TO_X1, shows(CorrectionScreen)),
    "accept_kind": Entry(_TO_X1, shows(ConfirmScreen)),
    "link": Entry(_TO_X1, shows(LinkScreen)),
    "same_origin": Entry(_TO_X1, says("No stored source tells nearly the same")),
    "drop": Entry(_TO_P1, item_is("P1", "dropped")),
    "accept": Entry(_TO_X1, item_is("X1", "accepted")),
    "take_back": Entry(_TO_X1, shows(ConfirmScreen)),
    "split": Entry(_TO_C1, says("split C1")),
    "mark": Entry(_TO_R1, lambda d, _: isinstance(d.app.screen, ItemsScreen) and bool(d.app.screen.marked)),
}
"""On a proposal of the article that lies in the inbox, in an order in which none is in the way of the next."""

ENDS = {(Where.DESK, "quit"), (Where.ANYWHERE, "quit_now")}
"""Commands after which there is nothing more to press."""

REGISTRY: Mapping[Where, Mapping[str, Entry]] = {
    Where.DESK: DESK,
    Where.BOARD: BOARD,
    Where.OWED: OWED,
    Where.LIST: LIST,
    Where.VIEW: VIEW,
    Where.JOURNAL: JOURNAL,
    Where.NOTICES: NOTICES,
    Where.INBOX: INBOX,
    Where.ITEM: ITEM,
}
"""Every command but those that end the program, by place."""

IN_VIEWS: Mapping[str, Entry] = {
    **{command: entry for command, entry in DESK.items() if command not in ("next_pane", "previous_pane")},
    "undo": Entry(DESK["undo"].way, says("U redoes")),
    "back": Entry((), shows(Dashboard)),
    "journal": Entry((), shows(JournalScreen)),
}
"""The commands of DESK in a view, which is opened after their way was gone; `journal` is walked in it as well."""
