"""The file of keys: which keys a person wants for which commands, read whole or refused with one sentence.

Each line names a command and its keys: `filter = ["/", "ctrl+f"]`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from store.errors import UsageError
from tui.commands.chosen import Keys
from tui.commands.command import Command, Where
from tui.wording import safe

NAMED = {
    "escape": "Esc", "enter": "⏎", "tab": "Tab", "space": "space", "backspace": "Backspace", "delete": "Del",
    "insert": "Ins", "home": "Home", "end": "End", "pageup": "PgUp", "pagedown": "PgDn", "up": "↑", "down": "↓",
    "left": "←", "right": "→", **{f"f{number}": f"F{number}" for number in range(1, 25)},
}  # fmt: skip
"""Keys that are no character, and how they are shown."""
_ALSO = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete", "ins": "insert"}
_RENAMED = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip
"""Characters that Textual calls otherwise than Unicode does."""
_SAME = {"ctrl+i": "Tab", "ctrl+m": "Enter", "ctrl+j": "Enter", "ctrl+h": "Backspace", "ctrl+[": "Esc"}
_MODIFIER = re.compile(r"(ctrl|shift|alt)\+(?=.)")
_ALWAYS = (Where.ANYWHERE, Where.LIST)
_BOARD = (Where.BOARD, Where.DESK, Where.OWED, *_ALWAYS)
_INBOX = (Where.INBOX, Where.ITEM, *_ALWAYS)
_SHARED = (Where.BOARD, Where.DESK, Where.OWED, Where.INBOX, Where.ITEM, Where.VIEW, *_ALWAYS)


class Refused(Exception):  # noqa: N818 - a reason, which becomes a sentence where the file is known
    """Why an entry cannot be taken."""


def key_named(text: str) -> tuple[str, str]:
    """Return what Textual calls a key, and how it is shown. Raises Refused where there is no such key."""
    rest, modifiers = text.strip() or text, []
    while found := _MODIFIER.match(rest.lower()):
        modifiers.append(found[1])
        rest = rest[found.end() :]
    whole = "+".join((*modifiers, rest.lower()))
    if whole in _SAME:
        raise Refused(f"no terminal tells {text} from {_SAME[whole]}")
    if whole == "ctrl+c":
        raise Refused(f"{text} copies what is selected")
    name = _ALSO.get(rest.lower(), rest.lower())
    if name not in NAMED:
        if len(rest) != 1 or not rest.isprintable() or rest == " ":
            raise Refused(f"there is no key '{safe(text)}'")
        if "shift" in modifiers:
            raise Refused(f"write the character that {text} gives")
        name = _character(rest.lower() if modifiers else rest)
    shown = NAMED.get(name) or (rest.upper() if modifiers else rest)
    return "+".join((*modifiers, name)), "+".join((*(word.capitalize() for word in modifiers), shown))


def _character(char: str) -> str:
    if char.isalnum():
        return char
    name = unicodedata.name(char, "").lower().replace("-", "_").replace(" ", "_")
    return _RENAMED.get(name, name or char)


def read_keys(path: Path, commands: Sequence[Command]) -> dict[str, Keys]:
    """Read the keys of a file. Raises UsageError, one sentence that names the file and the entry."""
    try:
        text = path.read_text(encoding="utf-8")
        entries = tomllib.loads(text)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: is no text in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: {safe(str(error))}") from None
    found: dict[str, Keys] = {}
    entry = ""
    try:
        known = {command.id for command in commands if command.keys}
        for entry, value in entries.items():
            found[entry] = _keys(entry, value, known)
        clash = next(clashes(commands, found), None)
        if clash is not None:
            entry, why = clash
            raise Refused(why)
    except Refused as refused:
        raise UsageError(f"{path}{_line_of(entry, text)}: {safe(entry)}: {refused}") from None
    return found


def _keys(command: str, value: object, known: Iterable[str]) -> Keys:
    if command not in known:
        raise Refused("there is no such command: `talks-tui keys` lists them")
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        raise Refused('write its keys as ["k"] or ["k", "ctrl+k"]')
    keys = [key_named(name) for name in names]
    return Keys(tuple(dict.fromkeys(name for name, _ in keys)), keys[0][1])


def _line_of(entry: str, text: str) -> str:
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(rf"\s*[\"']?{re.escape(entry)}[\"']?\s*[=.\]]|\s*\[\s*{re.escape(entry)}\b", line):
            return f":{number}"
    return ""


def clashes(commands: Sequence[Command], found: Mapping[str, Keys]) -> Iterator[tuple[str, str]]:
    """Find entries that give one key to two commands in one place: the entry, and what is wrong with it.

    What a view or the inbox has of its own goes before what it shares with the dashboard, so that is no clash.
    """
    views = [command.where for command in commands if command.where not in _SHARED]
    for places in (_BOARD, _INBOX, *((view, Where.VIEW, *_ALWAYS) for view in dict.fromkeys(views))):
        holders: dict[str, Command] = {}
        here = [command for command in commands if command.where in places]
        # first those that stay as they are, so that the entry is blamed that came later
        for command in sorted(here, key=lambda command: command.id in found):
            keys = found[command.id].names if command.id in found else command.usual_keys
            for key in keys:
                other = holders.setdefault(key, command)
                if other.id != command.id and (other.id in found or command.id in found):
                    yield command.id, f"{_shown(key)} is the key of '{other.id}' already ({other.help})"


def _shown(key: str) -> str:
    """Write a key as people know it."""
    *modifiers, name = key.split("+") if key != "+" else ["+"]
    return "+".join((*(word.capitalize() for word in modifiers), NAMED.get(name) or character_of(name)))


def character_of(name: str) -> str:
    """Return the character of a key that Textual calls so; what it calls otherwise stays."""
    if len(name) == 1 or name in NAMED:
        return name
    unicode = next((ours for ours, theirs in _RENAMED.items() if theirs == name), name)
    for tried in (unicode, unicode.replace("_", "-", 1)):
        try:
            return unicodedata.lookup(tried.replace("_", " "))
        except KeyError:
            continue
    return name


def written(key: str) -> str:
    """Write a key as the file has it."""
    *modifiers, name = key.split("+")
    return "+".join((*modifiers, character_of(name)))
