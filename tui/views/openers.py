"""Every view by the command that opens it. What a view needs is loaded when it is opened for the first time.

An opener makes the screen of its view, about the thing that was highlighted where it needs one; where there is nothing
to show it returns a sentence that says why.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from store.domain.typed import TYPE_CHECKING
from store.errors import UnknownError

if TYPE_CHECKING:
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


OPENERS: dict[str, Opener] = {
    "journal": _journal,
    "ledger": _ledger,
    "gates": _gates,
    "entry": _entry,
    "sources": _sources,
    "source": _source,
}
