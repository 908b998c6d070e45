"""What the dashboard asks in a line at the foot: words to filter by, a day to show."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from tui.commands.footer import NOTHING_TO_STEP_THROUGH
from tui.messages import DayWanted, FilterWanted, ImportWanted, Told
from tui.screens.base import BoardScreen

if TYPE_CHECKING:
    from datetime import date

    from tui.phrasing import DayRead
    from tui.render.filtering import FilterReader


class Asking:
    """Opens the questions and passes the answers on."""

    def __init__(self, screen: BoardScreen) -> None:
        self._screen = screen
        self._reading: tuple[object, FilterReader] | None = None
        """What reads filters, and the actors of the board that it was made for."""

    def filter(self) -> None:
        """Ask for words; the list follows while they are typed."""
        from tui.panes.prompt import Prompt

        board = self._screen.board
        if board is None:
            return
        reader = self._reader()
        self._screen.ask(Prompt("filter", "/", board.page.filter, reader.echo, complete=reader.completed))

    def _reader(self) -> FilterReader:
        """Return what reads filters; days in words are read against the day of the board."""
        from tui.render.filtering import FilterReader

        board = self._screen.board
        assert board is not None  # noqa: S101 - there is no line to type in before there is a board
        day = board.moment.day
        made_for = (board.actors, board.rounds, day)
        if self._reading is None or self._reading[0] != made_for:
            self._reading = made_for, FilterReader(board, lambda words: _days(words, day))
        return self._reading[1]

    def day(self) -> None:
        """Ask for a day, echoing how it is understood."""
        from tui.panes.prompt import Prompt
        from tui.phrasing import load_phrases
        from tui.render.days import day_echo

        board = self._screen.board
        if board is None:
            return
        moment = board.moment
        if moment.evidence_ends is None:
            self._screen.post_message(Told(NOTHING_TO_STEP_THROUGH))
            return
        self._screen.run_worker(load_phrases, thread=True, group="phrases", exit_on_error=False)
        shown, newest = moment.day.isoformat(), moment.evidence_ends
        self._screen.ask(
            Prompt("day", "as of", shown, lambda text, width: day_echo(text, newest, width), selected=True)
        )

    def refusal(self, kind: str, text: str) -> str:
        """Say why an answer cannot be taken; empty where it can."""
        if kind == "import":
            from tui.recordlines import path_refusal

            return path_refusal(text)
        if kind == "filter":
            return self._reader().read(text).problem
        return self._read(text).refusal if kind == "day" else ""

    def _read(self, text: str) -> DayRead:
        from tui.render.days import day_typed

        board = self._screen.board
        return day_typed(text, board.moment.evidence_ends if board else None)

    def changed(self, kind: str, text: str) -> None:
        """Follow what is typed, as far as it makes sense: what is wrong is said beside it."""
        followed = self._reader().followed(text) if kind == "filter" else None
        if followed is not None:
            self._screen.post_message(FilterWanted(followed.strip()))

    def answered(self, kind: str, text: str) -> None:
        """Act on the answer."""
        if kind == "filter":
            self._screen.post_message(FilterWanted(text.strip()))
        elif kind == "day":
            self._screen.post_message(DayWanted(self._read(text).day))
        elif kind == "import" and text.strip():
            self._screen.post_message(ImportWanted(text.strip()))

    def dropped(self, kind: str) -> None:
        """Take the question back; Esc also clears the filter."""
        if kind == "filter":
            self._screen.post_message(FilterWanted(""))


def _days(words: str, day: date) -> tuple[date, date] | None:
    from store.phrases.days import days_named  # few filters name days in words

    return days_named(words, day)
