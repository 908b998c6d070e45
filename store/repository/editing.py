"""Editing: a thing on record mended by hand, in one transaction with one entry of the journal.

What was said is never overwritten: a statement is mended by another one that supersedes it. What describes a thing is
written into its row, and `edits` keeps column by column what stood there, so that an undo writes it back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from store.domain.forms import FORMS
from store.domain.records import Edit, Held, same, told
from store.domain.requests import Author, Receipt
from store.domain.typed import TYPE_CHECKING
from store.errors import ConflictError, FieldsError, UnknownError, UsageError
from store.ids import mint
from store.lines import Line
from store.repository import derived, fetch, journal
from store.repository.checking import checked
from store.repository.connection import IntegrityError, writing
from store.repository.held import as_held, require_unchanged
from store.repository.names import TABLES
from store.repository.referring import names_of
from store.repository.refitting import refitting
from store.repository.tables import PLACE, READ, ROWS
from store.repository.written_back import OF_ITS_OWN, beside_now, column_now, in_order, put_beside, put_column

if TYPE_CHECKING:
    from sqlite3 import Connection

_FOLLOWING = {
    "source": ("published", "earliest", "latest", "basis", "why"),
    "commitment": ("known_on",),
    "gate": ("known_on",),
    "position": ("known_on",),
}
"""Columns that follow from the day of a source, and are moved with it."""


def edit(connection: Connection, wanted: Edit, author: Author) -> Receipt:
    """Mend a thing. Raises FieldsError, UsageError where nothing would change, ConflictError."""
    with writing(connection):
        seen = wanted.seen
        require_unchanged(connection, seen)
        now = as_held(connection, seen.kind, seen.label, seen.number)
        changed = _changed(now, wanted)
        fields = {**now.fields, **changed}
        fields = {key: value for key, value in fields.items() if value not in (None, "", [])}
        if seen.kind == "source":
            fields.setdefault("origin", seen.label)
        _check(connection, now, fields, changed)
        if FORMS[seen.kind].superseded:
            return _supersede(connection, now, fields, changed, author)
        return _write(connection, now, fields, changed, author)


def _changed(now: Held, wanted: Edit) -> dict[str, Any]:
    """Return what changes. Raises ConflictError where somebody else changed the same meanwhile, FieldsError."""
    form = FORMS[now.kind]
    changed = {key: value for key, value in wanted.changed.items() if not same(value, now.fields.get(key))}
    for key in wanted.changed:
        was, is_ = wanted.seen.fields.get(key), now.fields.get(key)
        if not same(was, is_) and not same(is_, wanted.changed[key]):
            field = form.field(key)
            what = field.title if field else key
            raise ConflictError(
                f"{now.label} was changed meanwhile: {told({key: is_}, {key: what})} now; nothing was saved: look again"
            )
    fixed = {field.name for field in form.fields if field.fixed and field.name in changed}
    if fixed:
        raise FieldsError({name: _FIXED.get(name, "it cannot be changed: add another one") for name in sorted(fixed)})
    if not changed:
        raise UsageError(f"{now.label} says so already: nothing was changed")
    return changed


_FIXED = {
    "published": "`redate` corrects the day of a source, with all that hangs on it",
    "basis": "`redate` corrects how the day of a source is known",
    "why": "`redate` corrects what the day of a source rests on",
    "known": "it follows from what is said of it",
}


def _check(connection: Connection, now: Held, fields: Mapping[str, Any], changed: Mapping[str, Any]) -> None:
    """Check what changes: what stood there before need not be mended with it. Raises FieldsError."""
    try:
        checked(connection, now.kind, now.label, fields)
    except FieldsError as error:
        mine = {name: words for name, words in error.errors.items() if name in changed or not name}
        if mine:
            raise FieldsError(mine, unknown=error.code == UnknownError.code) from None


def _sides(now: Held, changed: Mapping[str, Any]) -> journal.Sides:
    titles = {field.name: field.title for field in FORMS[now.kind].fields} | {"loose": "loosely"}
    return told({key: now.fields.get(key) for key in changed}, titles), told(changed, titles)


def _supersede(
    connection: Connection, now: Held, fields: Mapping[str, Any], changed: Mapping[str, Any], author: Author
) -> Receipt:
    table = TABLES[now.kind]
    entry, number = journal.next_number(connection), fetch.next_number(connection, table)
    label = now.label if now.kind == "report" else f"N{entry}"
    row, _ = _rows(connection, now, fields)
    row |= {"id": number, "uid": mint(author.at), "entry": entry, "supersedes": now.number}
    if now.kind != "report":
        row["label"] = label
    columns = list(row)
    query = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({fetch.marks(columns)})"
    _run(connection, query, list(row.values()))
    wrote = {table: [number, number]}
    derived.add(connection, wrote)
    before, after = _sides(now, changed)
    subject = str(now.fields["about"] if now.kind == "claim" else now.label)
    named = "" if now.kind == "report" else f"{now.label} as {label}: "
    why = None if now.kind == "report" else f"{label} supersedes {now.label}"
    written = journal.record(
        connection, author, "edit", subject, before=before, after=after, why=why, wrote=wrote
    )  # fmt: skip
    return Receipt(written, f"mended {named or f'what is said of {now.label}: '}{before} → {after}")


def _rows(
    connection: Connection, now: Held, fields: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
    """Make the columns of the thing's own row, and the rows beside it by table. Raises FieldsError."""
    kind, names = now.kind, names_of(connection)
    given = {key: value for key, value in fields.items() if not (kind == "report" and key == "round")}
    try:
        if kind in PLACE:
            place = PLACE[kind]
            said = READ[kind](now.label, given)
            return dict(zip(place.columns, place.values(now.label, said, names), strict=True)), {}
        main: dict[str, Any] = {}
        beside: dict[str, list[dict[str, Any]]] = {table: [] for table, _ in OF_ITS_OWN.get(kind, ())}
        for table, values in ROWS[kind](Line(1, kind, now.label, given, ""), names):
            if table == TABLES[kind]:
                main = values
            elif table in beside:
                beside[table].append(values)
    except (ValueError, TypeError, KeyError) as error:
        raise FieldsError({"": f"{now.label}: {error}"}) from None
    return main, beside


def _write(
    connection: Connection, now: Held, fields: Mapping[str, Any], changed: Mapping[str, Any], author: Author
) -> Receipt:
    elsewhere = "at" in changed
    if elsewhere:
        fields = {key: value for key, value in fields.items() if key != "known"}
    columns, beside = _rows(connection, now, fields)
    following = () if elsewhere else _FOLLOWING.get(now.kind, ())
    entry = journal.next_number(connection)
    with refitting(connection, now.kind, now.label, now.number):
        kept = _columns(connection, now, {name: columns[name] for name in columns if name not in following})
        kept += _beside(connection, now, beside)
    first = fetch.next_number(connection, "edits")
    for number, (field, was, value) in enumerate(kept, first):
        connection.execute(
            """INSERT INTO edits (id, uid, kind, label, what, number, field, before, after, entry)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                number, mint(author.at), now.kind, now.label, TABLES[now.kind], now.number, field,
                json.dumps(was, ensure_ascii=False), json.dumps(value, ensure_ascii=False), entry,
            ),
        )  # fmt: skip
    before, after = _sides(now, changed)
    written = journal.record(
        connection, author, "edit", now.label, before=before, after=after,
        wrote={"edits": [first, first + len(kept) - 1]},
    )  # fmt: skip
    return Receipt(written, f"{now.label}: {before} → {after}")


_Kept = list[tuple[str, Any, Any]]
"""Columns, or tables of what belongs to a thing, with what stood and stands there."""


def _columns(connection: Connection, now: Held, columns: Mapping[str, Any]) -> _Kept:
    table, kept = TABLES[now.kind], _Kept()
    if now.kind == "source":
        connection.execute("INSERT OR IGNORE INTO origins (label) VALUES (?)", (columns["origin"],))
    for column, value in columns.items():
        was = column_now(connection, table, now.number, column)
        if was != value:
            kept.append((column, was, value))
    try:
        for column, _, value in kept:
            put_column(connection, table, now.number, column, value)
    except IntegrityError as error:
        raise FieldsError({"": _broken(str(error))}) from None
    return kept


def _beside(connection: Connection, now: Held, beside: Mapping[str, list[dict[str, Any]]]) -> _Kept:
    kept = _Kept()
    for table, rows in beside.items():
        was = beside_now(connection, table, now.kind, now.label)
        if in_order(was) != in_order(rows):
            put_beside(connection, table, (now.kind, now.label, now.number), rows)
            kept.append((table, was, rows))
    return kept


def _run(connection: Connection, query: str, values: list[Any]) -> None:
    try:
        connection.execute(query, values)
    except IntegrityError as error:
        raise FieldsError({"": _broken(str(error))}) from None


def _broken(sentence: str) -> str:
    if "rounds.track" in sentence:
        return "another round of the track has that number"
    return f"the record cannot hold it so: {sentence}"
