"""What the screens of the journal need from outside, beside what every view does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from store.domain.typed import TYPE_CHECKING
from store.domain.undoing import EntryOpened, JournalFilter, JournalPage, Turning

if TYPE_CHECKING:
    from tui.views.viewer import Fetch


class Chronicle(Protocol):
    """Reads the journal, and takes entries back."""

    def page(
        self, wanted: JournalFilter, limit: int, before: int | None, taken: Callable[[JournalPage], object]
    ) -> None:
        """Read a stretch of the journal and hand it over."""

    def label(self, about: str, taken: Callable[[str], object], failed: Callable[[str], object]) -> None:
        """Spell the label of a thing as the record does, or say why that cannot be."""

    def entry(self, number: int) -> Fetch[EntryOpened]:
        """Make what fetches one entry."""

    def foresee(self, number: int, taken: Callable[[Turning | str], object]) -> None:
        """Have reckoned what taking an entry back would change; a sentence says why it cannot be."""

    def turn(self, seen: Turning) -> None:
        """Take an entry back as it was seen; what came of it is said."""
