"""Filters that people keep under a name, shared by all who use the store.

They are no facts, so they change without the journal.
"""

from __future__ import annotations

from store.domain.filtering import Filter
from store.domain.requests import Author
from store.domain.shelves import BOARD_ORDER
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.errors import UnknownError, UsageError
from store.repository.choosing import filter_of
from store.repository.chosen import Chosen
from store.repository.connection import writing

if TYPE_CHECKING:
    from sqlite3 import Connection

    from store.repository.setting import Setting

LONGEST = 60
"""How many characters a name has at most."""


class Kept(NamedTuple):
    """A filter under its name."""

    name: str
    words: str
    who: str
    """Who kept it."""
    left: int | None = None
    """How many commitments it leaves on the day and reading of the board."""
    problem: str = ""
    """What of it the record does not have, or not any more."""


class Done(NamedTuple):
    """What a change of the kept filters came to."""

    sentence: str


def kept(setting: Setting) -> list[Kept]:
    """List the filters, each with how many it leaves now."""
    rows = setting.connection.execute("SELECT name, words, who FROM filters ORDER BY name").fetchall()
    found = []
    for name, words, who in rows:
        here = setting._replace(query=setting.query._replace(filter=words))
        chosen: Filter = filter_of(here)
        left = Chosen(here, chosen, BOARD_ORDER, setting.query.size).count() if not chosen.problem else None
        found.append(Kept(name, words, who, left, chosen.problem))
    return found


def keep(connection: Connection, name: str, words: str, author: Author) -> Done:
    """Keep a filter; another one of that name gives way. Raises UsageError."""
    called, said = " ".join(name.split()), words.strip()
    if not called or len(called) > LONGEST:
        raise UsageError(f"a filter is kept under a name of 1 to {LONGEST} characters")
    if not said:
        raise UsageError("there is no filter to keep: type one with / on the board first")
    with writing(connection):
        at = author.at.isoformat(timespec="seconds")
        connection.execute("INSERT OR REPLACE INTO filters VALUES (?, ?, ?, ?)", (called, said, author.name, at))
    return Done(f"kept as “{called}”: {said}")


def drop(connection: Connection, name: str) -> Done:
    """Let go of a filter. Raises UnknownError."""
    with writing(connection):
        if not connection.execute("DELETE FROM filters WHERE name = ?", (name,)).rowcount:
            raise UnknownError(f"there is no filter kept as '{name}'")
    return Done(f"“{name}” is no longer kept")
