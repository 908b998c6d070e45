"""What a command is, and the keys that are bound to it. Every key also works on a Cyrillic layout."""

from __future__ import annotations

from enum import StrEnum

from store.domain.typed import TYPE_CHECKING, NamedTuple
from tui.commands.chosen import chosen, key_words
from tui.layouts import twins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import Binding


class Where(StrEnum):
    """Where a command can be given."""

    OWED = "owed"
    """On an obligation."""
    LIST = "list"
    """In every pane."""
    BOARD = "board"
    """Anywhere on the dashboard, and nowhere else."""
    ANYWHERE = "anywhere"
    """Also in overlays and prompts."""
    INBOX = "inbox"
    """In the inbox."""
    ITEM = "item"
    """On what is proposed from an article."""
    VIEW = "view"
    """In every view that takes the whole screen."""
    DESK = "desk"
    """On the dashboard and in every view."""
    NOTICES = "notices"
    """In the list of what is due and what changed."""
    FILTERS = "filters"
    """In the list of kept filters."""
    FINDING = "finding"
    """In the search through everything."""
    JOURNAL = "journal"
    """In the list of what was written."""
    LEDGER = "ledger"
    """In the ledger of a commitment."""
    GATES = "gates"
    """On the gate board."""
    ENTRY = "entry"
    """On one entry of what was written."""
    SOURCES = "sources"
    """In the list of sources."""
    SOURCE = "source"
    """On one source, with its facts and its text."""
    TIMELINE = "timeline"
    """On the timeline."""
    DRIFT = "drift"
    """Over how an expected date moved."""
    PROGRESS = "progress"
    """Over what was handed over day by day."""


class Command(NamedTuple):
    """Something a person can ask for."""

    id: str
    usual_keys: tuple[str, ...]
    """The names of its keys where nobody chose others."""
    usually_shown: str
    """The key as footer and help write it then."""
    title: str
    """One or two words for the footer."""
    usual_help: str
    """A sentence for help and palette; each {} stands for the key of a command in `names`."""
    where: Where = Where.BOARD
    weight: int | None = None
    """Place in the footer: the lower, the longer it stays; 0 = never dropped; None = not in the footer."""
    in_palette: bool = True
    names: tuple[tuple[str, str], ...] = ()
    """The commands whose keys the sentence names, each with its usual key."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of its keys."""
        own = chosen(self.id)
        return own.names if own is not None else self.usual_keys

    @property
    def shown(self) -> str:
        """The key as footer and help write it."""
        return key_words(self.id, self.usually_shown)

    @property
    def help(self) -> str:
        """The sentence for help and palette, with the keys as they are."""
        return self.usual_help.format(*(key_words(*named) for named in self.names)) if self.names else self.usual_help


def bindings(commands: Sequence[Command], *places: Where) -> list[Binding]:
    """Make the bindings of those commands that can be given in some places."""
    from textual.binding import Binding

    plain = {key for command in commands for key in command.keys}
    return [
        Binding(
            ",".join((*command.keys, *(twin for key in command.keys for twin in twins(key) if twin not in plain))),
            f"do('{command.id}')",
            command.title,
            show=False,
            id=command.id,
            priority=command.where is Where.ANYWHERE,
        )
        for command in commands
        if command.where in places and command.keys
    ]


def with_shared(own: Sequence[Command], shared: Sequence[Command], *places: Where) -> list[Binding]:
    """Make the bindings of a screen: its own in some places, and shared ones with those keys that are left."""
    from dataclasses import replace

    found = bindings(own, *places)
    taken = {key for binding in found for key in binding.key.split(",")}
    for binding in bindings(shared, *{command.where for command in shared}):
        keys = [key for key in binding.key.split(",") if key not in taken]
        if keys:
            found.append(replace(binding, key=",".join(keys)))
    return found
