"""How the dashboard opens: by what was asked for, else by the environment, else as it was left, else by itself."""

from __future__ import annotations

from store.domain.reading import COMMON, STRICT, Reading
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.errors import TalksError, UsageError
from store.places import state_folder
from tui.palette import PALETTES, fitting
from tui.remembered import NOTHING, Memory, Remembered, place_for, recall
from tui.render.outset import Outset
from tui.viewing import Viewing
from tui.wording import day_words, safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.domain.board import Board
    from store.domain.requests import BoardQuery
    from store.repository import Repository
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings

_YES, _NO = ("1", "yes", "true", "on"), ("0", "no", "false", "off")
_POOR = ("linux", "vt52", "vt100", "vt102", "vt220", "ansi", "cons25", "sun", "dumb")
"""Terminals that are known to lack signs, whatever the encoding."""
_UTF = "utf"


class Beginner(NamedTuple):
    """What the dashboard begins with."""

    board: Board
    query: BoardQuery
    outset: Outset
    opened: Remembered
    """The same as it would be remembered."""


def memory_of(asked: Asked, around: Surroundings, store: str, before: Remembered, opened: Remembered) -> Memory | None:
    """Return what remembers; None where nothing is to be written, or there is no home."""
    folder = None if asked.read_only else state_folder(around.environment)
    return Memory(place_for(folder, store), store, before, opened) if folder else None


def remembered_of(asked: Asked, around: Surroundings, store: str) -> Remembered:
    """Recall how the store was left; nothing where that is not wanted."""
    folder = None if asked.fresh else state_folder(around.environment)
    return recall(place_for(folder, store), store) if folder else NOTHING


def theme_of(asked: Asked, environment: Mapping[str, str], left: str) -> str:
    """Choose the theme. Raises UsageError where one was named that there is not."""
    if environment.get("NO_COLOR") is not None:
        return "mono"
    for said, name in (("--theme", asked.theme), ("TALKS_THEME", environment.get("TALKS_THEME") or None)):
        if name is not None:
            if name not in PALETTES:
                raise UsageError(f"{said}: there is no theme '{safe(name)}': write {', '.join(PALETTES)}")
            return str(name)
    return left or fitting(environment.get("COLORFGBG", ""))


def plain_encoding(asked: Asked, around: Surroundings) -> str:
    """Return the encoding whose letters can be shown where signs have to be plain; empty where they need not be."""
    environment = around.environment
    told = getattr(around.err, "encoding", None) or "utf-8"
    locale = next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "")
    charset = locale.partition(".")[2].partition("@")[0].lower()
    # where no locale is set at all, Python writes UTF-8, and nearly every terminal shows it
    other = locale in ("C", "POSIX") or (bool(charset) and not charset.startswith(_UTF))
    encoding = "ascii" if other and told.lower().startswith(_UTF) else told
    wish = environment.get("TALKS_ASCII", "").strip().lower()
    if asked.ascii or wish in _YES:
        return encoding
    if wish in _NO:
        return ""
    poor = environment.get("TERM", "") in _POOR
    return encoding if poor or not encoding.lower().startswith(_UTF) else ""


def recalled(query: BoardQuery, left: Remembered, asked: Asked) -> BoardQuery:
    """Ask for the board as it was left, but for what was asked for otherwise."""
    return query._replace(
        day=query.day if asked.as_of is not None else left.day,
        reading=query.reading if asked.reading is not None or not left.reading else Reading(left.reading),
        track=query.track if asked.track is not None else left.track or None,
        filter=left.filter,
    )


def begin(repository: Repository, query: BoardQuery, asked: Asked, outset: Outset, left: Remembered) -> Beginner:
    """Fetch the first board as it was left; what the record does not have any more is left out. Raises TalksError."""
    wanted = recalled(query, left, asked)
    try:
        board = _board(repository, wanted, outset)
    except TalksError:
        if wanted == query:
            raise
        board = None
    if board is None or wanted.reading.name not in (STRICT, COMMON, *board.parties):
        wanted, outset = query, outset._replace(cursors={})
        board = _board(repository, wanted, outset)
    elif not board.evidence.subject and outset.cursors:
        outset = outset._replace(cursors={})
        board = _board(repository, wanted, outset)
    opened = Remembered(
        left.theme, outset.layout, _habit(wanted.reading), wanted.track or "", wanted.day, wanted.filter,
        outset.pane, outset.cursors,
    )  # fmt: skip
    return Beginner(board, _around(wanted, outset), outset, opened)


def _habit(reading: Reading) -> str:
    return "" if reading.name == STRICT else reading.name


def _around(query: BoardQuery, outset: Outset) -> BoardQuery:
    """Ask for the stretch of the list that holds what was highlighted in it."""
    from tui.render.frame import Pane

    label = outset.cursors.get(Pane.OWED)
    return query._replace(around=label, size=2 * query.size) if label else query


def _board(repository: Repository, query: BoardQuery, outset: Outset) -> Board:
    viewing = Viewing(_around(query, outset))
    subject = outset.cursors.get(outset.pane)
    if subject:
        viewing.shows(subject)
    return viewing.look().board(repository)


def greeting(opened: Remembered, asked: Asked) -> str | None:
    """Say what hides a part of the record since the last time; None where nothing does."""
    parts = [f"as of {day_words(opened.day)}"] if opened.day and asked.as_of is None else []
    parts += [f"filter “{opened.filter}”"] if opened.filter else []
    return f"As you left it: {', '.join(parts)}. --fresh opens without." if parts else None
