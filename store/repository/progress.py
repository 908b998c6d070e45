"""What is handed to an import: the lines of files, and somebody to tell how it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from store.domain.typed import NamedTuple

Report = Callable[[str, int, int], None]
"""Told how an import goes on: the phase, how many are done, how many of all.

The phases are `reading` (lines read; bytes read), `indexing` (indexes made; indexes in all) and `ordering`
(commitments placed; commitments in all).
"""


class Part(NamedTuple):
    """Lines of one file."""

    name: str
    """What people call it."""
    texts: Iterable[str]
    read: Callable[[], int] | None = None
    """Says how many bytes of all parts were read so far."""
