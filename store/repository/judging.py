"""Judging several commitments in one step: one transaction, one entry, and one undo for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.requests import Author, NewJudgement, Receipt
from store.domain.typed import TYPE_CHECKING
from store.errors import UsageError
from store.ids import mint
from store.repository import days, fetch, journal, placings, states, writing
from store.repository.connection import writing as transaction
from store.repository.evidence import find

if TYPE_CHECKING:
    from sqlite3 import Connection
    from typing import Any

_NAMED = 8
"""How many commitments an entry names."""


def judge_all(connection: Connection, new: Sequence[NewJudgement], author: Author) -> Receipt:
    """Append judgements on several commitments, all of them or none.

    Raises UnknownError, UsageError and ConflictError, each naming the first commitment that cannot be judged.
    """
    if not new:
        raise UsageError("nothing is marked, so there is nothing to judge")
    with transaction(connection):
        labels = [_checked(connection, judgement) for judgement in new]
        entry, first = journal.next_number(connection), fetch.next_number(connection, "judgements")
        day = days.newest(connection) or author.at.date()
        before = states.settled(connection)
        was = [
            states.aspect_of(before, "commitment", label, one.aspect) for label, one in zip(labels, new, strict=True)
        ]
        for place, (label, judgement) in enumerate(zip(labels, new, strict=True)):
            row = {"id": first + place, "label": f"J{entry}.{place + 1}", "about": label, "entry": entry}
            supersedes = writing.standing_judgement(connection, label, judgement.aspect)
            given = _given(judgement, author) | {"day": day.isoformat(), "supersedes": supersedes}
            writing.insert(connection, "judgements", row | given)
        placings.rewrite(connection, list(fetch.commitment_numbers(connection, labels).values()), dict(before.actors))
        now = states.settled(connection, before)
        is_now = [
            states.aspect_of(now, "commitment", label, one.aspect) for label, one in zip(labels, new, strict=True)
        ]
        subject = _named(labels)
        why = " · ".join(dict.fromkeys(one.reason for one in new if one.reason)) or "analyst judgement"
        wrote = {"judgements": [first, first + len(labels) - 1]}
        sides = _named(list(dict.fromkeys(was))), _named(list(dict.fromkeys(is_now)))
        written = journal.record(
            connection, author, "judge", subject, before=sides[0], after=sides[1], why=why, wrote=wrote
        )
    return Receipt(written, f"{len(labels)} obligations ({subject}) {sides[0]} → {sides[1]}")


def _given(judgement: NewJudgement, author: Author) -> dict[str, Any]:
    """Write what a judgement says as columns."""
    return {
        "uid": mint(author.at), "aspect": judgement.aspect.value, "value": judgement.value, "reason": judgement.reason,
        "rests_on": judgement.rests_on, "author": author.name,
    }  # fmt: skip


def _checked(connection: Connection, judgement: NewJudgement) -> str:
    kind, label = find(connection, judgement.about)
    if kind != "commitment":
        raise UsageError(f"{label} is a {kind}: only commitments can be judged together; nothing was saved")
    writing.check(connection, judgement, kind, label)
    return label


def _named(words: Sequence[str]) -> str:
    more = len(words) - _NAMED
    return ", ".join(words[:_NAMED]) + (f" and {more} more" if more > 0 else "")
