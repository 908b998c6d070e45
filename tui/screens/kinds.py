"""The short list of kinds of things that can be added."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from store.domain.forms import FORMS
from tui.render.spans import Block, Line, Role, Sheet, fill, paragraph, put, spread
from tui.screens.seeking import SeekingScreen

_NAME = 12


class KindsScreen(SeekingScreen):
    """Asks which kind; Enter takes the highlighted one, letters narrow the list."""

    PLACEHOLDER = "which kind"
    HINT = "⏎ takes · ↑ ↓ move · Esc closes"
    STEPS: ClassVar[Mapping[str, int]] = MappingProxyType({"down": 1, "up": -1, "tab": 1, "shift+tab": -1})

    def __init__(self, kind: str, about: str = "") -> None:
        super().__init__()
        self._first = kind
        self.HEADING = f"Add{put(f' · {about} is highlighted' if about else '')[0]}"

    def on_mount(self) -> None:
        """Leave room for every kind."""
        self.query_one("#sheet").styles.height = len(FORMS) + 4

    def draw(self, width: int) -> Sheet:
        """List the kinds that fit what is typed."""
        start = self.words.strip().casefold()
        found = [form for form in FORMS.values() if start in form.kind] or [
            form for form in FORMS.values() if start in form.about
        ]
        if not found:
            return Sheet([Block(paragraph(f"No kind of thing is called “{self.words.strip()}”.", width, Role.MUTED))])
        blocks = []
        for form in found:
            here = self._first == form.kind and not start
            right: Line = (("here", Role.MUTED),) if here else ()
            line = spread(((fill(form.kind, _NAME), Role.STRONG), put(form.about, Role.MUTED)), right, width)
            blocks.append(Block((line,), form.kind))
        return Sheet(blocks)

    def lay_out(self, *, fresh: bool = False) -> None:
        """Show the kinds; the one that is most likely has the cursor first."""
        first = not self.listing.sheet.height
        super().lay_out(fresh=fresh)
        if first and self.listing.sheet.height:
            self.listing.select(self._first)
