"""What the dashboard asks in a line at the foot: words to filter by, a day to show."""

from __future__ import annotations

from datetime import date

from tui.messages import DayWanted, FilterWanted, Told
from tui.panes.prompt import Prompt
from tui.render.days import day_echo, parse_day
from tui.screens.base import BoardScreen


class Asking:
    """Opens the questions and passes the answers on."""

    def __init__(self, screen: BoardScreen) -> None:
        self._screen = screen

    def filter(self) -> None:
        """Ask for words; the list follows while they are typed."""
        board = self._screen.board
        words = board.page.filter if board else ""
        self._screen.ask(Prompt("filter", "/", words, lambda _text: self._found()))

    def _found(self) -> tuple[()]:
        return ()

    def day(self) -> None:
        """Ask for a day, echoing how it is understood."""
        board = self._screen.board
        if board is None:
            return
        moment = board.moment
        self._screen.ask(
            Prompt("day", "as of", moment.day.isoformat(), lambda text: day_echo(text, moment.evidence_ends))
        )

    def changed(self, kind: str, text: str) -> None:
        """Follow what is typed."""
        if kind == "filter":
            self._screen.post_message(FilterWanted(text.strip()))

    def answered(self, kind: str, text: str) -> None:
        """Act on the answer; a day that cannot be read changes nothing and is named."""
        if kind == "filter":
            self._screen.post_message(FilterWanted(text.strip()))
        elif kind == "day":
            self._go(text)

    def dropped(self, kind: str) -> None:
        """Take the question back; Esc also clears the filter."""
        if kind == "filter":
            self._screen.post_message(FilterWanted(""))

    def _go(self, text: str) -> None:
        day: date | None = parse_day(text)
        board = self._screen.board
        if day is None:
            shown = f"{board.moment.day.isoformat()} stays" if board else "nothing changed"
            words = f"'{text}' is no day: write it as 2025-06-23. {shown}."
            self._screen.post_message(Told(words, warning=True))
            return
        self._screen.post_message(DayWanted(day))
