"""From a command to what carries it out; each group of commands is loaded only when it is asked for."""

from __future__ import annotations

import sys

from store.domain.typed import TYPE_CHECKING
from tui.commandline.arguments import BOARD, HelpAskedError
from tui.commandline.parser import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings

    Handler = Callable[[Asked, Surroundings], int]

_HANDLERS = {
    BOARD: "viewing.board",
    "status": "viewing.status",
    "show": "viewing.show",
    "ledger": "comparing.ledger",
    "gates": "comparing.gates",
    "find": "finding.find",
    "timeline": "courses.timeline",
    "drift": "courses.drift",
    "progress": "courses.progress",
    "sources": "archive.sources",
    "notices": "noticing.notices",
    "copied": "noticing.copied",
    "log": "keeping.log",
    "when": "when.when",
    "read": "reading.read",
    "watch": "watching.watch",
    "words": "words.words",
    "set": "writing.set_state",
    "claim": "writing.claim",
    "add": "recording.add",
    "edit": "recording.edit",
    "redate": "redating.redate",
    "undo": "writing.undo",
    "redo": "writing.redo",
    "new": "keeping.new",
    "import": "keeping.import_files",
    "rebuild": "keeping.rebuild",
    "keys": "keys.keys",
}
"""The module beside this one that carries a command out, and the function there."""


def run(arguments: Sequence[str], around: Surroundings) -> int:
    """Carry out what was typed and return the exit code. Raises TalksError."""
    try:
        asked = parse(arguments)
    except HelpAskedError as answer:
        around.say(str(answer))
        return 0
    return _handler(asked.command)(asked, around)


def _handler(command: str) -> Handler:
    module, _, name = _HANDLERS[command].partition(".")
    full = f"{__package__}.{module}"
    __import__(full)  # importlib itself would take longer to load than most of what is asked for
    handler: Handler = getattr(sys.modules[full], name)
    return handler
