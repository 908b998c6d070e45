"""Reading lines of the record in chunks: plain values that another process can make and hand over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from store.domain.typed import NamedTuple
from store.lines import is_remark, read_line
from store.repository.foresight import Foresight
from store.repository.progress import Part
from store.repository.tables import READ

LINES = 2_000
"""How many lines are read, checked and saved together; memory holds no more than a few such chunks."""
_SIGNS = 4_000_000
"""How many signs a chunk holds at most, but for its last line."""

Draft = tuple[int, str, str, Any, bool]
"""A line that was read: its number, label, id, what it says, and whether it supersedes another one."""


class Chunk(NamedTuple):
    """Some lines of one part, one after the other."""

    part: int
    """Which part, counted from 0."""
    drafts: dict[str, list[Draft]]
    """By kind, in the order of the lines."""
    problems: list[tuple[int, str]]
    """Numbers of lines that cannot be read, and why."""
    failed: list[tuple[str, str]]
    """Kind and label of those among them that have one: what refers to them is no further problem."""
    last: int
    """The number of the last line."""
    read: int
    """How many bytes of all parts were read so far; 0 where nobody counts."""
    foreseen: tuple[list[Any], ...] = ()
    """What is derived of the commitments whose lines were read by then, as the fields of `Foreseen`."""


def chunks(parts: Sequence[Part], *, foresee: bool = False) -> Iterator[Chunk]:
    """Read the lines of parts; see `Reading`."""
    return iter(Reading(parts, foresee=foresee))


class Reading:
    """Reads the lines of parts, once, and collects them in chunks; quickly once there are many."""

    def __init__(self, parts: Sequence[Part], *, foresee: bool = False) -> None:
        """Take the parts; `foresee` asks for what is derived from them, which holds in a new store alone."""
        self._parts = parts
        self.foresight = Foresight() if foresee else None
        """What foresees as lines are read; None from when another process does."""
        self._quick: Callable[[str], Any] = _none
        self._chunks: Iterator[Chunk] = self._read_on()
        self._begin()

    @property
    def names(self) -> list[str]:
        """What people call the parts."""
        return [part.name for part in self._parts]

    def __iter__(self) -> Iterator[Chunk]:
        """Go on with the chunks that were not handed out yet."""
        return self._chunks

    def holds(self, number: int) -> bool:
        """Whether so many chunks are still to come; they are read by then."""
        first = list(islice(self._chunks, number))
        self._chunks = chain(first, self._chunks)
        return len(first) == number

    def _read_on(self) -> Iterator[Chunk]:
        for index, part in enumerate(self._parts):
            number, signs = 0, 0
            for number, text in enumerate(part.texts, 1):
                self._read(text.strip(), number)
                signs += len(text)
                if number % LINES == 0 or signs > _SIGNS:
                    yield self._chunk(index, number, part.read() if part.read else 0)
                    signs = 0
            if self.foresight is not None:
                self.foresight.close()
            yield self._chunk(index, number, part.read() if part.read else 0)

    def _begin(self) -> None:
        self._drafts: dict[str, list[Draft]] = {}
        self._problems: list[tuple[int, str]] = []
        self._failed: list[tuple[str, str]] = []

    def _read(self, text: str, number: int) -> None:
        """Take a line without blanks around it."""
        found = self._quick(text) or (None if is_remark(text) else self._closely(text, number))
        if found is None:
            return
        kind, label, uid, said, supersedes = found
        draft = (number, label, uid, said, supersedes)
        if kind in self._drafts:
            self._drafts[kind].append(draft)
        else:
            self._drafts[kind] = [draft]
        if self.foresight is not None:
            self.foresight.see(kind, label, uid, said)

    def _closely(self, text: str, number: int) -> tuple[str, str, str, Any, bool] | None:
        kind = label = None
        try:
            _, kind, label, fields, uid = read_line(text, number)
            said = READ[kind](label, fields) if kind in READ else fields
        except (ValueError, TypeError) as error:
            if kind is None or label is None:
                self._problems.append((number, str(error)))
            else:
                self._problems.append((number, f"{kind} {label}: {error}"))
                self._failed.append((kind, label))
            return None
        return kind, label, uid, said, fields.get("supersedes") is not None

    def _chunk(self, part: int, last: int, read: int) -> Chunk:
        """Hand out what was read since the last chunk; from then on there is enough to read for the quick way."""
        foreseen: tuple[list[Any], ...] = (*self.foresight.handed(),) if self.foresight is not None else ()
        made = Chunk(part, self._drafts, self._problems, self._failed, last, read, foreseen)
        self._begin()
        if self._quick is _none:
            from store.repository.quick import reader

            self._quick = reader()
        return made


def _none(_text: str) -> None:
    """Read no line quickly: what that takes is loaded only where there are many."""
