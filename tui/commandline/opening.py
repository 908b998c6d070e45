"""Which store, who writes, and which view of it is wanted."""

from __future__ import annotations

import os

from store.domain.reading import COMMON, STRICT, Reading
from store.domain.requests import Author, BoardQuery
from store.domain.typed import TYPE_CHECKING
from store.errors import PlaceError, UnknownError, UsageError
from store.places import default_store, seeds_folder
from store.repository import Repository
from tui.wording import day_words, safe

if TYPE_CHECKING:
    from datetime import date

    from store.domain.board import Board
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings


def author_of(asked: Asked, around: Surroundings) -> Author:
    """Return who writes: --by, else TALKS_AUTHOR, else the login name. Raises UsageError for an empty --by."""
    from datetime import UTC

    given = getattr(asked, "by", None)
    if given is not None and not given.strip():
        raise UsageError("--by needs a name")
    names = (given, *(around.environment.get(key) for key in ("TALKS_AUTHOR", "LOGNAME", "USER")))
    name = next((name.strip() for name in names if name and name.strip()), None) or _login_name()
    return Author(name.encode(errors="replace").decode(), around.clock().astimezone(UTC))


def _login_name() -> str:
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"user {os.getuid()}"


def say_written(sentence: str, asked: Asked, around: Surroundings, *, back: str = "undo") -> None:
    """Say what was written, and by which command it is taken back: "… · undo: talks-tui undo"."""
    around.say(safe(f"{sentence} · {_again(back, asked)}"))


def _again(command: str, asked: Asked) -> str:
    options = (("--store", asked.store), ("--by", getattr(asked, "by", None)))
    named = "".join(f" {option} {_quoted(value)}" for option, value in options if value)
    return f"{command}: talks-tui {command}{named}"


def _quoted(value: str) -> str:
    from shlex import quote

    return quote(value)


def place_of(asked: Asked, around: Surroundings) -> tuple[str, bool]:
    """Return where the store is, and whether somebody named that place. Raises UsageError, PlaceError."""
    if asked.store is not None and not asked.store.strip():
        raise UsageError("--store needs a path")
    named = asked.store or around.environment.get("TALKS_STORE") or None
    if named is None:
        return str(default_store()), False
    return path_of(named), True


def path_of(text: str) -> str:
    """Make a path of what was typed. Raises PlaceError where it cannot be one."""
    if "\0" in text:
        raise PlaceError(f"'{safe(text)}' can be no path")
    path = os.path.expanduser(text)
    if path.startswith("~"):
        raise PlaceError(f"'{safe(text)}' lies in a home that cannot be found: write the whole path")
    return path


def open_store(asked: Asked, around: Surroundings) -> Repository:
    """Open the store; where there is none yet, make one from the seed record first and say so.

    Raises PlaceError, StoreError, BusyError.
    """
    path, named = place_of(asked, around)
    if not os.path.lexists(path):
        _first_run(path, named, asked, around)
    return Repository.open(path, read_only=bool(asked.read_only))


def _first_run(path: str, named: bool, asked: Asked, around: Surroundings) -> None:
    if asked.read_only:
        raise PlaceError(f"there is no store at {path}, and --read-only makes none: run once without it")
    if asked.command in ("import", "undo", "redo"):
        raise PlaceError(f"there is no store at {path}: `talks-tui new {path}` makes one")
    folder = os.path.dirname(path) or "."
    if named and not os.path.isdir(folder):
        raise PlaceError(f"there is no folder {folder}: make it first, or name another store")
    try:
        Repository.create(path, author=author_of(asked, around), seeds=seeds_folder()).close()
    except PlaceError:
        if not os.path.exists(path):
            raise
        return
    around.tell(
        f"talks-tui: made a new store with the seed record at {safe(path)}; `talks-tui new PATH` makes an empty one"
    )


def query_of(asked: Asked, around: Surroundings, repository: Repository) -> BoardQuery:
    """Return the view that is wanted, its reading and track as the record spells them.

    A day in words is read against the newest evidence, and how it is understood is said.
    Raises UsageError for an unknown reading or a phrase that comes to no day, UnknownError for an unknown track.
    """
    today = around.today
    if asked.reading is None and asked.track is None and not isinstance(asked.as_of, str):
        return BoardQuery(today, asked.as_of)
    board = repository.ground(BoardQuery(today))
    day = as_of(asked.as_of, board, around) if isinstance(asked.as_of, str) else asked.as_of
    track = _track(asked.track, board) if asked.track is not None else None
    reading = _reading(asked.reading, board) if asked.reading is not None else Reading(STRICT)
    return BoardQuery(today, day, reading, track)


def as_of(phrase: str, board: Board, around: Surroundings) -> date:
    """Read a day in words against the newest evidence, and say how. Raises UsageError where it comes to no day."""
    from tui.phrasing import NoReferenceError, read_day, understood_words

    newest = board.moment.evidence_ends
    try:
        read = read_day(phrase, newest)
    except NoReferenceError:
        raise UsageError(f"--as-of '{safe(phrase)}' needs evidence to be read against: write a day") from None
    if read.day is None or read.window is None:
        raise UsageError(f"--as-of: {read.refusal}")
    how = understood_words(read.window, newest, "the newest evidence")
    around.tell(f"talks-tui: as of {day_words(read.day, weekday=True)}: {how}")
    return read.day


def _track(text: str, board: Board) -> str:
    for track in board.tracks:
        if track.label.casefold() == text.strip().casefold():
            return track.label
    raise UnknownError(f"there is no track '{safe(text)}': write {', '.join(t.label for t in board.tracks) or 'none'}")


def _reading(text: str, board: Board) -> Reading:
    parties = list(dict.fromkeys(party for track in board.tracks for party in track.parties))
    for name in (STRICT, COMMON, *parties):
        if name.casefold() == text.strip().casefold():
            return Reading(name)
    raise UsageError(f"there is no reading '{safe(text)}': write {', '.join((STRICT, COMMON, *parties))}")
