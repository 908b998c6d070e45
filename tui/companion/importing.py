"""Long work asked for on the dashboard: in the writer's thread, with its progress at the foot, and a way out.

Each is one transaction: what is cancelled leaves nothing behind.
"""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from store.errors import TalksError
from store.repository.progress import Part
from tui.commands.chosen import undoing
from tui.panes.prompt import Prompt
from tui.recordlines import lines_of, path_of
from tui.render.spans import Role
from tui.wording import safe

if TYPE_CHECKING:
    from textual.timer import Timer

    from store.domain.requests import Author, Receipt
    from store.repository import Repository
    from tui.overboard import OverBoardApp
    from tui.writer import Outcome

_TICK = 0.2
"""Seconds between looks how far it is."""
_LONGEST = 40
"""How many signs of a name are shown."""
_BUSY = "Something long is under way; Esc on the board cancels it."
_HINT = "  a file of record lines · ⏎ imports it, Esc gives up"


class GivenUpError(TalksError):
    """The person gave up what was under way."""


_PHASES = {"reading": "reading", "indexing": "making indexes", "counting": "counting"}


class _Job:
    """Something long under way. The writer's thread counts, the screen's thread looks and cancels."""

    title = "rebuild"
    words = "waiting"
    cancelled = False

    def report(self, phase: str, done: int, of: int) -> None:
        """Note how far it is. Raises GivenUpError where it was given up."""
        del phase
        if self.cancelled:
            raise GivenUpError("The rebuilding was cancelled: everything is as it was.")
        self.words = f"ordering the board {100 * done // of if of else 0} %"

    def write(self, store: Repository, author: Author) -> Outcome:
        """Do it. Raises TalksError; then nothing is changed."""
        del author
        self.report("ordering", 0, 0)
        return store.archive.rebuild(self.report)


class _Import(_Job):
    """One file that is being imported."""

    def __init__(self, named: str) -> None:
        """Take what was typed. Raises PlaceError, OSError, ValueError where it can be no file."""
        self.path = path_of(named)
        self.name = safe(str(self.path))
        self.read = 0
        """Bytes read so far."""
        self.size = self.path.stat().st_size
        self.title = f"import {self.name if len(self.name) <= _LONGEST else f'…{self.name[-_LONGEST:]}'}"

    def count(self, read: int) -> None:
        """Count what was read."""
        self.read += read

    def report(self, phase: str, done: int, of: int) -> None:
        """Note how far it is. Raises GivenUpError where it was given up."""
        if self.cancelled:
            raise GivenUpError(f"The import of {self.name} was cancelled: nothing was imported.")
        share = (of and 100 * done // of) if phase != "reading" else (self.size and 100 * self.read // self.size)
        self.words = f"{_PHASES.get(phase, 'ordering the board')} {min(share, 100)} %"

    def write(self, store: Repository, author: Author) -> Receipt:
        """Import it. Raises TalksError; then nothing is imported."""
        self.report("reading", 0, 0)
        receipt = store.import_parts(
            [Part(self.name, lines_of(self.path, self.name, self.count), lambda: self.read)], author, report=self.report
        )
        if receipt is None:
            raise GivenUpError("Nothing was imported.")
        return receipt


class Importer:
    """Imports one file at a time. Its methods are called in the thread of the screen."""

    def __init__(self, app: OverBoardApp) -> None:
        self._app = app
        self._job: _Job | None = None
        self._ticking: Timer | None = None

    def ask(self) -> None:
        """Ask for the file."""
        app, dashboard = self._app, self._app.dashboard
        if self._kept_from_it():
            return
        if dashboard is not None and app.board is not None:
            app.to_board()
            dashboard.ask(Prompt("import", "import", "", lambda text, _: () if text else ((_HINT, Role.MUTED),)))

    def begin(self, path: str) -> None:
        """Import a file; the board can be used meanwhile."""
        app = self._app
        try:
            job = _Import(path)
        except (TalksError, OSError, ValueError) as error:
            app.tell(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}", warning=True)
            return
        self._start(job, undoing())

    def rebuild(self) -> None:
        """Reckon anew what is derived from the record; the board can be used meanwhile."""
        if not self._kept_from_it():
            self._start(_Job(), "")

    def _kept_from_it(self) -> bool:
        """Say why nothing long can be begun now, where it cannot; returns whether it was said."""
        if self._app.refused(anytime=True):
            return True
        if self._job is not None:
            self._app.tell(_BUSY)
        return self._job is not None

    def _start(self, job: _Job, way_back: str) -> None:
        app, author = self._app, self._app.author()
        self._job = job
        app.follow(app.writer.submit(lambda store: job.write(store, author)), way_back, after=self._over)
        self._ticking = app.set_interval(_TICK, self._tick)
        self._tick()

    def cancel(self) -> None:
        """Give it up; what was read so far is taken back whole."""
        if self._job is not None:
            self._job.cancelled = True
            self._tick()

    def _tick(self) -> None:
        job = self._job
        if job is None:
            self._app.working = ""
            return
        said = "cancelling…" if job.cancelled else f"{job.words} · Esc cancels"
        self._app.working = f"{job.title} · {said}"

    def _over(self) -> None:
        self._job = None
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None
        self._tick()
