"""The keys: which there are, which a person chose, and what is wrong with the file of them."""

from __future__ import annotations

from pathlib import Path

from store.domain.typed import TYPE_CHECKING
from store.errors import UsageError
from store.places import config_folder
from tui.commands.chosen import choose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings

FILE = "keys.toml"


def take_keys(environment: Mapping[str, str]) -> bool:
    """Take the keys that the person chose; returns whether there is a file of them. Raises UsageError."""
    folder = config_folder(environment)
    path = Path(folder, FILE) if folder else None
    choose({})
    if path is None or not path.exists():
        return False
    from tui.commands.every import COMMANDS
    from tui.keymap import read_keys

    choose(read_keys(path, COMMANDS))
    return True


def keys(asked: Asked, around: Surroundings) -> int:
    """Print the keys as they are, or look whether the file of them can be taken. Returns the exit code.

    Raises UsageError for a file that cannot be taken.
    """
    if sum((asked.check, asked.toml, asked.markdown)) > 1:
        raise UsageError("--check, --toml and --markdown go one at a time")
    there = take_keys(around.environment)
    file = f"{config_folder(around.environment) or '~'}/{FILE}"
    if asked.check:
        around.say(f"{file} can be taken" if there else f"there is no {file}: the keys are as usual")
        return 0
    from tui.report.keys import key_lines, markdown_lines, toml_lines

    lines = toml_lines() if asked.toml else markdown_lines() if asked.markdown else key_lines(around.width)
    for line in lines:
        around.say(line)
    if not (asked.toml or asked.markdown):
        around.tell(f"talks-tui: {file} changes them; `talks-tui keys --toml` prints one to begin with")
    return 0
