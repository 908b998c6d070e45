"""What views have in common: one listing of what was fetched, words that narrow it, the day, the way back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from store.domain.typed import TYPE_CHECKING
from tui.commands.command import Command, Where
from tui.commands.view import view_bindings, view_hints
from tui.messages import CommandGiven, PromptAnswered, PromptChanged, PromptDropped
from tui.panes.desk import Places
from tui.panes.prompt import Prompt
from tui.panes.proposals import ChoosingPane, titled
from tui.render.bars import KeyBar, key_bar
from tui.render.frame import Box
from tui.render.spans import EMPTY_SHEET, Line, Sheet
from tui.render.view import narrowed, view_head
from tui.screens.asking import Asking
from tui.screens.full import FullScreen

if TYPE_CHECKING:
    from tui.views.viewer import Fetch, Viewer

T = TypeVar("T")


def bound(own: Sequence[Command] = ()) -> list[BindingType]:
    """Make the bindings of the screen of a view from its own commands; they go before all others."""
    return [*view_bindings(own), Binding("ctrl+c,super+c", "screen.copy_text", show=False)]


class View(FullScreen, inherit_bindings=False):
    """A view over the board, as the office behind the views knows it."""

    ALWAYS = ("back", "quit", "help", "to_board")
    PLACE: ClassVar[Where] = Where.VIEW
    """Where its own commands can be given, which help lists first."""
    asked: tuple[str, str] = ("", "")
    """The command it was opened by, and the thing it is about where there is one view for each."""

    LINES: ClassVar[str] = ""
    """What its lines are, where they are no things of the record: one of the kinds that help explains."""

    @property
    def about(self) -> str:
        """The label of what the cursor is on; empty where it is on nothing of the record."""
        return ""

    @abstractmethod
    def look_again(self) -> None:
        """Fetch anew what is shown."""


class ListView(View, Generic[T], inherit_bindings=False):
    """A view that draws what it fetched as one listing. `/` narrows it to blocks with some words."""

    NAME: ClassVar[str] = "view"
    """What it is called in its first line."""
    OWN: ClassVar[tuple[Command, ...]] = ()
    """The commands that it alone has; a subclass binds them with `BINDINGS = bound(OWN)`."""
    WRITES: ClassVar[tuple[str, ...]] = ()
    """Those of its commands that change something."""
    BINDINGS: ClassVar[list[BindingType]] = bound()
    AUTO_FOCUS = "#lines"

    def __init__(self, viewer: Viewer, fetch: Fetch[T]) -> None:
        super().__init__()
        self.viewer = viewer
        self._fetch = fetch
        self.value: T | None = None
        """What was fetched; None = nothing yet."""
        self.words = ""
        """Words that every block shown has."""
        self.lines = ChoosingPane("lines", self._sheet, self._title)
        self._asking = Asking(self)
        self.verbs |= {
            "back": self.back,
            "to_board": viewer.leave,
            "narrow": lambda: self.ask(Prompt("narrow", "/", self.words)),
            "day": self._asking.day,
            "copy": self.copy,
            "open": self.lines.opened,
        }

    @property
    def awaits(self) -> bool:
        """Whether nothing is shown yet."""
        return self.value is None

    # -- what a view says of itself

    @abstractmethod
    def draw(self, value: T, width: int) -> Sheet:
        """Lay out what was fetched, whole: what the words leave out is taken out after."""

    def heading(self, value: T) -> str:
        """Say in a few words what is shown, beside the name of the view."""
        del value
        return ""

    def caption(self, value: T) -> Line:
        """Title the listing."""
        return titled(self.NAME.capitalize(), self.heading(value))

    def chosen(self, label: str) -> None:
        """Do what Enter on a line asks for; by default, go to the thing on the board."""
        self.viewer.evidence(label)

    def moved(self) -> None:
        """Do what a move of the cursor asks for."""

    def cited(self) -> str:
        """Return what `y` copies: by default, the highlighted block as one line."""
        stop = self.lines.stop
        if stop is None:
            return ""
        lines = (self.lines.sheet.line(y) for y in range(stop.top, stop.top + stop.height))
        return " ".join(" ".join("".join(text for text, _ in line).split()) for line in lines).strip()

    @property
    def about(self) -> str:
        """The label of what the cursor is on."""
        return self.lines.label

    # -- where it lies

    def parts(self) -> Iterable[Widget]:
        """Make the listing."""
        return (self.lines,)

    def between(self, body: Box) -> Places:
        """Give the listing all the room."""
        return {"lines": body}

    def headline(self, width: int) -> Line:
        """Name the view, what it is about, the reading and the day."""
        return view_head(self.NAME, self.heading(self.value) if self.value is not None else "", self.board, width)

    def keys(self, width: int) -> KeyBar:
        """Draw what can be done now."""
        past = self.board is not None and not self.board.moment.latest
        closed = bool(self.viewer.refusal(anytime=True))
        dated = self.board is None or self.board.moment.evidence_ends is not None
        return key_bar(view_hints(self.OWN, past=past, read_only=closed, writes=self.WRITES, dated=dated), width)

    def _title(self) -> Line:
        return self.caption(self.value) if self.value is not None else titled(self.NAME.capitalize())

    def _sheet(self, width: int) -> Sheet:
        if self.value is None:
            return EMPTY_SHEET
        return narrowed(self.draw(self.value, width), self.words, width)

    # -- what is fetched and asked

    def look_again(self) -> None:
        """Fetch anew what is shown."""
        self._fetch(self._take)

    def _take(self, value: T) -> None:
        if self.is_attached:
            self.value = value
            self.redraw()

    def redraw(self) -> None:
        """Draw what was fetched anew."""
        self.lines.set_past(self.board is not None and not self.board.moment.latest)
        self.lines.redraw()
        self.draw_edges()

    def on_screen_resume(self) -> None:
        """Show how it is now."""
        self.look_again()

    def otherwise(self, command: str) -> None:
        """Hand on what is done in the same way wherever it is asked for."""
        self.app.post_message(CommandGiven(command))

    def back(self) -> None:
        """Take back the words that narrow it, else go back to where it was opened."""
        if self.words:
            self._narrow("")
        else:
            self.dismiss(None)

    def copy(self) -> None:
        """Copy what is highlighted."""
        text = self.cited()
        if text:
            self.viewer.copy(text)
        else:
            self.tell("Nothing is highlighted, so nothing was copied.")

    def _narrow(self, words: str) -> None:
        self.words = words
        self.redraw()

    @on(PromptChanged)
    def _changed(self, event: PromptChanged) -> None:
        event.stop()
        if event.kind == "narrow":
            self._narrow(event.text.strip())

    @on(PromptAnswered)
    def _answered(self, event: PromptAnswered) -> None:
        event.stop()
        refusal = self.refused(event.kind, event.text)
        if refusal and isinstance(self.over, Prompt):
            self.over.refuse(refusal)
            return
        self.close_overlay()
        self.answered(event.kind, event.text)

    def refused(self, kind: str, text: str) -> str:
        """Say why an answer cannot be taken; empty where it can."""
        return self._asking.refusal(kind, text)

    def answered(self, kind: str, text: str) -> None:
        """Act on the answer to what was asked in the line at the foot."""
        if kind != "narrow":
            self._asking.answered(kind, text)

    @on(PromptDropped)
    def _dropped(self, event: PromptDropped) -> None:
        event.stop()
        self.close_overlay()
        if event.kind == "narrow":
            self._narrow("")

    @on(ChoosingPane.Moved)
    def _moved(self, event: ChoosingPane.Moved) -> None:
        event.stop()
        self.moved()

    @on(ChoosingPane.Chosen)
    def _chosen(self, event: ChoosingPane.Chosen) -> None:
        event.stop()
        if self.lines.label:
            self.call_after_refresh(partial(self.chosen, self.lines.label))
