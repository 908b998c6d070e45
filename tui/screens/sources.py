"""The sources: every article on record, its day and how that is known, its origin, and what rests on it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from store.domain.library import Shelf
from store.domain.typed import TYPE_CHECKING
from tui.commands.archive import SOURCES
from tui.commands.command import Where
from tui.render.sources import sources_sheet
from tui.render.spans import Sheet
from tui.screens.view import ListView, bound

if TYPE_CHECKING:
    from tui.views.viewer import Fetch, Viewer


class SourcesScreen(ListView[Shelf], inherit_bindings=False):
    """Lists sources; Enter opens one."""

    NAME = "sources"
    PLACE = Where.SOURCES
    OWN = SOURCES
    WRITES = ("source_day",)
    BINDINGS: ClassVar[list[BindingType]] = bound(OWN)

    def __init__(self, viewer: Viewer, fetch: Fetch[Shelf]) -> None:
        super().__init__(viewer, fetch)
        self.by_origin = False
        """Whether sources that go back to one report stand together."""
        self.verbs |= {"by_origin": self._group, "source_day": self._redate}

    def draw(self, value: Shelf, width: int) -> Sheet:
        """List the sources."""
        return sources_sheet(value, width, by_origin=self.by_origin)

    def heading(self, value: Shelf) -> str:
        """Count them, and the reports they go back to."""
        number = len({one.source.origin for one in value.sources})
        shown = f"newest {len(value.sources):,} of {value.all:,}"
        count = f"{value.all:,}" if value.all == len(value.sources) else shown
        return f"{count} · {number:,} origin{'' if number == 1 else 's'}{', by origin' if self.by_origin else ''}"

    def chosen(self, label: str) -> None:
        """Open the source."""
        self.viewer.open("source", label)

    def _group(self) -> None:
        self.by_origin = not self.by_origin
        self.redraw()

    def _redate(self) -> None:
        found = self.value.sources if self.value is not None else ()
        source = next((one.source for one in found if one.source.label == self.lines.label), None)
        if source is not None:
            self.viewer.redate(source)
