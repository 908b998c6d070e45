"""The first frame: the dashboard as it opens, painted before the screen library is loaded.

It comes from the same pure layout as everything after it, so the dashboard takes it over without a change. Keys typed
meanwhile wait in the terminal. Whatever goes wrong before the dashboard has started, the terminal is put back.
"""

from __future__ import annotations

import signal
import sys
import termios

from store.domain.typed import TYPE_CHECKING, NamedTuple
from tui.palette import PALETTES
from tui.render.opening import opening, pane_opening

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from types import FrameType
    from typing import NoReturn

    from store.domain.board import Board
    from store.repository import Repository
    from tui.render.frame import Box, Pane
    from tui.render.opening import Ink, Stretch
    from tui.render.outset import Outset

ENTER = "\x1b[?1049h"
"""Switches to the terminal's other screen."""
_LEAVE = "\x1b[?1049l\x1b[?25h"
_HIDE_CURSOR = "\x1b[?25l"
_TRUE_COLOURS = ("truecolor", "24bit")
_FLAGS, _SIGNS = 3, 6
"""Where the local flags and the special characters stand among the settings of a terminal."""


class Beginning(NamedTuple):
    """What the dashboard begins with."""

    repository: Repository
    """A store that was opened for reading, which only the dashboard uses from now on."""
    version: int
    """The store's version before the board was read: another one means that somebody wrote since."""
    board: Board
    frame: FirstFrame | None
    """What shows the board already, where something does, and has the terminal until the dashboard takes it over."""


def can_show(board: Board, environment: Mapping[str, str]) -> bool:
    """Whether a first frame can be what the dashboard will be: all its colours, and those of the latest board."""
    coloured = environment.get("COLORTERM", "").strip().lower() in _TRUE_COLOURS
    return coloured and not environment.get("NO_COLOR") and board.moment.latest


class FirstFrame:
    """Holds the terminal from the first frame until the dashboard takes it over."""

    def __init__(self, descriptor: int, outset: Outset) -> None:
        self._descriptor = descriptor
        self._outset = outset
        self.settings = termios.tcgetattr(descriptor)
        """How the terminal was set before."""
        self._shown = False
        """Whether anything is painted."""
        self.taken = False
        """Whether the dashboard has the terminal now, and puts it back itself."""

    def show(self, board: Board, width: int, height: int, *, read_only: bool) -> None:
        """Paint the dashboard for a size of the terminal; from now on keys are kept and not echoed."""
        rows = opening(board, width, height, read_only=read_only, outset=self._outset)
        text = self._text(rows)
        self._shown = True
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _leave)
        settings = termios.tcgetattr(self._descriptor)
        settings[_FLAGS] &= ~(termios.ECHO | termios.ICANON)
        settings[_SIGNS][termios.VSUSP] = b"\0"
        termios.tcsetattr(self._descriptor, termios.TCSANOW, settings)
        _write(f"{ENTER}{_HIDE_CURSOR}{text}")

    def show_pane(self, pane: Pane, board: Board, width: int, height: int) -> None:
        """Paint one pane anew."""
        drawn = pane_opening(pane, board, width, height, self._outset)
        if drawn is not None:
            _write(self._text(drawn[1], drawn[0]))

    def _text(self, rows: Iterable[Sequence[Stretch]], box: Box | None = None) -> str:
        if self._outset.encoding:
            from tui.render.ascii import plain

            rows = [[(plain(text, self._outset.encoding), ink) for text, ink in row] for row in rows]
        return frame_text(rows, PALETTES[self._outset.theme], box)

    def take_back(self) -> None:
        """Put the terminal back as it was, unless the dashboard came to do so."""
        if self._shown and not self.taken:
            termios.tcsetattr(self._descriptor, termios.TCSANOW, self.settings)
            _write(_LEAVE)


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    """End the program on a signal, so that the terminal is put back on the way out."""
    sys.exit(128 + number)


def _write(text: str) -> None:
    if sys.__stderr__ is not None:  # where Textual draws as well
        sys.__stderr__.write(text)
        sys.__stderr__.flush()


def frame_text(rows: Iterable[Sequence[Stretch]], colours: Mapping[str, str], box: Box | None = None) -> str:
    """Write rows as a terminal reads them: those of the whole screen, or of a box of it."""
    left, top = (box.x + 1, box.y + 1) if box is not None else (1, 1)
    codes: dict[Ink, str] = {}
    parts: list[str] = []
    for y, row in enumerate(rows, top):
        parts.append(f"\x1b[{y};{left}H")
        last = None
        for text, ink in row:
            if not text:
                continue
            if ink != last:
                parts.append(codes.get(ink) or codes.setdefault(ink, _code(ink, colours)))
                last = ink
            parts.append(text)
    return "".join((*parts, "\x1b[0m"))


def _code(ink: Ink, colours: Mapping[str, str]) -> str:
    fore, back = (";".join(map(str, bytes.fromhex(colours[token][1:]))) for token in (ink.colour, ink.ground))
    return f"\x1b[0;{'1;' if ink.bold else ''}38;2;{fore};48;2;{back}m"
