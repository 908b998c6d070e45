"""The notices as plain lines, one thing a line, for pipes and screen readers."""

from __future__ import annotations

from collections.abc import Iterator

from store.domain.notices import SOON, Notices, Since, gate_words, last_day, since_words
from store.domain.standing import Standing
from store.domain.words import spoken
from tui.report.lines import EMPTY, Line, Style, line
from tui.wording import day_words, delivery_words, figure_words, window_words


def notices_lines(found: Notices, when: str) -> Iterator[Line]:
    """Say what is new, what falls due and what is overdue; `when` says when the person last looked."""
    if found.since is None:
        yield line(("new", Style.HEAD))
        yield line("this is the first look at this store", indent=2)
    else:
        yield line((since_words(found.since, when), Style.HEAD))
        yield from _since(found.since)
    yield EMPTY
    yield line((f"due within {SOON} days of {day_words(found.day)}", Style.HEAD))
    yield from (_standing(standing) for standing in found.due)
    for coming in found.coming:
        standing = coming.standing
        window = standing.window if coming.what == spoken(standing.state) else standing.date_expected
        words = f"  {standing.round.name}, {coming.what} {window_words(window, year=True)}"
        yield line((standing.round.label, Style.STRONG), words, indent=2)
    if not (found.due or found.coming):
        yield line("nothing falls due", indent=2)
    yield EMPTY
    yield line((f"overdue on {day_words(found.day)}", Style.HEAD))
    yield from (_standing(standing) for standing in found.overdue)
    if not found.overdue:
        yield line("nothing is overdue", indent=2)
    if found.more_overdue:
        yield line("and more; those that became so last are listed", indent=2)


def _since(since: Since) -> Iterator[Line]:
    gates = gate_words(since)
    if since.gates:
        yield line(gates, indent=2)
    for change in since.changes:
        was = change.before if change.before is not None else "new"
        now = change.after if change.after is not None else "no longer known"
        yield line((change.label, Style.STRONG), f"  {change.name}: {was} → {now}", indent=2)
    for entry in since.entries:
        what = " → ".join(part for part in (entry.before, entry.after) if part is not None)
        yield line(f"{entry.id}  {entry.at[:10]}  {entry.who}  {entry.action} {entry.subject}  {what}", indent=2)


def _standing(standing: Standing) -> Line:
    commitment = standing.commitment
    owed = "" if standing.owed else ", asked and not owed"
    figures = f"{figure_words(standing.delivered)} of {figure_words(standing.terms.quantity)}"
    words = (
        f"  {commitment.what} ({commitment.debtor}→{commitment.creditor}): {delivery_words(standing)}, {figures}, "
        f"due {day_words(last_day(standing))}{owed}"
    )
    return line((commitment.label, Style.STRONG), words, indent=2)
