"""How the app opens what takes the screen in place of the board. What stands behind it is loaded on first use."""

from __future__ import annotations

from textual.reactive import reactive

from store.domain.board import Board
from store.domain.typed import TYPE_CHECKING
from tui import messages
from tui.commands.command import Where
from tui.correcting import CorrectingApp

if TYPE_CHECKING:
    from tui.companion.companion import Companion
    from tui.companion.importing import Importer
    from tui.companion.looking import Looking
    from tui.inbox.office import Office
    from tui.screens.dashboard import Dashboard
    from tui.views.office import Views


class OverBoardApp(CorrectingApp, inherit_bindings=False):
    """Opens the inbox and the views over the board, and keeps them as true as the board."""

    working: reactive[str] = reactive("", repaint=False)
    """How far the long work under way is; empty where there is none."""
    _office: Office | None = None
    """What stands behind the inbox, and where the person was in it; None until it was opened."""
    _views: Views | None = None
    """What stands behind the views; None until one was opened."""
    _companion: Companion | None = None
    """What helps with whatever is in front; None until it was asked for."""
    _importer: Importer | None = None
    """What reads record lines into the store; None until it was asked for."""
    _looking: Looking | None = None
    """What knows what the person saw last; None until it was asked for."""

    @property
    def settling(self) -> bool:
        """Whether something that was asked for is not done yet."""
        return super().settling or (self._office is not None and self._office.settling)

    @property
    def dashboard(self) -> Dashboard | None:
        """The dashboard, also while something lies over it."""
        raise NotImplementedError

    def open_inbox(self) -> None:
        """Open the inbox where it was left."""
        if self._office is None:
            from tui.inbox.office import Office

            self._office = Office(self)
        self.to_board()
        self._office.open()

    def open_view(self, command: str) -> None:
        """Open the view that a command stands for; a command that stands for none is let pass."""
        if self._views is None:
            from tui.views.office import Views

            self._views = Views(self)
        self._views.open(command)

    def on_mark_all_wanted(self) -> None:
        """Mark every obligation that the filter leaves, unless there are too many."""
        from tui.marking import mark_all

        mark_all(self)

    def on_many_judged(self, message: messages.ManyJudged) -> None:
        """Save one state for several obligations in one step."""
        from tui.marking import judge_all

        judge_all(self, message)

    @property
    def view_place(self) -> Where | None:
        """Where the commands of the view in front can be given; None where no view is."""
        front = self._views.front() if self._views is not None else None
        return front.PLACE if front is not None else None

    @property
    def view_writes(self) -> tuple[str, ...]:
        """Those commands of the view in front that change something."""
        return self._views.front_writes() if self._views is not None else ()

    @property
    def companion(self) -> Companion:
        """What helps with whatever is in front."""
        if self._companion is None:
            from tui.companion.companion import Companion

            self._companion = Companion(self)
        return self._companion

    @property
    def importer(self) -> Importer:
        """What reads record lines into the store."""
        if self._importer is None:
            from tui.companion.importing import Importer

            self._importer = Importer(self)
        return self._importer

    @property
    def looking(self) -> Looking:
        """What knows what the person saw last."""
        if self._looking is None:
            from tui.companion.looking import Looking

            self._looking = Looking(self)
        return self._looking

    def watch_working(self, words: str) -> None:
        """Say in the view in front, too, how far it is; the dashboard is told by itself."""
        front = self._views.front() if self._views is not None else None
        if front is not None:
            front.working = words

    def on_import_wanted(self, message: messages.ImportWanted) -> None:
        """Read record lines into the store."""
        self.importer.begin(message.path)

    def on_cancel_wanted(self) -> None:
        """Give up the long work that is under way."""
        if self._importer is not None:
            self._importer.cancel()

    def to_board(self) -> None:
        """Close every view, so that the board has the screen again."""
        if self._views is not None:
            self._views.leave()

    def take_board(self, board: Board) -> None:
        """Put a board up; what was written elsewhere may bear on what lies over it as well."""
        super().take_board(board)
        if self._office is not None:
            self._office.look_again()
        if self._views is not None:
            self._views.look_again()
