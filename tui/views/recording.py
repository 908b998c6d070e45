"""How things are added and edited from wherever a person is: which kind is meant, and of what."""

from __future__ import annotations

from store.domain.forms import FORMS
from store.domain.typed import TYPE_CHECKING
from tui.commands.chosen import key_words
from tui.forms.office import FormOffice
from tui.render.frame import Pane, too_small
from tui.screens.kinds import KindsScreen
from tui.screens.record import RecordScreen

if TYPE_CHECKING:
    from tui.views.office import Views

_KINDS = {
    Pane.ROUNDS: "round",
    Pane.OWED: "commitment",
    Pane.NEXT: "signal",
    Pane.EVIDENCE: "claim",
    Pane.CHANGES: "claim",
}
"""What is most likely added from each pane."""


def add(views: Views, about: str) -> str:
    """Ask for the kind, then open its form; return a sentence where nothing can be added now."""
    refusal = _refusal(views)
    if refusal:
        return refusal
    where = _pane(views)
    subject = _subject(views, about)

    def chosen(kind: str | None) -> None:
        if kind is not None:
            screen = _form(views)
            views.app.push_screen(screen)
            screen.begin(kind, subject)

    views.app.push_screen(KindsScreen(_KINDS[where] if where is not None else "claim", subject), chosen)
    return ""


def edit(views: Views, about: str) -> str:
    """Open the form of what is highlighted; return a sentence where it cannot be edited."""
    refusal = _refusal(views)
    if refusal:
        return refusal
    if not about:
        return f"Nothing is highlighted, so there is nothing to edit. {key_words('add', 'a')} adds something."
    board, label = views.board, about
    if ":" in about and board is not None and board.evidence.round is not None and _pane(views) is Pane.EVIDENCE:
        label = f"{board.evidence.subject}@{about}"
    screen = _form(views)
    views.app.push_screen(screen)
    screen.mend(label)
    return ""


def _form(views: Views) -> RecordScreen:
    board = views.board
    return RecordScreen(
        FormOffice(views.app), board.actors if board is not None else {}, lambda label: _show(views, label)
    )


def _refusal(views: Views) -> str:
    if too_small(*views.app.size):
        return "The screen is too small to write on."
    return views.refusal()


def _pane(views: Views) -> Pane | None:
    """Return the pane that has the keys; None where a view is in front."""
    dashboard = views.app.dashboard
    return dashboard.trail.pane if views.front() is None and dashboard is not None else None


def _subject(views: Views, about: str) -> str:
    """Return what a new thing is most likely about: in the evidence what that is of."""
    board = views.board
    if board is not None and _pane(views) is Pane.EVIDENCE and board.evidence.kind in FORMS:
        return board.evidence.subject
    return about


def _show(views: Views, label: str) -> None:
    """Go to what was added once the board shows it, where that is in front."""

    def go() -> None:
        dashboard, board = views.app.dashboard, views.board
        if views.front() is not None or dashboard is None or board is None:
            return
        shown = any(standing.round.label == label for standing in board.rounds)
        if shown or any(row.label == label for row in board.page.rows):
            dashboard.jump(label)

    views.app.reload(go)
