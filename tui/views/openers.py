"""Every view by the command that opens it. What a view needs is loaded when it is opened for the first time.

An opener makes the screen of its view, about the thing that was highlighted where it needs one; where there is nothing
to show it returns a sentence that says why. One that has put its screens up itself returns nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from store.domain.typed import TYPE_CHECKING
from store.errors import UnknownError

if TYPE_CHECKING:
    from store.domain.course import DeliveryCourse
    from store.domain.drift import Drift
    from store.domain.requests import BoardQuery
    from store.reading.record.shelved import SourceOpened
    from store.repository import Repository
    from tui.views.office import Views

Opener = Callable[["Views", str], Screen[None] | str]


def _journal(views: Views, _about: str) -> Screen[None] | str:
    from tui.screens.journal import JournalScreen
    from tui.views.journals import Journals

    return JournalScreen(views, Journals(views))


def _entry(views: Views, about: str) -> Screen[None] | str:
    from tui.screens.entry import EntryScreen
    from tui.views.journals import Journals

    return EntryScreen(views, Journals(views), int(about))


def _sources(views: Views, _about: str) -> Screen[None] | str:
    from tui.screens.sources import SourcesScreen

    return SourcesScreen(views, views.fetching(lambda store, query: store.archive.sources(query)))


def _source(views: Views, about: str) -> Screen[None] | str:
    from tui.screens.source import SourceScreen

    def read(store: Repository, query: BoardQuery) -> SourceOpened | str:
        try:
            return store.archive.source(about, query)
        except UnknownError as error:
            return str(error)

    return SourceScreen(views, views.fetching(read))


def _ledger(views: Views, about: str) -> Screen[None] | str:
    from store.repository.ledgers import read_ledger_page
    from tui.screens.ledger import LedgerScreen

    if not about:
        return "Put the cursor on an obligation: a ledger is kept of one commitment."
    return LedgerScreen(
        views, about, lambda label: views.fetching(lambda store, query: read_ledger_page(store, label, query))
    )


def _gates(views: Views, about: str) -> Screen[None] | str:
    from store.repository.gates import read_gate_board
    from tui.screens.gates import GatesScreen

    return GatesScreen(views, views.fetching(read_gate_board), about)


def _timeline(views: Views, _about: str) -> Screen[None] | str:
    from store.repository.timeline import timeline
    from tui.screens.timeline import TimelineScreen

    return TimelineScreen(views, lambda span: views.fetching(lambda store, query: timeline(store, query, span)))


def _drift(views: Views, about: str) -> Screen[None] | str:
    from store.repository.courses import drift
    from tui.screens.drift import DriftScreen

    def read(store: Repository, query: BoardQuery, label: str | None) -> Drift:
        try:
            found = drift(store, query, label)
        except UnknownError:  # of a day on which the round was not spoken of yet, the round that was next then
            found = drift(store, query)
        if found.charted:
            import tui.panes.plot  # noqa: F401 - it takes a while to load, which the thread of the screen has no time for
        return found

    rounds = views.board.rounds if views.board is not None else ()
    label = next((s.round.label for s in rounds if s.round.label == about and not s.round.meeting), None)
    return DriftScreen(views, lambda label: views.fetching(lambda store, query: read(store, query, label)), label)


def _progress(views: Views, about: str) -> Screen[None] | str:
    from store.repository.courses import course
    from tui.screens.progress import ProgressScreen

    rounds = views.board.rounds if views.board is not None else ()
    if not about or any(standing.round.label == about for standing in rounds):
        return "Put the cursor on an obligation first: the chart is about one."

    def read(store: Repository, query: BoardQuery) -> DeliveryCourse:
        found = course(store, query, about)
        if any(one.counted for one in found.courses):
            import tui.panes.plot  # noqa: F401 - it takes a while to load, which the thread of the screen has no time for
        return found

    return ProgressScreen(views, views.fetching(read))


def _notices(views: Views, _about: str) -> Screen[None] | str:
    from tui.screens.notices import NoticesScreen

    looking = views.app.looking
    return NoticesScreen(views, views.fetching(looking.read), looking.when, looking.mark)


def _add(views: Views, about: str) -> str:
    from tui.views.recording import add

    return add(views, about)


def _edit(views: Views, about: str) -> str:
    from tui.views.recording import edit

    return edit(views, about)


def _find(views: Views, _about: str) -> Screen[None] | str:
    from store.repository.choices import Choices
    from tui.screens.finding import FindScreen

    return FindScreen(
        views, lambda words: views.fetching(lambda store, query: Choices(store).find(words, query))
    )  # fmt: skip


def _filters(views: Views, _about: str) -> Screen[None] | str:
    from store.repository.choices import Choices
    from tui.messages import FilterWanted
    from tui.screens.kept import KeptScreen

    def change(name: str, words: str | None) -> None:
        author = views.author
        views.app.change(
            lambda store: Choices(store).drop(name) if words is None else Choices(store).keep(name, words, author),
            "",
            anytime=True,
        )

    fetch = views.fetching(lambda store, query: Choices(store).filters(query))
    return KeptScreen(views, fetch, lambda words: views.app.post_message(FilterWanted(words)), change)


ABOUT_ONE = ("ledger", "progress", "entry", "source")
"""The views that are about one thing, so that there is another one for another thing."""
OPENERS: dict[str, Opener] = {
    "journal": _journal,
    "ledger": _ledger,
    "gates": _gates,
    "entry": _entry,
    "sources": _sources,
    "source": _source,
    "timeline": _timeline,
    "drift": _drift,
    "progress": _progress,
    "notices": _notices,
    "add": _add,
    "edit": _edit,
    "find": _find,
    "filters": _filters,
}
