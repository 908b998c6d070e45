"""Other tracks: which of the negotiations on record is shown, turned by a key and remembered while the app runs."""

from __future__ import annotations

from store.domain.reading import COMMON, STRICT, Reading
from store.domain.typed import TYPE_CHECKING
from tui.messages import Highlighted
from tui.render.frame import Pane

if TYPE_CHECKING:
    from tui.app import TalksApp

_TURNED = 2
"""Up to how many tracks the key turns through; more are listed."""


def turn(app: TalksApp) -> None:
    """Show the next track, and after the last one all; of many, let one be chosen."""
    board = app.board
    if board is None:
        return
    tracks = board.every_track
    if len(tracks) <= 1:
        app.tell(f"{tracks[0].name} is the only track on record." if tracks else "No track is on record yet.")
    elif len(tracks) <= _TURNED:
        choices = [None, *(track.label for track in tracks)]
        now = app.viewing.query.track
        show(app, choices[(choices.index(now) + 1) % len(choices) if now in choices else 0])
    else:
        from tui.render.tracks import ALL
        from tui.screens.tracks import TracksScreen

        def chosen(label: str | None) -> None:
            if label is not None:
                show(app, None if label == ALL else label)

        app.push_screen(TracksScreen(board, app.viewing.query.track), chosen)


def show(app: TalksApp, label: str | None) -> None:
    """Show one track, or all (None), from its first obligation on; a reading that is not of its parties is left."""
    board = app.board
    if board is None:
        return
    shown = [track for track in board.every_track if label in (None, track.label)]
    parties = {party for track in shown for party in track.parties}
    reading = app.viewing.query.reading
    left = reading.name not in (STRICT, COMMON, *parties)
    if left:
        app.viewing.query = app.viewing.query._replace(reading=Reading(STRICT))
    app.viewing.track(label)
    names = f"all {len(shown)} tracks" if label is None else shown[0].name if shown else label
    app.tell(f"Showing {names}{', strict reading' if left else ''}.")
    app.reload(lambda: _to_first(app))


def _to_first(app: TalksApp) -> None:
    """Put the cursors on the first obligation and the first round, and show the evidence of the one in front."""
    dashboard = app.dashboard
    if dashboard is None:
        return
    for pane in (Pane.OWED, Pane.ROUNDS):
        dashboard.pane_widget(pane).to_edge(0)
    front = dashboard.pane_widget()
    if front.label:
        front.post_message(Highlighted(front.label, at_once=True))
