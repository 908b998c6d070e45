"""Which talks-tui this is."""

from __future__ import annotations

VERSION = "0.1.0"
"""The version of the program, as in pyproject.toml."""


def version_line() -> str:
    """Name the version of the program and the SQLite it uses: "talks-tui 0.1.0, SQLite 3.53.4 (pysqlite3)"."""
    from store.repository.connection import engine_version

    return f"talks-tui {VERSION}, SQLite {engine_version()}"
