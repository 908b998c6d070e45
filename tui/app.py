"""The app: it owns the board, answers what panes ask for, and leaves the terminal as it was, however it ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from store.domain.requests import BoardQuery
from store.domain.typed import TYPE_CHECKING
from tui import messages
from tui.commands.board import COMMANDS
from tui.commands.command import Where, bindings
from tui.lasting import LastingApp
from tui.lifeline import watch_signals, watch_terminal
from tui.render.outset import BY_ITSELF, Outset
from tui.screens.dashboard import Dashboard

if TYPE_CHECKING:
    from store.repository import Repository


_ACCOMPANIED = ("copy_menu", "about", "cheat_sheet", "tour", "import", "rebuild")
"""Commands that the companion carries out, over whatever is in front."""
_LATER = 0.3
"""Seconds after the board is there, within which nothing else is loaded."""


def _prepare() -> None:
    """Load what opens over the board before it is asked for; what is there by now stays, and is no garbage."""
    import gc

    from tui.panes import picker, prompt  # noqa: F401 - for later

    gc.freeze()


class TalksApp(LastingApp, inherit_bindings=False):
    """The dashboard on one record."""

    TITLE = "talks"
    CSS_PATH = "talks.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(COMMANDS, Where.ANYWHERE),
        Binding("ctrl+c", "hint_quit", show=False, system=True),
    ]

    def __init__(  # noqa: PLR0913 - all that the dashboard is made of, by name
        self,
        open_repository: Callable[[], Repository],
        clock: Callable[[], datetime],
        author: str,
        query: BoardQuery,
        *,
        read_only: bool = False,
        outset: Outset = BY_ITSELF,
    ) -> None:
        self.tour_wanted = False
        """Whether the tour comes by itself where the person did not take it yet."""
        self.greeting: str | None = None
        """The first thing that is said."""
        super().__init__(open_repository, clock, query, author, read_only=read_only)
        self.begin_as(outset)
        self._requests: dict[str, Callable[[], object]] = {
            "earlier": lambda: self.post_message(messages.StepWanted(-1)),
            "later": lambda: self.post_message(messages.StepWanted(1)),
            "latest": lambda: self.post_message(messages.DayWanted(None)),
            "reading": self.on_reading_wanted,
            "track": self._track,
            "undo": self.on_undo_wanted,
            "redo": self.on_redo_wanted,
            "inbox": self.open_inbox,
            "reload": self.read_anew,
            "theme": self.choose_theme,
            "help": self._help,
            "palette": self._palette,
            "quit": self.leave,
            "quit_now": self.leave,
            **{command: partial(self._accompany, command) for command in _ACCOMPANIED},
        }

    def get_default_screen(self) -> Screen[None]:
        """Make the dashboard the first screen."""
        found = Dashboard(read_only=self.read_only, outset=self.outset)
        return found.data_bind(TalksApp.board, TalksApp.behind, TalksApp.working)

    def on_mount(self) -> None:
        """Open the record once the screen is there, and listen for the end."""
        watch_signals(lambda number: self.exit(return_code=128 + number))
        if not self.is_headless:
            watch_terminal(self.set_interval)
            self.app_resume_signal.subscribe(self, lambda _: self.send_anew())
            self.set_timer(_LATER, _prepare)
            self.set_timer(2 * _LATER, self._greet)
        self.remember()
        self.open_viewing()
        if self.greeting:
            self.tell(self.greeting)

    def _greet(self) -> None:
        """Lead a person who is here for the first time through the panes; tell others what is new since."""
        if self.personal is None:
            return
        if self.tour_wanted and not self.personal.toured:
            self.companion.tour(uninvited=True)
        else:
            self.looking.greet()

    def on_keys_awaited(self) -> None:
        """Let in what was typed before there was a pane to take it, and paint with what it came to."""
        self.release_keys()
        self.call_later(self.when_typed, self.uncover)

    @property
    def awaits(self) -> bool:
        """Whether something is being fetched that the next key is meant for."""
        return super().settling and (self.asked_for or getattr(self.screen, "awaits", False))

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew; before there is a screen, in a way that spares it to parse the same again."""
        if self.screen_stack:
            super().refresh_css(animate)
            return
        self.stylesheet.set_variables(self.get_css_variables())
        self.stylesheet.parse()
        self.stylesheet.update(self, animate=animate)

    def on_unmount(self) -> None:
        """Finish what is being written; give up what takes long."""
        self.on_cancel_wanted()
        if self.personal is not None:
            self.looking.note()
        self.writer.close()
        self.fetcher.close()

    @property
    def settling(self) -> bool:
        """Whether something that was asked for is not done yet."""
        return super().settling or self.typing or (self.dashboard is not None and self.dashboard.settling)

    @property
    def dashboard(self) -> Dashboard | None:
        """The dashboard, also while something lies over it."""
        return next((screen for screen in self.screen_stack if isinstance(screen, Dashboard)), None)

    def stay(self) -> None:
        """Wish for the obligations that are in sight, unless others are on their way."""
        if self.dashboard is not None and not self.viewing.page_due:
            self.viewing.stay(*self.dashboard.place())

    def action_do(self, command: str) -> None:
        """Carry out a command that can be given anywhere."""
        self._requests[command]()

    def on_command_given(self, message: messages.CommandGiven) -> None:
        """Carry out a command given by a click or from the palette."""
        request, dashboard = self._requests.get(message.command), self.dashboard
        if request is not None:
            request()
        elif dashboard is not None and dashboard.can_do(message.command):
            self.to_board()
            dashboard.action_do(message.command)
        else:
            self.open_view(message.command)

    def on_not_saved(self, message: messages.NotSaved) -> None:
        """Keep what could not be saved where the next attempt begins."""
        if self.dashboard is not None:
            self.dashboard.editing.not_saved(message.judgement)

    def _track(self) -> None:
        from tui import tracks

        tracks.turn(self)

    def _accompany(self, command: str) -> None:
        self.companion.do(command)

    def _help(self) -> None:
        from tui.screens.help import HelpScreen

        pane = self.dashboard.trail.pane if self.dashboard else None
        self.push_screen(HelpScreen(pane, view=self.view_place))

    def _palette(self) -> None:
        from tui.companion.palette import open_palette

        open_palette(self)
