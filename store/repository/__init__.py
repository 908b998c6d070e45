"""The only reader and writer of the store: rows in, values out; every write one transaction with its journal entry.

The repository is loaded when it is first asked for, so that asking which SQLite is in use costs no more than that.
"""

from __future__ import annotations

from store.repository.connection import engine_version

TYPE_CHECKING = False  # as in typing, which --version has no time to load
if TYPE_CHECKING:
    from store.repository.repository import Repository

__all__ = ["Repository", "engine_version"]


def __getattr__(name: str) -> object:
    """Load the repository on first use. Raises AttributeError for any other name."""
    if name != "Repository":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from store.repository.repository import Repository

    return Repository
