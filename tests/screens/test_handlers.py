"""The handlers that are looked up once are those that Textual finds anew for every message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from textual import on
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget

from tests.screens.conftest import Opener
from tui.handlers import Foreseen


def below(kind: type[Message]) -> Iterator[type[Message]]:
    """List what derives from a class."""
    for one in kind.__subclasses__():
        yield one
        yield from below(one)


def bound(methods: Iterable[tuple[type, object]]) -> list[tuple[type, object]]:
    """Return handlers so that they can be compared."""
    return [(owner, getattr(method, "__func__", method)) for owner, method in methods]


async def test_every_part_of_the_dashboard_takes_messages_by_the_same_handlers(desk: Opener) -> None:
    async with desk() as d:
        pumps = [d.app, d.app.screen, *(part for part in d.app.screen.walk_children() if isinstance(part, Foreseen))]
        assert len({type(pump) for pump in pumps}) > 5
        compared = 0
        for pump in pumps:
            for kind in set(below(Message)):
                message = kind.__new__(kind)
                message._no_default_action, message._sender = False, None
                name = getattr(kind, "handler_name", "on_idle")
                own = bound(pump._get_dispatch_methods(name, message))
                assert own == bound(MessagePump._get_dispatch_methods(pump, name, message))
                compared += len(own)
        assert compared > 100


class Asked(Message):
    """Something that is asked."""


class Under(Foreseen, Widget):
    """Takes what is asked by name."""

    heard: list[str]

    def on_asked(self) -> None:
        """Take it."""
        self.heard.append("named")


class Over(Under):
    """Takes it by what it is, too."""

    @on(Asked)
    def first(self, event: Asked) -> None:
        """Take it, and be the last where that is said."""
        self.heard.append("chosen")
        if self.name == "last":
            event.prevent_default()

    @on(Asked)
    def second(self) -> None:
        """Take it once more."""
        self.heard.append("again")


@pytest.mark.parametrize(("name", "heard"), [("", ["chosen", "again", "named"]), ("last", ["chosen", "again"])])
async def test_handler_that_says_so_is_the_last(name: str, heard: list[str]) -> None:
    widget = Over(name=name)
    widget.heard = []
    for _ in range(2):
        widget.heard.clear()
        await widget._on_message(Asked())
        assert widget.heard == heard


class Sent(Message):
    """Something of a widget."""

    def __init__(self, control: Widget) -> None:
        super().__init__()
        self._control = control

    @property
    def control(self) -> Widget:
        """The widget that it is of."""
        return self._control


class Choosy(Foreseen, Widget):
    """Takes what one widget sends."""

    heard = 0

    @on(Sent, "#one")
    def one(self) -> None:
        """Take it."""
        self.heard += 1


async def test_handlers_that_ask_who_sent_it_are_asked_each_time() -> None:
    widget = Choosy()
    for sender in (Widget(id="one"), Widget(id="two"), Widget(id="one")):
        message = Sent(sender)
        message._sender = sender
        await widget._on_message(message)
    assert widget.heard == 2
