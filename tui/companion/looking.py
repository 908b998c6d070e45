"""What the person saw last of the store: noted when the dashboard is left, and said in one line when it opens again."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotDone

from store.domain.notices import Notices, Seen, Since, since_words
from store.domain.requests import BoardQuery
from store.domain.typed import TYPE_CHECKING
from store.errors import TalksError
from store.repository.notices import news, notices, seen_now
from tui.commands.chosen import key_words
from tui.noticing import kept_form, seen_last, when_words

if TYPE_CHECKING:
    from store.repository import Repository
    from tui.overboard import OverBoardApp

_PATIENCE = 0.5
"""Seconds that leaving waits for the store to say what there is to see."""


class Looking:
    """Knows what one person saw of one store."""

    def __init__(self, app: OverBoardApp) -> None:
        self._app = app
        self._person = app.author().name

    def read(self, store: Repository, query: BoardQuery) -> Notices:
        """Read the notices for a board's query. Raises TalksError."""
        return notices(store, query, seen_last(self._app.personal, store.path, self._person))

    def when(self, seen: Seen) -> str:
        """Say when the person last looked."""
        return when_words(seen, self._app.clock())

    def mark(self, seen: Seen, then: Callable[[], object]) -> None:
        """Note all of it as seen, then go on in the thread of the screen."""
        app, personal = self._app, self._app.personal
        if personal is None:
            app.tell("Nothing is kept beside this store, so nothing can be marked as seen.")
            return
        kept = kept_form(seen, app.clock())
        path = app.fetcher.ask(lambda store: store.path)

        def keep() -> None:
            personal.note_seen(path.result(), self._person, kept)
            app.call_from_thread(then)

        app.keep_aside(keep)

    def greet(self) -> None:
        """Say in one line what is new since; nothing where nobody looked before, or where nothing is."""
        app, query = self._app, BoardQuery(self._app.clock().date())

        def news_of(store: Repository) -> Since | None:
            seen = seen_last(app.personal, store.path, self._person)
            return news(store, query, seen) if seen is not None else None

        app.fetcher.ask(news_of).add_done_callback(self._read_first)

    def _read_first(self, read: Future[Since | None]) -> None:
        try:
            since = read.result()
        except TalksError:
            return  # the board says what is wrong with the store
        if since is not None and since.anything:
            words = f"{since_words(since, self.when(since.seen))} · {key_words('notices', 'n')} lists it"
            self._app.call_later(self._say, words)

    def _say(self, words: str) -> None:
        if not self._app.said_anything:
            self._app.tell(words)

    def note(self) -> None:
        """Note what there is to see now, unless the store takes long to say it."""
        app, personal = self._app, self._app.personal
        if personal is None or app.board is None:
            return
        query = BoardQuery(app.clock().date())
        try:
            path, seen = app.fetcher.ask(lambda store: (store.path, seen_now(store, query))).result(_PATIENCE)
            personal.note_seen(path, self._person, kept_form(seen, app.clock()))
        except (TalksError, NotDone, OSError):
            return  # what was seen before stays noted: too much is listed as new, never too little
