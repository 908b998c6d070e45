"""The keys that a person chose for commands, in place of those of the table. Set once, before the dashboard is made."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tui.commands.command import Command


class Keys(NamedTuple):
    """The keys of a command."""

    names: tuple[str, ...]
    """As Textual calls them."""
    shown: str
    """The first of them as footer and help write it."""


_CHOSEN: dict[str, Keys] = {}


def choose(keys: Mapping[str, Keys]) -> None:
    """Take these keys for these commands, and those of the table for all others."""
    _CHOSEN.clear()
    _CHOSEN.update(keys)


def spell_out(commands: Iterable[Command]) -> None:
    """Name the Enter key by its word, where its sign cannot be drawn."""
    for command in commands:
        if "⏎" in command.shown:
            _CHOSEN[command.id] = Keys(command.keys, command.shown.replace("⏎", "Enter"))


def chosen(command: str) -> Keys | None:
    """Return the keys that were chosen for a command; None where they are those of the table."""
    return _CHOSEN.get(command)


def undoing() -> str:
    """Say which key takes back what was just done."""
    return f"{key_words('undo', 'u')} undoes"


def redoing() -> str:
    """Say which key does again what was just taken back."""
    return f"{key_words('redo', 'U')} redoes"


def returning() -> str:
    """Say which key returns to the latest evidence."""
    return f"{key_words('latest', 'T')} returns to the latest evidence"


def enter_word() -> str:
    """Return how sentences name the key that opens what is highlighted: Enter by its word."""
    return key_words("open", "⏎").replace("⏎", "Enter")


def key_words(command: str, usual: str) -> str:
    """Return how sentences name the key of a command, which is usually this one."""
    keys = _CHOSEN.get(command)
    return keys.shown if keys is not None else usual
