"""One entry of the journal in full: before and after, what it wrote, what became of it, what rests on it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from store.domain.typed import TYPE_CHECKING
from store.domain.undoing import EntryOpened
from tui.commands.archive import ENTRY
from tui.commands.command import Where
from tui.render.entry import ENTRY as ENTRY_MARK
from tui.render.entry import THING, entry_sheet
from tui.render.spans import Sheet
from tui.screens.turning import ask_turning
from tui.screens.view import ListView, bound

if TYPE_CHECKING:
    from tui.views.chronicle import Chronicle
    from tui.views.viewer import Viewer


class EntryScreen(ListView[EntryOpened], inherit_bindings=False):
    """Shows an entry; Enter leads on to what the cursor is on: an entry, or the evidence of a thing."""

    NAME = "entry"
    PLACE = Where.ENTRY
    OWN = ENTRY
    WRITES = ("entry_undo",)
    BINDINGS: ClassVar[list[BindingType]] = bound(OWN)

    def __init__(self, viewer: Viewer, chronicle: Chronicle, number: int) -> None:
        super().__init__(viewer, chronicle.entry(number))
        self.number = number
        self.verbs |= {
            "entry_undo": lambda: ask_turning(self, chronicle, number),
            "entry_subject": self._subject,
        }

    @property
    def about(self) -> str:
        """The thing that the cursor is on, else the one that the entry changed."""
        label = self.lines.label
        if label.startswith(THING):
            return label.removeprefix(THING)
        return self.value.entry.subject if self.value is not None else ""

    def draw(self, value: EntryOpened, width: int) -> Sheet:
        """Lay the entry out."""
        return entry_sheet(value, width)

    def heading(self, value: EntryOpened) -> str:
        """Name it."""
        entry = value.entry
        return f"{entry.id} · {entry.action} {entry.subject} by {entry.who}"

    def chosen(self, label: str) -> None:
        """Open the entry, or go to the evidence of the thing."""
        if label.startswith(ENTRY_MARK):
            self.viewer.open("entry", label.removeprefix(ENTRY_MARK))
        else:
            self.viewer.evidence(label.removeprefix(THING))

    def _subject(self) -> None:
        if self.value is not None:
            self.viewer.evidence(self.value.entry.subject)
