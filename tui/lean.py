"""Textual, loaded without what no first screen of ours needs.

Its command palette and encrypted connections are left out: no screen shows them. Some smaller modules are put off:
what is taken from them is loaded when it is first called. Together they take a third of the time that Textual takes to
load. Whoever asks for any of them later gets it whole.
"""

from __future__ import annotations

import sys
from _random import Random
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib import import_module
from types import MappingProxyType, ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_PALETTE = "textual.command"
_NONE: Mapping[str, object] = MappingProxyType({})
_PUT_OFF: Mapping[str, Mapping[str, object]] = {
    "difflib": _NONE,
    "ipaddress": _NONE,
    "pickle": _NONE,
    "platformdirs": _NONE,
    "random": {"getrandbits": Random().getrandbits},
    "rich.table": _NONE,
    "subprocess": {"PIPE": -1, "STDOUT": -2, "DEVNULL": -3},
    "textual.canvas": _NONE,
    "uuid": _NONE,
}
"""Modules of which asyncio, Rich and Textual take functions, classes to call, and these, which they need at once."""


class _NoPalette(ModuleType):
    """Lies where Textual looks for its command palette: everything in it is a class without anything."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


class _Later(ModuleType):
    """Lies where a module is looked for that is put off: everything in it loads the module when it is called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*args: Any, **named: Any) -> Any:
            _give_back(self)
            return getattr(import_module(self.__name__), name)(*args, **named)

        return call


class _Typing(ModuleType):
    """Lies where `typing_extensions` is looked for: all that Textual takes from there, Python has by now."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        import typing

        if hasattr(typing, name):
            return getattr(typing, name)
        _give_back(self)
        return getattr(import_module(self.__name__), name)


def load_textual() -> None:
    """Load Textual's app. Where asyncio or Textual is loaded already, nothing is left out of it."""
    with ExitStack() as stack:
        for name, held in _PUT_OFF.items():
            later = _Later(name)
            later.__dict__.update(held)
            stack.enter_context(_instead("asyncio", name, later))
        stack.enter_context(_instead("asyncio", "typing_extensions", _Typing("typing_extensions")))
        with _instead("asyncio", "ssl", None):
            import asyncio  # noqa: F401 - it works without ssl, and says so where somebody wants to encrypt
        with _instead("textual.app", _PALETTE, _NoPalette(_PALETTE)):
            import textual.app
            import textual.drivers.linux_driver  # noqa: F401 - for its effect


@contextmanager
def _instead(loading: str, name: str, instead: ModuleType | None) -> Iterator[None]:
    """While one module is loaded for the first time, let another one be something else."""
    if loading in sys.modules or name in sys.modules:
        yield
        return
    # None is how the import system is told that there is no such module
    sys.modules[name] = instead  # type: ignore[assignment]
    try:
        yield
    finally:
        _give_back(instead, name)


def _give_back(instead: ModuleType | None, name: str = "") -> None:
    """Have a module looked for as ever, unless it has been already."""
    name = name or (instead.__name__ if instead else "")
    if sys.modules.get(name, ...) is instead:
        del sys.modules[name]
