"""Which methods take a message, found once for each kind of message and class, and not anew for every message.

Textual looks through all classes that a widget is made of whenever a message comes, ten and more times for a key.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from textual.message import Message
from textual.message_pump import MessagePump

Handler = tuple[type, Callable[..., Awaitable[None]]]
"""A method that takes a message, and the class that has it."""


class Foreseen(MessagePump):
    """Takes messages by handlers that are looked up once. Comes before Textual's own class among the bases."""

    def _get_dispatch_methods(self, method_name: str, message: Message) -> Iterable[Handler]:
        """Return the handlers of a message in their order, until one of them says that it was the last."""
        key = type(self), type(message), method_name
        if key not in _FOUND:
            _FOUND[key] = _found(*key)
        found = _FOUND[key]
        if found is None:
            yield from super()._get_dispatch_methods(method_name, message)
            return
        last: type | None = None
        for owner, method in found:
            if owner is not last and message._no_default_action:
                return
            last = owner
            yield owner, method.__get__(self, owner)


_FOUND: dict[tuple[type, type, str], list[Handler] | None] = {}
"""By the class that takes a message, that of the message, and the name of its handlers; None where some of these look
at which widget sent it."""


def _found(kind: type, message: type, name: str) -> list[Handler] | None:
    """List the handlers that a class has for a message, as Textual finds them."""
    kinds = [each for each in message.__mro__ if issubclass(each, Message)]
    found: list[Handler] = []
    for owner in kind.__mro__:
        chosen = owner.__dict__.get("_decorated_handlers") or {}
        for method, selectors in (pair for each in kinds for pair in chosen.get(each, ())):
            if selectors:
                return None
            if all(method is not other for _, other in found):
                found.append((owner, method))
        named = owner.__dict__.get(f"_{name}") or owner.__dict__.get(name)
        if named is not None and not getattr(named, "_textual_on", None):
            found.append((owner, named))
    return found
