"""The one table of commands: keys, words for footer, help and palette.

Bindings, footer, help and palette are all made from it. Every key also works on a Cyrillic layout.
"""

from __future__ import annotations

from enum import StrEnum

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.words import Delivery
from tui.layouts import twins
from tui.render.bars import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import Binding

    from store.domain.board import Board


NOTHING_TO_STEP_THROUGH = "There is no evidence to step through yet."
"""What is said where a day is asked for in a store without evidence."""


class Where(StrEnum):
    """Where a command can be given."""

    OWED = "owed"
    """On an obligation."""
    LIST = "list"
    """In every pane."""
    BOARD = "board"
    """Anywhere on the dashboard."""
    ANYWHERE = "anywhere"
    """Also in overlays and prompts."""
    INBOX = "inbox"
    """In the inbox."""
    ITEM = "item"
    """On what is proposed from an article."""


class Command(NamedTuple):
    """Something a person can ask for."""

    id: str
    keys: tuple[str, ...]
    """The names of its keys."""
    shown: str
    """The key as footer and help write it."""
    title: str
    """One or two words for the footer."""
    help: str
    """A sentence for help and palette."""
    where: Where = Where.BOARD
    weight: int | None = None
    """Place in the footer: the lower, the longer it stays; 0 = never dropped; None = not in the footer."""
    in_palette: bool = True


COMMANDS: tuple[Command, ...] = (
    Command("help", ("question_mark", "f1"), "?", "help", "show every key, searchable", weight=0),
    Command("quit", ("q",), "q", "quit", "leave; everything is saved already", weight=0),
    Command(
        "status", ("space",), "space", "status", "set how far the obligation is carried out, in place",
        Where.OWED, weight=1,
    ),
    Command(
        "filter", ("slash", "ctrl+f"), "/", "filter", "show only obligations with these words; Esc clears", weight=3,
    ),
    Command("open", ("enter",), "⏎", "evidence", "show all evidence of what is highlighted", Where.LIST, weight=4),
    Command("undo", ("u", "ctrl+z"), "u", "undo", "take the last change back, also after a restart", weight=5),
    Command("day", ("t",), "t", "as of", "show what was known on a day: 2025-06-23, last Tuesday", weight=2),
    Command("reading", ("v",), "v", "reading", "change whose view of what is owed is taken", weight=6),
    Command(
        "earlier", ("less_than_sign", "left_square_bracket"), "<", "earlier", "step a day of evidence back", weight=7,
    ),
    Command(
        "later", ("greater_than_sign", "right_square_bracket"), ">", "later", "step a day of evidence forth", weight=8,
    ),
    Command("copy", ("y",), "y", "copy", "copy the row as a line to cite, with its source", weight=9),
    Command("windows", ("w",), "w", "when", "show in which words and by which rule its days were given", weight=14),
    Command("redate", ("d",), "d", "day of source", "correct the day a source was published, and what hung on it"),
    Command("redo", ("U", "ctrl+y"), "U", "redo", "do again what was undone", weight=11),
    Command("latest", ("T",), "T", "latest", "return to the latest evidence", weight=12),
    Command("zoom", ("plus",), "+", "zoom", "give the pane the whole screen, and take it back", weight=10),
    Command("palette", ("ctrl+p", "colon"), ":", "palette", "find a command, a commitment or a round by name",
            weight=13, in_palette=False),
    Command("next_pane", ("tab",), "Tab", "next pane", "move to the next pane", in_palette=False),
    Command("previous_pane", ("shift+tab",), "Shift+Tab", "previous pane", "move to the pane before",
            in_palette=False),
    Command("pane_1", ("1",), "1", "rounds", "jump to the rounds"),
    Command("pane_2", ("2",), "2", "owed", "jump to the obligations"),
    Command("pane_3", ("3",), "3", "next round", "jump to the next round"),
    Command("pane_4", ("4",), "4", "evidence", "jump to the evidence"),
    Command("pane_5", ("5",), "5", "what changed", "jump to what changed"),
    Command("back", ("escape",), "Esc", "back", "close one thing: zoom, filter, a picker; never quits",
            weight=1, in_palette=False),
    Command("down", ("j", "down"), "j ↓", "down", "move down", Where.LIST, in_palette=False),
    Command("up", ("k", "up"), "k ↑", "up", "move up", Where.LIST, in_palette=False),
    Command("first", ("g", "home"), "g Home", "first", "go to the first one", Where.LIST,
            in_palette=False),
    Command("last", ("G", "end"), "G End", "last", "go to the last one", Where.LIST, in_palette=False),
    Command("page_up", ("pageup",), "PgUp", "page up", "move up by a pane", Where.LIST, in_palette=False),
    Command("page_down", ("pagedown",), "PgDn", "page down", "move down by a pane", Where.LIST, in_palette=False),
    Command("inbox", ("i",), "i", "inbox", "what was read in articles and waits to be accepted; i also leaves it",
            weight=15),
    Command("read", ("r",), "r", "read", "read an article into the inbox: a file or an address", Where.INBOX, weight=3,
            in_palette=False),
    Command("accept", ("a",), "⏎ a", "accept", "accept what is highlighted, or all that is marked", Where.ITEM,
            weight=1, in_palette=False),
    Command("drop", ("x",), "x", "drop", "drop it; again lets it wait again", Where.ITEM, weight=2, in_palette=False),
    Command("correct", ("e",), "e", "edit", "correct it in place before it is accepted", Where.ITEM, weight=4,
            in_palette=False),
    Command("accept_kind", ("A",), "A", "all of a kind", "accept all of its kind that wait, seeing first what changes",
            Where.ITEM, weight=7, in_palette=False),
    Command("mark", ("space",), "space", "mark", "mark several, to accept or drop them together", Where.ITEM, weight=8,
            in_palette=False),
    Command("link", ("l",), "l", "link", "say which thing on record it is about, or that it is new", Where.ITEM,
            weight=6, in_palette=False),
    Command("split", ("s",), "s", "split", "make two of what goes both ways; again joins them", Where.ITEM, weight=9,
            in_palette=False),
    Command("take_back", ("U",), "U", "take back", "take it out of the record, alone or with what was accepted with it",
            Where.ITEM, weight=10, in_palette=False),
    Command("same_origin", ("o",), "o", "origin", "count the article and a stored source that is near as one origin",
            Where.ITEM, weight=11, in_palette=False),
    Command("reload", ("r",), "r", "reload", "read the record again; it also does so by itself"),
    Command("theme", (), "", "theme", "change between dark and light"),
    Command("quit_now", ("ctrl+q",), "Ctrl+Q", "quit", "leave from anywhere", Where.ANYWHERE, in_palette=False),
)  # fmt: skip


def bindings(*places: Where) -> list[Binding]:
    """Make the bindings of the commands that can be given in some places."""
    from textual.binding import Binding

    return [
        Binding(
            ",".join((*command.keys, *(twin for key in command.keys for twin in twins(key)))),
            f"do('{command.id}')",
            command.title,
            show=False,
            id=command.id,
            priority=command.where is Where.ANYWHERE,
        )
        for command in COMMANDS
        if command.where in places and command.keys
    ]


IN_THE_INBOX = ("help", "quit", "undo", "redo", "inbox", "back", "next_pane", "previous_pane")
"""Commands of the dashboard that the inbox has too, with those of their keys that it does not use otherwise."""


def inbox_bindings(*places: Where) -> list[Binding]:
    """Make the bindings of the inbox: its own in some places, and those it has in common with the dashboard."""
    from dataclasses import replace

    own = bindings(*places)
    taken = {key for binding in own for key in binding.key.split(",")}
    shared = []
    for binding in bindings(Where.BOARD):
        keys = [key for key in binding.key.split(",") if key not in taken]
        if binding.id in IN_THE_INBOX and keys:
            shared.append(replace(binding, key=",".join(keys)))
    return [*own, *shared]


def inbox_hints(places: Sequence[Where], *, read_only: bool) -> list[Hint]:
    """Choose what the footer of the inbox offers."""
    found = []
    for command in COMMANDS:
        here = command.where in places or command.id in ("help", "quit", "undo", "back")
        if here and command.weight is not None and not (read_only and _writes(command)):
            found.append(Hint(command.shown, command.title, command.id, command.weight))
    if Where.ITEM not in places:
        found.append(Hint("⏎", "open", "open", 1))
    return sorted(found, key=lambda hint: hint.weight)


def _writes(command: Command) -> bool:
    return command.where in (Where.INBOX, Where.ITEM) or command.id == "undo"


class Situation(NamedTuple):
    """What decides which commands can be given now."""

    place: Where = Where.LIST
    past: bool = False
    read_only: bool = False
    zoomed: bool = False
    """Whether one pane has the whole screen, so that there is a way back."""
    in_evidence: bool = False
    dated: bool = True
    """Whether there is evidence, so that there are days to step through."""
    rows: bool = True
    """Whether there are obligations in sight."""
    empty: bool = False
    """Whether the store holds nothing."""


def on_board(now: Situation, board: Board) -> Situation:
    """Return a situation with what the board decides."""
    dated, rows = board.moment.evidence_ends is not None, bool(board.page.rows)
    empty = not (dated or board.rounds or board.totals.all)
    return now._replace(past=not board.moment.latest, dated=dated, rows=rows, empty=empty)


def footer_hints(now: Situation) -> list[Hint]:
    """Choose what the footer offers."""
    hints = []
    for command in COMMANDS:
        if command.weight is None or command.where in (Where.INBOX, Where.ITEM) or not _offered(command, now):
            continue
        weight = 1 if now.past and command.id in ("latest", "earlier", "later") else command.weight
        hints.append(Hint(command.shown, command.title, command.id, weight))
    return hints


def _offered(command: Command, now: Situation) -> bool:
    if now.empty:
        return command.id in ("help", "quit", "palette", "inbox")
    match command.id:
        case "latest":
            return now.past
        case "back":
            return now.zoomed
        case "open":
            return not (now.zoomed and now.in_evidence)
        case "day" | "earlier" | "later":
            return now.dated
        case "undo" | "redo":
            return not (now.past or now.read_only)
        case "status":
            return now.place is Where.OWED and now.rows and not (now.past or now.read_only)
    return command.where is not Where.OWED or now.place is Where.OWED


class StatusKey(NamedTuple):
    """A letter of the status picker."""

    letter: str
    value: Delivery | None
    """None takes the judgement back and lets the claims speak."""

    def is_meant(self, char: str) -> bool:
        """Whether a character is this letter, on whatever layout."""
        return char == self.letter or char in twins(self.letter)


STATUS_KEYS = (
    StatusKey("n", Delivery.NOT_STARTED),
    StatusKey("r", Delivery.PREPARING),
    StatusKey("p", Delivery.PARTIAL),
    StatusKey("d", Delivery.DELIVERED),
    StatusKey("e", Delivery.EXCEEDED),
    StatusKey("s", Delivery.STALLED),
    StatusKey("x", Delivery.REFUSED),
    StatusKey("c", None),
)
BASIS_LETTERS = ("j", "w")
"""The letters of the second step: file as judgement, write a reason."""
