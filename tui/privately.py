"""Files of the person at this machine: for their owner alone, and written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress

from store.domain.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def own_folder(folder: Path) -> None:
    """Make a folder for its owner alone, where there is none. Raises OSError."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)


def write_own(path: Path, text: str) -> None:
    """Write a file whole or not at all, for its owner alone, and the folder it lies in. Raises OSError."""
    own_folder(path.parent)
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    aside.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(text.encode())
        aside.replace(path)
    except OSError:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise
