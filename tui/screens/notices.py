"""The notices: what falls due, what is overdue, and what is new since the person last looked."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from store.domain.notices import Notices, Seen
from store.domain.typed import TYPE_CHECKING
from tui.commands.chosen import returning
from tui.commands.command import Where
from tui.commands.notices import COMMANDS
from tui.render.notices import label_of, notices_sheet
from tui.render.spans import Sheet
from tui.screens.view import ListView, bound

if TYPE_CHECKING:
    from tui.views.viewer import Fetch, Viewer


class NoticesScreen(ListView[Notices], inherit_bindings=False):
    """Lists what a person should know of; Enter shows the evidence of a thing."""

    NAME = "notices"
    PLACE = Where.NOTICES
    OWN = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = bound(OWN)

    def __init__(
        self,
        viewer: Viewer,
        fetch: Fetch[Notices],
        when: Callable[[Seen], str],
        mark: Callable[[Seen, Callable[[], object]], object],
    ) -> None:
        super().__init__(viewer, fetch)
        self._when, self._mark = when, mark
        self.verbs["mark_seen"] = self._mark_seen

    @property
    def about(self) -> str:
        """The thing that the highlighted line is about."""
        return label_of(self.lines.label)

    def draw(self, value: Notices, width: int) -> Sheet:
        """List the notices."""
        return notices_sheet(value, self._when(value.since.seen) if value.since is not None else "", width)

    def heading(self, value: Notices) -> str:
        """Count them."""
        return f"{len(value.due) + len(value.coming)} due, {len(value.overdue)} overdue"

    def chosen(self, label: str) -> None:
        """Show the evidence of the thing."""
        if label_of(label):
            self.viewer.evidence(label_of(label))

    def _mark_seen(self) -> None:
        value = self.value
        if value is None:
            return
        if value.now is None:
            self.tell(f"A day gone by is shown. {returning()}, which can be marked as seen.")
            return
        self._mark(value.now, self._marked)

    def _marked(self) -> None:
        if self.is_attached:
            self.tell("All of it is marked as seen.")
            self.look_again()
