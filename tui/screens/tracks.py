"""The list of tracks: which of many negotiations is shown."""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from store.domain.board import Board
from tui.render.spans import Sheet
from tui.render.tracks import tracks_sheet
from tui.screens.plain import PlainSheet


class TracksScreen(PlainSheet):
    """Lets one of the tracks, or all, be chosen."""

    SEARCHED = True
    OPENED_BY = "track"
    HEADING = "Which track is shown"
    HINT = "⏎ shows · / searches · Esc closes"

    def __init__(self, board: Board, shown: str | None) -> None:
        super().__init__()
        self._board, self._shown = board, shown

    def draw(self, width: int) -> Sheet:
        """List the tracks that the words are found in."""
        return tracks_sheet(self._board.every_track, self._board.actors, self._shown, self.words, width)

    def chosen(self, label: str) -> None:
        """Hand the choice back."""
        self.dismiss(label)

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        if self.listing.label:
            self.dismiss(self.listing.label)
