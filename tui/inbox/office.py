"""The office behind the inbox: fetches in the fetcher's thread, writes in the writer's, and shows what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from store.domain.typed import TYPE_CHECKING, NamedTuple
from tui.commands.chosen import undoing
from tui.commands.inbox import joining, waiting_again
from tui.fetcher import Kind
from tui.inbox.clerk import Changes, Looks, Place, Reads
from tui.inbox.reading import ArticleReader
from tui.screens.items import ItemsScreen
from tui.screens.readings import ReadingsScreen
from tui.screens.taking import InboxBase

if TYPE_CHECKING:
    from store.domain.requests import Author
    from store.domain.rounds import RoundStanding
    from store.reading.proposals import Content, Said
    from store.reading.record.inbox import Item, Opened, Reading
    from store.repository import Repository
    from store.repository.inbox import Inbox
    from tui.editor import EditingApp
    from tui.messages import Found


class Done(NamedTuple):
    """What a change in the inbox came to."""

    sentence: str


class Looking:
    """Fetches for the screens of the inbox."""

    def __init__(self, app: EditingApp) -> None:
        self._app = app

    def readings(self, taken: Callable[[list[Reading]], object]) -> None:
        """Fetch the articles that were read."""
        self._app.fetcher.wish(Kind.INBOX, lambda store: store.inbox.readings(), taken, self._app.complain)

    def opened(self, number: int, taken: Callable[[Opened], object]) -> None:
        """Fetch an article with what is proposed from it."""
        self._app.fetcher.wish(Kind.INBOX, lambda store: store.inbox.reading(number), taken, self._app.complain)

    def preview(self, items: Sequence[Item], taken: Callable[[str, bool], object]) -> None:
        """Say what accepting items would change; why it cannot be, where that is so."""
        author = self._app.author()
        self._app.fetcher.wish(
            Kind.PREVIEW,
            lambda store: store.inbox.preview(items, author).words,
            lambda words: taken(words, True),
            lambda error: taken(str(error), False),
        )

    def find(self, words: str, found: Callable[[Found], object]) -> None:
        """Look commitments up by label or words."""
        self._app.find(words, found)


class Changing:
    """Writes for the screens of the inbox; whatever comes of it, they are shown as it is then."""

    def __init__(self, app: EditingApp, after: Callable[[], object]) -> None:
        self._app, self._after = app, after

    def _change(self, work: Callable[[Inbox], object], words: str, failed: Callable[[], object] | None = None) -> None:
        def write(store: Repository) -> Done:
            work(store.inbox)
            return Done(words)

        self._app.change(write, "", failed, after=self._after, anytime=True)

    def accept(self, items: Sequence[Item]) -> None:
        """Write items into the record, as one change."""
        author = self._app.author()
        self._app.change(
            lambda store: store.inbox.accept(items, author), undoing(), after=self._after, anytime=True
        )  # fmt: skip

    def drop(self, items: Sequence[Item], *, restore: bool) -> None:
        """Put items aside, or let them wait again."""
        names = ", ".join(item.number for item in items)

        def work(inbox: Inbox) -> None:
            for item in items:
                (inbox.restore if restore else inbox.drop)(item)

        waits = "waits" if len(items) == 1 else "wait"
        self._change(work, f"{names} {waits} again" if restore else f"dropped {names} · {waiting_again()}")

    def edit(self, item: Item, content: Content, said: Said, failed: Callable[[], object]) -> None:
        """Change what an item says and who says it."""
        self._change(lambda inbox: inbox.edit(item, content, said), f"corrected {item.number}", failed)

    def split(self, item: Item) -> None:
        """Make two items of one that goes both ways, or one of two halves."""
        if item.half_of is not None:
            self._change(lambda inbox: inbox.join(item), "joined the halves again")
        else:
            self._change(lambda inbox: inbox.split(item), f"split {item.number} · {joining()}")

    def link(self, item: Item, label: str | None) -> None:
        """Say what an item is about."""
        about = f"is about {label}" if label is not None else "is about what it is matched with"
        self._change(lambda inbox: inbox.link(item, label), f"{item.number} {about}")

    def same_as(self, reading: Reading, source: str | None) -> None:
        """Say which source goes back to the same report as an article."""
        words = f"counts as one origin with {source}" if source is not None else "counts as an origin of its own"
        self._change(lambda inbox: inbox.same_as(reading.id, source), f"the article {words}")

    def take_back(self, item: Item, *, whole: bool) -> None:
        """Take an item out of the record, alone or with what was accepted with it."""
        author: Author = self._app.author()
        self._app.change(
            lambda store: store.inbox.take_back(item, author, whole=whole), "", after=self._after, anytime=True
        )  # fmt: skip

    def undo(self) -> None:
        """Take the last change of the record back."""
        self._app.on_undo_wanted(anytime=True)

    def redo(self) -> None:
        """Do again what was undone."""
        self._app.on_redo_wanted(anytime=True)


class Office:
    """Everything that the screens of the inbox need from outside."""

    def __init__(self, app: EditingApp) -> None:
        self._app = app
        self.place = Place()
        self.looks: Looks = Looking(app)
        self.changes: Changes = Changing(app, self.look_again)
        self.reads: Reads = ArticleReader(app, self._read, self._moved)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return bool(self._app.refusal(anytime=True))

    @property
    def rounds(self) -> Sequence[RoundStanding]:
        """The rounds of the board."""
        return self._app.board.rounds if self._app.board is not None else ()

    @property
    def settling(self) -> bool:
        """Whether something that was asked for is not shown yet."""
        screen = self._screen()
        return self.reads.busy or (isinstance(screen, ItemsScreen) and screen.settling)

    def open(self) -> None:
        """Open the inbox where it was left."""
        if self._screen() is None:
            self._app.push_screen(ReadingsScreen(self))

    def leave(self) -> None:
        """Go back to the board, whatever is open over it."""
        first = next((i for i, screen in enumerate(self._app.screen_stack) if isinstance(screen, InboxBase)), None)
        if first is not None:
            for _ in self._app.screen_stack[first:]:
                self._app.pop_screen()

    def look_again(self) -> None:
        """Show what lies in the inbox now."""
        screen = self._screen()
        if screen is not None:
            screen.look_again()

    def _screen(self) -> InboxBase | None:
        """Return the page of the inbox that is in front, also under a question."""
        pages = (screen for screen in reversed(self._app.screen_stack) if isinstance(screen, InboxBase))
        return next(pages, None)

    def _moved(self) -> None:
        screen = self._screen()
        if screen is not None:
            screen.follow_reading()

    def _read(self, number: int) -> None:
        """Open an article that was just read, unless the inbox was left or something is asked."""
        if not isinstance(self._app.screen, InboxBase):
            return
        page = self._screen()
        if isinstance(page, ItemsScreen):
            if page.number == number:
                page.look_again()
                return
            self._app.pop_screen()
            page = self._screen()
        if isinstance(page, ReadingsScreen):
            self._app.call_later(partial(page.open, number))
