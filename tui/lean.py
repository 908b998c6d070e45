"""Textual, loaded without two things that no screen of ours shows: its command palette, and encrypted connections.

They take a sixth of the time that Textual takes to load. Whoever asks for either of them later gets it whole.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_PALETTE = "textual.command"


class _NoPalette(ModuleType):
    """Lies where Textual looks for its command palette: everything in it is a class without anything."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def load_textual() -> None:
    """Load Textual's app. Where asyncio or Textual is loaded already, nothing is left out of it."""
    with _instead("asyncio", "ssl", None):
        import asyncio  # noqa: F401 - it works without ssl, and says so where somebody wants to encrypt
    with _instead("textual.app", _PALETTE, _NoPalette(_PALETTE)):
        import textual.app  # noqa: F401 - for its effect


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
        del sys.modules[name]
