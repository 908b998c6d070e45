"""A soak: random keys, clicks and sizes on every screen. Nothing may crash, hang, or write what no key asked for.

`python -m tests.soak 20000 7` presses so many keys by that seed; without a seed it takes one from the clock and says
which. What can be pressed is read off the table of commands; what may write is said in `CONFIRMING`.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from textual.app import App
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from store.domain.requests import Author, BoardQuery
from store.places import seeds_folder
from store.repository import Repository
from store.repository.connection import connect
from tests.pressing import hurried, send, settle
from tests.store.articles import kept
from tests.store.records import assert_whole
from tui.app import TalksApp
from tui.commands.every import COMMANDS
from tui.layouts import twins
from tui.panes.edges import Clickable
from tui.personal import Personal
from tui.screens.view import ListView

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
_SET_OUT, _STAY = 0.06, 0.97
"""How often a way is begun, and how often its next key is the next one pressed."""
SIZES = ((120, 40), (80, 24), (200, 50), (60, 18), (100, 30), (40, 10), (30, 8), (1, 1))
PATIENCE = 20.0
"""Seconds that one key may take, with all that comes of it, before it counts as hanging."""
ENDING = {"q", "ctrl+q", *twins("q")}
"""Keys that leave the dashboard, or close a sheet; those seldom pressed, so that most is done inside."""

WAYS = (
    ("escape", "escape", "2", "space", "p", "j"), ("escape", "2", "G", "space", "d", "w", "x", "y", "enter"),
    ("escape", "escape", "u"), ("escape", "U"), ("escape", "escape", "i", "enter", "a"), ("i", "enter", "j", "x"),
    ("escape", "4", "d", "2", "0", "2", "5", "minus", "0", "6", "minus", "2", "4", "enter"),
    ("escape", "escape", "t", "2", "minus", "6", "enter"), ("escape", "n", "m"), ("escape", "c", "enter"),
    ("escape", "Y", "1"), ("escape", "H"), ("escape", "escape", "2", "M", "space", "p", "j", "enter"),
    ("escape", "escape", "slash", "c", "1", "enter", "S", "s", "a", "enter"), ("escape", "S", "g", "x", "y", "enter"),
    ("escape", "escape", "1", "a", "enter", "x", "ctrl+s"), ("escape", "escape", "4", "a", "enter", "space"),
    ("escape", "escape", "2", "e", *["tab"] * 5, "7", "ctrl+s"), ("escape", "4", "j", "e", "tab", "5", "ctrl+s"),
    ("escape", "c", "g", "x", "y"), ("escape", "c", "j", "enter", "x", "y"), ("escape", "f", "c", "1", "enter", "j"),
    ("escape", "h", "left", "z", "w"), ("escape", "2", "l", "left", "n"), ("escape", "b", "tab"), ("escape", "s"),
    ("escape", "2", "p", "right"), ("escape", "D", "left"), ("escape", "escape", "1", "x", "L", "j", "enter"),
    ("escape", "O", "o", "d"), ("escape", "s", "d", "2", "0", "2", "5", "minus", "0", "6", "minus", "2", "4", "enter"),
    ("colon", "t", "o", "u", "r", "enter", "enter", "escape"), ("escape", "v"),
)  # fmt: skip
"""Ways that people go, so that random keys come to where much can be done; they are begun, and wandered off from."""
FORMS = {"RecordScreen", "RedatingScreen", "CorrectionScreen"}
LEAVING = ("escape", "y", "escape", "y")
"""How a form is left, also where a list is open in it; a way that begins in one begins so."""
_UNDOING = {"u", "U", "ctrl+z", "ctrl+y"}
CONFIRMING: dict[str, set[str]] = {
    "Dashboard": _UNDOING,
    "StatusPicker": {"enter", "j", *"123456789"},
    "Prompt": {"enter"},
    "RedatingScreen": {"enter", "ctrl+s"},
    "RecordScreen": {"enter", "ctrl+s"},
    "TurningScreen": {"y", "enter"},
    "ReadingsScreen": _UNDOING | {"r"},
    "ItemsScreen": _UNDOING | {"a", "enter", "x", "s", "o", "l"},
    "ConfirmScreen": {"y", "w"},
    "CorrectionScreen": {"enter", "ctrl+s"},
    "LinkScreen": {"enter"},
    "PaletteScreen": {"enter"},
}
"""The keys that may write, by the screen or the thing open over it that they are pressed in; in views undo and redo."""
ASKED = {"undo", "redo", "accept", "drop", "split", "same_origin"}
"""The commands that may write when they are clicked."""

CHOSEN_FROM = {"StatusPicker", "ItemsScreen", "LinkScreen", "PaletteScreen", "TurningScreen", "ConfirmScreen"}
"""The lists in which a double click may write."""


class Trail:
    """What was pressed last, to be told where something goes wrong."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.last: deque[str] = deque(maxlen=40)
        self.count = 0

    def __str__(self) -> str:
        return f"seed {self.seed}, after {self.count} keys; the last: {' '.join(self.last)}"


class WentWrongError(AssertionError):
    """Something that must never happen did."""


def every_key() -> list[str]:
    """List every key that is bound anywhere, those of other layouts too, and what people type."""
    bound = {key for command in COMMANDS for key in command.keys}
    letters = {twin for key in bound for twin in twins(key)}
    typed = [*"abcdefghijklmnoprstuvwxyzABCDEGHIJKLMNOPRSTVWXYZ0123456789", "space", "minus", "full_stop", "comma"]
    moving = ["up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab", "enter", "escape"]
    editing = ["backspace", "delete", "ctrl+u", "ctrl+a", "ctrl+c", "ctrl+w", "ctrl+s", "f5", "ctrl+l", "insert"]
    keys = sorted((bound | letters) - ENDING) + typed + moving * 4 + editing
    return [*keys, "escape", "escape", "escape", "enter", "enter"]


def place_of(app: App[None]) -> str:
    """Name where a key goes: what is open over the screen in front, if that has the keys, else the screen."""
    screen, focused = app.screen, app.screen.focused
    over = getattr(screen, "over", None)
    keyed = isinstance(over, Widget) and (focused is None or over in focused.ancestors_with_self)
    return type(over if keyed else screen).__name__


def may_write(app: App[None], key: str) -> bool:
    """Whether a key may write where it is pressed."""
    place = place_of(app)
    meant = {key, *(latin for latin in "abcdefghijklmnopqrstuvwxyzUAY" if key in twins(latin))}
    allowed = CONFIRMING.get(place, _UNDOING if isinstance(app.screen, ListView) else set())
    return bool(meant & allowed)


class Soak:
    """Presses keys on one store and watches what is written."""

    def __init__(self, path: Path, seed: int) -> None:
        self.path = path
        self.dice = random.Random(seed)
        self.trail = Trail(seed)
        self.keys = every_key()
        self.places: dict[str, int] = {}
        """How many keys were pressed in each place."""
        self.writes = 0
        self._way: list[str] = []
        """What is left of a way that was begun."""

    def app(self) -> TalksApp:
        """Make the app anew, as it is when somebody opens it again."""
        app = TalksApp(
            lambda: Repository.open(self.path), lambda: NOW, "soak", BoardQuery(today=NOW.date())
        )  # fmt: skip
        app.find_personal = lambda: Personal(self.path.parent / "state")
        return app

    async def run(self, count: int) -> None:
        """Press so many keys. Raises WentWrongError."""
        while self.trail.count < count:
            try:
                await self._session(count)
            except WentWrongError:
                raise
            except Exception as error:
                raise WentWrongError(f"{type(error).__name__}: {error}: {self.trail}") from error
        self._check_whole()

    async def _session(self, count: int) -> None:
        """Open the dashboard and press keys until somebody leaves it."""
        app = self.app()
        async with app.run_test(size=self.dice.choice(SIZES[:4])) as pilot:
            async with asyncio.timeout(PATIENCE):
                await settle(app, pilot)
            while self.trail.count < count and app.is_running and not app._exit:
                await self._one(app, pilot)

    async def _one(self, app: TalksApp, pilot: Pilot[None]) -> None:
        """Press one key, or click, or take another size; nothing is written unless that asked for it."""
        self.trail.count += 1
        self.places[place_of(app)] = self.places.get(place_of(app), 0) + 1
        before = self._version()
        try:
            async with asyncio.timeout(PATIENCE):
                asked = await self._act(app, pilot)
                await settle(app, pilot)
        except TimeoutError:
            raise WentWrongError(f"it hangs: {self.trail}") from None
        if self._version() != before:
            self.writes += 1
            if not asked:
                raise WentWrongError(f"something was written that no key asked for: {self.trail}")

    async def _act(self, app: TalksApp, pilot: Pilot[None]) -> bool:
        """Do something at random; returns whether it may write."""
        number = self.dice.random()
        if number < 0.015:
            size = self.dice.choice(SIZES)
            self.trail.last.append(f"[{size[0]}x{size[1]}]")
            await pilot.resize_terminal(*size)
            return False
        if number < 0.06:
            return await self._click(app, pilot)
        if number < 0.062:
            return await self._press(app, pilot, self.dice.choice(sorted(ENDING)))
        if not self._way and self.dice.random() < _SET_OUT:
            self._way = [*(LEAVING if place_of(app) in FORMS else ()), *self.dice.choice(WAYS)]
        if self._way and self.dice.random() < _STAY:
            return await self._press(app, pilot, self._way.pop(0))
        return await self._press(app, pilot, self.dice.choice(self.keys))

    async def _press(self, app: TalksApp, pilot: Pilot[None], key: str) -> bool:
        self.trail.last.append(f"{place_of(app)}:{key}")
        asked = may_write(app, key)
        send(app, key)
        await pilot._wait_for_screen()
        return asked

    async def _click(self, app: TalksApp, pilot: Pilot[None]) -> bool:
        """Click somewhere; a click may write where it hits a command that does, or chooses in a list that does."""
        width, height = app.size
        place = Offset(self.dice.randrange(max(1, width)), self.dice.randrange(max(1, height)))
        times = self.dice.choice((1, 1, 2))
        self.trail.last.append(f"{place_of(app)}:click{tuple(place)}x{times}")
        command = commands_at(app.screen, place)
        listed = times > 1 and place_of(app) in CHOSEN_FROM
        await pilot.click(offset=(place.x, place.y), times=times)
        return listed or command in ASKED

    def _version(self) -> tuple[int, int]:
        """Say what was written so far: the newest journal entry, and how often the file was changed."""
        row = self._watch.execute("SELECT coalesce(max(id), 0) FROM journal").fetchone()
        return int(row[0]), int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def __enter__(self) -> Soak:
        self._watch = connect(str(self.path), read_only=False)
        return self

    def __exit__(self, *_: object) -> None:
        self._watch.close()

    def _check_whole(self) -> None:
        """Check the store with SQLite's own means, and everything derived against the record."""
        try:
            assert_whole(self.path)
        except AssertionError as error:
            raise WentWrongError(f"the store is not whole: {error}: {self.trail}") from error


def commands_at(screen: Screen[object], place: Offset) -> str:
    """Name the command that a click at a place gives; empty where it gives none."""
    for bar in screen.query(Clickable):
        if bar.region.contains(*place):
            x = place.x - bar.region.x
            return next((name for first, after, name in bar._bar(bar.size.width).places if first <= x < after), "")
    return ""


def make_store(folder: Path) -> Path:
    """Make a store from the seeds, with an article in its inbox."""
    path = folder / "talks.db"
    Repository.create(path, author=Author("seed", NOW), seeds=seeds_folder()).close()
    with Repository.open(path) as repository:
        kept(repository)
    return path


async def soak(path: Path, count: int, seed: int) -> Soak:
    """Press so many keys on a store by a seed. Raises WentWrongError."""
    with hurried(), Soak(path, seed) as running:
        await running.run(count)
        return running


def main() -> int:
    """Soak a throw-away store; the exit code says whether all went well."""
    numbers: Iterator[int] = (int(text) for text in sys.argv[1:])
    count, seed = next(numbers, 20_000), next(numbers, int(time.monotonic_ns() % 1_000_000))
    print(f"{count:,} keys by seed {seed} …", flush=True)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, closing(asyncio.Runner()) as runner:
        try:
            done = runner.run(soak(make_store(Path(folder)), count, seed))
        except WentWrongError as error:
            print(f"FAILED: {error}", file=sys.stderr)
            if error.__cause__ is not None:
                sys.excepthook(type(error.__cause__), error.__cause__, error.__cause__.__traceback__)
            return 1
    took = time.monotonic() - begun
    places = ", ".join(f"{name} {number:,}" for name, number in sorted(done.places.items(), key=lambda one: -one[1]))
    print(f"no crash, no hang, {done.writes} writes, each asked for; {took:.0f} s\n{places}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
