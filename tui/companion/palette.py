"""The palette over whatever is in front: what can be done there and what can be gone to, and what comes of a choice."""

from __future__ import annotations

from functools import partial

from store.domain.typed import TYPE_CHECKING
from tui import tracks
from tui.messages import CommandGiven
from tui.screens.palette import PaletteScreen

if TYPE_CHECKING:
    from tui.app import TalksApp


def open_palette(app: TalksApp) -> None:
    """Offer commands and things, once there is a board."""
    if app.board is not None:
        possible = app.companion.possible()
        app.push_screen(PaletteScreen(app.board, app.find, possible), partial(_chosen, app))


def _chosen(app: TalksApp, choice: str | None) -> None:
    """Carry out the command or go to the thing that was chosen."""
    if choice is None or app.dashboard is None:
        return
    kind, _, name = choice.partition(":")
    if kind == "command":
        app.companion.name_key(name)
        app.screen.post_message(CommandGiven(name))
        return
    app.to_board()
    if kind == "track":
        tracks.show(app, name)
    elif kind == "show":
        app.dashboard.show(name)
    else:
        app.dashboard.jump(name)
