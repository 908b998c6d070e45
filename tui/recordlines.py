"""The lines of a file of record lines, one after the other, with how many bytes they took."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from store.domain.typed import TYPE_CHECKING
from store.errors import PlaceError, RecordError
from tui.wording import safe

if TYPE_CHECKING:
    from typing import IO, Any

LONGEST = 4_000_000
"""Bytes of a line beyond which a file is no record."""


def path_of(text: str) -> Path:
    """Make a path of what was typed. Raises PlaceError where it cannot be one."""
    try:
        return Path(text.strip()).expanduser()
    except RuntimeError:
        raise PlaceError(f"{safe(text)} lies in a home that cannot be found: write the whole path") from None


def path_refusal(text: str) -> str:
    """Say why lines cannot be read from a path; empty where they may be, or where nothing was typed."""
    try:
        path = path_of(text)
        if not text.strip() or path.is_file():
            return ""
        return "that is a folder" if path.is_dir() else "there is no such file"
    except (PlaceError, OSError, ValueError):
        return "that can be no path"


def lines_of(path: str | Path, named: str, read: Callable[[int], object]) -> Iterator[str]:
    """Read the lines of a file. Raises PlaceError where it cannot be read, RecordError where it is no text."""
    try:
        with Path(path).open("rb") as stream:
            yield from decoded(stream, named, read)
    except OSError as error:
        raise PlaceError(f"{named} cannot be read: {error.strerror or error}; nothing was imported") from None


def decoded(stream: IO[Any], named: str, read: Callable[[int], object]) -> Iterator[str]:
    """Read the lines of a stream of bytes, telling `read` of each how long it is. Raises RecordError."""
    number = 0
    while raw := stream.readline(LONGEST):
        number += 1
        read(len(raw))
        if len(raw) >= LONGEST:
            raise RecordError([f"{named}:{number}: the line is too long for a record"])
        try:
            yield raw if isinstance(raw, str) else raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise RecordError([f"{named}:{number}: this is no UTF-8 text"]) from None
