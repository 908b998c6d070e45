"""What is remembered of a store from one time to the next: layout, theme, filter, day, reading, track, what was on.

One small file for each store, in the person's own state folder, readable by nobody else. Whatever is wrong with a file,
it is as if that part of it were not there.
"""

from __future__ import annotations

import json
import os
from binascii import crc32
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from store.domain.typed import TYPE_CHECKING, NamedTuple
from tui.palette import PALETTES
from tui.render.frame import AUTOMATIC, Border, Columns, Layout, Pane

if TYPE_CHECKING:
    from enum import StrEnum
    from typing import TypeVar

    E = TypeVar("E", bound=StrEnum)

_FORMAT = 1
"""A file of another number is let be."""
_LONGEST = 65_536
"""Bytes beyond which a file is none of ours."""
_MOST = 500
"""Letters of a word or a filter that are kept."""
_FAR = 1000
"""Cells that nothing is larger than it is by itself."""


class Remembered(NamedTuple):
    """How somebody left the dashboard; what is empty was as it is by itself."""

    theme: str = ""
    layout: Layout = AUTOMATIC
    reading: str = ""
    track: str = ""
    day: date | None = None
    """The day gone by that was shown; None = the latest evidence."""
    filter: str = ""
    pane: Pane = Pane.OWED
    cursors: Mapping[Pane, str] = MappingProxyType({})
    """What was highlighted in panes, where that was not the first thing in them."""


NOTHING = Remembered()


class Memory(NamedTuple):
    """Where it is kept, and what was there when the dashboard opened."""

    place: str
    store: str
    before: Remembered
    opened: Remembered
    """How the dashboard opened: as it was left, but for what was asked for on the command line."""

    def lasting(self, now: Remembered) -> Remembered:
        """Return what is to be remembered: what was asked for once and left as it is, is no habit."""
        once = [
            name
            for name in Remembered._fields
            if getattr(now, name) == getattr(self.opened, name) != getattr(self.before, name)
        ]
        return now._replace(**{name: getattr(self.before, name) for name in once})


def place_for(folder: str, store: str) -> str:
    """Return where the file of a store lies."""
    path = os.path.realpath(store)
    name = os.path.splitext(os.path.basename(path))[0][:40]
    return os.path.join(folder, "stores", f"{name}-{crc32(os.fsencode(path)):08x}.json")


def recall(place: str, store: str) -> Remembered:
    """Read what is remembered of a store; nothing where there is no file, or none of ours."""
    try:
        with open(place, "rb") as stream:
            data = stream.read(_LONGEST + 1)
        found = json.loads(data) if len(data) <= _LONGEST else None
    except (OSError, ValueError, RecursionError):
        return NOTHING
    if not isinstance(found, dict) or found.get("format") != _FORMAT or found.get("store") != _named(store):
        return NOTHING
    theme = _word(found.get("theme"))
    return Remembered(
        theme=theme if theme in PALETTES else "",
        layout=_layout(found.get("layout")),
        reading=_word(found.get("reading")),
        track=_word(found.get("track")),
        day=_day(found.get("day")),
        filter=_word(found.get("filter")),
        pane=_one(Pane, found.get("pane")) or Pane.OWED,
        cursors=_cursors(found.get("cursors")),
    )


def keep(place: str, store: str, what: Remembered) -> bool:
    """Write what is to be remembered of a store, whole or not at all; returns whether it could be written."""
    from pathlib import Path

    from tui.privately import write_own

    layout = what.layout
    text = json.dumps(
        {
            "format": _FORMAT,
            "store": _named(store),
            "theme": what.theme,
            "layout": {
                "columns": layout.columns.value,
                "hidden": sorted(pane.value for pane in layout.hidden),
                "shifts": {border.value: cells for border, cells in layout.shifts.items()},
            },
            "reading": what.reading,
            "track": what.track,
            "day": what.day.isoformat() if what.day else None,
            "filter": what.filter[:_MOST],
            "pane": what.pane.value,
            "cursors": {pane.value: label for pane, label in what.cursors.items()},
        },
        indent=1,
    )
    try:
        write_own(Path(place), f"{text}\n")
    except (OSError, ValueError):
        return False
    return True


def _named(store: str) -> str:
    return os.path.realpath(store).encode(errors="backslashreplace").decode()


def _word(value: object) -> str:
    return value if isinstance(value, str) and len(value) <= _MOST and value.isprintable() else ""


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _one(kind: type[E], value: object) -> E | None:
    return next((one for one in kind if one.value == value), None)


def _layout(value: object) -> Layout:
    if not isinstance(value, dict):
        return AUTOMATIC
    named, moved = value.get("hidden"), value.get("shifts")
    panes = [_one(Pane, name) for name in named] if isinstance(named, list) else []
    hidden = frozenset(pane for pane in panes if pane is not None)
    shifts: dict[Border, int] = {}
    for name, cells in moved.items() if isinstance(moved, dict) else ():
        border = _one(Border, name)
        if border is not None and type(cells) is int and cells and abs(cells) < _FAR:
            shifts[border] = cells
    columns = _one(Columns, value.get("columns")) or Columns.AUTOMATIC
    return Layout(columns, hidden if len(hidden) < len(Pane) else frozenset(), shifts)


def _cursors(value: object) -> dict[Pane, str]:
    pairs = value.items() if isinstance(value, dict) else ()
    found = ((_one(Pane, name), _word(label)) for name, label in pairs)
    return {pane: label for pane, label in found if pane is not None and label}
