"""Where the person is and came from: the pane, the zoom, and what was opened inside the evidence."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.render.frame import AUTOMATIC, Layout, Pane


@dataclass(slots=True)
class Trail:
    """The way back, one step for each Esc."""

    pane: Pane = Pane.OWED
    layout: Layout = AUTOMATIC
    """What the person wants to lie otherwise than it does by itself."""
    zoomed: bool = False
    origin: Pane | None = None
    """The pane from which the evidence was opened over the whole screen."""
    subjects: list[str] = field(default_factory=list)
    """What the evidence was about before something inside it was opened."""
