"""The journal: every write, newest first, with who made it and what was there before; a stretch at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from store.domain.journal import JournalEntry
from store.domain.typed import TYPE_CHECKING
from store.domain.undoing import JournalFilter, JournalPage
from tui.commands.archive import JOURNAL
from tui.commands.command import Where
from tui.render.journal import filter_words, journal_sheet
from tui.render.spans import Sheet
from tui.screens.choosing import ALL, KINDS, Choosing
from tui.screens.turning import ask_turning
from tui.screens.view import ListView, bound

if TYPE_CHECKING:
    from tui.views.chronicle import Chronicle
    from tui.views.viewer import Viewer

STRETCH = 200
"""How many entries are fetched at a time."""
_AHEAD = 40
"""So many entries before the last one that is there, further ones are fetched."""


class JournalScreen(ListView[JournalPage], inherit_bindings=False):
    """Lists what was written; Enter shows an entry in full, x what undoing it would change."""

    NAME = "changes"
    PLACE = Where.JOURNAL
    LINES = "entry"
    OWN = JOURNAL
    WRITES = ("entry_undo",)
    BINDINGS: ClassVar[list[BindingType]] = bound(OWN)

    def __init__(self, viewer: Viewer, chronicle: Chronicle) -> None:
        super().__init__(viewer, self._first)
        self._chronicle = chronicle
        self._choosing = Choosing(self, chronicle)
        self._reaching = False
        """Whether further entries are on their way."""
        self.verbs |= {
            "by_person": self._choosing.ask_who,
            "by_thing": self._choosing.ask_thing,
            "by_day": self._choosing.ask_day,
            "entry_undo": self._undo,
        }

    @property
    def entry(self) -> JournalEntry | None:
        """The entry that the cursor is on."""
        entries = self.value.entries if self.value is not None else ()
        return next((entry for entry in entries if str(entry.id) == self.lines.label), None)

    @property
    def about(self) -> str:
        """The thing that the highlighted entry changed."""
        subject = self.entry.subject if self.entry else ""
        # what an import changed is many things, and is named in words
        return "" if any(char.isspace() or char == "/" for char in subject) else subject

    def draw(self, value: JournalPage, width: int) -> Sheet:
        """List the entries."""
        return journal_sheet(value.entries, width, value.undone, all_shown=self._choosing.wanted == ALL)

    def heading(self, value: JournalPage) -> str:
        """Say what is listed, and count it."""
        count = f"newest {len(value.entries):,}" if value.more else f"{len(value.entries):,}"
        return " · ".join((*filter_words(self._choosing.wanted), count))

    def chosen(self, label: str) -> None:
        """Show the entry in full."""
        self.viewer.open("entry", label)

    def _undo(self) -> None:
        if self.entry is not None:
            ask_turning(self, self._chronicle, self.entry.id)

    def begin_anew(self) -> None:
        """List what is chosen now, from the newest entry on."""
        self.value, self._reaching = None, False
        self.look_again()

    def _first(self, taken: Callable[[JournalPage], object]) -> None:
        held, wanted = len(self.value.entries) if self.value is not None else 0, self._choosing.wanted

        def take(page: JournalPage) -> None:
            if wanted == self._choosing.wanted:
                self._reaching = False
                taken(page)

        self._chronicle.page(wanted, max(STRETCH, held), None, take)

    def moved(self) -> None:
        """Fetch further entries where the cursor comes near the end of those that are there."""
        value = self.value
        near = self.lines.cursor >= len(self.lines.sheet.stops) - _AHEAD
        if value is None or not value.more or not near or self._reaching:
            return
        self._reaching, wanted = True, self._choosing.wanted
        self._chronicle.page(wanted, STRETCH, value.entries[-1].id, lambda page: self._reach(wanted, page))

    def _reach(self, wanted: JournalFilter, page: JournalPage) -> None:
        self._reaching = False
        value = self.value
        if value is None or wanted != self._choosing.wanted or not self.is_attached:
            return
        older = [entry for entry in page.entries if entry.id < value.entries[-1].id]
        self.value = page._replace(entries=(*value.entries, *older), undone=value.undone | page.undone)
        self.redraw()

    def refused(self, kind: str, text: str) -> str:
        """Say why an answer cannot be taken; empty where it can."""
        return self._choosing.refused(kind, text) if kind in KINDS else super().refused(kind, text)

    def answered(self, kind: str, text: str) -> None:
        """Choose by what was asked in the line at the foot."""
        if kind in KINDS:
            self._choosing.answered(kind, text)
        else:
            super().answered(kind, text)

    def back(self) -> None:
        """Take back the words, then one choice after the other; then go back."""
        if self.words or not self._choosing.back():
            super().back()
