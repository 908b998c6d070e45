"""What the app does with marked obligations: marks all that a filter leaves, saves one state for several."""

from __future__ import annotations

from functools import partial

from store.domain.requests import NewJudgement
from store.domain.typed import TYPE_CHECKING
from store.domain.words import Aspect
from store.repository.choices import Choices
from tui.commands.chosen import key_words, undoing
from tui.fetcher import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.domain.requests import Author, BoardQuery
    from store.repository import Repository
    from tui.messages import ManyJudged
    from tui.overboard import OverBoardApp
    from tui.writer import Outcome

MOST = 500
"""How many obligations are marked at once at most."""


def mark_all(app: OverBoardApp) -> None:
    """Mark every obligation that the filter leaves, unless there are too many."""
    query = app.viewing.query

    def taken(labels: Sequence[str]) -> None:
        dashboard = app.dashboard
        if dashboard is None or app.viewing.query.filter != query.filter:
            return
        if len(labels) > MOST:
            narrows = key_words("filter", "/")
            app.tell(f"More than {MOST:,} obligations: narrow them with {narrows} first, then mark them.", warning=True)
        else:
            dashboard.obligations.marks.put(labels)

    app.fetcher.wish(Kind.FINDING, partial(_labels, query=query), taken, app.complain)


def _labels(store: Repository, query: BoardQuery) -> list[str]:
    return Choices(store).labels(query, MOST + 1)


def judge_all(app: OverBoardApp, message: ManyJudged) -> None:
    """Save one state for several obligations in one step; where it cannot be, the marks stay."""
    new = [NewJudgement(label, Aspect.DELIVERY, message.value, message.reason) for label in message.labels]
    author, failed = app.author(), list[bool]()

    def done() -> None:
        if app.dashboard is not None and not failed:
            app.dashboard.obligations.marks.put(())

    app.change(partial(_judge, new=new, author=author), f"{undoing()} all", lambda: failed.append(True), after=done)


def _judge(store: Repository, new: Sequence[NewJudgement], author: Author) -> Outcome:
    return Choices(store).judge_all(new, author)
