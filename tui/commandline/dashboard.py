"""The board on the screen: read, painted at once where the terminal allows, then handed to the dashboard."""

from __future__ import annotations

import os
import sys
import termios

from store.domain.typed import TYPE_CHECKING
from store.repository import Repository
from tui.commandline.opening import author_of, open_store, place_of, query_of
from tui.firstframe import Beginning, FirstFrame, can_show
from tui.render.frame import Pane
from tui.render.opening import screenful
from tui.viewing import Viewing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.domain.board import Board
    from store.domain.requests import BoardQuery
    from tui.app import TalksApp
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings


def open_dashboard(asked: Asked, around: Surroundings) -> int:
    """Show the board on the screen until the person leaves. Returns the exit code. Raises TalksError."""
    first_run = not os.path.exists(place_of(asked, around)[0])
    repository = open_store(asked, around)
    size = _terminal_size(around.environment)
    query = query_of(asked, around, repository)._replace(size=screenful(*size))
    version = repository.data_version()
    board = Viewing(query).look().board(repository)
    frame = _first_frame(board, around)
    try:
        if frame is not None:
            frame.show(board, *size, read_only=repository.read_only)
            board = board._replace(changes=repository.changes(query), compared=True)
            frame.show_pane(Pane.CHANGES, board, *size)
        app = _app(repository, query, asked, around)
        app.begin_with(Beginning(repository, version, board, frame))
        if first_run:
            app.greeting = f"Made a new store with the seed record at {repository.path}"
        app.run()
    finally:
        if frame is not None:
            frame.take_back()
    return app.return_code or 0


def _first_frame(board: Board, around: Surroundings) -> FirstFrame | None:
    """Make what paints before the screen library is there; None where that would not look the same."""
    if not can_show(board, around.environment):
        return None
    try:
        return FirstFrame(sys.__stdin__.fileno() if sys.__stdin__ else 0)
    except termios.error:  # no terminal that can be set: the dashboard says so, or does without
        return None


def _app(repository: Repository, query: BoardQuery, asked: Asked, around: Surroundings) -> TalksApp:
    from tui.lean import load_textual

    load_textual()
    from tui.app import TalksApp

    path, read_only = repository.path, repository.read_only
    return TalksApp(
        open_repository=lambda: Repository.open(path, read_only=read_only),
        clock=around.clock,
        author=author_of(asked, around).name,
        query=query,
        read_only=read_only,
    )


def _terminal_size(environment: Mapping[str, str]) -> tuple[int, int]:
    """Return columns and rows of the terminal that the dashboard is drawn on, found as Textual finds them."""
    try:
        size = tuple(os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1))
    except OSError:
        size = (80, 24)
    named = (environment.get(name, "") for name in ("COLUMNS", "LINES"))
    columns, lines = (
        int(text) if text.isdecimal() and int(text) else told for text, told in zip(named, size, strict=True)
    )
    return columns, lines
