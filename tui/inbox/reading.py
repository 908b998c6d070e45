"""Reading an article for the inbox: in a thread of its own, step by step, so that no key waits and Esc gives it up.

A step that is under way cannot be stopped; what it comes to is dropped. Nothing is written before all steps are done.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from time import monotonic

from store.domain.requests import BoardQuery
from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.errors import TalksError
from store.reading.reader import read as read_article
from store.reading.texts import origins
from tui.gathering import Got, article_of, got_from, lexicon_for
from tui.phrasing import DayRead
from tui.publication import read_published
from tui.wording import safe

if TYPE_CHECKING:
    from datetime import date

    from store.reading.article import Article
    from store.reading.proposals import ArticleReading
    from store.reading.record.inbox import Reading
    from store.repository import Repository
    from tui.editor import EditingApp

_LONGEST = 60
"""How many signs of a name are shown."""


class Kept(NamedTuple):
    """What keeping a reading came to."""

    reading: Reading
    proposals: int

    @property
    def sentence(self) -> str:
        """Say it; of an article that was read before that as well."""
        reading = self.reading
        if reading.again:
            return f"already read on {reading.at[:10]} by {reading.who}: this is how it stands in the inbox"
        if reading.source is not None:
            return f"this very text is source {reading.source} of the record; {_number(self.proposals)}"
        return f"read: {_number(self.proposals)}"


def _number(count: int) -> str:
    if not count:
        return "nothing to propose was found in it; it is in the inbox"
    return f"{count} proposal{' waits' if count == 1 else 's wait'} in the inbox; nothing is saved by itself"


class _Job:
    """One article that is being read."""

    def __init__(self, named: str) -> None:
        self.named = named
        self.step = "getting"
        self.since = monotonic()
        self.got: Got | None = None
        self.newest: date | None = None
        self.waits = False
        """Whether the person is asked for its day."""


class ArticleReader:
    """Reads one article at a time. Its methods are called in the thread of the screen."""

    def __init__(self, app: EditingApp, opened: Callable[[int], object], moved: Callable[[], object]) -> None:
        """Take the app, what opens a reading once it is in the inbox, and what shows how far it is."""
        self._app, self._opened, self._moved = app, opened, moved
        self._job: _Job | None = None

    @property
    def words(self) -> str:
        """How far it is; empty where nothing is being read."""
        job = self._job
        if job is None:
            return ""
        name = safe(job.named)
        name = name if len(name) <= _LONGEST else f"…{name[-_LONGEST:]}"
        return f"{job.step} {name} · {monotonic() - job.since:.0f} s"

    @property
    def busy(self) -> bool:
        """Whether something is under way that the person need not answer."""
        return self._job is not None and not self._job.waits

    @property
    def wants_day(self) -> bool:
        """Whether it waits for the day of an article that names none."""
        return self._job is not None and self._job.waits

    def begin(self, named: str) -> None:
        """Read a file or an address."""
        job = self._job = _Job(named)
        self._go_on(job, lambda: self._get(job), lambda article: self._got(job, article))

    def cancel(self) -> None:
        """Give up what is being read."""
        if self._job is not None:
            self._job = None
            self._app.tell("The article was not read.")

    def read_day(self, text: str) -> DayRead:
        """Read the day that was typed, against the newest evidence."""
        if self._job is None or not text.strip():
            return DayRead(None)
        reference = self._job.newest or self._app.clock().date()
        return read_published(text, reference)

    def on_day(self, text: str) -> None:
        """Go on with the day that was typed; without one, where nothing was."""
        job = self._job
        if job is None or job.got is None:
            return
        job.waits, day, got = False, self.read_day(text).day, job.got
        self._go_on(job, lambda: self._read(job, article_of(got, day)), lambda found: self._found(job, found))

    def _go_on(self, job: _Job, work: Callable[[], object], then: Callable[..., object]) -> None:
        """Do a step in a thread, then go on with what it came to, unless it was given up meanwhile."""

        def run() -> None:
            try:
                found = work()
            except TalksError as error:
                self._app.call_later(self._failed, job, error)
            except Exception as error:  # noqa: BLE001 - a fault of ours, raised where faults of the screen are shown
                self._app.call_later(_raise, error)
            else:
                self._app.call_later(self._next, job, partial(then, found))

        threading.Thread(target=run, name="article", daemon=True).start()

    def _next(self, job: _Job, then: Callable[[], object]) -> None:
        if job is self._job:
            then()

    def _failed(self, job: _Job, error: TalksError) -> None:
        if job is self._job:
            self._job = None
            self._app.complain(error)
            self._moved()

    def _get(self, job: _Job) -> Article:
        job.got = got_from(job.named, allow_private=False)
        job.step = "taking the text out of"
        query = BoardQuery(self._app.clock().date())
        job.newest = self._app.fetcher.ask(lambda store: store.ground(query).moment.evidence_ends).result()
        return article_of(job.got, None)

    def _got(self, job: _Job, article: Article) -> None:
        if article.published.day is None and article.passages:
            job.waits, job.step = True, "waiting for the day of"
            self._moved()
        else:
            self._go_on(job, lambda: self._read(job, article), lambda found: self._found(job, found))

    def _read(self, job: _Job, article: Article) -> tuple[ArticleReading, str]:
        job.step = f"reading {len(article.text):,} letters of"
        found = read_article(article, self._app.fetcher.ask(lexicon_for).result())
        return found, origins.fingerprint(article)

    def _found(self, job: _Job, found: tuple[ArticleReading, str]) -> None:
        """Put what was found into the inbox, and open it there."""
        reading, fingerprint = found
        author, kept = self._app.author(), []
        job.step = "saving"

        def keep(store: Repository) -> Kept:
            kept.append(Kept(store.inbox.keep(reading, fingerprint, author), len(reading.proposals)))
            return kept[-1]

        def done() -> None:
            self._job = None
            if kept:
                self._opened(kept[-1].reading.id)
            self._moved()

        self._app.change(keep, "", anytime=True, after=done)


def _raise(error: Exception) -> None:
    raise error
