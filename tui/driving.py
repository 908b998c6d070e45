"""The driver: keys as they come, no look in between whether it shall end, and an end without waiting."""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from select import select
from typing import Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

_BEAT = 0.1
"""Seconds between looks whether a key that may begin a longer sequence stays alone."""
_BEATS = 3
"""How many looks follow what was read last."""
_CHUNK = 4096


class PromptDriver(LinuxDriver):
    """Waits for the terminal or for the word to end, where Textual's own wakes ten times a second and ends late."""

    def __init__(self, app: App[Any], **how: Any) -> None:
        super().__init__(app, **how)
        self._ending, self._end = os.pipe()

    def disable_input(self) -> None:
        """Have the thread that reads end at once."""
        os.write(self._end, b".")
        super().disable_input()

    def run_input_thread(self) -> None:
        """Read until told to end."""
        if select([self._ending], [], [], 0)[0] and not self.exit_event.is_set():
            os.read(self._ending, _CHUNK)
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")().decode
        beats = 0
        while True:
            ready, _, _ = select([self.fileno, self._ending], [], [], _BEAT if beats else None)
            if self._ending in ready:
                return
            beats = max(0, beats - 1)
            if ready:
                text = os.read(self.fileno, _CHUNK)
                if not text:
                    return
                beats = _BEATS
                for event in parser.feed(decode(text)):
                    self.process_message(event)
            for event in parser.tick():
                self.process_message(event)
