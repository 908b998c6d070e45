"""Correcting the day on which a source was published: a day typed, and what it moves listed before it is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from store.domain.model import Source
from store.domain.redating import NewDay, Redating
from tui.messages import RedatingWanted
from tui.panes.prompt import SafeInput
from tui.panes.strips import OneLine
from tui.phrasing import DayRead
from tui.publication import read_published
from tui.render.frame import too_small
from tui.render.redating import redating_sheet, source_line
from tui.render.spans import Line, Role, Sheet, fit, put
from tui.screens.seeking import SeekingScreen
from tui.screens.sheet import SheetListing
from tui.wording import day_words

Preview = Callable[[NewDay], Redating | str]
"""Lists what a day would move, or says in a sentence why it cannot be."""
_TURNS = {"tab": 1, "shift+tab": -1}
"""Keys that go on to another source."""


class RedatingScreen(SeekingScreen):
    """Asks for the day; Enter hands it back as something to save, with the list that was seen."""

    HEADING = "Correct the day of publication"

    def __init__(self, sources: Sequence[Source], preview: Preview, text: str = "") -> None:
        super().__init__()
        self._sources = sources
        self._preview = preview
        self._place = 0
        self.words = text
        self._new: NewDay | None = None
        """The correction that Enter saves; None where there is none yet."""
        self._refusal = ""

    def compose(self) -> ComposeResult:
        """Lay source, day and echo over the list."""
        with Vertical(id="sheet") as sheet:
            sheet.border_title = Content(self.HEADING)
            more = " · Tab another source" if len(self._sources) > 1 else ""
            sheet.border_subtitle = Content(f"⏎ saves{more} · ↑ ↓ move · Esc closes")
            yield OneLine(self._source, id="source")
            yield SafeInput(self.words, placeholder="the right day: 2025-06-24", compact=True, id="search")
            yield OneLine(self._echo, id="echo")
            yield SheetListing(id="lines")

    @property
    def source(self) -> Source:
        """The source whose day is corrected."""
        return self._sources[self._place]

    def _source(self, width: int) -> Line:
        return fit(source_line(self.source, self._place + 1, len(self._sources)), width)

    def _read(self) -> DayRead:
        return read_published(self.words, self.source.published)

    def _echo(self, width: int) -> Line:
        if not self.words.strip():
            return ()
        read = self._read()
        if self._refusal or read.day is None:
            return fit((put(self._refusal or read.refusal, Role.WARN),), width)
        return fit((put(f"= {day_words(read.day, weekday=True)}", Role.ACCENT),), width)

    def draw(self, width: int) -> Sheet:
        """List what the day that is typed moves and leaves."""
        self._new = None
        day = self._read().day if self.words.strip() else None
        if day is None:
            return redating_sheet("What hangs on the day is listed here once it is typed. Nothing is saved yet.", width)
        new = NewDay(self.source.label, day)
        found = self._preview(new)
        if isinstance(found, Redating):
            self._new = new._replace(seen=found)
        return redating_sheet(found, width)

    def lay_out(self, *, fresh: bool = False) -> None:
        """Show the list for the day and the width."""
        self._refusal = ""
        super().lay_out(fresh=fresh)
        for line in self.query(OneLine):
            line.refresh()

    def on_key(self, event: events.Key) -> None:
        """Move in the list, and on to another source, while the day keeps the other keys."""
        if event.key not in _TURNS:
            super().on_key(event)
            return
        event.stop()
        event.prevent_default()
        self._place = (self._place + _TURNS[event.key]) % len(self._sources)
        self.lay_out(fresh=True)

    def entered(self) -> None:
        """Save what the day comes to, or say why nothing is saved."""
        if too_small(*self.app.size):
            return
        if self._new is None:
            self._refusal = self._refusal or "nothing to save yet"
            self.query_one("#echo").refresh()
            return
        self.app.post_message(RedatingWanted(self._new))
        self.dismiss(None)
