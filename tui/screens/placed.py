"""The dashboard's parts and where they lie: panes, edges, the list and the line that open over them."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size

from store.domain.board import Board
from store.domain.typed import TYPE_CHECKING
from tui.messages import KeysAwaited
from tui.panes.changes import ChangesPane
from tui.panes.desk import Drag, DragDesk, Places, places_of
from tui.panes.edges import Clickable
from tui.panes.evidence import EvidencePane
from tui.panes.obligations import ObligationsPane
from tui.panes.outlook import OutlookPane
from tui.panes.pane import BoardPane
from tui.panes.rounds import RoundsPane
from tui.panes.strips import OneLine
from tui.render.frame import Box, Frame, Pane, frame
from tui.render.outset import BY_ITSELF, Outset
from tui.screens.base import BoardScreen
from tui.screens.edges import Edges
from tui.screens.trail import Trail

if TYPE_CHECKING:
    from tui.commands.footer import Situation

_PICKER_WIDTH = 62
_FIRST = "-first"
"""The class of the pane that has the keys at first."""
_LEADING = (Pane.OWED, Pane.ROUNDS, Pane.NEXT)
"""The panes whose cursor the evidence follows from one time to the next."""


class PlacedScreen(BoardScreen, inherit_bindings=False):
    """A screen that lays itself out by the frame, and knows which pane has the keys."""

    AUTO_FOCUS = f".{_FIRST}"

    def __init__(self, *, read_only: bool, outset: Outset = BY_ITSELF) -> None:
        super().__init__()
        self.trail = Trail(outset.pane, outset.layout)
        self._outset = outset
        self._awaiting = True
        """Whether no pane had the keys yet."""
        self.obligations = ObligationsPane()
        self._panes: dict[Pane, BoardPane] = {}
        self._lines: tuple[OneLine, ...] = ()
        """Masthead, row of panes and keys."""
        self._edges = Edges(self, self.trail, read_only=read_only)

    def compose(self) -> ComposeResult:
        """Make the panes and the edges; the frame places them."""
        evidence = EvidencePane().data_bind(BoardScreen.behind)
        panes = [RoundsPane(), self.obligations, OutlookPane(), evidence, ChangesPane()]
        self._panes = {pane.PANE: pane for pane in panes}
        self._panes[self._outset.pane].add_class(_FIRST)
        for pane, label in self._outset.cursors.items():
            self._panes[pane].await_label(label)
        header = OneLine(self._edges.masthead, id="header")
        tabs, footer = Clickable(self._edges.tabs, id="tabs"), Clickable(self._edges.keys, id="footer")
        self._lines = (header, tabs, footer)
        # the footer first, where the line comes that takes its place
        yield DragDesk(
            footer,
            header,
            tabs,
            *(pane.data_bind(board=BoardScreen.board) for pane in panes),
            OneLine(self._edges.notice, id="notice"),
            place=self._places,
            grip=self.grip,
        )

    def _places(self, size: Size) -> Places:
        around = frame(*size, self.trail.pane, zoomed=self.trail.zoomed, layout=self.trail.layout)
        places = places_of(around)
        if around.footer is None:
            return places
        if self.over is not None and self.over.id == "prompt":
            places["prompt"] = places.pop("footer")
        elif self.over is not None:
            from tui.panes.picking import RowPicker

            if isinstance(self.over, RowPicker):
                places["picker"] = self._beside_row(around, around.footer, self.over.lines)
        return places

    def _beside_row(self, around: Frame, footer: Box, lines: int) -> Box:
        from tui.render.picker import picker_box

        pane = self.obligations
        owed = around.panes.get(Pane.OWED, Box(0, 1, footer.width, footer.y - 1))
        row = owed.y + 1 + (pane.stop.top - pane.top if pane.stop else 0)
        return picker_box(Box(owed.x + 1, 1, owed.width - 2, footer.y - 1), row, lines, _PICKER_WIDTH)

    def place_anew(self) -> None:
        """Lay everything out again: a pane, a list or a line came or went."""
        # Only the refresh of a child makes its parent place its children anew.
        self._lines[0].refresh(layout=True)
        self.draw_edges()

    def whereabouts(self) -> tuple[Pane, dict[Pane, str]]:
        """Return the pane that leads, and what is highlighted where that is not what would be by itself."""
        shown = [pane for pane in _LEADING if pane not in self.trail.layout.hidden] or [Pane.OWED]
        home = next((pane for pane in shown if self._panes[pane].leads), shown[0])
        before = self.board is not None and self.board.page.more_before
        highlighted = {}
        for pane in _LEADING:
            widget = self._panes[pane]
            first = widget.cursor == 0 and not (pane is Pane.OWED and before)
            if widget.label and (not first or (pane is home and pane is not Pane.OWED)):
                highlighted[pane] = widget.label
        return home, highlighted

    def grip(self, x: int, y: int) -> Drag | None:
        """Return what moves the thing at a cell; here nothing can be moved."""
        del x, y
        return None

    def draw_edges(self) -> None:
        """Draw the edges anew where they say something else."""
        for edge in self._lines:
            edge.redraw()

    def watch_board(self, before: Board | None, board: Board | None) -> None:
        """Draw the edges for the board, unless only the evidence is another."""
        if board is None or not self.is_attached:
            return
        if before is None or before._replace(evidence=board.evidence) != board:
            self.draw_edges()

    @property
    def situation(self) -> Situation:
        """What decides which commands can be given now."""
        return self._edges.situation(self.board)

    def pane_widget(self, pane: Pane | None = None) -> BoardPane:
        """Return a pane, or the one that has the keys."""
        return self._panes[pane or self.trail.pane]

    def go(self, pane: Pane) -> None:
        """Move to a pane."""
        self.set_focus(self.pane_widget(pane), scroll_visible=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Note which pane has the keys; where one pane is shown at a time, it is shown now."""
        if self._awaiting:
            self._awaiting = False
            self.app.post_message(KeysAwaited())
        if isinstance(event.widget, BoardPane) and event.widget.PANE is not Pane.EVIDENCE:
            for pane in self._panes.values():
                pane.leads = pane is event.widget
        if isinstance(event.widget, BoardPane) and event.widget.PANE is not self.trail.pane:
            places = self._places(self.size)
            self.trail.pane = event.widget.PANE
            if self._places(self.size) == places:
                self.draw_edges()
            else:
                self.place_anew()
