"""The office behind the views: opens them, fetches and writes for them, and keeps them as true as the board."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual.screen import Screen

from store.domain.board import Board
from store.domain.requests import Author, BoardQuery, Receipt
from store.domain.typed import TYPE_CHECKING
from tui.commands.chosen import undoing
from tui.fetcher import Kind
from tui.screens.full import FullScreen
from tui.screens.view import ListView, View
from tui.views.openers import ABOUT_ONE, OPENERS
from tui.views.viewer import Fetch

if TYPE_CHECKING:
    from store.domain.model import Source
    from store.repository import Repository
    from tui.overboard import OverBoardApp

T = TypeVar("T")


class Views:
    """Everything that views need from outside: the `Viewer` that their screens know, and what openers use beside it."""

    def __init__(self, app: OverBoardApp) -> None:
        self.app = app

    @property
    def board(self) -> Board | None:
        """The board as it is below the view."""
        return self.app.board

    @property
    def query(self) -> BoardQuery:
        """What the board was asked for."""
        return self.app.viewing.query

    @property
    def author(self) -> Author:
        """Who writes, and when."""
        return self.app.author()

    def refusal(self, *, anytime: bool = False) -> str:
        """Say why nothing can be changed now; empty where it can."""
        return self.app.refusal(anytime=anytime)

    def refused(self, *, anytime: bool = False) -> bool:
        """Say why nothing can be changed now, where it cannot; returns whether it was said."""
        return self.app.refused(anytime=anytime)

    def fetching(self, read: Callable[[Repository, BoardQuery], T], kind: Kind = Kind.VIEW) -> Fetch[T]:
        """Make what fetches for a view: with the day, reading and track that the board is asked for by then."""

        def fetch(taken: Callable[[T], object]) -> None:
            query = self.query
            self.app.fetcher.wish(kind, lambda store: read(store, query), taken, self.app.complain)

        return fetch

    def change(
        self,
        work: Callable[[Repository], Receipt],
        failed: Callable[[], object] | None = None,
        *,
        anytime: bool = False,
    ) -> None:
        """Have something written; what came of it is said, and view and board are shown as they are then."""
        self.app.change(work, undoing(), failed, anytime=anytime)

    def open(self, command: str, about: str = "") -> None:
        """Open the view that a command stands for; the one in front closes, and one below comes to the front again.

        A command that stands for no view is let pass.
        """
        opener = OPENERS.get(command)
        if opener is None or self.board is None:
            return
        about = about or self._highlighted()
        asked = (command, about if command in ABOUT_ONE else "")
        if self._return_to(asked):
            return
        screen = opener(self, about)
        if isinstance(screen, str):
            if screen:
                self.app.tell(screen)
            return
        if isinstance(screen, View):
            screen.asked = asked
        self.push(screen)

    def _return_to(self, asked: tuple[str, str]) -> bool:
        """Go back to what was asked for before, or close it where it is in front; False where it is not open."""
        found = next((s for s in self.app.screen_stack if isinstance(s, View) and s.asked == asked), None)
        if found is None:
            return False
        if found is self.app.screen:
            self.app.pop_screen()
        while self.app.screen is not found and found in self.app.screen_stack:
            self.app.pop_screen()
        return True

    def _highlighted(self) -> str:
        """Return what the cursor is on, in the view in front or on the board."""
        front = self.front()
        if front is not None:
            return front.about
        dashboard = self.app.dashboard
        return dashboard.pane_widget().label if dashboard is not None else ""

    def push(self, screen: Screen[None]) -> None:
        """Put a screen over what is in front, which has no question open by then."""
        if isinstance(screen, View):
            screen.board = self.board
            screen.working = self.app.working
        self.app.push_screen(screen)

    def jump(self, label: str) -> None:
        """Go to the board, onto a thing."""
        self.leave()
        if self.app.dashboard is not None:
            self.app.dashboard.jump(label)

    def evidence(self, label: str) -> None:
        """Go to the board, and show all evidence of a thing."""
        self.leave()
        if self.app.dashboard is not None:
            self.app.dashboard.show(label)

    def redate(self, source: Source) -> None:
        """Ask for the right day of publication of a source, or say why it cannot be corrected now."""
        if not self.app.refused():
            self.app.ask_day((source,))

    def copy(self, text: str) -> None:
        """Put a text on the clipboard and say so."""
        self.app.put_on_clipboard(text)

    def front(self) -> View | None:
        """Return the view in front, also under a question; None where the board or the inbox is."""
        pages = (screen for screen in reversed(self.app.screen_stack) if isinstance(screen, FullScreen))
        page = next(pages, None)
        return page if isinstance(page, View) else None

    def front_writes(self) -> tuple[str, ...]:
        """Name those commands of the view in front that change something."""
        front = self.front()
        return front.WRITES if isinstance(front, ListView) else ()

    def leave(self) -> None:
        """Go back to the board, whatever is open over it."""
        stack = self.app.screen_stack
        first = next((i for i, screen in enumerate(stack) if isinstance(screen, View)), None)
        if first is not None:
            for _ in stack[first:]:
                self.app.pop_screen()

    def look_again(self) -> None:
        """Show in the view in front what there is now."""
        front = self.front()
        if front is not None:
            front.board = self.board
            self.app.call_later(partial(self._look, front))

    def _look(self, view: View) -> None:
        if view.is_attached and view is self.front():
            view.look_again()
