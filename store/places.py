"""Where things lie. Functions only: nothing is looked up or made on import."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # as in typing, which reading commands have no time to load
if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def default_store() -> Path:
    """Return the place of the store that is opened when none is named; the file need not exist."""
    from platformdirs import user_data_path

    return user_data_path("talks-tui", appauthor=False) / "talks.db"


def state_folder(environment: Mapping[str, str]) -> str | None:
    """Return the folder for what is remembered from one time to the next; it need not exist. None: there is no home."""
    return _own_folder(environment, "XDG_STATE_HOME", ".local/state", "user_state_dir")


def config_folder(environment: Mapping[str, str]) -> str | None:
    """Return the folder for what a person sets up; it need not exist. None where there is no home."""
    return _own_folder(environment, "XDG_CONFIG_HOME", ".config", "user_config_dir")


def _own_folder(environment: Mapping[str, str], named: str, usual: str, elsewhere: str) -> str | None:
    """Return what platformdirs says; on Linux without it, because it takes longer to load than all else here."""
    if sys.platform != "linux":
        import platformdirs

        return str(getattr(platformdirs, elsewhere)("talks-tui", appauthor=False))
    home = environment.get("HOME", "")
    folder = environment.get(named, "").strip() or (f"{home}/{usual}" if home else "")
    return f"{folder}/talks-tui" if folder else None


def seeds_folder() -> Path:
    """Return the folder of the record that a new store starts with."""
    from pathlib import Path

    return Path(__file__).resolve().parent.parent / "seeds"
