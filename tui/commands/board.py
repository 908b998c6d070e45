"""The commands of the dashboard. Each opens something, moves, or changes what is highlighted."""

from __future__ import annotations

from tui.commands import openers
from tui.commands.command import Command, Where

COMMANDS: tuple[Command, ...] = (
    Command("help", ("question_mark", "f1"), "?", "help", "show every key, searchable", Where.DESK, weight=0),
    Command("quit", ("q",), "q", "quit", "leave; everything is saved already", Where.DESK, weight=0),
    Command(
        "status", ("space",), "space", "status", "set how far the obligation is carried out, in place",
        Where.OWED, weight=1,
    ),
    Command(
        "filter", ("slash", "ctrl+f"), "/", "filter", "show only obligations with these words; Esc clears", weight=3,
    ),
    Command("open", ("enter",), "⏎", "evidence", "show all evidence of what is highlighted", Where.LIST, weight=4),
    Command("undo", ("u", "ctrl+z"), "u", "undo", "take the last change back, also after a restart",
            Where.DESK, weight=5),
    Command("day", ("t",), "t", "as of", "show what was known on a day: 2025-06-23, last Tuesday",
            Where.DESK, weight=2),
    Command("reading", ("v",), "v", "reading", "change whose view of what is owed is taken", Where.DESK, weight=6),
    Command(
        "earlier", ("less_than_sign", "left_square_bracket"), "<", "earlier", "step a day of evidence back",
        Where.DESK, weight=7,
    ),
    Command(
        "later", ("greater_than_sign", "right_square_bracket"), ">", "later", "step a day of evidence forth",
        Where.DESK, weight=8,
    ),
    Command("copy", ("y",), "y", "copy", "copy the row as a line to cite, with its source", Where.DESK, weight=9),
    Command("windows", ("w",), "w", "when", "show in which words and by which rule its days were given", weight=14),
    Command("redate", ("d",), "d", "day of source", "correct the day a source was published, and what hung on it"),
    Command("redo", ("U", "ctrl+y"), "U", "redo", "do again what was undone", Where.DESK, weight=11),
    Command("latest", ("T",), "T", "latest", "return to the latest evidence", Where.DESK, weight=12),
    Command("track", ("O",), "O", "track", "show the next negotiation on record, or all of them", Where.DESK,
            weight=21),
    Command("zoom", ("plus",), "+", "zoom", "give the pane the whole screen, and take it back", weight=10),
    Command("palette", ("ctrl+p", "colon"), ":", "palette", "find a command, a commitment or a round by name",
            Where.DESK,
            weight=13, in_palette=False),
    Command("next_pane", ("tab",), "Tab", "next pane", "move to the next pane", Where.DESK, in_palette=False),
    Command("previous_pane", ("shift+tab",), "Shift+Tab", "previous pane", "move to the pane before", Where.DESK,
            in_palette=False),
    Command("pane_1", ("1",), "1", "rounds", "jump to the rounds"),
    Command("pane_2", ("2",), "2", "owed", "jump to the obligations"),
    Command("pane_3", ("3",), "3", "next round", "jump to the next round"),
    Command("pane_4", ("4",), "4", "evidence", "jump to the evidence"),
    Command("pane_5", ("5",), "5", "what changed", "jump to what changed"),
    Command("back", ("escape",), "Esc", "back", "close one thing: zoom, filter, a picker; never quits", Where.DESK,
            weight=1, in_palette=False),
    Command("down", ("j", "down"), "j ↓", "down", "move down", Where.LIST, in_palette=False),
    Command("up", ("k", "up"), "k ↑", "up", "move up", Where.LIST, in_palette=False),
    Command("first", ("g", "home"), "g Home", "first", "go to the first one", Where.LIST,
            in_palette=False),
    Command("last", ("G", "end"), "G End", "last", "go to the last one", Where.LIST, in_palette=False),
    Command("page_up", ("pageup",), "PgUp", "page up", "move up by a pane", Where.LIST, in_palette=False),
    Command("page_down", ("pagedown",), "PgDn", "page down", "move down by a pane", Where.LIST, in_palette=False),
    Command("inbox", ("i",), "i", "inbox", "what was read in articles and waits to be accepted; i also leaves it",
            Where.DESK,
            weight=15),
    *openers.COMMANDS,
    Command("reload", ("r",), "r", "reload", "read the record again; it also does so by itself"),
    Command("theme", (), "", "theme", "change between dark and light"),
    Command("quit_now", ("ctrl+q",), "Ctrl+Q", "quit", "leave from anywhere", Where.ANYWHERE, in_palette=False),
)  # fmt: skip
