"""Making a store: built aside and put in place whole, so that nobody ever sees half of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from store.domain.requests import Author
from store.errors import PlaceError
from store.repository.building import alone, settle, settle_name
from store.repository.connection import build, guarded
from store.repository.importing import import_lines
from store.repository.progress import Part, Report


def make(
    place: str | os.PathLike[str], author: Author, seeds: Path | None, parts: Sequence[Part], report: Report | None
) -> None:
    """Make a store at a place where there is none. Raises PlaceError, RecordError; then there is none still."""
    path = Path(place)
    if path.exists():
        raise PlaceError(f"{path} already exists: nothing was changed; name another place, or remove it first")
    _make_folder(path)
    aside = path.with_name(f".{path.name}.new-{os.getpid()}")
    try:
        _build(aside, author, _seed_parts(seeds) if seeds is not None else parts, report)
        os.link(aside, path)
        settle_name(path)
    except FileExistsError:
        raise PlaceError(f"{path} already exists: nothing was changed; another process made it just now") from None
    except OSError as error:
        raise PlaceError(f"no store can be made at {path}: {error.strerror or error}; name another place") from None
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            aside.with_name(aside.name + suffix).unlink(missing_ok=True)


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise PlaceError(f"no store can be made at {path}: {error.strerror or error}; name another place") from None


def _seed_parts(folder: Path) -> list[Part]:
    texts = (line for file in sorted(folder.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines())
    return [Part("the seed record", texts)]


def _build(path: Path, author: Author, parts: Sequence[Part], report: Report | None) -> None:
    connection = build(str(path))
    try:
        if parts:
            with guarded(str(path)), alone(connection):
                import_lines(connection, parts, author, "begin", report)
    finally:
        connection.close()
    settle(path)
