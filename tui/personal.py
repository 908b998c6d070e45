"""What is kept for the person at this machine, beside every store: copies, what was seen last, the tour that was taken.

It lies in the state folder, readable by its owner alone. None of it is of the record, and losing it loses nothing of
the record: what cannot be read is taken for not there.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.places import state_folder
from tui.privately import own_folder, write_own

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

COPIES_KEPT = 20
"""How many copies are kept; the oldest give way."""
_COPIES, _NUMBER, _ENDING = "copied", 6, ".txt"
_SEEN, _TOURED = "seen.json", "toured"
_LONGEST = 1_000_000
"""Bytes of a file of ours beyond which it is none."""


class Copied(NamedTuple):
    """A text that was copied."""

    path: Path
    text: str


class Personal:
    """What is kept in a state folder. Nothing is made there before something is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def newest_copy(self) -> Path:
        """The path under which the newest copy always lies."""
        return self.folder / _COPIES / f"newest{_ENDING}"

    def keep_copy(self, text: str) -> Path:
        """Keep a text that is being copied, and let the oldest go; returns its path. Raises OSError."""
        folder = self.folder / _COPIES
        own_folder(self.folder)
        numbers = _numbers(folder)
        path = _numbered(folder, numbers[-1] + 1 if numbers else 1)
        write_own(path, text)
        write_own(self.newest_copy, text)
        for old in numbers[: max(0, len(numbers) + 1 - COPIES_KEPT)]:
            _numbered(folder, old).unlink(missing_ok=True)
        return path

    def copies(self) -> list[Copied]:
        """Read the copies that are kept, newest first."""
        folder = self.folder / _COPIES
        paths = [_numbered(folder, number) for number in reversed(_numbers(folder))]
        return [Copied(path, text) for path in paths if (text := _read(path)) is not None]

    @property
    def toured(self) -> bool:
        """Whether the tour was taken, or put away."""
        return (self.folder / _TOURED).exists()

    def note_tour(self) -> None:
        """Note that the tour was taken. Raises OSError."""
        write_own(self.folder / _TOURED, "The tour was taken; it does not come again by itself.\n")

    def seen(self, store: str, person: str) -> dict[str, Any]:
        """Read what a person saw last of a store; empty where that is not known."""
        people = self._all_seen().get(os.path.realpath(store))
        mine = people.get(person) if isinstance(people, dict) else None
        return mine if isinstance(mine, dict) else {}

    def note_seen(self, store: str, person: str, what: dict[str, Any]) -> None:
        """Note what a person sees of a store now. Raises OSError."""
        known, place = self._all_seen(), os.path.realpath(store)
        people = known.get(place)
        known[place] = {**(people if isinstance(people, dict) else {}), person: what}
        write_own(self.folder / _SEEN, json.dumps(known, indent=1) + "\n")

    def _all_seen(self) -> dict[str, Any]:
        text = _read(self.folder / _SEEN)
        try:
            known = json.loads(text) if text is not None else {}
        except (ValueError, RecursionError):
            return {}
        return known if isinstance(known, dict) else {}


def personal_of(environment: Mapping[str, str]) -> Personal | None:
    """Find what is kept for the person; None where there is no home to keep it in."""
    folder = state_folder(environment)
    return Personal(Path(folder)) if folder is not None else None


def _numbered(folder: Path, number: int) -> Path:
    return folder / f"{number:0{_NUMBER}}{_ENDING}"


def _numbers(folder: Path) -> list[int]:
    """List the numbers of the copies in a folder, oldest first."""
    try:
        stems = [path.stem for path in folder.iterdir() if path.suffix == _ENDING]
    except OSError:
        return []
    return sorted(int(stem) for stem in stems if stem.isascii() and stem.isdigit() and len(stem) == _NUMBER)


def _read(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            raw = stream.read(_LONGEST + 1)
    except OSError:
        return None
    return raw.decode("utf-8", errors="replace") if len(raw) <= _LONGEST else None
