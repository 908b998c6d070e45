"""The driver: keys as they come, no look in between whether it shall end, and an end without waiting."""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from select import select
from threading import Lock
from typing import Any

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key, MouseEvent, Paste

from store.domain.typed import TYPE_CHECKING
from tui.firstframe import ENTER

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message

    from tui.firstframe import FirstFrame

_BEAT = 0.1
"""Seconds between looks whether a key that may begin a longer sequence stays alone."""
_BEATS = 3
"""How many looks follow what was read last."""
_CHUNK = 4096


def _as_typed(message: Message) -> Message:
    """Return what was typed: a terminal not taken over yet turns Enter into the end of a line, Ctrl+J."""
    return Key("enter", "\r") if isinstance(message, Key) and message.key == "ctrl+j" else message


class PromptDriver(LinuxDriver):
    """Waits for the terminal or for the word to end, where Textual's own wakes ten times a second and ends late."""

    def __init__(self, app: App[Any], **how: Any) -> None:
        super().__init__(app, **how)
        self._ending, self._end = os.pipe()
        self._frame: FirstFrame | None = getattr(app, "frame", None)
        self._turn = Lock()
        self._early: list[Message] | None = []
        """Keys typed before the app could take them; None once it can."""
        self._update: list[str] | None = None
        """What was written of the update that is under way; None where none is."""

    def start_application_mode(self) -> None:
        """Take the terminal over, from whatever held it first: it is put back as it was before that."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's own
        if self._frame is not None:
            self.attrs_before = self._frame.settings
            self._frame.taken, self._frame = True, None

    def write(self, data: str) -> None:
        """Write to the terminal, an update in one piece: each wakes the thread that writes.

        A first frame is on its other screen already, and must stay there.
        """
        if self._frame is not None and data == ENTER:
            return
        if data == SYNC_START:
            self._update = []
        if self._update is None:
            super().write(data)
            return
        self._update.append(data)
        if data == SYNC_END:
            whole, self._update = "".join(self._update), None
            super().write(whole)

    def process_message(self, message: Message) -> None:
        """Hand over what was read, keys only when the app can take them."""
        with self._turn:
            if self._early is not None and isinstance(message, (Key, MouseEvent, Paste)):
                self._early.append(_as_typed(message))
            else:
                super().process_message(message)

    def release(self) -> None:
        """Hand over the keys that were typed early, and all further ones as they come."""
        with self._turn:
            early, self._early = self._early or [], None
            for message in early:
                super().process_message(message)

    def disable_input(self) -> None:
        """Have the thread that reads end at once."""
        os.write(self._end, b".")
        super().disable_input()

    def resume_application_mode(self) -> None:
        """Come back to a terminal that has been cleared, and say so however the stop came about."""
        super().resume_application_mode()
        self._app.post_message(self.SignalResume())

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
