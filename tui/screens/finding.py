"""The search through everything the store holds: as it is typed, by kind, best first; Enter goes there."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from store.domain.finding import Findings
from store.domain.typed import TYPE_CHECKING
from tui.commands import finding
from tui.commands.command import Where
from tui.messages import PromptChanged, PromptDropped
from tui.panes.prompt import Prompt
from tui.render.finding import NEXT, finding_sheet
from tui.render.spans import Sheet
from tui.screens.view import ListView, bound

if TYPE_CHECKING:
    from tui.views.viewer import Fetch, Viewer

Seek = Callable[[str], "Fetch[Findings]"]
"""Makes what looks for words."""


class FindScreen(ListView[Findings], inherit_bindings=False):
    """Finds words everywhere."""

    NAME = "find"
    PLACE = Where.FINDING
    OWN = finding.COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = bound(OWN)

    def __init__(self, viewer: Viewer, seek: Seek) -> None:
        super().__init__(viewer, self._look)
        self._seek_for = seek
        self.sought = ""
        """The words looked for, as they are typed."""
        self.verbs |= {"seek": self._ask}

    def _look(self, taken: Callable[[Findings], object]) -> None:
        sought = self.sought
        self._seek_for(sought)(lambda found: taken(found) if sought == self.sought else None)

    def on_mount(self) -> None:
        """Ask for words at once."""
        self.call_after_refresh(self._ask)

    def _ask(self) -> None:
        self.ask(Prompt("find", "find", self.sought, selected=True))

    @property
    def _hit(self) -> tuple[str, str]:
        """The kind of what the cursor is on, and what it is about."""
        kind, _, label = self.lines.label.partition(NEXT)
        groups = self.value.groups if self.value is not None else ()
        hits = (hit for group in groups for hit in group.hits if (hit.kind, hit.label) == (kind, label))
        return kind, next((hit.about for hit in hits), "")

    @property
    def about(self) -> str:
        """The label of what the cursor is on."""
        kind, about = self._hit
        return "" if kind in ("journal", "article") else about

    def draw(self, value: Findings, width: int) -> Sheet:
        """List what was found."""
        return finding_sheet(value, width)

    def heading(self, value: Findings) -> str:
        """Say what was looked for."""
        return f"“{' '.join(value.words)}”" if value.words else ""

    def chosen(self, label: str) -> None:
        """Go to what was found."""
        del label
        kind, about = self._hit
        if kind == "journal":
            self.viewer.open("journal")
        elif kind == "article":
            self.viewer.leave()
            self.otherwise("inbox")
        elif about:
            self.viewer.evidence(about)

    @on(PromptChanged)
    def _typed(self, event: PromptChanged) -> None:
        if event.kind == "find":
            event.stop()
            self.sought = event.text
            self.look_again()

    @on(PromptDropped)
    def _no_words(self, event: PromptDropped) -> None:
        if event.kind == "find" and not self.sought.strip():
            event.stop()
            self.close_overlay()
            self.dismiss(None)
