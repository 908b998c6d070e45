"""What was typed, told apart: commands, their arguments and their options. Nothing is opened or made here."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.errors import UsageError
from tui.commandline.arguments import OPTIONS, PATHS, TAKES, Asked
from tui.commandline.plain import plainly

if TYPE_CHECKING:
    from collections.abc import Sequence


def parse(arguments: Sequence[str]) -> Asked:
    """Tell apart what was typed. `command` is one of COMMANDS or BOARD.

    Raises UsageError when it makes no sense, HelpAskedError when it asks for help.
    """
    asked = plainly(arguments)
    if asked is None:
        # argparse takes longer to load than most commands to answer
        from tui.commandline.grammar import grammatical

        asked = grammatical(arguments)
    for option in OPTIONS:
        if hasattr(asked, option) and option not in TAKES.get(asked.command, ("store",)):
            raise UsageError(f"--{option.replace('_', '-')} does not go with `talks-tui {asked.command}`")
        if not hasattr(asked, option):
            setattr(asked, option, None)
    _require_text(asked)
    return asked


def _require_text(asked: Asked) -> None:
    """Refuse bytes that are no text, except in names of files. Raises UsageError."""
    for name, value in vars(asked).items():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and name not in PATHS and text != text.encode(errors="replace").decode():
                raise UsageError(f"'{text}' is no text that can be read")
