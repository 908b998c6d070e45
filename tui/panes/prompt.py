"""A line to type in at the foot of the screen, with an echo of what is understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input

from tui.messages import PromptAnswered, PromptChanged, PromptDropped
from tui.panes.strips import OneLine
from tui.render.spans import Line, Role, cells, fit, put
from tui.wording import safe

_EDITING = {key for binding in Binding.make_bindings(Input.BINDINGS) for key in binding.key.split(",")}
"""The keys that the input binds."""


class SafeInput(Input):
    """An input that takes nothing unprintable, also not from the clipboard."""

    def insert_text_at_cursor(self, text: str) -> None:
        """Insert what is harmless of a text."""
        super().insert_text_at_cursor(safe(text))

    def replace(self, text: str, start: int, end: int) -> None:
        """Put what is harmless of a text in the place of another."""
        super().replace(safe(text), start, end)


class Prompt(Widget):
    """Asks one thing; Enter gives the answer, Esc takes the question back."""

    def __init__(  # noqa: PLR0913 - each question has its own ways
        self,
        kind: str,
        question: str,
        text: str = "",
        echo: Callable[[str, int], Line] | None = None,
        *,
        selected: bool = False,
        complete: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__(id="prompt", classes=f"-{kind}")
        self.kind = kind
        self._question = question
        self._text = text
        self._echo = echo
        """Says for a width how a text is understood."""
        self._selected = selected
        """Whether typing replaces the text that is there at first."""
        self._complete = complete
        """Completes a text; Tab asks for it."""
        self._refusal = ""

    def compose(self) -> ComposeResult:
        """Lay question, input and echo side by side."""
        question = OneLine(lambda width: fit((put(f" {self._question} ", Role.ACCENT),), width), id="question")
        question.styles.width = cells(self._question) + 2
        question.styles.max_width = "60%"
        yield question
        yield SafeInput(self._text, compact=True, select_on_focus=self._selected, id="answer")
        if self._echo is not None:
            yield OneLine(self._echoed, id="echo")

    def on_mount(self) -> None:
        """Take the keys as soon as there is something to type in, however late that is."""
        self.query_one(SafeInput).focus()

    def _echoed(self, width: int) -> Line:
        if self._refusal:
            return fit((put(f"  {self._refusal}", Role.BAD),), width)
        return fit(self._echo(self.text, width), width) if self._echo else ()

    def refuse(self, words: str) -> None:
        """Say why the answer cannot be taken, until it is changed."""
        self._refusal = words
        self._draw_echo()

    def _draw_echo(self) -> None:
        for echo in self.query("#echo"):
            echo.refresh()

    @property
    def text(self) -> str:
        """What is typed."""
        found: Iterable[Input] = self.query(SafeInput)
        return next((field.value for field in found), self._text)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._refusal = ""
        self._draw_echo()
        self.post_message(PromptChanged(self.kind, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(PromptAnswered(self.kind, event.value))

    def on_key(self, event: events.Key) -> None:
        """Keep every key that the input does not take, so that none reaches the board; Esc drops the question."""
        if event.key == "escape":
            event.stop()
            self.post_message(PromptDropped(self.kind))
        elif event.key not in _EDITING:
            event.stop()
            if event.key == "tab" and self._complete is not None:
                self._fill(self._complete(self.text))

    def _fill(self, text: str) -> None:
        field = self.query_one(SafeInput)
        field.value = text
        field.cursor_position = len(text)
