"""Data for other programs: the same made-up rows, in the form that each of them keeps."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.processes import run
from fixtures import words
from fixtures.dice import Dice

TITLE = "subject {:07}"
"""How the rows are named, from 0; the first ones are on every first screen."""
_COLUMNS = ("id", "title", "place", "debtor", "creditor", "due", "figure", "status", "reason", "source")


class Place(NamedTuple):
    """Where one program keeps its things."""

    home: Path
    """A home of its own, for its settings and data."""
    env: Path
    """The programs of its virtual environment."""

    @property
    def settings(self) -> dict[str, str]:
        """Return the environment that keeps it at home."""
        home = str(self.home)
        return {
            "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home, "TASKDATA": home,
            "TASKRC": str(self.home / "taskrc"),
        }  # fmt: skip


Maker = Callable[[Place, int], None]


def made(place: Place, size: int, make: Maker) -> None:
    """Give a program a new home with so many rows in it."""
    shutil.rmtree(place.home, ignore_errors=True)
    place.home.mkdir(parents=True)
    (place.home / "taskrc").write_text("confirmation=off\nverbose=nothing\nnews.version=9.9.9\n", encoding="utf-8")
    make(place, size)


def table(place: Place, size: int) -> None:
    """Make a SQLite file with one table of ten columns."""
    columns = "id INTEGER PRIMARY KEY, " + ", ".join(f"{name} TEXT" for name in _COLUMNS[1:])
    _write(
        place.home / "rows.db", f"CREATE TABLE commitments ({columns})", _insert("commitments", _COLUMNS), _rows(size)
    )


def todos(place: Place, size: int) -> None:
    """Let dooit make its tables, then fill one list."""
    database = place.home / "dooit.db"
    connect = f"import dooit.api; from dooit.api.manager import manager; manager.connect({str(database)!r})"
    run([str(place.env / "python"), "-c", connect], place.settings)
    names: tuple[str, ...] = ("id", "order_index", "description", "is_root", "parent_workspace_id")
    lists: list[tuple[object, ...]] = [(1, 0, "", 1, None), (2, 0, "bench", 0, 1)]
    _write(database, "", _insert("workspace", names), lists)
    lines = ((n, TITLE.format(n), 0, 1, 1, 2) for n in range(size))
    names = ("order_index", "description", "effort", "urgency", "pending", "parent_workspace_id")
    _write(database, "", _insert("todo", names), lines)


def tasks(place: Place, size: int) -> None:
    """Let taskwarrior import its tasks."""
    lines = place.home / "tasks.json"
    with lines.open("w", encoding="utf-8") as file:
        for row in _rows(size):
            task = {"description": row[1], "due": f"{row[5]}T120000Z".replace("-", ""), "status": "pending"}
            file.write(json.dumps(task) + "\n")
    run(["task", "import", str(lines)], place.settings, timeout=120)


def nothing(place: Place, size: int) -> None:
    """Make no data: the program has what is measured already."""


def _rows(size: int) -> Iterator[tuple[object, ...]]:
    for number in range(size):
        dice = Dice(1, "peer", number)
        debtor, creditor = dice.choose(words.SIDES)[0], dice.choose(words.SIDES)[0]
        due = f"2026-{1 + dice.throw(12):02}-{1 + dice.throw(28):02}"
        status = dice.choose(("delivered", "partial", "stalled"))
        yield (
            number, TITLE.format(number), dice.place(), debtor, creditor, due, str(dice.throw(9000)), status,
            dice.choose(words.WORDS), f"s{dice.throw(9000):07}",
        )  # fmt: skip


def _insert(table_: str, columns: Sequence[str]) -> str:
    named = '", "'.join(columns)
    return f'INSERT INTO {table_} ("{named}") VALUES ({", ".join("?" * len(columns))})'


def _write(database: Path, make: str, insert: str, rows: Iterable[tuple[object, ...]]) -> None:
    connection = sqlite3.connect(database)
    try:
        with connection:
            if make:
                connection.execute(make)
            connection.executemany(insert, rows)
    finally:
        connection.close()
