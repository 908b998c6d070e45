"""How an article is read into the inbox from its screens: asked for in a line, its day too where it names none."""

from __future__ import annotations

from textual import on
from textual.timer import Timer

from store.domain.typed import TYPE_CHECKING
from tui.messages import PromptAnswered, PromptDropped
from tui.panes.prompt import Prompt
from tui.refusals import open_read_only
from tui.render.spans import Line, Role, put
from tui.screens.inboxed import InboxPage
from tui.wording import day_words

if TYPE_CHECKING:
    from tui.inbox.clerk import Clerk

_TICK = 0.25
"""Seconds between looks how far the reading is."""
_HINT = ("  a file or an address · ⏎ reads it, Esc gives up", Role.MUTED)


class InboxBase(InboxPage, inherit_bindings=False):
    """A page of the inbox from which articles are read."""

    def __init__(self, clerk: Clerk) -> None:
        super().__init__(clerk)
        self.verbs["read"] = self._ask_article
        self._ticking: Timer | None = None

    def on_screen_resume(self) -> None:
        """Show how it is now, and go on with what was being read."""
        self.look_again()
        self.follow_reading()

    def follow_reading(self) -> None:
        """Say how far the reading is, as long as it lasts; ask for the day where it is missing."""
        if self.clerk.reads.wants_day and self.over is None:
            self._ask_day()
        if self._ticking is None and self.clerk.reads.words:
            self._ticking = self.set_interval(_TICK, self._tick)
        self.draw_edges()

    def _tick(self) -> None:
        self.draw_edges()
        if not self.clerk.reads.words and self._ticking is not None:
            self._ticking.stop()
            self._ticking = None

    def _ask_article(self) -> None:
        if self.clerk.read_only:
            self.tell(open_read_only("nothing can be read into its inbox"), warning=True)
        elif self.clerk.reads.words:
            self.tell("An article is being read; Esc cancels it.")
        else:
            self.ask(Prompt("article", "read", "", lambda text, _: () if text else (_HINT,)))

    def _ask_day(self) -> None:
        self.ask(Prompt("day", "published on", "", self._day_echo))

    def _day_echo(self, text: str, _width: int) -> Line:
        if not text.strip():
            return (("  the article names no day · ⏎ goes on without, Esc gives up", Role.MUTED),)
        read = self.clerk.reads.read_day(text)
        if read.day is None:
            return (put(f"  {read.refusal}", Role.WARN),)
        return (put(f"  = {day_words(read.day, weekday=True)}", Role.ACCENT),)

    @on(PromptAnswered)
    def _answered(self, event: PromptAnswered) -> None:
        event.stop()
        if event.kind == "day":
            refusal = self.clerk.reads.read_day(event.text).refusal
            if refusal and event.text.strip():
                if isinstance(self.over, Prompt):
                    self.over.refuse(refusal)
                return
            self.close_overlay()
            self.clerk.reads.on_day(event.text)
        else:
            self.close_overlay()
            if event.text.strip():
                self.clerk.reads.begin(event.text.strip())
        self.follow_reading()

    @on(PromptDropped)
    def _dropped(self, event: PromptDropped) -> None:
        event.stop()
        self.close_overlay()
        if event.kind == "day":
            self.clerk.reads.cancel()
            self.tell("The article was not read.")
