"""What pressing each command of the views comes to, by place, and the whole registry."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from store.domain.ledger import Column
from store.domain.timeline import Lane
from tests.screens.conftest import Desk
from tests.screens.walking import Entry, Was, axis, evidence_of, opens, says, sees, shows
from tests.screens.walks_board import BOARD, DESK, INBOX, ITEM, JUDGED, LIST, OWED
from tui.commands.command import Where
from tui.panes.prompt import Prompt
from tui.render.scale import Zoom
from tui.screens.dashboard import Dashboard
from tui.screens.drift import DriftScreen
from tui.screens.finding import FindScreen
from tui.screens.journal import JournalScreen
from tui.screens.ledger import LedgerScreen
from tui.screens.progress import ProgressScreen
from tui.screens.redating import RedatingScreen
from tui.screens.timeline import TimelineScreen
from tui.screens.turning import TurningScreen

VIEW: Mapping[str, Entry] = {
    "narrow": Entry(("c",), opens(Prompt, "narrow")),
    "to_board": Entry(("c",), shows(Dashboard)),
}
JOURNAL: Mapping[str, Entry] = {
    "entry_undo": Entry(("c",), shows(TurningScreen)),
    "by_person": Entry(("c",), opens(Prompt, "who")),
    "by_thing": Entry(("c",), opens(Prompt, "about")),
    "by_day": Entry(("c",), opens(Prompt, "written")),
}
_TO_ENTRY = (*JUDGED, "c", "enter")
ENTRY: Mapping[str, Entry] = {
    "entry_undo": Entry(_TO_ENTRY, shows(TurningScreen)),
    "entry_subject": Entry(_TO_ENTRY, evidence_of()),
}
SOURCES: Mapping[str, Entry] = {
    "by_origin": Entry(("s",), lambda d, _: ", by origin" in d.lines[0]),
    "source_day": Entry(("s",), shows(RedatingScreen)),
}
SOURCE: Mapping[str, Entry] = {"source_day": Entry(("s", "enter"), shows(RedatingScreen))}


def ledger_of(place: int) -> Callable[[Desk, Was], object]:
    """Check of which obligation of the board the ledger in front is."""
    return lambda d, _: (
        isinstance(d.app.screen, LedgerScreen) and d.lines[0].startswith(f" ledger  {d.board.page.rows[place].label} ")
    )


def figure_in(column: Column) -> Callable[[Desk, Was], object]:
    """Check in which column of the ledger a figure is marked."""

    def holds(d: Desk, _: Was) -> bool:
        entry = d.app.screen.entry if isinstance(d.app.screen, LedgerScreen) else None
        return entry is not None and entry.column is column

    return holds


_TO_BOTH = (*"jjjjjj", "l", *"jjjj")  # C10 has a row with the debtor's figure and that of an article
LEDGER: Mapping[str, Entry] = {
    "next_ledger": Entry(("l",), ledger_of(1)),
    "previous_ledger": Entry(("l", "n"), ledger_of(0)),
    "column_right": Entry(_TO_BOTH, figure_in(Column.WITNESS)),
    "column_left": Entry((*_TO_BOTH, "right"), figure_in(Column.DEBTOR)),
}


def along(by: int) -> Callable[[Desk, Was], object]:
    """Check that what is highlighted on the timeline comes later (1) or earlier (-1) than what was."""
    return lambda d, was: (axis(d)[0] - was.axis[0]) * by > 0


def scrolled(by: int) -> Callable[[Desk, Was], object]:
    """Check that later (1) or earlier (-1) days are in sight, as large as before."""

    def holds(d: Desk, was: Was) -> bool:
        now, before = axis(d)[1], was.axis[1]
        return (
            now is not None and before is not None and now.zoom is before.zoom and (now.start - before.start) * by > 0
        )

    return holds


def ticks(first: Zoom, then: Zoom) -> Callable[[Desk, Was], object]:
    """Check what the ticks of the axis marked, and what they mark now."""

    def holds(d: Desk, was: Was) -> bool:
        now, before = axis(d)[1], was.axis[1]
        return now is not None and before is not None and (before.zoom, now.zoom) == (first, then)

    return holds


def hides(lane: Lane) -> Callable[[Desk, Was], object]:
    """Check that one lane of the timeline is hidden, and no other."""
    return lambda d, _: isinstance(d.app.screen, TimelineScreen) and d.app.screen.axis.hidden == {lane}


TIMELINE: Mapping[str, Entry] = {
    "next_happening": Entry(("h", "left"), along(1)),
    "previous_happening": Entry(("h",), along(-1)),
    "screen_right": Entry(("h", "z"), scrolled(1)),
    "screen_left": Entry(("h", "z"), scrolled(-1)),
    "closer": Entry(("h", "Z"), ticks(Zoom.WEEK, Zoom.DAY)),
    "farther": Entry(("h",), ticks(Zoom.DAY, Zoom.WEEK)),
    "as_words": Entry(("h",), lambda d, _: "In words" in d.text),
    **{f"lane_{number}": Entry(("h",), hides(lane)) for number, lane in enumerate(Lane, 1)},
}


def round_before(by: int) -> Callable[[Desk, Was], object]:
    """Check how many rounds before the last one the drift in front is of."""

    def holds(d: Desk, _: Was) -> bool:
        value = d.app.screen.value if isinstance(d.app.screen, DriftScreen) else None
        return value is not None and value.rounds.index(value.label) == len(value.rounds) - 1 - by

    return holds


DRIFT: Mapping[str, Entry] = {
    "earlier_round": Entry(("D",), round_before(1)),
    "later_round": Entry(("D", "left"), round_before(0)),
}
PROGRESS: Mapping[str, Entry] = {
    "other_way": Entry(("p",), lambda d, _: isinstance(d.app.screen, ProgressScreen) and d.app.screen.turned)
}

_TO_FILTERS = ("slash", "c", "1", "enter", "S")
_TO_KEPT = (*_TO_FILTERS, "s", "a", "enter", "0", "escape", "S", "g")
FILTERS: Mapping[str, Entry] = {
    "keep": Entry(_TO_FILTERS, opens(Prompt, "keep")),
    "open": Entry(_TO_KEPT, lambda d, was: (was.board.page.filter, d.board.page.filter) == ("", "c1")),
    "drop": Entry(_TO_KEPT, opens(Prompt, "drop")),
}
FINDING: Mapping[str, Entry] = {
    "seek": Entry(("f", "c", "1", "0", "enter"), sees(FindScreen, "find")),
    "open": Entry(("f", "c", "1", "0", "enter"), evidence_of("C10")),
}
NOTICES: Mapping[str, Entry] = {"mark_seen": Entry(("n",), says("marked as seen"))}

ENDS = {(Where.DESK, "quit"), (Where.ANYWHERE, "quit_now")}
"""Commands after which there is nothing more to press."""

REGISTRY: Mapping[Where, Mapping[str, Entry]] = {
    Where.DESK: DESK,
    Where.BOARD: BOARD,
    Where.OWED: OWED,
    Where.LIST: LIST,
    Where.VIEW: VIEW,
    Where.JOURNAL: JOURNAL,
    Where.ENTRY: ENTRY,
    Where.SOURCES: SOURCES,
    Where.SOURCE: SOURCE,
    Where.LEDGER: LEDGER,
    Where.TIMELINE: TIMELINE,
    Where.DRIFT: DRIFT,
    Where.PROGRESS: PROGRESS,
    Where.FILTERS: FILTERS,
    Where.FINDING: FINDING,
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
"""The commands of DESK in a view, opened after their way was gone: the journal, and for that the notices."""
