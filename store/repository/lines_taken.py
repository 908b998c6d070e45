"""Lines made by the program, taken as an import takes lines, within a write of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import closing

from store.domain.requests import Author
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.errors import RecordError
from store.ids import mint
from store.repository import importing
from store.repository.accounts import counted, spans
from store.repository.progress import Part
from store.repository.reading import Chunk, chunks
from store.repository.taking import Taker

if TYPE_CHECKING:
    from sqlite3 import Connection
    from typing import Any, Protocol

    class Drafted(Protocol):
        """A line of the record before it is written out."""

        @property
        def kind(self) -> str:
            """What it is a line of."""

        @property
        def label(self) -> str:
            """What the thing is called."""

        @property
        def fields(self) -> Mapping[str, Any]:
            """Its keys with their values."""


class LinesTaken(NamedTuple):
    """What taking lines came to."""

    wrote: dict[str, list[int]]
    """The first and last row by table."""
    counted: str
    """How many of each kind: "1 commitment, 1 claim"."""


def take_lines(connection: Connection, lines: Sequence[Drafted], author: Author, entry: int, name: str) -> LinesTaken:
    """Take lines as an import does, but for their ids: writing the same again after an undo is another fact.

    The caller holds the transaction. Raises RecordError where the record cannot hold them.
    """
    texts = [json.dumps({line.kind: line.label, **line.fields}, ensure_ascii=False) for line in lines]
    with closing(Taker(connection, [name], entry)) as taker:
        for chunk in chunks([Part(name, texts)]):
            taker.take(_minted(chunk, author))
        taker.finish()
        if taker.problems.sentences:
            raise RecordError(taker.problems.sentences)
        wrote = spans(connection, taker)
        importing.keep(connection, taker, wrote, _unheard)
        return LinesTaken(wrote, counted(taker))


def _unheard(_phase: str, _done: int, _of: int) -> None:
    """Report to nobody."""


def _minted(chunk: Chunk, author: Author) -> Chunk:
    drafts = {
        kind: [(number, label, mint(author.at), said, earlier) for number, label, _, said, earlier in held]
        for kind, held in chunk.drafts.items()
    }
    return chunk._replace(drafts=drafts)
