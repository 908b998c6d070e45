"""The gate board: what stands in the way of the rounds to come, on every reading side by side, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from store.domain.blocking import Blocker, GateBoard, GateGroup, HeldBack
from store.domain.typed import TYPE_CHECKING
from tui.commands.command import Where
from tui.panes.desk import Places
from tui.panes.proposals import DrawnPane, titled
from tui.render.frame import Box
from tui.render.gates import found_at, gates_sheet, why_sheet
from tui.render.spans import Line, Sheet
from tui.screens.view import ListView, bound

if TYPE_CHECKING:
    from tui.views.viewer import Fetch, Viewer

BESIDE = 132
"""Columns from which the reasons stand beside the rows, and not below them."""
_SHORT = 16
"""Lines below which there is no room for the reasons."""


class GatesScreen(ListView[GateBoard], inherit_bindings=False):
    """Lists what gates require; Enter shows the evidence of the commitment, the pane beside it says why it counts."""

    NAME = "blockers"
    PLACE = Where.GATES
    BINDINGS: ClassVar[list[BindingType]] = bound()

    def __init__(self, viewer: Viewer, fetch: Fetch[GateBoard], about: str = "") -> None:
        super().__init__(viewer, fetch)
        self._wanted = about
        """The commitment that the cursor goes to once there are rows."""
        self.why = DrawnPane("why", self._why_sheet, self._why_title)
        self.verbs |= {"gates": self.back, "next_pane": self._other, "previous_pane": self._other}

    @property
    def _found(self) -> tuple[HeldBack, GateGroup, Blocker | None] | None:
        return found_at(self.value, self.lines.label) if self.value else None

    @property
    def about(self) -> str:
        """The commitment, or the gate, under the cursor."""
        return self.lines.label.rpartition(":")[2]

    def parts(self) -> Iterable[Widget]:
        """Make the rows and the reasons."""
        return (self.lines, self.why)

    def between(self, body: Box) -> Places:
        """Put the reasons beside the rows, on a narrow screen below them."""
        if body.width >= BESIDE:
            left = body.width * 3 // 5
            return {
                "lines": Box(body.x, body.y, left, body.height),
                "why": Box(body.x + left, body.y, body.width - left, body.height),
            }
        if body.height < _SHORT:
            return {"lines": body}
        below = max(9, body.height * 2 // 5)
        return {
            "lines": Box(body.x, body.y, body.width, body.height - below),
            "why": Box(body.x, body.y + body.height - below, body.width, below),
        }

    def draw(self, value: GateBoard, width: int) -> Sheet:
        """List the gates and what they require."""
        if self.board is None:
            return Sheet(())
        return gates_sheet(value, self.board.actors, self.board.reading, width)

    def heading(self, value: GateBoard) -> str:
        """Count what blocks on the reading of the board."""
        count = len(
            {b.label for held, _, b in value.blockers if held.round and b.blocks_on(held.readings, self._reading)}
        )
        return f"{count:,} on this reading" if value.held else ""

    @property
    def _reading(self) -> str:
        return self.board.reading.name if self.board else ""

    def redraw(self) -> None:
        """Draw rows and reasons anew."""
        super().redraw()
        if self._wanted and self.value is not None and self.lines.size.width:
            wanted, self._wanted = self._wanted, ""
            stops = (stop.label for stop in self.lines.sheet.stops)
            self.lines.select(next((label for label in stops if label.rpartition(":")[2] == wanted), ""))
        self.moved()

    def moved(self) -> None:
        """Say why for the row under the cursor, from the top."""
        self.why.top = 0
        self.why.redraw()

    def _other(self) -> None:
        """Give the keys to the other pane, so that long reasons can be read on."""
        if self.lines.has_focus and self.why.size.width > 0:
            self.why.focus()
        else:
            self.lines.focus()

    def chosen(self, label: str) -> None:
        """Show the evidence of the commitment."""
        del label
        self.viewer.evidence(self.about)

    def cited(self) -> str:
        """Write the row and its reasons as one line."""
        sheet = self.why.sheet
        reasons = " ".join("".join(text for text, _ in sheet.line(y)).strip() for y in range(sheet.height))
        return f"{self.about}: {' '.join(reasons.split())}" if self.about else ""

    def _why_sheet(self, width: int) -> Sheet:
        actors = self.board.actors if self.board else {}
        return why_sheet(self._found, actors, width)

    def _why_title(self) -> Line:
        return titled("Why", self.about)
