"""What the app does with requests to look: each is wished for, and every answer is a new board."""

from __future__ import annotations

from collections.abc import Callable

from store.domain.board import NO_EVIDENCE, Board
from store.domain.redating import NewDay, Redating
from store.domain.typed import TYPE_CHECKING
from store.errors import TalksError
from tui import messages
from tui.commands.footer import NOTHING_TO_STEP_THROUGH
from tui.fetcher import Kind
from tui.paging import PagingApp

if TYPE_CHECKING:
    from store.repository import Repository
    from tui.personal import Personal

_MOST = 74_994
"""Bytes of base64 beyond which terminals take no text onto their clipboard."""
_SHOWN = 600
"""How many signs of a copied text are shown."""
_SCREENFUL = 30
"""How many commitments the palette finds at most."""


class ReadingApp(PagingApp, inherit_bindings=False):
    """Answers what panes and sheets ask to see."""

    find_personal: Callable[[], Personal | None] | None = None
    """Finds what is kept for the person beside the store; None where nothing is."""
    _personal: Personal | None = None
    clipboard_deaf = False
    """Whether the terminal is known to have no clipboard."""
    _steps = 0
    """Steps of days that wait for a board which names the days they lead to."""

    @property
    def personal(self) -> Personal | None:
        """What is kept for the person beside the store; None where nothing is."""
        if self._personal is None and self.find_personal is not None:
            self._personal = self.find_personal()
        return self._personal

    def on_told(self, message: messages.Told) -> None:
        """Say something."""
        self.tell(message.words, warning=message.warning)

    def on_reading_wanted(self) -> None:
        """Take the next reading."""
        if self.board is not None:
            self.viewing.reading(self.board)
            self.reload()

    def on_step_wanted(self, message: messages.StepWanted) -> None:
        """Step a day of evidence back or forth."""
        board = self.board
        if board is None:
            return
        if self.viewing.step(board, message.step):
            self.reload()
        elif self.viewing.day(board) != board.moment.day:
            self._steps += message.step
        elif board.moment.evidence_ends is None:
            self.tell(NOTHING_TO_STEP_THROUGH)
        else:
            edge = "No evidence is older than this day." if message.step < 0 else "This is the newest evidence."
            self.tell(edge)

    def on_day_wanted(self, message: messages.DayWanted) -> None:
        """Show a day, or the latest evidence."""
        if self.board is not None:
            self._steps = 0
            self.viewing.go(self.board, message.day)
            self.reload()

    def take_board(self, board: Board) -> None:
        """Put a board up, and take a step of days that waited for it."""
        super().take_board(board)
        if self._steps:
            step = 1 if self._steps > 0 else -1
            self._steps -= step
            self.on_step_wanted(messages.StepWanted(step))

    def board_failed(self, error: TalksError) -> None:
        """Say why there is no new board, and take no step on from it."""
        self._steps = 0
        super().board_failed(error)

    def on_copy_wanted(self) -> None:
        """Put a line about what is highlighted on the clipboard, once its evidence is there, and show which."""
        self.when_settled(self._copy)

    def _copy(self) -> None:
        from tui.render.cite import citation

        text = citation(self.board) if self.board is not None else ""
        if text:
            self.put_on_clipboard(text)
        else:
            self.tell("Nothing is highlighted, so nothing was copied.")

    def put_on_clipboard(self, text: str) -> None:
        """Put a text on the clipboard, keep it in a file as well, and say so; where it is where that must be said."""
        too_long = -(-len(text.encode(errors="replace")) // 3) * 4 > _MOST
        unheard = self.clipboard_deaf or too_long
        if unheard:
            self._clipboard = text
        else:
            self.copy_to_clipboard(text)
        personal = self.personal
        if personal is not None:
            self.keep_aside(lambda: personal.keep_copy(text))
        if not unheard:
            self.tell(f"Copied: {text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}")
        elif personal is not None:
            why = "This text is too long for a clipboard" if too_long else "This terminal has no clipboard"
            self.tell(f"{why}. It is in {personal.newest_copy}; talks-tui copied prints it.")
        else:
            self.tell("This terminal has no clipboard that takes it.", warning=True)

    def keep_aside(self, keep: Callable[[], object]) -> None:
        """Keep something in the person's own folder, in a thread; what hinders that is said."""

        def kept() -> None:
            try:
                keep()
            except OSError as error:
                words = f"It could not be kept in {error.filename or 'its folder'}: {error.strerror or error}"
                self.call_from_thread(self.tell, words, warning=True)

        self.run_worker(kept, thread=True, group="aside", exit_on_error=False)

    def find(self, words: str, found: Callable[[messages.Found], object]) -> None:
        """Look commitments up by label or words, a screenful at most, and hand them over unless others are wanted."""
        look, label = self.viewing.look(), words.strip()

        def read(store: Repository) -> messages.Found:
            known = bool(label) and " " not in label and look.evidence(store, label) is not NO_EVIDENCE
            return messages.Found(words, tuple(look.found(store, words, _SCREENFUL)), known)

        self.fetcher.wish(Kind.FINDING, read, found, lambda _: found(messages.Found(words)))

    def redating(self, new: NewDay) -> Redating | str:
        """List what a corrected day of publication would move; where it cannot be, say why."""
        try:
            return self.fetcher.ask(lambda store: store.redating(new)).result()
        except TalksError as error:
            return str(error)
