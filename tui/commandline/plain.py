"""What was typed, told apart where it is plain: whole options with their values, arguments in one row, no help.

Whatever else is typed is left to argparse, which gives the same answer to what is plain.
"""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.errors import UsageError
from tui.commandline.arguments import BOARD, OPTIONS, TAKES, Asked, add_options

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_MANY = ("+", "*")
_PERHAPS = ("?", "*")


class _Taken(NamedTuple):
    """An argument or option; `how` is what argparse would be told of it."""

    name: str
    how: dict[str, Any]


class _Plain:
    """Takes what goes with a command."""

    def __init__(self) -> None:
        self.row: list[_Taken] = []
        """The arguments, in order."""
        self.options: dict[str, _Taken] = {}

    def add_argument(self, *names: str, **how: Any) -> None:
        """Take an argument or an option."""
        first = names[0]
        taken = _Taken(how.get("dest") or first.lstrip("-").replace("-", "_"), how)
        if first.startswith("-"):
            self.options.update(dict.fromkeys(names, taken))
        else:
            self.row.append(taken)


class _NotPlainError(Exception):
    """Somebody else has to tell it apart."""


def plainly(arguments: Sequence[str]) -> Asked | None:
    """Tell apart what was typed; None where it is not plain."""
    asked = Asked()
    try:
        rest = _before_command(arguments, asked)
        asked.command = rest[0] if rest else BOARD
        if rest:
            _command(rest[0], rest[1:], asked)
    except (_NotPlainError, UsageError):
        return None
    return asked


def _before_command(arguments: Sequence[str], asked: Asked) -> Sequence[str]:
    """Take the options that come before a command; return the command and what follows it."""
    plain, place = _Plain(), 0
    add_options(plain, OPTIONS)
    while place < len(arguments) and arguments[place].startswith("-"):
        place = _option(plain, arguments, place, asked)
    return arguments[place:]


def _command(name: str, arguments: Sequence[str], asked: Asked) -> None:
    from tui.commandline.commands import ARGUMENTS  # the dashboard opens without

    if name not in ARGUMENTS:
        raise _NotPlainError
    plain = _Plain()
    ARGUMENTS[name](plain)
    add_options(plain, TAKES.get(name, ("store",)))
    for taken in (*plain.row, *plain.options.values()):
        if "default" in taken.how:
            setattr(asked, taken.name, taken.how["default"])
    row: list[str] = []
    place, ended, seen = 0, 0, set[str]()
    while place < len(arguments):
        if arguments[place].startswith("-"):
            seen.add(arguments[place])
            place = _option(plain, arguments, place, asked)
            continue
        if row and ended != place:
            raise _NotPlainError
        row.append(arguments[place])
        place = ended = place + 1
    if any(taken.how.get("required") and flag not in seen for flag, taken in plain.options.items()):
        raise _NotPlainError
    _in_a_row(plain.row, row, asked)


def _option(plain: _Plain, arguments: Sequence[str], place: int, asked: Asked) -> int:
    """Take one option with its value; return the place after it."""
    taken = plain.options.get(arguments[place])
    if taken is None:
        raise _NotPlainError
    action = taken.how.get("action")
    if action == "store_true":
        setattr(asked, taken.name, True)
        return place + 1
    if place + 1 >= len(arguments) or arguments[place + 1].startswith("-"):
        raise _NotPlainError
    value = _value(taken, arguments[place + 1])
    if action == "append":
        value = [*(getattr(asked, taken.name) or ()), value]
    setattr(asked, taken.name, value)
    return place + 2


def _value(taken: _Taken, text: str) -> Any:
    try:
        value = taken.how["type"](text) if "type" in taken.how else text
    except ValueError:
        raise _NotPlainError from None
    if value not in taken.how.get("choices", (value,)):
        raise _NotPlainError
    return value


def _in_a_row(wanted: Sequence[_Taken], row: Sequence[str], asked: Asked) -> None:
    """Hand the arguments to their names: one each, to the last one perhaps all that are left."""
    nargs = wanted[-1].how.get("nargs") if wanted else None
    least = len(wanted) - (nargs in _PERHAPS)
    if len(row) < least or (len(row) > len(wanted) and nargs not in _MANY):
        raise _NotPlainError
    for taken, text in zip(wanted, row, strict=False):
        setattr(asked, taken.name, text)
    if nargs in _MANY and len(row) >= len(wanted):
        setattr(asked, wanted[-1].name, list(row[len(wanted) - 1 :]))
