"""Marks: the obligations that a person picked out to change together. They are kept by label until the app ends."""

from __future__ import annotations

from collections.abc import Iterable

from store.domain.typed import TYPE_CHECKING
from tui.render.obligations import ObligationSheet

if TYPE_CHECKING:
    from tui.panes.obligations import ObligationsPane


class Marks:
    """The marked obligations of a pane, in the order in which they were marked."""

    def __init__(self, pane: ObligationsPane) -> None:
        self._pane = pane
        self.labels: dict[str, None] = {}

    def turn(self, label: str) -> None:
        """Mark an obligation, or take its mark off."""
        if label in self.labels:
            del self.labels[label]
        else:
            self.labels[label] = None
        self._shown()

    def put(self, labels: Iterable[str]) -> None:
        """Mark these and no others."""
        self.labels.clear()
        self.labels.update(dict.fromkeys(labels))
        self._shown()

    def _shown(self) -> None:
        """Draw the rows anew whose marks changed, and count them in the border."""
        count = len(self.labels)
        self._pane.note = f"{count:,} marked" if count else ""
        sheet = self._pane.sheet
        if isinstance(sheet, ObligationSheet):
            self._pane.relooked(sheet.forget)
        self._pane.scrolled()
