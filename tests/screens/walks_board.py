"""What pressing each command of the board and of the inbox comes to, by place."""

from __future__ import annotations

from collections.abc import Mapping

from tests.screens.walking import (
    Entry,
    boards_asked,
    cursor,
    dashboard,
    item_is,
    moves,
    onto,
    opens,
    resized,
    says,
    sees,
    shows,
    zooms,
)
from tui.panes.choices import ChoicePicker
from tui.panes.picker import StatusPicker
from tui.panes.prompt import Prompt
from tui.render.frame import Pane
from tui.screens.about import AboutScreen
from tui.screens.confirming import ConfirmScreen
from tui.screens.copying import CopyScreen
from tui.screens.correction import CorrectionScreen
from tui.screens.drift import DriftScreen
from tui.screens.finding import FindScreen
from tui.screens.gates import GatesScreen
from tui.screens.help import HelpScreen
from tui.screens.items import ItemsScreen
from tui.screens.journal import JournalScreen
from tui.screens.kept import KeptScreen
from tui.screens.keys import KeysScreen
from tui.screens.kinds import KindsScreen
from tui.screens.ledger import LedgerScreen
from tui.screens.linking import LinkScreen
from tui.screens.notices import NoticesScreen
from tui.screens.palette import PaletteScreen
from tui.screens.progress import ProgressScreen
from tui.screens.record import RecordScreen
from tui.screens.redating import RedatingScreen
from tui.screens.sources import SourcesScreen
from tui.screens.taking import InboxBase
from tui.screens.timeline import TimelineScreen
from tui.screens.tour import TourScreen
from tui.screens.trying import LayoutScreen, ThemeScreen
from tui.screens.windows import WindowsScreen

JUDGED = ("space", "p", "j")
DESK: Mapping[str, Entry] = {
    "help": Entry((), shows(HelpScreen)),
    "undo": Entry(JUDGED, says("U redoes")),
    "redo": Entry((*JUDGED, "u"), says("u undoes")),
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
    "ledger": Entry((), shows(LedgerScreen)),
    "gates": Entry((), shows(GatesScreen)),
    "sources": Entry((), shows(SourcesScreen)),
    "timeline": Entry((), shows(TimelineScreen)),
    "drift": Entry((), shows(DriftScreen)),
    "progress": Entry((), shows(ProgressScreen)),
    "find": Entry((), sees(FindScreen, "find")),
    "filters": Entry((), shows(KeptScreen)),
    "track": Entry((), says("is the only track on record")),
    "theme": Entry((), shows(ThemeScreen)),
}
"""On the dashboard and in every view; walked on the dashboard."""

BOARD: Mapping[str, Entry] = {
    "filter": Entry((), opens(Prompt, "filter")),
    "windows": Entry((), shows(WindowsScreen)),
    "redate": Entry(("4", "j"), shows(RedatingScreen)),
    "zoom": Entry((), zooms),
    "add": Entry((), shows(KindsScreen)),
    "edit": Entry((), lambda d, _: isinstance(d.app.screen, RecordScreen) and bool(d.app.screen.fields)),
    "grow": Entry((), resized(0, 1)),
    "shrink": Entry((), resized(0, -1)),
    "wider": Entry((), resized(1, 0)),
    "narrower": Entry((), resized(-1, 0)),
    "layout": Entry((), shows(LayoutScreen)),
    "hide": Entry(("5",), lambda d, was: dashboard(d).trail.layout.hidden == {was.pane}),
    **{f"pane_{pane.number}": Entry(("tab",) if pane is Pane.OWED else (), onto(pane)) for pane in Pane},
    "reload": Entry((), lambda d, was: boards_asked(d) > was.boards),
    "import": Entry((), opens(Prompt, "import")),
    "rebuild": Entry((), lambda d, was: any("reckoned anew" in words for words in d.told[was.told :])),
    "tour": Entry((), shows(TourScreen)),
}
"""On the dashboard alone. What has no key is given from the palette."""

OWED: Mapping[str, Entry] = {
    "status": Entry((), opens(StatusPicker)),
    "order": Entry((), lambda d, was: opens(ChoicePicker)(d, was) and "order of the obligations" in d.text),
    "mark": Entry((), lambda d, _: [*d.owed.marks.labels] == [d.board.page.rows[0].label]),
    "mark_all": Entry(("M",), lambda d, _: len(d.owed.marks.labels) == len(d.board.page.rows)),
}
"""On an obligation; what is marked stays marked."""

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
