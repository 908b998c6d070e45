"""The kept filters: apply one, keep the one of the board, let one go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from store.domain.typed import TYPE_CHECKING
from tui.commands import filters
from tui.commands.chosen import key_words
from tui.commands.command import Where
from tui.panes.prompt import Prompt
from tui.render.kept import kept_sheet
from tui.render.spans import Sheet
from tui.screens.view import ListView, bound

if TYPE_CHECKING:
    from tui.render.kept import Kept
    from tui.views.viewer import Fetch, Viewer

Change = Callable[[str, str | None], object]
"""Keeps a filter under a name; None lets go of the one kept there."""


class KeptScreen(ListView["Sequence[Kept]"], inherit_bindings=False):
    """Lists the filters; Enter applies one."""

    NAME = "filters"
    PLACE = Where.FILTERS
    OWN = filters.COMMANDS
    WRITES = ("keep", "drop")
    BINDINGS: ClassVar[list[BindingType]] = bound(OWN)

    def __init__(
        self, viewer: Viewer, fetch: Fetch[Sequence[Kept]], apply: Callable[[str], object], change: Change
    ) -> None:  # fmt: skip
        super().__init__(viewer, fetch)
        self._apply, self._change = apply, change
        self.verbs |= {"keep": self._keep, "drop": self._drop}

    @property
    def _kept(self) -> Kept | None:
        """The filter that the cursor is on."""
        return next((one for one in self.value or () if one.name == self.lines.label), None)

    @property
    def about(self) -> str:
        """Nothing of the record."""
        return ""

    def draw(self, value: Sequence[Kept], width: int) -> Sheet:
        """List the filters."""
        return kept_sheet(value, width)

    def heading(self, value: Sequence[Kept]) -> str:
        """Count them, and say which one the board has."""
        now = self.viewer.query.filter
        return f"{len(value):,}" + (f" · now /{now}" if now else "")

    def chosen(self, label: str) -> None:
        """Show the board with the filter."""
        del label
        kept = self._kept
        if kept is not None and kept.problem:
            self.tell(f"“{kept.name}” cannot be applied: {kept.problem}", warning=True)
        elif kept is not None:
            self.viewer.leave()
            self._apply(kept.words)

    def _keep(self) -> None:
        words = self.viewer.query.filter
        if self.viewer.refused(anytime=True):
            return
        if not words:
            narrows = key_words("filter", "/")
            self.tell(f"The board has no filter to keep: type one with {narrows} there first.", warning=True)
            return
        self.ask(Prompt("keep", f"keep /{words} as", self._kept.name if self._kept else "", selected=True))

    def _drop(self) -> None:
        if self._kept is not None and not self.viewer.refused(anytime=True):
            self.ask(Prompt("drop", f"let go of “{self._kept.name}”? y lets go, Esc keeps"))

    def answered(self, kind: str, text: str) -> None:
        """Keep or let go."""
        if kind == "keep" and text.strip():
            self._change(text, self.viewer.query.filter)
        elif kind == "drop" and self._kept is not None and text.strip().casefold() in ("y", "yes"):
            self._change(self._kept.name, None)
        else:
            super().answered(kind, text)
