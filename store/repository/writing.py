"""Writing: each write is one transaction that appends its rows and its journal entry and keeps the board's order."""

from __future__ import annotations

from datetime import date

from store.domain.journal import JournalEntry
from store.domain.quantities import format_figure
from store.domain.redating import BETWEEN, Moved
from store.domain.requests import Author, NewClaim, NewJudgement, Receipt
from store.domain.typed import TYPE_CHECKING
from store.domain.windows import format_span
from store.domain.words import JUDGED_WORDS, REJECTED, Aspect
from store.errors import ConflictError, UnknownError, UsageError
from store.ids import mint
from store.repository import derived, fetch, journal, placings, states
from store.repository.connection import writing
from store.repository.evidence import find

if TYPE_CHECKING:
    from sqlite3 import Connection, Row
    from typing import Any

    from store.repository.memory import Memory


def judge(connection: Connection, judgement: NewJudgement, author: Author, memory: Memory | None = None) -> Receipt:
    """Append a judgement. Raises UnknownError, UsageError, and ConflictError where the subject changed meanwhile.

    What stood before is taken from the `memory` where nothing was written since that was refreshed.
    """
    with writing(connection):
        if memory is not None and not memory.is_true(connection):
            memory = None
        kind, label = find(connection, judgement.about)
        check(connection, judgement, kind, label)
        entry = journal.next_number(connection)
        number = fetch.next_number(connection, "judgements")
        setting = states.settled(connection, memory=memory)
        day = setting.day if setting.day != date.max else author.at.date()
        before = states.aspect_of(setting, kind, label, judgement.aspect)
        insert(
            connection,
            "judgements",
            {
                "id": number,
                "uid": mint(author.at),
                "label": f"J{entry}",
                "about": label,
                "aspect": judgement.aspect.value,
                "value": judgement.value,
                "reason": judgement.reason,
                "rests_on": judgement.rests_on,
                "author": author.name,
                "day": day.isoformat(),
                "supersedes": standing_judgement(connection, label, judgement.aspect),
                "entry": entry,
            },
        )
        if kind == "commitment":
            now, case = states.judged(setting, label)
            placings.rewrite_one(connection, case)
        else:
            now = states.settled(connection, setting)
        after = states.aspect_of(now, kind, label, judgement.aspect)
        why = " · ".join(part for part in (judgement.rests_on, judgement.reason) if part) or "analyst judgement"
        wrote = {"judgements": [number, number]}
        written = journal.record(
            connection, author, "judge", label, before=before, after=after, why=why, wrote=wrote
        )  # fmt: skip
    return Receipt(written, f"{label} {before} → {after}")


def check(connection: Connection, judgement: NewJudgement, kind: str, label: str) -> None:
    """See that a judgement can be made. Raises UsageError, and ConflictError where the subject changed meanwhile."""
    _check_judgement(judgement, kind, label)
    _check_unchanged(connection, judgement, label)


def _check_judgement(judgement: NewJudgement, kind: str, label: str) -> None:
    if kind not in ("commitment", "round"):
        raise UsageError(f"{label} is a {kind}: only commitments and rounds have a status to set")
    if (judgement.aspect is Aspect.ROUND_STATE) != (kind == "round") and judgement.aspect is not Aspect.NOTE:
        raise UsageError(f"{label} is a {kind}: '{judgement.value}' is no status of a {kind}")
    states_known = [state.value for state in JUDGED_WORDS.get(judgement.aspect, ())]
    if states_known and judgement.value not in (None, *states_known):
        raise UsageError(f"{judgement.aspect.value} '{judgement.value}' is none of {', '.join(states_known)}")


def _check_unchanged(connection: Connection, judgement: NewJudgement, label: str) -> None:
    newest = journal.newest_on(connection, label)
    if judgement.expected is None or newest is None or newest.id <= judgement.expected:
        return
    raise ConflictError(
        f"{label} was changed by {newest.who} meanwhile ({newest.before} → {newest.after}); "
        f"nothing was saved: look again and set it once more"
    )


def standing_judgement(connection: Connection, label: str, aspect: Aspect) -> int | None:
    """Return the number of the judgement that holds on one aspect of a thing."""
    query = f"SELECT max(id) FROM judgements WHERE about = ? AND aspect = ? AND {fetch.IN_FORCE}"
    found: int | None = connection.execute(query, (label, aspect.value)).fetchone()[0]
    return found


def claim(connection: Connection, new: NewClaim, author: Author) -> Receipt:
    """Append a claim of a source that the record holds. Raises UnknownError and UsageError."""
    with writing(connection):
        kind, label = find(connection, new.about)
        if kind not in ("commitment", "exchange"):
            raise UsageError(f"{label} is a {kind}: a claim is about a commitment or an exchange")
        entry = journal.next_number(connection)
        number = fetch.next_number(connection, "claims")
        setting = states.settled(connection)
        before = states.figures_of(setting, kind, label)
        row = _claim_row(connection, new._replace(about=label))
        insert(
            connection, "claims", {**row, "id": number, "uid": mint(author.at), "label": f"N{entry}", "entry": entry}
        )
        wrote = {"claims": [number, number]}
        derived.add(connection, wrote, dict(setting.actors))
        after = states.figures_of(states.settled(connection, setting), kind, label)
        why = f"{new.source}:{new.locator}"
        written = journal.record(
            connection, author, "claim", label, before=before, after=after, why=why, wrote=wrote
        )  # fmt: skip
    return Receipt(written, f"{label} {before or 'no figure'} → {after or 'no figure'}, filed as N{entry}")


def _claim_row(connection: Connection, new: NewClaim) -> dict[str, Any]:
    from store.lines import Line
    from store.repository.referring import names_of
    from store.repository.tables.statements import claim_rows

    window = new.window
    fields = {
        "about": new.about,
        "measure": new.measure.value,
        "figure": format_figure(new.figure) if new.figure else None,
        "basis": new.basis.value,
        "progress": REJECTED if new.rejects else new.progress.value if new.progress else None,
        "at": f"{new.source}:{new.locator}",
        "strength": new.strength.value,
        "by": new.speaker,
        "for": new.speaks_for,
        "role": new.role.value if new.role else None,
        "words": new.words,
        "window": window.edtf,
        "loose": format_span(window.loose_earliest, window.loose_latest),
        "phrase": window.phrase,
        "rule": window.rule,
        "note": new.note,
        "supersedes": new.supersedes,
    }
    line = Line(0, "claim", "new", {key: value for key, value in fields.items() if value is not None}, "")
    try:
        (_, row), *_ = claim_rows(line, names_of(connection))
    except ValueError as error:
        raise (UnknownError if "there is no" in str(error) else UsageError)(str(error)) from None
    return row


def undo(connection: Connection, author: Author) -> Receipt:
    """Take the author's last write out of force, by a further journal entry. Raises UnknownError when there is none."""
    with writing(connection):
        target = journal.to_undo(connection, author)
        if target is None:
            raise UnknownError(f"nothing to undo: {author.name} has written nothing that is in force")
        entry = turn(connection, author, "undo", target)
    return Receipt(entry, f"undone: {changed(entry)}")


def redo(connection: Connection, author: Author) -> Receipt:
    """Put back what was undone last, by a further journal entry. Raises UnknownError when there is nothing."""
    with writing(connection):
        target = journal.to_redo(connection, author)
        if target is None:
            raise UnknownError(f"nothing to redo: {author.name} has undone nothing since their last write")
        entry = turn(connection, author, "redo", target)
    return Receipt(entry, f"redone: {changed(entry)}")


def changed(entry: JournalEntry) -> str:
    """Say what an undo or redo changed; of a long list the first."""
    if entry.before is None or entry.after is None:
        return f"{entry.subject} {entry.before or entry.after or ''}".rstrip()
    if not entry.before.startswith(f"{Moved.PUBLISHED} "):
        return f"{entry.subject} {entry.before} → {entry.after}"
    before, after = (side.partition(BETWEEN)[0] for side in (entry.before, entry.after))
    more = ", with what hung on it" if BETWEEN in entry.before else ""
    return f"{entry.subject} {before} → {after.removeprefix(f'{Moved.PUBLISHED} ')}{more}".rstrip(" →")


def turn(connection: Connection, author: Author, action: str, target: Row) -> JournalEntry:
    """Undo or redo an entry: what says what it wrote says it again, anything else how its subject stands."""
    if target["action"] in ("accept", "add"):
        from store.repository import resting  # most writes bring nothing that others rest on

        (resting.check if action == "undo" else resting.check_redo)(connection, target)
        if action == "undo":
            resting.check_edited(connection, target)
    if "edits" in fetch.wrote(target):
        from store.repository.written_back import turn_edit  # most writes edit nothing

        return turn_edit(connection, author, action, target)
    if target["action"] == "redate":
        from store.repository import redated  # what is judged or claimed moves no days

        sides = redated.turned(connection, author, action, target)
    elif target["action"] in ("import", "accept", "word", "add", "edit") or _several(target):
        sides = (target["after"], target["before"]) if action == "undo" else (target["before"], target["after"])
    else:
        sides = _sides(connection, author, action, target)
    return journal.turn(connection, author, action, target, sides)


def _several(target: Row) -> bool:
    """Whether an entry judged several things."""
    first, last = fetch.wrote(target).get("judgements", (0, 0))
    return bool(target["action"] == "judge" and first != last)


def _sides(connection: Connection, author: Author, action: str, target: Row) -> journal.Sides:
    """Say how the subject stands before a turn and after it, by trying it out."""
    subject = target["subject"]
    kind, _ = find(connection, subject)
    wrote = fetch.wrote(target)
    aspect = states.judged_aspect(connection, wrote)
    setting = states.settled(connection)
    before = states.said(setting, kind, subject, aspect)
    connection.execute("SAVEPOINT trial")
    journal.record(connection, author, action, subject, target=target["id"])
    after = states.said(states.settled(connection, setting), kind, subject, aspect)
    connection.execute("ROLLBACK TO trial")
    connection.execute("RELEASE trial")
    return before, after


def insert(connection: Connection, table: str, row: dict[str, Any]) -> None:
    """Insert one row."""
    columns = ", ".join(row)
    connection.execute(
        f"INSERT INTO {table} ({columns}) VALUES ({fetch.marks(list(row))})", list(row.values())
    )  # fmt: skip
