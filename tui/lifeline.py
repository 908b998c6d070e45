"""The end of the program from outside: signals leave the terminal restored, a vanished terminal ends everything."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable

_LOOK = 1.0
"""Seconds between looks whether the terminal is still there."""
_HANGUP = 128 + signal.SIGHUP


def watch_signals(leave: Callable[[int], object]) -> None:
    """Call `leave` with its number when the program is told to end or its terminal hangs up."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        try:
            loop.add_signal_handler(number, leave, int(number))
        except (NotImplementedError, RuntimeError, ValueError):
            # Only the main thread of a Unix process can listen.
            return


def watch_terminal(every: Callable[[float, Callable[[], None]], object]) -> None:
    """End the process when the terminal has gone, also where the hangup signal is ignored."""
    try:
        import termios
    except ImportError:
        return
    descriptor = sys.__stdin__.fileno() if sys.__stdin__ is not None else 0

    def look() -> None:
        try:
            termios.tcgetattr(descriptor)
        except termios.error:
            # Nobody is there to be told, and the driver would spin on the dead terminal.
            os._exit(_HANGUP)

    try:
        termios.tcgetattr(descriptor)
    except termios.error:
        return
    every(_LOOK, look)
