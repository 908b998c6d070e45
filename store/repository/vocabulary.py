"""The words that the reader is taught: the record's actors by their names, and what people added."""

from __future__ import annotations

from collections.abc import Iterator

from store.domain.model import Actor
from store.domain.requests import Author, Receipt
from store.domain.typed import TYPE_CHECKING
from store.domain.words import ActorKind
from store.errors import UsageError
from store.ids import mint
from store.reading.lexicon import Entry, shipped
from store.repository import fetch, journal
from store.repository.connection import writing

if TYPE_CHECKING:
    from sqlite3 import Connection

_LONGEST = 200
"""How long words and their meaning may be."""


def taught(connection: Connection) -> list[Entry]:
    """List what people added, oldest first; a later one wins over an earlier one of the same kind and words."""
    rows = connection.execute(f"SELECT kind, words, meaning FROM vocabulary WHERE {fetch.IN_FORCE} ORDER BY id")
    return [Entry(row["kind"], row["words"], row["meaning"]) for row in rows]


def vocabulary(connection: Connection) -> list[Entry]:
    """List the record's actors under every name they have, then what people added."""
    actors = fetch.actors(connection)
    named = [entry for actor in actors.values() for entry in _of_actor(actor, actors)]
    return [*named, *taught(connection)]


def _of_actor(actor: Actor, actors: dict[str, Actor]) -> Iterator[Entry]:
    kind, meaning = "actor", actor.name
    side = actors.get(actor.speaks_for) if actor.speaks_for else None
    if actor.kind is ActorKind.PERSON and side is not None:
        office = actors.get(actor.office) if actor.office else None
        kind, meaning = "person", f"{side.name}/{(office or side).name}"
    elif actor.kind is ActorKind.BODY and side is not None:
        kind, meaning = "seat", side.name
    for name in dict.fromkeys((actor.name, *actor.aliases)):
        yield Entry(kind, name, meaning)


def teach(connection: Connection, entry: Entry, author: Author) -> Receipt:
    """Add words. Raises UsageError where they say nothing, are of no kind that is read, or known in that meaning."""
    given = Entry(*(" ".join(part.split()) for part in entry))
    if not all(given) or any(len(part) > _LONGEST for part in given):
        raise UsageError(f"words need a kind, the words and their meaning, each of at most {_LONGEST} signs")
    kinds = shipped().kinds
    if given.kind not in kinds:
        raise UsageError(f"the reader knows no words of kind '{given.kind}'; it knows {', '.join(kinds)}")
    if given.kind == "unit" and not all(given.meaning.partition("/")):
        raise UsageError(f"a unit means UNIT/KIND, as in prisoner/prisoners; '{given.meaning}' does not")
    with writing(connection):
        known = {(e.kind, e.words.casefold()): e for e in taught(connection)}
        before = known.get((given.kind, given.words.casefold()))
        if before is not None and before.meaning == given.meaning:
            raise UsageError(f"'{given.words}' is known already as {given.kind} {given.meaning}")
        number, first = journal.next_number(connection), fetch.next_number(connection, "vocabulary")
        connection.execute(
            "INSERT INTO vocabulary (id, uid, kind, words, meaning, entry) VALUES (?, ?, ?, ?, ?, ?)",
            (first, mint(author.at), *given, number),
        )
        written = journal.record(
            connection, author, "word", given.words, before=f"{before.kind} {before.meaning}" if before else None,
            after=f"{given.kind} {given.meaning}", wrote={"vocabulary": [first, first]}, number=number,
        )  # fmt: skip
    return Receipt(written, f"'{given.words}' is read as {given.kind} {given.meaning} from now on")
