"""The companion: opens help, copies and the tour over whatever is in front. It is loaded when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from store.domain.board import NO_EVIDENCE, Evidence
from store.domain.typed import TYPE_CHECKING
from tui.commands.command import Command, Where
from tui.commands.possible import in_a_view, on_the_board, with_the_thing
from tui.companion.pointing import Pointed, pointed
from tui.fetcher import Kind as Wish
from tui.render.about import Subject, about_sheet
from tui.render.frame import Pane, too_small

if TYPE_CHECKING:
    from textual.geometry import Region

    from tui.overboard import OverBoardApp


class Companion:
    """Helps with what is in front of the person."""

    def __init__(self, app: OverBoardApp) -> None:
        self._app = app
        self._told: set[str] = set()
        """The commands whose keys were named."""
        self._requests: dict[str, Callable[[], object]] = {
            "copy_menu": self.copy_menu,
            "about": self.about,
            "cheat_sheet": self.cheat_sheet,
            "tour": self.tour,
            "import": self._import,
            "rebuild": lambda: self._app.importer.rebuild(),
        }

    def do(self, command: str) -> None:
        """Carry out a command, where the screen has room to show what comes of it."""
        if not too_small(*self._app.size):
            self._requests[command]()

    def possible(self) -> list[Command]:
        """List what can be done where the person is."""
        app = self._app
        place, dashboard = app.view_place, app.dashboard
        if place is not None:
            board = app.board
            past = board is not None and not board.moment.latest
            return in_a_view(place, past=past, read_only=bool(app.refusal(anytime=True)), writes=app.view_writes)
        return on_the_board(dashboard.situation) if dashboard is not None else []

    def name_key(self, command: str) -> None:
        """Name the key of a command that was chosen from the palette, the first time only."""
        found = next((one for one in self.possible() if one.id == command), None)
        if found is None or not found.shown or command in self._told:
            return
        self._told.add(command)
        self._app.notify(f"key: {found.shown}", markup=False, timeout=3)

    def cheat_sheet(self) -> None:
        """Show every key."""
        from tui.screens.keys import KeysScreen

        self._app.push_screen(KeysScreen())

    # -- what is under the cursor

    def about(self) -> None:
        """Explain what is highlighted, once what is known of it is there."""
        here = pointed(self._app)
        commands = with_the_thing(self.possible(), *self._places())
        self._with_evidence(here, partial(self._explain, here, commands))

    def _places(self) -> Sequence[Where]:
        place = self._app.view_place
        dashboard = self._app.dashboard
        if place is not None or dashboard is None:
            return () if place is None else (place,)
        return (dashboard.situation.place,) if dashboard.situation.place is Where.OWED else ()

    def _explain(self, here: Pointed, commands: Sequence[Command], evidence: Evidence) -> None:
        from tui.screens.about import AboutScreen

        board = self._app.board
        if board is None:
            return
        subject = Subject(
            here.label, here.row, evidence, here.within or board.evidence, here.kind, here.words, here.blocks
        )
        self._app.push_screen(AboutScreen(lambda width: about_sheet(subject, board, commands, width)))

    def copy_menu(self) -> None:
        """Offer what can be copied of what is highlighted."""
        here = pointed(self._app)
        self._with_evidence(here, partial(self._offer, here))

    def _offer(self, here: Pointed, evidence: Evidence) -> None:
        from tui.render.copies import copies
        from tui.screens.copying import CopyScreen

        board = self._app.board
        if board is None:
            return
        line = " ".join(here.row.split())
        within = here.within if here.within is not None and here.within.subject else None
        found = copies(board, within or evidence, line=line, at=here.label)
        self._app.push_screen(CopyScreen(found), self._copied)

    def _copied(self, text: str | None) -> None:
        if text:
            self._app.put_on_clipboard(text)

    def _with_evidence(self, here: Pointed, then: Callable[[Evidence], object]) -> None:
        """Fetch what is known of the thing, then go on; what nobody knows has none."""
        app, asking = self._app, self._app.screen

        def taken(evidence: Evidence) -> None:
            if app.screen is asking:
                then(evidence)

        if not here.label or here.kind is not None:
            taken(NO_EVIDENCE)
            return
        look = app.viewing.look()
        app.fetcher.wish(Wish.FINDING, lambda store: look.evidence(store, here.label), taken, app.complain)

    # -- the tour

    def tour(self, *, uninvited: bool = False) -> None:
        """Lead through the panes, and note that it was done; `uninvited` only where nobody is busy with anything."""
        from tui.screens.tour import TourScreen

        app, dashboard = self._app, self._app.dashboard
        if dashboard is None or app.board is None:
            return
        busy = app.screen is not dashboard or dashboard.over is not None
        if uninvited and (busy or too_small(*app.size)):
            return
        app.to_board()
        dashboard.close_overlay()

        def point_at(pane: Pane) -> Region:
            dashboard.go(pane)
            return dashboard.pane_widget(pane).region

        app.push_screen(TourScreen(point_at), lambda _: self._toured())

    def _toured(self) -> None:
        personal = self._app.personal
        if personal is not None and not personal.toured:
            self._app.keep_aside(personal.note_tour)

    # -- long work

    def _import(self) -> None:
        self._app.importer.ask()
