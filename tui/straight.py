"""The short way of a key to what it is bound to.

Textual hands a key to what has the focus, and from there to each of its ancestors through a queue of its own; only
when it comes back to the app is looked up what it is bound to. Where nothing on that way listens to keys, all those
steps end there in any case.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from textual.app import App
from textual.dom import DOMNode
from textual.events import Key
from textual.widget import Widget

_HANDLERS = ("on_key", "_on_key")


def straight_way(app: App[None], event: Key) -> Sequence[DOMNode] | None:
    """Return what a key may be bound in, in the order of looking; None where something listens to keys before that."""
    screen = app.screen
    focused = screen.focused
    if focused is None or focused.loading or screen.maximized is not None or app._keymap:
        return None
    way: list[DOMNode] = []
    for node in focused.ancestors_with_self:
        if _listens(type(node)) or any(
            hasattr(node, f"{start}{name}") for name in event.name_aliases for start in ("key_", "_key_")
        ):
            return None
        if any(binding.priority for binding in node._bindings.key_to_bindings.get(event.key, ())):
            return None
        way.append(node)
    modal = next((place for place, node in enumerate(way, 1) if node.is_modal), len(way))
    return way[:modal]


async def run_bound(app: App[None], key: str, way: Sequence[DOMNode]) -> None:
    """Do what a key is bound to in the first thing on its way that takes it."""
    for node in way:
        for binding in node._bindings.key_to_bindings.get(key, ()):
            if await app.run_action(binding.action, node):
                return


@lru_cache(256)
def _listens(kind: type[DOMNode]) -> bool:
    """Whether a kind of widget has a handler for keys, other than those of all widgets, which look for bindings."""
    for base in kind.__mro__:
        if base not in (Widget, App) and any(name in vars(base) for name in _HANDLERS):
            return True
        decorated = vars(base).get("_decorated_handlers") or {}
        if any(issubclass(Key, message) for message in decorated):
            return True
    return False
