"""What a run has around it: streams, clock, environment. Made once in tui/cli.py, replaced in tests."""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing, which --help has no time to load
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime
    from typing import TextIO

PIPE_WIDTH = 80
"""Columns to write for where there is no terminal to ask."""
NARROWEST = 20
"""Columns below which lines are no longer fitted."""
_YES = ("y", "yes", "д", "да", "т", "так")
_DUMB = ("", "dumb")


class Surroundings:
    """The streams, the clock and the environment of one run; commands know no other."""

    def __init__(  # noqa: PLR0913 - all that is outside, by name
        self,
        *,
        out: TextIO,
        err: TextIO,
        typed: TextIO,
        environment: Mapping[str, str],
        clock: Callable[[], datetime],
        columns: Callable[[], int] = lambda: PIPE_WIDTH,
    ) -> None:
        self.out = out
        self.err = err
        self.typed = typed
        """Standard input."""
        self.environment = environment
        self.clock = clock
        """Returns the moment, aware, in the person's own time zone."""
        self._columns = columns

    def say(self, line: str) -> None:
        """Write a line of what was asked for to standard output. Raises OSError when that cannot be written."""
        self.out.write(line + "\n")

    def tell(self, line: str) -> None:
        """Write a line about the run to standard error; where that is closed, nobody listens."""
        try:
            self.out.flush()
            self.err.write(line + "\n")
            self.err.flush()
        except (OSError, ValueError):
            return

    def ask(self, question: str) -> bool:
        """Ask on standard error, and return whether the answer is yes; where nobody can be asked, it is no."""
        if not (self.typed.isatty() and self.err.isatty()):
            return False
        self.tell(question)
        return self.typed.readline().strip().casefold() in _YES

    @property
    def today(self) -> date:
        """Today by the clock, where the person is."""
        return self.clock().date()

    @property
    def on_terminal(self) -> bool:
        """Whether what is printed goes to a terminal that understands more than plain lines."""
        return self.out.isatty() and self.environment.get("TERM", "") not in _DUMB

    @property
    def why_no_board(self) -> str | None:
        """Why the full screen cannot be opened; None where it can, empty where that goes without saying."""
        if not self.on_terminal or not self.typed.isatty():
            return ""
        if not self.err.isatty():
            return "standard error is no terminal, and the dashboard draws there: this is the plain board"
        return None

    @property
    def width(self) -> int:
        """Columns to write for: those of the terminal, 80 where there is none."""
        return max(self._columns(), NARROWEST) if self.out.isatty() else PIPE_WIDTH

    @property
    def unicode(self) -> bool:
        """Whether standard output can carry every character."""
        return (getattr(self.out, "encoding", None) or "utf-8").lower().replace("_", "-").startswith("utf")

    def finish(self) -> None:
        """Hand over everything written so far. Raises OSError when it cannot be written."""
        self.out.flush()
