"""The commands of the changes and of the sources."""

from __future__ import annotations

from tui.commands.command import Command, Where

JOURNAL: tuple[Command, ...] = (
    Command("entry_undo", ("x",), "x", "undo it", "see what undoing this entry would change, and do it", Where.JOURNAL,
            weight=3, in_palette=False),
    Command("by_person", ("w",), "w", "who", "show only what one person wrote", Where.JOURNAL, weight=4,
            in_palette=False),
    Command("by_thing", ("o",), "o", "of", "show only what bears on one thing, by its label", Where.JOURNAL, weight=4,
            in_palette=False),
    Command("by_day", ("d",), "d", "day", "show only what was written on a day, in some days, or since one",
            Where.JOURNAL, weight=4, in_palette=False),
)  # fmt: skip
ENTRY: tuple[Command, ...] = (
    Command("entry_undo", ("x",), "x", "undo it", "see what undoing this entry would change, and do it", Where.ENTRY,
            weight=2, in_palette=False),
    Command("entry_subject", ("e",), "e", "evidence", "show the evidence of what the entry changed", Where.ENTRY,
            weight=4, in_palette=False),
)  # fmt: skip
SOURCES: tuple[Command, ...] = (
    Command("by_origin", ("o",), "o", "origin", "group sources that go back to one report, or list them by day",
            Where.SOURCES, weight=3, in_palette=False),
    Command("source_day", ("d",), "d", "day", "correct the day it was published, and what hung on it", Where.SOURCES,
            weight=4, in_palette=False),
)  # fmt: skip
SOURCE: tuple[Command, ...] = (
    Command("source_day", ("d",), "d", "day", "correct the day it was published, and what hung on it", Where.SOURCE,
            weight=3, in_palette=False),
)  # fmt: skip
COMMANDS = (*JOURNAL, *ENTRY, *SOURCES, *SOURCE)
