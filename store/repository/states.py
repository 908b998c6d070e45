"""How a thing stands, in the few words that the journal keeps: as of the newest evidence, on the strict reading."""

from __future__ import annotations

from datetime import date

from store.domain.quantities import format_figure
from store.domain.requests import BoardQuery
from store.domain.standing import Case, Standing
from store.domain.typed import TYPE_CHECKING
from store.domain.words import Aspect, spoken
from store.repository import days, fetch
from store.repository.evidence import build_evidence
from store.repository.meetings import standings
from store.repository.memory import Memory
from store.repository.setting import Setting, setting_of

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_NAMED = 8
"""How many commitments of one exchange are named at most."""


def said(setting: Setting, kind: str, label: str, aspect: Aspect | None) -> str | None:
    """Say how a thing stands on one aspect, or by its figures where none is named."""
    if aspect is not None:
        return aspect_of(setting, kind, label, aspect)
    return figures_of(setting, kind, label)


def aspect_of(setting: Setting, kind: str, label: str, aspect: Aspect) -> str:
    """Say how a commitment or round stands on one aspect."""
    if kind == "round":
        found = build_evidence(setting, label).round
        return spoken(found.state) if found else "unknown"
    standing = standings(setting, [label])[label]
    if aspect is Aspect.VERIFICATION:
        return spoken(standing.verification)
    if aspect is Aspect.INSTRUMENT:
        return spoken(standing.terms.instrument)
    return spoken(standing.delivery)


def figures_of(setting: Setting, kind: str, label: str) -> str | None:
    """Say how a commitment, or each commitment that an exchange serves, stands, with its figure."""
    labels = [label]
    if kind == "exchange":
        rows = setting.connection.execute(
            "SELECT commitment FROM serves WHERE exchange = ? ORDER BY commitment", (label,)
        )
        labels = [row["commitment"] for row in rows][:MOST_NAMED]
    found = standings(setting, labels)
    words = {name: _figure(standing) for name, standing in found.items()}
    if kind == "commitment":
        return words.get(label)
    return ", ".join(f"{name} {state}" for name, state in words.items()) or None


def judged_aspect(connection: Connection, wrote: dict[str, list[int]]) -> Aspect | None:
    """Return the aspect of the judgement that an entry wrote; None where it wrote none."""
    if "judgements" not in wrote:
        return None
    row = connection.execute("SELECT aspect FROM judgements WHERE id = ?", (wrote["judgements"][0],)).fetchone()
    return Aspect(row["aspect"])


def _figure(standing: Standing) -> str:
    figure = format_figure(standing.delivered) if standing.delivered else ""
    return " ".join(part for part in (spoken(standing.delivery), figure) if part)


def settled(connection: Connection, before: Setting | None = None, memory: Memory | None = None) -> Setting:
    """Settle what standings of this moment of a write rest on; tracks and actors are those of a moment before it.

    A `memory` is one refreshed in this transaction, which has written nothing yet.
    """
    # with no evidence there is nothing to stand anywhere, so any day serves
    if before is None:
        return setting_of(connection, BoardQuery(today=date.max), memory)
    return before._replace(day=days.newest(connection) or date.max, memory=Memory())


def judged(before: Setting, label: str) -> tuple[Setting, Case]:
    """Settle the moment after a judgement on a commitment, with what is known of it: all else stayed as it was."""
    number = before.numbers([label])[label]
    judgements = fetch.judgements_about(before.connection, [label])[label]
    case = before.cases([number])[number]._replace(judgements=tuple(judgements))
    now = before._replace(memory=Memory())
    now.memory.recall_each("number", [label], lambda _: {label: number})
    now.memory.recall_each("case", [number], lambda _: {number: case})
    return now, case
