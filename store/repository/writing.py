"""Writing: each write is one transaction that appends its rows and its journal entry and keeps the board's order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from store.domain.model import Judgement
from store.domain.quantities import format_figure
from store.domain.reading import Reading
from store.domain.requests import Author, NewClaim, NewJudgement, Receipt
from store.domain.standing import Case, standing
from store.domain.windows import format_span
from store.domain.words import Aspect, spoken
from store.errors import ConflictError, UnknownError, UsageError
from store.ids import mint
from store.lines import Line
from store.repository import days, fetch, journal, placings
from store.repository.connection import writing
from store.repository.evidence import find
from store.repository.importing import names_of
from store.repository.tables.columns import choose
from store.repository.tables.statements import JUDGED_WORDS, claim_rows

if TYPE_CHECKING:
    from sqlite3 import Connection


def judge(connection: Connection, judgement: NewJudgement, author: Author) -> Receipt:
    """Append a judgement. Raises UnknownError, UsageError, and ConflictError where the subject changed meanwhile."""
    with writing(connection):
        kind, label = find(connection, judgement.about)
        _check_judgement(judgement, kind, label)
        _check_unchanged(connection, judgement, label)
        number = _next(connection, "judgements")
        day = days.newest(connection) or author.at.date()
        row = {
            "id": number,
            "uid": mint(author.at),
            "about": label,
            "aspect": judgement.aspect.value,
            "value": judgement.value,
            "reason": judgement.reason,
            "rests_on": judgement.rests_on,
            "author": author.name,
            "day": day.isoformat(),
            "supersedes": _standing_judgement(connection, label, judgement.aspect),
        }
        before, after = _states(connection, kind, label, day, _as_value(row, judgement, day))
        why = " · ".join(part for part in (judgement.rests_on, judgement.reason) if part) or "analyst judgement"
        entry = journal.record(
            connection, author, "judge", label, before=before, after=after, why=why,
            wrote={"judgements": [number, number]},
        )  # fmt: skip
        insert(connection, "judgements", {**row, "label": f"J{entry.id}", "entry": entry.id})
        placings.rewrite(connection, fetch.commitment_ids(connection, [label]))
    return Receipt(entry, f"{label} {before} → {after}")


def _as_value(row: dict[str, Any], judgement: NewJudgement, day: date) -> Judgement:
    return Judgement(
        row["id"], None, row["about"], judgement.aspect, judgement.value, judgement.reason, judgement.rests_on,
        row["author"], day, row["supersedes"],
    )  # fmt: skip


def _check_judgement(judgement: NewJudgement, kind: str, label: str) -> None:
    if kind not in ("commitment", "round"):
        raise UsageError(f"{label} is a {kind}: only commitments and rounds have a status to set")
    if (judgement.aspect is Aspect.ROUND_STATE) != (kind == "round") and judgement.aspect is not Aspect.NOTE:
        raise UsageError(f"{label} is a {kind}: '{judgement.value}' is no status of a {kind}")
    if judgement.aspect in JUDGED_WORDS:
        try:
            choose(JUDGED_WORDS[judgement.aspect], judgement.value, judgement.aspect.value)
        except ValueError as error:
            raise UsageError(str(error)) from None


def _check_unchanged(connection: Connection, judgement: NewJudgement, label: str) -> None:
    newest = journal.newest_on(connection, label)
    if judgement.expected is None or newest is None or newest.id <= judgement.expected:
        return
    raise ConflictError(
        f"{label} was changed by {newest.who} meanwhile ({newest.before} → {newest.after}); "
        f"nothing was saved: look again and set it once more"
    )


def _standing_judgement(connection: Connection, label: str, aspect: Aspect) -> int | None:
    mine = [j for j in fetch.judgements_about(connection, [label])[label] if j.aspect is aspect]
    return mine[-1].id if mine else None


def _states(connection: Connection, kind: str, label: str, day: date, added: Judgement) -> tuple[str, str]:
    """Say how a thing stands without and with a judgement that is about to be added."""
    if kind == "round":
        before = next((j.value for j in reversed(fetch.judgements_about(connection, [label])[label])), None)
        return spoken(before or "as reported"), spoken(added.value or "as reported")
    case = _case(connection, label)
    aspect = added.aspect
    return (
        _state(case, day, aspect),
        _state(replace(case, judgements=(*case.judgements, added)), day, aspect),
    )


def _case(connection: Connection, label: str) -> Case:
    numbers = fetch.commitment_ids(connection, [label])
    return fetch.cases(connection, numbers, fetch.actors(connection))[numbers[0]]


def _state(case: Case, day: date, aspect: Aspect) -> str:
    found = standing(case, day, Reading())
    if aspect is Aspect.VERIFICATION:
        return spoken(found.verification)
    if aspect is Aspect.INSTRUMENT:
        return spoken(found.terms.instrument)
    return spoken(found.delivery)


def claim(connection: Connection, new: NewClaim, author: Author) -> Receipt:
    """Append a claim of a source that the record holds. Raises UnknownError and UsageError."""
    with writing(connection):
        kind, label = find(connection, new.about)
        if kind not in ("commitment", "exchange"):
            raise UsageError(f"{label} is a {kind}: a claim is about a commitment or an exchange")
        number = _next(connection, "claims")
        row = _claim_row(connection, replace(new, about=label))
        touched = _commitments_of(connection, kind, label)
        before = _figures(connection, touched)
        entry = journal.record(
            connection, author, "claim", label, before=before, after=_said(new), why=f"{new.source}:{new.locator}",
            wrote={"claims": [number, number]},
        )  # fmt: skip
        row |= {"id": number, "uid": mint(author.at), "label": f"N{entry.id}", "entry": entry.id}
        insert(connection, "claims", row)
        placings.rewrite(connection, fetch.commitment_ids(connection, touched))
        after = _figures(connection, touched)
    return Receipt(entry, f"{label} {before or 'no figure'} → {after or 'no figure'}, filed as N{entry.id}")


def _claim_row(connection: Connection, new: NewClaim) -> dict[str, Any]:
    window = new.window
    fields = {
        "about": new.about,
        "measure": new.measure.value,
        "figure": format_figure(new.figure) if new.figure else None,
        "basis": new.basis.value,
        "progress": new.progress.value if new.progress else None,
        "at": f"{new.source}:{new.locator}",
        "strength": new.strength.value,
        "by": new.speaker,
        "for": new.speaks_for,
        "role": new.role.value if new.role else None,
        "words": new.words,
        "window": format_span(window.earliest, window.latest),
        "loose": format_span(window.loose_earliest, window.loose_latest),
        "phrase": window.phrase,
        "rule": window.rule,
        "note": new.note,
        "supersedes": new.supersedes,
    }
    line = Line("", "claim", "new", {key: value for key, value in fields.items() if value is not None}, "")
    try:
        (_, row), *_ = claim_rows(line, names_of(connection))
    except ValueError as error:
        raise (UnknownError if "there is no" in str(error) else UsageError)(str(error)) from None
    return row


def _said(new: NewClaim) -> str:
    parts = (spoken(new.progress) if new.progress else None, format_figure(new.figure) if new.figure else None)
    return " ".join(part for part in parts if part) or spoken(new.measure)


def _commitments_of(connection: Connection, kind: str, label: str) -> list[str]:
    if kind == "commitment":
        return [label]
    rows = connection.execute("SELECT commitment FROM serves WHERE exchange = ? ORDER BY commitment", (label,))
    return [row["commitment"] for row in rows]


def _figures(connection: Connection, labels: list[str]) -> str | None:
    """Say how commitments stand, for the journal."""
    day = days.newest(connection)
    if day is None or not labels:
        return None
    said = []
    for label in labels[:8]:
        found = standing(_case(connection, label), day, Reading())
        figure = f" {format_figure(found.delivered)}" if found.delivered else ""
        said.append((label, f"{spoken(found.delivery)}{figure}"))
    return said[0][1] if len(said) == 1 else ", ".join(f"{label} {state}" for label, state in said)


def undo(connection: Connection, author: Author) -> Receipt:
    """Take the author's last write out of force, by a further journal entry. Raises UnknownError when there is none."""
    with writing(connection):
        target = journal.to_undo(connection, author)
        if target is None:
            raise UnknownError(f"nothing to undo: {author.name} has written nothing that is in force")
        entry = _turn(connection, author, "undo", target)
    return Receipt(entry, f"undone: {target['subject']} {entry.before or ''} → {entry.after or ''}".rstrip(" →"))


def redo(connection: Connection, author: Author) -> Receipt:
    """Put back what was undone last, by a further journal entry. Raises UnknownError when there is nothing."""
    with writing(connection):
        target = journal.to_redo(connection, author)
        if target is None:
            raise UnknownError(f"nothing to redo: {author.name} has undone nothing since their last write")
        entry = _turn(connection, author, "redo", target)
    return Receipt(entry, f"redone: {target['subject']} {entry.before or ''} → {entry.after or ''}".rstrip(" →"))


def _turn(connection: Connection, author: Author, action: str, target: Any) -> Any:
    sides = (target["after"], target["before"]) if action == "undo" else (target["before"], target["after"])
    entry = journal.record(
        connection, author, action, target["subject"], before=sides[0], after=sides[1], why=target["why"],
        target=target["id"],
    )  # fmt: skip
    placings.rewrite(connection, placings.affected(connection, fetch.wrote(target)))
    return entry


def _next(connection: Connection, table: str) -> int:
    return int(connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])


def insert(connection: Connection, table: str, row: dict[str, Any]) -> None:
    """Insert one row."""
    columns = ", ".join(row)
    connection.execute(
        f"INSERT INTO {table} ({columns}) VALUES ({fetch.marks(list(row))})", list(row.values())
    )  # fmt: skip
