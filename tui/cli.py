"""The composition root: the only place that knows the clock, the environment and the streams."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # as in typing, which --help has no time to load
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from typing import NoReturn, TextIO

    from tui.commandline.surroundings import Surroundings

_INTERRUPTED = 130
_FAULT = 1
_NO_PLACE = 4
_MUCH = 100_000
"""Things made, beyond those let go, before garbage is looked for: more than any start makes."""


def launch() -> NoReturn:
    """Run as a program of its own, and leave with its exit code.

    Most of what a run makes, it keeps: looking for garbage is put off until there can be some, and at the end, when
    everything is written and closed, the process is left as it stands instead of being taken apart piece by piece.
    """
    import gc

    gc.set_threshold(_MUCH)
    code = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            code = code or _FAULT
    os._exit(code)


def main(argv: Sequence[str] | None = None, surroundings: Surroundings | None = None) -> int:
    """Run the program with these arguments (default: those it was called with) and return its exit code.

    Whatever goes wrong is one sentence on standard error, never a traceback (unless TALKS_DEBUG is set).
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    around = surroundings or _surroundings()
    try:
        code = _run(arguments, around)
        around.finish()
    except BrokenPipeError:
        _stop_writing(around.out)
        return 0
    except KeyboardInterrupt:
        _stop_writing(around.out)
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the edge: nothing may reach a person as a traceback
        return _told(error, around)
    return code


def _run(arguments: list[str], around: Surroundings) -> int:
    match arguments:
        case ["--help" | "-h" | "help"]:
            from tui.commandline.overview import OVERVIEW

            around.say(OVERVIEW.rstrip("\n"))
            return 0
        case ["--version"]:
            from tui.commandline.version import version_line

            around.say(version_line())
            return 0
    from tui.commandline.dispatch import run

    return run(arguments, around)


def _told(error: Exception, around: Surroundings) -> int:
    """Say what went wrong, and return the exit code for it."""
    from store.errors import TalksError
    from tui.commandline.faults import fault_lines

    if not isinstance(error, TalksError) and around.environment.get("TALKS_DEBUG"):
        raise error
    for line in fault_lines(error):
        around.tell(line)
    try:
        around.finish()
    except OSError:
        _stop_writing(around.out)
    if isinstance(error, TalksError):
        return error.code
    return _NO_PLACE if isinstance(error, OSError) else _FAULT


def _stop_writing(stream: TextIO) -> None:
    """Let what is still to be written go nowhere, so that the interpreter does not complain at its end."""
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _surroundings() -> Surroundings:
    from tui.commandline.surroundings import Surroundings

    out, err, typed = (_stream(stream) for stream in (sys.stdout, sys.stderr, sys.stdin))
    return Surroundings(out=out, err=err, typed=typed, environment=os.environ, clock=_clock(), columns=_columns)


def _stream(stream: TextIO | None) -> TextIO:
    """Take a stream as the shell gave it; a closed one swallows, and no character is too strange for one."""
    import io

    if stream is None:
        return io.StringIO()
    if isinstance(stream, io.TextIOWrapper) and stream is not sys.stdin:
        stream.reconfigure(errors="backslashreplace")
    return stream


def _clock() -> Callable[[], datetime]:
    def now() -> datetime:
        from datetime import UTC, datetime

        return datetime.now(UTC).astimezone()

    return now


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns or 80
    except (OSError, ValueError):
        return 80


if __name__ == "__main__":
    launch()
