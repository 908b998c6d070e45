"""The ledger: both sides' figures of one commitment against each other, day by day, and what does not add up."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from store.domain.ledger import Column, Entry, LedgerPage
from store.domain.typed import TYPE_CHECKING
from tui.commands.command import Where
from tui.commands.ledger import COMMANDS
from tui.ledger_words import citation
from tui.render.ledger import Place, Row, empty_sheet, ledger_sheet, rows_of
from tui.render.spans import Sheet
from tui.screens.view import ListView, bound
from tui.wording import day_words

if TYPE_CHECKING:
    from tui.views.viewer import Fetch, Viewer


class LedgerScreen(ListView[LedgerPage], inherit_bindings=False):
    """Sets the figures of one commitment against each other; Enter shows the evidence of the marked one."""

    NAME = "ledger"
    PLACE = Where.LEDGER
    OWN = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = bound(OWN)

    def __init__(self, viewer: Viewer, about: str, fetching: Callable[[str], Fetch[LedgerPage]]) -> None:
        super().__init__(viewer, fetching(about))
        self._fetching = fetching
        self._column = Column.DEBTOR
        self._marked = ""
        """The row in which a figure was marked when it was drawn last."""
        self.verbs |= {
            "ledger": self.back,
            "gates": lambda: viewer.open("gates", self._commitment),
            "next_ledger": lambda: self._turn(self.value.following if self.value else None, "last"),
            "previous_ledger": lambda: self._turn(self.value.previous if self.value else None, "first"),
            "column_left": lambda: self._sideways(-1),
            "column_right": lambda: self._sideways(1),
        }

    @property
    def _row(self) -> Row | None:
        """The row that the cursor is on; None on what is no row of figures."""
        ledger = self.value.ledger if self.value else None
        rows = rows_of(ledger, self.lines.size.width) if ledger else []
        return next((row for row in rows if row.label == self.lines.label), None)

    @property
    def entry(self) -> Entry | None:
        """The figure that is marked."""
        row = self._row
        return row.at(self._column) if row else None

    @property
    def _commitment(self) -> str:
        """The label of the commitment that the ledger is of."""
        return self.value.ledger.standing.commitment.label if self.value and self.value.ledger else ""

    @property
    def about(self) -> str:
        """The claim that is marked, or the contradiction under the cursor; else the commitment."""
        entry, ledger = self.entry, self.value.ledger if self.value else None
        if entry is not None:
            return entry.claim.label or self._commitment
        disputed = {item.label for item in ledger.discrepancies} if ledger else set()
        return self.lines.label if self.lines.label in disputed else self._commitment

    def draw(self, value: LedgerPage, width: int) -> Sheet:
        """Lay the ledger out, with the figure under the cursor marked."""
        self._marked = self.lines.label
        if value.ledger is None:
            return empty_sheet(value.why, value.following, width)
        actors = self.board.actors if self.board else {}
        return ledger_sheet(value.ledger, actors, width, Place(self._marked, self._column))

    def heading(self, value: LedgerPage) -> str:
        """Name the commitment."""
        if value.ledger is None:
            return ""
        commitment = value.ledger.standing.commitment
        return f"{commitment.label} {commitment.what}"

    def redraw(self) -> None:
        """Draw anew, and mark the figure under the cursor where that is on another row by now."""
        super().redraw()
        self.moved()

    def moved(self) -> None:
        """Mark the figure under the cursor."""
        if self.lines.label != self._marked:
            self.lines.redraw()

    def chosen(self, label: str) -> None:
        """Show the evidence of the marked figure."""
        del label
        self.viewer.evidence(self.about)

    def cited(self) -> str:
        """Write the marked figure as a line with its source; elsewhere the lines as they are."""
        entry, ledger = self.entry, self.value.ledger if self.value else None
        if entry is None or ledger is None or self.board is None:
            return super().cited()
        return citation(entry, ledger, self.board.actors, day_words(self.board.moment.day))

    def _turn(self, label: str | None, end: str) -> None:
        """Show the ledger of another commitment, from its top."""
        if label is None:
            self.tell(f"This is the {end} commitment on the board." if self.value and self.value.ledger else "")
            return
        self._fetch = self._fetching(label)
        self.lines.move_to(0)
        self.look_again()

    def _sideways(self, by: int) -> None:
        """Mark the next figure of the row to a side."""
        row, entry = self._row, self.entry
        if row is None or entry is None:
            return
        columns = list(Column)
        place = columns.index(entry.column) + by
        while 0 <= place < len(columns) and row.entries[place] is None:
            place += by
        if 0 <= place < len(columns):
            self._column = columns[place]
            self.lines.redraw()
