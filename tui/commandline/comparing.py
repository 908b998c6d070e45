"""Commands that compare: the figures of both sides of a commitment, and what blocks a round on every reading."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING
from tui.commandline.opening import open_store, query_of

if TYPE_CHECKING:
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings


def ledger(asked: Asked, around: Surroundings) -> int:
    """Print the ledger of a commitment. Raises UnknownError, UsageError where no commitment is behind the label."""
    from store.repository.ledgers import read_ledger

    with open_store(asked, around) as repository:
        query = query_of(asked, around, repository)
        shown = repository.ground(query)
        found = read_ledger(repository, asked.label.strip(), query)
    if asked.json:
        from tui.ledger_json import ledger_text

        around.say(ledger_text(found, shown, ascii_only=not around.unicode))
        return 0
    from tui.report.ledger import ledger_lines
    from tui.report.paint import paint

    paint(ledger_lines(found, shown), around)
    return 0


def gates(asked: Asked, around: Surroundings) -> int:
    """Print the gates of the rounds to come, with what they require and why it counts. Returns the exit code."""
    from store.repository.gates import read_gate_board

    with open_store(asked, around) as repository:
        query = query_of(asked, around, repository)
        shown = repository.ground(query)
        found = read_gate_board(repository, query)
    if asked.json:
        from tui.gates_json import gates_text

        around.say(gates_text(found, shown, ascii_only=not around.unicode))
        return 0
    from tui.report.gates import gates_lines
    from tui.report.paint import paint

    paint(gates_lines(found, shown), around)
    return 0
