"""The commands that open a view, from the dashboard and from every other view."""

from __future__ import annotations

from tui.commands.command import Command, Where

COMMANDS: tuple[Command, ...] = (
    Command("notices", ("n",), "n", "notices", "what is due or overdue, and what changed since you last looked",
            Where.DESK, weight=21),
    Command("journal", ("c",), "c", "changes", "what was written into the store: who, when, what it was before",
            Where.DESK, weight=16),
    Command("ledger", ("l",), "l", "ledger", "both sides' figures of a commitment, facing, and what does not add up",
            Where.DESK, weight=20),
    Command("gates", ("b",), "b", "blockers", "what still stands in the way of a round, on every reading, and why",
            Where.DESK, weight=21),
    Command("sources", ("s",), "s", "sources", "every article on record: its day, its origin, what rests on it",
            Where.DESK),
    Command("timeline", ("h",), "h", "timeline", "everything that has a day, on one axis of time",
            Where.DESK, weight=21),
    Command("drift", ("D",), "D", "drift", "how the date expected for a round moved, statement by statement",
            Where.DESK, weight=22),
    Command("progress", ("p",), "p", "progress", "promised against handed over, day by day, of what is highlighted",
            Where.DESK, weight=23),
    Command("find", ("f",), "f", "find", "look for words in everything the store holds, and go there", Where.DESK,
            weight=20),
    Command("filters", ("S",), "S", "filters", "the filters kept under a name: apply one, keep this one, let one go",
            Where.DESK, weight=24),
)  # fmt: skip
