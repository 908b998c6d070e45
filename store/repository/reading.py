"""Reading lines of the record in chunks: plain values that another process can make and hand over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from store.domain.typed import NamedTuple
from store.lines import is_remark, read_line
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


def chunks(parts: Sequence[Part]) -> Iterator[Chunk]:
    """Read the lines of parts."""
    for index, part in enumerate(parts):
        number, signs = 0, 0
        drafts, problems, failed = _empty()
        for number, text in enumerate(part.texts, 1):
            _read(text.strip(), number, drafts, problems, failed)
            signs += len(text)
            if number % LINES == 0 or signs > _SIGNS:
                yield Chunk(index, drafts, problems, failed, number, part.read() if part.read else 0)
                (drafts, problems, failed), signs = _empty(), 0
        yield Chunk(index, drafts, problems, failed, number, part.read() if part.read else 0)


_Parts = tuple[dict[str, list[Draft]], list[tuple[int, str]], list[tuple[str, str]]]


def _empty() -> _Parts:
    return {}, [], []


def _read(
    text: str,
    number: int,
    drafts: dict[str, list[Draft]],
    problems: list[tuple[int, str]],
    failed: list[tuple[str, str]],
) -> None:
    if is_remark(text):
        return
    kind = label = None
    try:
        _, kind, label, fields, uid = read_line(text, number)
        said = READ[kind](label, fields) if kind in READ else fields
    except (ValueError, TypeError) as error:
        if kind is None or label is None:
            problems.append((number, str(error)))
        else:
            problems.append((number, f"{kind} {label}: {error}"))
            failed.append((kind, label))
        return
    draft = (number, label, uid, said, fields.get("supersedes") is not None)
    if kind in drafts:
        drafts[kind].append(draft)
    else:
        drafts[kind] = [draft]
