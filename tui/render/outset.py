"""How the dashboard opens: its look, its layout, the pane that has the keys, and what is highlighted."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from store.domain.typed import NamedTuple
from tui.render.frame import AUTOMATIC, Layout, Pane


class Outset(NamedTuple):
    """What the first painting is made by, and everything after it until the person chooses otherwise."""

    theme: str = "dark"
    """The name of a palette."""
    encoding: str = ""
    """Where only plain signs can be drawn: the encoding whose letters can be shown too. Empty: all signs can."""
    layout: Layout = AUTOMATIC
    pane: Pane = Pane.OWED
    """The pane that has the keys."""
    cursors: Mapping[Pane, str] = MappingProxyType({})
    """What is highlighted in panes, where that is not the first thing in them."""


BY_ITSELF = Outset()
"""How it opens where nobody chose anything."""
