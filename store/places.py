"""Where things lie. Functions only: nothing is looked up or made on import."""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing, which reading commands have no time to load
if TYPE_CHECKING:
    from pathlib import Path


def default_store() -> Path:
    """Return the place of the store that is opened when none is named; the file need not exist."""
    from platformdirs import user_data_path

    return user_data_path("talks-tui", appauthor=False) / "talks.db"


def seeds_folder() -> Path:
    """Return the folder of the record that a new store starts with."""
    from pathlib import Path

    return Path(__file__).resolve().parent.parent / "seeds"
