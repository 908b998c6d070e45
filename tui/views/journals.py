"""What stands behind the screens of the journal: reads it, and takes entries back."""

from __future__ import annotations

from collections.abc import Callable

from store.domain.typed import TYPE_CHECKING
from store.domain.undoing import EntryOpened, JournalFilter, JournalPage, Turning
from tui.commands.chosen import redoing, undoing
from tui.fetcher import Kind

if TYPE_CHECKING:
    from tui.views.office import Views
    from tui.views.viewer import Fetch


class Journals:
    """Reads the journal in the thread that reads, and writes in the one that writes."""

    def __init__(self, views: Views) -> None:
        self._views = views

    def page(
        self, wanted: JournalFilter, limit: int, before: int | None, taken: Callable[[JournalPage], object]
    ) -> None:
        """Read a stretch of the journal and hand it over."""
        self._views.fetching(lambda store, _: store.archive.page(wanted, limit, before))(taken)

    def label(self, about: str, taken: Callable[[str], object], failed: Callable[[str], object]) -> None:
        """Spell the label of a thing as the record does, or say why that cannot be."""
        self._views.app.fetcher.wish(
            Kind.FINDING, lambda store: store.archive.label(about), taken, lambda error: failed(str(error))
        )

    def entry(self, number: int) -> Fetch[EntryOpened]:
        """Make what fetches one entry."""
        return self._views.fetching(lambda store, _: store.archive.entry(number))

    def foresee(self, number: int, taken: Callable[[Turning | str], object]) -> None:
        """Have reckoned what taking an entry back would change; a sentence says why it cannot be."""
        refusal, author = self._views.refusal(anytime=True), self._views.author
        if refusal:
            taken(refusal)
            return
        self._views.app.fetcher.wish(
            Kind.PREVIEW, lambda store: store.archive.turning(number, author), taken, lambda error: taken(str(error))
        )

    def turn(self, seen: Turning) -> None:
        """Take an entry back as it was seen; what came of it is said."""
        author = self._views.author
        way_back = redoing() if seen.action == "undo" else undoing()
        self._views.app.change(
            lambda store: store.archive.turn(seen.entry.id, author, seen), way_back, anytime=True
        )  # fmt: skip
