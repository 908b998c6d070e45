"""From a command to what carries it out; each group of commands is loaded only when it is asked for."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from tui.commandline.arguments import BOARD, HelpAskedError
from tui.commandline.parser import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings


def run(arguments: Sequence[str], around: Surroundings) -> int:
    """Carry out what was typed and return the exit code. Raises TalksError."""
    try:
        asked = parse(arguments)
    except HelpAskedError as answer:
        around.say(str(answer))
        return 0
    return _carry_out(asked, around)


def _carry_out(asked: Asked, around: Surroundings) -> int:
    match asked.command:
        case "board" | "status" | "show":
            from tui.commandline import viewing

            handler = {BOARD: viewing.board, "status": viewing.status, "show": viewing.show}[asked.command]
        case "ledger" | "gates":
            from tui.commandline import comparing

            handler = {"ledger": comparing.ledger, "gates": comparing.gates}[asked.command]
        case "set" | "claim" | "undo" | "redo":
            from tui.commandline import writing

            handler = {
                "set": writing.set_state,
                "claim": writing.claim,
                "undo": writing.undo,
                "redo": writing.redo,
            }[asked.command]
        case "sources":
            from tui.commandline import archive

            handler = archive.sources
        case "redate":
            from tui.commandline import redating

            handler = redating.redate
        case "timeline" | "drift" | "progress":
            from tui.commandline import courses

            handler = {"timeline": courses.timeline, "drift": courses.drift, "progress": courses.progress}[
                asked.command
            ]
        case "when":
            from tui.commandline import when

            handler = when.when
        case "read" | "watch" | "words":
            from tui.commandline import reading, watching, words

            handler = {"read": reading.read, "watch": watching.watch, "words": words.words}[asked.command]
        case "keys":
            from tui.commandline import keys

            handler = keys.keys
        case _:
            from tui.commandline import keeping

            handler = {"log": keeping.log, "new": keeping.new, "import": keeping.import_files}[asked.command]
    return handler(asked, around)
