"""Every view by the command that opens it. What a view needs is loaded when it is opened for the first time.

An opener makes the screen of its view, about the thing that was highlighted where it needs one; where there is nothing
to show it returns a sentence that says why.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.views.office import Views

Opener = Callable[["Views", str], Screen[None] | str]


def _journal(views: Views, _about: str) -> Screen[None] | str:
    from tui.screens.journal import SHOWN, JournalScreen

    return JournalScreen(views, views.fetching(lambda store, _: store.history(SHOWN)))


OPENERS: dict[str, Opener] = {
    "journal": _journal,
}
