"""What is under the cursor, on whatever screen: its label, how it is drawn, what sort of thing it is."""

from __future__ import annotations

from enum import StrEnum

from store.domain.board import Evidence
from store.domain.typed import TYPE_CHECKING, NamedTuple
from tui.panes.listing import Listing
from tui.render.frame import Pane
from tui.render.meanings import Kind
from tui.screens.dashboard import Dashboard
from tui.screens.view import View

if TYPE_CHECKING:
    from tui.overboard import OverBoardApp


class Pointed(NamedTuple):
    """What is under the cursor."""

    label: str = ""
    """Its label; empty where it has none."""
    row: str = ""
    """How it is drawn, line by line."""
    within: Evidence | None = None
    """The evidence in which it stands, where it stands in one."""
    kind: Kind | None = None
    """What it is, where it is no thing of the record."""
    blocks: bool = False
    """Whether its row says that it stands in the way of a round."""
    words: tuple[tuple[str, StrEnum], ...] = ()
    """States that the screen knows of it, each with the name of its axis."""


def pointed(app: OverBoardApp) -> Pointed:
    """Say what is under the cursor of the screen in front."""
    screen = app.screen
    if isinstance(screen, Dashboard):
        pane = screen.pane_widget()
        within = None
        if screen.trail.pane is Pane.EVIDENCE and screen.board is not None:
            within = screen.board.evidence
            return Pointed(pane.label or within.subject, row_of(pane), within)
        board, coming = screen.board, screen.trail.pane is Pane.NEXT
        blockers = board.outlook.gate.blockers if coming and board is not None and board.outlook.gate else ()
        return Pointed(pane.label, row_of(pane), blocks=pane.label in blockers)
    focused = screen.focused
    listing = focused if isinstance(focused, Listing) else None
    row = row_of(listing) if listing is not None else ""
    if isinstance(screen, View):
        if screen.about:
            return Pointed(screen.about, row)
        kind = Kind(screen.LINES) if screen.LINES and listing is not None and listing.label else None
        return Pointed(listing.label if kind is not None and listing is not None else "", row, kind=kind)
    return _in_the_inbox(app, listing, row)


def row_of(listing: Listing) -> str:
    """Return what is drawn where the cursor is."""
    stop = listing.stop
    if stop is None:
        return ""
    lines = (listing.sheet.line(y) for y in range(stop.top, stop.top + stop.height))
    return "\n".join("".join(text for text, _ in line) for line in lines)


def _in_the_inbox(app: OverBoardApp, listing: Listing | None, row: str) -> Pointed:
    """Say which proposal or article is highlighted."""
    from tui.screens.items import ItemsScreen
    from tui.screens.readings import ReadingsScreen

    screen = app.screen
    if isinstance(screen, ItemsScreen) and screen.item is not None:
        item = screen.item
        matches = (("to the record", match.kind) for match in item.matches)
        words: tuple[tuple[str, StrEnum], ...] = (("state", item.state), *dict.fromkeys(matches))
        return Pointed(item.number, row_of(screen.items), kind=Kind.PROPOSAL, words=words)
    if isinstance(screen, ReadingsScreen) and listing is not None and listing.label:
        return Pointed("", row, kind=Kind.READING)
    return Pointed("", row)
