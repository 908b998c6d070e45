"""The board on the screen: read, painted at once where the terminal allows, then handed to the dashboard."""

from __future__ import annotations

import os
import sys
import termios

from store.domain.typed import TYPE_CHECKING
from store.errors import UsageError
from store.places import config_folder
from store.repository import Repository
from tui.commandline.opening import author_of, open_store, place_of, query_of
from tui.commandline.outset import begin, greeting, memory_of, plain_encoding, remembered_of, theme_of
from tui.firstframe import Beginning, FirstFrame, can_show
from tui.render.frame import Pane
from tui.render.opening import screenful
from tui.render.outset import Outset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.domain.board import Board
    from tui.app import TalksApp
    from tui.commandline.arguments import Asked
    from tui.commandline.outset import Beginner
    from tui.commandline.surroundings import Surroundings
    from tui.personal import Personal

_NO_CLIPBOARD = ("linux", "dumb", "vt100", "vt220")
"""Terminals that are known to have no clipboard."""


def open_dashboard(asked: Asked, around: Surroundings) -> int:
    """Show the board on the screen until the person leaves. Returns the exit code. Raises TalksError."""
    first_run = not os.path.exists(place_of(asked, around)[0])
    repository = open_store(asked, around)
    size = _terminal_size(around.environment)
    left = remembered_of(asked, around, repository.path)
    query = query_of(asked, around, repository)._replace(size=screenful(*size, left.layout))
    theme, encoding = theme_of(asked, around.environment, left.theme), plain_encoding(asked, around)
    version = repository.data_version()
    fault = _take_keys(around)
    if encoding:
        _spell_keys_out()
    begun = begin(repository, query, asked, Outset(theme, encoding, left.layout, left.pane, left.cursors), left)
    board = begun.board
    frame = _first_frame(board, around, begun.outset)
    try:
        if frame is not None:
            frame.show(board, *size, read_only=repository.read_only)
            board = board._replace(changes=repository.changes(begun.query), compared=True)
            frame.show_pane(Pane.CHANGES, board, *size)
        app = _app(repository, begun, asked, around)
        _make_personal(app, asked, around)
        app.begin_with(Beginning(repository, version, board, frame))
        app.memory = memory_of(asked, around, repository.path, left, begun.opened)
        made = f"Made a new store with the seed record at {repository.path}" if first_run else ""
        app.greeting = fault or made or greeting(begun.opened, asked)
        app.run()
    finally:
        if frame is not None:
            frame.take_back()
    return app.return_code or 0


def _take_keys(around: Surroundings) -> str:
    """Take the keys that the person chose; where they cannot be taken, say why, and that they are as usual."""
    folder = config_folder(around.environment)
    if folder is None or not os.path.exists(f"{folder}/keys.toml"):
        return ""
    from tui.commandline.keys import take_keys

    try:
        take_keys(around.environment)
    except UsageError as error:
        around.tell(f"talks-tui: {error}; the keys are as usual")
        return f"{error}. The usual keys are in force."
    return ""


def _spell_keys_out() -> None:
    from tui.commands.chosen import spell_out
    from tui.commands.every import COMMANDS

    spell_out(COMMANDS)


def _first_frame(board: Board, around: Surroundings, outset: Outset) -> FirstFrame | None:
    """Make what paints before the screen library is there; None where that would not look the same."""
    if not can_show(board, around.environment):
        return None
    try:
        return FirstFrame(sys.__stdin__.fileno() if sys.__stdin__ else 0, outset)
    except termios.error:  # no terminal that can be set: the dashboard says so, or does without
        return None


def _app(repository: Repository, begun: Beginner, asked: Asked, around: Surroundings) -> TalksApp:
    from tui.lean import load_textual

    load_textual()
    from tui.app import TalksApp

    path, read_only = repository.path, repository.read_only
    return TalksApp(
        open_repository=lambda: Repository.open(path, read_only=read_only),
        clock=around.clock,
        author=author_of(asked, around).name,
        query=begun.query,
        read_only=read_only,
        outset=begun.outset,
    )


def _make_personal(app: TalksApp, asked: Asked, around: Surroundings) -> None:
    """Say where the app finds what is kept for the person; the tour comes by itself only where nobody named a store."""

    def personal() -> Personal | None:
        from tui.personal import personal_of

        return personal_of(around.environment)

    app.find_personal = personal
    # screen takes what is meant for a clipboard for itself, and the console of Linux has none
    app.clipboard_deaf = around.environment.get("TERM", "") in _NO_CLIPBOARD or bool(around.environment.get("STY"))
    app.tour_wanted = not place_of(asked, around)[1]


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
