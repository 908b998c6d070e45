"""The keys as text: a table for people, lines to begin a file of keys with, and a table for the manual."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tui.commands.command import Command
from tui.commands.every import by_place
from tui.keymap import written
from tui.render.spans import wrap

_NAME, _KEYS = 16, 18
_LEAST = 24
"""Cells that the words have at least."""
_BEFORE_THE_TABLES = """\
# The keys

Every command of the dashboard that has a key, by the place where it can be given. What a view or the inbox has of its
own goes before what it shares with the dashboard. Help lists those of the place you are in, and the palette finds any
by name. Letters work on a Cyrillic layout too: the key in the same place does the same.

Keys are written as the file `keys.toml` of your configuration folder takes them. A line there gives a command other
keys: `filter = ["/", "ctrl+f"]`; `talks-tui keys --toml` prints a file to begin with, `talks-tui keys --check` finds
faults in yours. This page is what `talks-tui keys --markdown` prints.
"""


def key_lines(width: int) -> Iterator[str]:
    """List every command that has a key, by place: its name, its keys, what it does."""
    for title, commands in by_place():
        yield title
        for command in commands:
            keys = " ".join(_keys(command))
            first, *more = wrap(command.help, max(_LEAST, width - _NAME - _KEYS - 4)) or [""]
            yield f"  {command.id:<{_NAME}} {keys:<{_KEYS}} {first}".rstrip()
            yield from (" " * (_NAME + _KEYS + 4) + line for line in more)
        yield ""
    yield "Letters work on a Cyrillic layout too: the key in the same place does the same."


def toml_lines() -> Iterator[str]:
    """Write a file of keys: what was chosen as it is, everything else as a comment to begin with."""
    yield "# The keys of talks-tui. Take the # off a line and change its keys; talks-tui keys --check finds faults."
    written_already: set[str] = set()
    for title, commands in by_place():
        yield ""
        yield f"# {title}"
        for command in commands:
            if command.id in written_already:  # it can be given in several places, everywhere by the same keys
                continue
            written_already.add(command.id)
            entry = f"{command.id} = {json.dumps(_keys(command), ensure_ascii=False)}"
            usual = command.keys == command.usual_keys
            yield f"# {entry}  # {command.help}" if usual else f"{entry}  # {command.help}"


def markdown_lines() -> Iterator[str]:
    """Write the page of the manual: a few words, then a table for each place."""
    yield from _BEFORE_THE_TABLES.splitlines()
    for title, commands in by_place():
        yield ""
        yield f"## {title}"
        yield ""
        yield "| key | command | does |"
        yield "|---|---|---|"
        for command in commands:
            keys = " ".join(f"`{key}`".replace("|", "\\|") for key in _keys(command))
            yield f"| {keys} | `{command.id}` | {command.help.replace('|', chr(92) + '|')} |"


def _keys(command: Command) -> list[str]:
    return [written(key) for key in command.keys]
